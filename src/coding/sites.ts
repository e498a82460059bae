/**
 * The book's structures, made ready for counting. A count is over *atoms*: an atom is one thing that can
 * be counted once (the left trapezius; by name, the trapezius; in 2002, the cervical group). Every word of
 * a note comes down to a list of atoms it may stand for, worked out here once for each book.
 */
import type { LevelReading, SpineRegion, Structure, StructureKind } from "../rulebook/types.ts";
import { kindBits } from "./bits.ts";

/** What is counted: muscles with their side, muscle names whatever the side, or the groups of 2002. */
export type CountBy = "side" | "name" | "group";

/** How a group word counts: between one and its members; as one; not at all until its muscles are named. */
export type Words = "bounded" | "one" | "none";

/** A way of counting. */
export interface Way {
  /** Its place in a table of all ways. */
  readonly index: number;
  readonly by: CountBy;
  readonly words: Words;
}

const waysBy = (by: CountBy, from: number): Readonly<Record<Words, Way>> => ({
  bounded: { index: from, by, words: "bounded" },
  one: { index: from + 1, by, words: "one" },
  none: { index: from + 2, by, words: "none" },
});

/** All ways of counting, each made once. */
export const WAYS: Readonly<Record<CountBy, Readonly<Record<Words, Way>>>> = {
  side: waysBy("side", 0),
  name: waysBy("name", 3),
  group: waysBy("group", 6),
};

/** A way with what `changes` names changed; the same way when it is undefined. */
export function changed(way: Way, changes: Partial<Way> | undefined): Way {
  return changes === undefined ? way : WAYS[changes.by ?? way.by][changes.words ?? way.words];
}

/** Index of a side in a table of atoms. A structure of the midline, or an unpaired one, has one atom. */
export const LEFT = 0;
/** The right side. */
export const RIGHT = 1;
/** The midline, or a structure without sides. */
export const MIDDLE = 2;
/** A side that is not known. */
export const EITHER = 3;
export type SideIndex = 0 | 1 | 2 | 3;

type Atoms = readonly number[];
type AtomsBySide = readonly [Atoms, Atoms, Atoms, Atoms];

export interface Site {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly kind: StructureKind;
  readonly kindBit: number;
  readonly paired: boolean;
  readonly open: boolean;
  /** Most muscles of a side the word stands for. */
  readonly atMost: number;
  readonly size: Structure["size"] | null;
  /** The joint with which this bursa is counted. */
  readonly countsWith: string | null;
  readonly byLevel: Readonly<Record<string, string>> | null;
  readonly byDigit: Readonly<Record<string, string>> | null;
  readonly region: string | null;
  /** What levels of the spine written beside it stand for; null when it has none. */
  readonly levels: LevelReading | null;
  readonly spine: SpineRegion | null;
  /** The digit that the structure itself belongs to, and the vaguer structure that stands for it. */
  readonly digit: string | null;
  readonly vaguer: string | null;
  /** It exists once a digit. */
  readonly perDigit: boolean;
  /** True when the word names one countable thing, not a set of them. */
  readonly single: boolean;
  readonly atoms: { readonly side: AtomsBySide; readonly name: AtomsBySide; readonly group: AtomsBySide };
}

export interface Sites {
  readonly byId: ReadonlyMap<string, Site>;
  /** One more than the highest atom. */
  readonly atoms: number;
}

/** Compiles the structures of a book. Unknown ids in `members` and `mayMean` are left out: the rulebook's checker reports them. */
export function compileSites(structures: Readonly<Record<string, Structure>>): Sites {
  const all = Object.values(structures);
  const index = new Map(all.map((s, i) => [s.id, i]));
  const groups = new Map<string, number>();
  const digits = new Map(
    all.flatMap((s) => Object.entries(s.byDigit ?? {}).map(([digit, id]) => [id, { digit, of: s.id }] as const)),
  );
  const leaves = (s: Structure, seen: Set<string>): Structure[] => {
    if (seen.has(s.id)) return [];
    seen.add(s.id);
    // A muscle of several levels whose level is not said may be any one of its levels.
    const parts = s.members ?? Object.values(s.byLevel ?? s.byDigit ?? {});
    if (parts.length === 0) return [s];
    const found = parts.flatMap((id) => (structures[id] === undefined ? [] : leaves(structures[id], seen)));
    return found.length === 0 ? [s] : found;
  };
  const groupOf = (id: string): number => {
    const known = groups.get(id);
    if (known !== undefined) return known;
    groups.set(id, groups.size);
    return groups.size - 1;
  };
  const sites = all.map((s, i): Site => {
    const members = leaves(s, new Set());
    const ofMembers = (side: SideIndex): Atoms =>
      distinct(members.flatMap((m) => sided(index.get(m.id)!, m.paired, side)));
    const names = distinct(members.map((m) => index.get(m.id)! * 3 + MIDDLE));
    const in2002 = distinctWords(s.group2002 === undefined ? groupsMeant(s, members, structures) : [s.group2002]);
    const ofGroups = (side: SideIndex): Atoms => distinct(in2002.flatMap((g) => sided(groupOf(g), isLimb(g), side)));
    return {
      index: i,
      id: s.id,
      name: s.name,
      kind: s.kind,
      kindBit: kindBits([s.kind]),
      paired: s.paired,
      open: s.open ?? false,
      atMost: s.atMost ?? Infinity,
      size: s.size ?? null,
      countsWith: s.countsWith ?? null,
      byLevel: s.byLevel ?? null,
      byDigit: s.byDigit ?? null,
      region: s.region ?? null,
      levels: s.levels ?? null,
      spine: s.spine ?? null,
      digit: digits.get(s.id)?.digit ?? null,
      vaguer: digits.get(s.id)?.of ?? null,
      perDigit: s.digits !== undefined,
      single: s.kind !== "group" && s.kind !== "region",
      atoms: { side: bySide(ofMembers), name: [names, names, names, names], group: bySide(ofGroups) },
    };
  });
  return { byId: new Map(sites.map((s) => [s.id, s])), atoms: 3 * (all.length + groups.size + 1) };
}

function sided(index: number, paired: boolean, side: SideIndex): Atoms {
  if (!paired) return [index * 3 + MIDDLE];
  return side === LEFT || side === RIGHT ? [index * 3 + side] : [index * 3 + LEFT, index * 3 + RIGHT];
}

function bySide(of: (side: SideIndex) => Atoms): AtomsBySide {
  return [of(LEFT), of(RIGHT), of(MIDDLE), of(EITHER)];
}

/** The 2002 newsletter counts each limb of each side, and the trunk whole. */
function isLimb(group: string): boolean {
  return group.includes("limb");
}

function groupsMeant(
  s: Structure,
  members: readonly Structure[],
  structures: Readonly<Record<string, Structure>>,
): string[] {
  const meant = s.mayMean?.flatMap((id) => structures[id] ?? []) ?? members;
  const groups = meant.map((m) => m.group2002);
  // One place without a group leaves the word open: better no bound than a wrong one.
  return groups.every((g) => g !== undefined) ? groups : [];
}

const distinct = (atoms: readonly number[]): Atoms => [...new Set(atoms)].sort((a, b) => a - b);
const distinctWords = (words: readonly string[]): string[] => [...new Set(words)];
