/**
 * The shape of a note: lines, list items, table rows, fields, sentences, and the section each stands in.
 * A segment is the stretch in which a cue word may act on a structure.
 */
import { lineStart } from "./chars.ts";
import { holdsStructure, lastWord, pastChoices } from "./entries.ts";
import { bullet } from "./bullets.ts";
import { type Hit, isName, lineEnd } from "./scan.ts";
import { CAPITAL, HAS, MARK, NUMBER, PARAGRAPH_START, SPACED, WORD, type Tokens } from "./tokens.ts";

export interface Segment {
  readonly from: number;
  readonly to: number;
  /** `gives` of the section's heading cue; "none" before the first heading. */
  readonly section: string;
  /** Counts headings, so that two PROCEDURE sections stay apart. */
  readonly sectionNo: number;
  readonly kind: "sentence" | "item" | "row" | "field" | "heading";
  readonly paragraph: number;
  readonly line: number;
  /** Indentation in characters, for lists under a lead line. */
  readonly indent: number;
  /** Tick box at the start of the item; null when there is none. */
  readonly tick: boolean | null;
  /** Tokens of the field label or heading before the colon; from === to when there is none. */
  readonly label: readonly [number, number];
  readonly first: boolean;
}

/** Words that may stand between a heading and its colon ("Procedure today 08/17/2023:"). */
const HEADING_SLACK = 8;
/** Cuts the note into segments. `hitAt[i]` is the index of the hit that begins at token i, or -1. */
export function layout(t: Tokens, hits: readonly Hit[], hitAt: Int32Array): Segment[] {
  const out: Segment[] = [];
  let section = "none";
  let sectionNo = 0;
  let paragraph = 0;
  let line = -1;
  let copied = false;
  let inline = false;
  let host = section;
  let aside = false;
  for (let a = 0; a < t.n;) {
    const b = lineEnd(t, a);
    line++;
    if (((t.flags[a] as number) & PARAGRAPH_START) !== 0) paragraph++;
    const indent = indentOf(t, a);
    const body = bullet(t, a, b);
    const row = isRow(t, a, b);
    const head = headingAt(t, hits, hitAt, body.at, b);
    const isItem = body.at > a && !(head === null && bulleted(t, hits, hitAt, a, body, b));
    if (head === null && inline && !isItem && !row && ((t.flags[a] as number) & PARAGRAPH_START) !== 0 && !copied) {
      section = "none";
      sectionNo++;
      inline = false;
    }
    if (head !== null && !row) {
      if (head.section === "copied") copied = true;
      else if (head.section === "copied-end" || saysToday(t, body.at, b)) copied = false;
      if (head.section === "field" && aside && !copied) {
        section = host;
        sectionNo++;
        aside = false;
      }
      const before = section;
      section = head.section === "field" ? section : copied ? "copied" : head.section;
      if (head.section !== "field") {
        sectionNo++;
        aside = ASIDES.has(head.section) && head.colon + 1 < b && b - head.colon <= ASIDE;
        // "Date of service: 06/02/2025" at the head of a note: what follows is the note, not more of the date.
        if ((aside || head.colon === b) && section === "context" && before === "none") section = before;
        if (!aside) host = section;
        inline = head.colon + 1 < b && !LASTING.has(head.section);
      }
    }
    const kind = row ? "row" : isItem ? "item" : head !== null ? "field" : "sentence";
    // Written out field by field: one hidden class for every segment, no copying.
    const add = (
      from: number,
      to: number,
      as: Segment["kind"],
      label: readonly [number, number],
      first: boolean,
    ): void => {
      out.push({ from, to, section, sectionNo, kind: as, paragraph, line, indent, tick: body.tick, label, first });
    };
    if (head !== null && head.colon + 1 >= b) {
      add(body.at, b, "heading", [body.at, head.colon], true);
    } else {
      let from = body.at;
      let first = true;
      let label: readonly [number, number] = head !== null ? [body.at, pastChoices(t, head.colon, b)] : [from, from];
      for (let k = body.at; k + 1 < b; k++) {
        if (t.type[k] !== MARK) continue;
        const next = t.isMark(k, ";") ? inlineHeading(t, hits, hitAt, k + 1, b) : null;
        const field = next !== null && !holdsStructure(hits, hitAt, k + 1, next.colon) ? next : null;
        if (field === null && !sentenceEnds(t, hits, hitAt, k)) continue;
        add(from, k + 1, kind, label, first);
        from = k + 1;
        first = false;
        label = [from, from];
        const inner = field ?? inlineHeading(t, hits, hitAt, from, b);
        if (inner !== null) label = [from, inner.colon];
        if (inner !== null && inner.section !== "field") {
          section = copied ? "copied" : inner.section;
          sectionNo++;
        }
      }
      if (from < b) add(from, b, kind, label, first);
    }
    a = b;
  }
  return out;
}

