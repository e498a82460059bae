/** Table files and the words that go with them to the two artefacts: edits and diagnoses. */
import { inOrder } from "../../../base/order.ts";
import type { Finding } from "../../../base/finding.ts";
import type { DiagnosisBook, DiagnosisWords, EditBook, Packed, PairTable, TableHead } from "../../edit-types.ts";
import { deepFreeze } from "../../freeze.ts";
import { hashValue } from "../../hash.ts";
import type { Entry, Loaded } from "../load.ts";
import { problem, shown } from "../problems.ts";
import { placeAt, type SourceFile } from "../source/file.ts";
import { isTable, type TableName } from "./forms.ts";
import { readTable, type Table } from "./read.ts";

export interface Tables {
  readonly edits: EditBook;
  readonly diagnoses: DiagnosisBook;
  readonly findings: readonly Finding[];
}

/**
 * Compiles the tables among `files`, with NP1031, NP1084 and all of `readTable`. What is not there is an empty table.
 */
export function compileTables(files: readonly SourceFile[], loaded: Loaded): Tables {
  const findings: Finding[] = [];
  const tables: Table[] = [];
  for (const file of files.filter((f) => isTable(f.path))) {
    const { table, findings: some } = readTable(file);
    findings.push(...some);
    if (table === null) continue;
    tables.push(table);
    if (!loaded.sources.some((e) => e.value.id === table.head.cite))
      findings.push(
        problem(
          "NP1031",
          `Expected a source of sources/, found ${shown(table.head.cite)}.`,
          "Correct the id, or enter the document in sources/.",
          [placeAt(file, file.text.indexOf("# cite:"), file.text.indexOf("# cite:") + 7)],
        ),
      );
  }
  tables.sort((a, b) => inOrder(a.head.from, b.head.from) || inOrder(a.file, b.file));
  findings.push(...twice(tables));
  const of = (name: TableName): readonly Table[] => tables.filter((t) => t.name === name);
  const diagnoses = diagnosisBook(of("icd10cm").at(-1));
  return { edits: editBook(of, loaded, of("icd10cm").at(-1)), diagnoses, findings };
}

/** Of these only one can be asked on a day. */
const ALONE: readonly TableName[] = ["ncci-units", "ncci-addons", "icd10cm"];

function twice(tables: readonly Table[]): readonly Finding[] {
  return tables.flatMap((b, i) =>
    tables
      .slice(0, i)
      .filter((a) => a.name === b.name && ALONE.includes(a.name) && a.head.until > b.head.from)
      .map((a) =>
        problem(
          "NP1084",
          `Expected one table ${a.name} for a day, found two from ${b.head.from}: ${a.file} and ${b.file}.`,
          "Remove one, or correct its dates.",
          [
            { file: a.file, line: 1, column: 1 },
            { file: b.file, line: 1, column: 1 },
          ],
        ),
      ),
  );
}

function editBook(of: (name: TableName) => readonly Table[], loaded: Loaded, icd: Table | undefined): EditBook {
  const rules = loaded.editRules[0]?.value;
  const words = loaded.diagnosisWords[0]?.value;
  const plain = (name: TableName, ...columns: number[]) =>
    of(name).map((t) => ({ ...t.head, rows: pack(t.rows, 0, columns) }));
  const content: Omit<EditBook, "hash"> = {
    kind: "edit-book",
    pairs: of("ncci-pairs").map(pairTable),
    units: plain("ncci-units", 1, 2, 3),
    addOns: plain("ncci-addons", 1, 2),
    values: of("pfs-values").map((t) => ({
      ...t.head,
      rows: pack(t.rows, 3, [4, 0, 1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]),
    })),
    supplies: plain("hcpcs-codes", 2, 3, 4),
    modifiers: rules?.modifiers.flatMap((m) => runOf(m.id).map((id) => ({ ...m, id }))) ?? [],
    rationales: rules?.rationales ?? {},
    asks: rules?.asks ?? {},
    separate: {
      modifier: rules?.separate.modifier ?? "",
      codes: rules?.separate.codes ?? [],
      cite: rules?.separate.cite.map((c) => c.source) ?? [],
    },
    adjudication: rules?.adjudication ?? {},
    status: rules?.status ?? {},
    visits: rules?.visits ?? { codes: [], global: [] },
    cite: rules?.cite.map((c) => c.source) ?? [],
    diagnosisWords: words?.diagnoses.map((d) => wordsOf(d, icd)) ?? [],
    notSaid: words?.not ?? [],
  };
  return deepFreeze({ ...content, hash: hashValue(content) });
}

/** "FA-F9" is FA and F1 to F9; "TA-T9" likewise; "E1-E4" is four. */
function runOf(id: string): readonly string[] {
  const [, letter, first, last] = /^([A-Z])([A-Z\d])-\1(\d)$/.exec(id) ?? [];
  if (letter === undefined || first === undefined) return [id];
  const digits = Array.from({ length: Number(last) }, (_, i) => `${letter}${i + 1}`);
  return first === "A" ? [`${letter}A`, ...digits] : digits.slice(Number(first) - 1);
}

function pairTable(t: Table): PairTable {
  const [scope = "listed", ...codes] = t.scope.split(/\s+/);
  const all = scope === "among" ? [...new Set(t.rows.flatMap((r) => [r[0]!, r[1]!]))].sort() : codes;
  return { ...t.head, scope: scope as PairTable["scope"], codes: all, rows: pack(t.rows, 0, [1, 2, 3, 4, 5]) };
}

function pack(rows: readonly (readonly string[])[], key: number, columns: readonly number[]): Packed {
  const packed: Record<string, string[]> = {};
  for (const row of rows) (packed[row[key]!] ??= []).push(columns.map((c) => row[c]!.replace(/[,;]/g, " ")).join(","));
  return Object.fromEntries(Object.entries(packed).map(([k, list]) => [k, list.join(";")]));
}

const yearStart = (year: string): string => `${Number(year) - 1}-10-01`;
const yearEnd = (year: string): string => `${year}-10-01`;

function wordsOf(
  d: Entry<Loaded["diagnosisWords"][number]["value"]>["value"]["diagnoses"][number],
  icd: Table | undefined,
): DiagnosisWords {
  const candidates = (icd?.rows ?? [])
    .filter((r) => r[4] !== "" && d.look.some((stem) => r[0]!.startsWith(stem)))
    .map((r) => ({ code: r[0]!, says: r[1]!, from: yearStart(r[4]!), until: yearEnd(r[5]!) }));
  return { id: d.id, name: d.name, words: d.words.map((w) => w.toLowerCase()), candidates };
}

const NO_TABLE: TableHead = { edition: "none", from: "0001-01-01", until: "0001-01-02", cite: "" };

function diagnosisBook(t: Table | undefined): DiagnosisBook {
  const categories: Record<string, string[]> = {};
  for (const [code = "", says, ...years] of t?.rows ?? [])
    (categories[code.slice(0, 3)] ??= []).push([code, ...years.slice(0, 4), says].join("\t"));
  const content: Omit<DiagnosisBook, "hash"> = {
    kind: "diagnosis-book",
    table: t?.head ?? NO_TABLE,
    categories: Object.fromEntries(Object.entries(categories).map(([k, list]) => [k, list.join("\n")])),
  };
  return deepFreeze({ ...content, hash: hashValue(content) });
}
