/**
 * Line breaks that nobody makes on purpose, whatever the width: inside a name, a bracket, a tick box or the row of a
 * table, before words that only look back ("not injected."), and a blank line after a word that no sentence ends with.
 * What such a break parts is read as more than was written, so these are mended before widths are looked at.
 */
import { tickAt } from "./bullets.ts";
import { holdsStructure } from "./entries.ts";
import { beginsAnew } from "./headings.ts";
import { is, MEANS, ROLE, type Lexicon } from "../lexicon/lexicon.ts";
import { isName, type Hit } from "../lexicon/scan.ts";
import { sentenceEnds } from "./sentences.ts";
import { HAS, LINE_START, MARK, PARAGRAPH_START, WORD, type Tokens } from "../text/tokens.ts";

/**
 * Takes the start of a line off every token at which a line was broken by accident, true when one was a blank line.
 * `hitAt` as in a page.
 */
export function mendBreaks(lex: Lexicon, t: Tokens, hits: readonly Hit[], hitAt: Int32Array): boolean {
  withinNames(t, hits);
  let row = false;
  let question = false;
  let bracket = false;
  let quoted = 0;
  let lone = false;
  let blank = false;
  let before = 0;
  let begin = 0;
  for (let l = 0; l < t.lineCount; l++) {
    if (!t.beginsLine(l)) continue;
    const k = t.lines[l] as number;
    const next = t.lineEnd(l);
    const brackets = t.holds(l, HAS.round) ? bracketsIn(t, k, next) : NO_BRACKETS;
    const parted = paragraph(t, k);
    const bar = next === k + 1 && t.isMark(k, "|");
    const torn: boolean = parted
      ? k > 0 && ((row && bar) || opensBlank(lex, t, hits, hitAt, before, l))
      : lone ||
        t.isMark(k - 1, "[") ||
        (t.isMark(k - 1, "]") && boxLeft(t, begin, k)) ||
        (row && restOfRow(t, k, next)) ||
        (question && tickAt(t, k, next) !== null) ||
        (bracket && brackets.closes && beginsAnew(t, hits, hitAt, l) !== "item") ||
        k < quoted ||
        looksBack(lex, t, hits, hitAt, l, next);
    if (torn) {
      join(t, k);
      blank ||= parted;
    } else {
      row = t.isMark(k, "|");
      begin = k;
    }
    question = (t.holds(l, HAS.question) && asks(t, k, next)) || (torn && question);
    bracket = brackets.opens;
    lone = bar && !torn;
    if (!torn && t.isMark(k, QUOTE)) quoted = quoteEnd(t, k, next);
    before = l;
  }
  return blank;
}

function join(t: Tokens, k: number): void {
  t.flags[k] = (t.flags[k] as number) & ~(LINE_START | PARAGRAPH_START);
}

function paragraph(t: Tokens, k: number): boolean {
  return ((t.flags[k] as number) & PARAGRAPH_START) !== 0;
}

/** "[ ] Trapezius [x] Levator [ ]": where boxes stand before their names, the last one waits for the next line's. */
function boxLeft(t: Tokens, from: number, k: number): boolean {
  for (let i = from; i < k; i++) {
    const box = tickAt(t, i, k);
    if (box !== null) return box.to < k && (i === from || t.isMark(i - 1, ":"));
  }
  return false;
}

/** "gluteus" / "medius". */
function withinNames(t: Tokens, hits: readonly Hit[]): void {
  for (const hit of hits)
    if (hit.to - hit.from > 1 && isName(hit)) for (let k = hit.from + 1; k < hit.to; k++) join(t, k);
}

/** In a table whose rows begin with a bar: a line that begins with none but holds one, or that ends a row left open. */
function restOfRow(t: Tokens, k: number, next: number): boolean {
  if (t.isMark(k, "|")) return !t.isMark(k - 1, "|") && t.isMark(next - 1, "|");
  for (let i = k; i < next; i++) if (t.isMark(i, "|")) return true;
  return false;
}

/** A question with its boxes on the same line: the boxes of the next line are more of its answers. */
function asks(t: Tokens, k: number, next: number): boolean {
  for (let i = k; i + 1 < next; i++) if (t.isMark(i, "?")) return tickAt(t, i + 1, next) !== null;
  return false;
}

