/** Are supply codes valid on the day? */
import { dayBefore, type IsoDate } from "../../base/dates.ts";
import type { Finding } from "../../base/finding.ts";
import type { EditBook } from "../../rulebook/edit-types.ts";
import { supplyGone, supplyNotValid } from "./problems.ts";
import type { Subject } from "./subject.ts";
import { rowsOf } from "./unpack.ts";

/**
 * A check of supply codes against CMS's HCPCS files (rulebook/edits/hcpcs-supplies.csv): NP7060 or NP7061 for each
 * that is not valid on the day.
 */
export function makeSupplies(book: EditBook): (subject: Subject, day: IsoDate) => readonly Finding[] {
  const tables = book.supplies.map((table) => ({ ...table, of: rowsOf(table.rows), read: lastMonth(table.until) }));
  return ({ who, codes }, day) => {
    const table = tables.at(-1);
    if (table === undefined) return [];
    return codes.flatMap((code): readonly Finding[] => {
      const [from = "", until = "", seen = ""] = table.of(code)[0] ?? [];
      if (from !== "" && day < from) return [supplyNotValid(who, code, day, `it begins on ${from}`, table)];
      if (until !== "" && day >= until)
        return [supplyNotValid(who, code, day, `it ended; ${until} is the first day without it`, table)];
      // Read once more since, and no longer listed: when it ended is not written anywhere that was read.
      const gone = seen !== "" && until === "" && seen < table.read && day.slice(0, 7) > seen;
      return gone ? [supplyGone(who, code, seen, table)] : [];
    });
  };
}

/** A table until the first of a month was last read in the month before. */
const lastMonth = (until: IsoDate): string => dayBefore(until).slice(0, 7);
