/** Packed tables asked by code: a code's rows are unpacked on first use and kept. */
import { dayBefore, type IsoDate } from "../../base/dates.ts";
import type { Packed, TableHead } from "../../rulebook/edit-types.ts";

type Row = readonly string[];
export type Rows = (code: string) => readonly Row[];

const NONE: readonly Row[] = [];

/** Rows of a code, fields in the table's packed order; none for a code that is not there. */
export const rowsOf = (packed: Packed): Rows => unpackedBy(packed, NONE, (rows) => rows);

/** What `make` makes of a code's rows, once for each code; `none` for a code that is not there. */
export function unpackedBy<T>(
  packed: Packed,
  none: T,
  make: (rows: readonly Row[], code: string) => T,
): (code: string) => T {
  const kept = new Map<string, T>();
  return (code) => {
    const known = kept.get(code);
    if (known !== undefined) return known;
    const text = Object.hasOwn(packed, code) ? packed[code] : undefined;
    // Only codes that are there are kept: what a claim may name has no end.
    if (text === undefined) return none;
    const made = make(
      text.split(";").map((row) => row.split(",")),
      code,
    );
    kept.set(code, made);
    return made;
  };
}

export interface Edition<T> {
  readonly table: T;
  /** False: the day lies after what the table was published for; it is the latest there is. */
  readonly inside: boolean;
  /** The day on which its rows are asked: the day itself, or the last one of the table. */
  readonly on: IsoDate;
}

/**
 * The table for a day: one published for it, else the latest that began before it. Undefined when every table
 * begins later: nothing is said of days before the first. The last day asked is kept: lines come by the claim.
 */
export function editionsOf<T extends TableHead>(tables: readonly T[]): (day: IsoDate) => Edition<T> | undefined {
  let asked: IsoDate | undefined;
  let found: Edition<T> | undefined;
  return (day) => {
    if (day !== asked) [asked, found] = [day, editionOn(tables, day)];
    return found;
  };
}

function editionOn<T extends TableHead>(tables: readonly T[], day: IsoDate): Edition<T> | undefined {
  let best: T | undefined;
  for (const table of tables) {
    if (table.from > day) continue;
    if (day < table.until) {
      // Of several that hold the day the one that ends first is the nearest to it.
      if (best === undefined || best.until <= day || table.until < best.until) best = table;
    } else if (best === undefined || (best.until <= day && table.until > best.until)) best = table;
  }
  if (best === undefined) return undefined;
  const inside = day < best.until;
  return { table: best, inside, on: inside ? day : dayBefore(best.until) };
}
