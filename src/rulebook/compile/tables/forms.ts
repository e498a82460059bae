/**
 * The tables of `edits/` and `diagnoses/`: which columns each has, what may stand in a cell, and which cells
 * together may stand only once. docs/rulebook-format.md shows them to people; the importers write them.
 */

export interface TableForm {
  /** Column to what may stand in it, in the order of the file. */
  readonly columns: Readonly<Record<string, Cell>>;
  /** Columns of which no two rows may agree in all. */
  readonly key: readonly string[];
}

export interface Cell {
  readonly pattern: RegExp;
  /** For the finding: "a code of five characters". */
  readonly expected: string;
}

const cell = (pattern: RegExp, expected: string): Cell => ({ pattern, expected });
const code = cell(/^[0-9A-Z]{5}$/, "a code of five characters");
const day = cell(/^(?:\d{4}-\d{2}-\d{2})?$/, "a day written YYYY-MM-DD, or nothing");
const setDay = cell(/^\d{4}-\d{2}-\d{2}$/, "a day written YYYY-MM-DD");
const month = cell(/^\d{4}-\d{2}$/, "a month written YYYY-MM");
const value = cell(/^\d{1,5}(?:\.\d{1,4})?$/, "a number");
const year = cell(/^(?:20\d\d)?$/, "a fiscal year, or nothing");
const setYear = cell(/^20\d\d$/, "a fiscal year");
const words = cell(/^[^\t\n]{1,400}$/, "words");

/** The columns of each table by name, with what a cell may hold; `key`: the columns that together stand once. */
export const FORMS = {
  "ncci-pairs": {
    columns: {
      column1: code,
      column2: code,
      from: day,
      until: day,
      indicator: cell(/^[019]$/, "indicator 0, 1 or 9"),
      rationale: cell(/^[a-z-]+$/, "the id of a rationale"),
    },
    key: ["column1", "column2", "from", "until"],
  },
  "ncci-units": {
    columns: {
      code,
      units: cell(/^\d{1,6}$/, "a whole number"),
      mai: cell(/^[123]$/, "adjudication indicator 1, 2 or 3"),
      rationale: words,
    },
    key: ["code"],
  },
  "ncci-addons": {
    columns: { code, primary: code, type: cell(/^[123]$/, "type 1, 2 or 3") },
    key: ["code", "primary"],
  },
  "pfs-values": {
    columns: {
      release: cell(/^20\d\d[A-D]R?(?:-20\d\d[A-D]R?)?$/, "a release such as 2025D"),
      from: setDay,
      until: setDay,
      code,
      modifier: cell(/^(?:26|TC|53)?$/, "modifier 26, TC, 53 or nothing"),
      status: cell(/^[A-Z]$/, "a status letter"),
      work: value,
      nonfacility_pe: value,
      nonfacility_na: cell(/^(?:NA)?$/, "NA or nothing"),
      facility_pe: value,
      malpractice: value,
      global: cell(/^(?:0[019]0|XXX|YYY|ZZZ|MMM)$/, "global days such as 000"),
      multiple: cell(/^[0-9]$/, "an indicator digit"),
      bilateral: cell(/^[0-9]$/, "an indicator digit"),
      factor: value,
    },
    key: ["code", "modifier", "from"],
  },
  "hcpcs-codes": {
    columns: { code, says: words, from: day, until: day, seen: month },
    key: ["code"],
  },
  icd10cm: {
    columns: {
      code: cell(/^[A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?$/, "an ICD-10-CM code with its dot"),
      says: words,
      listed_first: setYear,
      listed_last: setYear,
      billable_first: year,
      billable_last: year,
      earlier: cell(/^[^\t\n]{0,400}$/, "words or nothing"),
    },
    key: ["code"],
  },
} as const satisfies Record<string, TableForm>;

export type TableName = keyof typeof FORMS;
/** The names of all tables. */
export const TABLE_NAMES = Object.keys(FORMS) as readonly TableName[];
/** Is there an official table of that name? */
export const isTableName = (name: string): name is TableName => Object.hasOwn(FORMS, name);

/** Where tables lie. */
export const isTable = (path: string): boolean => /^(?:edits|diagnoses)\/[^/]+\.csv$/.test(path);
