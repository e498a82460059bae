/**
 * Structures that a deed may have gone to. What was avoided, denied, planned, remembered or only lay on the way is none, but
 * what was chosen may be; a diagnosis or a finding is one only where the rung asks for diagnoses or findings.
 */
import { isDiagnosis } from "../status/bearing.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { deedWord } from "../page/single-words.ts";
import type { Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { draftAs, type Draft } from "../structures/mentions.ts";
import { hitBefore, hitFrom, holds, isLink, type Page } from "../page/page.ts";
import { MARK, NUMBER } from "../text/tokens.ts";
import type { Hit } from "../lexicon/scan.ts";
import { bodyOf } from "../page/layout.ts";

/** A structure as the deed may have reached it: the mention itself, or the joint of the place that it names. */
export interface Candidate {
  /** The mention; null when its word is too general to be one by itself ("de Quervain's"). */
  readonly work: Work | null;
  readonly draft: Draft;
  readonly seg: Segment;
}

/**
 * What else than a bare mention may be a candidate; `LANDMARKS`: nothing but what the needle went beside; `CONSENTED`: nothing
 * but what stands among the risks or in the consent.
 */
export const DIAGNOSES = 1;
export const FINDINGS = 2;
export const LANDMARKS = 4;
export const CONSENTED = 8;

/** The mentions of a note by segment, as they change. */
export class Mentioned {
  readonly p: Page;
  readonly work: Work[];
  private readonly bySegment = new Map<number, Work[]>();

  constructor(p: Page, work: Work[]) {
    this.p = p;
    this.work = work;
    for (const w of work) this.add(w);
  }

  private add(w: Work): void {
    const list = this.bySegment.get(w.draft.segment);
    if (list === undefined) this.bySegment.set(w.draft.segment, [w]);
    else list.push(w);
  }

  /** The mentions of segment `no`. */
  in(no: number): readonly Work[] {
    return this.bySegment.get(no) ?? NO_WORK;
  }

  /** Puts `after` in the place of `before`; adds it when there was none. */
  put(before: Work | null, after: Work): void {
    const at = before === null ? -1 : this.work.indexOf(before);
    if (at < 0) {
      this.work.push(after);
      this.add(after);
      return;
    }
    this.work[at] = after;
    const list = this.bySegment.get(after.draft.segment) as Work[];
    list[list.indexOf(before as Work)] = after;
  }

  /** The candidates in segments `from` to `to` (exclusive), in order. */
  candidates(from: number, to: number, also = 0): Candidate[] {
    const out: Candidate[] = [];
    for (let no = from; no < to; no++) {
      if (!holds(this.p, no, MEANS.term)) continue;
      for (const w of this.in(no)) {
        const candidate = { work: w, draft: w.draft, seg: w.seg };
        if (eligible(w, also) || (isIll(w, also) && diseased(this.p, candidate))) out.push(candidate);
      }
      this.general(no, also, out);
    }
    return out;
  }

  /** What names no structure by itself: a word too general ("de Quervain's"), a joint with fluid in it ("knee effusion"). */
  private general(no: number, also: number, out: Candidate[]): void {
    const { p } = this;
    const seg = p.segments[no] as Segment;
    for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
      const hit = p.hits[h] as Hit;
      const term = hit.entry.terms[0];
      if (term === undefined || term.targets.length > 1) continue;
      const effusion = (also & DIAGNOSES) !== 0 && hitFrom(p, hit.to)?.entry.by.head?.gives === "effusion";
      if (term.strength !== "ambiguous" && !effusion) continue;
      if (!effusion && (p.t.end[hit.to - 1] as number) - (p.t.start[hit.from] as number) < LONG) continue;
      if (this.in(no).some((w) => w.draft.from <= hit.from && hit.from < w.draft.to)) continue;
      const draft = draftAs(p, hit, no, seg, term);
      if (draft !== null) out.push({ work: null, draft, seg });
    }
  }
}

