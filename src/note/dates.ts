/** Dates written in the note. Only numeric and month-name forms; a date without a year is left alone. */
import { daysIn } from "../base/dates.ts";
import { lineStarts } from "./chars.ts";
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
/** Day and year of a date whose month stands before them in words. */
const DAY_AND_YEAR = / (\d{1,2}),? (\d{4})\b/g;
const MONTH_BEFORE = new RegExp(`\\b(?:${MONTHS.join("|")})$`, "i");
const LONGEST_MONTH = "september".length;
const YEAR = /\b(?:19|20)\d\d\b/;
const SERVICE =
  /date of service|dos\b|date of procedure|procedure date|visit|procedure today|procedure note|service date/i;
const OTHER = /birth|dob|signed|printed/i;
const ALONE = /^\W*date\W*$/i;
/** No word of `SERVICE` or `OTHER` is longer. */
const OVERLAP = "date of procedure".length;

/** Every date with its place; `service` when the words before it on the line say that it is the day of service. */
export function datesIn(text: string): Reading["dates"] {
  const out: Reading["dates"][number][] = [];
  let roleAt = roles(text);
  const add = (y: number, m: number, d: number, start: number, length: number): void => {
    const year = y < 100 ? (y < 50 ? 2000 + y : 1900 + y) : y;
    if (m < 1 || m > 12 || d < 1 || d > daysIn(year, m)) return;
    out.push({
      date: `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`,
      start,
      end: start + length,
      role: roleAt(start),
    });
  };
  for (const m of text.matchAll(NUMERIC)) {
    if (m[4] !== undefined) add(Number(m[4]), Number(m[5]), Number(m[6]), m.index, m[0].length);
    else add(Number(m[3]), Number(m[1]), Number(m[2]), m.index, m[0].length);
  }
  roleAt = roles(text);
  let years: boolean | undefined;
  for (const m of text.matchAll(DAY_AND_YEAR)) {
    const month = MONTH_BEFORE.exec(text.slice(Math.max(0, m.index - LONGEST_MONTH - 1), m.index))?.[0];
    if (month === undefined || !(years ??= YEAR.test(text))) continue;
    const start = m.index - month.length;
    add(Number(m[2]), MONTHS.indexOf(month.toLowerCase()) + 1, Number(m[1]), start, month.length + m[0].length);
  }
  return Object.freeze(out.sort((a, b) => a.start - b.start));
}

/** The role of dates asked for in order, by what stands before each on its line. A line is read once for all its dates. */
function roles(text: string): (at: number) => "service" | "other" {
  const startOf = lineStarts(text);
  let line = -1;
  let read = 0;
  let service = false;
  let other = false;
  return (at) => {
    const start = startOf(at);
    const first = start !== line;
    if (first) [line, read, service, other] = [start, start, false, false];
    const words = text.slice(Math.max(start, read - OVERLAP), at);
    read = at;
    service ||= SERVICE.test(words);
    other ||= OTHER.test(words);
    return (service || (first && ALONE.test(words))) && !other ? "service" : "other";
  };
}
