import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AgentClass, Condition, SpineRegion, StructureKind } from "../../types.ts";
import { caseOf, holes, overlap, type Case } from "./overlap.ts";

const count = (min: number, max: number | null): Condition => ({ kind: "count", range: { min, max } });
const place = (min: number, max: number | null): Condition => ({ kind: "place", range: { min, max } });
const kept = (yes: boolean): Condition => ({ kind: "image", modality: "ultrasound", kept: yes });
const size = (is: "small" | "intermediate" | "major"): Condition => ({ kind: "size", is });
const rows = (...whens: Condition[][]): Case[] => whens.map(caseOf);
const ALL = ["small", "intermediate", "major"] as const;

describe("overlap", () => {
  it.each<[string, Condition[], Condition[], string | null]>([
    ["counts that meet in one number", [count(1, 3)], [count(3, null)], "a count of 3"],
    ["counts that only touch", [count(1, 2)], [count(3, null)], null],
    ["a row without conditions takes all", [], [count(3, null)], "a count of 3 or more"],
    ["two rows without conditions", [], [], "every case"],
    ["another size", [size("small")], [size("major")], null],
    ["same count, other image", [count(1, 2), kept(true)], [count(1, 2), kept(false)], null],
    ["an image not asked for", [size("major")], [size("major"), kept(true)], "size major, an image kept"],
    ["the second place and the further ones", [place(2, 2)], [place(3, null)], null],
    ["other parts of the spine", [{ kind: "spine", is: ["lumbar"] }], [{ kind: "spine", is: ["cervical"] }], null],
    [
      "nothing injected shuts out the rest",
      [{ kind: "agent", classes: ["none"] }],
      [{ kind: "agent", classes: ["steroid"] }],
      null,
    ],
  ])("%s", (_, a, b, expected) => {
    expect(overlap(caseOf(a), caseOf(b))).toBe(expected);
    expect(overlap(caseOf(b), caseOf(a)) === null).toBe(expected === null);
  });
});

describe("holes", () => {
  it.each<[string, Case[], string[]]>([
    ["none when counts follow on", rows([count(1, 2)], [count(3, null)]), []],
    ["none when one row asks nothing", rows([]), []],
    ["a number between", rows([count(1, 2)], [count(4, null)]), ["a count of 3"]],
    ["below the first", rows([count(2, null)]), ["a count of 1"]],
    ["above the last", rows([count(1, 2)]), ["a count of 3 or more"]],
    ["an image not kept", rows([kept(true)]), ["no image kept"]],
    ["a size", rows([size("small")], [size("major")]), ["size intermediate"]],
    [
      "in one size only",
      rows([size("small")], [size("intermediate")], [size("major"), kept(true)]),
      ["size major, no image kept"],
    ],
    ["the places after the second", rows([place(1, 1)], [place(2, 2)]), ["place 3"]],
    ["kinds may be left out", rows([{ kind: "structure", kinds: ["joint"] }]), []],
    [
      "in the counts of one kind",
      rows([{ kind: "structure", kinds: ["joint"] }, count(1, 1)], [{ kind: "structure", kinds: ["bursa"] }]),
      ["a count of 2 or more, with joint"],
    ],
  ])("%s", (_, table, expected) => {
    expect(holes(table, ALL)).toEqual(expected);
  });
});

