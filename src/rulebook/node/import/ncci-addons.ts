/** Add-on code edits (`AOC_V2026Q1-...-MCR`), text parted by tabs or a workbook; columns by their heads. */
import type { Finding } from "../../../base/finding.ts";
import { fromOf, idOf, nameOf, quarterOfFile, readDay, readQuarter, untilOf, type Quarter } from "./editions.ts";
import { findHead, isFinding } from "./heads.ts";
import { codesOf, FLAWS, refused, tableText, type Importer } from "./made.ts";
import { rowsIn } from "./open.ts";
import { noRows, rowTwice, wrongKind, wrongRow } from "./problems.ts";

const FORM = {
  starts: /^(?:aoc|add-?on)/,
  above: 0,
  columns: {
    type: /^(?:aoc|add-?on).*type$/,
    code: /^(?:aoc|add-?on[ _-]code)$/,
    primary: /^primary[ _-]code$/,
    deleted: /edit[ _-]del/,
  },
  expected: "the add-on code edits",
} as const;

const TYPES: Readonly<Record<string, string>> = { I: "1", II: "2", III: "3", "1": "1", "2": "2", "3": "3" };

/** The add-on code edits of a quarter. Findings instead of files when anything is wrong. */
export const importAddOns: Importer = async (files, context) => {
  const file = files[0];
  if (file === undefined || files.length > 1)
    return refused(wrongKind(file?.name ?? "import", "one file of add-on code edits", `${files.length} files`));
  const rows = [...(await rowsIn(file))];
  const head = findHead(file.name, rows.slice(0, 10), FORM);
  if (isFinding(head)) return refused(head);
  const quarter = quarterOfFile(file.name, quarterIn(file.name), context.edition, "AOC_V2026Q1-...");
  if (isFinding(quarter)) return refused(quarter);
  const loaded = context.tables
    .filter((t) => t.name === "ncci-addons")
    .flatMap((t) => t.rows.flatMap((r) => [r[0]!, r[1]!]));
  const wanted = new Set([...codesOf(context.book).all, ...loaded]);
  const findings: Finding[] = [];
  const kept: string[][] = [];
  const seen = new Map<string, number>();
  for (let i = head.next; i < rows.length && findings.length < FLAWS; i++) {
    const row = rows[i]!;
    if (row.every((c) => c.trim() === "")) continue;
    const cell = (id: keyof typeof head.column): string => (row[head.column[id]] ?? "").trim();
    const [code, primary, type] = [cell("code"), cell("primary") || "CCCCC", TYPES[cell("type").toUpperCase()]];
    if (!/^[0-9A-Z]{5}$/.test(code) || !/^[0-9A-Z]{5}$/.test(primary) || type === undefined) {
      findings.push(
        wrongRow(file.name, i + 1, "an add-on code, a primary code and a type 1 to 3", row.join(", ").slice(0, 60)),
      );
      continue;
    }
    const deleted = readDay(cell("deleted"));
    if (deleted !== null && deleted < fromOf(quarter)) continue;
    const key = `${code} ${primary}`;
    const before = seen.get(key);
    if (before !== undefined) findings.push(rowTwice(file.name, i + 1, before, `${code} with ${primary}`));
    seen.set(key, i + 1);
    if (wanted.has(code) || wanted.has(primary)) kept.push([code, primary, type]);
  }
  if (findings.length > 0) return { files: [], findings, read: seen.size };
  if (kept.length === 0) return refused(noRows(file.name, "add-on codes of the book"));
  const text = tableText(
    "ncci-addons",
    {
      edition: nameOf(quarter),
      from: fromOf(quarter),
      until: untilOf(quarter),
      cite: "ncci-addon-files",
      taken: `CMS, ${file.name}`,
    },
    kept,
  );
  return { files: [{ path: `edits/ncci-addons-${idOf(quarter)}.csv`, text }], findings: [], read: seen.size };
};

function quarterIn(name: string): Quarter | null {
  const found = /v(20\d\d)q([1-4])/i.exec(name);
  return found === null ? null : readQuarter(`${found[1]}Q${found[2]}`);
}
