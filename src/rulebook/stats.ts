/** What the book consists of and what it rests on: the numbers behind `rulebook stats`. Pure; the day is given. */
import type { IsoDate } from "../base/dates.ts";
import type { Citation, How, Rulebook, StructureKind, Tier } from "./types.ts";

export interface BookStats {
  readonly version: string;
  readonly hash: string;
  readonly horizon: Rulebook["horizon"];
  readonly counts: {
    readonly codes: number;
    readonly codeEditions: number;
    readonly families: number;
    readonly familiesNotCoded: number;
    readonly familyEditions: number;
    readonly rows: number;
    readonly imaging: number;
    readonly drugs: number;
    readonly drugLines: number;
    readonly conventions: number;
    readonly beliefs: number;
    readonly gaps: number;
    readonly sources: number;
    readonly structures: number;
    readonly terms: number;
    readonly cues: number;
    readonly plainWords: number;
    /** Code editions, rows, imaging rules and drug lines: what has a date and a citation. */
    readonly rules: number;
  };
  readonly structures: Readonly<Partial<Record<StructureKind, number>>>;
  /** All citations, by the tier of their source and by how they were read. */
  readonly citations: {
    readonly total: number;
    readonly byTier: readonly Part<Tier>[];
    readonly byHow: readonly Part<How>[];
  };
  /** Rules by the best thing they rest on: highest tier, fullest reading. */
  readonly restOn: { readonly byTier: readonly Part<Tier>[]; readonly byHow: readonly Part<How>[] };
  readonly families: readonly FamilyStats[];
}

/** `share` is of the whole, 0 to 1. Every word of the list is there, with 0 when nothing is. */
export interface Part<T extends string> {
  readonly what: T;
  readonly count: number;
  readonly share: number;
}

export interface FamilyStats {
  readonly id: string;
  readonly title: string;
  readonly coded: boolean;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly editions: number;
  readonly rows: number;
  readonly reviewBy: IsoDate;
  /** Null when no day was given. */
  readonly pastReview: boolean | null;
}

/** All tiers, the best first. */
export const TIERS: readonly Tier[] = [
  "ama",
  "government",
  "payer",
  "society",
  "newsletter",
  "forum",
  "automatic",
  "own",
];
/** Fullest reading first. */
export const HOWS: readonly How[] = ["in-full", "in-part", "quoted-by", "digest", "inference", "memory", "unverified"];

/** Counts a book. `asOf`: the day for which review dates are judged; without it they are not. */
export function statsOf(book: Rulebook, asOf?: IsoDate): BookStats {
  const codes = Object.values(book.codes);
  const codeEditions = codes.flatMap((code) => code.editions);
  const familyEditions = book.families.flatMap((family) => family.editions);
  const rows = familyEditions.flatMap((edition) => edition.rows);
  const drugLines = book.drugs.flatMap((drug) => drug.lines);
  const rules: readonly { readonly cite: readonly Citation[] }[] = [
    ...codeEditions,
    ...rows,
    ...book.imaging,
    ...drugLines,
  ];
  const all: readonly Citation[] = [
    ...rules.flatMap((rule) => rule.cite),
    ...familyEditions.flatMap((edition) => edition.cite),
    ...codeEditions.flatMap((edition) => edition.modifiers?.flatMap((m) => m.cite) ?? []),
    ...book.families.flatMap((family) => family.notCoded?.cite ?? []),
    ...book.conventions.flatMap((c) => [...c.cite, ...c.positions.flatMap((p) => p.cite)]),
    ...book.beliefs.flatMap((b) => [...b.saidBy, ...b.cite]),
  ];
  const tierOf = (c: Citation): Tier => book.sources[c.source]?.tier ?? "own";
  const best = <T>(order: readonly T[], words: readonly T[]): T => order.find((word) => words.includes(word))!;
  const structures = Object.values(book.structures);
  return {
    version: book.version,
    hash: book.hash,
    horizon: book.horizon,
    counts: {
      codes: codes.length,
      codeEditions: codeEditions.length,
      families: book.families.length,
      familiesNotCoded: book.families.filter((f) => f.notCoded !== undefined).length,
      familyEditions: familyEditions.length,
      rows: rows.length,
      imaging: book.imaging.length,
      drugs: book.drugs.length,
      drugLines: drugLines.length,
      conventions: book.conventions.length,
      beliefs: book.beliefs.length,
      gaps: book.gaps.length,
      sources: Object.keys(book.sources).length,
      structures: structures.length,
      terms: book.terms.length,
      cues: book.cues.length,
      plainWords: book.plainWords.length,
      rules: rules.length,
    },
    structures: tally(structures.map((s) => s.kind)),
    citations: {
      total: all.length,
      byTier: parts(TIERS, all.map(tierOf)),
      byHow: parts(
        HOWS,
        all.map((c) => c.how),
      ),
    },
    restOn: {
      byTier: parts(
        TIERS,
        rules.map((rule) => best(TIERS, rule.cite.map(tierOf))),
      ),
      byHow: parts(
        HOWS,
        rules.map((rule) =>
          best(
            HOWS,
            rule.cite.map((c) => c.how),
          ),
        ),
      ),
    },
    families: book.families.map((family) => ({
      id: family.id,
      title: family.title,
      coded: family.notCoded === undefined,
      from: family.coverage.from,
      until: family.coverage.until,
      editions: family.editions.length,
      rows: family.editions.reduce((sum, edition) => sum + edition.rows.length, 0),
      reviewBy: family.reviewBy,
      pastReview: asOf === undefined ? null : family.reviewBy <= asOf,
    })),
  };
}

function parts<T extends string>(words: readonly T[], found: readonly T[]): readonly Part<T>[] {
  const counts = tally(found);
  return words.map((what) => {
    const count = counts[what] ?? 0;
    return { what, count, share: found.length === 0 ? 0 : count / found.length };
  });
}

function tally<T extends string>(words: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