function indentOf(t: Tokens, a: number): number {
  const at = t.start[a] as number;
  return at - lineStart(t.text, at);
}

/** Tokens of a list item at most, when it has more than one sentence. */
const ITEM = 25;

/** A paragraph with a bullet before it: no item of a list. */
function bulleted(
  t: Tokens,
  hits: readonly Hit[],
  hitAt: Int32Array,
  a: number,
  body: { at: number; tick: boolean | null },
  b: number,
): boolean {
  if (t.type[a] !== MARK || body.tick !== null || b - a <= ITEM) return false;
  for (let k = body.at; k + 1 < b; k++) if (sentenceEnds(t, hits, hitAt, k)) return true;
  return false;
}

/** A sentence ends in it or with it. */
function stopped(t: Tokens, a: number, b: number): boolean {
  for (let k = a; k < b; k++) if (ended(t, k)) return true;
  return false;
}

function ended(t: Tokens, k: number): boolean {
  return t.isMark(k, ".") || t.isMark(k, ":") || t.isMark(k, "?") || t.isMark(k, "!");
}

const BAR = 2_000_000 + 124;

function isRow(t: Tokens, a: number, b: number): boolean {
  if (!t.has(HAS.bar)) return false;
  let bars = 0;
  for (let k = a; k < b; k++) if (t.id[k] === BAR) bars++;
  return bars >= 2;
}

/** What the line at token k begins: an item or a row, a heading, a field of no known name; null when it may go on. */
export function beginsAnew(
  t: Tokens,
  hits: readonly Hit[],
  hitAt: Int32Array,
  k: number,
): "item" | "heading" | "field" | null {
  const b = lineEnd(t, k);
  if (bullet(t, k, b).at > k || isRow(t, k, b)) return "item";
  if (t.type[k] === NUMBER && t.isMark(k + 1, "/") && t.type[k + 2] === NUMBER) return "field"; // a log by date
  const head = headingAt(t, hits, hitAt, k, b);
  return head === null ? null : head.section === "field" ? "field" : "heading";
}

interface Head {
  readonly section: string;
  readonly colon: number;
}

/** A heading or field label that begins at token k: a heading phrase, or a few words, before a colon. */
function headingAt(t: Tokens, hits: readonly Hit[], hitAt: Int32Array, k: number, b: number): Head | null {
  const hit = hitAt[k] === undefined || hitAt[k] < 0 ? undefined : hits[hitAt[k]];
  const cue = hit === undefined ? undefined : hit.entry.by.heading;
  let colon = -1;
  let depth = 0;
  for (let i = k; i < b && i <= k + HEADING_SLACK + (hit ? hit.to - k : 0); i++) {
    if (t.type[i] !== MARK) continue;
    if (t.isMark(i, ":") && !(t.type[i - 1] === NUMBER && t.type[i + 1] === NUMBER)) {
      colon = i;
      break;
    }
    if (t.isMark(i, "(")) depth++;
    else if (t.isMark(i, ")")) depth--;
    if (depth === 0 && (t.isMark(i, ".") || t.isMark(i, ",") || t.isMark(i, ";"))) break;
  }
  if (cue !== undefined && hit !== undefined) {
    const single = hit.to - hit.from === 1 && (t.end[k] as number) - (t.start[k] as number) <= 2;
    if (colon >= 0 && (!single || colon === hit.to))
      return { section: isThing(t, k) ? (lastWord(hits, hitAt, k, colon, true) ?? cue.gives) : cue.gives, colon };
    if (single) return null;
    if (hit.to >= b) return { section: cue.gives, colon: b };
    if (ANYWHERE.has(cue.gives) || onlyNumbers(t, hit.to, b)) return { section: cue.gives, colon: b };
    // "Trigger point injection, right piriformis" says something of a structure; a heading does not.
    if (t.isMark(hit.to, ",") || (hit.entry.by.side !== undefined && named(hits, hitAt, hit.to))) return null;
    const capital = ((t.flags[k] as number) & CAPITAL) !== 0;
    const title = b - k <= TITLE && !stopped(t, k, b) && upper(t, k, b);
    if (
      capital &&
      ((t.isMark(hit.to, "-") && b - hit.to > 1) || title || (b - hit.to <= 3 && !ended(t, b - 1) && k + 3 >= hit.to))
    )
      return { section: cue.gives, colon: title || !t.isMark(hit.to, "-") ? b : hit.to };
    return null;
  }
  return colon > k && colon - k <= 5 ? { section: lastWord(hits, hitAt, k, colon) ?? "field", colon } : null;
}

