/** What acts, statuses and the words of deeds say has a bit each, its own, as long as the lists in the rulebook's words grow. */
import { describe, expect, it } from "vitest";
import { ACT_WORDS, DEED_WORDS, DETAIL_WORDS, STATUS_WORDS } from "../../rulebook/cue-words.ts";
import type { Cue } from "../../rulebook/types.ts";
import { DEED } from "./deed-words.ts";
import { DETAIL } from "./detail-words.ts";
import { SAYS, saysOf } from "./says.ts";

const cue = (category: Cue["category"], gives: string): Cue => ({ id: gives, category, words: gives, gives });

describe("what words say, in bits", () => {
  it.each([
    ["acts and statuses", SAYS, ACT_WORDS.length + STATUS_WORDS.length],
    ["deeds", DEED, DEED_WORDS.length],
    ["details", DETAIL, DETAIL_WORDS.length],
  ] as const)("gives each of the words of %s a bit of its own, above 0", (_, bits, words) => {
    const all: readonly number[] = Object.values(bits);
    expect(new Set(all).size).toBe(words);
    expect(all.every((bit) => bit > 0)).toBe(true);
  });

  it("is asked of acts and statuses only", () => {
    expect([saysOf(cue("act", "injected")), saysOf(cue("status", "planned"))]).toEqual([SAYS.injected, SAYS.planned]);
    expect(saysOf(cue("substance", "other"))).toBe(0);
  });
});
