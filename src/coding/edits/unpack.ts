/** Packed tables asked by code: a code's rows are unpacked on first use and kept. */
import { dayBefore, type IsoDate } from "../../base/dates.ts";
import type { Packed, TableHead } from "../../rulebook/edit-types.ts";

export type Rows = (code: string) => readonly (readonly string[])[];

const NONE: readonly (readonly string[])[] = [];

/** Rows of a code, fields in the table's packed order. */
export function rowsOf(packed: Packed): Rows {
  const kept = new Map<string, readonly (readonly string[])[]>();
  return (code) => {
    let rows = kept.get(code);
    if (rows === undefined) {
      const text = Object.hasOwn(packed, code) ? packed[code] : undefined;
      rows = text === undefined ? NONE : text.split(";").map((row) => row.split(","));
      // Only codes that are there are kept: what a claim may name has no end.
      if (text !== undefined) kept.set(code, rows);
    }
    return rows;
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
 * begins later: nothing is said of days before the first.
 */
export function editionOn<T extends TableHead>(tables: readonly T[], day: IsoDate): Edition<T> | undefined {
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
