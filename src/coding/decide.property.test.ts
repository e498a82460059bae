/** What must hold for every note: no reading left out, nothing gained by knowing less, no order that matters. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact, Mention, Side } from "../note/facts.ts";
import { makeDecider, type Decision } from "./decide.ts";
import { smallBook } from "./small-book.ts";
import { guidance, injected, says } from "./small-facts.ts";

const DATE = { date: "2025-06-02" };
const decide = makeDecider(smallBook);

const MUSCLES = [
  "trapezius",
  "levator-scapulae",
  "supraspinatus",
  "infraspinatus",
  "rhomboid-major",
  "rhomboid-minor",
  "procerus",
];
const GROUPS = ["rhomboids", "rotator-cuff"];
const members = (id: string): readonly string[] => smallBook.structures[id]?.members ?? [id];
const paired = (id: string): boolean => smallBook.structures[id]?.paired !== false;

const side = fc.constantFrom<Side>("left", "right", "bilateral", "unspecified");
const mention = fc.record({
  id: fc.constantFrom(...MUSCLES, ...GROUPS),
  side,
  doubtful: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
});
type Drawn = { readonly id: string; readonly side: Side; readonly doubtful: boolean };
const treated = (d: Drawn): Mention => injected(d.id, d.side, d.doubtful ? { doubts: ["done-unclear"] } : {});
const rank = (d: Decision): number => Math.max(0, ...d.lines.map((l) => ["20552", "20553"].indexOf(l.code) + 1));
const shape = (d: Decision): unknown => ({
  status: d.status,
  lines: d.lines.map((l) => [l.code, l.units, ...l.modifiers].join("-")).sort(),
  counts: { muscles: d.counts.muscles, byName: d.counts.byName, bySide: d.counts.bySide, sites: d.counts.sites },
  queries: d.queries.map((q) => q.id).sort(),
  contested: d.contested.map((c) => [c.convention, c.matters, c.answers.map((a) => a.codes)]),
});

/** Every set of muscles, by side, that the mentions admit. */
function worlds(drawn: readonly Drawn[]): Set<string>[] {
  let sets: Set<string>[] = [new Set()];
  for (const d of drawn) {
    const on = (s: "left" | "right"): string[] => members(d.id).map((m) => (paired(m) ? `${s} ${m}` : m));
    const sure = !d.doubtful;
    // A mention without a side repeats a sided one of the same name, if there is one.
    const alike = drawn.filter((o) => o.id === d.id && o.side !== "unspecified");
    const sided = alike.find((o) => !o.doubtful) ?? (sure ? undefined : alike[0]);
    let choices: string[][];
    if (d.side === "left" || d.side === "right") choices = subsets(on(d.side));
    else if (d.side === "bilateral")
      choices = subsets(on("left")).flatMap((l) => subsets(on("right")).map((r) => [...l, ...r]));
    else if (sided !== undefined) choices = subsets(on(sided.side === "right" ? "right" : "left"));
    else choices = subsets([...on("left"), ...on("right")]);
    if (!sure) choices = [[], ...choices];
    const next = new Map<string, Set<string>>();
    for (const set of sets)
      for (const c of choices) {
        const both = new Set([...set, ...c]);
        next.set([...both].sort().join(), both);
      }
    sets = [...next.values()];
  }
  return sets;
}

function subsets(list: readonly string[]): string[][] {
  const unique = [...new Set(list)];
  return Array.from({ length: 2 ** unique.length - 1 }, (_, mask) =>
    unique.filter((_, bit) => ((mask + 1) >> bit) % 2 === 1),
  );
}

