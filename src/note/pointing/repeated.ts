/** "The same on the left", "... on the other side": what was done last, done once more on the side named. */
import type { Side } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { hitFrom, type Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { OPPOSITE, sideIn } from "../sides/sides.ts";
import { isTreated, type Work } from "../structures/work.ts";

/** Mentions over which "the same" may reach back to what was done. */
const FAR = 200;

/** The treated ones of the last segment before `work[to]` that treats any. */
export function treatedLast(work: readonly Work[], to: number): readonly Work[] {
  let end = to;
  while (end > 0 && to - end < FAR && !isTreated(work[end - 1] as Work)) end--;
  let from = end;
  const no = end > 0 ? (work[end - 1] as Work).draft.segment : -1;
  while (from > 0 && (work[from - 1] as Work).draft.segment === no) from--;
  return work.slice(from, end).filter(isTreated);
}

/** What was done to `w`, done again on `side`; tokens `from` to `to` of the segment are the words shown for it. */
export function onceMore(
  w: Work,
  side: Side,
  { from, to }: { readonly from: number; readonly to: number },
  seg: Segment,
  no: number,
): Work {
  const draft = { ...w.draft, side, ownSide: true, from, to, segment: no, sites: null };
  return { draft, verdict: { ...w.verdict, because: "repeated" }, seg };
}

/** "The same was done on the left", "... on the other side": the structures done last, once more on the side named. */
export function repeated(
  p: Page,
  done: readonly Work[],
  here: readonly Work[],
  seg: Segment,
  no: number,
  hit: Hit,
): Work[] {
  const named = sideIn(p, hit.to, Math.min(seg.to, hit.to + 2));
  const other = hitFrom(p, hit.to)?.entry.by.reference?.gives === "other-side";
  if (named === "unspecified" && !other) return [];
  if (here.some((w) => w.draft.from >= hit.to && w.draft.kind !== "region")) return [];
  const again: Work[] = [];
  for (const w of done) {
    const side = other ? (OPPOSITE[w.draft.side] ?? "unspecified") : named;
    if (side === "unspecified" || w.draft.side === side || w.draft.side === "bilateral") continue;
    again.push(onceMore(w, side, hit, seg, no));
  }
  // What was done again on the left had been done on the right.
  if (!other) for (const w of done) if (w.draft.side === "unspecified") w.draft.side = OPPOSITE[named] ?? "unspecified";
  return again;
}
