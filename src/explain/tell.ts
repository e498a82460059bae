/** Sentences about a determination that its answer and its documents share. */
import { inForce, spanText, type Span } from "../base/dates.ts";
import { printRange, type Range } from "../base/range.ts";
import type { CountElement, Counts, Determination, Line } from "../coding/determination.ts";
import { isMention, type Mention, type Status } from "../note/facts.ts";
import type { Citation, CodeEdition, CountedThing, Rulebook } from "../rulebook/types.ts";
import { citationOf } from "./citations.ts";
import { placeWords, sided } from "./words.ts";

/** "20553-59". */
export const codeWithModifiers = (line: Pick<Line, "code" | "modifiers">): string =>
  [line.code, ...line.modifiers].join("-");

/** "20553 x1". */
export const codeAndUnits = (line: Pick<Line, "code" | "modifiers" | "units">): string =>
  `${codeWithModifiers(line)} x${line.units}`;

const NOUNS: Readonly<Record<CountedThing, readonly [string, string]>> = {
  muscle: ["muscle", "muscles"],
  "muscle-group": ["muscle group", "muscle groups"],
  structure: ["structure", "structures"],
  joint: ["joint", "joints"],
  nerve: ["nerve", "nerves"],
  session: ["session", "sessions"],
  site: ["site", "sites"],
  level: ["level", "levels"],
};

/** "1 muscle", "3 to 4 muscles", "3 or more muscle groups". */
export const howMany = (range: Range, thing: CountedThing): string =>
  `${printRange(range)} ${NOUNS[thing][range.min === 1 && range.max === 1 ? 0 : 1]}`;

/** The count that chose the code, or null where none did. */
export function total(counts: Counts): { readonly range: Range; readonly thing: CountedThing } | null {
  const muscles = counts.muscles ?? counts.needled;
  if (muscles !== undefined) return { range: muscles, thing: "muscle" };
  return counts.groups === undefined ? null : { range: counts.groups, thing: "muscle-group" };
}

/** "by name 2, by side 3", when the two differ; else null. */
export function bothWays(counts: Counts): string | null {
  const { byName, bySide } = counts;
  if (byName === undefined || bySide === undefined || printRange(byName) === printRange(bySide)) return null;
  return `by name ${printRange(byName)}, by side ${printRange(bySide)}`;
}

/** "12 injections stated: never counted as muscles", or null. */
export function needlesStated(counts: Counts): string | null {
  const some = [plural(counts.sites, "injection site"), plural(counts.needlePasses, "needle pass", "needle passes")];
  const said = some.filter((s) => s !== null).join(" and ");
  return said === "" ? null : `${said} stated: how often a needle went in is never a count of muscles.`;
}

const plural = (n: number | null, one: string, many = `${one}s`): string | null =>
  n === null ? null : `${n} ${n === 1 ? one : many}`;

/** The name of an element of the count with its side, and the structures it may stand for. */
export function elementName(e: CountElement, book: Rulebook): string {
  if (e.id !== null) return e.name;
  // A place without a name is called by the note's own words, which may hold its side already.
  const words = e.name.replace(/^(?:left|right) (?=(?:bilateral|bilat|b\/l|left|right)\b)/i, "");
  return Object.hasOwn(book.structures, words) ? book.structures[words]!.name : words;
}

/** ", line 3: "left trap"": where the note names an element first; nothing for facts written by hand, or without the note. */
export function whereNamed(e: CountElement, note: string | null | undefined): string {
  const place = e.evidence.find((x) => x.end > x.start);
  return place === undefined || note == null ? "" : `, ${placeWords(note, place)}`;
}

/**
 * The edition of a line's code in force on the day of the determination; undefined for codes that have none (imaging,
 * drugs).
 */
export const editionOf = (line: Pick<Line, "code">, d: Determination, book: Rulebook): CodeEdition | undefined =>
  inForce(book.codes[line.code]?.editions ?? [], d.dateOfService);

