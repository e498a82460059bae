/**
 * What the note takes back: an addendum that says a structure was not injected, or on which side it was; a
 * description that denies what only a title or a list named; a dictated "correction" in the middle of a sentence.
 */
import type { Side } from "../facts.ts";
import { isTreated, type Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { type Entry, MEANS } from "../lexicon/lexicon.ts";
import type { Draft } from "../structures/mentions.ts";
import { firstWith, hitFrom, holds, isOneOf, nextWith, type Page, some } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import type { Verdict } from "../structures/verdict.ts";
import { labelSide, OPPOSITE } from "../sides/sides.ts";

/** A correction is spoken before what takes the place of the last structure. */
const SPOKEN = 6;
/** How far before the words that structure may stand, in tokens. */
const SAID = 20;
const AT_ONCE = 4;

/** Changes the verdicts and sides of earlier structures by what the note says later of itself. `work` is in order. */
export function amend(p: Page, work: Work[]): void {
  if (work.length === 0) return;
  const byId = new Map<string | null, Work[]>();
  // Earlier places are remembered only where something later may take them back.
  const deniedIn = sidesDenied(p);
  // "Was injected on the left, not the right": its sentence denies the other side.
  const deniesOther = (w: Work): boolean => {
    const other = OPPOSITE[w.draft.side];
    return other !== undefined && isTreated(w) && deniedIn(w.draft.segment).includes(other);
  };
  const looksBack = work.some((w) => isDenied(w) || w.seg.section === "addendum" || deniesOther(w));
  let next = 0;
  let wrong = false;
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    if (holds(p, no, MEANS.reference)) corrections(p, work, next, no);
    const first = next;
    while (next < work.length && (work[next] as Work).draft.segment <= no) next++;
    if (seg.section === "addendum") {
      wrong = wrong || ERROR.test(textOf(p, seg));
      for (let i = first; i < next; i++) {
        const w = work[i] as Work;
        if (isDenied(w)) inItsPlace(work.slice(first, next), takeBack(meantBy(byId, w.draft), w.draft));
        else if (wrong && isTreated(w)) opposite(byId.get(w.draft.id), w.draft.side);
      }
      if (next === first && first > 0 && !some(p, no, MEANS.statement, saysNotDone)) otherSide(p, work, first, seg);
    }
    if (looksBack)
      for (let i = first; i < next; i++) {
        const w = work[i] as Work;
        if (deniesOther(w)) opposite(byId.get(w.draft.id), w.draft.side);
      }
    if (next === first) sideDenied(p, work, first, seg, no);
    if (seg.section === "procedure" || seg.section === "none")
      for (let i = first; i < next; i++) {
        const w = work[i] as Work;
        if (!isDenied(w)) continue;
        takeBack(byId.get(w.draft.id), w.draft, true);
        for (const id of w.draft.structure?.members ?? NONE) takeBack(byId.get(id), w.draft, true);
      }
    if (looksBack) for (let i = first; i < next; i++) remember(byId, work[i] as Work);
  }
}

function remember(byId: Map<string | null, Work[]>, w: Work): void {
  if (!isTreated(w)) return;
  const list = byId.get(w.draft.id);
  if (list === undefined) byId.set(w.draft.id, [w]);
  else if (list.length < MOST) list.push(w);
}

const NONE: readonly never[] = [];

/** Places of one structure that an addendum reaches back to. */
const MOST = 20;

/** "The left trapezius, correction, the right trapezius": the last one before gives way to the next one after. */
function corrections(p: Page, work: readonly Work[], first: number, no: number): void {
  let near = first;
  for (let h = firstWith(p, no, MEANS.reference); h >= 0; h = nextWith(p, no, MEANS.reference, h)) {
    const hit = p.hits[h] as Hit;
    if (hit.entry.by.reference?.gives !== "correction") continue;
    while (near < work.length && hit.from - (work[near] as Work).draft.to > SAID) near++;
    const { from, section } = p.segments[no] as Segment;
    const head = hit.from === from && near > 0 && section !== "addendum";
    spoken(work, head ? near - 1 : near, head ? no - 1 : no, no, hit.from, hit.to);
  }
}

/**
 * `near`: the first structure within reach of the words at tokens `from` to `to` of segment `no`; `first`: the segment in which
 * the one that gives way may stand, the one before where the words begin their own.
 */
function spoken(work: readonly Work[], near: number, first: number, no: number, from: number, to: number): void {
  let before: Work | undefined;
  let after: Work | undefined;
  for (let i = near; i < work.length && after === undefined; i++) {
    const w = work[i] as Work;
    if (w.draft.segment < first) continue;
    if (w.draft.segment > no || w.draft.from - to > SPOKEN) break;
    if (w.draft.kind === "region") continue;
    if (w.draft.to <= from) before = w;
    else if (w.draft.from >= to) after = w;
  }
  if (before === undefined || after === undefined) return;
  // "... with 1 mL, excuse me, the left levator": further back only where the new one is spoken at once.
  if (from - before.draft.to > SPOKEN && after.draft.from - to > AT_ONCE) return;
  if (!isTreated(after) && isTreated(before)) after.verdict = before.verdict;
  before.verdict = { status: "other", because: "corrected", verb: true };
}

/** Those named before that the word may mean: "iliocostalis" is the one of the level that was told of. */
function meantBy(byId: ReadonlyMap<string | null, Work[]>, { id, orElse, structure }: Draft): readonly Work[] {
  return [id, ...orElse, ...(structure?.members ?? NONE)].flatMap((each): readonly Work[] => byId.get(each) ?? NONE);
}

