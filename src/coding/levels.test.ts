import { describe, expect, it } from "vitest";
import type { LevelReading } from "../rulebook/types.ts";
import { namedBy } from "./levels.ts";

/** How many places the levels name: the sure ones that are exact, and what else they leave open. */
function read(levels: string[], reading: LevelReading): string {
  return namedBy(levels, reading)
    .map((n) => `${n.at.length === 1 ? "" : `${n.most} of `}${n.at.join("|") || "any"}${n.sure ? "" : "?"}`)
    .join(" ");
}

describe("levels of the spine, by number from the top (L3 is 21)", () => {
  it.each<[string, string[], LevelReading, string]>([
    ["a joint between two vertebrae", ["L4-5"], "joint", "22"],
    ["with both letters", ["L5-S1"], "joint", "23"],
    ["a range of three vertebrae is two joints", ["L3-L5"], "joint", "21 22"],
    ["across two parts", ["C7-T1"], "joint", "6"],
    ["one vertebra is at two joints", ["L4"], "joint", "1 of 21|22"],
    ["the last vertebra is at one", ["S1"], "joint", "23"],
    ["three nerves serve two joints", ["L3", "L4", "L5"], "branch", "22 23"],
    ["as a range", ["L3-5"], "branch", "22 23"],
    ["in the neck the joint has the number of its nerves", ["C4", "C5", "C6"], "branch", "3 4"],
    ["C7 and C8 serve C7-T1", ["C7", "C8"], "branch", "6"],
    ["one nerve serves no joint whole", ["L4"], "branch", "1 of 22|23?"],
    ["nerves apart serve none whole", ["L2", "L4"], "branch", "1 of 20|21? 1 of 22|23?"],
    ["nerves of a joint named as a joint", ["L4-5", "L5-S1"], "branch", "22 23"],
    ["below the last vertebra no branch serves another joint", ["L4", "L5", "S1"], "branch", "23"],
    ["one way out", ["L4-5"], "foramen", "22"],
    ["the same by its nerve", ["L4"], "foramen", "22"],
    ["a range of ways out may end one earlier", ["L3-5"], "foramen", "21 22 23?"],
    ["a range of segments", ["T5-7"], "segment", "11 12 13"],
    ["two neighbours may be the gap between them", ["T5-6"], "segment", "2 of 11|12"],
    ["only a part of the spine", ["lumbar"], "joint", "Infinity of any"],
    ["no such level", ["L9", "X4", "L5-L3"], "joint", ""],
  ])("%s", (_, levels, reading, expected) => {
    expect(read(levels, reading)).toBe(expected);
  });

  it.each([
    ["C7-T1", "cervical thoracic"],
    ["T12-L1", "thoracic lumbar"],
    ["L5-S1", "lumbar sacral"],
    ["L4-5", "lumbar"],
  ])("%s lies in the %s part", (level, parts) => {
    expect(namedBy([level], "joint")[0]?.spine.join(" ")).toBe(parts);
  });
});
