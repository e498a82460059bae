/** What words that point back mean ("each of these", "all three", "only the first two"), and what they tell of it. */
import { placesAsJoints } from "./place-joints.ts";
import { described } from "./described.ts";
import { amountHere, doingAfter, doingBefore } from "./doing.ts";
import type { Side } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { MUSCULAR } from "../status/line-shape.ts";
import type { Draft } from "../structures/mentions.ts";
import { negated } from "../status/near.ts";
import { firstWith, hitFrom, holds, nextWith, type Page } from "../page/page.ts";
import { takesPart } from "./part-of.ts";
import { SAID_OF, NOMINAL } from "../lexicon/pointer-words.ts";
import { wordAt } from "../page/single-words.ts";
import { isSubject, type Pointer } from "./pointers.ts";
import { antecedents, namedBefore, ofLastTime } from "./references.ts";
import type { Hit } from "../lexicon/scan.ts";
import { EXCEPTED, settle } from "./settle.ts";
import { oneSide } from "../sides/sides.ts";
import type { Verdict } from "../structures/verdict.ts";
import { isTreated, type Work } from "../structures/work.ts";
import { SAYS } from "../lexicon/says.ts";

/** Tokens over which the verb may follow what points back. */
const VERB = 40;

/**
 * "Each of these was injected", "1 mL into each": gives what the words point back to its verdict. Where it cannot be told
 * which structures are meant, some without a name are.
 */
export function pointBack(
  p: Page,
  work: Work[],
  here: readonly Work[],
  seg: Segment,
  no: number,
  pointer: Pointer,
): readonly Work[] | null {
  const { from, to, led, joints } = pointer;
  const sided = pointer.side === "left" || pointer.side === "right";
  // So many of one side: they are counted once the others are left out.
  const count = sided ? null : pointer.count;
  if (negated(p, { hit: { from } })) return null; // "none of these"
  // "It was injected into the trapezius": what went in, not where.
  const subject = isSubject(p, from);
  if (subject && here.length > 0) return null;
  const act =
    doingAfter(p, nounOfAct(p, pointer), Math.min(seg.to, to + VERB), no, here) ??
    doingBefore(p, from, seg.from, no) ??
    (led || p.t.isMark(to, ":") ? amountHere(p, seg, no, from) : null);
  if (act === null || (!TODAY.has(seg.section) && tellsOfPast(p, no, from, to))) return null;
  if (joints) placesAsJoints(p, work, from, no);
  const verdict: Verdict = { status: act === "blocked" ? "injected" : act, because: "pointer", verb: true };
  const told = pointer.pick === 0 ? described(p, work, sided ? { ...pointer, count } : pointer) : null;
  const today = told?.meant ?? antecedents(p, work, from, no, count);
  if (subject && (today.length === 0 || today.some((w) => w.draft.segment !== no - 1))) return null;
  const listed = pointer.pick === 0 || today.length > 0 ? today : listedAs(work, from);
  const named = pointer.same && today.length === 0 ? ofLastTime(work, from, count) : listed;
  if (pointer.same && named.length === 0 && here.length === 0) return [{ draft: unnamed(from, to, no), verdict, seg }];
  const meant = sided ? ofSide(named, pointer) : picked(named, pointer.pick);
  if (pointer.pick === 0 && meant.length > 1 && takesPart(p, seg, from, meant.length))
    return here.some(isTreated) ? NONE : [{ draft: unnamed(from, to, no), verdict, seg }];
  if (sided && meant.length === 0 && named.length > 0) return [{ draft: unnamed(from, to, no), verdict, seg }];
  if (pointer.pick !== 0) for (const w of listed) if (!meant.includes(w)) w.verdict = EXCEPTED;
  settle(p, here, to, act === "blocked" ? meant.filter((w) => MUSCULAR.has(w.draft.kind)) : meant, verdict);
  if (sided)
    for (const w of here)
      if (w.draft.from >= to && w.draft.side === "unspecified" && isTreated(w)) w.draft.side = pointer.side;
  // "Each of these muscles received 2 mL on both sides."
  const side = here.length === 0 && holds(p, no, MEANS.side) ? oneSide(p, seg.from, seg.to) : "unspecified";
  for (const w of meant) if (w.draft.side === "unspecified") w.draft.side = side;
  if (told === null || told.sure) return meant.length > 0 ? NONE : null;
  // "The tender point was entered and ... injected into the right quadratus": the sentence says itself which.
  return here.some(isTreated) ? NONE : [{ draft: unnamed(from, to, no), verdict, seg }];
}

/** Sections in which nothing is told of but today. */
const TODAY = new Set<string>(["procedure", "addendum"]);

/** "All of these were injected in May"; not "those marked earlier", which says only when they were found. */
function tellsOfPast(p: Page, no: number, from: number, to: number): boolean {
  for (let h = firstWith(p, no, MEANS.status); h >= 0; h = nextWith(p, no, MEANS.status, h)) {
    const hit = p.hits[h] as Hit;
    if ((hit.entry.status & SAYS.past) === 0 || hit.entry.by.status?.id === "told-past") continue;
    if (hit.to > from && hit.from <= to) continue;
    if (((wordAt(p, hit.to) | wordAt(p, hit.from - 1)) & FOUND) === 0) return true;
  }
  return false;
}

/** Words of how they were found or named. */
const FOUND = NOMINAL | SAID_OF;

/** "Starred muscles injected" ends in one phrase: its noun ends the pointing words, its verb is the verb. */
function nounOfAct(p: Page, { to, asks, score, inExam, inDrawing, same }: Pointer): number {
  if (asks === 0 && score === null && !inExam && !inDrawing && !same) return to; // "all muscles injected today are on the right"
  const hit = hitFrom(p, to - 1);
  return hit !== undefined && hit.to > to ? to - 1 : to;
}

/** Muscles of which the note does not say which they are. */
function unnamed(from: number, to: number, segment: number): Draft {
  return {
    id: null,
    structure: null,
    kind: "group",
    orElse: [],
    from,
    to,
    segment,
    side: "unspecified",
    ownSide: false,
    level: null,
    levels: [],
    digit: null,
    sites: null,
    number: 1,
    blank: false,
  };
}

const NONE: readonly Work[] = [];

/** Those of the side that the words name; what was found on both sides was treated on that one. */
function ofSide(named: readonly Work[], { side, count }: Pointer): readonly Work[] {
  const meant = named.filter(({ draft }) => draft.side === side || ANY_SIDE.has(draft.side));
  if (count !== null && count !== meant.length) return NONE;
  for (const { draft } of meant) draft.side = side;
  return meant;
}

/** The list before, where it counts as treated for no better reason than that it is one. */
function listedAs(work: readonly Work[], at: number): readonly Work[] {
  const named = namedBefore(work, at);
  const end = named.findIndex((w) => !isTreated(w) || w.verdict.verb || w.seg.paragraph !== named[0]?.seg.paragraph);
  return end < 0 ? named : named.slice(0, end);
}

/** "Only the first two": so many from the head of the list, or from its end; none where it has no more. */
function picked(named: readonly Work[], pick: number): readonly Work[] {
  if (pick === 0) return named;
  const list = named.toSorted((a, b) => a.draft.from - b.draft.from);
  if (list.length < Math.abs(pick)) return NONE;
  return pick > 0 ? list.slice(0, pick) : list.slice(pick);
}

/** Sides that leave room for the one that the words name. */
export const ANY_SIDE = new Set<Side>(["bilateral", "unspecified"]);
