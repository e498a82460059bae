import { expect, test } from "vitest";
import { ANCHOR, fingerprint, madeNotes } from "./notes.ts";
import { TERMS } from "./vocabulary.ts";

test("the made notes have the bytes that the published figures were measured on", () => {
  const notes = madeNotes();
  expect(notes.join("\n")).toHaveLength(11_619_699);
  expect(fingerprint(notes)).toBe(ANCHOR);
  expect(TERMS).toHaveLength(409);
});
