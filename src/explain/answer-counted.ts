/** The count on the note's own words, and what was named without being counted. */
import type { Determination } from "../coding/determination.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { bothWays, elementName, howMany, mentionName, needlesStated, notCounted, total, whereNamed } from "./tell.ts";
import { lineOf, STATUS_WORDS } from "./words.ts";
import { wrap } from "./wrap.ts";

/** The total, and each element with the words that name it. */
export function countedLines(d: Determination, book: Rulebook, width: number, note?: string): string[] {
  const sum = total(d.counts);
  const both = bothWays(d.counts);
  const head = sum === null ? [] : [`  ${howMany(sum.range, sum.thing)}${both === null ? "" : ` (${both})`}`];
  // Both sides of a place that has no name of its own are told once.
  const items = [...new Set(d.counts.elements.map((e) => `- ${elementName(e, book)}${whereNamed(e, note)}`))];
  const needles = sum === null ? null : needlesStated(d.counts);
  return [
    ...head,
    ...items.flatMap((item) => wrap(item, width, 6, 2)),
    ...(needles === null ? [] : wrap(needles, width, 4, 2)),
  ];
}

/** More of one kind would bury the rest. */
const MOST = 8;

/** Structures named and not treated, by what became of them. */
export function notCountedLines(d: Determination, book: Rulebook, width: number, note?: string): string[] {
  return [...notCounted(d)].flatMap(([status, mentions]) => {
    const names = mentions.map((m) => {
      const at = note === undefined || m.end === 0 ? "" : ` (line ${lineOf(note, m.start)})`;
      return `${mentionName(m, book)}${at}`;
    });
    const more = names.length > MOST ? ` and ${names.length - MOST} more` : "";
    return wrap(`${STATUS_WORDS[status]}: ${names.slice(0, MOST).join(", ")}${more}`, width, 4, 2);
  });
}
