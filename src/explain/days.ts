/** Days of a book. */
import { dayBefore, type IsoDate } from "../base/dates.ts";
import type { Rulebook } from "../rulebook/types.ts";

/** The last day the book knows: its horizon is half-open, and this is the day before its end. */
export const lastDay = (book: Pick<Rulebook, "horizon">): IsoDate => dayBefore(book.horizon.until);
