/** Where the value of a field begins and the next field of the same line starts. */
import type { Hit } from "./scan.ts";
import type { Tokens } from "./tokens.ts";

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
    if (at >= 0 && (hits[at] as Hit).entry.terms.length > 0) return true;
  }
  return false;
}
