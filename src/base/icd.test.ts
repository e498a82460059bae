import { expect, it } from "vitest";
import { dotted } from "./icd.ts";

it.each([
  ["M79.18", "M79.18"],
  ["m7918", "M79.18"],
  [" M79 18 ", "M79.18"],
  ["S46811A", "S46.811A"],
  ["M54", "M54"],
  ["M54.", "M54"],
  ["", ""],
])("a diagnosis code written %j is %j", (written, code) => expect(dotted(written)).toBe(code));

it("does not mend a dot in a wrong place", () => expect(dotted("M7.918")).toBe("M7.918"));
