/**
 * "The left knee was injected. He had relief for about eight weeks": what has already helped for days, weeks or months was
 * not given at this visit. Not where the sentence gives a dose or says "today", nor in a procedure that gives one.
 */
import type { SubstanceFact } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { DEED } from "../lexicon/deed-words.ts";
import type { Page } from "../page/page.ts";
import { hasWord } from "../page/single-words.ts";
import { isTreated, type Work } from "../structures/work.ts";

/** Sections in which what is told was done at this visit. */
const TODAY = new Set(["procedure", "addendum"]);
/** Sentences after the act in which its outcome may stand. */
const AFTER = 2;

/** Makes past what the note tells of together with how long it helped. `work` is in order of the note. */
export function outlasted(p: Page, work: readonly Work[], substances: readonly (readonly SubstanceFact[])[]): void {
  let dosed: ReadonlySet<number> | undefined;
  for (let i = 0; i < work.length; i++) {
    const w = work[i] as Work;
    if (!isTreated(w) || !lasts(p, work, i) || NOW.test(p.t.textFrom(w.seg.from, w.seg.to))) continue;
    const procedure = TODAY.has(w.seg.section);
    if (
      procedure ? (dosed ??= dosedSections(p, substances)).has(w.seg.sectionNo) : isDosed(substances[w.draft.segment])
    )
      continue;
    past(p, work, i);
  }
}

/** Sections in which a dose is told, by number. */
function dosedSections(p: Page, substances: readonly (readonly SubstanceFact[])[]): ReadonlySet<number> {
  return new Set(p.segments.filter((_, no) => isDosed(substances[no])).map((seg) => seg.sectionNo));
}

const isDosed = (list: readonly SubstanceFact[] | undefined): boolean =>
  list?.some((s) => s.dose !== undefined) === true;

/** Does its sentence after the structure, or one right after it, say how long it helped? */
function lasts(p: Page, work: readonly Work[], i: number): boolean {
  const { draft, seg } = work[i] as Work;
  const no = draft.segment;
  if (spans(p, no) && told(p.t.text.slice(p.t.end[draft.to - 1], p.t.end[seg.to - 1]))) return true;
  for (let k = no + 1; k <= no + AFTER && k < p.segments.length; k++) {
    const next = p.segments[k] as Segment;
    if (next.paragraph !== seg.paragraph) return false;
    if (spans(p, k) && told(p.t.textFrom(next.from, next.to))) return !treatedAfter(work, i, no, k);
  }
  return false;
}

/** Does a stretch of time stand in the segment? Nearly every one is told from the others by that. */
const spans = (p: Page, no: number): boolean => hasWord(p, no, no + 1, DEED.span);

/** Is anything treated in the segments after `no`, up to `last`? */
function treatedAfter(work: readonly Work[], i: number, no: number, last: number): boolean {
  for (let j = i + 1; j < work.length && (work[j] as Work).draft.segment <= last; j++)
    if ((work[j] as Work).draft.segment > no && isTreated(work[j] as Work)) return true;
  return false;
}

const told = (text: string): boolean => (HELPED.test(text) || SPAN_FIRST.test(text)) && !AHEAD.test(text);

/** It, and an item of the same list that says "also" of another. */
function past(p: Page, work: readonly Work[], i: number): void {
  const { seg, draft } = work[i] as Work;
  for (let j = Math.max(0, i - FAR); j < Math.min(work.length, i + FAR); j++) {
    const w = work[j] as Work;
    if (!isTreated(w)) continue;
    const same =
      w.draft.segment === draft.segment ||
      (w.draft.id === draft.id && w.draft.side === draft.side && w.seg.line === seg.line);
    const also =
      w.draft.segment > draft.segment && w.draft.id === draft.id && ALSO.test(p.t.textFrom(w.seg.from, w.seg.to));
    if (same || also) w.verdict = { status: "past", because: "outlasted", verb: true };
  }
}

/** Mentions over which it may be told of again. */
const FAR = 100;

const NUMBER = String.raw`(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|few|couple of)`;
const SPAN = String.raw`(?:days?|weeks?|wks?|months?|mos?|years?|yrs?)`;
const HELPED = new RegExp(
  String.raw`\b(?:relief|benefit|helped|lasted|lasting|pain[ -]free)\b[^.;]{0,50}\b${NUMBER}[ -]+(?:or (?:so|two) )?${SPAN}\b`,
  "i",
);
const SPAN_FIRST = new RegExp(
  String.raw`\b${NUMBER}[ -]+${SPAN}['\u2019]?s? (?:of )?(?:\w+ )?(?:relief|benefit)\b`,
  "i",
);
/** What is hoped for, and what another injection did. */
const AHEAD =
  /\b(?:expect|expected|should|may|might|will|would|if|unless|hope|typically|usually|can|could|return (?:in|to|if|for)|follow[ -]?up|recheck|last (?:one|injection|shot|time)|previous|previously|prior|first)\b/i;
const NOW = /\b(?:today|now|this (?:visit|morning|afternoon))\b/i;
const ALSO = /\balso\b/i;
