/** How a cue word near a list of structures bears on it: one question each, asked by `Nearby.find` and `Nearby.has`. */
import { numberAt } from "../structures/amounts.ts";
import { DEED } from "../lexicon/deed-words.ts";
import type { Segment } from "../page/layout.ts";
import type { Draft } from "../structures/mentions.ts";
import { leads } from "./line-shape.ts";
import { fluidIn } from "../given/drawn-out.ts";
import { beside, doseBeside, negated, type Near, type Nearby, type Test } from "./near.ts";
import { isMonth } from "../page/earlier.ts";
import { hitBefore, hitFrom, isOneOf, type Page, isLink } from "../page/page.ts";
import { POINT, TENDER, ADJECTIVE, PLACE } from "../lexicon/pointer-words.ts";
import { deedWord, hasWord, wordAt, isDetail } from "../page/single-words.ts";
import { cameTrue } from "./tense.ts";
import { SAYS } from "../lexicon/says.ts";
import { LINE_START, NUMBER } from "../text/tokens.ts";
import { DETAIL } from "../lexicon/detail-words.ts";
import { FOR, IN, IS, TODAY, WAS } from "../text/small-words.ts";

/** A noun ("injection") governs what stands nearer than a verb may. */
const NOUN_REACH = 14;
/** Verbs of doing. */
export const DOING = SAYS.injected | SAYS.needled | SAYS.aspirated | SAYS.blocked;

/** "Was injected", and nothing denies it; "the knee got" tells of nothing but with what it got. */
export const isTold: Test = (n, near) =>
  !negated(near.p, n) &&
  (n.cue.id !== "got" || measured(near.p, n.hit.to)) &&
  (n.cue.id !== "went-ahead" || cameTrue(n, near));
/** "Was not injected". */
export const isDenied: Test = (n, { p }) => negated(p, n);
/** "No injection of the". */
export const isDeniedClose: Test = (n, { p }) => n.gap <= 6 && negated(p, n);
/** Within three words. */
export const isClose: Test = (n) => n.gap <= 3;
/** "Knee pain": the word right after the structure. */
export const isRightAfter: Test = (n) => !n.before && n.gap === 0;
/** "Ulnar to palmaris longus". */
export const isLandmark: Test = (n, { p, chain }) =>
  n.before &&
  // "The three bellies above - ECRB": the dash parts them.
  !p.t.isMark(n.hit.to, "-") &&
  !p.t.isMark(n.hit.to, ":") &&
  !isBand(p, n.hit.to, chain.from) &&
  !isSpot(p, n.hit.from - 1) &&
  !isListed(p, n.hit.from) &&
  (n.cue.id === "landmarks-of" ? n.gap <= 8 : n.gap <= 4 && beside(p, n.hit.to, chain.from, true));
/** "25g for the multifidus": a needle named for the structure. */
export const isNeedleFor: Test = (n, { p, chain }) =>
  n.before && !n.over && n.cue.id === "needle-words" && n.gap <= 8 && forBefore(p, n.hit.to, chain.from);
/** "Into the left", with nothing else between; "into each of the following: left ...". */
export const leadsIn: Test = (n, { p, chain }) =>
  n.before &&
  (beside(p, pastBand(p, n.hit.to, chain.from), chain.from) || (!n.over && followsColon(p, n.hit.to, chain.from)));
/** "The following muscles were treated: left ...". */
export const overList: Test = (n, { p, chain }) =>
  n.before && !n.over && !negated(p, n) && followsColon(p, n.hit.to, chain.from);
