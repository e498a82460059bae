import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCase } from "./compile/cases/read.ts";
import { compileFiles } from "./compile/compile.ts";
import { statsOf } from "./stats.ts";

const base = readCase(readFileSync(new URL("./compile/cases/base.txt", import.meta.url), "utf8"), []).files;
const book = compileFiles(base).book!;
const stats = statsOf(book, "2026-11-23");

describe("stats of the smallest book", () => {
  it("counts what it holds", () => {
    expect(stats.counts).toMatchObject({
      codes: 2,
      codeEditions: 4,
      families: 1,
      rows: 4,
      imaging: 1,
      drugLines: 1,
      sources: 2,
    });
    expect(stats.counts.rules).toBe(4 + 4 + 1 + 1);
    expect(stats.structures).toEqual({ muscle: 4, group: 1, region: 1, aponeurosis: 1, joint: 1, bursa: 1 });
  });

  it("counts each citation once, and its parts add up", () => {
    const { total, byTier, byHow } = stats.citations;
    expect(byTier.reduce((sum, part) => sum + part.count, 0)).toBe(total);
    expect(byHow.reduce((sum, part) => sum + part.count, 0)).toBe(total);
    expect(byTier.find((part) => part.what === "forum")).toEqual({ what: "forum", count: 1, share: 1 / total });
  });

  it("says what rules rest on by the best of their citations", () => {
    expect(stats.restOn.byTier.filter((part) => part.count > 0)).toEqual([{ what: "government", count: 10, share: 1 }]);
    const worse = statsOf({
      ...book,
      imaging: [{ ...book.imaging[0]!, cite: [{ source: "hearsay", how: "digest" }] }],
    });
    expect(worse.restOn.byTier.find((part) => part.what === "forum")?.count).toBe(1);
    expect(worse.restOn.byHow.find((part) => part.what === "digest")?.share).toBe(0.1);
  });

  it("gives the dates of each family, and whether its review is due", () => {
    expect(stats.families).toEqual([
      {
        id: "trigger-point",
        title: "Trigger points",
        coded: true,
        from: "2002-01-01",
        until: "2030-01-01",
        editions: 2,
        rows: 4,
        reviewBy: "2027-01-01",
        pastReview: false,
      },
    ]);
    expect(statsOf(book, "2027-01-01").families[0]?.pastReview).toBe(true);
    expect(statsOf(book).families[0]?.pastReview).toBeNull();
  });
});
