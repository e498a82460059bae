/** One note under the rules of several days: what the answer would have been, what differs, and where that is written. */
import type { IsoDate } from "../base/dates.ts";
import type { Determination, Encounter } from "../coding/determination.ts";
import { shortHash } from "../rulebook/hash.ts";
import type { CodeEdition, Rulebook } from "../rulebook/types.ts";
import { sourceLine } from "./citations.ts";
import { made, part, points, refused, type Made, type Words } from "./document.ts";
import { lastDay } from "./days.ts";
import { codeAndUnits, howMany, total } from "./tell.ts";

/** A day in each of the years in which the rules of these families changed. */
export const YEARS = ["2001", "2002", "2003", "2004", "2007", "2015", "2020", "2024"] as const;
const IN_YEAR = "-07-01";

/** The days that are compared when nobody names others: one in each year of change, and the last that the book knows. */
export function daysAcross(book: Rulebook): readonly IsoDate[] {
  const days = YEARS.map((y) => `${y}${IN_YEAR}`).filter((d) => d >= book.horizon.from && d < book.horizon.until);
  return [...days, lastDay(book)];
}

/**
 * `encounter` answered on each of `days`. `decide` is the engine on this book; the encounter's own date is put aside,
 * and dates written in the note with it. Refused with the first three errors when there is no answer at all.
 */
export function acrossOf(
  encounter: Encounter,
  book: Rulebook,
  decide: (encounter: Encounter) => Determination,
  days: readonly IsoDate[] = daysAcross(book),
): Made {
  const answers = days.map((day) => decide({ ...encounter, dateOfService: day }));
  const errors = answers.flatMap((d) => d.findings.filter((f) => f.severity === "error"));
  if (errors.length > 0) return refused(...errors.slice(0, 3));
  const [first] = answers;
  const last = answers.at(-1);
  if (first === undefined || last === undefined) return refused();
  return made({
    type: "across",
    title: "One note, the rules of other days",
    subtitle: `From ${first.dateOfService} to ${last.dateOfService}`,
    date: last.dateOfService,
    footer: `Made with Needlepoint ${last.receipt.engine}, rulebook ${book.version} ${shortHash(book.hash)}.`,
    blocks: [
      {
        kind: "table",
        head: ["Rules of", "Answer", "Counted", "Changed"],
        widths: [0.16, 0.34, 0.3, 0.2],
        rows: answers.map((d, i) => [d.dateOfService, answer(d), counted(d), changed(answers[i - 1], d)]),
      },
      ...part("What changed, and where it is written", points(answers.flatMap((d, i) => why(answers[i - 1], d, book)))),
    ],
  });
}

function answer(d: Determination): string {
  const codes = d.lines.map(codeAndUnits).join(", ");
  if (d.status === "none") return "no code";
  return d.status === "query" ? `ask; supported now: ${codes || "no code"}` : codes;
}

function counted(d: Determination): string {
  const sum = total(d.counts);
  return sum === null ? "" : howMany(sum.range, sum.thing);
}

const changed = (before: Determination | undefined, now: Determination): string =>
  before === undefined ? "" : answer(before) === answer(now) ? "same" : "other answer";

/** The editions that came between two days for the codes of either answer. */
function why(before: Determination | undefined, now: Determination, book: Rulebook): readonly Words[] {
  if (before === undefined) return [];
  const codes = [...new Set([...before.lines, ...now.lines].map((l) => l.code))].sort();
  return codes.flatMap((code) =>
    (book.codes[code]?.editions ?? [])
      .filter((e) => e.from > before.dateOfService && e.from <= now.dateOfService && e.change !== undefined)
      .map((e): Words => [
        { text: `${e.from}, ${code}: `, look: "strong" },
        `${e.change} `,
        { text: sourceOf(e, book), look: "quiet" },
      ]),
  );
}

const sourceOf = (e: CodeEdition, book: Rulebook): string =>
  e.cite
    .slice(0, 1)
    .map((c) => sourceLine(c.source, book, c))
    .join(" ");
