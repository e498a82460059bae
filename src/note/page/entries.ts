/** What a field's label says, where its value begins, and where the next field of the same line starts. */
import type { Cue } from "../../rulebook/types.ts";
import { type Hit, isName } from "../lexicon/scan.ts";
import type { Tokens } from "../text/tokens.ts";

/**
 * The colon after which the value stands. "Side: {left/right:1}: left": the choices that a template offers belong to
 * the label.
 */
export function pastChoices(t: Tokens, colon: number, end: number): number {
  if (!t.isMark(colon + 1, "{")) return colon;
  for (let k = colon + 2; k + 1 < end; k++) if (t.isMark(k, "}")) return t.isMark(k + 1, ":") ? k + 1 : colon;
  return colon;
}

/** "Site: R infraspinatus; Prep: alcohol" has two fields; "R trap: 1 mL; L levator: 1 mL" is a list, its labels are structures. */
export function holdsStructure(hits: readonly Hit[], hitAt: Int32Array, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const at = hitAt[k] as number;
    if (at >= 0 && isName(hits[at])) return true;
  }
  return false;
}

/** Sections that a word before their name only describes; before "procedure" it may plan or deny. */
const NAMED_LAST = new Set(["exam", "history"]);

/** "Focused exam:", "Interim history:": a label that ends in the name of a section is its heading. */
export function lastWord(
  hits: readonly Hit[],
  hitAt: Int32Array,
  k: number,
  colon: number,
  inside = false,
): string | null {
  for (let i = colon - 1; i > k; i--) {
    const at = hitAt[i] as number;
    if (at < 0) continue;
    const { to, entry } = hits[at] as Hit;
    // "Location(s)": a letter is no name of a section here.
    const gives = inside || to === colon ? entry.by.heading?.gives : undefined;
    if (gives !== undefined && (entry.by.heading as Cue).words.length > 2) return NAMED_LAST.has(gives) ? gives : null;
  }
  return null;
}
