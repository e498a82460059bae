/**
 * The seam for edits (NCCI pairs, MUE, add-on rules): tables by quarter, loaded apart from the rulebook. An
 * edit step sees the finished lines, may set modifiers such as 59, and says what it found. Without tables no
 * line is touched and no finding given: that no edit was looked up is not the same as that none stands.
 */
import type { IsoDate } from "../base/dates.ts";
import type { Finding } from "../base/finding.ts";
import type { Line } from "./determination.ts";

export interface Edited {
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
}

export type Edits = (lines: readonly Line[], date: IsoDate, payer: string | undefined) => Edited;

/** No tables loaded. */
export const noEdits: Edits = (lines) => ({ lines, findings: [] });
