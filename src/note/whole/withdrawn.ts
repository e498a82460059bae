/**
 * What a note takes back as a whole or by number: "Disregard above, wrong template used", "Correction: left trapezius",
 * "only two muscles were injected", "she decided against it".
 */
import { saysNotDone } from "./amend.ts";
import { numberAt } from "../structures/amounts.ts";
import { isTreated, MUSCLES, type Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { firstWith, hitBefore, hitFrom, holds, isLink, nextWith, some, type Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { WORD } from "../text/tokens.ts";
import { isDetail } from "../page/single-words.ts";
import { DETAIL } from "../lexicon/detail-words.ts";

/** Mentions over which "only two muscles were injected" reaches back. */
const FAR = 200;

/** Changes what was treated by what the note says later of itself. `work` is in order of the note. */
export function withdrawn(p: Page, work: readonly Work[]): void {
  let next = 0;
  let from = 0;
  for (let no = 0; no < p.segments.length && work.length > 0; no++) {
    const seg = p.segments[no] as Segment;
    const first = next;
    while (next < work.length && (work[next] as Work).draft.segment <= no) next++;
    if (holds(p, no, MEANS.reference)) {
      const end = takenBack(p, no);
      if (end >= 0)
        for (; from < next && (work[from] as Work).draft.from < end; from++)
          if (isTreated(work[from] as Work)) withdraw(work[from] as Work, "withdrawn");
      if (isVoid(p, seg)) for (const w of work.slice(first, next)) if (isTreated(w)) withdraw(w, "withdrawn");
    }
    if (next === first && some(p, no, MEANS.reference, ({ reference }) => reference?.gives === "refused"))
      refused(work, first, seg);
    if (
      seg.section === "addendum" &&
      next === first &&
      !holds(p, no, MEANS.side) &&
      some(p, no, MEANS.statement, saysNotDone)
    )
      for (; from < first; from++) if (isTreated(work[from] as Work)) withdraw(work[from] as Work, "withdrawn");
    if (seg.section === "addendum" && next === first + 1) corrected(p, work, first, seg);
    if (next === first && holds(p, no, MEANS.noun) && holds(p, no, MEANS.act))
      onlySome(p, no, work.slice(Math.max(from, first - FAR), first));
  }
}

/** "[ENTERED IN ERROR] Left knee injected": voids its own sentence. */
function isVoid(p: Page, { from }: Segment): boolean {
  if (!p.t.isMark(from, "[") && !p.t.isMark(from, "(")) return false;
  const hit = hitFrom(p, from + 1);
  return hit?.entry.by.reference?.gives === "void" && p.t.type[hit.to] !== WORD;
}

function withdraw(w: Work, because: string): void {
  w.verdict = { status: "other", because, verb: true };
}

/** The token at which words withdraw all that stands before them; -1 when none do. "Disregard above dose" takes back no more than that. */
function takenBack(p: Page, no: number): number {
  for (let h = firstWith(p, no, MEANS.reference); h >= 0; h = nextWith(p, no, MEANS.reference, h)) {
    const { entry, from, to } = p.hits[h] as Hit;
    if (entry.by.reference?.gives === "withdrawn" && (p.t.type[to] !== WORD || isLink(p, to))) return from;
  }
  return -1;
}

/** "A knee injection is 40 mg of Kenalog. She decided against it": what no verb told as done in the paragraph. */
function refused(work: readonly Work[], first: number, { paragraph }: Segment): void {
  for (let i = first - 1; i >= 0 && (work[i] as Work).seg.paragraph === paragraph; i--) {
    const w = work[i] as Work;
    if (isTreated(w) && UNTOLD.has(w.verdict.because))
      w.verdict = { status: "declined", because: "refused", verb: true };
  }
}

/** Reasons that rest on no verb in the past tense. */
const UNTOLD = new Set(["deed", "dose beside", "injection", "product for joints", "section procedure", "list"]);

/** "Correction: Muscle: left trapezius": in place of the only structure of its kind that was named as treated. */
function corrected(p: Page, work: readonly Work[], first: number, seg: Segment): void {
  const here = work[first] as Work;
  const should = isOpenStill(here) && SHOULD.test(p.t.textFrom(seg.from, seg.to));
  const corrects = isTreated(here) && /^correct/i.test(p.t.textOf(seg.from)) && seg.labelEnd > seg.from;
  if (!should && !corrects) return;
  for (let k = seg.from; k < seg.to; k++) if (isDetail(p, k, DETAIL.adds)) return;
  const before: Work[] = [];
  for (let i = first - 1; i >= 0 && before.length < MOST; i--) {
    const w = work[i] as Work;
    if (isTreated(w) && w.draft.kind === here.draft.kind) before.push(w);
  }
  if (new Set(before.map((w) => w.draft.id)).size !== 1) return;
  if (should) here.verdict = (before[0] as Work).verdict;
  for (const w of before) withdraw(w, "corrected");
}

/** Treated, or nothing said of it. */
const isOpenStill = (w: Work): boolean => isTreated(w) || w.verdict.because === "section procedure";

/** "That should have said left middle PIP joint." */
const SHOULD = /\bshould (?:have )?(?:said|say|read|state|stated)\b/i;

/** Places of one structure that a correction reaches back to. */
const MOST = 20;

/** "Only two muscles were injected", and more are named: which two is not said, so that all beyond two are in doubt. */
function onlySome(p: Page, no: number, before: readonly Work[]): void {
  const only = onlyNumber(p, no);
  if (only === null) return;
  const sure = new Set<string>();
  for (const w of before) {
    if (!isTreated(w) || !MUSCLES.has(w.draft.kind)) continue;
    const key = `${w.draft.id} ${w.draft.side}`;
    if (sure.size < only) sure.add(key);
    if (!sure.has(key)) w.headingOnly = true;
  }
}

/** The number in "only two muscles were injected"; null when the sentence says nothing of the kind. */
function onlyNumber(p: Page, no: number): number | null {
  if (!some(p, no, MEANS.act, ({ act }) => act?.gives === "injected" || act?.gives === "needled")) return null;
  for (let h = firstWith(p, no, MEANS.noun); h >= 0; h = nextWith(p, no, MEANS.noun, h)) {
    const { entry, from } = p.hits[h] as Hit;
    if (entry.by.noun?.gives !== "muscles") continue;
    const at = hitBefore(p, from)?.from ?? from - 1;
    const value = numberAt(p, at);
    if (value !== null && Number.isInteger(value) && /^only$/i.test(p.t.textOf(at - 1))) return value;
  }
  return null;
}