/** The same questions put to every single case, one by one. */
describe("against every case, one by one", () => {
  const KINDS: StructureKind[] = ["joint", "bursa"];
  const AGENTS: AgentClass[] = ["none", "steroid"];
  const SPINE: SpineRegion[] = ["cervical", "lumbar"];
  const some = <T>(words: T[]): fc.Arbitrary<T[]> => fc.subarray(words, { minLength: 1 });
  const when = fc
    .record(
      {
        count: fc
          .tuple(fc.nat(4), fc.option(fc.nat(3)))
          .map(([min, more]) => count(min, more === null ? null : min + more)),
        size: fc.constantFrom(...ALL).map(size),
        image: fc.boolean().map(kept),
        imaging: fc.boolean().map((used): Condition => ({ kind: "imaging", used })),
        kinds: some(KINDS).map((kinds): Condition => ({ kind: "structure", kinds })),
        agents: some(AGENTS).map((classes): Condition => ({ kind: "agent", classes })),
        spine: some(SPINE).map((is): Condition => ({ kind: "spine", is })),
        place: fc
          .tuple(fc.integer({ min: 1, max: 2 }), fc.option(fc.nat(1)))
          .map(([min, more]) => place(min, more === null ? null : min + more)),
        sides: fc.constantFrom("one", "both", "both-or-unsaid").map((is): Condition => ({ kind: "sides", is })),
        catheter: fc.boolean().map((left): Condition => ({ kind: "catheter", left })),
      },
      { requiredKeys: [] },
    )
    .map((parts) => Object.values(parts));

  interface World {
    n: number;
    size: string;
    kept: boolean;
    used: boolean;
    kind: StructureKind;
    agents: AgentClass[];
    spine: SpineRegion;
    place: number;
    sides: string;
    catheter: boolean;
  }
  const worlds: World[] = [];
  for (const n of [0, 1, 2, 3, 4, 5, 6, 7, 99])
    for (const size of ALL)
      for (const kept of [true, false])
        for (const used of [true, false])
          for (const kind of KINDS)
            for (const agents of [["none"], ["steroid"]] as AgentClass[][])
              for (const spine of SPINE)
                for (const place of [1, 2, 3, 4])
                  for (const sides of ["one", "both"])
                    for (const catheter of [true, false])
                      worlds.push({ n, size, kept, used, kind, agents, spine, place, sides, catheter });

  const holds = (c: Condition, w: World): boolean => {
    switch (c.kind) {
      case "count":
        return w.n >= c.range.min && w.n <= (c.range.max ?? Infinity);
      case "size":
        return w.size === c.is;
      case "structure":
        return c.kinds.includes(w.kind);
      case "image":
        return w.kept === c.kept;
      case "imaging":
        return w.used === c.used;
      case "agent":
        return w.agents.some((a) => c.classes.includes(a));
      case "spine":
        return c.is.includes(w.spine);
      case "place":
        return w.place >= c.range.min && w.place <= (c.range.max ?? Infinity);
      case "sides":
        return w.sides === (c.is === "one" ? "one" : "both");
      case "catheter":
        return w.catheter === c.left;
    }
  };
  const applies = (row: Condition[], w: World): boolean => row.every((c) => holds(c, w));

  it("two rows overlap when some case meets both", () => {
    fc.assert(
      fc.property(when, when, (a, b) => {
        const both = worlds.some((w) => applies(a, w) && applies(b, w));
        expect(overlap(caseOf(a), caseOf(b)) !== null).toBe(both);
      }),
      { numRuns: 300 },
    );
  });

  it("a table has a hole when some count, place, size, image, imaging or catheter meets no row that takes its kind, agent, side and part of the spine", () => {
    fc.assert(
      fc.property(fc.array(when, { minLength: 1, maxLength: 5 }), (table) => {
        // Kinds and agents that no row names at all may be left out on purpose.
        const named = (w: World): boolean =>
          (!table.some((row) => row.some((c) => c.kind === "structure")) ||
            table.some((row) => row.some((c) => c.kind === "structure" && c.kinds.includes(w.kind)))) &&
          (!table.some((row) => row.some((c) => c.kind === "agent")) ||
            table.some((row) => row.some((c) => c.kind === "agent" && c.classes.includes(w.agents[0]!)))) &&
          (!table.some((row) => row.some((c) => c.kind === "spine")) ||
            table.some((row) => row.some((c) => c.kind === "spine" && c.is.includes(w.spine)))) &&
          (!table.some((row) => row.some((c) => c.kind === "sides")) ||
            table.some((row) => row.some((c) => c.kind === "sides" && holds(c, w))));
        const missed = worlds.some((w) => w.n > 0 && named(w) && !table.some((row) => applies(row, w)));
        expect(holes(table.map(caseOf), ALL).length > 0).toBe(missed);
      }),
      { numRuns: 300 },
    );
  });
});
