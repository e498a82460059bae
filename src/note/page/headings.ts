/** What a line, or a sentence in it, begins with: a heading, the label of a field, an item, a row of a table. */
import { bullet } from "./bullets.ts";
import { lastWord } from "./entries.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { isRuled, ruledAt } from "./pasted.ts";
import { isName, type Hit } from "../lexicon/scan.ts";
import { CAPITAL, HAS, MARK_ID, NUMBER, WORD, type Tokens } from "../text/tokens.ts";
import { TODAY } from "../text/small-words.ts";

/** A sentence ends in it or with it. */
function stopped(t: Tokens, a: number, b: number): boolean {
  for (let k = a; k < b; k++) if (ended(t, k)) return true;
  return false;
}

function ended(t: Tokens, k: number): boolean {
  return t.isMark(k, ".") || t.isMark(k, ":") || t.isMark(k, "?") || t.isMark(k, "!");
}

const BAR = MARK_ID + 124;

/** Is line `l`, up to token `b`, a row of a table? */
export function isRow(t: Tokens, l: number, b: number): boolean {
  if (!t.holds(l, HAS.bar)) return false;
  const bars = barsIn(t, t.lines[l] as number, b);
  // "Trapezius | 1" in a table of three columns.
  return (
    bars >= 2 || (l > 0 && t.holds(l - 1, HAS.bar) && barsIn(t, t.lines[l - 1] as number, t.lines[l] as number) >= 2)
  );
}

function barsIn(t: Tokens, from: number, to: number): number {
  let bars = 0;
  for (let k = from; k < to; k++) if (t.id[k] === BAR) bars++;
  return bars;
}

/** What line `l` begins: an item or a row, a heading, a field of no known name; null when it may go on. */
export function beginsAnew(
  t: Tokens,
  hits: readonly Hit[],
  hitAt: Int32Array,
  l: number,
): "item" | "heading" | "field" | null {
  const k = t.lines[l] as number;
  const b = t.lineEnd(l);
  if (bullet(t, k, b).at > k || isRow(t, l, b)) return "item";
  if (t.type[k] === NUMBER && t.isMark(k + 1, "/") && t.type[k + 2] === NUMBER) return "field"; // a log by date
  const head = headingAt(t, hits, hitAt, ruledAt(t, k, b), b, t.holds(l, HAS.colon));
  return head === null ? null : head.section === "field" ? "field" : "heading";
}

/** Tokens of a heading with commas in it, at most. */
const LONG_HEADING = 20;

/** Words that may stand between a heading and its colon ("Procedure today 08/17/2023:"). */
const HEADING_SLACK = 8;

/** What a line begins with: the section it gives, or `field`, and where its colon is (past the line when it has none). */
export interface Head {
  readonly section: string;
  readonly colon: number;
}

/**
 * A heading or field label that begins at token k of a line that ends before token b: a heading phrase, or a few words,
 * before a colon. `colons`: does the line hold any?
 */
