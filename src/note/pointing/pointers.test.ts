/** Words that point back, put together from single words; and what must not point to anything. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../../rulebook/node/load.ts";
import type { Rulebook } from "../../rulebook/types.ts";
import { isMention } from "../facts.ts";
import { makeReader } from "../read.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../../rulebook", import.meta.url)));
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

  // Which of them, the note does not say: they are muscles without names, at most one mention.
  it.each([
    "Two of these were injected with 1 mL of lidocaine each.",
    "Some of these were injected with lidocaine.",
    "The most tender of these were injected with lidocaine.",
    "Two of the above were injected with 1 mL of lidocaine each.",
    "The two worst were injected with lidocaine, 1 mL to each.",
    "Two trigger points injected today, 1 mL of lidocaine in each.",
    "Did the two worst on the left: lidocaine 1 mL to each.",
  ])("never all of what only a part is taken of: %s", (said) => expect(injected(FOUND + said)).toBeLessThanOrEqual(1));
});
