/**
 * The seam for edits: tables by quarter, loaded apart from the rulebook. An edit step sees the finished lines and
 * what was asked, adds to lines what the tables say of them (an amount, a modifier that an edit asks for; never another code or unit), and gives its
 * findings. Without tables no line is touched and no finding given: that no edit was looked up is not the same as
 * that none stands.
 */
import type { IsoDate } from "../../base/dates.ts";
import type { Finding } from "../../base/finding.ts";
import type { Fact } from "../../note/facts.ts";
import type { BilledLine, DiagnosisSeen, Line } from "../determination.ts";

export interface Asked {
  readonly lines: readonly Line[];
  readonly date: IsoDate;
  readonly billed: readonly BilledLine[];
  /** ICD-10-CM codes as they were handed over. */
  readonly diagnoses: readonly string[];
  readonly facts: readonly Fact[];
  readonly note: string | undefined;
  /** Where it was done: true in a facility, false outside one, null when not said. */
  readonly facility: boolean | null;
}

export interface Edited {
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
  readonly diagnoses: readonly DiagnosisSeen[];
  /** Hash of the tables that were asked; null when none was. */
  readonly tables: string | null;
}

export type Edits = (asked: Asked) => Edited;

/** No tables loaded. */
export const noEdits: Edits = ({ lines }) => ({ lines, findings: [], diagnoses: [], tables: null });
