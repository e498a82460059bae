/** Sentences that tell of an act and name nothing: "Injected with 1 mL of lidocaine.", "Two injections done." */
import type { Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { negated } from "../status/near.ts";
import { hitFrom, holds, isOneOf, type Page } from "../page/page.ts";
import { BETWEEN } from "../lexicon/pointer-words.ts";
import { wordAt } from "../page/single-words.ts";
import { saidNumber, spokenOf } from "./references.ts";

/** "It was injected with 3 cc." */
const IT = ["it", "this", "that"];

/**
 * A sentence that begins with the act tells of the one structure of the sentence before; one that says how many were done, of
 * just so many spoken of before. `next`: how many of `work` stand before it.
 */
export function ellipsis(p: Page, work: readonly Work[], next: number, seg: Segment, no: number): void {
  if (next === 0 || !holds(p, no, MEANS.act) || seg.labelEnd > seg.from) return;
  let at = seg.from;
  if (isOneOf(p, at, IT)) while (hitFrom(p, ++at) === undefined && (wordAt(p, at) & BETWEEN) !== 0);
  const hit = hitFrom(p, at);
  const number = saidNumber(p, no);
  if (number !== null && number.act.entry.by.act?.gives === "injected" && !negated(p, { hit: number.act })) {
    for (const w of spokenOf(work, seg.from, number.value))
      w.verdict = { status: "injected", because: "number done", verb: true };
    return;
  }
  if (hit?.entry.by.act?.gives !== "injected" || hit.to >= seg.to) return;
  const w = work[next - 1] as Work;
  if (w.draft.segment !== no - 1 || w.seg.paragraph !== seg.paragraph || w.draft.kind === "region") return;
  if (work[next - 2]?.draft.segment === no - 1 || !(w.verdict.status === "examined" || w.verdict.status === "other"))
    return;
  w.verdict = { status: "injected", because: "injected-next", verb: true };
  // A line each: "trapezius / levator scapulae / Injected with 0.5 mL each."
  for (let i = next - 2, below = w; isLine(below) && i >= 0; i--) {
    const above = work[i] as Work;
    if (above.draft.segment !== below.draft.segment - 1 || !isLine(above)) return;
    if (above.seg.paragraph !== seg.paragraph || work[i - 1]?.draft.segment === above.draft.segment) return;
    above.verdict = w.verdict;
    below = above;
  }
}

/** Does the structure stand on a line of its own, of which nothing is said? */
const isLine = ({ seg, verdict, draft }: Work): boolean =>
  seg.first && seg.to - seg.from <= LINE && draft.kind !== "region" && (verdict.status === "other" || verdict.verb);

/** Tokens of such a line at most. */
const LINE = 6;
