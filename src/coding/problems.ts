/**
 * What can be wrong with the question: the encounter, facts written by hand, the rulebook, a replay (NP30xx).
 * What is said about the note itself stands in remarks.ts. No number is used twice.
 */
import { finding, type Finding, type NotePlace } from "../base/finding.ts";
import type { IsoDate } from "../base/dates.ts";
import { shown } from "../base/shown.ts";
import type { Family, Gap, Row, Rulebook } from "../rulebook/types.ts";

type Cited = readonly string[];
const at = (note: NotePlace | undefined) => (note === undefined ? {} : { note });

// ---- what was asked --------------------------------------------------------------------------

/** NP3001: a date of service that is none, or is not written YYYY-MM-DD. */
export const notADate = (value: string): Finding =>
  finding({
    code: "NP3001",
    severity: "error",
    reason: `A date of service is written YYYY-MM-DD and is a day of the calendar; "${shown(value, 20)}" is not.`,
    remedy: "Give the date as in 2025-06-02.",
  });

/** NP3002: the rulebook knows no rules for that day. */
export const outsideHorizon = (day: IsoDate, horizon: Rulebook["horizon"]): Finding =>
  finding({
    code: "NP3002",
    severity: "error",
    reason: `No rule known for ${day}: this rulebook knows dates of service from ${horizon.from} up to, not including, ${horizon.until}.`,
    remedy: "Check the date of service, or load a rulebook that covers it.",
  });

/** NP3003: the date of service was taken from the note. `note`: where it stands there. */
export const dateFromNote = (day: IsoDate, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3003",
    severity: "info",
    ...at(note),
    reason: `The rules of ${day} are used: the date of service in the note.`,
    remedy: "Give the date of service if it is another one.",
  });

/** NP3004: neither the encounter nor the note has a date. `day`: the last one known, whose rules are used. */
export const dateUnknown = (day: IsoDate): Finding =>
  finding({
    code: "NP3004",
    severity: "info",
    reason: `No date of service was given and the note states none: the latest rules are used, those of ${day}.`,
    remedy: "Give the date of service.",
  });

/** NP3005: the note states several dates of service. `used`: the one whose rules are used. */
export const severalDates = (days: readonly IsoDate[], used: IsoDate): Finding =>
  finding({
    code: "NP3005",
    severity: "warning",
    reason: `The note states ${days.length} dates of service (${days.join(", ")}); ${used} is used.`,
    remedy: "Give the date of service, and one encounter for each session.",
  });

/** NP3006: an encounter with neither a note nor facts. */
export const nothingToRead = (): Finding =>
  finding({
    code: "NP3006",
    severity: "error",
    reason: "An encounter needs a note or facts; it has neither.",
    remedy: 'Give "note" (text) or "facts" (a list).',
  });

/** NP3008: a choice on a contested point that the rulebook does not have. */
export const unknownConvention = (id: string): Finding =>
  finding({
    code: "NP3008",
    severity: "warning",
    reason: `A choice was given for the convention "${shown(id, 40)}", which this rulebook does not have.`,
    remedy: "Remove the choice, or correct the id.",
  });

/** NP3009: a contested point has no such position; its default is applied. `known`: the ids of those it has. */
export const unknownPosition = (id: string, position: string, known: Cited): Finding =>
  finding({
    code: "NP3009",
    severity: "warning",
    reason: `The convention ${id} has no position "${shown(position, 40)}"; it has ${known.join(", ")}. The default is applied.`,
    remedy: "Choose one of the positions.",
  });

// ---- facts written by hand -------------------------------------------------------------------

/** NP3020: a field of a fact is of another form than expected. `place`: as in "facts[2].side". */
export const badFact = (place: string, expected: string, found: string): Finding =>
  finding({
    code: "NP3020",
    severity: "error",
    reason: `${place}: expected ${expected}, found ${found}.`,
    remedy: "Correct the fact; it was left out.",
  });

/** NP3021: a fact has a field that its kind does not know. `place`: the fact, as in "facts[2]". */
export const unknownKey = (place: string, key: string): Finding =>
  finding({
    code: "NP3021",
    severity: "warning",
    reason: `${place}: "${shown(key, 40)}" is not a field of this kind of fact.`,
    remedy: "Remove it, or check the spelling: a misspelt field changes nothing.",
  });

/** NP3022: a fact names a structure that the rulebook does not have; it counts as one without a name. */
export const unknownStructure = (id: string, note: NotePlace | undefined): Finding =>
  finding({
    code: "NP3022",
    severity: "warning",
    ...at(note),
    reason: `The rulebook has no structure "${shown(id)}".`,
    remedy: "Use an id of the rulebook; meanwhile the place counts as one without a name.",
  });

