/**
 * The side of a structure that is named without one. Only what governs it gives it a side: its own sentence ("were injected on
 * both sides"), "ipsilateral" and "on the same side", the same structure named elsewhere, a complaint, a diagnosis or a site line
 * of the place it lies in, the act ("right-sided trigger point injections"). All of a kind must agree, and a side that stands near
 * for another reason is none.
 */
import type { Side } from "../facts.ts";
import { isTreated, type Work } from "../structures/work.ts";
import { Named } from "../structures/named.ts";
import type { Segment } from "../page/layout.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { hitFrom, holds, isOneOf, type Page } from "../page/page.ts";
import { hasWord } from "../page/single-words.ts";
import { sidesOfActs, type SidesOfActs } from "./side-acts.ts";
import { sideOfClause } from "./side-clause.ts";
import { sameOrOther } from "./side-pointed.ts";
import { sideIn } from "./sides.ts";
import { ALL } from "../text/small-words.ts";

/** Gives sides to the structures that have none of their own. `work` is in order of the note. */
export function sidesFromElsewhere(p: Page, work: readonly Work[]): void {
  const sideless = work.filter((w) => w.draft.side === "unspecified" && !NO_SIDE.has(w.verdict.because));
  if (sideless.length === 0) return;
  for (const { draft, seg } of sideless) draft.side = sideOfClause(p, draft, seg);
  for (const w of sideless) if (w.draft.side === "unspecified" && isTreated(w)) w.draft.side = closing(p, w);
  sameOrOther(p, sideless);
  const sided = work.filter((w) => w.draft.side !== "unspecified" && !ELSEWHEN.has(w.verdict.status) && !isMark(p, w));
  const acts = sidesOfActs(p);
  if (sided.length === 0 && acts === null) return;
  const treated = new Named(p, sided.filter(isTreated));
  const others = new Named(
    p,
    sided.filter((w) => !isTreated(w)),
  );
  const places = placesSided(sided);
  const found = sideless.map((w) =>
    w.draft.side === "unspecified" && !isPassing(w) ? governing(p, w, treated, others, places) : w.draft.side,
  );
  sideless.forEach((w, i) => {
    const side = found[i] as Side;
    w.draft.side = side === "unspecified" && isTreated(w) ? ofAct(acts, w) : side;
  });
}

/** "Slight bleeding at the left temple": where a needle left its mark. */
function isMark(p: Page, w: Work): boolean {
  return !isTreated(w) && hasWord(p, w.draft.segment, w.draft.segment + 1, DEED.mishap);
}

/** A place to which nothing was done is no fact of the note; its side is not asked. */
function isPassing({ draft, verdict }: Work): boolean {
  return draft.kind === "region" && PASSING.has(verdict.status);
}

const PASSING = new Set<Work["verdict"]["status"]>(["other", "examined", "planned"]);

/** "All R side.", "All on the left." at the end of what was done, in its paragraph. */
function closing(p: Page, { draft, seg }: Work): Side {
  for (let no = draft.segment + 1; no < Math.min(p.segments.length, draft.segment + CLOSING); no++) {
    const { from, to, sectionNo, paragraph } = p.segments[no] as Segment;
    if (sectionNo !== seg.sectionNo || paragraph !== seg.paragraph) break;
    if (to - from > SHORT || !holds(p, no, MEANS.side) || !isOneOf(p, from, ALL)) continue;
    return sideIn(p, from, to);
  }
  return "unspecified";
}

/** Segments in which such a sentence is looked for, and its tokens at most. */
const CLOSING = 12;
const SHORT = 6;

/** "Right-sided trigger point injections": for the note when it speaks of one side; "bilateral" for its own sentence. */
function ofAct(acts: SidesOfActs | null, w: Work): Side {
  if (acts === null) return "unspecified";
  const here = acts.bySegment.get(w.draft.segment);
  if (here !== undefined) return only(here);
  const side = only(acts.all);
  return side === "bilateral" ? "unspecified" : side;
}

/** Boxes nobody ticked, and what a consent speaks of in general. */
const NO_SIDE = new Set(["box not ticked", "section consent"]);

/** What was done another day, or may happen, says nothing of today's side. */
const ELSEWHEN = new Set<Work["verdict"]["status"]>(["past", "risk"]);

function governing(p: Page, w: Work, treated: Named, others: Named, places: ReadonlyMap<string, Sided>): Side {
  const done = treated.sidesOf(w);
  if (done.size > 0) return only(done);
  const said = others.sidesOf(w);
  let each = false;
  for (const place of p.lex.kin.places.get(w.draft.id ?? "") ?? []) {
    for (const side of places.get(place)?.sides ?? []) said.add(side);
    each ||= places.get(place)?.both.has(w.draft.segment) === true;
  }
  const side = only(said);
  // Pain on both sides does not say that both sides were treated; "into each trapezius", "each heel, at the fascia" does.
  return side === "bilateral" && !each && !isEach(p, w) ? "unspecified" : side;
}

/** "Each trapezius", not "each trapezius trigger point". */
function isEach(p: Page, { draft: { from, to } }: Work): boolean {
  return from > 0 && /^(?:each|both)$/i.test(p.t.textOf(from - 1)) && hitFrom(p, to)?.entry.by.noun === undefined;
}

/** What complaints, diagnoses and sites say of a place. */
interface Sided {
  readonly sides: Set<Side>;
  /** Segments in which it is named on both sides. */
  readonly both: Set<number>;
}

/** Sides that complaints, diagnoses and sites give to a place ("left shoulder pain"). */
function placesSided(sided: readonly Work[]): ReadonlyMap<string, Sided> {
  const out = new Map<string, Sided>();
  for (const { draft } of sided) {
    if (draft.kind !== "region" || draft.id === null) continue;
    const place = out.get(draft.id) ?? { sides: new Set(), both: new Set() };
    out.set(draft.id, place);
    place.sides.add(draft.side);
    if (draft.side === "bilateral") place.both.add(draft.segment);
  }
  return out;
}

/** The one side they all give. */
function only(sides: ReadonlySet<Side>): Side {
  const [side] = sides;
  return side !== undefined && sides.size === 1 ? side : "unspecified";
}
