import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewest, makeCounter, type Want } from "./count.ts";

const ATOMS = 6;
const count = makeCounter(100);
const want = (atoms: readonly number[], most = atoms.length, sure = true): Want => ({ atoms, most, sure });

describe("the count of words", () => {
  it("counts each atom once", () => {
    expect(count([want([1]), want([1]), want([2])])).toEqual({ min: 2, max: 2 });
    expect(count([])).toEqual({ min: 0, max: 0 });
  });

  it("explains a word by an atom already counted, else by one more", () => {
    expect(count([want([1]), want([1, 2])])).toEqual({ min: 1, max: 2 });
    expect(count([want([3]), want([1, 2])])).toEqual({ min: 2, max: 3 });
  });

  it("lets overlapping words share an atom", () => {
    expect(count([want([1, 2]), want([2, 3]), want([3, 4])])).toEqual({ min: 2, max: 4 });
    expect(count([want([1, 2, 9]), want([3, 4, 9]), want([5, 6, 9])]).min).toBe(1);
  });

  it("keeps to the limit of a word", () => {
    expect(count([want([7]), want([1, 2, 3], 1)])).toEqual({ min: 2, max: 2 });
    expect(count([want([1, 2], 2), want([1, 2, 3], 2)])).toEqual({ min: 1, max: 3 });
  });

  it("knows no end where a word has none", () => {
    expect(count([want([1]), want([2, 3], Infinity)])).toEqual({ min: 2, max: null });
  });

  it("adds nothing to the least for a word that may stand for nothing, or for anything", () => {
    expect(count([want([1]), want([2], 1, false)])).toEqual({ min: 1, max: 2 });
    expect(count([want([1]), want([], 1)])).toEqual({ min: 1, max: 2 });
    expect(count([want([], 1), want([], 1)])).toEqual({ min: 1, max: 2 });
  });

  it("stays quick and never overstates when a hostile note names a hundred overlapping words", () => {
    const sets = Array.from({ length: 100 }, (_, i) => [i % 97, (i * 7) % 97, (i * 13) % 97]);
    const started = performance.now();
    const least = fewest(sets);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(least).toBeGreaterThan(0);
    expect(least).toBeLessThanOrEqual(97);
  });
});

// ---- against every reading -------------------------------------------------------------------

const wants = fc.array(
  fc
    .record({
      atoms: fc.uniqueArray(fc.nat(ATOMS - 1), { maxLength: 4 }),
      limit: fc.integer({ min: 1, max: 4 }),
      limited: fc.boolean(),
      sure: fc.boolean(),
    })
    .map(({ atoms, limit, limited, sure }): Want => ({
      atoms,
      most: atoms.length === 0 ? Math.min(limit, 2) : limited ? Math.min(limit, atoms.length) : atoms.length,
      sure,
    })),
  { maxLength: 4 },
);

/** Every set of atoms that some reading counts. Atoms from 50 up are those without a name. */
function readings(list: readonly Want[]): Set<number>[] {
  let sets: Set<number>[] = [new Set()];
  list.forEach((w, i) => {
    const pool = w.atoms.length > 0 ? w.atoms : [...Array(ATOMS).keys(), 50 + 2 * i, 51 + 2 * i];
    const choices: number[][] = [];
    for (let mask = 0; mask < 2 ** pool.length; mask++) {
      const chosen = pool.filter((_, bit) => (mask >> bit) % 2 === 1);
      if (chosen.length <= w.most && (chosen.length > 0 || !w.sure)) choices.push(chosen);
    }
    const next = new Map<string, Set<number>>();
    for (const set of sets) {
      for (const chosen of choices) {
        const both = new Set([...set, ...chosen]);
        next.set([...both].sort((a, b) => a - b).join(), both);
      }
    }
    sets = [...next.values()];
  });
  return sets;
}

describe("the count of words, against every reading", () => {
  it("gives the true least, and a most that no reading exceeds", () => {
    fc.assert(
      fc.property(wants, (list) => {
        const sizes = readings(list).map((set) => set.size);
        const { min, max } = count(list);
        expect(min).toBe(Math.min(...sizes));
        expect(max).toBeGreaterThanOrEqual(Math.max(...sizes));
        // Without limits the most is exact.
        if (list.every((w) => w.most === w.atoms.length)) expect(max).toBe(Math.max(...sizes));
      }),
      { numRuns: 400 },
    );
  });

  it("never gives a greater least for more overlap than one atom a word", () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 5 }), { maxLength: 40 }), (sets) => {
        const least = fewest(sets);
        expect(least).toBeLessThanOrEqual(sets.length);
        expect(least).toBeLessThanOrEqual(new Set(sets.flat()).size);
      }),
    );
  });
});