/** The structure is denied: what was said of it before no longer holds; in the body of a note, what no verb said. */
function takeBack(earlier: readonly Work[] = NONE, draft: Draft, body = false): Verdict | null {
  let taken: Verdict | null = null;
  for (const w of earlier) {
    if (!isTreated(w) || !sameSide(w.draft, draft) || (body && w.verdict.verb)) continue;
    taken = w.verdict;
    w.verdict = { status: "other", because: body ? "denied later" : "addendum", verb: true };
  }
  return taken;
}

/** In an addendum nothing is said of the structure, or that it "should" be. */
const UNTOLD = new Set(["section procedure", "planned-words"]);

/** "Should read trochanteric bursa, not hip joint": the one structure beside, of which nothing else is said, was treated instead. */
function inItsPlace(here: readonly Work[], taken: Verdict | null): void {
  const others = here.filter((w) => !isDenied(w));
  const [one] = others;
  if (taken !== null && one !== undefined && others.length === 1 && UNTOLD.has(one.verdict.because))
    one.verdict = taken;
}

const ERROR =
  /\b(?:laterality|side|dictat\w+|header|heading|title|note|above|documentation|record|template|report)\b.{0,40}\b(?:incorrect(?:ly)?|wrong(?:ly)?|error|mistaken?)\b|\b(?:incorrect|wrong) side\b/i;

/** "The LEFT knee was injected, not the right": the same structure of the other side no longer holds. */
function opposite(earlier: readonly Work[] = NONE, side: Side): void {
  for (const w of earlier)
    if (isTreated(w) && w.draft.side === OPPOSITE[side])
      w.verdict = { status: "other", because: "addendum", verb: true };
}

/** The sides that a segment denies ("not the right"). Segments are asked for in their order, each as often as it has structures. */
function sidesDenied(p: Page): (no: number) => readonly Side[] {
  let last = -1;
  let denied: readonly Side[] = NONE;
  return (no) => {
    if (no !== last) [last, denied] = [no, deniedBy(p, no)];
    return denied;
  };
}

function deniedBy(p: Page, no: number): readonly Side[] {
  if (!holds(p, no, MEANS.status)) return NONE;
  const denied: Side[] = [];
  for (let h = firstWith(p, no, MEANS.side); h >= 0; h = nextWith(p, no, MEANS.side, h)) {
    const { entry, from } = p.hits[h] as Hit;
    if (isOneOf(p, isOneOf(p, from - 1, THE) ? from - 2 : from - 1, NOT)) denied.push(entry.by.side?.gives as Side);
  }
  return denied;
}

const THE = ["the"];
const NOT = ["not"];

/** "Left side: not performed", "Right: declined": the last structures before it were treated on the other side only. */
function sideDenied(p: Page, work: readonly Work[], upTo: number, seg: Segment, no: number): void {
  if (!holds(p, no, MEANS.side)) return;
  const side = labelSide(p, seg);
  if (side !== "left" && side !== "right") return;
  // "R ring: not done" says so of that finger.
  if (hitFrom(p, seg.labelEnd - 1)?.entry.by.digit !== undefined) return;
  const denied = some(
    p,
    no,
    MEANS.status | MEANS.statement,
    ({ status, statement }) => statement?.gives === "not-performed" || status?.gives === "declined",
  );
  if (!denied) return;
  for (const w of work.slice(Math.max(0, upTo - MOST), upTo).filter(isTreated))
    if (w.draft.side === "bilateral") w.draft.side = OPPOSITE[side] as Side;
    else if (w.draft.side === side) w.verdict = { status: "declined", because: "side denied", verb: true };
}

/** "No injection was performed today." */
export const saysNotDone = ({ statement }: Entry["by"]): boolean => statement?.gives === "not-performed";

/** The addendum names no structure and gives another side than the one all of them have. */
function otherSide(p: Page, work: readonly Work[], upTo: number, seg: Segment): void {
  if (!/\b(?:error|incorrect|wrong|correct(?:ed|ion)?|should|dictated|were|was)\b/i.test(textOf(p, seg))) return;
  const side = onlySide(p, seg);
  const before = work.slice(Math.max(0, upTo - MOST), upTo).filter(isTreated);
  const one = new Set(before.map((w) => w.draft.side));
  if (side === null || one.size !== 1 || !(one.has("left") || one.has("right"))) return;
  for (const w of before) w.draft.side = side;
}

const isDenied = (w: Work): boolean => w.verdict.status === "declined" || DENIED.has(w.verdict.because);
const DENIED = new Set(["negation", "not-after", "not-done"]);

function sameSide(a: Draft, b: Draft): boolean {
  return a.side === b.side || a.side === "unspecified" || b.side === "unspecified";
}

/** The one side the words give, when they do not deny it; null when they give none or both. */
function onlySide(p: Page, seg: Segment): Side | null {
  let side: Side | null = null;
  for (let k = seg.from; k < seg.to; k++) {
    const hit = hitFrom(p, k);
    if (hit === undefined) continue;
    const cue = hit.entry.by.side;
    const denied = p.t.textOf(hit.from - 1).toLowerCase() === "not";
    if (cue !== undefined && cue.bare !== true && cue.gives !== "bilateral" && !denied) {
      if (side !== null && side !== cue.gives) return null;
      side = cue.gives as Side;
    }
    k = hit.to - 1;
  }
  return side;
}

const textOf = (p: Page, seg: Segment): string => p.t.text.slice(p.t.start[seg.from], p.t.end[seg.to - 1]);
