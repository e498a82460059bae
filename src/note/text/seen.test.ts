/** What is read in the text as it is seen stands in the original at its own place. */
import { expect, test } from "vitest";
import { asSeen, inPlacesOf } from "./seen.ts";
import { SIGN } from "./tokens.ts";

const ALL = 255;

test("a plain text is seen as it stands", () => {
  expect(asSeen("Left trapezius, 1 mL.", ALL)).toBeNull();
  expect(asSeen("Left\u00a0trapezius", 0)).toBeNull();
});

test.each([
  ["spaces of other widths", "left\u00a0trap\u2009x2", "left trap x2"],
  ["characters that show nothing", "lat\u200beral\u00adity: \u202aleft\u202c", "laterality: left"],
  ["both, in the clothes of a program", "<b>left\u00a0tr\u200bap</b>", "left trap"],
])("%s", (_name, text, seen) => {
  expect(asSeen(text, SIGN.beyond | SIGN.tag)?.text).toBe(seen);
});

test("places and words of facts and dates are those of the original", () => {
  const text = "<b>left</b> tra\u200bp 1/2/2024";
  const seen = asSeen(text, ALL);
  const start = seen?.text.indexOf("trap") as number;
  const reading = {
    kind: "reading",
    facts: [{ kind: "statement", says: "trigger-point", text: "trap", start, end: start + 4 }],
    dates: [{ date: "2024-01-02", start: start + 5, end: start + 13, role: "other" }],
    findings: [],
  } as const;
  const there = inPlacesOf(text, seen as NonNullable<typeof seen>, reading);
  expect(there.facts[0]).toMatchObject({ text: "tra\u200bp", start: 12, end: 17 });
  expect(text.slice(there.dates[0]?.start, there.dates[0]?.end)).toBe("1/2/2024");
});
