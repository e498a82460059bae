/** Follows words that point back, and gives what they point to the status they tell of. */
import type { Cue, StructureKind } from "../../rulebook/types.ts";
import { ELSEWHERE } from "../page/sections.ts";
import { isTreated, type Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { MUSCULAR } from "../status/line-shape.ts";
import { doneAgain, sameOn, saysAgain, treatedLast } from "./again.ts";
import { dittos } from "./dittos.ts";
import { amountHere, doingAfter, doingBefore, drainedAfter, tellsOfDone, toldOfPast } from "./doing.ts";
import { described, type Asked } from "./described.ts";
import { firstWith, hitFrom, holds, isOneOf, nextWith, saysAny, type Page } from "../page/page.ts";
import { ellipsis } from "./ellipsis.ts";
import { grantedIn } from "./granted.ts";
import { takesPart } from "./part-of.ts";
import { NOMINAL, POINT } from "../lexicon/pointer-words.ts";
import { placeAsJoint } from "./place-joints.ts";
import { pointersIn, type Pointer } from "./pointers.ts";
import { wordAt, isDetail } from "../page/single-words.ts";
import { antecedents, holding, ofKind } from "./references.ts";
import type { Hit } from "../lexicon/scan.ts";
import { oneSide } from "../sides/sides.ts";
import type { Verdict } from "../structures/verdict.ts";
import { ANY_SIDE, pointBack } from "./point-back.ts";
import { settle } from "./settle.ts";
import { SAYS } from "../lexicon/says.ts";
import { DETAIL } from "../lexicon/detail-words.ts";

/** Where no such word and nothing of an act stands, nothing points back. */
const POINTING = MEANS.reference | MEANS.act | MEANS.unit | MEANS.substance;
/** Sections whose words point back to nothing that was done today. */
const CLOSED = new Set<string>(ELSEWHERE);

/**
 * Back references: "each of the above was injected", "all of these except the scalenes", "I injected both of
 * them", "the same on the left", "into the joint", and a sentence that begins with the act ("Injected with 1 mL").
 */
export function follow(p: Page, work: Work[], says: ReadonlyMap<string, number>, asksCode: boolean): void {
  const points = says.has("trigger-point");
  const added: Work[] = [];
  let next = 0;
  // How many structures had been named when words last pointed back, and in which section.
  let settled = -1;
  // What they pointed to, until others are told of as treated.
  let pointed: readonly Work[] | null = null;
  let settledIn = -1;
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    const first = next;
    while (next < work.length && (work[next] as Work).draft.segment <= no) next++;
    dittos(p, work, first, next, no);
    if (pointed !== null && work.slice(first, next).some(isTreated)) pointed = null;
    const again = next > 0 && saysAgain(p, no);
    if ((!again && !holds(p, no, POINTING)) || CLOSED.has(seg.section)) continue;
    if (next > 0 && holds(p, no, MEANS.reference)) {
      const meant = grantedIn(p, work, next, no);
      if (meant.length > 0) [settled, settledIn, pointed] = [next, seg.sectionNo, meant];
    }
    if (seg.section === "plan" && !tellsOfDone(p, no)) continue;
    const here = next > first ? work.slice(first, next) : NONE;
    const before = added.length;
    for (let h = firstWith(p, no, MEANS.reference); h >= 0; h = nextWith(p, no, MEANS.reference, h)) {
      const hit = p.hits[h] as Hit;
      const cue = hit.entry.by.reference;
      if (cue === undefined) continue;
      if (cue.gives === "same") {
        if (saysAny(p, no, ELSEWHEN)) continue;
        const done = here.some(isTreated) ? here.filter(isTreated) : (pointed ?? treatedLast(work, first));
        for (const w of sameOn(p, done, here, seg, no, hit)) added.push(w);
      } else {
        const meant = point(p, work, here, seg, no, hit, cue, asksCode);
        if (meant.length > 0) [settled, settledIn, pointed] = [next, seg.sectionNo, meant];
      }
    }
    const bare = next > first ? null : bareNoun(p, seg);
    if (bare !== null) {
      const meant = point(p, work, here, seg, no, bare.hit, bare.cue, asksCode);
      if (meant.length > 0) pointed = meant;
    }
    // A note that names no structure at all may still speak of those of another time.
    if ((next > 0 || work.length === 0) && holds(p, no, MEANS.act | MEANS.unit | MEANS.substance))
      for (const pointer of pointersIn(p, seg)) {
        // "Each active point was injected ... 1 mL into each": the same ones again.
        if (settled === next && settledIn === seg.sectionNo && isPlain(pointer)) continue;
        if (!points && isPlain(pointer) && !nounTold(p, pointer) && onlyBlocked(work, next)) continue;
        const some = pointBack(p, work, here, seg, no, pointer);
        if (some === null) continue;
        [settled, settledIn] = [next, seg.sectionNo];
        for (const w of some) added.push(w);
      }
    if (next === first) ellipsis(p, work, first, seg, no);
    if (again && added.length === before)
      for (const w of doneAgain(p, pointed ?? treatedLast(work, first), here, no)) added.push(w);
  }
  if (added.length === 0) return;
  for (const w of added) work.push(w);
  work.sort((a, b) => a.draft.from - b.draft.from);
}

const NONE: readonly Work[] = [];

