/**
 * Sentences that tell of an earlier injection by when it was: "returns six weeks after trigger point injections (7/16: both
 * trapezii, 10 mL)", "on 4/6 I injected the bursa". They are history, wherever they stand but in the procedure itself.
 */
import { DEED } from "../lexicon/deed-words.ts";
import { deedWord } from "./single-words.ts";
import type { Segment } from "./layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { firstWith, hitBefore, hitFrom, holds, isLink, isOneOf, nextWith, type Page } from "./page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { ELSEWHERE, OTHER_DAYS } from "./sections.ts";
import { NUMBER, WORD } from "../text/tokens.ts";
import { ON } from "../text/small-words.ts";

/** Sections that tell of today, or have said already that they do not. */
const KEPT = new Set<string>(["procedure", "addendum", "not-done", ...ELSEWHERE]);
/** Words between "after" and the act, and between the visit and "after", at most. */
const REACH = 8;
const LISTED = MEANS.term | MEANS.side | MEANS.part | MEANS.substance | MEANS.number | MEANS.guidance | MEANS.head;

/** Moves such sentences of `segments`, which are those of the page, into the history. */
export function tellEarlier(p: Page, segments: Segment[]): void {
  let list: Segment | null = null;
  for (let no = 0; no < segments.length; no++) {
    const here = segments[no] as Segment;
    const within: boolean = list !== null && isWithin(list, here);
    if (here.kind === "heading" && !within) list = LISTS.has(here.section) ? here : null;
    else if (list !== null && (within || (here.section === "procedure" && isEntry(p, list, here))))
      segments[no] = { ...here, section: list.section };
    // "PROCEDURE: TPI" right under a plan is no more of it.
    else if (here.section === "procedure" && here.labelEnd > here.from) list = null;
    if (!holds(p, no, MEANS.act | MEANS.substance)) continue;
    const seg = segments[no] as Segment;
    if (KEPT.has(seg.section)) continue;
    if (opensWithDate(p, seg) || isAfterAct(p, no, seg) || isOnDay(p, seg))
      segments[no] = { ...seg, section: "history" };
  }
}

/** "Orders placed this encounter", with "Procedures" set in under it: all that is set in belongs to it. */
function isWithin(list: Segment, seg: Segment): boolean {
  return (
    list.section === "plan" &&
    NESTED.has(seg.section) &&
    seg.indent >= list.indent + 2 &&
    seg.paragraph <= list.paragraph + 1
  );
}

const NESTED = new Set<string>(["procedure", "medication"]);

/** Headings over lists of what is not of today. */
const LISTS = new Set<string>([...OTHER_DAYS, "not-done"]);

/**
 * "Prior treatments:" and, under it, "TPI R trap: lidocaine 1 mL": a label that begins with an act heads a procedure elsewhere;
 * in such a list, up to a blank line, it is one more entry.
 */
function isEntry(p: Page, list: Segment, seg: Segment): boolean {
  if (seg.paragraph > list.paragraph + (seg.kind === "item" ? 1 : 0)) return false;
  const hit = hitFrom(p, seg.from);
  return hit !== undefined && (hit.entry.by.heading === undefined || hit.entry.by.act !== undefined);
}

/** Is an act named as what came before: so long after it, or at a visit after it? */
function isAfterAct(p: Page, no: number, seg: Segment): boolean {
  for (let h = firstWith(p, no, ACTS); h >= 0; h = nextWith(p, no, ACTS, h)) {
    const { from, entry } = p.hits[h] as Hit;
    if (entry.by.act === undefined ? !isAfter(p, from) : !NAMED.has(entry.by.act.gives)) continue;
    if (isRemembered(p, p.hits[h] as Hit, seg)) return true;
    const at = entry.by.act === undefined ? from : afterBefore(p, from, seg.from);
    if (at >= 0 && isLater(p, at, seg.from)) return true;
  }
  return false;
}

/** "The injection I gave her in March", "the shot we did last time", "the injection that she had in the spring": one of another day. */
function isRemembered(p: Page, { from, to, entry }: Hit, seg: Segment): boolean {
  if (entry.by.act?.gives !== "injection") return false;
  let k = isOneOf(p, to, THAT) ? to + 1 : to;
  if (!isOneOf(p, k, WHO)) return false;
  k++;
  const did = isOneOf(p, k, DID);
  if (!(did || isOneOf(p, k, HAD)) || afterBefore(p, from, seg.from) === from - 1) return false;
  for (let i = k + 1; i < Math.min(seg.to, k + REACH); i++) {
    if (isOneOf(p, i, NOW)) return false;
    if (isOneOf(p, i, THEN) || (deedWord(p, i) & DEED.span) !== 0) return true;
  }
  return did && isOneOf(p, firstOf(p, from, seg.from) - 1, DEFINITE);
}

