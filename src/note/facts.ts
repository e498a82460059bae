/**
 * What a note says, each thing with its exact place. `read` makes these; a user may also write them by
 * hand (`--facts`), which is why every field but `kind` and the identifying one has a plain default.
 */
import type { Finding, NotePlace } from "../base/finding.ts";
import type { ClinicalOf } from "../rulebook/clinical.ts";
import type { AgentClass, StructureKind, Technique } from "../rulebook/types.ts";

export type Side = "left" | "right" | "bilateral" | "midline" | "unspecified";

export type Status = "injected" | "needled" | "examined" | "planned" | "past" | "declined" | "risk" | "other";

interface Placed {
  /** The note's own words. */
  readonly text: string;
  /** UTF-16 offsets into the original note; `text === note.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
}

/** A structure named in the note. */
export interface Mention extends Placed {
  readonly kind: StructureKind;
  /** Structure id of the rulebook; null when the words name a place the book has no id for. */
  readonly id: string | null;
  /** Other ids the words may stand for, when context did not settle it. */
  readonly orElse?: readonly string[];
  readonly side: Side;
  readonly status: Status;
  /** How it was treated; absent when it was not. */
  readonly technique?: Technique;
  /** Classes of what was put in, as far as the note ties them to this structure. */
  readonly agents?: readonly AgentClass[];
  /** Needle sites or injections stated for this structure. Never a count of muscles. */
  readonly sites?: number;
  readonly level?: string;
  /** Levels of the spine at which it was treated, as written ("L4-5", "T6", "lumbar"): structures with `levels` only. */
  readonly levels?: readonly string[];
  readonly digit?:
    | "thumb"
    | "index"
    | "middle"
    | "ring"
    | "little"
    | "great-toe"
    | "2nd-toe"
    | "3rd-toe"
    | "4th-toe"
    | "5th-toe";
  /** How many structures of this name the words tell of ("two MCP joints"); one when left out. */
  readonly number?: number;
  /** A further one of the name: what was done before was repeated at it. */
  readonly again?: boolean;
  /** Which procedure of the note it belongs to, counted from 0 in order; sessions differ by date. */
  readonly service?: number;
  /** Date of the session it belongs to when the note gives one that differs from the encounter's. */
  readonly date?: string;
  /** Why it has this status, in the reader's words: cue id or section. For the explanation. */
  readonly because?: string;
  /** Words that make it less certain: the side was asked for and left blank, the noun is missing, ... */
  readonly doubts?: readonly Doubt[];
}

export type Doubt =
  | "side-blank"
  | "noun-missing"
  | "ambiguous-word"
  | "heading-only"
  | "repaired-spelling"
  | "done-unclear"
  /** Needled, and it is not clear whether anything was put in. */
  | "fluid-unclear";

export interface SubstanceFact extends Placed {
  readonly kind: "substance";
  /** Drug id of the rulebook, or null for a class word ("steroid"). */
  readonly id: string | null;
  readonly name: string;
  readonly agent: AgentClass;
  readonly status: "given" | "mentioned" | "declined" | "past" | "planned" | "discarded";
  /** Percent or mg/mL strength as written. */
  readonly strength?: { readonly value: number; readonly unit: "%" | "mg/mL" | "unit/mL" };
  /** Total given at this encounter, when the note says or adds up to it. */
  readonly dose?: { readonly value: number; readonly unit: "mg" | "mL" | "unit" | "dose" };
  readonly perSite?: { readonly value: number; readonly unit: "mg" | "mL" | "unit" };
  readonly wasted?: { readonly value: number; readonly unit: "mg" | "mL" | "unit" };
  readonly vial?: "single-dose" | "multi-dose";
  /** What its own line treats ("flexor-sheath-ring right"), or the side it gives: two amounts at two sites are added. */
  readonly sites?: readonly string[];
  readonly service?: number;
}

export interface GuidanceFact extends Placed {
  readonly kind: "guidance";
  readonly modality: "ultrasound" | "fluoroscopy" | "ct" | "mri" | "emg" | "stimulation" | "palpation" | "none";
  /** `guide`: steered the needle. `look`: diagnostic or examination only. `not-used`: expressly not. */
  readonly use: "guide" | "look" | "not-used" | "past" | "planned";
  /** True: said to be kept. False: said not to be. Null: not said. */
  /** Ids of the structures in whose lines it is told of; left out when it is told of the session as a whole. */
  readonly for?: readonly string[];
  readonly imageKept: boolean | null;
  readonly described: boolean | null;
  readonly service?: number;
}

/** A number the note states about the session as a whole. */
export interface CountFact extends Placed {
  readonly kind: "count";
  readonly of: "injections" | "sites" | "trigger-points" | "passes" | "muscles" | "muscle-groups" | "levels";
  readonly value: number;
  readonly service?: number;
}

/** A printed code, title or diagnosis: shown, never followed. */
export interface LabelFact extends Placed {
  readonly kind: "label";
  readonly of: "cpt" | "icd10" | "hcpcs" | "title" | "modifier";
  readonly value: string;
}

/** A statement about the session: nothing done, only these, corrected. */
export interface StatementFact extends Placed {
  readonly kind: "statement";
  readonly says:
    | "not-performed"
    | "nothing-injected"
    | "no-other-structure"
    | "trigger-point"
    | "needle-only"
    | "injection-done"
    | "needling-done"
    | "summary-conflict"
    | "visit"
    | "facility"
    | "side-blank"
    | "structure-blank"
    | "each-level"
    /** What it was done for, or how it went beyond an injection (a catheter left, a nerve destroyed): see `value`. */
    | "purpose";
  readonly service?: number;
  readonly value?: string;
  /** `summary-conflict`: the place in the description that it disagrees with. */
  readonly against?: NotePlace;
}

/** What the note says on a payer's criteria: a finding, care before, response. No code rests on it. */
export interface ClinicalFact extends Placed {
  readonly kind: "clinical";
  readonly of: ClinicalOf;
  /** `no`: expressly denied ("no twitch response"). */
  readonly said: "yes" | "no";
  readonly value?: number;
  readonly unit?: "day" | "week" | "month" | "year" | "percent" | "point";
  readonly service?: number;
}

export type Fact = Mention | SubstanceFact | GuidanceFact | CountFact | LabelFact | StatementFact | ClinicalFact;

/** Everything read from one note, in note order. */
export interface Reading {
  readonly kind: "reading";
  readonly facts: readonly Fact[];
  /** ISO dates of service the note itself states, with places, in order. */
  readonly dates: readonly {
    readonly date: string;
    readonly start: number;
    readonly end: number;
    readonly role: "service" | "other";
  }[];
  readonly findings: readonly Finding[];
}

const OTHER_KINDS = new Set(["substance", "guidance", "count", "label", "statement", "clinical"]);

/** Is the fact a structure? */
export function isMention(fact: Fact): fact is Mention {
  return !OTHER_KINDS.has(fact.kind);
}
