/**
 * A patient's earlier sessions from a table (CSV, with a head row) or from JSON. A row that cannot be read
 * is a finding and a gap: the others still count, and nobody takes the list for complete.
 */
import Papa from "papaparse";
import { isDate } from "../base/dates.ts";
import { finding, type Finding } from "../base/finding.ts";
import type { PastSession } from "../coding/determination.ts";

export interface History {
  readonly sessions: readonly PastSession[];
  /** Rows that could not be read. */
  readonly gaps: number;
  readonly findings: readonly Finding[];
}

/** Heads of columns as practices write them, in lower case without punctuation. */
const COLUMNS = {
  date: ["dateofservice", "date of service", "date", "dos", "service date", "from date", "visit date"],
  code: ["code", "cpt", "cpt code", "procedure", "procedure code", "hcpcs"],
  region: ["region", "body region", "site", "area", "location"],
  relief: ["reliefpercent", "relief percent", "relief", "pain relief", "percent relief"],
  patient: ["patient", "patient id", "mrn", "member id", "chart"],
} as const;

type Column = keyof typeof COLUMNS;

/**
 * Sessions from the text of a CSV file. `name` stands in findings; of a cell only its row and column are told.
 * Separator (comma, semicolon, tab) and quoting are found out. NP6001 without a head, NP6002 for rows of more than
 * one patient refuse the whole; NP6003 names a row that was left out and counted as a gap.
 */
export function historyFromCsv(text: string, name: string): History {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""));
  const start = data.findIndex(isFilled);
  const head = data[start] ?? [];
  const rows = data.slice(start + 1);
  const at = columnsOf(head);
  const lacking = (["date", "code"] as const).filter((c) => at[c] === undefined);
  if (lacking.length > 0) return { sessions: [], gaps: 0, findings: [noColumn(name, lacking)] };
  const patients = new Set(rows.map((row) => cell(row, at.patient)).filter((p) => p !== ""));
  if (patients.size > 1) return { sessions: [], gaps: 0, findings: [severalPatients(name, patients.size)] };

  const findings: Finding[] = [];
  const sessions = rows.flatMap((row, i): PastSession[] => {
    if (!isFilled(row)) return [];
    const day = dayOf(cell(row, at.date));
    const code = cell(row, at.code).toUpperCase();
    const region = cell(row, at.region);
    const relief = cell(row, at.relief).replace(/\s*%$/, "");
    const wrong = (column: string, expected: string): PastSession[] => {
      findings.push(badRow(name, start + i + 2, column, expected));
      return [];
    };
    if (day === null) return wrong("date", "a day as 2025-02-03 or 2/3/2025");
    if (!/^[0-9A-Z]{5}$/.test(code)) return wrong("code", "a code of five characters");
    if (relief !== "" && !/^(?:\d{1,2}(?:\.\d+)?|100(?:\.0+)?)$/.test(relief))
      return wrong("relief", "a percentage, 0 to 100");
    return [
      {
        dateOfService: day,
        code,
        ...(region === "" ? {} : { region }),
        ...(relief === "" ? {} : { reliefPercent: Number(relief) }),
      },
    ];
  });
  return { sessions, gaps: findings.length, findings };
}

/** Index of each column that the head row has. */
function columnsOf(head: readonly string[]): Partial<Record<Column, number>> {
  const plain = head.map((h) =>
    h
      .toLowerCase()
      .replace(/[^a-z]+/g, " ")
      .trim(),
  );
  return Object.fromEntries(
    (Object.keys(COLUMNS) as Column[])
      .map((c) => [c, plain.findIndex((h) => (COLUMNS[c] as readonly string[]).includes(h))] as const)
      .filter(([, i]) => i >= 0),
  );
}

const cell = (row: readonly string[], at: number | undefined): string =>
  at === undefined ? "" : (row[at] ?? "").trim();

const isFilled = (row: readonly string[]): boolean => row.some((c) => c.trim() !== "");

/** ISO, or month/day/year with four digits for the year; two would leave the century open. */
function dayOf(text: string): string | null {
  const us = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  const iso = us === null ? text : `${us[3]}-${us[1]!.padStart(2, "0")}-${us[2]!.padStart(2, "0")}`;
  return isDate(iso) ? iso : null;
}

const warn = (code: string, severity: "error" | "warning", reason: string, remedy: string): Finding =>
  finding({ code, severity, reason, remedy });

const noColumn = (name: string, lacking: readonly string[]): Finding =>
  warn(
    "NP6001",
    "error",
    `${name}: expected a head row with the columns date and code, found none for ${lacking.join(" and ")}.`,
    "Name them in the first row, as in: date,code,region,relief.",
  );

const severalPatients = (name: string, n: number): Finding =>
  warn(
    "NP6002",
    "error",
    `${name}: expected the sessions of one patient, found ${n} patients.`,
    "Give a file with the rows of this patient only.",
  );

const badRow = (name: string, row: number, column: string, expected: string): Finding =>
  warn(
    "NP6003",
    "warning",
    `${name}: row ${row}: expected ${expected} in the column ${column}, found something else; the row was not counted.`,
    "Correct the row; until then limits that count sessions stay open.",
  );
