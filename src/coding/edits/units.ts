/** Medically unlikely edits and add-on codes: how many units, and beside what. */
import type { IsoDate } from "../../base/dates.ts";
import type { Finding } from "../../base/finding.ts";
import type { EditBook } from "../../rulebook/edit-types.ts";
import type { Consulted } from "./caveats.ts";
import { addOnAlone, tooManyUnits } from "./problems.ts";
import type { Subject } from "./subject.ts";
import { editionsOf, rowsOf } from "./unpack.ts";

export interface Units {
  check(subject: Subject, day: IsoDate): readonly Finding[];
  consulted(day: IsoDate): Consulted;
}

/**
 * A check of lines against the unit limits (MUE) and add-on rules of the book, by the quarter of the day: NP7020,
 * NP7030. A limit of adjudication indicator 1 is of a line, of 2 and 3 of the day (source `ngs-mue`).
 */
export function makeUnits(book: EditBook): Units {
  const limits = book.units.map((table) => ({ ...table, of: rowsOf(table.rows) }));
  const addOns = book.addOns.map((table) => ({ ...table, of: rowsOf(table.rows) }));
  const limitsOn = editionsOf(limits);
  const addOnsOn = editionsOf(addOns);
  return {
    check({ who, lines, codes }, day) {
      const findings: Finding[] = [];
      const limit = limitsOn(day);
      const addOn = addOnsOn(day);
      for (const code of codes) {
        const [units, mai = ""] = limit?.table.of(code)[0] ?? [];
        if (limit !== undefined && units !== undefined) {
          const line = mai === "1";
          const found = lines.reduce((n, l) => (l.code !== code ? n : line ? Math.max(n, l.units) : n + l.units), 0);
          if (found > Number(units)) {
            const what = { table: limit.table, inside: limit.inside, line, says: book.adjudication[mai] ?? "" };
            findings.push(tooManyUnits(who, code, found, Number(units), what));
          }
        }
        const primaries = addOn?.table.of(code) ?? [];
        // Types 2 and 3: the contractor may allow others, so that none of the list stands there proves nothing.
        if (addOn !== undefined && primaries.length > 0 && primaries.every(([, type]) => type === "1")) {
          const list = primaries.map(([primary = ""]) => primary);
          if (!list.some((primary) => codes.includes(primary)))
            findings.push(addOnAlone(who, code, list, addOn.table, addOn.inside));
        }
      }
      return findings;
    },
    consulted: (day) => ({ what: "unit limits (MUE)", edition: limitsOn(day), first: limits[0]?.from ?? null }),
  };
}