/** Does it say neither what was found nor where? */
const isPlain = ({ asks, score, inExam, inDrawing }: Pointer): boolean =>
  (asks & ~POINT) === 0 && score === null && !inExam && !inDrawing;

/** "Will do the same on the left next month", "the same on the right was declined". */
const ELSEWHEN = SAYS.planned | SAYS.past | SAYS.declined;

const INTO = ["into"];

/** "Each of these muscles" says what is meant; "each", "each target" and "each level" do not. */
function nounTold(p: Page, { to }: Pointer): boolean {
  return /^(?:muscles?|joints?)$/i.test(p.t.textOf(to - 1));
}

/** Nerves or facets were blocked and nothing else was treated: "0.5 mL at each" went to those. */
function onlyBlocked(work: readonly Work[], before: number): boolean {
  let blocked = false;
  for (let i = 0; i < before; i++) {
    const w = work[i] as Work;
    if (!isTreated(w)) continue;
    if (MUSCULAR.has(w.draft.kind)) return false;
    blocked ||= w.verdict.block === true;
  }
  return blocked;
}

/** "Bursa drained of 12 mL": at the head of a sentence that names no structure, a kind alone is the one of that kind named before. */
function bareNoun(p: Page, seg: Segment): { hit: Hit; cue: Pick<Cue, "id" | "gives"> } | null {
  const hit = hitFrom(p, seg.from);
  const cue = hit === undefined ? undefined : BARE[hit.entry.by.head?.gives ?? ""];
  return hit === undefined || cue === undefined ? null : { hit, cue };
}

const BARE: Readonly<Record<string, Pick<Cue, "id" | "gives">>> = {
  joint: { id: "the-joint", gives: "kind-joint" },
  bursa: { id: "the-bursa", gives: "kind-bursa" },
  "tendon-sheath": { id: "the-sheath", gives: "kind-tendon-sheath" },
};

/** In these a word of another time is of what came before. */
const TODAY = new Set(["procedure", "addendum"]);

/** A joint or a bursa told of by an amount alone is found by the deed. */
const ROOMY = new Set(["kind-joint", "kind-bursa"]);

/** References that give no structure its act. */
const NO_POINTERS = new Set(["granted", "except", "correction", "same-side", "other-side", "withdrawn", "void"]);

/** Gives what the words mean the act that stands beside them, but for what they except. */
function point(
  p: Page,
  work: Work[],
  here: readonly Work[],
  seg: Segment,
  no: number,
  hit: Hit,
  cue: Pick<Cue, "id" | "gives">,
  asksCode: boolean,
): readonly Work[] {
  if (NO_POINTERS.has(cue.gives)) return NONE;
  const noun = p.t.textOf(hit.to - 1).toLowerCase();
  const kind = cue.gives.startsWith("kind-");
  const definite = cue.gives === "knot" || kind;
  const after = cue.gives === "there-injected" ? "injected" : doingAfter(p, hit.to, Math.min(seg.to, hit.to + 25));
  if (kind && !TODAY.has(seg.section) && toldOfPast(p, hit.to, seg.to)) return NONE;
  const act = definite
    ? (doingAfter(p, hit.to, Math.min(seg.to, hit.to + 4), no) ??
      (kind ? drainedAfter(p, hit.to, Math.min(seg.to, hit.to + 4)) : null) ??
      doingBefore(p, hit.from, seg.from, no, asksCode) ??
      (isOneOf(p, hit.from, INTO) && !ROOMY.has(cue.gives) ? amountHere(p, seg, no, hit.from) : null))
    : (after ?? doingBefore(p, hit.from, seg.from));
  // "Right hip injection. Needle confirmed in the joint": it tells where, and the title what.
  if (act === null && cue.gives === "kind-joint" && needleBefore(p, hit.from, seg))
    placeAsJoint(p, work, hit.from, seg);
  if (act === null || act === "blocked") return NONE;
  const verdict: Verdict = { status: act, because: cue.id, verb: true };
  const side = kind ? oneSide(p, seg.from, hit.from) : "unspecified";
  if (cue.gives === "kind-joint") placeAsJoint(p, work, hit.from, seg);
  const meant = kind
    ? ofKind(work, hit.from, cue.gives.slice(5) as StructureKind, side)
    : cue.gives === "knot"
      ? holding(p, work, hit.from, noun)
      : (described(p, work, pointing(p, hit))?.meant ?? antecedents(p, work, hit.from, no, null));
  if (meant.length > 1 && takesPart(p, seg, hit.from, meant.length)) return NONE;
  settle(p, here, hit.to, meant, verdict);
  if (side === "left" || side === "right") for (const w of meant) if (ANY_SIDE.has(w.draft.side)) w.draft.side = side;
  return meant;
}

function needleBefore(p: Page, at: number, seg: Segment): boolean {
  for (let k = at - 1; k >= seg.from; k--) if (isDetail(p, k, DETAIL.needle)) return true;
  return false;
}

/** "The above trigger points" as words that point back. */
function pointing(p: Page, { from, to }: Hit): Asked {
  let asks = 0;
  for (let k = from; k < to || (wordAt(p, k) & NOMINAL) !== 0; k++) asks |= wordAt(p, k) & POINT;
  return { from, count: null, asks, asksAfter: 0, score: null, inExam: false, inDrawing: false };
}
