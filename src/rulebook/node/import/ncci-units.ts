/**
 * Medically unlikely edits (`MCR_MUE_PractitionerServices_Eff_07-01-2026.csv`): a copyright text in one quoted cell, a
 * head whose first cell runs over two lines, then code, units, "2 Date of Service Edit: Policy", reason.
 */
import type { Finding } from "../../../base/finding.ts";
import { fromOf, idOf, nameOf, quarterOf, quarterOfFile, untilOf, type Quarter } from "./editions.ts";
import { findHead, isFinding } from "./heads.ts";
import { codesOf, FLAWS, refused, tableText, type Importer } from "./made.ts";
import { rowsIn } from "./open.ts";
import { noRows, notProfessional, rowTwice, wrongKind, wrongRow } from "./problems.ts";

const FORM = {
  starts: /^hcpcs ?\/ ?cpt code$/,
  above: 0,
  columns: { code: /^hcpcs ?\/ ?cpt code$/, units: /mue values?$/, mai: /adjudication/, rationale: /rationale/ },
  expected: "the medically unlikely edits",
} as const;

/** The practitioner unit limits (MUE) of a quarter. Findings instead of files when anything is wrong. */
export const importUnits: Importer = async (files, context) => {
  const file = files[0];
  if (file === undefined || files.length > 1)
    return refused(wrongKind(file?.name ?? "import", "one file of medically unlikely edits", `${files.length} files`));
  const rows = [...(await rowsIn(file))];
  const head = findHead(file.name, rows.slice(0, 10), FORM);
  if (isFinding(head)) return refused(head);
  const what = rows[head.next - 1]?.[head.column.units] ?? "";
  if (!/practitioner/i.test(what)) return refused(notProfessional(file.name, what.replace(/\s+/g, " ").slice(0, 60)));
  const quarter = quarterOfFile(file.name, quarterIn(file.name), context.edition, "..._Eff_07-01-2026");
  if (isFinding(quarter)) return refused(quarter);

  const { all } = codesOf(context.book);
  const loaded = new Set(
    context.tables.filter((t) => t.name === "ncci-units").flatMap((t) => t.rows.map((r) => r[0]!)),
  );
  const findings: Finding[] = [];
  const kept: string[][] = [];
  const seen = new Map<string, number>();
  for (let i = head.next; i < rows.length && findings.length < FLAWS; i++) {
    const row = rows[i]!;
    if (row.every((c) => c.trim() === "")) continue;
    const cell = (id: keyof typeof head.column): string => (row[head.column[id]] ?? "").replace(/\s+/g, " ").trim();
    const [code, units, mai] = [cell("code"), cell("units"), cell("mai").slice(0, 1)];
    if (!/^[0-9A-Z]{5}$/.test(code) || !/^\d+$/.test(units) || !/^[123]$/.test(mai)) {
      findings.push(
        wrongRow(file.name, i + 1, "a code, a number of units and an indicator 1 to 3", row.join(", ").slice(0, 60)),
      );
      continue;
    }
    const before = seen.get(code);
    if (before !== undefined) findings.push(rowTwice(file.name, i + 1, before, code));
    seen.set(code, i + 1);
    if (all.has(code) || loaded.has(code) || code.startsWith("J")) kept.push([code, units, mai, cell("rationale")]);
  }
  const read = seen.size;
  if (findings.length > 0) return { files: [], findings, read };
  if (kept.length === 0) return refused(noRows(file.name, "limits for the book's codes"));
  const text = tableText(
    "ncci-units",
    {
      edition: nameOf(quarter),
      from: fromOf(quarter),
      until: untilOf(quarter),
      cite: "ncci-mue-files",
      taken: `CMS, ${file.name}`,
      notes: ["A code that is not here has no published limit; it may have one that is not published."],
    },
    kept,
  );
  return { files: [{ path: `edits/ncci-units-${idOf(quarter)}.csv`, text }], findings: [], read };
};

/** Eff_07-01-2026: the day it takes effect. */
function quarterIn(name: string): Quarter | null {
  const [, month, year] = /eff[_-](0[1-9]|1[0-2])-\d\d-(20\d\d)/i.exec(name) ?? [];
  return month === undefined ? null : quarterOf(Number(year), Number(month));
}
