/** "Ditto": an entry of a list that says of its muscle only that it was treated as the one before. */
import { DEED } from "../lexicon/deed-words.ts";
import { RECEIVED } from "../lexicon/pointer-words.ts";
import { THE } from "../text/small-words.ts";
import { hasWord, deedWord, wordAt } from "../page/single-words.ts";
import { OTHERWISE } from "../lexicon/says.ts";
import { MUSCLES, type Work, isTreated } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { hitFrom, isOneOf, type Page } from "../page/page.ts";

/**
 * "L trap - 1 mL lido / L rhomboid - ditto", "R levator: same": a muscle after one that was treated, with nothing but a word
 * of sameness. `first`: where the structures of segment `no` begin in `work`, `next` where they end.
 */
export function dittos(p: Page, work: readonly Work[], first: number, next: number, no: number): void {
  const seg = p.segments[no] as Segment;
  if (first === next || next < 2 || seg.section === "exam" || !hasWord(p, no, no + 1, DEED.same)) return;
  for (let i = Math.max(first, 1); i < next; i++) {
    const [before, w] = [work[i - 1] as Work, work[i] as Work];
    if (!isTreated(before) || w.verdict.status !== "other" || no - before.draft.segment > 1) continue;
    if (
      MUSCLES.has(before.draft.kind) &&
      MUSCLES.has(w.draft.kind) &&
      (isDitto(p, w.draft.to, seg.to) || isSameAct(p, w.draft.to, seg.to))
    )
      w.verdict = { ...before.verdict, because: "repeated" };
  }
}

/** A word of sameness at token k, past a colon or a dash, and nothing more of the entry. */
function isDitto(p: Page, from: number, to: number): boolean {
  let k = from;
  while (k < to && (p.t.isMark(k, ":") || p.t.isMark(k, "-") || p.t.isMark(k, ",") || p.t.isMark(k, "="))) k++;
  if (isOneOf(p, k, THE)) k++;
  if (k >= to || (deedWord(p, k) & DEED.same) === 0) return false;
  return k + 1 >= to || p.t.isMark(k + 1, ";") || p.t.isMark(k + 1, ",") || p.t.isMark(k + 1, ".");
}

/** "... received the same amount", "... was then treated identically": a word of doing and one of sameness, nothing planned, past or denied. */
function isSameAct(p: Page, from: number, to: number): boolean {
  let act = false;
  let same = false;
  for (let k = from; k < to; k++) {
    same ||= (deedWord(p, k) & DEED.same) !== 0;
    const entry = hitFrom(p, k)?.entry;
    if (entry !== undefined && (entry.status & OTHERWISE) !== 0) return false;
    const by = entry?.by;
    act ||= (wordAt(p, k) & RECEIVED) !== 0 || by?.act?.gives === "performed" || by?.act?.gives === "injected";
  }
  return act && same;
}