describe("every note", () => {
  it("is determined only when all its readings give the same code", () => {
    fc.assert(
      fc.property(fc.array(mention, { minLength: 1, maxLength: 4 }), (drawn) => {
        const decision = decide(drawn.map(treated), DATE);
        const sizes = worlds(drawn).map((world) => world.size);
        const codes = new Set(sizes.map((n) => (n === 0 ? "" : n < 3 ? "20552" : "20553")));
        if (decision.status === "determined") expect([...codes]).toEqual([decision.lines[0]?.code]);
        expect(decision.counts.bySide!.min).toBe(Math.min(...sizes));
        expect(decision.counts.bySide!.max).toBeGreaterThanOrEqual(Math.max(...sizes));
      }),
      { numRuns: 300 },
    );
  });

  it("asks nothing that does not matter", () => {
    fc.assert(
      fc.property(fc.array(mention, { minLength: 1, maxLength: 4 }), (drawn) => {
        const sizes = worlds(drawn).map((world) => world.size);
        const codes = new Set(sizes.map((n) => (n === 0 ? "" : n < 3 ? "20552" : "20553")));
        if (codes.size === 1) expect(decide(drawn.map(treated), DATE).queries).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("never reports more than the least reading supports", () => {
    fc.assert(
      fc.property(fc.array(mention, { minLength: 1, maxLength: 5 }), (drawn) => {
        const decision = decide(drawn.map(treated), DATE);
        const least = Math.min(...worlds(drawn.slice(0, 4)).map((world) => world.size));
        if (drawn.length <= 4) expect(rank(decision)).toBeLessThanOrEqual(least === 0 ? 0 : least < 3 ? 1 : 2);
        expect(decision.lines.length).toBeLessThanOrEqual(1);
        expect(decision.lines.every((l) => l.units === 1)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("counts no less for one more muscle treated", () => {
    fc.assert(
      fc.property(
        fc.array(mention, { maxLength: 6 }),
        fc.constantFrom(...MUSCLES),
        fc.constantFrom<Side>("left", "right", "bilateral"),
        (drawn, id, on) => {
          const before = decide(drawn.map(treated), DATE).counts.bySide?.min ?? 0;
          const after = decide([...drawn.map(treated), injected(id, on)], DATE).counts.bySide!.min;
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  it("gains nothing by knowing less", () => {
    const lessKnown = (m: Mention, how: number): Mention => {
      if (how === 0) return { ...m, side: m.side === "bilateral" ? m.side : "unspecified" };
      if (how === 1) return { ...m, doubts: ["done-unclear"] };
      const wider = GROUPS.find((g) => members(g).includes(m.id ?? ""));
      return wider === undefined ? m : { ...m, id: wider, kind: "group" };
    };
    fc.assert(
      fc.property(fc.array(mention, { minLength: 1, maxLength: 5 }), fc.nat(4), fc.nat(2), (drawn, at, how) => {
        const facts = drawn.map(treated);
        const i = at % facts.length;
        const vaguer = facts.map((f, k) => (k === i ? lessKnown(f, how) : f));
        expect(rank(decide(vaguer, DATE))).toBeLessThanOrEqual(rank(decide(facts, DATE)));
      }),
      { numRuns: 300 },
    );
  });

  it("reads the same in any order", () => {
    const any = fc.oneof(
      mention.map(treated),
      fc.constantFrom<Fact>(
        injected("knee"),
        injected("knee", "unspecified"),
        injected("shoulder", "right"),
        injected("subacromial-bursa", "unspecified"),
        injected("trapezius", "left", { sites: 2 }),
        injected("trapezius", "left", { sites: 3 }),
        injected("rhomboids", "left", { sites: 1 }),
        injected("flexor-sheath-ring", "right"),
        injected("flexor-sheath", "right"),
        injected("neck", "left", { text: "neck" }),
        says("trigger-point"),
        injected("multifidus", "left"),
        injected("multifidus-cervicis", "left"),
        injected("trapezius", "right", { status: "needled" }),
        injected("rhomboids", "right", { status: "needled" }),
        guidance("ultrasound", null),
        guidance("ultrasound", true),
      ),
    );
    fc.assert(
      fc.property(
        fc
          .array(any, { maxLength: 7 })
          .chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))),
        ([facts, shuffled]) => {
          expect(shape(decide(shuffled, DATE))).toEqual(shape(decide(facts, DATE)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is decided the same whatever was decided before", () => {
    fc.assert(
      fc.property(fc.array(mention, { maxLength: 5 }), fc.array(mention, { maxLength: 5 }), (one, other) => {
        const fresh = makeDecider(smallBook)(one.map(treated), DATE);
        decide(other.map(treated), DATE);
        expect(decide(one.map(treated), DATE)).toEqual(fresh);
      }),
      { numRuns: 50 },
    );
  });
});

describe("what is not known", () => {
  it("never yields a code that a known fact would be needed for", () => {
    const unknowns: readonly (readonly [Fact[], string[]])[] = [
      [[injected("odd-joint")], []],
      [[injected("odd-joint"), guidance("ultrasound", true)], []],
      [[injected("biceps-tendon")], []],
      [[injected("neck")], []],
      [[injected("knee"), guidance("ultrasound", null)], ["20610"]],
      [[injected("wrist"), guidance("ultrasound", null)], ["20605"]],
      [[injected("knee", "left", { doubts: ["done-unclear"] })], []],
      [[injected("trapezius", "left", { doubts: ["heading-only"] })], []],
      [[says("trigger-point"), says("injection-done")], ["20552"]],
    ];
    for (const [facts, codes] of unknowns) {
      const d = decide(facts, DATE);
      expect([d.status, d.lines.map((l) => l.code)]).toEqual(["query", codes]);
    }
  });
});
