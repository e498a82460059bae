/**
 * Levels of the spine as a note writes them ("L4-5", "C7-T1", "T5", "L3-L5", "lumbar"), read for a structure: which joints,
 * ways out or segments they name. What the words leave open stays open: "L4" beside a facet joint is one of two.
 */
import type { LevelReading, SpineRegion } from "../rulebook/types.ts";

/** One thing that the levels name. */
export interface Named {
  /** Places it may be, by number from the top; empty when only the part of the spine is known. */
  readonly at: readonly number[];
  /** The most places it can stand for. */
  readonly most: number;
  /** False: it may add nothing. */
  readonly sure: boolean;
  readonly spine: readonly SpineRegion[];
}

/** First and last vertebra of each part, by number from the top: C1 is 0, S1 is 24. */
const PARTS: readonly (readonly [letter: string, spine: SpineRegion, first: number, count: number])[] = [
  ["C", "cervical", 0, 7],
  ["T", "thoracic", 7, 12],
  ["L", "lumbar", 19, 5],
  ["S", "sacral", 24, 5],
];
const SACRUM = 24;
/** A nerve without a vertebra of its own. */
const C8 = 6.5;

const EXPRESSION = /^([CTLS])(\d{1,2})(?:-([CTLS])?(\d{1,2}))?$/;

/**
 * The place numbered `at` from the top (C1 is 0, S1 is 24) as a note would write it: a joint by its two vertebrae,
 * everything else by one.
 */
export function placeName(at: number, reading: LevelReading): string {
  return reading === "joint" || reading === "branch" ? `${written(at)}-${written(at + 1)}` : written(at);
}

function written(v: number): string {
  if (v === C8) return "C8";
  const [letter, , first] = PARTS.findLast(([, , from]) => v >= from)!;
  return `${letter}${v - first + 1}`;
}

/**
 * Everything that a list of levels names for a structure read in this way, each place once. Words that are no level
 * name nothing. Two medial branches serve one joint (source `cpt-assistant-facet-2010`,
 * rulebook/families/facet.yaml).
 */
export function namedBy(levels: readonly string[], reading: LevelReading): readonly Named[] {
  const out: Named[] = [];
  const nerves = new Set<number>();
  for (const level of levels) {
    const part = PARTS.find(([, spine]) => spine === level.toLowerCase());
    if (part !== undefined) {
      out.push({ at: [], most: Infinity, sure: true, spine: [part[1]] });
      continue;
    }
    const ends = endsOf(level);
    if (ends === null) continue;
    const [from, to] = ends;
    if (reading !== "branch") out.push(...spanned(from, to, reading));
    else if (to === from + 1) out.push(joint(from));
    else for (let n = from; n <= to; n = next(n)) nerves.add(n);
  }
  return [...out, ...served(nerves)];
}

/** Numbers of the first and last level written; null when the words are no level. */
function endsOf(level: string): readonly [number, number] | null {
  const m = EXPRESSION.exec(level.toUpperCase());
  if (m === null) return null;
  const from = vertebra(m[1]!, Number(m[2]));
  const to = m[4] === undefined ? from : vertebra(m[3] ?? m[1]!, Number(m[4]));
  return from === null || to === null || to < from ? null : [from, to];
}

function vertebra(letter: string, number: number): number | null {
  if (letter === "C" && number === 8) return C8;
  const [, , first, count] = PARTS.find(([l]) => l === letter)!;
  return number >= 1 && number <= count ? first + number - 1 : null;
}

function spanned(from: number, to: number, reading: LevelReading): readonly Named[] {
  const span = Array.from({ length: Math.floor(to) - Math.floor(from) + 1 }, (_, i) => from + i);
  if (reading === "joint") {
    // A joint lies between two vertebrae; a single vertebra is that of the joint above or below it.
    return from === to ? [oneOf(neighbours(from))] : span.slice(0, -1).map(joint);
  }
  // "L4-5" is one way out, or one gap between ribs, or two neighbours.
  if (to === from + 1 && reading === "foramen") return [{ ...one(from), spine: spineOf(from, to) }];
  if (to === from + 1) return [{ at: span, most: 2, sure: true, spine: spineOf(from, to) }];
  return span.map((v, i) => ({ ...one(v), sure: reading !== "foramen" || i < span.length - 1 || from === to }));
}

const one = (at: number): Named => ({ at: [at], most: 1, sure: true, spine: spineOf(at, at) });

/** The joint below a vertebra has the number of that vertebra. */
const joint = (above: number): Named => oneOf([Math.floor(above)]);

/** One joint, whichever of these it is. */
const oneOf = (at: readonly number[]): Named => ({
  at,
  most: 1,
  sure: true,
  spine: [...new Set(at.flatMap((above) => spineOf(above, above + 1)))],
});

/** Joints at a vertebra: the one above and the one below, as far as there are such joints. */
function neighbours(v: number): readonly number[] {
  return [v - 1, v].filter((at) => at >= 0 && at < SACRUM);
}

/**
 * Joints that a set of medial branches serves. Each joint has two, so two neighbours serve one joint, three serve two.
 * In the neck the joint bears the numbers of its nerves; further down the joint lies one lower. A nerve without a
 * neighbour may belong to a joint that is not served whole: it adds nothing that is sure.
 */
function served(nerves: ReadonlySet<number>): readonly Named[] {
  const order = [...nerves].filter((n) => n < SACRUM).sort((a, b) => a - b);
  const lone = order.filter((n) => !order.some((m) => m !== n && next(Math.min(m, n)) === Math.max(m, n)));
  const out: Named[] = [];
  for (const n of order) if (next(n) < SACRUM && nerves.has(next(n))) out.push(joint(servedBy(n)));
  for (const n of lone) out.push({ ...oneOf(neighbours(servedBy(n))), sure: false });
  return out;
}

/** The nerve below: C8 lies between C7 and T1. */
const next = (n: number): number => (n === 6 ? C8 : n === C8 ? 7 : n + 1);

/** The joint served by a nerve together with the one below it. */
const servedBy = (n: number): number => (n < C8 ? n : n === C8 ? 7 : n + 1);

/** Parts of the spine in which a place lies: both where it lies on their border. */
function spineOf(from: number, to: number): readonly SpineRegion[] {
  const of = (v: number): SpineRegion => PARTS.findLast(([, , first]) => v >= first)![1];
  return [...new Set([of(from), of(to)])];
}
