import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../rulebook/freeze.ts";
import type { Family, Row, Rulebook } from "../../rulebook/types.ts";
import { decide } from "../decide.ts";
import { injected } from "../small-facts.ts";
import { smallBook } from "../small-book.ts";
import { changesOf } from "./changes.ts";
import { makeCorpusDiff } from "./corpus.ts";

/** The small book with one family changed. */
function withFamily(id: string, to: (family: Family) => Family): Rulebook {
  return deepFreeze({ ...smallBook, families: smallBook.families.map((f) => (f.id === id ? to(f) : f)) });
}
const lastRows = (family: Family, to: (rows: readonly Row[]) => readonly Row[]): Family => ({
  ...family,
  editions: family.editions.map((e, i) => (i === family.editions.length - 1 ? { ...e, rows: to(e.rows) } : e)),
});
const rules = (fresh: Rulebook, old = smallBook) => changesOf(old, fresh).map((c) => `${c.how} ${c.rule}`);

const three = {
  id: "three",
  dateOfService: "2025-06-02",
  facts: [injected("trapezius"), injected("supraspinatus"), injected("infraspinatus")],
};

/** 20553 only from four muscles on, and 20552 up to three. */
const stricter = withFamily("trigger-point", (f) =>
  lastRows(f, (rows) =>
    rows.map((r) => ({
      ...r,
      when: r.when.map((c) =>
        c.kind !== "count" ? c : { ...c, range: r.code === "20553" ? { min: 4, max: null } : { min: 1, max: 3 } },
      ),
    })),
  ),
);

describe("two books", () => {
  it("that say the same do not differ, wherever it is written", () => {
    expect(rules(smallBook)).toEqual([]);
    const moved = withFamily("trigger-point", (f) =>
      lastRows(f, (rows) => rows.map((r) => ({ ...r, where: { ...r.where, line: r.where.line + 9 } }))),
    );
    expect(rules(moved)).toEqual([]);
  });

  it("differ by row, edition, family, code, list entry and words, each named once", () => {
    expect(rules(stricter).every((r) => /^changed trigger-point\/2055[23]\//.test(r))).toBe(true);
    const dated = withFamily("trigger-point", (f) => ({ ...f, reviewBy: "2030-01-01" }));
    expect(changesOf(smallBook, dated).map((c) => [c.rule, c.fields])).toEqual([["trigger-point", ["reviewBy"]]]);
    expect(rules({ ...smallBook, families: smallBook.families.slice(1) })).toEqual([
      `gone ${smallBook.families[0]!.id}`,
    ]);
    expect(rules({ ...smallBook, plainWords: ["window"] })).toEqual(["changed plainWords"]);
    const { trapezius: _, ...structures } = smallBook.structures;
    expect(rules({ ...smallBook, structures })).toEqual(["gone structures/trapezius"]);
  });

  const parts = Object.entries(smallBook).filter(([key]) => !["kind", "version", "hash", "horizon"].includes(key));
  it.each(parts)("differ by one more entry of %s", (key, value: unknown) => {
    const one = { id: "x", editions: [], where: { rule: "x", file: "x.yaml", line: 1 } };
    const more = Array.isArray(value) ? [...(value as unknown[]), one] : { ...(value as object), x: one };
    const fresh = { ...smallBook, [key]: more } as Rulebook;
    const changes = changesOf(smallBook, fresh);
    expect(changes).toHaveLength(1);
    expect(changesOf(changes[0]!.into(smallBook), fresh)).toEqual([]);
  });

  it("the other way round, new is gone", () => {
    const less = { ...smallBook, drugs: smallBook.drugs.slice(1) };
    expect(rules(less)).toEqual([`gone drugs/${smallBook.drugs[0]!.id}`]);
    expect(rules(smallBook, less)).toEqual([`new drugs/${smallBook.drugs[0]!.id}`]);
  });

  it("all changes put into the old book one after the other give the new one", () => {
    const all = changesOf(smallBook, stricter).reduce((book, change) => change.into(book), smallBook);
    expect(changesOf(all, stricter)).toEqual([]);
  });
});

describe("a corpus", () => {
  it("names the answers that change, and the rule because of which", () => {
    const compare = makeCorpusDiff(smallBook, stricter, changesOf(smallBook, stricter));
    const change = compare(three);
    expect(change).toMatchObject({ id: "three", was: "determined: 20553 x1", is: "determined: 20552 x1" });
    expect(change?.because.length).toBeGreaterThan(0);
    expect(compare({ ...three, facts: [injected("trapezius")] })).toBeNull();
  });

  it("finds the one change among several that matters", () => {
    const fresh = { ...stricter, gaps: [{ id: "g", says: "s", because: "b" }], plainWords: ["window"] };
    const because = makeCorpusDiff(smallBook, fresh, changesOf(smallBook, fresh))(three)?.because ?? [];
    expect(because.every((rule) => rule.startsWith("trigger-point/"))).toBe(true);
  });

  it("is left as it was by what it compares", () => {
    const options = { date: three.dateOfService };
    const before = decide(three.facts, smallBook, options);
    makeCorpusDiff(smallBook, stricter, changesOf(smallBook, stricter))(three);
    expect(decide(three.facts, smallBook, options)).toEqual(before);
  });
});
