/** What words that point back mean: "each of the above", "both of them", "the knot", "the joint". */
import type { StructureKind } from "../../rulebook/types.ts";
import { isDiagnosis } from "../status/bearing.ts";
import type { Side } from "../facts.ts";
import { MUSCLES, type Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { numberAt } from "../structures/amounts.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import type { Hit } from "../lexicon/scan.ts";
import { firstWith, hitBefore, nextWith, type Page } from "../page/page.ts";

/** How far back, in structures named, words can point. */
const MOST = 60;
/** A list this many segments back is still "the above". */
const LIST_REACH = 12;
/** Sentences back over which "those three" may gather its three. */
const SENTENCES = 4;

/** Statuses that words which point back can still change. */
export const OPEN = new Set(["examined", "other", "planned", "needled"]);
/** Structures that were named for another reason: denied, landmarks, where the pain goes, boxes left empty. */
export const ASIDE = new Set([
  "negation",
  "not-after",
  "landmark-words",
  "landmarks-of",
  "needle-path",
  "box not ticked",
  "row says none",
  "exception",
  "corrected",
]);

/** What a later sentence says was not done. */
const DENIED = new Set(["negation", "not-after"]);

const sameAs = (a: Work, b: Work): boolean =>
  a.draft.id === b.draft.id &&
  (a.draft.side === b.draft.side || a.draft.side === "unspecified" || b.draft.side === "unspecified");

const isOpen = (w: Work): boolean =>
  w.draft.kind !== "region" && OPEN.has(w.verdict.status) && !ASIDE.has(w.verdict.because);

/** "Indication: sacroiliac joint pain" says why, and not where "each area" is. */
const isReason = (w: Work, seg: Segment | undefined): boolean =>
  isDiagnosis(w.verdict.because) && w.seg.section === "indication" && w.seg.sectionNo !== seg?.sectionNo;

/** The structures named before token `at`, nearest first. `work` is in order of the note. */
export function namedBefore(work: readonly Work[], at: number): Work[] {
  let low = 0;
  let high = work.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((work[mid] as Work).draft.from < at) low = mid + 1;
    else high = mid;
  }
  return work
    .slice(Math.max(0, low - MOST), low)
    .filter((w) => w.draft.kind !== "region")
    .toReversed();
}

/**
 * The structures meant: the last list of items when there is one, else those of the nearest sentence that names
 * any. Only those that were examined or merely named. With a number, exactly so many or none at all.
 */
export function antecedents(p: Page, work: readonly Work[], at: number, no: number, count: number | null): Work[] {
  const named = namedBefore(work, at).filter((w) => !isReason(w, p.segments[no]));
  const latest = named.find((w) => !ASIDE.has(w.verdict.because));
  if (latest === undefined || latest.verdict.status === "injected") return [];
  // "The trapezius was deferred. The remaining three were injected."
  const denied = named.filter((w) => w.verdict.status === "declined" || DENIED.has(w.verdict.because));
  const open = named.filter((w) => isOpen(w) && !denied.some((d) => sameAs(d, w)));
  const last = open[0];
  if (last === undefined) return [];
  const kindOf = (w: Work): string | undefined => p.segments[w.draft.segment]?.kind;
  const items = open.filter((w) => kindOf(w) === "item");
  const item = items[0];
  if (item !== undefined && no - item.draft.segment <= LIST_REACH) {
    const run: Work[] = [];
    let expect = item.draft.segment;
    for (const w of items) {
      if (expect - w.draft.segment > 1) break;
      expect = w.draft.segment;
      run.push(w);
    }
    if ((kindOf(last) === "item" || run.length >= 2) && (count === null || isNumber(run, count))) return run;
  }
  const said = count === null ? saidNumber(p, no) : null;
  const spoken = said === null ? [] : spokenOf(work, at, said.value);
  if (spoken.length > 0) return spoken;
  const here = open.filter((w) => w.draft.segment === last.draft.segment);
  if (count === null || isNumber(here, count)) return here;
  const near = open.filter(
    (w) => last.draft.segment - w.draft.segment <= SENTENCES && w.seg.sectionNo === last.seg.sectionNo,
  );
  if (isNumber(near, count)) return near;
  // "The iliocostalis and both quadrati are ropy. The gluteals are soft. ... these three muscles were injected"
  for (const { draft } of near) {
    const there = near.filter((w) => w.draft.segment === draft.segment);
    if (isNumber(there, count)) return there;
  }
  return [];
}

