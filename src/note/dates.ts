/** Dates written in the note. Only numeric and month-name forms; a date without a year is left alone. */
import { daysIn } from "../base/dates.ts";
import { lineStart } from "./chars.ts";
import type { Reading } from "./facts.ts";

const NUMERIC = /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b|\b(\d{4})-(\d{2})-(\d{2})\b/g;
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const NAMED =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2}),? (\d{4})\b/gi;
const SERVICE =
  /date of service|dos\b|date of procedure|procedure date|visit|procedure today|procedure note|service date|^\W*date\W*$/i;

/** Every date with its place; `service` when the words before it on the line say that it is the day of service. */
export function datesIn(text: string): Reading["dates"] {
  const out: Reading["dates"][number][] = [];
  const add = (y: number, m: number, d: number, start: number, length: number): void => {
    const year = y < 100 ? (y < 50 ? 2000 + y : 1900 + y) : y;
    if (m < 1 || m > 12 || d < 1 || d > daysIn(year, m)) return;
    const before = text.slice(lineStart(text, start), start);
    const role = SERVICE.test(before) && !/birth|dob|signed|printed/i.test(before) ? "service" : "other";
    out.push({
      date: `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`,
      start,
      end: start + length,
      role,
    });
  };
  for (const m of text.matchAll(NUMERIC)) {
    if (m[4] !== undefined) add(Number(m[4]), Number(m[5]), Number(m[6]), m.index, m[0].length);
    else add(Number(m[3]), Number(m[1]), Number(m[2]), m.index, m[0].length);
  }
  if (/\b(?:19|20)\d\d\b/.test(text))
    for (const m of text.matchAll(NAMED))
      add(Number(m[3]), MONTHS.indexOf((m[1] as string).toLowerCase()) + 1, Number(m[2]), m.index, m[0].length);
  return Object.freeze(out.sort((a, b) => a.start - b.start));
}
