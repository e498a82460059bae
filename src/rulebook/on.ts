/**
 * "In force on": what the book knows for a day. A day or a code it does not know gives a typed answer that says
 * why, never the nearest rule and never an error.
 */
import { holds, inForce, type IsoDate, type Span } from "../base/dates.ts";
import type { CodeEdition, Drug, DrugLine, FamilyEdition, ImagingRule, Rulebook } from "./types.ts";

export interface InForce<T> {
  readonly kind: "in-force";
  readonly edition: T;
}

export interface NoRule {
  readonly kind: "no-rule";
  readonly because:
    /** The day lies outside the dates the book, or the family, claims to know. */
    | "outside-horizon"
    /** No such code or family in the book. */
    | "unknown"
    /** It begins later: on `day`. */
    | "not-yet"
    /** It ended before: on `day`. */
    | "ended";
  /** The day to show with the reason: where the known dates begin or end. */
  readonly day: IsoDate | null;
}

const none = (because: NoRule["because"], day: IsoDate | null): NoRule =>
  Object.freeze({ kind: "no-rule", because, day });

/** Does the book claim to know the rules of that day? */
export const inHorizon = (book: Rulebook, day: IsoDate): boolean => holds(book.horizon, day);

/** The edition of a code in force on a day, or why there is none. */
export function codeOn(book: Rulebook, code: string, day: IsoDate): InForce<CodeEdition> | NoRule {
  const known = Object.hasOwn(book.codes, code) ? book.codes[code] : undefined;
  return known === undefined ? none("unknown", null) : editionOn(book, known.editions, day);
}

/**
 * The edition of a family's table in force on a day, or why there is none. A day outside the family's coverage is
 * outside what is known.
 */
export function familyOn(book: Rulebook, id: string, day: IsoDate): InForce<FamilyEdition> | NoRule {
  const family = book.families.find((f) => f.id === id);
  if (family === undefined) return none("unknown", null);
  const { coverage } = family;
  if (!holds(coverage, day)) return none("outside-horizon", day < coverage.from ? coverage.from : coverage.until);
  return editionOn(book, family.editions, day);
}

function editionOn<T extends Span>(book: Rulebook, editions: readonly T[], day: IsoDate): InForce<T> | NoRule {
  if (!inHorizon(book, day)) {
    return none("outside-horizon", day < book.horizon.from ? book.horizon.from : book.horizon.until);
  }
  const edition = inForce(editions, day);
  if (edition !== undefined) return Object.freeze({ kind: "in-force", edition });
  const next = editions.find((e) => e.from > day);
  return next === undefined ? none("ended", editions.at(-1)?.until ?? null) : none("not-yet", next.from);
}

/**
 * The imaging rules beside a family on a day, one or none for each modality and need of an image; none outside the
 * horizon.
 */
export const imagingOn = (book: Rulebook, family: string, day: IsoDate): readonly ImagingRule[] =>
  inHorizon(book, day) ? book.imaging.filter((rule) => rule.families.includes(family) && holds(rule, day)) : [];

/** The supply codes of a drug on a day. */
export const suppliesOn = (drug: Drug, day: IsoDate): readonly DrugLine[] =>
  drug.lines.filter((line) => holds(line, day));

/** Every day on which a rule of the book begins, or is the first no longer to hold, in order, within its horizon. */
export function changeDays(book: Rulebook): readonly IsoDate[] {
  const spans: readonly Span[] = [
    ...Object.values(book.codes).flatMap((code) => code.editions),
    ...book.families.flatMap((family) => family.editions),
    ...book.imaging,
    ...book.drugs.flatMap((drug) => drug.lines),
    ...book.forms,
  ];
  const days = new Set(spans.flatMap(({ from, until }) => (until === null ? [from] : [from, until])));
  return [...days].filter((day) => inHorizon(book, day)).sort();
}
