/**
 * Words before what points back that take only a part of it: "two of these", "some of the above", "the two worst on the
 * right, 1 mL to each". Which part, the note may not say; it is never all.
 */
import { numberAt } from "../structures/amounts.ts";
import type { Segment } from "../page/layout.ts";
import { hitFrom, type Page, isOneOf } from "../page/page.ts";
import { ADJECTIVE, PART, PLACE, WORST } from "../lexicon/pointer-words.ts";
import { wordAt } from "../page/single-words.ts";
import { OF } from "../text/small-words.ts";

/** Tokens before the pointing words that are looked at. */
const REACH = 16;
/** Tokens from a number to what it counts. */
const COUNTED = 4;

/** Do the words of the sentence before token `from` take fewer than the `size` structures pointed back to? */
export function takesPart(p: Page, seg: Segment, from: number, size: number): boolean {
  if (isOneOf(p, from - 1, OF) && from - 2 >= seg.from) {
    const n = numberAt(p, from - 2);
    if (n !== null) return n < size;
    if ((wordAt(p, from - 2) & (PART | ADJECTIVE)) !== 0) return true;
  }
  for (let k = Math.max(seg.from, from - REACH); k < from; k++) {
    if ((wordAt(p, k) & WORST) !== 0) return true;
    const n = numberAt(p, k);
    if (n !== null && Number.isInteger(n) && n >= 1 && n < size && countsPlaces(p, k + 1, from)) return true;
  }
  return false;
}

/** Is a point, a spot or a muscle counted by the number before token k, and no amount? */
function countsPlaces(p: Page, k: number, end: number): boolean {
  for (let i = k; i < Math.min(end, k + COUNTED); i++) {
    if (hitFrom(p, i)?.entry.by.unit !== undefined || p.t.isMark(i, "%") || p.t.isMark(i, ".")) return false;
    if ((wordAt(p, i) & PLACE) !== 0 || /^muscles?$/i.test(p.t.textOf(i))) return true;
  }
  return false;
}
