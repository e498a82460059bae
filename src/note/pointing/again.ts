/**
 * What was done was done again on the other side: "The same was carried out in the left carpal tunnel", "L knee likewise",
 * "an identical injection was given on the left". A word of sameness, a side, and a sign that something was done.
 */
import type { Side } from "../facts.ts";
import { RECEIVED } from "../lexicon/pointer-words.ts";
import { hasWord, deedWord, wordAt } from "../page/single-words.ts";
import { DEED } from "../lexicon/deed-words.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { OPEN } from "./references.ts";
import { hitFrom, holds, some, type Page, isOneOf, saysAny } from "../page/page.ts";
import { onceMore } from "./repeated.ts";
import { oneSide, OPPOSITE } from "../sides/sides.ts";
import { isTreated, type Work, MUSCLES } from "../structures/work.ts";
import { SAYS, NOT_NOW } from "../lexicon/says.ts";
import { THE } from "../text/small-words.ts";

/** Segments after the treated one in which it may be told again. */
const NEAR = 6;
/** Tokens of a sentence that needs no verb ("L knee likewise"). */
const SHORT = 7;

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
  return onSide(model, other ? (OPPOSITE[first.draft.side] ?? side) : side, sameIn(p, seg), seg, no);
}

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

const NONE: readonly Work[] = [];

/** The words shown for it are the word of sameness. */
function onSide(model: readonly Work[], side: Side, from: number, seg: Segment, no: number): Work[] {
  const out: Work[] = [];
  for (const w of model) {
    if (!differ(w.draft.side, side)) continue;
    if (w.draft.side === "unspecified") w.draft.side = OPPOSITE[side] ?? "unspecified";
    out.push(onceMore(w, side, { from, to: from + 1 }, seg, no));
  }
  return out;
}

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

const OTHERWISE = NOT_NOW | SAYS.not | SAYS.exam;
const ACTS = new Set(["injected", "performed", "injection", "aspirated", "target"]);

/** In the sentence that tells of the first side: "...; L knee likewise". */
function sameBeside(p: Page, { draft }: Work, seg: Segment): boolean {
  for (let k = draft.to; k < Math.min(seg.to, draft.to + 3); k++) if ((deedWord(p, k) & DEED.same) !== 0) return true;
  return false;
}