/** Right after the structure but for small words. */
export const isBesideAfter: Test = (n, { p, chain }) => !n.before && beside(p, chain.to, n.hit.from, true);
/** "Right knee OA - injected today": nearer than any other structure. */
export const isDoneNext: Test = (n, { p }) => !n.before && !n.over && n.gap <= 4 && !negated(p, n);
/** "Dry needling of the forearm extensors today": the day stands right after the structure. */
export const isToday: Test = (n, { p }) => !n.before && !n.over && n.gap <= 2 && isOneOf(p, n.hit.from, TODAY);
/** Told of earlier care; in a question to a coder every tense, and every doctor, may tell of the visit. */
export const isPastCare: Test = (n, near) => !OF_VISIT.has(n.cue.id) && isPast(n, near);
const OF_VISIT = new Set(["told-past", "others"]);
/** "... and wants six units": in such a question what is wanted after it is a code. */
export const isPlannedFirst: Test = (n, near) => n.before && withinDose(n, near);
/** "Today you had your knee injected", "had the left knee injected today": not earlier than today. */
const saysToday: Test = (n, { p }) =>
  (n.cue.id === "done-words" || n.cue.category === "act") && isOneOf(p, n.hit.to - 1, TODAY);
/** Told of earlier care; how that went, beside no act of today; what others did. */
export const isPast: Test = (n, near) => {
  if ((n.says & SAYS.open) === 0)
    return n.cue.id !== "told-past" || !near.has(DOING) || !near.has(DOING | SAYS.done, saysToday);
  return n.cue.id === "outcome-told" ? !near.has(DOING, isOwn) : n.cue.id === "others" && actsBeside(near.p, n);
};
/** "5 mg into the A1 pulley helped": how it went, right after the structure. */
export const wentOn = (n: Near): boolean => n.cue.id === "outcome-told" && !n.before && n.gap <= 2;
/** "Urgent care stuck a needle in his knee": others are named before. */
export const byOthers: Test = (n) => n.cue.id === "others" && n.before;
/** A sign that it was done, other than the needle, which a history tells of too. */
export const isDoneToday: Test = (n) => n.cue.id !== "needle-words";
/** "... was not treated": denies what stands before it. */
export const deniesBefore: Test = (n) => n.cue.direction === "backward" && !n.before && !n.over;
/** "The bursa looked normal and was not injected": a finding, told nearer than the denial. */
export const isFound: Test = (n, near) => !n.over && near.has(SAYS.not, (m) => deniesBefore(m, near) && n.gap <= m.gap);
/** "No ...": denies what stands after it, unless an act or a finding stands between. */
export const deniesNext: Test = (n, near) =>
  n.cue.direction === "forward" &&
  n.before &&
  n.gap <= 8 &&
  !near.has(DOING | SAYS.exam, (m) => m.before && m.gap < n.gap) &&
  !isOfLead(n, near);
/** "DN, no injection: L trapezius": the act stands before, and what is denied beside it ends with the colon. */
function isOfLead({ hit, gap }: Near, near: Nearby): boolean {
  const denied = hitFrom(near.p, hit.to);
  if (denied?.entry.by.act === undefined || !near.p.t.isMark(denied.to, ":")) return false;
  return near.has(ACTS, (m) => m.before && m.gap > gap && !negated(near.p, m));
}

/** Nouns and verbs that name what was done. */
const ACTS = SAYS.injection | SAYS.needling | SAYS.injected | SAYS.needled;
/** "Tender gluteus medius ... the bursa was injected", "... knee injected. quads with tight bands": told of the other one. */
const isFelt: Test = (n) => n.gap <= (n.before ? 1 : 2);
/** An act told of this structure, not of the one beyond another. */
export const isOwn: Test = (n, near) => {
  if (negated(near.p, n) || (n.cue.gives === "aspirated" && !drains(n, near))) return false;
  const felt = n.over || isAcross(near.p, n) ? near.find(SAYS.exam, isFelt) : undefined;
  return felt === undefined || n.before === felt.before;
};
/** "tender L trap, L SCM      injected L trap": a wide gap before the act parts two columns. */
function isAcross({ t }: Page, { before, hit: { from } }: Near): boolean {
  return (
    !before && (t.start[from] as number) - (t.end[from - 1] as number) >= WIDE && (t.flags[from]! & LINE_START) === 0
  );
}

/** Blanks between two columns at least. */
const WIDE = 3;
/** A noun that names the service, within its reach. */
export const isService: Test = (n, { p, chain, seg }) =>
  (n.gap <= NOUN_REACH || leads(p, n, chain, seg)) && !negated(p, n) && !intended(p, n);
/**
 * "1.5 cc Marcaine in both traps, will see back in a month": the plan begins after what was given. "Knee injection if
 * worse", "if worse knee injection": they hang together.
 */
