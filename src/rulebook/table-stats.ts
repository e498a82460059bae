/** What the edit tables hold: for `rulebook stats`, and for pages that say what is loaded. */
import type { IsoDate } from "../base/dates.ts";
import type { DiagnosisBook, EditBook, Packed, TableHead } from "./edit-types.ts";

export interface TableStats {
  readonly table: "pairs" | "unit limits" | "add-on codes" | "relative values" | "supplies" | "diagnoses";
  readonly edition: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** Codes that have rows. */
  readonly codes: number;
  readonly rows: number;
}

/** One row a table: its edition, days, and how many codes and rows it holds. */
export function tableStats(edits: EditBook, diagnoses: DiagnosisBook): readonly TableStats[] {
  const of = (table: TableStats["table"], list: readonly (TableHead & { readonly rows: Packed })[]): TableStats[] =>
    list.map((t) => ({ table, ...head(t), codes: Object.keys(t.rows).length, rows: parts(t.rows, ";") }));
  const icd = parts(diagnoses.categories, "\n");
  return [
    ...of("pairs", edits.pairs),
    ...of("unit limits", edits.units),
    ...of("add-on codes", edits.addOns),
    ...of("relative values", edits.values),
    ...of("supplies", edits.supplies),
    ...(icd === 0 ? [] : [{ table: "diagnoses" as const, ...head(diagnoses.table), codes: icd, rows: icd }]),
  ];
}

const head = ({ edition, from, until }: TableHead) => ({ edition, from, until });

const parts = (packed: Packed, mark: string): number =>
  Object.values(packed).reduce((n, text) => n + text.split(mark).length, 0);
