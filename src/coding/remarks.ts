/** What is said about a note once it is decided: not counted, against itself, drugs (NP3040 to NP3079). */
import { finding, type Finding, type NotePlace } from "../base/finding.ts";
import { printRange, type Range } from "../base/range.ts";
import type { Belief, ClaimForm } from "../rulebook/types.ts";

type Cited = readonly string[];
const at = (note: NotePlace | undefined): { readonly note?: NotePlace } => (note === undefined ? {} : { note });

// ---- what was seen and not counted -----------------------------------------------------------

export const nothingTreated = (): Finding =>
  finding({
    code: "NP3040",
    severity: "info",
    reason: "Nothing was injected or needled at this encounter, as far as the note says.",
    remedy: "If something was, the note must say what and where.",
  });

export const notCounted = (what: string, why: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3041",
    severity: "info",
    ...at(note),
    reason: `Not counted: ${what}. ${why}`,
    remedy: "Nothing to do if that is so.",
  });

// ---- the note against itself -----------------------------------------------------------------

export const printedCode = (printed: string, lines: Cited, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3050",
    severity: "warning",
    ...at(note),
    reason:
      lines.length === 0
        ? `The note prints ${printed}; what it documents supports no code of these families.`
        : `The note prints ${printed}; what it documents supports ${lines.join(", ")}.`,
    remedy: "Code what is documented; a printed code is no evidence.",
  });

export const statedCount = (of: string, stated: number, counted: Range, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3051",
    severity: "warning",
    ...at(note),
    reason: `The note states ${stated} ${of}; the names give ${printRange(counted)}.`,
    remedy: "The names decide. If more were treated, the provider must name them.",
  });

export const calledTriggerPoint = (documented: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3052",
    severity: "warning",
    ...at(note),
    reason: `The note speaks of trigger points; the structure documented is ${documented}.`,
    remedy: "Code the structure, not the word.",
  });

export const printedTitle = (title: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3053",
    severity: "warning",
    ...at(note),
    reason: `The title names "${title.slice(0, 60)}"; nothing of the kind is documented.`,
    remedy: "Code what is documented.",
  });

export const summaryConflict = (note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3054",
    severity: "warning",
    ...at(note),
    reason: "A heading or summary of the note says something else than its description.",
    remedy: "The description decides; ask which is right.",
  });

export const fewerInjections = (stated: number, counted: Range, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3055",
    severity: "warning",
    ...at(note),
    reason: `The note states ${stated} injections in all; the muscles it names are ${printRange(counted)}.`,
    remedy: "One of the two is wrong: ask which.",
  });

export const saysNothingDone = (note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3056",
    severity: "warning",
    ...at(note),
    reason: "The note says that nothing was done, and also names what was treated.",
    remedy: "Ask which is right.",
  });

export const beliefShown = (belief: Belief, citations: Cited, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3060",
    severity: "info",
    ...at(note),
    citations,
    reason: `${belief.verdict === "wrong" ? "Wrong" : belief.verdict === "superseded" ? "No longer so" : "Unproven"}: ${belief.claim}`,
    remedy: belief.answer,
  });

// ---- the claim -------------------------------------------------------------------------------

/** A form of the claim that this answer may take, with who asks for it. */
export const claimForm = (form: ClaimForm, citations: Cited): Finding =>
  finding({
    code: "NP3074",
    severity: "info",
    citations,
    reason: `${form.modifier}: ${form.says}`,
    remedy: `Asked for by: ${form.who}.`,
  });

// ---- drugs -----------------------------------------------------------------------------------

export const doseUnknown = (drug: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3070",
    severity: "info",
    ...at(note),
    reason: `${drug} was given, and the amount is not said in a measure that its supply code counts.`,
    remedy: "Write the dose if the drug is to be billed.",
  });

export const facilityDrug = (drug: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3071",
    severity: "info",
    ...at(note),
    reason: `${drug} was given in a facility, which supplies it.`,
    remedy: "No drug line on the professional claim.",
  });

export const anaestheticIncluded = (drug: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3072",
    severity: "info",
    ...at(note),
    reason: `${drug} is a local anaesthetic: part of the procedure.`,
    remedy: "No drug line.",
  });