export const withinDose: Test = (n, near) => {
  const { p, chain, seg } = near;
  if ((n.says & SAYS.open) !== 0 && n.cue.id !== "conditions") return false;
  if (n.before) return n.cue.id !== "conditions" || n.gap <= CONDITION;
  if (n.cue.id === "conditions") return n.gap === 0 || hitBefore(p, conditionFrom(p, n))?.entry.by.act !== undefined;
  return n.gap <= 4 || !doseBeside(p, chain.to, Math.min(seg.to, n.hit.from));
};

/** Tokens from "if" to what hangs on it, at most. */
const CONDITION = 12;

/** "Knee injection (if covered)": a mark may stand before the word. */
const conditionFrom = (p: Page, { hit }: Near): number =>
  p.t.isMark(hit.from - 1, "(") || p.t.isMark(hit.from - 1, ",") ? hit.from - 1 : hit.from;

/** What was "removed" has to be fluid, with its amount; an abscess is drained, and a drain pulled, at a joint too. */
function drains({ cue }: Near, { p, chain }: Nearby): boolean {
  const { segment, kind } = chain.members[0] as Draft;
  if (cue.id === "drawn-off" && !fluidIn(p, segment)) return false;
  if (kind === "region" && hasWord(p, segment, segment + 1, DEED.cyst)) return false;
  return !ofElsewhere(p, segment);
}

/** Does the sentence tell of an abscess, a drain, a vein, a current? */
export function ofElsewhere(p: Page, segment: number): boolean {
  const { from, to } = p.segments[segment] as Segment;
  for (let k = from; k < to; k++)
    if ((deedWord(p, k) & (DEED.elsewhere | DEED.driven)) !== 0 && !isOneOf(p, k - 1, WITHOUT)) return true;
  return false;
}

const WITHOUT = ["no", "without"];

/** "Ortho injected", "tapped in the ER": does the act stand right beside? */
function actsBeside(p: Page, { hit, before, gap }: Near): boolean {
  if (before) return hitFrom(p, hit.to)?.entry.by.act !== undefined;
  return gap === 0 || hitBefore(p, hit.from)?.entry.by.act !== undefined;
}

/** "Got 40 mg", "got a cortisone shot", "got the same": what was got stands within a few words. */
function measured(p: Page, from: number): boolean {
  for (let k = from; k < from + GOT; k++) {
    if (p.t.type[k] === NUMBER) return true;
    const by = hitFrom(p, k)?.entry.by;
    if ((by?.substance ?? by?.unit ?? by?.number ?? by?.act) !== undefined) return true;
  }
  return false;
}

/** Tokens after "got" among which it is looked for. */
const GOT = 4;
/** "After a discussion of risks the bursa was injected": the talk was over. */
export const isOpen: Test = (n, near) => {
  if (!n.before) return true;
  for (let k = n.hit.to; k < near.chain.from; k++) if (isDetail(near.p, k, DETAIL["talked-over"])) return false;
  return !cameBefore(n, near);
};
/** "Injected after a nerve block": that was given to something else. */
export const isItsOwn: Test = (n, near) => n.before || !cameBefore(n, near);

/** Does "after" or the like stand a few words before? */
function cameBefore({ hit }: Near, { p, seg }: Nearby): boolean {
  for (let k = hit.from - 1; k >= Math.max(seg.from, hit.from - 5); k--) if (isOneOf(p, k, AFTER)) return true;
  return false;
}

const AFTER = ["after", "following", "once", "having"];

/** "Considered dry needling": the word right before the act says that it is not yet one. */
function intended(p: Page, n: Near): boolean {
  return !n.before && hitBefore(p, n.hit.from)?.entry.by.status?.gives === "planned";
}

/** Did a diagnosis decide, beside the structure or in its very name? */
export const isDiagnosis = (because: string | undefined): boolean => because?.startsWith("diagnosis-") === true;

/** "The three above PIP joints": listed above, not lying above. */
function isListed(p: Page, k: number): boolean {
  return isOneOf(p, k, ABOVE) && (isOneOf(p, k - 1, THE) || numberAt(p, k - 1) !== null);
}

