/**
 * What was done was done again on the other side. A phrase says so with the side after it ("the same on the left"), or a word of
 * sameness, a side and a sign that something was done: "The same was carried out in the left carpal tunnel", "L knee likewise".
 */
import type { Side } from "../facts.ts";
import { hasWord, deedWord } from "../page/single-words.ts";
import { DEED } from "../lexicon/deed-words.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { OPEN } from "./references.ts";
import { hitFrom, holds, some, type Page, saysAny } from "../page/page.ts";
import { oneSide, OPPOSITE, sideIn } from "../sides/sides.ts";
import { isTreated, type Work } from "../structures/work.ts";
import { OTHERWISE } from "../lexicon/says.ts";
import type { Hit } from "../lexicon/scan.ts";

/** Segments after the treated one in which it may be told again. */
const NEAR = 6;
/** Tokens of a sentence that needs no verb ("L knee likewise"). */
const SHORT = 7;

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

/** "The same was done on the left", "... on the other side": the structures done last, once more on the side named. */
export function sameOn(
  p: Page,
  done: readonly Work[],
  here: readonly Work[],
  seg: Segment,
  no: number,
  hit: Hit,
): readonly Work[] {
  const other = hitFrom(p, hit.to)?.entry.by.reference?.gives === "other-side";
  const side = other ? "other" : sideIn(p, hit.to, Math.min(seg.to, hit.to + 2));
  // What it was done to is named beside.
  if (here.some((w) => w.draft.from >= hit.to && w.draft.kind !== "region")) return NONE;
  return onSide(done, side, hit, seg, no);
}

/** Does the segment hold a side, or words of the other one, and a word of sameness? */
export function saysAgain(p: Page, no: number): boolean {
  return holds(p, no, MEANS.side | MEANS.reference) && hasWord(p, no, no + 1, DEED.same);
}

/**
 * Gives a structure named again on another side what was done on the first. Where none is named, gives those done last,
 * on the side that is.
 */
export function doneAgain(p: Page, last: readonly Work[], here: readonly Work[], no: number): readonly Work[] {
  const seg = p.segments[no] as Segment;
  const done = here.filter(isTreated);
  const model = done.length > 0 ? done : last;
  const first = model[0];
  if (first === undefined || no - first.draft.segment > NEAR || !tells(p, no, seg)) return NONE;
  const named = here.filter((w) => w.draft.kind !== "region" && !done.includes(w));
  for (const w of named) {
    const as = model.find((m) => m.draft.id === w.draft.id && differ(m.draft.side, w.draft.side));
    if (as === undefined || !OPEN.has(w.verdict.status) || (done.length > 0 && !sameBeside(p, w, seg))) continue;
    w.verdict = { ...as.verdict, because: "repeated", verb: true };
    if (as.draft.side === "unspecified" && w.draft.side !== "bilateral")
      as.draft.side = OPPOSITE[w.draft.side] ?? "unspecified";
  }
  if (here.length > 0) return NONE;
  const side = oneSide(p, seg.from, seg.to);
  const other =
    side === "unspecified" && some(p, no, MEANS.reference, ({ reference }) => reference?.gives === "other-side");
  const on = other ? (OPPOSITE[first.draft.side] ?? side) : side;
  const from = sameIn(p, seg);
  return on === "left" || on === "right" ? onSide(model, on, { from, to: from + 1 }, seg, no) : NONE;
}

const NONE: readonly Work[] = [];

/**
 * What was done to `done`, done again on `side`, or of each on the other one; what had no side was done on the opposite.
 * `words`: the tokens shown for it.
 */
function onSide(done: readonly Work[], side: Side | "other", words: Words, seg: Segment, no: number): Work[] {
  const out: Work[] = [];
  for (const w of done) {
    const on = side === "other" ? (OPPOSITE[w.draft.side] ?? "unspecified") : side;
    if (on === "unspecified" || w.draft.side === on || w.draft.side === "bilateral") continue;
    const draft = { ...w.draft, side: on, ownSide: true, from: words.from, to: words.to, segment: no, sites: null };
    out.push({ draft, verdict: { ...w.verdict, because: "repeated" }, seg });
    if (w.draft.side === "unspecified") w.draft.side = OPPOSITE[on] ?? "unspecified";
  }
  return out;
}

/** Tokens `from` to `to` (exclusive). */
type Words = Pick<Hit, "from" | "to">;

const differ = (a: Side, b: Side): boolean => (b === "left" || b === "right") && a !== b && a !== "bilateral";

function sameIn(p: Page, seg: Segment): number {
  let k = seg.from;
  while ((deedWord(p, k) & DEED.same) === 0) k++;
  return k;
}

/** An act, or no more words than the side and the sameness; nothing planned, past or denied. */
function tells(p: Page, no: number, seg: Segment): boolean {
  if (saysAny(p, no, OTHERWISE)) return false;
  return seg.to - seg.from <= SHORT || some(p, no, MEANS.act, ({ act }) => act !== undefined && ACTS.has(act.gives));
}

const ACTS = new Set(["injected", "performed", "injection", "aspirated", "target"]);

/** In the sentence that tells of the first side: "...; L knee likewise". */
function sameBeside(p: Page, { draft }: Work, seg: Segment): boolean {
  for (let k = draft.to; k < Math.min(seg.to, draft.to + 3); k++) if ((deedWord(p, k) & DEED.same) !== 0) return true;
  return false;
}
