/**
 * The edit tables as compiled: an artefact apart from the rulebook, loaded when lines are first looked up. Rows
 * are kept as packed text under their first code and unpacked when that code is asked for, so that loading
 * costs the same whatever the size of a quarter. Nothing here knows of notes or determinations.
 */
import type { IsoDate } from "../base/dates.ts";

/** What a table is, and for which days of service it was published. Half-open: `until` is the first day after. */
export interface TableHead {
  /** As people call it: "2024 Q3". */
  readonly edition: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** Source id. */
  readonly cite: string;
}

/** Packed rows: first code to rows parted by `;`, fields by `,` (fields in `PACKED` order, without the first code). */
export type Packed = Readonly<Record<string, string>>;

/**
 * Pairs of codes that are not paid together. Packed: column 2, first day (or empty), first day no longer (or
 * empty), indicator, rationale id.
 */
export interface PairTable extends TableHead {
  /**
   * What it means that a pair is not here. `complete`: no edit. `among`: no edit if both codes occur here.
   * `touching`: no edit if one of `codes` is in the pair. `listed`: nothing.
   */
  readonly scope: "complete" | "among" | "touching" | "listed";
  readonly codes: readonly string[];
  readonly rows: Packed;
}

/** Most units of a code. Packed under the code: units, adjudication indicator (1, 2, 3), CMS's own word for why. */
export interface UnitTable extends TableHead {
  readonly rows: Packed;
}

/** Add-on codes. Packed under the add-on code: primary code, type (1, 2, 3). */
export interface AddOnTable extends TableHead {
  readonly rows: Packed;
}

/**
 * Relative values of the fee schedule. Packed under the code: modifier (empty, 26, TC), release, first day, first
 * day no longer, status, work, practice expense outside a facility, NA there, in a facility, malpractice,
 * global days, multiple-procedure indicator, bilateral indicator, conversion factor.
 */
export interface ValueTable extends TableHead {
  readonly rows: Packed;
}

/** HCPCS Level II codes. Packed under the code: first day, first day no longer, month last seen in a file. */
export interface SupplyTable extends TableHead {
  readonly rows: Packed;
}

/** A modifier and what it does to a pair. */
export interface EditModifier {
  readonly id: string;
  /** May it bring a pair of indicator 1 past the edit? */
  readonly bypasses: boolean;
  /** Sides and digits: only when the other line carries another one. */
  readonly onBoth?: boolean;
  /** What the note must show for it. */
  readonly asks: string;
}

/** Words of a diagnosis in a note, and codes a coder may look at. */
export interface DiagnosisWords {
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly words: readonly string[];
  readonly candidates: readonly DiagnosisCandidate[];
}

export interface DiagnosisCandidate {
  readonly code: string;
  /** ICD-10-CM's own words. */
  readonly says: string;
  /** Days of service on which it is billable. */
  readonly from: IsoDate;
  readonly until: IsoDate;
}

export interface EditBook {
  readonly kind: "edit-book";
  readonly hash: string;
  readonly pairs: readonly PairTable[];
  readonly units: readonly UnitTable[];
  readonly addOns: readonly AddOnTable[];
  readonly values: readonly ValueTable[];
  readonly supplies: readonly SupplyTable[];
  readonly modifiers: readonly EditModifier[];
  /** Why an edit stands, by the table's id: our own few words. */
  readonly rationales: Readonly<Record<string, string>>;
  /** What the note must show when no modifier's own words say it, by rationale id; `default` for the rest. */
  readonly asks: Readonly<Record<string, string>>;
  /** Codes of single named structures, and the modifier that sets the second code of an edit between two of them apart. */
  readonly separate: { readonly modifier: string; readonly codes: readonly string[]; readonly cite: readonly string[] };
  /** Adjudication indicator to what exceeding it means. */
  readonly adjudication: Readonly<Record<string, string>>;
  /** Fee schedule status to what it means, for those under which Medicare pays no amount of its own. */
  readonly status: Readonly<Record<string, string>>;
  /** Visit codes that need modifier 25 on the day of a procedure with these global days. */
  readonly visits: { readonly codes: readonly string[]; readonly global: readonly string[] };
  /** Source ids of the last five. */
  readonly cite: readonly string[];
  readonly diagnosisWords: readonly DiagnosisWords[];
  /** A diagnosis word right after one of these is not said of this patient. Lower case. */
  readonly notSaid: readonly string[];
}

/** ICD-10-CM by fiscal year: a second artefact, loaded when a diagnosis is looked up. */
export interface DiagnosisBook {
  readonly kind: "diagnosis-book";
  readonly hash: string;
  readonly table: TableHead;
  /**
   * Category (first three characters) to its codes, a line each: code, first and last fiscal year listed, first
   * and last billable (empty for a heading), words; parted by tabs.
   */
  readonly categories: Packed;
}
