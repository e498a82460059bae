/** What the page and its worker say to each other. Plain records, so that they cross by structured clone. */
import type { Determination, Encounter } from "../../../src/coding/determination.ts";
import type { Finding } from "../../../src/base/finding.ts";
import type { Entry } from "../../../src/explain/entries.ts";
import type { Document } from "../../../src/explain/document.ts";
import type { Mention, Status } from "../../../src/note/facts.ts";
import type { Coverage } from "../../../src/policy/types.ts";
import type { PolicyBook } from "../../../src/rulebook/policy-types.ts";
import type { Belief, Rulebook } from "../../../src/rulebook/types.ts";

/** The book without what only the reader needs (terms, cues, plain words): two thirds smaller. */
export type Catalogue = Omit<Rulebook, "terms" | "cues" | "plainWords"> & {
  /** Every day on which some rule begins or ends. */
  readonly changeDays: readonly string[];
};

/** How a place of the note is marked. */
export type Tone = "counted" | "uncertain" | "seen" | "read";

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly tone: Tone;
  /** "left trapezius". */
  readonly title: string;
  /** Why it is marked so: plain sentences. */
  readonly why: readonly string[];
  /** Structures it stands for, for the body map and the list of muscles. */
  readonly of: readonly StructureMark[];
}

export interface StructureMark {
  readonly id: string;
  readonly side: "left" | "right" | "bilateral" | "midline" | "unspecified";
  readonly state: "injected" | "uncertain" | "examined";
}

/** Longer notes are not drawn with their marks. UTF-16 units. */
export const DRAWN = 150_000;
/** Structures listed of one status. */
export const SEEN = 24;

export interface Seen {
  readonly status: Status;
  readonly shown: readonly Pick<Mention, "id" | "text" | "side" | "start" | "end">[];
  readonly more: number;
}

/** Everything the Desk shows of one answer. */
export interface Answer {
  /** Without its facts and places, which `marks` and `seen` hold. */
  readonly determination: Determination;
  readonly coverage: Coverage | null;
  readonly seen: readonly Seen[];
  readonly marks: readonly Mark[];
  /** "You may have been told". */
  readonly heard: readonly Belief[];
  /** The answer as plain text, for copying. */
  readonly text: string;
}

/** A stretch of time with one answer, for the time slider. */
export interface Era {
  readonly from: string;
  /** First day it no longer holds; null in the last. */
  readonly until: string | null;
  /** Codes of the procedures, "20553" or "64999 + 20552"; empty: no code. */
  readonly codes: readonly string[];
  readonly status: Determination["status"];
  /** What changed on its first day. */
  readonly why: readonly string[];
}

export type Found = Entry;

export type PaperKind = "proof" | "query" | "appeal" | "across" | "template";

/** A document in every form the page gives it; or the findings that say why there is none. */
export type Paper =
  | { readonly document: Document; readonly text: string; readonly markdown: string; readonly html: string }
  | { readonly document: null; readonly findings: readonly Finding[] };

export interface Requests {
  readonly answer: { readonly encounter: Encounter; readonly result: Answer };
  readonly timeline: { readonly encounter: Encounter; readonly result: readonly Era[] | null };
  readonly search: { readonly words: string; readonly result: readonly Found[] };
  readonly paper: {
    readonly paper: PaperKind;
    readonly encounter: Encounter;
    /** Family of the template; reason of the denial that is appealed. */
    readonly about: string;
    readonly result: Paper;
  };
  readonly policies: { readonly result: PolicyBook };
}

export type RequestKind = keyof Requests;
export type Ask = {
  [K in RequestKind]: { readonly kind: K; readonly seq: number } & Omit<Requests[K], "result">;
}[RequestKind];
export type Result<K extends RequestKind> = Requests[K]["result"];

export type Reply =
  | { readonly kind: "ready"; readonly catalogue: Catalogue }
  | { readonly kind: "result"; readonly seq: number; readonly result: unknown }
  | { readonly kind: "failed"; readonly seq: number | null; readonly what: "book" | "inside" };
