/** What is said about a note once it is decided: not counted, against itself, drugs (NP3040 to NP3079). */
import { finding, type Finding, type NotePlace } from "../base/finding.ts";
import { printRange, type Range } from "../base/range.ts";
import { shown } from "../base/shown.ts";
import type { Belief, ClaimForm } from "../rulebook/types.ts";

type Cited = readonly string[];
const at = (note: NotePlace | undefined): { readonly note?: NotePlace } => (note === undefined ? {} : { note });

// ---- what was seen and not counted -----------------------------------------------------------

/** NP3040: nothing was injected or needled, as far as the note says. */
export const nothingTreated = (): Finding =>
  finding({
    code: "NP3040",
    severity: "info",
    reason: "Nothing was injected or needled at this encounter, as far as the note says.",
    remedy: "If something was, the note must say what and where.",
  });

/** NP3041: a structure was named and not counted. `what`: its name. `why`: one sentence. */
export const notCounted = (what: string, why: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3041",
    severity: "info",
    ...at(note),
    reason: `Not counted: ${what}. ${why}`,
    remedy: "Nothing to do if that is so.",
  });

// ---- the note against itself -----------------------------------------------------------------

/** NP3050: the note prints a code that it does not support. `lines`: the codes that it does. */
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

/** NP3051: the note states another number than its names give. `of`: what is counted, in the plural. */
export const statedCount = (of: string, stated: number, counted: Range, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3051",
    severity: "warning",
    ...at(note),
    reason: `The note states ${stated} ${of}; the names give ${printRange(counted)}.`,
    remedy: "The names decide. If more were treated, the provider must name them.",
  });

/** NP3052: the note speaks of trigger points and documents another structure. `documented`: its name. */
export const calledTriggerPoint = (documented: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3052",
    severity: "warning",
    ...at(note),
    reason: `The note speaks of trigger points; the structure documented is ${documented}.`,
    remedy: "Code the structure, not the word.",
  });

/** NP3053: the title names something that is not documented. */
export const printedTitle = (title: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3053",
    severity: "warning",
    ...at(note),
    reason: `The title names "${shown(title)}"; nothing of the kind is documented.`,
    remedy: "Code what is documented.",
  });

/** NP3054: a heading or summary names what the description does not bear out. `named`: the structure, `against`: its place in the description. */
export const summaryConflict = (
  named: string | undefined,
  note: NotePlace | undefined,
  against: NotePlace | undefined,
): Finding =>
  finding({
    code: "NP3054",
    severity: "warning",
    ...at(note),
    ...(against === undefined ? {} : { against }),
    reason:
      named === undefined
        ? "A heading or summary of the note says something else than its description."
        : `A heading or summary names "${shown(named)}"; the description of the procedure does not bear it out.`,
    remedy: "The description decides, unless an addendum amends it; ask which is right.",
  });

/** NP3055: fewer injections are stated than muscles named. `counted`: the muscles. */
export const fewerInjections = (stated: number, counted: Range, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3055",
    severity: "warning",
    ...at(note),
    reason: `The note states ${stated} injections in all; the muscles it names are ${printRange(counted)}.`,
    remedy: "One of the two is wrong: ask which.",
  });

/** NP3056: the note says that nothing was done, and names what was treated. */
export const saysNothingDone = (note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3056",
    severity: "warning",
    ...at(note),
    reason: "The note says that nothing was done, and also names what was treated.",
    remedy: "Ask which is right.",
  });

/** NP3060: a common claim bears on the note or the claim. `citations`: ids of the sources that answer it. */
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

/** NP3074: a form of the claim that this answer may take, with who asks for it. */
export const claimForm = (form: ClaimForm, citations: Cited): Finding =>
  finding({
    code: "NP3074",
    severity: "info",
    citations,
    reason: `${form.modifier}: ${form.says}`,
    remedy: `Asked for by: ${form.who}.`,
  });

// ---- drugs -----------------------------------------------------------------------------------

/** NP3070: a drug was given, its amount is in no measure that its code counts. `drug`: its name. */
export const doseUnknown = (drug: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3070",
    severity: "info",
    ...at(note),
    reason: `${drug} was given, and the amount is not said in a measure that its supply code counts.`,
    remedy: "Write the dose if the drug is to be billed.",
  });

/** NP3071: a drug was given in a facility, which supplies it. `drug`: its name. */
export const facilityDrug = (drug: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3071",
    severity: "info",
    ...at(note),
    reason: `${drug} was given in a facility, which supplies it.`,
    remedy: "No drug line on the professional claim.",
  });

/** NP3072: a local anaesthetic is part of the procedure. `drug`: its name. */
export const anaestheticIncluded = (drug: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3072",
    severity: "info",
    ...at(note),
    reason: `${drug} is a local anaesthetic: part of the procedure.`,
    remedy: "No drug line.",
  });
