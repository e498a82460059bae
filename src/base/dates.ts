/**
 * Dates are ISO `YYYY-MM-DD` strings, compared as strings. No clock, no time zone, no Date object.
 * Spans are half-open: a rule `from` 2003-01-01 `until` 2004-01-01 holds on 2003-12-31, not on 2004-01-01.
 */
export type IsoDate = string;

export interface Span {
  readonly from: IsoDate;
  /** First day it no longer holds; null when no end is known. */
  readonly until: IsoDate | null;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month, 1 to 12, of the Gregorian calendar; 0 for a month that is none. */
export function daysIn(year: number, month: number): number {
  if (month === 2 && (year % 4 === 0 ? year % 100 !== 0 || year % 400 === 0 : false)) return 29;
  return DAYS[month - 1] ?? 0;
}

/** True for a real calendar day written `YYYY-MM-DD`; 2026-02-30 is not one. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [y, m, d] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m);
}

/** Does the span hold on that day? */
export function holds(span: Span, day: IsoDate): boolean {
  return day >= span.from && (span.until === null || day < span.until);
}

/** "2004-01-01 on", "2002-01-01 until 2003-01-01", to stand behind "from": the second day is the first it no longer holds. */
export const spanText = ({ from, until }: Span): string => `${from} ${until === null ? "on" : `until ${until}`}`;

/** The one of `spans` in force on the day, or undefined. Spans of one list never overlap (checked at compile time). */
export function inForce<T extends Span>(spans: readonly T[], day: IsoDate): T | undefined {
  for (const span of spans) if (holds(span, day)) return span;
  return undefined;
}

/** The calendar day before a day. `day` must be one (`isDate`). */
export function dayBefore(day: IsoDate): IsoDate {
  const [y, m, d] = parts(day);
  if (d > 1) return written(y, m, d - 1);
  return m > 1 ? written(y, m - 1, daysIn(y, m - 1)) : written(y - 1, 12, 31);
}

/** The calendar day after a day. `day` must be one (`isDate`). */
export function dayAfter(day: IsoDate): IsoDate {
  const [y, m, d] = parts(day);
  if (d < daysIn(y, m)) return written(y, m, d + 1);
  return m < 12 ? written(y, m + 1, 1) : written(y + 1, 1, 1);
}

const parts = (day: IsoDate): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8)),
];
const written = (y: number, m: number, d: number): IsoDate =>
  `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
