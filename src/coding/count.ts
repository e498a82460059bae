/**
 * How many distinct things a list of wants comes to, over every admissible reading. The least is a minimum
 * hitting set: the fewest atoms that explain every word ("rhomboids" is explained by a rhomboid major already
 * counted). The most takes every member of every word, as far as its stated number of injections allows.
 */
import type { Range } from "../base/range.ts";

/** One word of the note, as far as counting goes. */
export interface Want {
  /** Atoms it may stand for. Empty: any atom at all, even one without a name. */
  readonly atoms: readonly number[];
  /** The most of them it can stand for. `Infinity`: no end is known. */
  readonly most: number;
  /** False: it may stand for nothing. */
  readonly sure: boolean;
}

/** Beyond this many words that overlap, the least is bounded from below instead of searched. */
const MOST_WANTS = 30;
const MOST_STEPS = 20_000;

/**
 * Makes a counter over atoms `0 .. atoms - 1`. It gives the least and most distinct atoms that `wants` come to; a
 * most without an end is null. Its scratch table is reused from call to call; a counter is not re-entrant.
 */
export function makeCounter(atoms: number): (wants: readonly Want[]) => Range {
  const stamp = new Int32Array(atoms);
  let turn = 0;
  /** 1 the first time in this turn, else 0. */
  const first = (atom: number): number => {
    if (stamp[atom] === turn) return 0;
    stamp[atom] = turn;
    return 1;
  };

  const least = (wants: readonly Want[]): number => {
    turn++;
    let count = 0;
    let pending = 0;
    let anywhere = false;
    for (const want of wants) {
      if (!want.sure) continue;
      if (want.atoms.length === 0) anywhere = true;
      else if (want.atoms.length > 1) pending++;
      else count += first(want.atoms[0]!);
    }
    if (pending > 0) {
      const open = wants.filter((w) => w.sure && w.atoms.length > 1 && !w.atoms.some((a) => stamp[a] === turn));
      count += open.length < 2 ? open.length : fewest(open.map((w) => w.atoms));
    }
    // A place without a name may be any muscle already counted.
    return count === 0 && anywhere ? 1 : count;
  };

  const most = (wants: readonly Want[]): number => {
    turn++;
    let count = 0;
    let limited = false;
    for (const want of wants) {
      if (want.most === Infinity) return Infinity;
      if (want.most < want.atoms.length || want.atoms.length === 0) limited = true;
      else for (const atom of want.atoms) count += first(atom);
    }
    if (!limited) return count;
    // What is limited adds at most its limit, and together no more than the members not yet counted.
    const full = turn++;
    let added = 0;
    let members = 0;
    let nameless = 0;
    for (const want of wants) {
      if (want.atoms.length === 0) nameless += want.most;
      else if (want.most < want.atoms.length) {
        let fresh = 0;
        for (const atom of want.atoms) {
          if (stamp[atom] === full) continue;
          fresh++;
          members += first(atom);
        }
        added += Math.min(want.most, fresh);
      }
    }
    return count + Math.min(added, members) + nameless;
  };

  return (wants) => {
    const max = most(wants);
    const min = least(wants);
    return { min, max: max === Infinity ? null : Math.max(min, max) };
  };
}

/** Size of a minimum hitting set of the sets: exact where that is cheap, else a number that is not above it. */
export function fewest(sets: readonly (readonly number[])[]): number {
  if (sets.length > MOST_WANTS) return disjoint(sets);
  const masks = new Map<number, number>();
  sets.forEach((set, i) => set.forEach((atom) => masks.set(atom, (masks.get(atom) ?? 0) | (1 << i))));
  const useful = undominated([...new Set(masks.values())]);
  const all = 2 ** sets.length - 1;
  let steps = 0;
  const within = (open: number, picks: number): boolean => {
    if (open === 0) return true;
    if (picks === 0 || ++steps > MOST_STEPS) return false;
    const first = open & -open;
    return useful.some((mask) => (mask & first) !== 0 && within(open & ~mask, picks - 1));
  };
  for (let picks = 1; picks < sets.length; picks++) {
    if (within(all, picks)) return picks;
    if (steps > MOST_STEPS) return Math.max(picks, disjoint(sets));
  }
  return sets.length;
}

/** Sets that share nothing need an atom each: a bound from below that never overstates. */
function disjoint(sets: readonly (readonly number[])[]): number {
  const taken = new Set<number>();
  let count = 0;
  for (const set of [...sets].sort((a, b) => a.length - b.length)) {
    if (set.some((atom) => taken.has(atom))) continue;
    for (const atom of set) taken.add(atom);
    count++;
  }
  return count;
}

function undominated(masks: readonly number[]): number[] {
  return masks.filter((mask) => !masks.some((other) => other !== mask && (mask & other) === mask));
}
