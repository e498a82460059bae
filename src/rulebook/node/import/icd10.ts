/**
 * An ICD-10-CM order file (`icd10cm_order_2027.txt`), fixed width: code in 7 to 13, in 15 whether it is billable, from 78
 * the long words. Its year is joined to the table of years before. Kept are the categories the table has.
 */
import type { Finding } from "../../../base/finding.ts";
import { dotted } from "../../../base/icd.ts";
import type { Table } from "../../compile/tables/read.ts";
import { EVERY, FLAWS, refused, tableText, type Importer } from "./made.ts";
import { linesOf, textOf } from "./open.ts";
import { noRows, olderFile, rowTwice, unknownQuarter, wrongKind, wrongQuarter, wrongRow, yearGap } from "./problems.ts";
import { looksLike } from "./heads.ts";

/** Columns of the table: code, says, listed_first, listed_last, billable_first, billable_last, earlier. */
type Row = [string, string, string, string, string, string, string];

/** The ICD-10-CM order file of a fiscal year, merged into the table of years. Findings instead of files when anything is wrong. */
export const importIcd10: Importer = async (files, context) => {
  const file =
    files.find((f) => /order/i.test(f.name) && !/addenda/i.test(f.name)) ?? (files.length === 1 ? files[0] : undefined);
  if (file === undefined)
    return refused(wrongKind(files[0]?.name ?? "import", "an ICD-10-CM order file", "no file of that name"));
  const year = yearIn(file.name, context.edition);
  if (year === null) return refused(unknownQuarter(file.name, "icd10cm_order_2027.txt"));
  if (context.edition !== undefined && yearIn("", context.edition) !== year)
    return refused(wrongQuarter(file.name, context.edition, `FY${year}`));
  const table = context.tables.find((t) => t.name === "icd10cm");
  const [first, last] = yearsOf(table);
  if (table !== undefined && (year > last + 1 || year < first))
    return refused(yearGap(file.name, year > last ? `FY${last + 1}` : `FY${first} or a later year`, `FY${year}`));

  const rows = new Map<string, Row>((table?.rows ?? []).map((r) => [r[0]!, [...r] as Row]));
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  let line = 0;
  let kept = 0;
  for (const text of linesOf(textOf(file))) {
    line++;
    if (text.trim() === "") continue;
    if (line % EVERY === 0) await context.tick(line);
    const [, plain, flag, says] = /^\d{5} ([A-Z][0-9A-Z]{2,6}) +([01]) .{60} (.+?) *$/.exec(text) ?? [];
    if (plain === undefined || flag === undefined || says === undefined) {
      if (line === 1) return refused(wrongKind(file.name, "an ICD-10-CM order file", looksLike([[text]])));
      findings.push(
        wrongRow(
          file.name,
          line,
          "an order number, a code, 0 or 1, and words from column 78",
          `${text.slice(0, 20).trim()} ...`,
        ),
      );
      if (findings.length >= FLAWS) break;
      continue;
    }
    const before = seen.get(plain);
    if (before !== undefined) findings.push(rowTwice(file.name, line, before, plain));
    seen.set(plain, line);
    // Of injuries the first encounter stands for the later ones.
    const code = dotted(plain);
    if (/^S.{5}[DS]$/.test(plain) || !(rows.has(code) || (year > last && isOf(code, rows, table)))) continue;
    kept++;
    const flaw = join(rows, code, says.replace(/[\t\n]/g, " "), flag === "1", year);
    if (flaw !== null) findings.push(wrongRow(file.name, line, flaw, code));
  }
  if (findings.length > 0) return { files: [], findings, read: line };
  if (kept === 0) return refused(noRows(file.name, "codes of the categories in the table"));
  const [from, to] = [Math.min(first, year), Math.max(last, year)];
  const text = tableText(
    "icd10cm",
    {
      edition: from === to ? `FY${from}` : `FY${from} to FY${to}`,
      from: `${from - 1}-10-01`,
      until: `${to}-10-01`,
      cite: table?.head.cite ?? "icd10cm-order-files",
      taken: `CMS order files; last ${file.name}`,
      notes: NOTES,
    },
    [...rows.values()],
  );
  const told = year < last ? [olderFile(file.name, `FY${year} is loaded already; it was compared.`)] : [];
  return { files: [{ path: "diagnoses/icd10cm.csv", text }], findings: told, read: seen.size };
};

const NOTES = [
  "Fiscal year N runs from 1 October of the year before to 30 September. listed: in the order file; billable: valid on a claim; empty: a heading.",
  "Of injuries the first encounter only.",
];

/**
 * Is a new code one of the table's? It is when the code above it is: of a heading that the table keeps it keeps
 * everything, so that what is missing under it is new. Without a table all is kept.
 */
function isOf(code: string, rows: ReadonlyMap<string, Row>, table: Table | undefined): boolean {
  if (table === undefined) return true;
  for (let n = code.length - 1; n >= 3; n--) {
    const above = code.slice(0, n).replace(/\.$/, "").replace(/X+$/, "");
    if (rows.has(above)) return true;
  }
  return false;
}

/** Joins one code of a year to the rows; gives what was expected when it cannot be joined. */
function join(rows: Map<string, Row>, code: string, says: string, billable: boolean, year: number): string | null {
  const [y, row] = [String(year), rows.get(code)];
  if (row === undefined) {
    rows.set(code, [code, says, y, y, billable ? y : "", billable ? y : "", ""]);
    return null;
  }
  const [, said, , listedLast, billFirst, billLast] = row;
  if (year <= Number(listedLast)) {
    const was = billFirst !== "" && y >= billFirst && y <= billLast;
    return was === billable ? null : `${billable ? "no" : "a"} billable code in FY${year}, as in the table,`;
  }
  row[3] = y;
  if (says !== said) [row[1], row[6]] = [says, said];
  if (!billable) return null;
  if (billFirst === "") [row[4], row[5]] = [y, y];
  else if (Number(billLast) === year - 1) row[5] = y;
  else return `a code that stayed billable without a gap (it was until FY${billLast})`;
  return null;
}

function yearsOf(table: Table | undefined): readonly [first: number, last: number] {
  if (table === undefined) return [Infinity, -Infinity];
  return [Number(table.head.from.slice(0, 4)) + 1, Number(table.head.until.slice(0, 4))];
}

/** "icd10cm_order_2027", "FY2027". */
function yearIn(name: string, edition: string | undefined): number | null {
  const year = /(20\d\d)/.exec(name)?.[1] ?? /^(?:FY)?(20\d\d)$/i.exec(edition ?? "")?.[1];
  return year === undefined ? null : Number(year);
}
