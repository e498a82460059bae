/** What a payer says to an answer: kept apart from the code, which it never touches. */
import type { IsoDate } from "../base/dates.ts";
import type { Finding, NotePlace } from "../base/finding.ts";
import type { BilledLine } from "../coding/determination.ts";
import type { Extent, LineOfBusiness, PolicyKind, Topic } from "../rulebook/policy-types.ts";
import type { Citation, RuleRef, Source } from "../rulebook/types.ts";

export type { Policy, PolicyBook, PolicyRule } from "../rulebook/policy-types.ts";

/**
 * `not-documented`: the note does not say. `needs-history`: earlier sessions are not known. `policy-silent`: the
 * text was read and leaves it open. `text-not-read`: the text, or this part of it, was not read; never enforced.
 */
export type Status =
  | "met"
  | "not-met"
  | "not-documented"
  | "needs-history"
  | "not-applicable"
  | "policy-silent"
  | "text-not-read";

export type Covered = "likely" | "not" | "cannot-tell";

/**
 * What a requirement may do to the answer. Only `decides` can make it "not covered".
 * `told`: one summary says so. `old-copy`: the copy is more than two years from the date of service.
 * `undated`: no date could be read. `lead`: recalled, never tested. `gives-way`: another policy wins over it.
 * `disputed`: another policy says otherwise and nobody says which wins.
 */
export type Weight = "decides" | "told" | "old-copy" | "undated" | "lead" | "gives-way" | "disputed";

export interface Requirement {
  /** `l39662/sessions`; for silence and unread parts the policy and topic. */
  readonly id: string;
  readonly policy: string;
  readonly topic: Topic;
  /** What is asked, in our words. */
  readonly says: string;
  readonly status: Status;
  /** What was found, in one sentence. */
  readonly found: string;
  /** The note's words on it. */
  readonly evidence: readonly NotePlace[];
  /** Codes of the lines it bears on. */
  readonly codes: readonly string[];
  readonly weight: Weight;
  /** True: while it stands so, nobody can say that the service is likely covered. */
  readonly open: boolean;
  /** What would settle it. */
  readonly settles: string | null;
  readonly nextEligible: IsoDate | null;
  readonly exception: string | null;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly citations: readonly Citation[];
  readonly where: RuleRef;
}

export interface BillAs extends BilledLine {
  /** False: this payer asks for nothing but the correct code. */
  readonly changed: boolean;
  readonly says: string | null;
  /** Requirements it rests on. */
  readonly because: readonly string[];
}

export interface LineCoverage {
  readonly code: string;
  readonly covered: Covered;
  /** Requirements that decide it or leave it open. */
  readonly because: readonly string[];
}

/** A document consulted, with its dates and how far it was read. */
export interface PolicyUsed {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly kind: PolicyKind;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly seen: IsoDate | null;
  readonly read: Extent;
  /** A user's own. */
  readonly own: boolean;
  readonly over: readonly string[];
  readonly citations: readonly Citation[];
}

/** Two policies that answer one question differently. `wins` is null when neither says. */
export interface PolicyConflict {
  readonly topic: Topic;
  readonly between: readonly [string, string];
  readonly wins: string | null;
  readonly says: string;
}

export interface PayerNote {
  readonly policy: string;
  readonly says: string;
  readonly citations: readonly Citation[];
}

export interface Coverage {
  readonly kind: "coverage";
  readonly payer: {
    readonly id: string | null;
    readonly name: string;
    readonly line: LineOfBusiness | null;
    readonly state: string | null;
    /** Medicare contractor and jurisdiction: "Palmetto (JM)". */
    readonly contractor: string | null;
  };
  readonly dateOfService: IsoDate;
  /** Line one: the correct code, as determined; the least that is supported while the code itself is asked. */
  readonly correct: readonly BilledLine[];
  /** False: there are questions on the code itself. */
  readonly codeSettled: boolean;
  /** Line two: what this payer says to bill. */
  readonly billAs: readonly BillAs[];
  /** Line three: whether this payer covers it. */
  readonly covered: Covered;
  readonly lines: readonly LineCoverage[];
  readonly policies: readonly PolicyUsed[];
  readonly requirements: readonly Requirement[];
  readonly conflicts: readonly PolicyConflict[];
  readonly notes: readonly PayerNote[];
  /** What would settle it, each once. */
  readonly settles: readonly string[];
  /** First day on which no limit that now fails would fail, as far as the history goes. */
  readonly nextEligible: IsoDate | null;
  readonly findings: readonly Finding[];
  /** The documents cited here, by id. */
  readonly sources: Readonly<Record<string, Source>>;
  /** The policies' hash, and the user's own among them by id. */
  readonly receipt: { readonly policies: string; readonly own: readonly string[] };
}

/** What a form's evaluator says of one rule; `judge.ts` adds the rest. */
export interface Verdict {
  readonly status: Status;
  readonly found: string;
  readonly evidence?: readonly NotePlace[];
  readonly settles?: string;
  readonly open?: boolean;
  readonly nextEligible?: IsoDate | null;
}
