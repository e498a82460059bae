/** What can be wrong with a request for an explanation (NP50xx). One list, so that no number is used twice. */
import { finding, type Finding } from "../base/finding.ts";
import { shown } from "../base/shown.ts";
import { spanText, type Span } from "../base/dates.ts";

const error = (code: string, reason: string, remedy: string): Finding =>
  finding({ code, severity: "error", reason, remedy });

// ---- looking things up in the book -------------------------------------------------------------------

/** NP5001: the rulebook has no such code. `near`: numbers like it. */
export const unknownCode = (value: string, near: readonly string[]): Finding =>
  error("NP5001", `The rulebook has no code "${shown(value)}".`, `Codes like it: ${near.join(", ")}.`);

/** NP5002: the rulebook knows no rule for the code on that ISO day; the days it knows are named. */
export const noRuleOn = (code: { readonly code: string; readonly editions: readonly Span[] }, day: string): Finding =>
  error(
    "NP5002",
    `The rulebook knows no rule for ${code.code} on ${day}.`,
    `It knows ${code.editions.map((e) => `from ${spanText(e)}`).join("; ")}.`,
  );

/** NP5003: nothing in the rulebook speaks of the words searched for. */
export const nothingFound = (): Finding =>
  error(
    "NP5003",
    "Nothing in the rulebook speaks of these words, as they are filtered.",
    "Use fewer words, a code number, or fewer filters.",
  );

/** NP5004: the rulebook has no such family. `known`: the ids of those it has. */
export const unknownFamily = (value: string, known: readonly string[]): Finding =>
  error("NP5004", `The rulebook has no family "${shown(value)}".`, `It has: ${known.join(", ")}.`);

/** NP5005: the family is recognised and not coded, so there is no template. `because`: the family's own reason. */
export const familyNotCoded = (title: string, because: string): Finding =>
  error("NP5005", `There is no template for "${title}": it is recognised and not coded here.`, because);

// ---- documents made from a determination -------------------------------------------------------------

/**
 * NP5010: the determination was made with another rulebook. `was`, `is`: the hashes, of which the first 19 characters
 * are shown.
 */
export const otherBook = (was: string, is: string): Finding =>
  error(
    "NP5010",
    `The determination was made with another rulebook (${was.slice(0, 19)}); this one is ${is.slice(0, 19)}.`,
    "Make it again with `code --json`, or use the version that made it: its sources may not be these.",
  );

/** NP5011: the determination was not made from this note. */
export const otherNote = (): Finding =>
  error(
    "NP5011",
    "The determination was not made from this note: the places it names hold other words.",
    "Give the note that it was made from.",
  );

/** NP5012: the determination reports a code that the rulebook does not know. */
export const codeNotInBook = (code: string): Finding =>
  error(
    "NP5012",
    `The determination reports ${shown(code)}, which this rulebook does not know.`,
    "Make it again with `code --json`.",
  );

/** NP5013: there is nothing to ask the provider. */
export const nothingToAsk = (): Finding =>
  finding({
    code: "NP5013",
    severity: "info",
    reason: "There is nothing to ask the provider: the note decides.",
    remedy: "See the proof sheet for the answer.",
  });

/** NP5014: what was given as a determination lacks its parts. */
export const notDetermination = (): Finding =>
  error(
    "NP5014",
    "Expected a determination, found something that lacks its parts.",
    "Give what `code --json` printed, whole.",
  );

// ---- appeals -----------------------------------------------------------------------------------------

/** NP5020: the reason of a denial is not known. `known`: the words that may be given for one. */
export const unknownDenial = (value: string, known: readonly string[]): Finding =>
  error(
    "NP5020",
    `The denial reason "${shown(value)}" is not known here.`,
    `Give its code from the remittance, or one of: ${known.join(", ")}.`,
  );
