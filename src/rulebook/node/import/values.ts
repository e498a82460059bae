/**
 * The relative value file (`PPRRVU2026_Jul_nonQPP.csv` in RVU26C.zip): heads over each other in several rows, read by
 * their words because columns move. The column of the AMA's descriptors is never kept. From 2026 there are two
 * files; the one for those who are no qualifying participants is taken.
 */
import type { Finding } from "../../../base/finding.ts";
import { fromOf, monthOf, quarterOf, untilOf, type Quarter } from "./editions.ts";
import { findHead, isFinding } from "./heads.ts";
import { codesOf, FLAWS, refused, tableText, type Importer } from "./made.ts";
import { rowsIn } from "./open.ts";
import { noRows, rowTwice, unknownQuarter, wrongKind, wrongQuarter, wrongRow } from "./problems.ts";

const FORM = {
  starts: /^hcpcs$/,
  above: 4,
  columns: {
    code: /^hcpcs$/,
    modifier: /^mod$/,
    status: /^status code$/,
    work: /^work rvu$/,
    outside: /^(?:(?:transitioned|fully implemented) )?(?:non-fac(?:ility)? )+pe rvu$/,
    na: /^(?:non-fac(?:ility)? )*na indicator$/,
    inside: /^(?:(?:transitioned|fully implemented) )?(?:facility )+pe rvu$/,
    malpractice: /^mp rvu$/,
    global: /^glob days$/,
    multiple: /^mult proc$/,
    bilateral: /^bilat surg$/,
    factor: /^conv factor$/,
  },
  expected: "the relative value file (PPRRVU, as CSV or workbook)",
} as const;

/** Relative values, indicators and conversion factor of a release (PPRRVU). Findings instead of files when anything is wrong. */
export const importValues: Importer = async (files, context) => {
  const named = files.filter((f) => /pprrvu/i.test(f.name) || files.length === 1);
  const tables = named.filter((f) => !/_qpp/i.test(f.name));
  const file = tables.find((f) => /\.csv$/i.test(f.name)) ?? tables.find((f) => /\.xlsx$/i.test(f.name)) ?? tables[0];
  if (file === undefined) return refused(wrongKind(files[0]?.name ?? "import", FORM.expected, "no file named PPRRVU"));
  const rows = [...(await rowsIn(file))];
  const head = findHead(file.name, rows.slice(0, 16), FORM);
  if (isFinding(head)) return refused(head);
  const title = rows.slice(0, head.next).flat().join(" ");
  const quarter =
    releaseIn(title) ?? releaseIn(file.name) ?? (context.edition === undefined ? null : letter(context.edition));
  if (quarter === null) return refused(unknownQuarter(file.name, "PPRRVU2026_Jul"));
  const [byName, asked] = [releaseIn(file.name), context.edition === undefined ? quarter : letter(context.edition)];
  for (const other of [byName ?? quarter, asked])
    if (other === null || releaseOf(other) !== releaseOf(quarter))
      return refused(
        wrongQuarter(
          file.name,
          other === null ? "a release such as 2026C" : `release ${releaseOf(other)}`,
          `release ${releaseOf(quarter)}`,
        ),
      );

  const loaded = context.tables.filter((t) => t.name === "pfs-values").flatMap((t) => t.rows.map((r) => r[3]!));
  const wanted = new Set([...codesOf(context.book).procedures, ...loaded]);
  const [release, from, until] = [releaseOf(quarter), fromOf(quarter), untilOf(quarter)];
  const findings: Finding[] = [];
  const kept: string[][] = [];
  const seen = new Map<string, number>();
  for (let i = head.next; i < rows.length && findings.length < FLAWS; i++) {
    const row = rows[i]!;
    const cell = (id: keyof typeof head.column): string => (row[head.column[id]] ?? "").trim();
    const [code, modifier] = [cell("code"), cell("modifier")];
    if (code === "" && row.every((c) => c.trim() === "")) continue;
    if (!/^[0-9A-Z]{5}$/.test(code) || !/^\d*\.?\d+$/.test(cell("work")) || !/^\d+\.\d+$/.test(cell("factor"))) {
      findings.push(
        wrongRow(file.name, i + 1, "a code, its relative values and the conversion factor", `${code.slice(0, 12)} ...`),
      );
      continue;
    }
    const key = `${code} ${modifier}`;
    const before = seen.get(key);
    if (before !== undefined) findings.push(rowTwice(file.name, i + 1, before, key.trim()));
    seen.set(key, i + 1);
    if (!wanted.has(code)) continue;
    const numbers = [cell("work"), cell("outside"), cell("inside"), cell("malpractice")].map(plain);
    kept.push([
      release,
      from,
      until,
      code,
      modifier,
      cell("status"),
      numbers[0]!,
      numbers[1]!,
      cell("na"),
      numbers[2]!,
      numbers[3]!,
      cell("global").padStart(3, "0"),
      cell("multiple"),
      cell("bilateral"),
      cell("factor"),
    ]);
  }
  if (findings.length > 0) return { files: [], findings, read: seen.size };
  if (kept.length === 0) return refused(noRows(file.name, "values of the book's codes"));
  const text = tableText(
    "pfs-values",
    { edition: release, from, until, cite: "pfs-rvu-files", taken: `CMS, ${file.name}` },
    kept,
  );
  return { files: [{ path: `edits/pfs-values-${release.toLowerCase()}.csv`, text }], findings: [], read: seen.size };
};

/** "0.70" and ".7" are 0.7: one way to write a number, so that equal values are equal text. */
const plain = (text: string): string => String(Number(text));

const releaseOf = ({ year, quarter }: Quarter): string => `${year}${"ABCD"[quarter - 1]}`;

/** "2026 National ... July Release", "PPRRVU2026_Jul", "PPRRVU24_OCT". */
function releaseIn(text: string): Quarter | null {
  const [, year, month] =
    /(20\d\d) national physician fee schedule relative value file (\w+) release/i.exec(text) ??
    /pprrvu(\d{2}|20\d\d)_(jan|apr|jul|oct)/i.exec(text) ??
    [];
  if (year === undefined || month === undefined || monthOf(month) === 0) return null;
  return quarterOf(Number(year.length === 2 ? `20${year}` : year), monthOf(month));
}

function letter(edition: string): Quarter | null {
  const [, year, which] = /^(20\d\d)([A-D])$/i.exec(edition.trim()) ?? [];
  return year === undefined || which === undefined
    ? null
    : { year: Number(year), quarter: ("ABCD".indexOf(which.toUpperCase()) + 1) as Quarter["quarter"] };
}
