/** Sentences that tell of an act and name nothing: "Injected with 1 mL of lidocaine.", "Two injections done." */
import type { Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { negated } from "../status/near.ts";
import { firstWith, hitFrom, holds, isOneOf, nextWith, type Page, saysAny } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { BETWEEN } from "../lexicon/pointer-words.ts";
import { wordAt } from "../page/single-words.ts";
import { saidNumber, spokenOf } from "./references.ts";
import { SAYS, NOT_NOW } from "../lexicon/says.ts";
import { BOTH, IT } from "../text/small-words.ts";

/** "It was injected with 3 cc." */
const THIS = ["it", "this", "that"];

/**
 * A sentence that begins with the act tells of the one structure of the sentence before; one that says how many were done, of
 * just so many spoken of before. `next`: how many of `work` stand before it.
 */
export function ellipsis(p: Page, work: readonly Work[], next: number, seg: Segment, no: number): void {
  if (next === 0 || !holds(p, no, MEANS.act) || seg.labelEnd > seg.from) return;
  let at = seg.from;
  if (isOneOf(p, at, THIS)) while (hitFrom(p, ++at) === undefined && (wordAt(p, at) & BETWEEN) !== 0);
  const hit = hitFrom(p, at);
  const number = saidNumber(p, no);
  if (number !== null && number.act.entry.by.act?.gives === "injected" && !negated(p, { hit: number.act })) {
    for (const w of spokenOf(work, seg.from, number.value))
      w.verdict = { status: "injected", because: "number done", verb: true };
    return;
  }
  const begins =
    hit?.entry.by.act?.gives === "injected" &&
    hit.to < seg.to &&
    (at === seg.from ? !toldEarlier(p, hit.to, seg.to) : !tellsOfOtherTime(p, no));
  if (!begins && !injectsIt(p, seg, no)) return;
  const w = work[next - 1] as Work;
  if (w.draft.segment !== no - 1 || w.seg.paragraph !== seg.paragraph || w.draft.kind === "region") return;
  if (work[next - 2]?.draft.segment === no - 1 || !(w.verdict.status === "examined" || w.verdict.status === "other"))
    return;
  w.verdict = { status: "injected", because: "injected-next", verb: true };
  if (!begins) return;
  // "Knee OA bilaterally. Injected both with 40 mg each."
  if (hit !== undefined && isOneOf(p, hit.to, BOTH) && w.draft.side === "unspecified") w.draft.side = "bilateral";
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

/** "We went ahead and injected it", "1.5 mL of lidocaine was injected into it": what stands right before. */
function injectsIt(p: Page, seg: Segment, no: number): boolean {
  if (tellsOfOtherTime(p, no)) return false;
  for (let h = firstWith(p, no, MEANS.act); h >= 0; h = nextWith(p, no, MEANS.act, h)) {
    const hit = p.hits[h] as Hit;
    if (hit.entry.by.act?.gives !== "injected" || negated(p, { hit })) continue;
    const k = hitFrom(p, hit.to)?.entry.by.act?.gives === "target" ? hit.to + 1 : hit.to;
    if (k < seg.to && (isOneOf(p, k, IT) || (isOneOf(p, k, INTO) && isOneOf(p, k + 1, IT)))) return true;
  }
  return false;
}

/** "Cortisone injection given 3 months ago", "injected by PCP": another time or others, right after the act. */
function toldEarlier(p: Page, from: number, to: number): boolean {
  for (let k = from; k < Math.min(to, from + EARLIER); k++) {
    const hit = hitFrom(p, k);
    if (hit === undefined) continue;
    const { status, substance, unit } = hit.entry.by;
    if ((substance ?? unit) !== undefined) return false;
    if (status !== undefined && !status.pseudo && (status.gives === "past" || status.id === "others")) return true;
    k = hit.to - 1;
  }
  return false;
}

/** Tokens after the act in which it is told, at most. */
const EARLIER = 7;

/** Does a word of the sentence plan, deny, or tell of the past? */
function tellsOfOtherTime(p: Page, no: number): boolean {
  return saysAny(p, no, NOT_NOW | SAYS.not | SAYS.open);
}

const INTO = ["into", "in", "around"];
