/** What is said of tables that are not the day's own: once for all that stand alike. */
import type { IsoDate } from "../../base/dates.ts";
import type { Finding } from "../../base/finding.ts";
import type { TableHead } from "../../rulebook/edit-types.ts";
import { earlierThanTables, laterThanTables } from "./problems.ts";
import type { Edition } from "./unpack.ts";

/** What was asked for a day. */
export interface Consulted {
  readonly what: string;
  /** Undefined: every table begins later. */
  readonly edition: Edition<TableHead> | undefined;
  /** First day of the first table; null when none is loaded. */
  readonly first: IsoDate | null;
}

/**
 * NP7001 and NP7002 for the tables asked that are not of the day, those of one edition together; none when all are
 * its own.
 */
export function caveatsOf(asked: readonly Consulted[], day: IsoDate): readonly Finding[] {
  const alike = new Map<string, Consulted[]>();
  for (const c of asked) {
    if (c.edition?.inside === true) continue;
    const key = c.edition === undefined ? `none ${c.first}` : `${c.edition.table.edition} ${c.edition.table.until}`;
    alike.set(key, [...(alike.get(key) ?? []), c]);
  }
  return [...alike.values()].map((group) => {
    const what = group.map((c) => c.what).join(" and ");
    const tables = group.flatMap((c) => (c.edition === undefined ? [] : [c.edition.table]));
    return tables[0] === undefined
      ? earlierThanTables(what, day, group[0]!.first)
      : laterThanTables(what, tables[0], day, [...new Set(tables.map((t) => t.cite))]);
  });
}
