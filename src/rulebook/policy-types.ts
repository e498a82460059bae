/**
 * The compiled policies: what payers require before they pay. One artefact of its own, loaded only when a
 * payer is named. Nothing here can reach the choice of a code: it speaks of services, not of rows.
 */
import type { IsoDate } from "../base/dates.ts";
import type { ElementOf } from "./clinical.ts";
import type { AgentClass, Citation, RuleRef, Source, StructureKind } from "./types.ts";

export interface PolicyBook {
  readonly kind: "policy-book";
  /** `sha256-` and 64 hex digits over the canonical JSON of everything else. */
  readonly hash: string;
  /** Ids of policies that a user laid beside the book. */
  readonly own: readonly string[];
  readonly payers: readonly Payer[];
  readonly contractors: readonly Contractor[];
  /** Service id to its codes. */
  readonly services: Readonly<Record<string, Service>>;
  /** Condition (a word of `CLINICAL`) to the ICD-10-CM codes that say it. */
  readonly conditions: Readonly<Record<string, readonly string[]>>;
  /** Structure id to the body regions it may be counted to. */
  readonly regions: Readonly<Record<string, readonly string[]>>;
  /** A region as people write it, in lower case, to its id. */
  readonly regionWords: Readonly<Record<string, string>>;
  readonly policies: readonly Policy[];
  /** The sources these policies cite. */
  readonly sources: Readonly<Record<string, Source>>;
}

export type LineOfBusiness =
  | "medicare"
  | "medicare-advantage"
  | "medicaid"
  | "marketplace"
  | "commercial"
  | "workers-comp"
  | "tricare"
  | "other";

export interface Payer {
  readonly id: string;
  readonly name: string;
  readonly line: LineOfBusiness;
  /** Other ways to write it. */
  readonly also: readonly string[];
  /** States it does business in, as far as its documents show; empty: not tied to a state. */
  readonly states: readonly string[];
  /** A wider name it also answers to, with a state: `bcbs`, `medicaid`, `workers-comp`. */
  readonly of?: string;
}

/** A Medicare Part B contractor in one state, or part of one. */
export interface Contractor {
  readonly state: string;
  readonly jurisdiction: string;
  readonly name: string;
  readonly contracts: readonly string[];
  /** Counties or cities of the state that this one serves; absent: the rest of it. */
  readonly counties?: readonly string[];
}

export interface Service {
  readonly title: string;
  readonly codes: readonly string[];
  /** Structures it treats; empty: any. */
  readonly kinds: readonly StructureKind[];
}

/** How much of a document was read: all, its criteria, its heading, nothing. */
export type Extent = "full" | "criteria" | "header" | "none";

export type PolicyKind =
  | "ncd"
  | "lcd"
  | "article"
  | "policy"
  | "guideline"
  | "claims-edit"
  | "fee-schedule"
  | "regulation"
  | "notice"
  | "decision";

export interface Policy {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly kind: PolicyKind;
  readonly payers: readonly string[];
  /** Medicare jurisdictions; empty: all. */
  readonly jurisdictions: readonly string[];
  /** Empty: wherever the payer is. */
  readonly states: readonly string[];
  readonly services: readonly string[];
  /** First day in force; null when no date was read. */
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  /** Last day on which the text was seen to stand; null when the copy has no date. */
  readonly seen: IsoDate | null;
  readonly read: Extent;
  /** Policies that give way where both speak of one thing. */
  readonly over: readonly string[];
  /** Payer whose policies in the same state hold as well (a plan that follows the local LCD). */
  readonly adopts?: string;
  readonly rules: readonly PolicyRule[];
  /** What was not read, and whether an answer may do without it. */
  readonly unread: readonly Unread[];
  /** Worth knowing, never a condition: who wins, how it is paid, what the units are. */
  readonly notes: readonly PolicyNote[];
  readonly reviewBy: IsoDate;
  readonly cite: readonly Citation[];
  readonly where: RuleRef;
}

export interface PolicyNote {
  readonly says: string;
  readonly cite: readonly Citation[];
}

export interface Unread {
  readonly topic: Topic;
  readonly says: string;
  readonly services: readonly string[];
  /** True: nobody can say "likely covered" without it. */
  readonly open: boolean;
  /** It matters only when one of these was injected. */
  readonly agents?: readonly AgentClass[];
}

/** What a requirement is about. A closed list, so that silence can be reported topic by topic. */
export type Topic =
  | "diagnosis"
  | "findings"
  | "prior-care"
  | "response"
  | "frequency"
  | "agents"
  | "technique"
  | "imaging"
  | "units"
  | "claim"
  | "authorization"
  | "documentation";

