/** What the shape of a line shows of a structure in it: the list after a colon, a field of its own, the head of a line. */
import { numberAt, unitAt } from "../structures/amounts.ts";
import type { Chain } from "../structures/chains.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { deedWord, isDetail } from "../page/single-words.ts";
import type { Segment } from "../page/layout.ts";
import type { Draft } from "../structures/mentions.ts";
import { counted, doseBeside, type Near } from "./near.ts";
import { is, MEANS, ROLE } from "../lexicon/lexicon.ts";
import { hitBefore, hitFrom, isLevel, isLink, isOneOf, isTimes, type Page } from "../page/page.ts";
import { isName } from "../lexicon/scan.ts";
import type { Setting } from "./setting.ts";
import { NUMBER, WORD } from "../text/tokens.ts";
import { DETAIL } from "../lexicon/detail-words.ts";
import { TO } from "../text/small-words.ts";
import { bodyOf } from "../page/layout.ts";

/** Into these a drug may be put merely as its way into the body. */
export const MUSCULAR = new Set(["muscle", "group", "region"]);
/** Is it a muscle, a group of them, or a place? */
export const isMuscular = (d: Draft): boolean => MUSCULAR.has(d.kind);
/** Is it a place without a name of its own? */
export const isRegion = (d: Draft): boolean => d.kind === "region";
/** Is it a joint? */
export const isJoint = (d: Draft): boolean => d.kind === "joint";
/** Is its side told? */
export const isSided = (d: Draft): boolean => d.side !== "unspecified";

/** "TPI with lidocaine 3 mL, 2 mL a muscle: L gluteus medius, ...": what stands before the colon is said of the list after it. */
export function leads(p: Page, n: Near, chain: Chain, seg: Segment): boolean {
  if (!n.before) return false;
  // "Solid filament 0.25 x 40: R trapezius (pincer) 2, R levator 1": the label holds for all that fills the field.
  if (n.hit.from >= seg.from && n.hit.to <= seg.labelEnd) return true;
  // "DN, sterile technique: L levator x2, L SCM x1": what heads the line before the colon leads all that follows.
  const low = n.hit.from - seg.from <= LEAD ? n.hit.to : Math.max(n.hit.to, chain.from - 4);
  for (let k = chain.from - 1; k >= low; k--)
    if (p.t.isMark(k, ":")) return chain.from - k <= 4 || namedIn(p, k + 1, Math.min(chain.from, k + 4));
  return false;
}

/** Tokens before the act at the head of its line, at most. */
const LEAD = 2;

/** "Joint: L glenohumeral": a field that holds one structure, no muscle, is filled in with what was entered. */
export function ownField(chain: Chain, seg: Segment): boolean {
  return (
    seg.kind === "field" &&
    chain.from > seg.labelEnd &&
    seg.to - seg.from <= 10 &&
    chain.members.every((d) => !MUSCULAR.has(d.kind))
  );
}

/** "Sites: 1) left glute med 2) left piriformis": the field that asks where. */
export function siteField(p: Page, seg: Segment): boolean {
  return seg.labelEnd > seg.from && isDetail(p, seg.from, DETAIL["asks-where"]);
}

/** "Knee 7 to 4": pain before and after, and nothing done. */
export function scored(p: Page, k: number): boolean {
  return p.t.type[k] === NUMBER && isOneOf(p, k + 1, TO) && p.t.type[k + 2] === NUMBER && unitAt(p, k + 3) === null;
}

/** "R upper trap .... 30 mm x 0.25", "L piriformis (0.30x75)": the size of the needle, in the entry of the structure. */
function sized(p: Page, from: number, to: number): boolean {
  for (let k = from; k + 2 < to && k - from < ENTRY; k++) {
    if (isName(hitFrom(p, k))) return false;
    if (p.t.type[k] !== NUMBER) continue;
    const measured = isMeasure(p, k + 1);
    const x = measured ? k + 2 : k + 1;
    if (!isTimes(p, x) || p.t.type[x + 1] !== NUMBER) continue;
    return isDetail(p, k + 1, DETAIL.gauge) || isThin(p, k) !== isThin(p, x + 1);
  }
  return false;
}

/** "0.30x60 mm to R glute med (2) and R glute min (1)": the size and "to" before the structure or the list it stands in. */
export function sizeBefore(p: Page, from: number, start: number): boolean {
  let led = false;
  for (let k = from - 1; k > start && from - k < ENTRY; k--) {
    if (p.t.type[k] === NUMBER && isTimes(p, k - 1) && isThin(p, k) !== thinBefore(p, k - 2)) return led;
    const hit = hitBefore(p, k + 1);
    if (hit !== undefined && (hit.entry.bits & BESIDE) !== 0) k = hit.from;
    else if (is(p.lex, p.t.id[k] as number, ROLE.open) || LED.test(p.t.textOf(k))) led = true;
    else if (p.t.type[k] === WORD && !isLink(p, k) && !isMeasure(p, k)) return false;
  }
  return false;
}

const BESIDE = MEANS.side | MEANS.part | MEANS.number | MEANS.noun | MEANS.act;
const LED = /^(?:placed|inserted|needles?)$/i;

