/** In which tense an act is told: as come true today, or only spoken of. */
import type { Cue } from "../../rulebook/types.ts";
import type { Chain } from "../structures/chains.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { SAYS } from "../lexicon/says.ts";
import { doseBeside, negated, type Near, type Test } from "./near.ts";
import { hitBefore, hitFrom, isLink, isOneOf, type Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { MARK, WORD } from "../text/tokens.ts";
import { isDetail } from "../page/single-words.ts";
import { DETAIL } from "../lexicon/detail-words.ts";
import { IT, THIS, TODAY, WAS } from "../text/small-words.ts";

/** "Injection given today", "went ahead with the left knee": told of this structure as come true, whatever was planned or done before. */
export const cameTrue: Test = (n, near) => {
  const { p, chain, seg } = near;
  if (n.over || negated(p, n)) return false;
  // "And gave a handout on knee injections": not of the injection.
  if (n.cue.id === "went-ahead") return n.before && !hasProse(p, n.hit.to, chain.from) && !near.has(SAYS.past, isAfter);
  return n.cue.id === "came-true" ? tellsOfAct(p, n.hit.from, seg.from) : isNominal(p, n.hit);
};

/** "Trochanteric bursitis: inject 40 mg at the point of greatest tenderness": what others are told to do. */
export function isOrder(p: Page, k: number, { from }: Segment): boolean {
  return isDetail(p, k, DETAIL.order) && (k === from || p.t.isMark(k - 1, ":") || p.t.isMark(k - 1, "-"));
}

/** The same, as one of the words near a structure. */
export const isOrdered: Test = (n, { p, seg }) => seg.section === "none" && isOrder(p, n.hit.from, seg);

/** "Injection given / today". */
function isNominal(p: Page, { from, to }: Hit): boolean {
  const today =
    isOneOf(p, to, TODAY) || (isOneOf(p, to, THIS) && isOneOf(p, to + 1, VISIT)) || isOneOf(p, to + 1, THIS);
  return today && to - from >= 2 && isDetail(p, to - 1, DETAIL.finished) && !isOneOf(p, from, WAS);
}

const VISIT = ["visit", "morning", "afternoon"];

const isAfter: Test = (n) => !n.before;

/** "Injection / given today", "..., done today"; in "handout given today" it is told of something else. */
function tellsOfAct(p: Page, at: number, from: number): boolean {
  const k = at - 1;
  if (k < from || p.t.type[k] !== WORD || isLink(p, k)) return true;
  const hit = hitBefore(p, at);
  if (hit !== undefined)
    return ((hit.bits & OF_ACT) !== 0 && hit.entry.by.head?.gives !== "thing") || isAdded(hit.entry.by.status);
  return isOneOf(p, k, BETWEEN) || (isOneOf(p, k, IT) && isOneOf(p, at, WAS));
}

/** "The injection that was deferred last month / was done today". */
const isAdded = (cue: Cue | undefined): boolean =>
  cue !== undefined && (cue.gives === "past" || cue.gives === "declined" || cue.id === "was-planned");

const BETWEEN = ["so", "was", "were", "then", "therefore", "thus", "successfully"];
const OF_ACT =
  MEANS.term |
  MEANS.act |
  MEANS.side |
  MEANS.part |
  MEANS.number |
  MEANS.noun |
  MEANS.head |
  MEANS.digit |
  MEANS.guidance |
  MEANS.unit |
  MEANS.substance |
  MEANS.stop;

/**
 * "He may need a trigger point injection into the trapezius": a whole sentence leads to the noun of the act, and tells by itself
 * of nothing done; a line of shorthand ("L trap TPI") does.
 */
export function inProse(p: Page, { cue, hit, before }: Near, chain: Chain, seg: Segment): boolean {
  // "Used the sono for the knee aspiration, 35 mL": what came out is told.
  if (cue.gives === "drawing" && doseBeside(p, chain.to, seg.to)) return false;
  // "It responded at once to today's injection of the trapezius": it names its day.
  if (isOneOf(p, hit.from - 2, TODAY) || isOneOf(p, hit.from - 3, TODAY)) return false;
  // "Trigger point injections (scalp, cervical, trapezius)": a list of what is offered.
  if (before && p.t.isMark(hit.to, "(") && isPlural(p, hit) && isUnsided(chain)) return true;
  return hasProse(p, Math.max(seg.from, seg.labelEnd), before ? hit.from : chain.from);
}

/** "She wants / would like the right 2nd CMC injected": nothing but the structure's own words between. */
export const isWish: Test = (n, { p, chain }) =>
  n.gap <= 2 || (n.gap <= WISH && !n.over && !hasProse(p, n.hit.to, chain.from) && !hasMark(p, n.hit.to, chain.from));

/** "Discussed options -> L heel injected": the mark parts them. */
function hasMark(p: Page, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (p.t.type[k] === MARK) return true;
  return false;
}

/** Words between a wish and its structure at most. */
const WISH = 5;

/** Do other words stand there than those of a line of shorthand? */
function hasProse(p: Page, from: number, to: number): boolean {
  let prose = false;
  for (let k = from; k < to;) {
    const met = hitFrom(p, k);
    if (met !== undefined) {
      prose ||= (met.bits & SHORTHAND) === 0;
      k = met.to;
      continue;
    }
    if (p.t.type[k] === WORD) prose ||= !isLink(p, k);
    // "Side=L; name=soleus": what stands before such marks leads to nothing.
    else if (p.t.isMark(k, "=") || p.t.isMark(k, ":")) prose = false;
    k++;
  }
  return prose;
}

const isPlural = (p: Page, { to }: Near["hit"]): boolean => /s$/i.test(p.t.textOf(to - 1));
const isUnsided = ({ members }: Chain): boolean => members.every((d) => d.side === "unspecified");

const SHORTHAND =
  (OF_ACT & ~MEANS.stop) | MEANS.status | MEANS.statement | MEANS.heading | MEANS.label | MEANS.abbreviation;
