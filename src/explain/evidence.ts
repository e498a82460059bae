/** What a document shows of a determination: the count, its elements, the note's words with marks, the rule. */
import type { Determination } from "../coding/determination.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { paragraph, points, type Block, type Words } from "./document.ts";
import { excerptOf, type Marked } from "./excerpt.ts";
import {
  bothWays,
  editionOf,
  elementName,
  howMany,
  inForceSentence,
  notCounted,
  ruleSentence,
  total,
  whereNamed,
} from "./tell.ts";

/** More would not fit on a page, and nobody would read it. What is left out is said to be. */
const MOST = { elements: 12, lines: 10 };

/** "3 to 4 muscles (by name 2, by side 3)." Null where no count chose the code. */
export function counted(d: Determination): Block | null {
  const sum = total(d.counts);
  if (sum === null) return null;
  const both = bothWays(d.counts);
  return paragraph([
    { text: howMany(sum.range, sum.thing), look: "strong" },
    both === null ? "." : ` (${both}).`,
    sum.range.min === sum.range.max ? "" : " The words leave it open within these bounds.",
  ]);
}

/** The elements of the count, each with the words that name it. */
export function elements(d: Determination, note: string | null, book: Rulebook): Block {
  const items = d.counts.elements.map((e): Words => `${elementName(e, book)}${whereNamed(e, note)}`);
  return points(fewer(once(items), MOST.elements));
}

function marks(d: Determination): readonly Marked[] {
  const of = (places: readonly { start: number; end: number }[], look: Marked["look"]): readonly Marked[] =>
    places.map(({ start, end }) => ({ start, end, look }));
  const asked = d.queries.flatMap((q) => of(q.indicators, "asked"));
  const counted = d.counts.elements.flatMap((e) => of(e.evidence, "counted"));
  const rest = d.lines.flatMap((l) => l.because.flatMap((r) => of(r.evidence, "counted")));
  const named = [...notCounted(d).values()].flatMap((mentions) => of(mentions, "seen"));
  return [...asked, ...counted, ...rest, ...named];
}

/** Lines of the note with marks: what was counted, what is asked about, what was only named. Null without a note. */
export function wordsOfNote(d: Determination, note: string | null): Block | null {
  return note === null ? null : { kind: "excerpt", lines: excerptOf(note, marks(d), MOST.lines) };
}

/** Two sentences for each code: what it covers, and what it takes. */
export function rules(d: Determination, book: Rulebook): readonly Block[] {
  const codes = new Map(d.lines.filter((l) => l.role !== "drug").map((l) => [l.code, l]));
  return [...codes.values()].flatMap((line) => {
    const edition = editionOf(line, d, book);
    if (edition === undefined) return [];
    const words = [{ text: `${line.code} `, look: "strong" as const }, `${edition.covers} ${ruleSentence(edition)} `];
    return [paragraph([...words, { text: inForceSentence(edition), look: "quiet" }])];
  });
}

/** The list with each value once, in order. */
export const once = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

/** The first `most` of a list, and then how many more there are. */
export function fewer<T>(list: readonly T[], most: number): readonly (T | string)[] {
  return list.length <= most ? list : [...list.slice(0, most), `and ${list.length - most} more`];
}
