/** What an importer makes of official files: whole table files, written as the compiler reads them. */
import Papa from "papaparse";
import type { Finding } from "../../../base/finding.ts";
import type { SourceFile } from "../../compile/compile.ts";
import { FORMS, type TableForm, type TableName } from "../../compile/tables/forms.ts";
import type { Table } from "../../compile/tables/read.ts";
import type { Policy } from "../../policy-types.ts";
import type { Rulebook } from "../../types.ts";
import type { OpenFile } from "./open.ts";

export interface Made {
  /** Empty when there is an error among the findings. */
  readonly files: readonly SourceFile[];
  readonly findings: readonly Finding[];
  /** Rows read from the official files. */
  readonly read: number;
}

export interface Context {
  readonly book: Rulebook;
  /** The tables loaded now. */
  readonly tables: readonly Table[];
  readonly policies: readonly Policy[];
  /** As the user named the quarter, release or year; checked against what the files say. */
  readonly edition: string | undefined;
  /** Called now and then with the rows read so far. */
  readonly tick: (rows: number) => Promise<void>;
}

export type Importer = (files: readonly OpenFile[], context: Context) => Promise<Made>;

/** No files, and why not. */
export const refused = (...findings: readonly Finding[]): Made => ({ files: [], findings, read: 0 });

/** Rows of a file between two calls of `tick`. */
export const EVERY = 20_000;

/** At most so many flaws of a file are told. */
export const FLAWS = 20;

export interface HeadLines {
  readonly edition: string;
  readonly from: string;
  readonly until: string;
  readonly cite: string;
  readonly scope?: string;
  readonly taken: string;
  readonly notes?: readonly string[];
}

const GOVERNMENT = "A work of the United States government. Code numbers only; no words of the AMA.";

/** A table file. Rows are sorted, so that the same rows give the same bytes. */
export function tableText(name: TableName, head: HeadLines, rows: readonly (readonly string[])[]): string {
  const form: TableForm = FORMS[name];
  const lines = [
    `# table: ${name}`,
    `# edition: ${head.edition}`,
    `# from: ${head.from}`,
    `# until: ${head.until}`,
    ...(head.scope === undefined ? [] : [`# scope: ${head.scope}`]),
    `# cite: ${head.cite}`,
    `# taken: ${head.taken}`,
    ...[GOVERNMENT, ...(head.notes ?? [])].map((note) => `# note: ${note}`),
    Object.keys(form.columns).join(","),
  ];
  const sorted = [...rows].sort((a, b) => (a.join("\t") < b.join("\t") ? -1 : 1));
  return `${lines.join("\n")}\n${Papa.unparse(sorted, { newline: "\n" })}\n`;
}

/** Codes of procedures, imaging and visits of the book; with drugs, the codes its answers may stand beside. */
export function codesOf(book: Rulebook): {
  readonly procedures: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
} {
  const procedures = new Set([...Object.keys(book.codes), ...book.imaging.map((rule) => rule.code)]);
  const drugs = book.drugs.flatMap((drug) => drug.lines.map((line) => line.code));
  return { procedures, all: new Set([...procedures, ...drugs]) };
}
