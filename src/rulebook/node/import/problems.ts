/** What can be wrong with an official file handed to `rulebook import` (NP80xx). Nothing is written when one is an error. */
import { finding, type Finding, type Severity } from "../../../base/finding.ts";

const make = (code: string, severity: Severity, reason: string, remedy: string): Finding =>
  finding({ code, severity, reason, remedy });
const error = (code: string, reason: string, remedy: string): Finding => make(code, "error", reason, remedy);

/** NP8001: a zip archive or workbook is cut short or damaged. `name`: the file's, as in all of these. */
export const brokenFile = (name: string, what: "zip archive" | "workbook", why: string): Finding =>
  error("NP8001", `${name}: expected a whole ${what}, found one that cannot be opened (${why}).`, "Download it again.");

/** NP8002: it is a file of another kind. */
export const wrongKind = (name: string, expected: string, found: string): Finding =>
  error("NP8002", `${name}: expected ${expected}, found ${found}.`, "Give the file of that kind, as CMS publishes it.");

/** NP8003: a column of that kind of file is missing. `found`: what stands in their place. */
export const wrongColumns = (name: string, missing: readonly string[], found: string): Finding =>
  error(
    "NP8003",
    `${name}: expected the columns ${missing.join(", ")}, found ${found}.`,
    "Give the file as it was downloaded; if CMS has changed its layout, the importer must be taught it.",
  );

/** NP8004: the file is of another quarter, release or year than its name or `--edition` says. */
export const wrongQuarter = (name: string, expected: string, found: string): Finding =>
  error(
    "NP8004",
    `${name}: expected ${expected}, found ${found}.`,
    "Give the file of that quarter, or correct --edition.",
  );

/**
 * NP8005: neither the name nor `--edition` says of which quarter, release or year it is. `form`: how a name says it.
 */
export const unknownQuarter = (name: string, form: string): Finding =>
  error(
    "NP8005",
    `${name}: expected a file name that says of which quarter or year it is (${form}), found none.`,
    "Keep the name CMS gave it, or say it with --edition, as in --edition 2026Q1 (2026C for relative values, FY2026 for diagnoses).",
  );

/** NP8006: a row is of another form than the layout has. `line`: counted from 1. */
export const wrongRow = (name: string, line: number, expected: string, found: string): Finding =>
  error(
    "NP8006",
    `${name}, line ${line}: expected ${expected}, found ${found}.`,
    "Download the file again; do not edit it.",
  );

/** NP8007: a row stands twice, in the lines `before` and `line`, counted from 1. `what`: what the row is of. */
export const rowTwice = (name: string, line: number, before: number, what: string): Finding =>
  error(
    "NP8007",
    `${name}: expected one row for ${what}, found two, in lines ${before} and ${line}.`,
    "Download the file again; do not put files together by hand.",
  );

/** NP8008: there is no row that this book needs. `what`: the rows that were expected. */
export const noRows = (name: string, what: string): Finding =>
  error(
    "NP8008",
    `${name}: expected ${what}, found no row that this book needs.`,
    "Check that it is the right file, and whole.",
  );

/** NP8009: not all parts of a quarter were given; missing pairs will say nothing. */
export const partsMissing = (name: string, missing: readonly string[]): Finding =>
  make(
    "NP8009",
    "warning",
    `${name}: expected all parts of the quarter, missing ${missing.join(", ")}. That a pair is not found will say nothing.`,
    "Give all parts in one call.",
  );

/** NP8010: it is the hospital's or another setting's table. */
export const notProfessional = (name: string, found: string): Finding =>
  error(
    "NP8010",
    `${name}: expected the practitioner table, found ${found}.`,
    "This book answers the professional's claim; give the practitioner file.",
  );

/** NP8011: a fiscal year between would be missing. */
export const yearGap = (name: string, expected: string, found: string): Finding =>
  error(
    "NP8011",
    `${name}: expected ${expected}, found ${found}: a year between would be unknown.`,
    "Import the years in order.",
  );

/** NP8012: it does not hold descriptors, a code and its words a line. */
export const notDescriptors = (name: string): Finding =>
  error(
    "NP8012",
    `${name}: expected the AMA's descriptors, a code and its words on each line, found something else.`,
    "Give LONGULT.txt, MEDU.txt or SHORTU.txt of your licensed CPT data files, or the zip they came in.",
  );

/** NP8013: the AMA's words would go into the project. `dir`: the folder named for them. */
export const insideRulebook = (dir: string): Finding =>
  error(
    "NP8013",
    `${dir}: expected a folder outside the project, found one inside it.`,
    "The AMA's words never go into the tree: leave --into out, or name a folder of your own.",
  );

/** NP8014: the archive is larger than any official one. `megabytes`: the most that is unpacked. */
export const tooLarge = (name: string, megabytes: number): Finding =>
  error(
    "NP8014",
    `${name}: expected at most ${megabytes} MB unpacked, found more.`,
    "Give the official file by itself.",
  );

/** NP8015: what is loaded is as new or newer; the file was only compared. `what`: which, a sentence. */
export const olderFile = (name: string, what: string): Finding =>
  make("NP8015", "info", `${name}: ${what}`, "Nothing else changes.");
