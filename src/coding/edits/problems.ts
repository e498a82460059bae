/** What the edit tables say of lines, units, amounts and diagnoses (NP70xx). Each names its table. */
import { finding, type Finding, type NotePlace } from "../../base/finding.ts";
import type { IsoDate } from "../../base/dates.ts";
import type { TableHead } from "../../rulebook/edit-types.ts";

type Cited = readonly string[];
/** `""`, or `As billed, `. */
export type Who = "" | "As billed, ";

// ---- what was looked up ----------------------------------------------------------------------

/**
 * NP7001: the date lies after the latest table loaded, which was asked all the same. `what`: what was looked up.
 * `cited`: ids of the sources of all tables meant.
 */
export const laterThanTables = (what: string, table: TableHead, day: IsoDate, cited: Cited): Finding =>
  finding({
    code: "NP7001",
    severity: "info",
    citations: cited,
    reason: `${what}: the latest table loaded, ${table.edition}, ends before ${day} and was asked all the same.`,
    remedy: "Check against the table of the date's quarter, or import it: needlepoint rulebook import.",
  });

/**
 * NP7002: the date lies before the first table loaded; nothing was looked up. `from`: the first day of the tables,
 * null without any.
 */
export const earlierThanTables = (what: string, day: IsoDate, from: IsoDate | null): Finding =>
  finding({
    code: "NP7002",
    severity: "info",
    reason: `${what}: nothing was looked up for ${day}; ${from === null ? "no table is loaded" : `the tables loaded begin on ${from}`}.`,
    remedy: "Import the table of that quarter: needlepoint rulebook import.",
  });

/** NP7003: the NCCI rows loaded do not cover all pairs of these codes. */
export const notInExtract = (codes: readonly string[], table: TableHead): Finding =>
  finding({
    code: "NP7003",
    severity: "info",
    citations: [table.cite],
    reason: `The NCCI rows loaded (${table.edition}) do not cover all pairs of ${codes.join(", ")}: that none was found says nothing.`,
    remedy: "Look those pairs up in the CMS file, or import it: needlepoint rulebook import ncci.",
  });

// ---- pairs -----------------------------------------------------------------------------------

export interface PairHit {
  readonly column1: string;
  readonly column2: string;
  readonly table: TableHead;
  readonly inside: boolean;
  /** Why, in plain words. */
  readonly why: string;
}

const named = ({ table, inside }: { readonly table: TableHead; readonly inside: boolean }): string =>
  inside ? table.edition : `${table.edition}, not the date's own quarter`;

/** NP7010: two codes of which Medicare never pays the second (NCCI indicator 0). */
export const neverTogether = (who: Who, p: PairHit): Finding =>
  finding({
    code: "NP7010",
    severity: "warning",
    citations: [p.table.cite],
    reason: `${who}${p.column2} stands beside ${p.column1} on one day: Medicare pays ${p.column1} and never ${p.column2} (NCCI ${named(p)}, indicator 0: ${p.why}).`,
    remedy: `Report ${p.column1} alone; no modifier changes that.`,
  });

/**
 * NP7011: two codes that need a modifier to stand side by side (NCCI indicator 1), and none is there. `asks`: what to
 * do, a sentence. `cited`: sources of that.
 */
export const needsModifier = (who: Who, p: PairHit, asks: string, cited: Cited): Finding =>
  finding({
    code: "NP7011",
    severity: "warning",
    citations: [p.table.cite, ...cited],
    reason: `${who}${p.column2} stands beside ${p.column1} on one day: it is part of ${p.column1} unless a modifier says otherwise (NCCI ${named(p)}, indicator 1: ${p.why}).`,
    remedy: asks,
  });

/**
 * NP7012: a modifier brings the pair past the edit (NCCI indicator 1). `asks`: what the note must show. `cited`:
 * sources of that.
 */
export const passesWith = (who: Who, p: PairHit, modifiers: readonly string[], asks: string, cited: Cited): Finding =>
  finding({
    code: "NP7012",
    severity: "info",
    citations: [p.table.cite, ...cited],
    reason: `${who}${p.column2} beside ${p.column1} passes the edit with modifier ${modifiers.join(", ")} (NCCI ${named(p)}, indicator 1: ${p.why}).`,
    remedy: `The note must show ${asks}.`,
  });

// ---- units and add-on codes ------------------------------------------------------------------

/**
 * NP7020: more units than Medicare's limit (MUE). `what.line`: the limit is of a line (adjudication indicator 1),
 * else of the day. `what.says`: what may be done, by that indicator.
 */
export const tooManyUnits = (
  who: Who,
  code: string,
  found: number,
  limit: number,
  what: { readonly table: TableHead; readonly inside: boolean; readonly line: boolean; readonly says: string },
): Finding =>
  finding({
    code: "NP7020",
    severity: "warning",
    citations: [what.table.cite],
    reason: `${who}${code} has ${found} units ${what.line ? "on a line" : "on the day"}; Medicare's limit is ${limit} (MUE ${named(what)}).`,
    remedy: what.says,
  });

/**
 * NP7030: an add-on code without any of its primary codes. `primaries`: those, of which eight are shown. `inside`:
 * the table is of the date's own quarter.
 */
export const addOnAlone = (who: Who, code: string, primaries: Cited, table: TableHead, inside: boolean): Finding =>
  finding({
    code: "NP7030",
    severity: "warning",
    citations: [table.cite],
    reason: `${who}${code} is an add-on code and none of its primary codes stands beside it (NCCI ${named({ table, inside })}).`,
    remedy: `It goes with ${primaries.slice(0, 8).join(", ")}${primaries.length > 8 ? " and others" : ""} of the same practitioner and day.`,
  });

