/**
 * "The left knee was injected. He had relief for about eight weeks": what has already helped for days, weeks or months was
 * not given at this visit. Not where the sentence gives a dose or says "today", nor in a procedure that gives one.
 */
import type { SubstanceFact } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import type { Page } from "../page/page.ts";
import { isTreated, type Work } from "../structures/work.ts";

/** Sections in which what is told was done at this visit. */
const TODAY = new Set(["procedure", "addendum"]);
/** Sentences after the act in which its outcome may stand. */
const AFTER = 2;

/** Makes past what the note tells of together with how long it helped. `work` is in order of the note. */
export function outlasted(p: Page, work: readonly Work[], substances: readonly (readonly SubstanceFact[])[]): void {
  for (const w of work) {
    const { segment, to } = w.draft;
    if (!isTreated(w) || dosed(p, substances, w)) continue;
    const own = textOf(p, w.seg);
    if (NOW.test(own) || !lasts(p, work, segment, to)) continue;
    past(p, work, w);
  }
}

/** Is a dose told in its sentence, or in the description of a procedure anywhere? */
function dosed(p: Page, substances: readonly (readonly SubstanceFact[])[], { draft, seg }: Work): boolean {
  if (!TODAY.has(seg.section)) return substances[draft.segment]?.some(isDosed) === true;
  return substances.some((list, no) => p.segments[no]?.sectionNo === seg.sectionNo && list.some(isDosed));
}

const isDosed = (s: SubstanceFact): boolean => s.dose !== undefined;

/** Does its sentence from token `from` on, or one right after it, say how long it helped? */
function lasts(p: Page, work: readonly Work[], no: number, from: number): boolean {
  const own = p.segments[no] as Segment;
  if (told(p.t.text.slice(p.t.end[from - 1], p.t.end[own.to - 1]))) return true;
  for (let k = no + 1; k <= no + AFTER && k < p.segments.length; k++) {
    const seg = p.segments[k] as Segment;
    if (seg.paragraph !== own.paragraph || work.some((w) => w.draft.segment === k && isTreated(w))) return false;
    if (told(textOf(p, seg))) return true;
  }
  return false;
}

const told = (text: string): boolean => (HELPED.test(text) || SPAN_FIRST.test(text)) && !AHEAD.test(text);

/** It, and an item of the same list that says "also" of another. */
function past(p: Page, work: readonly Work[], { seg, draft }: Work): void {
  for (const w of work) {
    const same =
      w.draft.segment === draft.segment ||
      (w.draft.id === draft.id && w.draft.side === draft.side && w.seg.line === seg.line);
    const also = w.draft.segment > draft.segment && w.draft.id === draft.id && ALSO.test(textOf(p, w.seg));
    if (isTreated(w) && (same || also)) w.verdict = { status: "past", because: "outlasted", verb: true };
  }
}

const textOf = (p: Page, seg: Segment): string => p.t.text.slice(p.t.start[seg.from], p.t.end[seg.to - 1]);

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