/** "That's three trigger point injections", "two injections done": a number right before an act in sentence `no`, and the act. */
export function saidNumber(p: Page, no: number): { value: number; act: Hit } | null {
  for (let h = firstWith(p, no, MEANS.act); h >= 0; h = nextWith(p, no, MEANS.act, h)) {
    const act = p.hits[h] as Hit;
    const number = hitBefore(p, act.from);
    const value = numberAt(p, number?.from ?? act.from - 1);
    if (value !== null && value > 1 && Number.isInteger(value)) return { value, act };
  }
  return null;
}

/** Exactly so many structures, each spoken of in a sentence of its own and no more said of it, as one talks while at work. */
export function spokenOf(work: readonly Work[], at: number, count: number): Work[] {
  const named = namedBefore(work, at);
  const last = named[0];
  const spoken = named.filter(
    (w) => SPOKEN.has(w.verdict.because) && w.seg.sectionNo === last?.seg.sectionNo && MUSCLES.has(w.draft.kind),
  );
  return new Set(spoken.map((w) => w.draft.segment)).size === count && spoken.length === count ? spoken : [];
}

const SPOKEN = new Set(["no section", "going-to"]);

/** Are they so many: by name, or by side ("both trapezii and the left levator ... all three")? */
export function isNumber(list: readonly Work[], count: number): boolean {
  if (list.length === count) return true;
  return list.reduce((sum, { draft }) => sum + (draft.side === "bilateral" ? 2 : 1), 0) === count;
}

/** "The same muscles as last visit": the muscles that the note tells of last as treated another time. */
export function ofLastTime(work: readonly Work[], at: number, count: number | null): Work[] {
  const past = namedBefore(work, at).filter(
    (w) => w.verdict.status === "past" && MUSCLES.has(w.draft.kind) && !isDiagnosis(w.verdict.because),
  );
  const here = past.filter((w) => w.draft.segment === past[0]?.draft.segment);
  return count === null || here.length === count ? here : [];
}

/**
 * "Into the joint": the last structure of that kind before, when the section has only that one. `side`: where both sides are
 * named, the words say themselves which ("On the right, ... into the joint").
 */
export function ofKind(work: readonly Work[], at: number, kind: StructureKind, side: Side): Work[] {
  const named = namedBefore(work, at).filter((w) => w.draft.kind === kind && isOpen(w));
  const last = named[0];
  if (last === undefined || named.some((w) => w.draft.id !== last.draft.id)) return [];
  const sided = side === "left" || side === "right";
  return sided || !named.some((w) => w.draft.side !== last.draft.side) ? [last] : [];
}

/** "The knot": the structure in which a knot was said to be; else the only one of the nearest sentence. */
export function holding(p: Page, work: readonly Work[], at: number, word: string): Work[] {
  const open = namedBefore(work, at).filter(isOpen);
  const last = open[0];
  if (last === undefined) return [];
  const named = open.filter((w) => last.draft.segment - w.draft.segment <= SENTENCES && says(p, w, word));
  if (named.length > 0) return named.length === 1 ? named : [];
  const here = open.filter((w) => w.draft.segment === last.draft.segment);
  return here.length === 1 ? here : [];
}

/** Is the word said within a few words before the structure ("a tender knot in the right trapezius")? */
function says(p: Page, w: Work, word: string): boolean {
  for (let k = w.draft.from - 1; k >= Math.max(w.seg.from, w.draft.from - 6); k--)
    if (p.t.textOf(k).toLowerCase() === word) return true;
  return false;
}
