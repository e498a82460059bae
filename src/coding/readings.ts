/**
 * The readings of a list of elements: what each may come to, by side, by name or by the groups of 2002.
 */
import type { Range } from "../base/range.ts";
import { makeCounter, type Want } from "./count.ts";
import { boundOf, type Element } from "./elements.ts";
import { DONE, MUSCLES, SIDE, STRUCTURE } from "./mentions.ts";
import type { CountBy, Way } from "./sites.ts";

/** Doubts that widen a count. */
export const WIDENING = MUSCLES | SIDE | DONE | STRUCTURE;

export type Tally = (elements: readonly Element[], way: Way, only?: number) => Range;

/**
 * Makes the count of elements over atoms `0 .. atoms - 1`. With `only`, just these doubts are left open and the
 * others are settled at their least: it shows which question decides.
 */
export function makeTally(atoms: number): Tally {
  const count = makeCounter(atoms + UNNAMED);
  return (elements, way, only = WIDENING) => {
    const wants: Want[] = [];
    for (const e of elements) {
      if ((e.doubts & (DONE | STRUCTURE) & ~only) !== 0) continue;
      if (way.words === "none" && e.many !== "one") continue;
      wants.push(shared(wantOf(e, way, only, elements), e, way, atoms));
    }
    return count(wants);
  };
}

/** The range of one element by itself, for people. */
export function rangeOf(e: Element, way: Way): Range {
  const { most, sure } = wantOf(e, way, WIDENING, []);
  return { min: sure ? 1 : 0, max: most === Infinity ? null : Math.max(most, 1) };
}

/** Atoms kept for muscles without a name: left, right, and either side or none. */
const UNNAMED = 3;

/**
 * Words without a closed list of members ("cervical paraspinals", "lumbar paraspinals") may all mean one
 * muscle that runs through both places: on each side they share one muscle without a name.
 */
function shared(want: Want, e: Element, way: Way, atoms: number): Want {
  if (!e.open || e.many === "one" || way.by === "group" || want.atoms.length === 0) return want;
  const side = way.by === "name" ? 2 : Math.min(e.side, 2);
  return { ...want, atoms: [...want.atoms, atoms + side] };
}

const ANY: readonly number[] = [];

function wantOf(e: Element, way: Way, only: number, elements: readonly Element[]): Want {
  // A place without a name can be any muscle; in 2002 even a region word names its group.
  const atoms = e.many === "place" && way.by !== "group" ? ANY : e.atoms[way.by];
  return { atoms, most: mostOf(e, way, atoms, only, elements), sure: e.sure };
}

function mostOf(
  e: Element,
  { by, words }: Way,
  atoms: readonly number[],
  only: number,
  elements: readonly Element[],
): number {
  const sides = by !== "name" && (e.doubts & SIDE) !== 0 ? 2 : 1;
  const open = (only & SIDE) !== 0 ? sides : 1;
  if (e.many === "one" || (e.many === "set" && words === "one"))
    return atoms.length === 1 ? 1 : Math.min(open, boundOf(e));
  if ((only & MUSCLES) === 0) {
    // At its least a word adds nothing that is counted already; what may not have been done at all adds one.
    const adds = atoms.length === 0 ? !e.sure : !isExplained(atoms, by, elements);
    return adds ? open : 0;
  }
  if (atoms.length === 0) return Math.min(boundOf(e), e.open ? Infinity : open);
  if (by === "group") return Math.min(boundOf(e), (atoms.length / sides) * open);
  return Math.min(boundOf(e), e.open ? Infinity : (atoms.length / sides) * open, (e.site?.atMost ?? Infinity) * open);
}

function isExplained(atoms: readonly number[], by: CountBy, elements: readonly Element[]): boolean {
  return elements.some(
    (o) => o.sure && o.many === "one" && o.atoms[by].length === 1 && atoms.includes(o.atoms[by][0]!),
  );
}