const NO_WORK: readonly Work[] = [];
/** Characters of a word that is no mere short form. */
const LONG = 5;

function eligible({ verdict: { status, because } }: Work, also: number): boolean {
  if ((also & CONSENTED) !== 0) return status === "risk";
  if (status === "examined") return (also & FINDINGS) !== 0 || because === "section exam";
  if (status === "planned") return WISHED.has(because);
  if (status !== "other") return false;
  if ((also & LANDMARKS) !== 0) return because === "landmark-words";
  return because.startsWith("section ") || BARE.has(because) || ((also & DIAGNOSES) !== 0 && isDiagnosis(because));
}

/** "She elected to proceed with a left subacromial injection. 40 mg ...": what was chosen, or brought up, is what was then given. */
const WISHED = new Set(["chosen", "talked-over"]);

/** "OA left knee with effusion" is found and diagnosed in one. */
function isIll({ verdict }: Work, also: number): boolean {
  return (also & DIAGNOSES) !== 0 && verdict.status === "examined";
}

/** Reasons that say no more than that nothing was said. */
const BARE = new Set(["no section", "performed", "only blocks", "dose beside"]);

/** Does the structure stand at the head of its segment, or of what follows the segment's label? */
export function heads({ draft, seg }: Candidate): boolean {
  const body = draft.from >= seg.labelEnd ? bodyOf(seg) : seg.from;
  return draft.from - body <= HEAD;
}

/** Tokens before the structure at the head of a line: a side, a number, "post". */
const HEAD = 4;

/** Does "into", "at" or the like lead to the structure, with nothing but small words, sides and parts between? */
export function led(p: Page, { draft, seg }: Candidate): boolean {
  for (let k = draft.from; k > seg.from;) {
    const hit = hitBefore(p, k);
    if (hit === undefined) {
      if (LEADS.test(p.t.textOf(k - 1))) return true;
      if (!isLink(p, k - 1)) return false;
      k--;
      continue;
    }
    const { act, side, part, digit } = hit.entry.by;
    if (part?.id === "within-joint") return true;
    if (act?.gives === "target" || LEADS.test(p.t.textOf(hit.to - 1))) return true;
    if ((side ?? part ?? digit) === undefined) return false;
    k = hit.from;
  }
  return false;
}

/** "Kenalog 40, left knee": does the dose stand right before, with nothing but marks and sides between, and nothing after it? */
export function afterDose(p: Page, { draft, seg }: Candidate): boolean {
  if (draft.to < seg.to && p.t.type[draft.to] !== MARK) return false;
  for (let k = draft.from; k > seg.from;) {
    const hit = hitBefore(p, k);
    if (hit === undefined) {
      if (p.t.type[k - 1] !== MARK) return p.t.type[k - 1] === NUMBER;
      k--;
      continue;
    }
    const { side, digit, substance, unit } = hit.entry.by;
    if ((substance ?? unit) !== undefined) return true;
    if ((side ?? digit) === undefined) return false;
    k = hit.from;
  }
  return false;
}

const LEADS = /^(?:into|in|at|to|over|onto|around|within|inside|on|from|off|of)$/i;

/** Is a joint's disease told right after it or right before ("hip osteoarthritis", "osteoarthritis of the left hip")? */
export function diseased(p: Page, { draft, seg }: Candidate): boolean {
  for (let k = draft.to; k < Math.min(seg.to, draft.to + 3); k++) {
    const hit = hitFrom(p, k);
    if (hit === undefined) continue;
    if ((deedWord(p, hit.to - 1) & DEED.disease) !== 0 || hit.entry.by.head?.gives === "effusion") return true;
  }
  for (let k = draft.from - 1; k >= Math.max(seg.from, draft.from - 5); k--) {
    if ((deedWord(p, k) & DEED.disease) !== 0) return true;
    if (!isLink(p, k) && hitBefore(p, k + 1)?.entry.by.side === undefined) return false;
  }
  return false;
}