/** Does a line close a bracket that it did not open; does it leave one open? */
interface Brackets {
  readonly closes: boolean;
  readonly opens: boolean;
}

const NO_BRACKETS: Brackets = { closes: false, opens: false };

function bracketsIn(t: Tokens, k: number, next: number): Brackets {
  let depth = 0;
  let closes = false;
  for (let i = k; i < next; i++)
    if (t.isMark(i, "(")) depth++;
    else if (t.isMark(i, ")") && depth-- === 0) {
      closes = true;
      depth = 0;
    }
  return { closes, opens: depth > 0 };
}

const QUOTE = '"';
/** Lines in a quotation at most. */
const QUOTED = 6;

/** Where the quotation ends that begins a line at token k and goes on past it; k when it does not. */
function quoteEnd(t: Tokens, k: number, next: number): number {
  for (let i = k + 1, lines = 1; i < t.n && lines <= QUOTED; i++) {
    if (paragraph(t, i)) return k;
    if (((t.flags[i] as number) & LINE_START) !== 0) lines++;
    if (t.isMark(i, QUOTE)) return i < next ? k : i;
  }
  return k;
}

/** "R elbow joint" / "not injected.": said of what stands before, for the rest of the sentence names nothing. */
function looksBack(lex: Lexicon, t: Tokens, hits: readonly Hit[], hitAt: Int32Array, l: number, next: number): boolean {
  const k = t.lines[l] as number;
  if (k === 0 || t.isMark(k - 1, ":") || t.isMark(k - 1, "|") || sentenceEnds(t, hits, hitAt, k - 1)) return false;
  if (is(lex, t.id[k] as number, ROLE.inner)) return true;
  const at = hitAt[k] as number;
  const hit = at < 0 ? undefined : hits[at];
  if (hit === undefined || (hit.bits & MEANS.status) === 0) return false;
  const cue = hit.entry.by.status;
  if (cue === undefined || cue.direction !== "backward" || cue.pseudo) return false;
  // Alone on its line it is the heading of a list, unless a full stop ends it.
  if (beginsAnew(t, hits, hitAt, l) !== null && !t.isMark(hit.to, ".")) return false;
  for (let i = k; i < next && !sentenceEnds(t, hits, hitAt, i); i++)
    if (holdsStructure(hits, hitAt, i, i + 1)) return false;
  return true;
}

/**
 * A blank line after "into the", a comma, an open bracket; or after a sentence that has not ended, before a small letter.
 * `before` is the line before line `l`.
 */
function opensBlank(
  lex: Lexicon,
  t: Tokens,
  hits: readonly Hit[],
  hitAt: Int32Array,
  before: number,
  l: number,
): boolean {
  const k = t.lines[l] as number;
  const last = k - 1;
  if (t.type[last] === MARK && !t.isMark(last, ",") && !t.isMark(last, "(") && !t.isMark(last, "[")) return false;
  if (beginsAnew(t, hits, hitAt, l) !== null) return false;
  if (t.type[last] === MARK) return true;
  const at = hitAt[last] as number;
  const side = at >= 0 && (hits[at] as Hit).entry.by.side !== undefined;
  const end = side ? last - 1 : last;
  if (is(lex, t.id[end] as number, ROLE.open)) return !t.isMark(end - 1, ":");
  if (side && (t.isMark(end, ",") || t.isMark(end, "("))) return true;
  if (!t.capitals || t.type[k] !== WORD || !small(t, k)) return false;
  if (beginsAnew(t, hits, hitAt, before) === "heading") return false;
  // A list in small letters has the length of its names; a sentence is longer.
  if (k - (t.lines[before] as number) > NAME) return true;
  const first = hitAt[k] as number;
  return first >= 0 && !isName(hits[first]) && (hits[first] as Hit).entry.by.side === undefined;
}

/** Tokens of a line that may be a name in a list. */
const NAME = 5;

/** Does the token begin with a small letter? */
export function small(t: Tokens, k: number): boolean {
  const c = t.bytes[t.start[k] as number] as number;
  return c >= 97 && c <= 122;
}