/** The first token of the noun phrase that ends at the act ("first trigger thumb" injection). */
function firstOf(p: Page, from: number, start: number): number {
  let k = from;
  while (k > start) {
    const hit = hitBefore(p, k);
    if (hit === undefined || (hit.bits & LISTED) === 0) break;
    k = hit.from;
  }
  return k;
}

const THAT = ["that", "which"];
const WHO = ["i", "we", "she", "he", "they"];
const DID = ["gave", "did", "performed", "provided", "administered"];
const HAD = ["had", "got", "received"];
const NOW = ["today", "now", "this"];
const THEN = ["in", "last", "ago", "before", "back", "previously", "earlier"];
const DEFINITE = ["the", "that", "those", "first", "last", "previous", "prior"];

/** "Post injection" is one phrase, and no act. */
const ACTS = MEANS.act | MEANS.status;
const NAMED = new Set(["injection", "needling", "block", "inject", "injected", "needled"]);

/** The word "after" before the act, with nothing but what the act is of between; -1 when there is none. */
function afterBefore(p: Page, from: number, start: number): number {
  for (let k = from - 1; k >= start && from - k <= REACH; k--) {
    if (isAfter(p, k)) return k;
    const hit = hitBefore(p, k + 1);
    if (hit !== undefined && (hit.bits & LISTED) !== 0) k = hit.from;
    else if (!isLink(p, k) && !p.t.isMark(k, "-") && (deedWord(p, k) & DEED.whose) === 0) return -1;
  }
  return -1;
}

const isAfter = (p: Page, k: number): boolean => (deedWord(p, k) & DEED.after) !== 0 || isOneOf(p, k, SINCE);
const SINCE = ["since"];

/** A stretch of time right before "after", or words of a visit a little before it ("here after", "back for follow up after"). */
function isLater(p: Page, at: number, start: number): boolean {
  for (let k = at - 1; k >= start && at - k <= REACH; k--) {
    const word = deedWord(p, k);
    if ((word & DEED.span) !== 0 && at - k <= 2) return true;
    if ((word & DEED.visit) !== 0) return true;
    if (p.t.isMark(k, ".") || p.t.isMark(k, ";") || p.t.isMark(k, ":")) return false;
  }
  return false;
}

/**
 * "On 8/12 the left deltoid was injected", "July at ortho: 40 mg": a day without a year, or a month, at the head of a
 * sentence that goes on is not the day of the note.
 */
export function opensWithDate(p: Page, seg: Segment): boolean {
  const { t } = p;
  const k = seg.from;
  const day = t.type[k + 1] === NUMBER && t.isMark(k + 2, "/") && t.type[k + 3] === NUMBER && !t.isMark(k + 4, "/");
  if (day) return /^(?:on|since)$/i.test(t.textOf(k));
  return t.type[k] === WORD && t.type[k + 1] === WORD && MONTH.test(t.textOf(k));
}

/** "3/2021": a month and a year, as of earlier care; a whole date may be today's. */
export function isMonth(p: Page, k: number): boolean {
  const { t } = p;
  return (
    t.type[k] === NUMBER &&
    t.isMark(k + 1, "/") &&
    t.type[k + 2] === NUMBER &&
    (t.end[k + 2] as number) - (t.start[k + 2] as number) === 4 &&
    !t.isMark(k - 1, "/")
  );
}

/** "I injected the sheath on March 3rd with 10 mg": a day without a year, after the act. */
function isOnDay(p: Page, seg: Segment): boolean {
  const { t } = p;
  for (let k = seg.from + 3; k < seg.to; k++)
    if (
      t.type[k] === NUMBER &&
      isOneOf(p, k - 2, ON) &&
      (isOneOf(p, k - 1, MAY) || MONTH.test(t.textOf(k - 1))) &&
      !yearAfter(p, k)
    )
      return actBefore(p, seg.from, k);
  return false;
}

/** After "on" and before a number it is a month. */
const MAY = ["may"];

function yearAfter({ t }: Page, k: number): boolean {
  for (let i = k + 1; i <= k + 3 && i < t.n; i++) if (t.type[i] === NUMBER && t.textOf(i).length === 4) return true;
  return false;
}

function actBefore(p: Page, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (hitFrom(p, k)?.entry.by.act?.gives === "injected") return true;
  return false;
}

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