// ---- fee schedule ----------------------------------------------------------------------------

/**
 * NP7040: modifier 50 on a code to which Medicare's bilateral rule does not apply. `indicator`: the fee schedule's
 * bilateral surgery indicator, `release`: of which it was read.
 */
export const bilateralNot = (who: Who, code: string, indicator: string, release: string, cite: string): Finding =>
  finding({
    code: "NP7040",
    severity: "warning",
    citations: [cite],
    reason: `${who}${code} carries modifier 50, and Medicare's bilateral rule does not apply to it (indicator ${indicator}, release ${release}).`,
    remedy:
      indicator === "2"
        ? "The amount is for both sides already: leave modifier 50 off."
        : "Leave modifier 50 off; by Medicare it adds nothing.",
  });

/**
 * NP7041: several procedures of one day (fee schedule, multiple-procedure indicator 2); Medicare reduces all but the
 * highest.
 */
export const severalProcedures = (who: Who, codes: Cited, release: string, cite: string): Finding =>
  finding({
    code: "NP7041",
    severity: "info",
    citations: [cite],
    reason: `${who}${codes.join(", ")}: several procedures of one day (multiple-procedure indicator 2, release ${release}).`,
    remedy: "Medicare pays the highest in full and each further one at half; the amounts shown are before that.",
  });

/**
 * NP7042: Medicare pays no amount of the national schedule for the code. `status`: the schedule's status letter.
 * `means`: that in words.
 */
export const notPaid = (
  who: Who,
  code: string,
  status: string,
  means: string,
  release: string,
  cite: string,
): Finding =>
  finding({
    code: "NP7042",
    severity: "info",
    citations: [cite],
    reason: `${who}${code} is ${means} (status ${status}, release ${release}).`,
    remedy: "Other payers have rules of their own.",
  });

/** NP7043: no relative values of that year are loaded. `edition`: the releases that are. */
export const noAmount = (codes: Cited, day: IsoDate, edition: string, cite: string): Finding =>
  finding({
    code: "NP7043",
    severity: "info",
    citations: [cite],
    reason: `No national amount for ${codes.join(", ")} on ${day}: the relative values loaded (${edition}) hold no release of that year.`,
    remedy: "Import the release: needlepoint rulebook import rvu.",
  });

/**
 * NP7044: a visit on the day of a procedure without modifier 25. `global`: the procedure's global days in the fee
 * schedule.
 */
export const visitNeeds25 = (who: Who, visit: string, procedure: string, global: string, cited: Cited): Finding =>
  finding({
    code: "NP7044",
    severity: "warning",
    citations: cited,
    reason: `${who}${visit} stands beside ${procedure} (global days ${global}) without modifier 25: a visit on that day is part of the procedure.`,
    remedy:
      "Add 25 only if the note shows a visit of its own, beyond the decision to do the procedure; else leave the visit off.",
  });

// ---- diagnoses -------------------------------------------------------------------------------

/** NP7050: a diagnosis code is not valid on the date. `instead`: valid codes with their words, to choose among. */
export const diagnosisNotValid = (code: string, day: IsoDate, why: string, instead: Cited, table: TableHead): Finding =>
  finding({
    code: "NP7050",
    severity: "warning",
    citations: [table.cite],
    reason: `${code} is no valid diagnosis on ${day}: ${why}.`,
    remedy:
      instead.length === 0
        ? "Code the condition by the table of that fiscal year."
        : `Choose by what the note says: ${instead.join("; ")}.`,
  });

/** NP7051: a diagnosis code was not looked up. */
export const diagnosisUnknown = (code: string, why: string, table: TableHead): Finding =>
  finding({
    code: "NP7051",
    severity: "info",
    citations: [table.cite],
    reason: `${code} was not looked up: ${why}.`,
    remedy: "Look it up in the ICD-10-CM of its fiscal year, or import that: needlepoint rulebook import icd10.",
  });

/** NP7052: the note prints a diagnosis code that is not valid on the date. */
export const printedDiagnosis = (code: string, day: IsoDate, why: string, table: TableHead, note: NotePlace): Finding =>
  finding({
    code: "NP7052",
    severity: "info",
    note,
    citations: [table.cite],
    reason: `The note prints the diagnosis ${code}, which is not valid on ${day}: ${why}.`,
    remedy: "A printed code is no evidence; code the condition that is documented.",
  });

// ---- supplies --------------------------------------------------------------------------------

/** NP7060: a supply code is not valid on the date. */
export const supplyNotValid = (who: Who, code: string, day: IsoDate, why: string, table: TableHead): Finding =>
  finding({
    code: "NP7060",
    severity: "warning",
    citations: [table.cite],
    reason: `${who}${code} is not valid on ${day}: ${why}.`,
    remedy: "Use the code of that day for the drug: needlepoint explain, or the HCPCS file of the quarter.",
  });

/**
 * NP7061: a supply code is missing from the latest file read; the day it ended is not known. `seen`: the last file
 * that had it.
 */
export const supplyGone = (who: Who, code: string, seen: string, table: TableHead): Finding =>
  finding({
    code: "NP7061",
    severity: "info",
    citations: [table.cite],
    reason: `${who}${code} was last seen in the HCPCS file of ${seen} and is missing from the latest one read (${table.edition}); the day it ended is not known.`,
    remedy: "Check that it is still valid on the date of service.",
  });
