/**
 * The compiled rulebook: one immutable, JSON-safe artefact that the command line and the page both load.
 * Everything here was written in `rulebook/` by people who know coding, checked by `rulebook check`,
 * and only rearranged by the compiler. Nothing here knows of notes.
 */
import type { IsoDate, Span } from "../base/dates.ts";
import type { Range } from "../base/range.ts";
import type { Citation, Source } from "./authority.ts";
import type { ClaimForm, Drug } from "./supplies.ts";
import type {
  AgentClass,
  CountedThing,
  CueCategory,
  LevelReading,
  Modality,
  Per,
  SpineRegion,
  StructureKind,
  Technique,
} from "./words.ts";

export type * from "./authority.ts";
export type * from "./supplies.ts";
export type * from "./words.ts";

export interface Rulebook {
  readonly kind: "rulebook";
  readonly version: string;
  /** `sha256-` and 64 hex digits over the canonical JSON of everything else. */
  readonly hash: string;
  /** The dates of service for which this book claims to know the rules. */
  readonly horizon: { readonly from: IsoDate; readonly until: IsoDate };
  readonly sources: Readonly<Record<string, Source>>;
  readonly structures: Readonly<Record<string, Structure>>;
  readonly terms: readonly Term[];
  readonly cues: readonly Cue[];
  /** Ordinary words that are never a misspelt term. Lower case. */
  readonly plainWords: readonly string[];
  readonly codes: Readonly<Record<string, Code>>;
  readonly families: readonly Family[];
  readonly imaging: readonly ImagingRule[];
  readonly drugs: readonly Drug[];
  readonly forms: readonly ClaimForm[];
  readonly conventions: readonly Convention[];
  readonly beliefs: readonly Belief[];
  /** A word that people search by, and the book's words for it. */
  readonly search: Readonly<Record<string, readonly string[]>>;
  readonly denials: readonly Denial[];
  readonly gaps: readonly Gap[];
}

// ---- anatomy ---------------------------------------------------------------------------------

export interface Structure {
  /** Unique over all kinds: `trapezius`, `rhomboids`, `plantar-fascia`, `knee`. */
  readonly id: string;
  readonly kind: StructureKind;
  /** The name shown to people, e.g. "levator scapulae". */
  readonly name: string;
  readonly region?: string;
  /** False for the few midline structures (procerus). */
  readonly paired: boolean;
  /** Group: ids of member muscles. `open: true` when the members cannot be listed completely (paraspinals). */
  readonly members?: readonly string[];
  readonly open?: boolean;
  /** Group: most muscles a side the word stands for, where members are finer than what people count (erector spinae: 3 columns). */
  readonly atMost?: number;
  /** Region word, or a name left general ("occipital nerve"): structures it may stand for. */
  readonly mayMean?: readonly string[];
  /** Joint or bursa. */
  readonly size?: "small" | "intermediate" | "major";
  /** Bursae counted with a joint (NCCI: shoulder joint plus its bursae once): structure id of that joint. */
  readonly countsWith?: string;
  /** A muscle of several spinal levels: level letter to id (`multifidus` at C: `multifidus-cervicis`). */
  readonly byLevel?: Readonly<Record<string, string>>;
  /** Exists once a digit: two fingers or toes named are two structures. */
  readonly digits?: "hand" | "foot";
  /** There are several on a side that no digit or level tells apart: a number before the name counts them. */
  readonly several?: boolean;
  /** A digit's own structure: digit name to id ("trigger finger" of the ring finger: `flexor-sheath-ring`). */
  readonly byDigit?: Readonly<Record<string, string>>;
  /** Lies at levels of the spine, and what a level written beside it ("L4-5", "L4") means for it. */
  readonly levels?: LevelReading;
  /** The part of the spine that its very name gives ("lumbar epidural", "caudal"). */
  readonly spine?: SpineRegion;
  /** The 2002 muscle group (newsletter's body region) it lies in. */
  readonly group2002?: string;
  readonly common?: boolean;
  readonly xref?: Readonly<Record<string, string>>;
  readonly note?: string;
}