export function headingAt(
  t: Tokens,
  hits: readonly Hit[],
  hitAt: Int32Array,
  k: number,
  b: number,
  colons: boolean,
): Head | null {
  const at = k < t.n ? (hitAt[k] as number) : -1;
  const hit = at < 0 ? undefined : hits[at];
  const cue = hit === undefined || (hit.bits & MEANS.heading) === 0 ? undefined : hit.entry.by.heading;
  if (cue === undefined && !colons) return null;
  const colon = colons ? colonAfter(t, k, k + HEADING_SLACK + 1 + (hit ? hit.to - k : 0), b) : -1;
  if (colon > k && t.isMark(colon - 1, ")") && fromBefore(hits, hitAt, k, colon)) return { section: "copied", colon };
  const single = hit !== undefined && hit.to - hit.from === 1 && (t.end[k] as number) - (t.start[k] as number) <= 2;
  // "DN today with written consent:" is the label of an act, though two letters head a section only before a colon.
  if (cue !== undefined && hit !== undefined && !(single && colon !== hit.to && hit.entry.by.act !== undefined)) {
    if (colon >= 0 && (!single || colon === hit.to))
      return {
        section: isThing(t, k)
          ? (lastWord(hits, hitAt, k, colon, true) ?? cue.gives)
          : (overAct(hits, hitAt, hit, colon) ??
            withProcedure(t, hits, hitAt, hit, formOf(cue.gives, colon + 1, b), colon)),
        colon,
      };
    if (single) return null;
    // "Procedures performed after consent, left hand:": a heading with more to say; the colon ends its line.
    if (colons && t.isMark(b - 1, ":") && b - k <= LONG_HEADING && !stopped(t, hit.to, b - 1))
      return { section: overAct(hits, hitAt, hit, b - 1) ?? formOf(cue.gives, b, b), colon: b - 1 };
    if (hit.to >= b) return { section: formOf(cue.gives, b, b), colon: b };
    if (ANYWHERE.has(cue.gives) || onlyNumbers(t, hit.to, b)) return { section: formOf(cue.gives, b, b), colon: b };
    // "--- Prior visit, 7/10/2024 ---" heads a text; "Prior note reviewed." is a sentence.
    if (cue.gives === "prior-note") return isRuled(t, k, b) ? { section: cue.gives, colon: b } : null;
    const both = withProcedure(t, hits, hitAt, hit, cue.gives, b);
    if (both !== cue.gives) return { section: both, colon: b };
    // "Trigger point injection, right piriformis" says something of a structure; a heading does not.
    if (t.isMark(hit.to, ",") || (hit.entry.by.side !== undefined && named(hits, hitAt, hit.to))) return null;
    if (cue.gives === "consent-form") return null;
    const capital = ((t.flags[k] as number) & CAPITAL) !== 0;
    const title = b - k <= TITLE && !stopped(t, k, b) && upper(t, k, b);
    if (
      capital &&
      ((t.isMark(hit.to, "-") && b - hit.to > 1) || title || (b - hit.to <= 3 && !ended(t, b - 1) && k + 3 >= hit.to))
    )
      return { section: formOf(cue.gives, b, b), colon: title || !t.isMark(hit.to, "-") ? b : hit.to };
    return null;
  }
  if (colon <= k) return null;
  const acted =
    hit?.entry.by.act !== undefined
      ? saysToday(t, hit.to, colon) ||
        structured(hits, hitAt, hit.to, colon) ||
        (t.isMark(hit.to, "(") && isService(t, hits, hitAt, k, colon, b))
      : hit !== undefined && (hit.bits & LABELS_ACT) !== 0 && isService(t, hits, hitAt, k, colon, b);
  if (colon - k > (acted ? (t.isMark(colon - 1, ")") ? IN_BRACKETS : LABEL_OF_ACT) : LABEL)) return null;
  return { section: lastWord(hits, hitAt, k, colon) ?? (acted ? "procedure" : "field"), colon };
}

/** "Fluoroscopy-guided left hip joint injection:": what was done under it. */
function overAct(hits: readonly Hit[], hitAt: Int32Array, { entry, to }: Hit, colon: number): "procedure" | null {
  if (entry.by.heading?.gives !== "guidance") return null;
  for (let k = to; k < colon; k++) {
    const hit = hits[hitAt[k] as number];
    if (hit?.to === colon) return hit.entry.by.act?.gives === "injection" ? "procedure" : null;
  }
  return null;
}

/** "Procedure (copied from 5/5/2025):": what the brackets of a label say of where its text is from. */
function fromBefore(hits: readonly Hit[], hitAt: Int32Array, k: number, colon: number): boolean {
  for (let i = k; i < colon; i++) if (hits[hitAt[i] as number]?.entry.by.heading?.gives === "copied") return true;
  return false;
}

/**
 * "CONSENT FOR PROCEDURE" heads a form; "Consent for procedure: signed" is an answer. So is "Chief complaint: shoulder pain",
 * and what stands under those words alone a history.
 */
function formOf(gives: string, to: number, b: number): string {
  if (gives === "complaint") return to < b ? "indication" : "history";
  return gives === "consent-form" && to < b ? "consent" : gives;
}

/** Tokens of a label at most, and of one that begins with an act. */
const LABEL = 5;
const LABEL_OF_ACT = 9;

/** What the label of a service may hold beside the act: what it is done to, the side, the guidance, the drug. */
const LABELS_ACT =
  MEANS.term | MEANS.side | MEANS.part | MEANS.head | MEANS.substance | MEANS.guidance | MEANS.digit | MEANS.noun;

/**
 * "R knee injection:", "US-guided left hip joint injection:": a label that names the service and nothing else, before what
 * was put in, or over the lines that tell of it.
 */
function isService(t: Tokens, hits: readonly Hit[], hitAt: Int32Array, k: number, colon: number, b: number): boolean {
  let act = false;
  let named = false;
  for (let i = k; i < colon; i++) {
    if (act && t.isMark(i, "(")) break;
    const hit = hitAt[i] === -1 ? undefined : hits[hitAt[i] as number];
    if (hit === undefined) {
      if (t.type[i] === WORD) return false;
      continue;
    }
    const gives = hit.entry.by.act?.gives;
    if (gives === "injection" || gives === "needling" || gives === "aspirated") act = true;
    else if ((hit.bits & LABELS_ACT) === 0) return false;
    named ||= isName(hit);
    i = hit.to - 1;
  }
  if (!act || colon + 1 >= b) return act;
  for (let i = colon + 1; i < b; i++) {
    const at = hitAt[i] as number;
    if (at >= 0 && (((hits[at] as Hit).bits & PUT_IN) !== 0 || (!named && isName(hits[at])))) return true;
  }
  return false;
}

