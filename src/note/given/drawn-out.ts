/** What came out of a joint or a bursa, told by its amount. */
import { DEED } from "../lexicon/deed-words.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import type { Hit } from "../lexicon/scan.ts";
import type { Segment } from "../page/layout.ts";
import { hitFrom, holds, isOneOf, type Page } from "../page/page.ts";
import { deedWord } from "../page/single-words.ts";
import { MARK, NUMBER } from "../text/tokens.ts";

/** "68 mL blood", "7 cc turbid yellow", "2 mL of clear fluid": an amount and, right after it, what came out. */
export function fluidIn(p: Page, no: number): boolean {
  if (!holds(p, no, MEANS.unit)) return false;
  const seg = p.segments[no] as Segment;
  for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
    const { from, to, entry } = p.hits[h] as Hit;
    if (entry.by.unit?.gives !== "mL" || !(p.t.type[from - 1] === NUMBER || hitFrom(p, from - 1)?.entry.by.number))
      continue;
    for (let k = to; k < Math.min(seg.to, to + FLUID); k++) {
      if (((hitFrom(p, k)?.bits ?? 0) & (MEANS.substance | MEANS.term | MEANS.unit)) !== 0) break;
      if (p.t.isMark(k, ",") || p.t.isMark(k, ";") || p.t.isMark(k, ".")) break;
      if ((deedWord(p, k) & (DEED.fluid | DEED.drawn)) === 0 || isOneOf(p, k + 1, UP)) continue;
      if ((deedWord(p, k + 1) & DEED.loss) === 0) return true;
    }
    if (drawnBefore(p, from, seg.from) && !substanceNext(p, to, seg.to)) return true;
  }
  return false;
}

/** Tokens from the amount to what it is of, at most. */
const FLUID = 5;

/** "Removed 60 mL", "took about 30 cc", no drug that is drawn up: a word of drawing right before the amount. */
function drawnBefore(p: Page, unit: number, from: number): boolean {
  for (let k = unit - 2; k >= Math.max(from, unit - DRAWN); k--) {
    if (p.t.type[k] === MARK) return false;
    if ((deedWord(p, k) & DEED.drawn) !== 0 && !isOneOf(p, k + 1, UP)) return true;
  }
  return false;
}

const DRAWN = 5;
/** "Drawn up" into a syringe. */
const UP = ["up"];

function substanceNext(p: Page, unit: number, to: number): boolean {
  for (let k = unit; k < Math.min(to, unit + FLUID); k++)
    if (((hitFrom(p, k)?.bits ?? 0) & MEANS.substance) !== 0) return true;
  return false;
}