/** A way to write a structure. */
export interface Term {
  /** Lower case words as they stand in notes. */
  readonly words: string;
  /** Structure ids. More than one: an alias collision that context must settle; the likeliest first. */
  readonly targets: readonly string[];
  /** `name`: counts by itself. `abbr`: counts in a note about injections. `ambiguous`: needs context. */
  readonly strength: "name" | "abbr" | "ambiguous";
  /** Listed misspelling. */
  readonly misspelt?: boolean;
}

// ---- language --------------------------------------------------------------------------------

export interface Cue {
  readonly id: string;
  readonly category: CueCategory;
  readonly words: string;
  readonly gives: string;
  readonly direction?: "forward" | "backward" | "both";
  readonly reach?: "clause" | "sentence" | "line" | "section";
  /** Contains a cue's words without meaning it ("no increase", "not only"). */
  readonly pseudo?: boolean;
  /** Counts only next to a structure (single letters R, L, B). */
  readonly bare?: boolean;
  /** Initials, written in capitals; no phrase of the note is made of them ("IF", "if"). */
  readonly capitals?: boolean;
  readonly value?: number;
  readonly note?: string;
}

// ---- codes and families ----------------------------------------------------------------------

export interface Code {
  readonly code: string;
  readonly family: string;
  /** Our own few words. Never the AMA's descriptor. */
  readonly title: string;
  readonly editions: readonly CodeEdition[];
}

export interface CodeEdition extends Span {
  readonly covers: string;
  /** One sentence for the answer line: "Trigger points injected in three or more muscles." */
  readonly says: string;
  readonly counts: CountedThing;
  readonly range?: Range;
  readonly per: Per;
  readonly change?: string;
  readonly notes?: readonly string[];
  readonly modifiers?: readonly {
    readonly modifier: string;
    readonly allowed: boolean;
    readonly cite: readonly Citation[];
  }[];
  readonly cite: readonly Citation[];
}

/** What a family takes. Families are tried in `priority` order; the first that takes a mention keeps it. */
export interface Family {
  readonly id: string;
  readonly title: string;
  readonly priority: number;
  readonly takes: {
    readonly techniques: readonly Technique[];
    readonly kinds?: readonly StructureKind[];
    readonly structures?: readonly string[];
    readonly agents?: readonly AgentClass[];
    readonly notAgents?: readonly AgentClass[];
    /** SI joint and the like: only with (or only without) fluoroscopy or CT. */
    readonly imaging?: "required" | "absent";
    /** Muscles of these regions of the body only (`region` in anatomy/). */
    readonly regions?: readonly string[];
    /** The note must give one of these purposes (cues of the category `purpose`), or none of those. */
    readonly purposes?: readonly string[];
    readonly notPurposes?: readonly string[];
  };
  /**
   * `session`: one line for all. `structure`: one line for each structure and side. `place`: places are put in
   * order - levels of the spine, or the limbs of `limbs` - and rows take the first, the second, the further ones.
   */
  readonly per: Per;
  /** Limb to the regions of the body that make it up: the places of a family that counts muscles by limb. */
  readonly limbs?: Readonly<Record<string, readonly string[]>>;
  readonly editions: readonly FamilyEdition[];
  /** Imaging that is reported beside this family, subject to `imaging` rules. */
  readonly companions: readonly Modality[];
  readonly questions: Readonly<Record<string, Question>>;
  readonly coverage: Span;
  readonly reviewBy: IsoDate;
  /** Set when the family is recognised but not coded: the answer says "not coded here, because". `asks`: and asks this. */
  readonly notCoded?: {
    readonly because: string;
    readonly asks?: "structure" | "purpose" | "imaging" | "levels";
    readonly cite: readonly Citation[];
  };
}

