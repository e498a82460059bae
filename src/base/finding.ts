/**
 * The one shape of everything Needlepoint has to say about a flaw: in a note, a rule file, a claim or
 * a command line. A reader of one finding can read them all.
 */

/** `error`: the thing asked for could not be done. `warning`: done, with a doubt. `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

/** A half-open range of UTF-16 offsets into the original note text: `text.slice(start, end)`. */
export interface NotePlace {
  readonly start: number;
  readonly end: number;
}

/** A place in a rule file. `line` and `column` count from 1; `frame` is the quoted source with a caret. */
export interface RulePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly frame?: string;
}

export interface Finding {
  readonly kind: "finding";
  /** Stable code, e.g. `NP1004`. Never reused for another meaning. */
  readonly code: string;
  readonly severity: Severity;
  /** What was expected, what was found. One sentence, no note text beyond the quoted value. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly note?: NotePlace;
  /** The other place, when the note disagrees with itself. */
  readonly against?: NotePlace;
  /** More than one when two places disagree: both are shown. */
  readonly rules?: readonly RulePlace[];
  /** Ids of sources. */
  readonly citations?: readonly string[];
}

/** Makes a frozen finding. Its lists are the caller's own and are not copied. */
export function finding(f: Omit<Finding, "kind">): Finding {
  return Object.freeze({ kind: "finding", ...f });
}
