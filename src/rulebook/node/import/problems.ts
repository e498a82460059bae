/** What can be wrong with an official file handed to `rulebook import` (NP80xx). Nothing is written when one is an error. */
import { finding, type Finding, type Severity } from "../../../base/finding.ts";

const make = (code: string, severity: Severity, reason: string, remedy: string): Finding =>
  finding({ code, severity, reason, remedy });
const error = (code: string, reason: string, remedy: string): Finding => make(code, "error", reason, remedy);

export const brokenZip = (name: string, why: string): Finding =>
  error(
    "NP8001",
    `${name}: expected a whole zip archive, found one that cannot be unpacked (${why}).`,
    "Download it again.",
  );

export const wrongKind = (name: string, expected: string, found: string): Finding =>
  error("NP8002", `${name}: expected ${expected}, found ${found}.`, "Give the file of that kind, as CMS publishes it.");

export const wrongColumns = (name: string, missing: readonly string[], found: string): Finding =>
  error(
    "NP8003",
    `${name}: expected the columns ${missing.join(", ")}, found ${found}.`,
    "Give the file as it was downloaded; if CMS has changed its layout, the importer must be taught it.",
  );

export const wrongQuarter = (name: string, expected: string, found: string): Finding =>
  error(
    "NP8004",
    `${name}: expected ${expected}, found ${found}.`,
    "Give the file of that quarter, or correct --edition.",
  );

export const unknownQuarter = (name: string, form: string): Finding =>
  error(
    "NP8005",
    `${name}: expected a file name that says of which quarter or year it is (${form}), found none.`,
    "Keep the name CMS gave it, or say it with --edition, as in --edition 2026Q1 (2026C for relative values, FY2026 for diagnoses).",
  );

export const wrongRow = (name: string, line: number, expected: string, found: string): Finding =>
  error(
    "NP8006",
    `${name}, line ${line}: expected ${expected}, found ${found}.`,
    "Download the file again; do not edit it.",
  );

export const rowTwice = (name: string, line: number, before: number, what: string): Finding =>
  error(
    "NP8007",
    `${name}: expected one row for ${what}, found two, in lines ${before} and ${line}.`,
    "Download the file again; do not put files together by hand.",
  );

export const noRows = (name: string, what: string): Finding =>
  error(
    "NP8008",
    `${name}: expected ${what}, found no row that this book needs.`,
    "Check that it is the right file, and whole.",
  );

export const partsMissing = (name: string, missing: readonly string[]): Finding =>
  make(
    "NP8009",
    "warning",
    `${name}: expected all parts of the quarter, missing ${missing.join(", ")}. That a pair is not found will say nothing.`,
    "Give all parts in one call.",
  );

export const notProfessional = (name: string, found: string): Finding =>
  error(
    "NP8010",
    `${name}: expected the practitioner table, found ${found}.`,
    "This book answers the professional's claim; give the practitioner file.",
  );

export const yearGap = (name: string, expected: string, found: string): Finding =>
  error(
    "NP8011",
    `${name}: expected ${expected}, found ${found}: a year between would be unknown.`,
    "Import the years in order.",
  );

export const notDescriptors = (name: string): Finding =>
  error(
    "NP8012",
    `${name}: expected the AMA's descriptors, a code and its words on each line, found something else.`,
    "Give LONGULT.txt, MEDU.txt or SHORTU.txt of your licensed CPT data files, or the zip they came in.",
  );

export const insideRulebook = (dir: string): Finding =>
  error(
    "NP8013",
    `${dir}: expected a folder outside the project, found one inside it.`,
    "The AMA's words never go into the tree: leave --into out, or name a folder of your own.",
  );

export const tooLarge = (name: string, megabytes: number): Finding =>
  error(
    "NP8014",
    `${name}: expected at most ${megabytes} MB unpacked, found more.`,
    "Give the official file by itself.",
  );

export const olderFile = (name: string, what: string): Finding =>
  make("NP8015", "info", `${name}: ${what}`, "Nothing else changes.");
