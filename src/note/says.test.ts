/** What the rulebook may let an act or a status say has its bit, each its own. */
import { describe, expect, it } from "vitest";
import { GIVES } from "../rulebook/compile/gives.ts";
import type { Cue } from "../rulebook/types.ts";
import { SAYS, saysOf } from "./says.ts";

const cue = (category: Cue["category"], gives: string): Cue => ({ id: gives, category, words: gives, gives });

describe("what acts and statuses say", () => {
  it("has a bit for every word that the checker lets through, and no other", () => {
    const known = [...(GIVES.act ?? []), ...(GIVES.status ?? [])];
    expect(Object.keys(SAYS).toSorted()).toEqual(known.toSorted());
    expect(new Set(Object.values(SAYS)).size).toBe(known.length);
  });

  it("is asked of acts and statuses only", () => {
    expect([saysOf(cue("act", "injected")), saysOf(cue("status", "planned"))]).toEqual([SAYS.injected, SAYS.planned]);
    expect(saysOf(cue("substance", "other"))).toBe(0);
  });
});