/**
 * How far a rule may carry an answer. `decides`: its text was read, or two independent sources tell it alike.
 * `told`: one summary says so; shown and tested, but an answer never rests on it alone.
 * `lead`: recalled or unverified; shown as not read, never tested.
 */
export type Standing = "decides" | "told" | "lead";

export interface RuleBase {
  /** `l39662/sessions`. */
  readonly id: string;
  readonly says: string;
  readonly topic: Topic;
  readonly services: readonly string[];
  /** Holds for the first injection only, or for repeats only. */
  readonly phase?: "initial" | "repeat";
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly standing: Standing;
  /** The way past it that the text itself names. */
  readonly exception?: string;
  readonly cite: readonly Citation[];
  readonly where: RuleRef;
}

/** Something the note must show, with a least or exceeded value where the policy has one. */
export interface Element {
  readonly is: ElementOf;
  readonly atLeast?: number;
  readonly moreThan?: number;
  readonly unit?: "day" | "week" | "month" | "year" | "percent" | "point";
}

/** A stretch of calendar time; one of the four. */
export interface Period {
  readonly days?: number;
  readonly weeks?: number;
  readonly months?: number;
  readonly years?: number;
}

export type Stance =
  | "covered"
  | "investigational"
  | "experimental"
  | "unproven"
  | "not-medically-necessary"
  | "not-covered"
  | "not-recommended"
  | "not-paid"
  | "excluded";

/** Where it was done, as encounters say it. */
export type Setting = "office" | "hospital-outpatient" | "asc" | "emergency" | "other";

export type LimitUnit = "session" | "claim" | "treatment" | "injection" | "site" | "region" | "set" | "visit";

export type PolicyRule = RuleBase &
  (
    | { readonly form: "criteria"; readonly least: number; readonly of: readonly Element[] }
    /** None of these may be documented; silence is no breach. Not firm: its mention asks for a word, no more. */
    | { readonly form: "absent"; readonly firm: boolean; readonly of: readonly Element[] }
    | {
        readonly form: "diagnosis";
        /** ICD-10-CM codes; a trailing `*` stands for any ending. */
        readonly in: readonly string[];
        readonly out: readonly string[];
        /** Conditions named in words. */
        readonly conditions: readonly string[];
        readonly notConditions: readonly string[];
        /** Nothing but what is listed counts. */
        readonly closed: boolean;
      }
    | {
        readonly form: "agent";
        readonly only: readonly AgentClass[];
        readonly not: readonly AgentClass[];
        /** Not by itself: beside a permitted one it does no harm. */
        readonly notAlone: readonly AgentClass[];
      }
    | { readonly form: "stance"; readonly is: Stance; readonly when?: Element }
    | {
        readonly form: "limit";
        /** Null: the number was not read. */
        readonly max: number | null;
        readonly unit: LimitUnit;
        /** The text leaves open whether the unit is a session or a needle. */
        readonly unitOpen: boolean;
        /** `session`: within one. `life`: ever. Null: not stated. */
        readonly per: Period | "session" | "life" | null;
        readonly window: "rolling" | "calendar" | "unstated";
        readonly scope: "patient" | "region" | "site";
        /** Earlier services counted with this one. */
        readonly pools: readonly string[];
        readonly agents?: readonly AgentClass[];
        readonly extended?: { readonly max: number; readonly needs: ElementOf };
        /** Advice to look again at the diagnosis, not a bar. */
        readonly advice: boolean;
      }
    | {
        readonly form: "interval";
        readonly atLeast: Period;
        readonly scope: "patient" | "region";
        readonly pools: readonly string[];
      }
    | { readonly form: "units"; readonly oneOf: readonly string[]; readonly max: number }
    | {
        readonly form: "modifier";
        /** One of these. */
        readonly modifiers: readonly string[];
        /** Needed when one of these is so; always when empty. */
        readonly when: readonly Element[];
        /** The modifier that names the one side treated. */
        readonly bySide: boolean;
        /** Needed from the session on that is beyond so many in so long. */
        readonly beyond?: { readonly max: number; readonly per: Period };
      }
    | {
        readonly form: "same-day";
        readonly codes: readonly string[];
        /** Structures of these kinds treated on the same day. */
        readonly kinds: readonly StructureKind[];
        readonly region: "same" | "any";
      }
    /** Not paid in these settings. */
    | { readonly form: "setting"; readonly not: readonly Setting[] }
    /** Goes on the same claim: a line whose code begins with one of these letters. */
    | { readonly form: "beside"; readonly prefixes: readonly string[]; readonly agents: readonly AgentClass[] }
    | { readonly form: "authorization"; readonly need: "required" | "not-required" | "plan-rules" }
    | { readonly form: "substitute"; readonly bill: string; readonly unlessTrigger?: true }
  );

export type Form = PolicyRule["form"];