/** The number that ends before the "x", past its unit. */
function thinBefore(p: Page, k: number): boolean {
  const at = isMeasure(p, k) ? k - 1 : k;
  return p.t.type[at] === NUMBER && isThin(p, at);
}

/** Tokens of an entry in which the size is looked for. */
const ENTRY = 24;
const MM = ["mm"];
const isMeasure = (p: Page, k: number): boolean => isDetail(p, k, DETAIL.gauge) || isOneOf(p, k, MM);

/** Less than a millimetre. */
const isThin = (p: Page, k: number): boolean =>
  (numberAt(p, k) as number) < 1 ||
  (p.t.isMark(k - 1, ".") && p.t.start[k] === p.t.end[k - 1] && p.t.start[k - 1] !== p.t.end[k - 2]);

/** A line that begins with the structure and goes on after a colon ("Left shoulder, posterior approach: Depo 40 mg"). */
export function colonAfter(p: Page, from: number, to: number): boolean {
  for (let k = from; k < Math.min(to, from + 8); k++) if (p.t.isMark(k, ":")) return true;
  return false;
}

/** "For the levator ani spasm: TPI to the left obturator internus": what ails one before the colon, what was done to another after it. */
export function ailsBefore(p: Page, from: number, to: number): boolean {
  let found = false;
  for (let k = from; k < Math.min(to, from + 8); k++) {
    found ||= hitFrom(p, k)?.entry.by.status?.gives === "exam";
    if (p.t.isMark(k, ":")) return found && namedIn(p, k + 1, to);
  }
  return false;
}

function namedIn(p: Page, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (isName(hitFrom(p, k))) return true;
  return false;
}

/** "Muscles were the right quadratus lumborum and ...", "Site: was": a sentence that names the places of what was done. */
export function afterNoun(p: Page, from: number, seg: Segment): boolean {
  const body = bodyOf(seg);
  const noun = isOneOf(p, body, THE) ? body + 1 : body;
  if (from - noun > 8 || !isDetail(p, noun, DETAIL["place-noun"])) return false;
  let k = noun + 1;
  while (isDetail(p, k, DETAIL.treated)) k++;
  if (!isOneOf(p, k, ARE)) return false;
  for (k++; k < from; k++) {
    const hit = hitFrom(p, k);
    if (hit !== undefined && (hit.bits & BESIDE) === 0) return false;
    if (hit === undefined && !isLink(p, k) && p.t.type[k] === WORD && !isOneOf(p, k, THE)) return false;
  }
  return true;
}

const THE = ["the", "these", "both", "all"];
const ARE = ["was", "were", "are", "is", "included", "include"];

/** Does the line consist of the structure, as in a list of sites? Not a sentence that only speaks of it. */
export function atStart(p: Page, chain: Chain, seg: Segment, setting: Setting): boolean {
  const body = chain.from >= seg.labelEnd ? bodyOf(seg) : seg.from;
  if (chain.from - body > 3 && !(setting.handed.listLike && seg.kind !== "sentence" && seg.kind !== "field"))
    return false;
  // "Supine, knee flexed on a bolster".
  if ((deedWord(p, chain.to) & DEED.posture) !== 0) return false;
  for (let k = chain.to; k < Math.min(seg.to, chain.to + 5); k++)
    if (/^(?:was|were|is|are|had|has)$/i.test(p.t.textOf(k))) return false;
  // A cell of a table that holds nothing else, an entry of a field before the next one.
  if (p.t.isMark(chain.to, "|") || (seg.kind === "field" && p.t.isMark(chain.to, ";"))) return true;
  let end = chain.to;
  // "R lumbar paraspinals L3, L4, L5"
  while (end < seg.to && (isLevel(p, end) || p.t.isMark(end, ",") || p.t.isMark(end, "-"))) end++;
  const rest = seg.to - end;
  const last = chain.members[chain.members.length - 1] as Draft;
  return (
    rest <= 5 ||
    setting.dosedHere ||
    doseBeside(p, last.to, seg.to) ||
    counted(p, last.to, seg.to) ||
    sized(p, last.to, seg.to) ||
    chain.members.length > 1 ||
    setting.handed.ticks !== null
  );
}

/** Is an amount written right after one of the structures? */
export function isDosed(p: Page, { members }: Chain, to: number): boolean {
  for (const d of members) if (doseBeside(p, d.to, to)) return true;
  return false;
}

/** "Euflexxa #2 of 3", "Synvisc 2/3", "third of five": one of a series. */
export const SERIES =
  /#\s?\d|\b\d\s?\/\s?[3-5]\b(?!\s?\/)|\b(?:\d|one|two|three|four|five|1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last|final)\b[^.;]{0,30}?\b(?:of|in)\s(?:a |the |her |his |their )?(?:series|[3-5]|three|four|five)\b/i;
/** "11/2012": a month and a year with no day. */
export const OLD_MONTH = /(?:^|[^\d/])(?:\d{1,2}\/)?(?:19|20)\d\d(?![\d/-])(?:[^:]|$)/;

/** Does a number of four digits stand in the line? */
export function yearIn({ t }: Page, { from, to }: Segment): boolean {
  for (let k = from; k < to; k++)
    if (t.type[k] === NUMBER && (t.end[k] as number) - (t.start[k] as number) === 4) return true;
  return false;
}
