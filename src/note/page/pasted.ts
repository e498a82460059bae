/**
 * How far text of an earlier day reaches. What is pasted brings its own headings and lasts until the note says that it ends;
 * a review of records on its heading's own line ends with the next heading, one below its heading where a heading begins a
 * paragraph.
 */
import type { Head } from "./headings.ts";
import { MARK, WORD, type Tokens } from "../text/tokens.ts";

/** Pasted as a whole, a review of records, or text of the day itself. */
export type Pasted = "whole" | "review" | null;

/** Headings over text of an earlier day, and over a form that is only signed. */
export const EARLIER_TEXT: ReadonlySet<string> = new Set(["copied", "prior-note", "reviewed", "consent-form"]);

/** What holds from this heading on. `parted`: a blank line stands before it; `today`: it names the day itself. */
export function pasted(now: Pasted, head: Head, parted: boolean, today: boolean, t: Tokens, b: number): Pasted {
  const { section, colon } = head;
  if (section === "copied") return isQuoted(t, colon, b) ? null : "whole";
  if ((section === "prior-note" || section === "consent-form") && alone(t, colon, b)) return "whole";
  if (section === "reviewed" && alone(t, colon, b)) return now ?? "review";
  if (section === "copied-end" || today) return null;
  return now === "review" && parted && section !== "field" ? null : now;
}

/** 'Copied from 09/2021: "L shoulder prepped ..."': the quotation is all of it. */
function isQuoted(t: Tokens, colon: number, b: number): boolean {
  return t.isMark(colon + 1, '"') && t.isMark(b - 1, '"') && b - 1 > colon + 1;
}

/** Nothing but a date and what it is of stands after the colon. */
function alone(t: Tokens, colon: number, b: number): boolean {
  for (let k = colon + 1; k < b; k++) if (t.type[k] === WORD && !OF_DATE.test(t.textOf(k))) return false;
  return true;
}

const OF_DATE =
  /^(?:visit|note|dated?|of|from|on|dr|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)$/i;

/** "=== Prior visit ===", "[Previous note, 3/2/24]": the first word of a line that marks rule off; else its first token. */
export function ruledAt(t: Tokens, k: number, b: number): number {
  if (t.type[k] !== MARK || t.type[b - 1] !== MARK) return k;
  let at = k;
  while (at + 1 < b && t.type[at] === MARK && RULES.includes(t.textOf(at))) at++;
  return t.type[at] === WORD ? at : k;
}

/** Is the line from its word `k` to token `b` between such marks? */
export function isRuled(t: Tokens, k: number, b: number): boolean {
  return k > 0 && marksRule(t, k - 1) && marksRule(t, b - 1);
}

function marksRule(t: Tokens, k: number): boolean {
  return t.type[k] === MARK && RULES.includes(t.textOf(k));
}

const RULES = "-=*[]<>~_#\u2014\u2013";

/** "[end]" on a line of its own. */
export function endOfPaste(t: Tokens, k: number, b: number): Head | null {
  const bare = t.isMark(k, "[") && t.isMark(b - 1, "]") && END.test(t.textOf(k + 1));
  return bare ? { section: "copied-end", colon: b } : null;
}

const END = /^(?:end|\/)$/i;