const PUT_IN = MEANS.substance | MEANS.unit;

/** "Arthrocentesis R 1st MTP:", "TPI R trap:": an act and where it was done. */
function structured(hits: readonly Hit[], hitAt: Int32Array, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (isName(hits[hitAt[k] as number])) return true;
  return false;
}

/** "Findings and technique:", "Exam / procedure": what was done is told of under such a heading too. */
function withProcedure(
  t: Tokens,
  hits: readonly Hit[],
  hitAt: Int32Array,
  { to }: Hit,
  gives: string,
  end: number,
): string {
  if (!BEFORE.has(gives) || to + 1 >= end || !JOINS.test(t.textOf(to))) return gives;
  const at = hitAt[to + 1] as number;
  const next = at < 0 ? undefined : hits[at];
  if (next === undefined || next.to !== end || next.entry.by.heading?.gives !== "procedure") return gives;
  // "Plan / procedure" may plan and may tell, as "assessment and plan" does.
  return gives === "plan" ? "assessment" : "procedure";
}

const BEFORE = new Set(["exam", "guidance", "medication", "assessment", "history", "indication", "context", "plan"]);
const JOINS = /^(?:and|&|\/|\+|with)$/i;

/** "Muscle palpation (0 to 3):", "Joint exam:": a label that begins with what is treated may tell of its examination. */
function isThing(t: Tokens, k: number): boolean {
  return t.isOneOf(k, THINGS);
}

const THINGS = ["muscle", "muscles", "joint", "joints", "site", "sites", "location", "locations", "trigger"];

/** Tokens in the brackets of a label at most. */
const IN_BRACKETS = 24;

/** The colon of a heading between tokens k and `most`, -1 when a sentence or a list goes on there. */
function colonAfter(t: Tokens, k: number, most: number, b: number): number {
  let depth = 0;
  let end = Math.min(b, most);
  for (let i = k; i < end; i++) {
    // What stands in brackets does not make the label longer.
    if (depth > 0 && end < b && end - most < IN_BRACKETS) end++;
    const mark = (t.id[i] as number) - MARK_ID;
    if (mark < 0) continue;
    if (mark === COLON && !(t.type[i - 1] === NUMBER && t.type[i + 1] === NUMBER)) return i;
    if (mark === OPENS) depth++;
    else if (mark === CLOSES) depth--;
    if (depth === 0 && (mark === FULL_STOP || mark === COMMA || mark === SEMICOLON)) return -1;
  }
  return -1;
}

const OPENS = 40;
const CLOSES = 41;
const COMMA = 44;
const FULL_STOP = 46;
const COLON = 58;
const SEMICOLON = 59;

/** "Right side obturator internus": a side and what it is the side of. */
function named(hits: readonly Hit[], hitAt: Int32Array, k: number): boolean {
  const at = hitAt[k] as number;
  return at >= 0 && isName(hits[at]);
}

/** Tokens of a heading in capitals at most; a sentence in capitals is longer, or ends in a full stop. */
const TITLE = 10;

/** Headings that need no colon. */
const ANYWHERE = new Set(["copied", "copied-end"]);

/** Nothing but a date or a number follows. */
function onlyNumbers(t: Tokens, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (t.type[k] === WORD) return false;
  return true;
}

/** Does the heading say that it is about today? */
export function saysToday(t: Tokens, from: number, to: number): boolean {
  for (let k = from; k < Math.min(to, from + 6); k++) if (t.isOneOf(k, TODAY)) return true;
  return false;
}

/** A heading in the middle of a line: only one with a colon. */
export function inlineHeading(
  t: Tokens,
  hits: readonly Hit[],
  hitAt: Int32Array,
  k: number,
  b: number,
  colons: boolean,
): Head | null {
  const head = colons ? headingAt(t, hits, hitAt, k, b, colons) : null;
  return head !== null && head.colon < b && t.isMark(head.colon, ":") ? head : null;
}

/** Is the whole line in capitals? */
function upper(t: Tokens, a: number, b: number): boolean {
  const text = t.textFrom(a, b);
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** "S) ... O) ... A) ... P)": sections by letter. A and P are so only after S or O, for a list may have them too. */
export function soapLetter(t: Tokens, k: number, b: number, begun: boolean): Head | null {
  if (!t.isMark(k + 1, ")") || t.type[k] !== WORD || k + 2 >= b) return null;
  const section = SOAP[t.textOf(k)];
  return section === undefined || !(begun || section === "history" || section === "exam")
    ? null
    : { section, colon: k + 1 };
}

const SOAP: Readonly<Record<string, string>> = { S: "history", O: "exam", A: "assessment", P: "plan" };