const ABOVE = ["above"];
const THE = ["the", "these"];

/** "Through the taut band of the left trapezius": the band lies in it. */
function isBand(p: Page, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if ((wordAt(p, k) & POINT) !== 0) return true;
  return false;
}

/** "The point of maximal tenderness over the bursa was injected": the place is over it because it lies there. */
function isSpot(p: Page, k: number): boolean {
  return (wordAt(p, k) & (TENDER | POINT)) !== 0;
}

/** "Into a knot in the right ...", "through the tight band of the ...": where the words for the band itself end. */
function pastBand(p: Page, from: number, to: number): number {
  let end = from;
  for (let k = from; k < to; k++) {
    const word = wordAt(p, k);
    if ((word & (POINT | PLACE)) !== 0) end = k + 1;
    else if ((word & (TENDER | ADJECTIVE)) === 0 && !isLink(p, k)) break;
  }
  return end;
}

/** Does a colon stand after token `from` and right before the structure, sides and parts apart? */
function followsColon(p: Page, from: number, to: number): boolean {
  let k = to;
  while (k > from && !p.t.isMark(k - 1, ":")) k--;
  return k > from && beside(p, k, to);
}

/** Does "for" lead in the structure, within a word or two? */
function forBefore(p: Page, from: number, to: number): boolean {
  for (let k = to - 1; k >= from && to - k <= 4; k--) if (isOneOf(p, k, FOR)) return true;
  return false;
}

/** Is it a landmark of the act? "40 mg went in over the greater trochanter" goes down to what lies right under the skin there. */
export function liesBeside({ kind }: Draft, act: Near, landmark: Near): boolean {
  const over = landmark.hit.entry.by.status?.words.startsWith("over") === true;
  if (over && act.hit.to === landmark.hit.from && UNDER.has(kind)) return false;
  return landmark.gap < act.gap || (act.cue.gives === "performed" && !act.before);
}

const UNDER = new Set(["bursa", "tendon-origin", "tendon-sheath"]);

/** "If the trapezius and rhomboid are injected, report": told of such things in general, in the present, after "if" or in a text about them. */
export function isGeneral(p: Page, n: Near, seg: Segment, about: boolean): boolean {
  if (!isOneOf(p, n.hit.from - 1, IS) && !isOneOf(p, n.hit.from, IS)) return false;
  if (about) return true;
  for (let k = seg.from; k < n.hit.from; k++)
    if ((deedWord(p, k) & DEED.open) !== 0 || isOneOf(p, k, WHEN)) return true;
  return false;
}

const WHEN = ["when", "whenever", "where"];

/** Does the verb of doing stand with "was" or "were", in itself or right before it? */
export function tellsOfPast(p: Page, n: Near): boolean {
  return isOneOf(p, n.hit.from - 1, WAS) || isOneOf(p, n.hit.from, WAS);
}

/** "Injected 2021", "2021 (injected", "injected 2/2024": a year without a day, right beside the verb. */
export function yearBeside(p: Page, { hit }: Pick<Near, "hit">): boolean {
  if (isMonth(p, hit.to) || isMonth(p, hit.to + 1)) return true;
  return [hit.to, hit.to + 1, hit.from - 1, hit.from - 2].some(
    (k) =>
      p.t.type[k] === NUMBER &&
      YEAR.test(p.t.textOf(k)) &&
      !DATED.test(p.t.textOf(k - 1)) &&
      p.t.type[k - 1] !== NUMBER,
  );
}

/** "Received ... from her orthopedist in 2022": no one tells so of the day of the note; but "injected again today, as in 2022". */
export function inYear(p: Page, { from, to }: Segment): boolean {
  let told = false;
  for (let k = from; k < to; k++) {
    if (isOneOf(p, k, NOW)) return false;
    told ||= p.t.type[k] === NUMBER && isOneOf(p, k - 1, IN) && YEAR.test(p.t.textOf(k));
  }
  return told;
}

const NOW = ["today", "now", "again"];
const YEAR = /^(?:19|20)\d\d$/;
/** What stands before the year of a whole date. */
const DATED = /^[,/.-]$/;
