/** Dates written in the note. Only numeric and month-name forms; a date without a year is left alone. */
import { daysIn } from "../../base/dates.ts";
import { lineStarts } from "../text/chars.ts";
import type { Reading } from "../facts.ts";
import type { Tokens } from "../text/tokens.ts";

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
export function datesIn(t: Tokens): Reading["dates"] {
  const found = numeric(t);
  const words = named(t);
  if (words.length > 0) {
    for (const d of words) found.push(d);
    found.sort((a, b) => a.start - b.start);
  }
  if (found.length === 0) return NONE;
  const roleAt = roles(t.text);
  for (const d of found) d.role = roleAt(d.start);
  return Object.freeze(found);
}

const NONE: Reading["dates"] = Object.freeze([]);

interface Found {
  readonly date: string;
  readonly start: number;
  readonly end: number;
  role: "service" | "other";
}

/** "3/4/24", "2024-03-04": three stretches of digits with nothing but a slash or a hyphen between them. */
function numeric({ text, digitCount, digitAt, digitLength }: Tokens): Found[] {
  const out: Found[] = [];
  for (let i = 0; i + 2 < digitCount; i++) {
    const a = digitAt[i] as number;
    const first = digitLength[i] as number;
    const after = text.charCodeAt(a + first);
    if ((after !== SLASH && after !== HYPHEN) || first > 4) continue;
    const b = digitAt[i + 1] as number;
    const c = digitAt[i + 2] as number;
    const second = digitLength[i + 1] as number;
    const between = text.charCodeAt(b + second);
    if (b !== a + first + 1 || c !== b + second + 1) continue;
    if ((between !== SLASH && between !== HYPHEN) || second > 2) continue;
    const third = digitLength[i + 2] as number;
    const end = c + third;
    if (isWord(text.charCodeAt(a - 1)) || isWord(text.charCodeAt(end))) continue;
    if (first <= 2 && (third === 2 || third === 4))
      add(out, valueOf(text, c, end), valueOf(text, a, a + first), valueOf(text, b, b + second), a, end);
    else if (first === 4 && second === 2 && third === 2 && after === HYPHEN && between === HYPHEN)
      add(out, valueOf(text, a, a + first), valueOf(text, b, b + second), valueOf(text, c, end), a, end);
    else continue;
    i += 2;
  }
  return out;
}

function valueOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = 10 * value + text.charCodeAt(i) - 48;
  return value;
}

const SLASH = 47;
const HYPHEN = 45;
const SPACE = 32;
const COMMA = 44;

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
/** As for `\b` in a pattern. */
const isWord = (c: number): boolean => isDigit(c) || isLetter(c) || c === 95;

/** "March 4, 2024". */
function named({ text, digitCount, digitAt, digitLength }: Tokens): Found[] {
  const out: Found[] = [];
  let years: boolean | undefined;
  for (let i = 0; i < digitCount; i++) {
    const start = digitAt[i] as number;
    const length = digitLength[i] as number;
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
  out.push({ date: `${year}-${TWO[m]}-${TWO[d]}`, start, end, role: "other" });
}

/** Months and days in two digits. */
const TWO = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, "0"));

/** The role of dates asked for in order, by the nearest word before each in its sentence. A line is read once for all its dates. */
function roles(text: string): (at: number) => "service" | "other" {
  const startOf = lineStarts(text);
  let line = -1;
  let read = 0;
  let letter = -1;
  let role: "service" | "other" = "other";
  return (at) => {
    const start = startOf(at);
    const first = start !== line;
    if (first) [line, read, role] = [start, start, "other"];
    const from = Math.max(start, read - OVERLAP);
    for (let i = read; i < at; i++) if (isLetter(text.charCodeAt(i))) letter = i;
    read = at;
    if (letter < from) return role;
    const words = text.slice(from, at);
    const stop = lastOf(STOP, words);
    const said = lastOf(ROLE, stop === undefined ? words : words.slice(stop.index));
    if (said !== undefined) role = said[1] === undefined ? "service" : "other";
    else if (stop !== undefined) role = "other";
    return first && ALONE.test(words) ? "service" : role;
  };
}

function lastOf(pattern: RegExp, words: string): RegExpExecArray | undefined {
  let last: RegExpExecArray | undefined;
  pattern.lastIndex = 0;
  for (let m = pattern.exec(words); m !== null; m = pattern.exec(words)) last = m;
  return last;
}