export interface FamilyEdition extends Span {
  readonly counts: CountedThing;
  readonly rows: readonly Row[];
  readonly cite: readonly Citation[];
}

/** A row of a decision table: the code applies when every condition is true. */
export interface Row {
  readonly code: string;
  readonly when: readonly Condition[];
  /** Rows are listed least first; `floor` is what may be reported when a condition is unknown. */
  readonly floor?: boolean;
  /** Of a floor: it is reported also while the size of a joint that is named is not known, for no joint has a lesser code. */
  readonly anySize?: boolean;
  /** Of a place row: a unit for each place that it takes. Left out: one unit however many. */
  readonly each?: boolean;
  readonly says: string;
  readonly cite: readonly Citation[];
  readonly where: RuleRef;
}

export type Condition =
  | { readonly kind: "count"; readonly range: Range }
  | { readonly kind: "size"; readonly is: "small" | "intermediate" | "major" }
  | { readonly kind: "structure"; readonly kinds: readonly StructureKind[] }
  | { readonly kind: "image"; readonly modality: "ultrasound"; readonly kept: boolean }
  | { readonly kind: "imaging"; readonly used: boolean }
  | { readonly kind: "agent"; readonly classes: readonly AgentClass[] }
  | { readonly kind: "spine"; readonly is: readonly SpineRegion[] }
  | { readonly kind: "place"; readonly range: Range }
  | { readonly kind: "sides"; readonly is: "one" | "both" | "both-or-unsaid" }
  | { readonly kind: "catheter"; readonly left: boolean };

/** Where a rule stands in the book: `families/trigger-point.yaml:31`. */
export interface RuleRef {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
}

export interface Question {
  /** The question to the provider: open or multiple choice, no code, no count, no money. */
  readonly asks: string;
  readonly options: readonly string[];
  readonly why: string;
}

export interface ImagingRule extends Span {
  readonly code: string;
  readonly modality: Modality;
  readonly needsImage: boolean;
  readonly says: string;
  readonly families: readonly string[];
  readonly cite: readonly Citation[];
  readonly where: RuleRef;
}

export interface Position {
  readonly id: string;
  readonly says: string;
  readonly cite: readonly Citation[];
}

/** A point on which authorities differ or are silent. */
export interface Convention {
  readonly id: string;
  readonly letter: string;
  readonly asks: string;
  readonly positions: readonly Position[];
  /** Position id the engine applies when the organisation has not chosen; null when nothing is chosen. */
  readonly default: string | null;
  readonly workingRule: string;
  readonly amaText: string;
  readonly cite: readonly Citation[];
}

export interface Belief {
  readonly id: string;
  readonly claim: string;
  /** Other ways in which people say or ask it. */
  readonly askedAs?: readonly string[];
  readonly verdict: "wrong" | "superseded" | "unproven";
  readonly since?: IsoDate;
  readonly answer: string;
  /**
   * Signs in a note or a claim that call it up: claimed-<code or modifier>, units-<code>, together-<code>-<code>,
   * guidance-left-out, many-injections-few-muscles, levels, sides-decide, group-word, parts, groups.
   */
  readonly shownBy?: readonly string[];
  readonly saidBy: readonly Citation[];
  readonly cite: readonly Citation[];
  readonly codes: readonly string[];
}

/** Why a payer refuses. */
export interface Denial {
  readonly id: string;
  /** Numbers of the remittance: claim adjustment reason codes, without the letters before them. */
  readonly codes: readonly string[];
  /** What people write instead, in lower case. */
  readonly words: readonly string[];
  readonly says: string;
  /** The question an appeal must answer; `elsewhere`: nothing that a note or a coding rule can answer. */
  readonly concerns: "units" | "together" | "level" | "modifier" | "documentation" | "coverage" | "elsewhere";
  readonly cite: readonly Citation[];
}

export interface Gap {
  readonly id: string;
  readonly says: string;
  readonly family?: string;
  readonly because: string;
}