/** The rule of an edition in one sentence: what it counts, how many it takes, how often it is reported. */
export function ruleSentence(edition: CodeEdition): string {
  // Codes for the first, the second and each further place say themselves which place they are for.
  if (edition.per === "place")
    return "It is reported for the place that it names, however often the needle went in there.";
  const per = edition.per === "session" ? "once a session" : `once for each ${structureNoun(edition.counts)}`;
  if (edition.range === undefined)
    return `It is reported ${per}, ${edition.per === "session" ? "however often the needle went in" : "whatever the number of injections into it"}.`;
  const thing = edition.counts;
  return `What counts is the ${NOUNS[thing][0]}: it takes ${howMany(edition.range, thing)}, and is reported ${per}.`;
}

const structureNoun = (thing: CountedThing): string =>
  thing === "session" || thing === "site" || thing === "level" ? "structure" : NOUNS[thing][0];

/** "From 2020-01-01 on", "From 2002-01-01 until 2003-01-01". */
export const spanWords = (e: Span): string => `From ${spanText(e)}`;

/** "In force from 2020-01-01, with no end known." */
export const inForceSentence = (e: CodeEdition): string =>
  `In force from ${e.from}, ${e.until === null ? "with no end known" : `until ${e.until} (the first day it no longer holds)`}.`;

/** A citation, and the dates of the rule that it stands under. */
export interface Standing {
  readonly cite: Citation;
  readonly rule: Span | undefined;
}

/** The citations of the rules that chose the lines, each source once, fullest citation first known. */
export function citationsOf(d: Determination, book: Rulebook): readonly Standing[] {
  const seen = new Map<string, Standing>();
  for (const line of d.lines) {
    const cites = [...(editionOf(line, d, book)?.cite ?? []), ...rowCites(line, book)];
    for (const { rule, citations } of line.because)
      for (const id of citations)
        if (!seen.has(id)) seen.set(id, { cite: citationOf(id, cites, book), rule: ruleSpan(rule, book) });
  }
  return [...seen.values()];
}

/** The dates of a rule: of its edition for a row, its own for imaging and drugs; undefined when the book has no such rule. */
export function ruleSpan(rule: string, book: Rulebook): Span | undefined {
  const edition = book.families.flatMap((f) => f.editions).find((e) => e.rows.some((r) => r.where.rule === rule));
  return edition ?? book.imaging.find((i) => i.where.rule === rule);
}

/** The citations of the rows of the decision tables that a line rests on, with what the row's author claimed. */
function rowCites(line: Line, book: Rulebook): readonly Citation[] {
  const rules = new Set(line.because.map((r) => r.rule));
  return [
    ...book.families.flatMap((f) => f.editions.flatMap((e) => e.rows.filter((r) => rules.has(r.where.rule)))),
    ...book.imaging.filter((i) => rules.has(i.where.rule)),
  ].flatMap((r) => r.cite);
}

/**
 * Structures named and not treated, by what became of them, each once. One that was treated too is not among
 * those "examined only" or "not treated": that its name stands elsewhere as well says nothing.
 */
export function notCounted(d: Determination): ReadonlyMap<Status, readonly Mention[]> {
  const by = new Map<Status, Mention[]>();
  const seen = new Set<string>();
  const mentions = d.facts.filter(isMention);
  const treated = [...mentions.filter((m) => m.status === "injected" || m.status === "needled"), ...d.counts.elements];
  const isTreated = (m: Mention): boolean =>
    treated.some(
      (t) =>
        t.id !== null && t.id === m.id && (m.side === "unspecified" || t.side === "bilateral" || t.side === m.side),
    );
  for (const f of mentions) {
    if (f.status === "injected" || f.status === "needled") continue;
    if ((f.status === "other" || f.status === "examined") && isTreated(f)) continue;
    const key = `${f.status} ${f.id ?? f.text} ${f.side} ${f.digit ?? ""}`;
    if (seen.has(key)) continue;
    seen.add(key);
    by.set(f.status, [...(by.get(f.status) ?? []), f]);
  }
  return by;
}

/** A mention's name as the book has it, with its side. */
export function mentionName(m: Mention, book: Rulebook): string {
  const name = m.id !== null && Object.hasOwn(book.structures, m.id) ? book.structures[m.id]!.name : m.text;
  return m.side === "unspecified" ? name : sided(name, m.side);
}
