/** Words that point back, put together from single words; and what must not point to anything. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../rulebook/node/load.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { isMention } from "./facts.ts";
import { makeReader } from "./read.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../rulebook", import.meta.url)));
const read = makeReader(book as Rulebook);
const injected = (note: string): number =>
  read(note).facts.filter((f) => isMention(f) && f.status === "injected").length;

const FOUND = "Trigger points were found in the left trapezius, the left infraspinatus and the left supraspinatus. ";

describe("words that point back", () => {
  it.each([
    "Each was injected with 1 mL of lidocaine.",
    "1 mL of lidocaine was deposited into each.",
    "0.5 mL of lidocaine was slowly administered at each location.",
    "All three were subsequently injected with lidocaine.",
    "0.5 mL of lidocaine was instilled into every one of them.",
    "The three marked areas were injected with lidocaine.",
    "Each of these muscles received 1 mL of lidocaine.",
    "Each was given 1 mL of lidocaine.",
  ])("all three: %s", (said) => expect(injected(FOUND + said)).toBe(3));

  it.each([
    "Each will be injected with 1 mL of lidocaine next week.",
    "Heat was applied to each area.",
    "Two drops of 1 mL lidocaine into each eye.",
    "Both muscles were injected with lidocaine.",
    "None of these areas was injected.",
  ])("none: %s", (said) => expect(injected(FOUND + said)).toBe(0));
});
