/** What the tables say of one code on a day, without a line: its amounts, indicators and unit limit. */
import type { IsoDate } from "../../base/dates.ts";
import type { EditBook } from "../../rulebook/edit-types.ts";
import type { Amount } from "../determination.ts";
import { editionsOf, rowsOf } from "./unpack.ts";
import { amountOf, makeValues } from "./values.ts";

export interface OneCode {
  readonly amount: Amount | null;
  /** The releases loaded, when the schedule knows the code and none of them is of that year. */
  readonly otherYears: string | null;
  readonly limit: {
    readonly units: number;
    readonly edition: string;
    /** False: the table of another quarter than the day's. */
    readonly inside: boolean;
    /** What the adjudication indicator means. */
    readonly says: string;
    readonly cite: string;
  } | null;
}

/**
 * What the tables say of one unit of `code` on `day`: amounts in dollars (Medicare's national ones, without
 * locality), the unit limit of a day; null where they hold none.
 */
export function oneCode(code: string, book: EditBook, day: IsoDate): OneCode {
  const line = { code, units: 1, modifiers: [] };
  const value = makeValues(book).of(line, day);
  const edition = editionsOf(book.units)(day);
  const [units, mai = ""] = edition === undefined ? [] : (rowsOf(edition.table.rows)(code)[0] ?? []);
  return {
    amount: value === null || value === undefined ? null : amountOf(line, value, null),
    otherYears: value === null ? book.values.map((v) => v.edition).join("; ") : null,
    limit:
      edition === undefined || units === undefined
        ? null
        : {
            units: Number(units),
            edition: edition.table.edition,
            inside: edition.inside,
            says: book.adjudication[mai] ?? "",
            cite: edition.table.cite,
          },
  };
}