// ---- the rulebook ----------------------------------------------------------------------------

/** NP3030: a declared gap (rulebook/gaps.yaml) bears on the answer. */
export const gapOf = (gap: Gap): Finding =>
  finding({
    code: "NP3030",
    severity: "info",
    reason: `Not encoded: ${gap.says} (${gap.because})`,
    remedy: "Decide this point by hand.",
  });

/** NP3031: a rule gives a code without an edition on that day; it was not applied. */
export const rowWithoutCode = (row: Row, day: IsoDate): Finding =>
  finding({
    code: "NP3031",
    severity: "error",
    reason: `The rule ${row.where.rule} gives ${row.code}, which has no edition in force on ${day}; the rule was not applied.`,
    remedy: "Correct the dates in the rulebook.",
    rules: [{ file: row.where.file, line: row.where.line, column: 1 }],
  });

/** NP3032: the rules of a family are past their review on the date of service. */
export const pastReview = (family: Family): Finding =>
  finding({
    code: "NP3032",
    severity: "warning",
    reason: `The rules of "${family.title}" were to be reviewed by ${family.reviewBy}; the date of service is later.`,
    remedy: "Check that they still hold.",
  });

/** NP3033: rules that all apply and give different codes; the least is reported. */
export const rulesDisagree = (rows: readonly Row[]): Finding =>
  finding({
    code: "NP3033",
    severity: "error",
    reason: `Two rules apply and disagree: ${rows.map((r) => `${r.where.rule} gives ${r.code}`).join(", ")}. The least is reported.`,
    remedy: "Correct the rulebook: one of them must not apply.",
    rules: rows.map((r) => ({ file: r.where.file, line: r.where.line, column: 1 })),
  });

/** NP3034: no rule of a family covers what was found. `found`: what that was, in words. */
export const noRowApplies = (family: Family, found: string): Finding =>
  finding({
    code: "NP3034",
    severity: "warning",
    reason: `No rule of "${family.title}" covers what was found: ${found}.`,
    remedy: "Decide by hand, or add the rule.",
  });

/** NP3035: the answer rests on a contested point without a choice; the least is reported. */
export const conventionOpen = (id: string): Finding =>
  finding({
    code: "NP3035",
    severity: "warning",
    reason: `The answer rests on the convention ${id}, for which nothing is chosen; the least is reported.`,
    remedy: "Choose a position for your organisation.",
  });

// ---- replay and examples ---------------------------------------------------------------------

/** NP3080: a receipt is of another engine. `was`, `is`: the versions. */
export const otherEngine = (was: string, is: string): Finding =>
  finding({
    code: "NP3080",
    severity: "error",
    reason: `The receipt was made by engine ${was}; this is ${is}.`,
    remedy: "Replay it with the engine named in the receipt.",
  });
/** NP3081: a receipt is of another rulebook. `was`, `is`: the hashes. */
export const otherRulebook = (was: string, is: string): Finding =>
  finding({
    code: "NP3081",
    severity: "error",
    reason: `The receipt was made with the rulebook ${was}; this is ${is}.`,
    remedy: "Replay it with the rulebook named in the receipt.",
  });
/** NP3085: a receipt is of other edit tables. `was`, `is`: the hashes. */
export const otherTables = (was: string, is: string): Finding =>
  finding({
    code: "NP3085",
    severity: "error",
    reason: `The receipt was made with the edit tables ${was}; these are ${is}.`,
    remedy: "Replay it with the tables named in the receipt.",
  });
/** NP3082: a receipt is for another input. `was`, `is`: the hashes. */
export const otherInput = (was: string, is: string): Finding =>
  finding({
    code: "NP3082",
    severity: "error",
    reason: `The receipt is for the input ${was}; this encounter is ${is}.`,
    remedy: "Give the encounter the receipt was made for, unchanged.",
  });
/** NP3083: a stored answer is not the one given now. */
export const otherAnswer = (): Finding =>
  finding({
    code: "NP3083",
    severity: "error",
    reason: "Same engine, rulebook and input, and another answer: the stored determination was changed.",
    remedy: "Trust the replayed one and look into how the stored one was kept.",
  });
/**
 * NP3090: a worked example no longer holds. `difference`: what was expected and found. `place`: where the example is
 * written, line from 1.
 */
export const exampleFails = (
  id: string,
  difference: string,
  place: { file: string; line: number } | undefined,
): Finding =>
  finding({
    code: "NP3090",
    severity: "error",
    reason: `The worked example ${id} no longer holds: ${difference}`,
    remedy: "Correct the rule, or the example if its source says so.",
    ...(place === undefined ? {} : { rules: [{ file: place.file, line: place.line, column: 1 }] }),
  });
