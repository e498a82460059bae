/** A table file to checked rows: its head of `# key: value` lines, its columns, every cell, no row twice. */
import Papa from "papaparse";
import { isDate } from "../../../base/dates.ts";
import type { Finding } from "../../../base/finding.ts";
import type { TableHead } from "../../edit-types.ts";
import { problem, shown } from "../problems.ts";
import { placeAt, type SourceFile } from "../source/file.ts";
import { didYouMean } from "../source/nearest.ts";
import { LIMITS } from "../source/yaml.ts";
import { FORMS, isTableName, TABLE_NAMES, type TableForm, type TableName } from "./forms.ts";

export interface Table {
  readonly name: TableName;
  readonly file: string;
  readonly head: TableHead;
  /** `among`, `complete`, `listed`, or `touching CODE CODE ...`; pairs only. */
  readonly scope: string;
  /** Cells in the order of the form's columns. */
  readonly rows: readonly (readonly string[])[];
}

/** Reads a table: NP1080 to NP1083. `table` is null when there are findings that keep it from being used. */
export function readTable(file: SourceFile): { readonly table: Table | null; readonly findings: readonly Finding[] } {
  const lines = file.text.split(/\r?\n/);
  const starts = startsOf(file.text);
  const at = (line: number) => placeAt(file, starts[line] ?? 0, (starts[line] ?? 0) + (lines[line]?.length ?? 1));
  const first = lines.findIndex((line) => !line.startsWith("#"));
  const { head, findings: bad } = headOf(lines.slice(0, first), at);
  if (head === null) return { table: null, findings: bad };
  const form: TableForm = FORMS[head.name];
  const columns = Object.keys(form.columns);
  // Quoted cells over several lines would shift every place: a line is a row here.
  const { data } = Papa.parse<string[]>(lines.slice(first).join("\n"), { delimiter: ",", skipEmptyLines: "greedy" });
  const [names = [], ...rows] = data;
  if (names.join() !== columns.join())
    return {
      table: null,
      findings: [
        problem(
          "NP1081",
          `Expected the columns ${columns.join(", ")}, found ${names.join(", ").slice(0, 200) || "none"}.`,
          "Write the table with those columns, in that order; `rulebook import` does.",
          [at(first)],
        ),
      ],
    };
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  const keys = form.key.map((k) => columns.indexOf(k));
  const cells = columns.map((c) => form.columns[c]!);
  for (let i = 0; i < rows.length && findings.length < LIMITS.findings; i++) {
    const row = rows[i]!;
    const line = first + 1 + i;
    const wrong = row.length !== cells.length ? 0 : cells.findIndex((c, k) => !c.pattern.test(row[k]!));
    if (row.length !== cells.length)
      findings.push(
        problem("NP1082", `Expected ${cells.length} cells, found ${row.length}.`, "Correct the row.", [at(line)]),
      );
    else if (wrong >= 0)
      findings.push(
        problem(
          "NP1082",
          `${columns[wrong]}: expected ${cells[wrong]!.expected}, found ${shown(row[wrong])}.`,
          "Correct the cell, or import the table again.",
          [at(line)],
        ),
      );
    const key = keys.map((k) => row[k]).join(" ");
    const before = seen.get(key);
    if (before === undefined) seen.set(key, line);
    else
      findings.push(
        problem("NP1083", `Expected one row for ${form.key.join(", ")} ${shown(key)}, found two.`, "Remove one.", [
          at(before),
          at(line),
        ]),
      );
  }
  return { table: findings.length > 0 ? null : { ...head, file: file.path, rows }, findings };
}

function headOf(lines: readonly string[], at: (line: number) => ReturnType<typeof placeAt>) {
  const values = new Map<string, string>();
  for (const line of lines) {
    const [, key, value] = /^#\s*([a-z]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined && !values.has(key)) values.set(key, value);
  }
  const name = values.get("table") ?? "";
  const [edition = "", from = "", until = "", cite = ""] = ["edition", "from", "until", "cite"].map((k) =>
    values.get(k),
  );
  const wrong = !isTableName(name)
    ? `a line "# table:" with one of ${TABLE_NAMES.join(", ")}, found ${shown(name)}.${didYouMean(name, TABLE_NAMES)}`
    : edition === "" || cite === ""
      ? `lines "# edition:" and "# cite:" in its head, found ${edition === "" ? "no edition" : "no citation"}.`
      : !isDate(from) || !isDate(until) || until <= from
        ? `lines "# from:" and "# until:" with days, until after from, found ${shown(from)} and ${shown(until)}.`
        : null;
  if (wrong !== null || !isTableName(name))
    return {
      head: null,
      findings: [
        problem(
          "NP1080",
          `Expected a table to say what it is: ${wrong}`,
          "See docs/rulebook-format.md, tables; `rulebook import` writes these lines.",
          [at(0)],
        ),
      ],
    };
  const scope = values.get("scope") ?? "listed";
  return { head: { name, head: { edition, from, until, cite }, scope }, findings: [] };
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
}
