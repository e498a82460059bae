/** Days of a book. */
import { daysIn, type IsoDate } from "../base/dates.ts";
import type { Rulebook } from "../rulebook/types.ts";

/** The last day the book knows: its horizon is half-open, and this is the day before its end. */
export function lastDay(book: Pick<Rulebook, "horizon">): IsoDate {
  const [y, m, d] = book.horizon.until.split("-").map(Number) as [number, number, number];
  if (d > 1) return iso(y, m, d - 1);
  return m > 1 ? iso(y, m - 1, daysIn(y, m - 1)) : iso(y - 1, 12, 31);
}

const iso = (y: number, m: number, d: number): IsoDate =>
  `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
