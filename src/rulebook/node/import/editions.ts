/** Quarters, releases and fiscal years: from file names and options to days. */
import type { IsoDate } from "../../../base/dates.ts";
import type { Finding } from "../../../base/finding.ts";
import { unknownQuarter, wrongQuarter } from "./problems.ts";

export interface Quarter {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
}

/** The quarter in which a month, 1 to 12, lies. */
export const quarterOf = (year: number, month: number): Quarter => ({
  year,
  quarter: (Math.floor((month - 1) / 3) + 1) as Quarter["quarter"],
});

/** "2026Q1" as an option writes it; null when it is written otherwise. */
export function readQuarter(text: string): Quarter | null {
  const [, year, quarter] = /^(20\d\d) ?Q([1-4])$/i.exec(text.trim()) ?? [];
  return year === undefined ? null : { year: Number(year), quarter: Number(quarter) as Quarter["quarter"] };
}

/**
 * The quarter of a file: as its name says (`named`, null when it says nothing), else as `--edition` does. NP8005 when
 * neither says it (`form`: how a name would), NP8004 when the two differ.
 */
export function quarterOfFile(
  name: string,
  named: Quarter | null,
  edition: string | undefined,
  form: string,
): Quarter | Finding {
  const asked = edition === undefined ? named : readQuarter(edition);
  const quarter = named ?? asked;
  if (quarter === null) return unknownQuarter(name, form);
  if (asked === null) return wrongQuarter(name, "an edition such as 2026Q1", nameOf(quarter));
  return sameQuarter(asked, quarter) ? quarter : wrongQuarter(name, nameOf(asked), nameOf(quarter));
}

/** Are the two one quarter? */
export const sameQuarter = (a: Quarter, b: Quarter): boolean => a.year === b.year && a.quarter === b.quarter;
/** "2026 Q1", for people. */
export const nameOf = ({ year, quarter }: Quarter): string => `${year} Q${quarter}`;
/** "2026q1", for file names. */
export const idOf = ({ year, quarter }: Quarter): string => `${year}q${quarter}`;
/** The first day of a quarter. */
export const fromOf = ({ year, quarter }: Quarter): IsoDate => `${year}-${two(quarter * 3 - 2)}-01`;
/** The first day after a quarter. */
export const untilOf = ({ year, quarter }: Quarter): IsoDate =>
  quarter === 4 ? `${year + 1}-01-01` : `${year}-${two(quarter * 3 + 1)}-01`;

const two = (n: number): string => String(n).padStart(2, "0");

/** 20240701, 2024-07-01 or 07/01/2024 to a day; null when it is none. */
export function readDay(text: string): IsoDate | null {
  const t = text.trim();
  const [, a, b, c] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(t) ?? [];
  if (a !== undefined) return `${a}-${b}-${c}`;
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(t) ?? [];
  return year === undefined ? null : `${year}-${two(Number(month))}-${two(Number(day))}`;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Month number, 1 to 12, of its first three letters; 0 when it is none. */
export const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
