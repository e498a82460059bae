/** Dates written in the note. Only numeric and month-name forms; a date without a year is left alone. */
import { daysIn } from "../base/dates.ts";
import { lineStarts } from "./chars.ts";
import type { Digits } from "./digits.ts";
import type { Reading } from "./facts.ts";

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
const DAY_AND_YEAR = / (\d{1,2}),? (\d{4})\b/y;
const MONTH_BEFORE = new RegExp(`\\b(?:${MONTHS.join("|")})$`, "i");
const LONGEST_MONTH = "september".length;
const YEAR = /\b(?:19|20)\d\d\b/;
/** Words that say of what day a date is: of the service, or (the group) of something else, an earlier visit among it. */
const ROLE =
  /(birth|dob|signed|printed|injury|accident|(?:last|prior|previous|initial|first|next) (?:office )?visit)|date of service|dos\b|date of procedure|procedure date|\bvisit\b|procedure today|today on\b|today's date|procedure note|service date/gi;
/** A sentence ends: what it said of its dates does not hold for the next one's. */
const STOP = /[a-z0-9]{3}[.!?] +(?=[A-Z])/g;
const ALONE = /^\W*date\W*$/i;
/** No match of `ROLE` is longer. */
const OVERLAP = "previous office visit".length;

/** Every date with its place; `service` when the words before it on the line say that it is the day of service. */
export function datesIn(text: string, digits: readonly Digits[]): Reading["dates"] {
  const found = numeric(text, digits);
  const words = named(text, digits);
  if (words.length > 0) {
    for (const d of words) found.push(d);
    found.sort((a, b) => a.start - b.start);
  }
  if (found.length === 0) return NONE;
  const roleAt = roles(text);
  return Object.freeze(found.map(({ date, start, end }) => ({ date, start, end, role: roleAt(start) })));
}

const NONE: Reading["dates"] = Object.freeze([]);

interface Found {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** "3/4/24", "2024-03-04": three stretches of digits with nothing but a slash or a hyphen between them. */
function numeric(text: string, digits: readonly Digits[]): Found[] {
  const out: Found[] = [];
  for (let i = 0; i + 2 < digits.length; i++) {
    const a = digits[i] as Digits;
    const after = text.charCodeAt(a.start + a.length);
    if ((after !== SLASH && after !== HYPHEN) || a.length > 4) continue;
    const [b, c] = [digits[i + 1] as Digits, digits[i + 2] as Digits];
    const between = text.charCodeAt(b.start + b.length);
    if (b.start !== a.start + a.length + 1 || c.start !== b.start + b.length + 1) continue;
    if ((between !== SLASH && between !== HYPHEN) || b.length > 2) continue;
    const end = c.start + c.length;
    if (isWord(text.charCodeAt(a.start - 1)) || isWord(text.charCodeAt(end))) continue;
    const [x, y, z] = [valueOf(text, a), valueOf(text, b), valueOf(text, c)];
    if (a.length <= 2 && (c.length === 2 || c.length === 4)) add(out, z, x, y, a.start, end);
    else if (a.length === 4 && b.length === 2 && c.length === 2 && after === HYPHEN && between === HYPHEN)
      add(out, x, y, z, a.start, end);
    else continue;
    i += 2;
  }
  return out;
}

const valueOf = (text: string, { start, length }: Digits): number => Number(text.slice(start, start + length));

const SLASH = 47;
const HYPHEN = 45;
const SPACE = 32;
const COMMA = 44;

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
/** As for `\b` in a pattern. */
const isWord = (c: number): boolean => isDigit(c) || isLetter(c) || c === 95;

/** "March 4, 2024". */
function named(text: string, digits: readonly Digits[]): Found[] {
  const out: Found[] = [];
  let years: boolean | undefined;
  for (const { start, length } of digits) {
    if (length > 2 || text.charCodeAt(start - 1) !== SPACE) continue;
    const after = start + length + (text.charCodeAt(start + length) === COMMA ? 1 : 0);
    if (text.charCodeAt(after) !== SPACE || !isDigit(text.charCodeAt(after + 1))) continue;
    DAY_AND_YEAR.lastIndex = start - 1;
    const m = DAY_AND_YEAR.exec(text);
    if (m === null) continue;
    const month = MONTH_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_MONTH - 2), start - 1))?.[0];
    if (month === undefined || !(years ??= YEAR.test(text))) continue;
    const from = start - 1 - month.length;
    add(out, Number(m[2]), MONTHS.indexOf(month.toLowerCase()) + 1, Number(m[1]), from, start - 1 + m[0].length);
  }
  return out;
}

function add(out: Found[], y: number, m: number, d: number, start: number, end: number): void {
  const year = y < 100 ? (y < 50 ? 2000 + y : 1900 + y) : y;
  if (m < 1 || m > 12 || d < 1 || d > daysIn(year, m)) return;
  out.push({ date: `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`, start, end });
}

/** The role of dates asked for in order, by the nearest word before each in its sentence. A line is read once for all its dates. */
function roles(text: string): (at: number) => "service" | "other" {
  const startOf = lineStarts(text);
  let line = -1;
  let read = 0;
  let role: "service" | "other" = "other";
  return (at) => {
    const start = startOf(at);
    const first = start !== line;
    if (first) [line, read, role] = [start, start, "other"];
    const from = Math.max(start, read - OVERLAP);
    read = at;
    if (!holdsLetter(text, from, at)) return role;
    const words = text.slice(from, at);
    const stop = lastOf(STOP, words);
    const said = lastOf(ROLE, stop === undefined ? words : words.slice(stop.index));
    if (said !== undefined) role = said[1] === undefined ? "service" : "other";
    else if (stop !== undefined) role = "other";
    return first && ALONE.test(words) ? "service" : role;
  };
}

function holdsLetter(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isLetter(text.charCodeAt(i))) return true;
  return false;
}

function lastOf(pattern: RegExp, words: string): RegExpExecArray | undefined {
  let last: RegExpExecArray | undefined;
  pattern.lastIndex = 0;
  for (let m = pattern.exec(words); m !== null; m = pattern.exec(words)) last = m;
  return last;
}