/** "Muscle palpation (0 to 3):", "Joint exam:": a label that begins with what is treated may tell of its examination. */
function isThing(t: Tokens, k: number): boolean {
  return THINGS.has(t.textOf(k).toLowerCase());
}

const THINGS = new Set(["muscle", "muscles", "joint", "joints", "site", "sites", "location", "locations", "trigger"]);

/** "Right side obturator internus": a side and what it is the side of. */
function named(hits: readonly Hit[], hitAt: Int32Array, k: number): boolean {
  return isName(hits[hitAt[k] as number]);
}

/** Tokens of a heading in capitals at most; a sentence in capitals is longer, or ends in a full stop. */
const TITLE = 10;

/** Sections that go on past a blank line even when their text began on the heading's own line. */
const LASTING = new Set(["procedure", "addendum", "copied", "consent", "education"]);

/** "Consent: Y", "EBL: none": a short answer on the heading's own line; the next field is no part of it. */
const ASIDES = new Set(["consent", "outcome", "context", "indication"]);
const ASIDE = 7;

/** Headings that need no colon. */
const ANYWHERE = new Set(["copied", "copied-end"]);

/** Nothing but a date or a number follows. */
function onlyNumbers(t: Tokens, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (t.type[k] === WORD) return false;
  return true;
}

function saysToday(t: Tokens, from: number, to: number): boolean {
  for (let k = from; k < Math.min(to, from + 6); k++)
    if (t.type[k] === WORD && t.textOf(k).toLowerCase() === "today") return true;
  return false;
}

function inlineHeading(t: Tokens, hits: readonly Hit[], hitAt: Int32Array, k: number, b: number): Head | null {
  const head = headingAt(t, hits, hitAt, k, b);
  return head !== null && head.colon < b && t.isMark(head.colon, ":") ? head : null;
}

/** Is the whole line in capitals? */
function upper(t: Tokens, a: number, b: number): boolean {
  const text = t.text.slice(t.start[a], t.end[b - 1]);
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** Does a sentence end after token k? */
export function sentenceEnds(t: Tokens, hits: readonly Hit[], hitAt: Int32Array, k: number): boolean {
  if (t.type[k] !== MARK) return false;
  if (!(t.isMark(k, ".") || t.isMark(k, "?") || t.isMark(k, "!"))) return false;
  const next = k + 1;
  if (((t.flags[next] as number) & SPACED) === 0) return false;
  if (t.isMark(k, ".") && k > 0 && t.type[k - 1] === WORD && (t.end[k - 1] as number) === (t.start[k] as number)) {
    const length = (t.end[k - 1] as number) - (t.start[k - 1] as number);
    const hit = hitAt[k - 1] === undefined || (hitAt[k - 1] as number) < 0 ? undefined : hits[hitAt[k - 1] as number];
    if (hit !== undefined && hit.entry.by.abbreviation !== undefined)
      return hit.entry.by.abbreviation.gives === "noun" && begins(t, hits, hitAt, next);
    if (length === 1 && ((t.flags[k - 1] as number) & CAPITAL) !== 0) return false;
    // A side or a short form in mid-sentence ("Lt. rhomboid") goes on in lower case, if the note has another.
    if (t.capitals && length <= 4 && t.type[next] === WORD && ((t.flags[next] as number) & CAPITAL) === 0) return false;
  }
  return true;
}

/** After a short form that is a noun ("glut min. R bursa ...") a capital or a side begins the next sentence. */
function begins(t: Tokens, hits: readonly Hit[], hitAt: Int32Array, k: number): boolean {
  const at = hitAt[k];
  if (at === undefined || at < 0) return t.capitals && ((t.flags[k] as number) & CAPITAL) !== 0;
  const { side, substance } = (hits[at] as Hit).entry.by;
  return side !== undefined || (((t.flags[k] as number) & CAPITAL) !== 0 && t.capitals && substance === undefined);
}
