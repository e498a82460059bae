/** The answer for one encounter, as in the public contract (design.md section 5). */
import type { Finding, NotePlace } from "../base/finding.ts";
import type { Range } from "../base/range.ts";
import type { Truth } from "../base/truth.ts";
import type { Fact } from "../note/facts.ts";
import type { Setting } from "../rulebook/policy-types.ts";

export interface BilledLine {
  readonly code: string;
  readonly units: number;
  readonly modifiers: readonly string[];
}

export interface PastSession {
  readonly dateOfService: string;
  readonly code: string;
  readonly region?: string;
  readonly reliefPercent?: number;
}

/** What is asked. Either `note` or `facts`; everything else may be left out. */
export interface Encounter {
  readonly id?: string;
  /** ISO date. When absent the note's own date of service is used; when it has none, the latest rules, and a finding says so. */
  readonly dateOfService?: string;
  readonly note?: string;
  readonly facts?: readonly Fact[];
  readonly payer?: string;
  readonly state?: string;
  /** County of the service, where it decides the Medicare contractor (parts of Virginia). */
  readonly county?: string;
  readonly setting?: Setting;
  readonly diagnoses?: readonly string[];
  readonly billed?: readonly BilledLine[];
  /** Earlier sessions of this patient; an empty list says that there were none. */
  readonly history?: readonly PastSession[];
  /** Entries of the history that could not be read: so many sessions more may have been. */
  readonly historyGaps?: number;
  /** Convention id to position id: the organisation's choices. */
  readonly conventions?: Readonly<Record<string, string>>;
}

export interface Determination {
  readonly kind: "determination";
  readonly id: string;
  readonly dateOfService: string;
  readonly status: "determined" | "query" | "none";
  /** When `query`: the least that the note supports; may be empty. */
  readonly lines: readonly Line[];
  readonly counts: Counts;
  readonly facts: readonly Fact[];
  readonly queries: readonly Query[];
  readonly wouldChange: readonly Change[];
  readonly contested: readonly Contested[];
  readonly conflicts: readonly Finding[];
  /** Recognised, but not coded by this book, and why. */
  readonly notCoded: readonly NotCoded[];
  readonly edits: readonly Finding[];
  /** Diagnosis words of the note with codes to look at; nothing is chosen. */
  readonly diagnoses: readonly DiagnosisSeen[];
  /** The payer's answer (src/policy/types.ts), when a payer is given; else null. Nothing here rests on it. */
  readonly coverage: unknown;
  readonly findings: readonly Finding[];
  readonly trace: readonly Step[];
  readonly receipt: Receipt;
}

export interface Line {
  readonly code: string;
  readonly units: number;
  readonly modifiers: readonly string[];
  readonly role: "procedure" | "imaging" | "drug";
  readonly says: string;
  readonly because: readonly Reason[];
  /** Medicare's national amount, when the fee schedule of the year is loaded and has one. */
  readonly amount?: Amount;
}

/** US dollars; null: not paid in that setting. */
export interface Dollars {
  readonly facility: number | null;
  readonly nonFacility: number | null;
}

export interface Amount {
  /** Of the relative value file: "2025D" is October 2025. */
  readonly release: string;
  /** False: another release of the same year than the date's own. */
  readonly inForce: boolean;
  readonly factor: number;
  /** Total relative value of one unit. */
  readonly relativeValue: Dollars;
  /** One unit, before any reduction. */
  readonly unit: Dollars;
  /** The line: its units, and both sides where modifier 50 counts. */
  readonly line: Dollars;
  /** Which of the two holds, when the setting is known. */
  readonly applies: "facility" | "nonFacility" | null;
  readonly indicators: {
    readonly status: string;
    readonly global: string;
    readonly multiple: string;
    readonly bilateral: string;
  };
  readonly citations: readonly string[];
}

/** A diagnosis the note speaks of, and codes a coder may look at. */
export interface DiagnosisSeen {
  readonly says: string;
  readonly evidence: readonly NotePlace[];
  readonly candidates: readonly { readonly code: string; readonly says: string }[];
  /** The day whose codes they are: the date of service, or the last day of the years loaded when it lies after them. */
  readonly asOf: string;
}

export interface Reason {
  /** Rule id: `trigger-point/count`. */
  readonly rule: string;
  readonly says: string;
  readonly found?: Range | string | number | boolean | null;
  /** Source ids. */
  readonly citations: readonly string[];
  /** Where in the note. */
  readonly evidence: readonly NotePlace[];
}

export interface Counts {
  readonly muscles?: Range;
  readonly byName?: Range;
  readonly bySide?: Range;
  readonly needled?: Range;
  readonly groups?: Range;
  /** Named elements of the count, for people: "left trapezius", "left rhomboids (1 to 2)". */
  readonly elements: readonly CountElement[];
  readonly sites: number | null;
  readonly needlePasses: number | null;
}

export interface CountElement {
  readonly id: string | null;
  readonly name: string;
  readonly side: string;
  readonly muscles: Range;
  readonly family: string;
  readonly evidence: readonly NotePlace[];
}

export interface Query {
  readonly id: string;
  readonly asks: string;
  readonly why: string;
  readonly rule: string;
  /** Never leads: from the record, plus "other" and "unable to determine". */
  readonly options: readonly string[];
  readonly indicators: readonly NotePlace[];
}

export interface Change {
  readonly says: string;
  readonly rule: string;
  /** Codes that would stand instead or in addition. */
  readonly codes: readonly string[];
}

export interface Contested {
  readonly convention: string;
  readonly asks: string;
  /** Position id to the codes it gives and the count it rests on. */
  readonly answers: readonly {
    readonly position: string;
    readonly says: string;
    readonly codes: readonly string[];
    readonly count: Range;
    readonly citations: readonly string[];
  }[];
  readonly applied: string;
  /** False: "no difference here". */
  readonly matters: boolean;
}

export interface NotCoded {
  readonly family: string;
  readonly says: string;
  readonly because: string;
  readonly evidence: readonly NotePlace[];
}

/** One step of the trace: a rule met a fact. Always recorded. */
export interface Step {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly outcome: Truth;
  readonly says: string;
  readonly found?: Range | string | number | boolean | null;
  readonly citations: readonly string[];
  readonly evidence: readonly NotePlace[];
}

export interface Receipt {
  readonly engine: string;
  readonly rulebook: string;
  readonly input: string;
  /** Hash of the edit tables, when they were asked. */
  readonly tables?: string;
}
