/**
 * Lines that a screen, a fax or a mail program broke at some width. Such a break is taken out: the token after it no
 * longer begins a line, so that a sentence, a list item or a field is whole again. What shows a break is the width
 * (the next word would not have fitted) together with the words (an open end, a small letter that goes on); neither
 * alone, because lists have lines of one length and people leave sentences open.
 */
import { mendBreaks, small } from "./breaks.ts";
import { beginsAnew } from "./headings.ts";
import { is, ROLE, type Lexicon } from "../lexicon/lexicon.ts";
import { isName, type Hit } from "../lexicon/scan.ts";
import { sentenceEnds } from "./sentences.ts";
import { LINE_START, PARAGRAPH_START, WORD, type Tokens } from "../text/tokens.ts";

/** A single line at least this wide, with nothing to compare it with, may have been broken by its width. */
const WIDE = 50;
/** Narrower than this no program breaks lines. */
const NARROW = 24;
/** Breaks that the words show, before the width of a note is believed. */
const ENOUGH = 2;

/** The breaks of one note or of one paragraph, as far as its words show them. */
interface Width {
  /** Widest line, in characters. */
  widest: number;
  /** Breaks shown by the words at which the next word would not have fitted, and those at which it would. */
  full: number;
  loose: number;
  /** The same for breaks of which the words say nothing, lists left out. */
  plain: number;
}

/**
 * Takes out the line breaks that only the width has made. `hitAt` as in a page. True when a blank line went with them:
 * phrases do not cross one, so they are to be looked for again.
 */
export function unwrap(lex: Lexicon, t: Tokens, hits: readonly Hit[], hitAt: Int32Array): boolean {
  const blank = mendBreaks(lex, t, hits, hitAt);
  const n = t.lineCount;
  const state = new Uint8Array(n);
  let mended = false;
  let may = false;
  for (let l = 1; l < n; l++) {
    state[l] = t.beginsLine(l) ? breakAt(lex, t, hits, hitAt, l) : MENDED;
    if (state[l] === MENDED) mended = true;
    else if (state[l] !== NO_BREAK) may = true;
  }
  if (may) joinWrapped(t, state);
  if (may || mended) t.joinLines();
  return blank;
}

/** Takes out the breaks that the width has made, of those at which the words allow it. */
function joinWrapped(t: Tokens, state: Uint8Array): void {
  const lines = linesOf(t);
  const n = t.lineCount;
  const note = widthOf(lines, state, 0, n);
  for (let from = 0; from < n;) {
    let to = from + 1;
    while (to < n && ((t.flags[t.lines[to] as number] as number) & PARAGRAPH_START) === 0) to++;
    if (to - from > 1) {
      const own = widthOf(lines, state, from, to);
      for (let l = from + 1; l < to; l++)
        if (wrapped(lines, l, state[l] as number, note, own)) {
          const k = t.lines[l] as number;
          t.flags[k] = (t.flags[k] as number) & ~LINE_START;
        }
    }
    from = to;
  }
}

interface Lines {
  /** Width of each line with its indentation. */
  readonly width: readonly number[];
  /** Width the line would have with the first word of the next. */
  readonly next: readonly number[];
}

function linesOf(t: Tokens): Lines {
  const width: number[] = [];
  const next: number[] = [];
  for (let l = 0; l < t.lineCount; l++) {
    const after = l + 1 < t.lineCount ? (t.lines[l + 1] as number) : t.n;
    const from = t.lineAt[l] as number;
    width.push((t.end[after - 1] as number) - from);
    next.push((t.end[after - 1] as number) - from + 1 + wordWidth(t, after));
  }
  return { width, next };
}

/** Characters up to the next space. */
function wordWidth(t: Tokens, k: number): number {
  if (k >= t.n) return 0;
  const from = t.start[k] as number;
  let i = from;
  while (i < t.text.length && i - from < 60 && t.text.charCodeAt(i) > 32) i++;
  return i - from;
}

const NO_BREAK = 0;
const LISTED = 1;
const NEUTRAL = 2;
const SMALL = 3;
const OPEN = 4;
/** Goes on whatever the width: an end that no line has on purpose, a small letter after running prose. */
const SURE = 5;
/** Taken out already, and a sign that the width breaks lines. */
const MENDED = 6;

/** What the words say of the break before line `l`: nothing can go on here, it may, it does (small letter, open end). */
function breakAt(lex: Lexicon, t: Tokens, hits: readonly Hit[], hitAt: Int32Array, l: number): number {
  const k = t.lines[l] as number;
  if (((t.flags[k] as number) & PARAGRAPH_START) !== 0) return NO_BREAK;
  const last = k - 1;
  if (closed(t, hits, hitAt, last) || titled(t, l)) return NO_BREAK;
  const open = goesOn(lex, t, hits, hitAt, last);
  const goes = t.capitals && t.type[k] === WORD && small(t, k);
  const anew = beginsAnew(t, hits, hitAt, l);
  if (anew === "item" || (anew !== null && !goes && (anew === "heading" || !open))) return NO_BREAK;
  if (anew === "heading") return NEUTRAL;
  if (open) return anew === null ? SURE : OPEN;
  if (listed(hits, hitAt, k)) return LISTED;
  return goes ? (anew === null && inProse(lex, t, last) ? SURE : SMALL) : NEUTRAL;
}

/** Does the line that ends at `last` hold a small word that only sentences have ("the", "her", "was")? */
function inProse(lex: Lexicon, t: Tokens, last: number): boolean {
  for (let k = last; k >= 0; k--) {
    const id = t.id[k] as number;
    if (is(lex, id, ROLE.open) && !is(lex, id, ROLE.join)) return true;
    if (((t.flags[k] as number) & LINE_START) !== 0) return false;
  }
  return false;
}

/** No line ends on purpose with a comma, "and", "approx.", or a side that follows one of them ("and the left"). */
function goesOn(lex: Lexicon, t: Tokens, hits: readonly Hit[], hitAt: Int32Array, last: number): boolean {
  if (openMark(t, last)) return true;
  // "Infraspinatus  L  1.0  no": the last cell of a row.
  if ((t.start[last] as number) - (t.end[last - 1] as number) > 1 && !t.isMark(last - 1, ".")) return false;
  // "Trapezius, left: No" is whole.
  if (is(lex, t.id[last] as number, ROLE.open)) return !t.isMark(last - 1, ":");
  const stop = t.isMark(last, ".");
  const at = hitAt[stop ? last - 1 : last] as number;
  if (at === undefined || at < 0) return false;
  const { side, abbreviation } = (hits[at] as Hit).entry.by;
  if (stop || side === undefined) return stop && side === undefined && abbreviation !== undefined;
  return openMark(t, last - 1) || t.isMark(last - 1, ".") || is(lex, t.id[last - 1] as number, ROLE.open);
}

function openMark(t: Tokens, k: number): boolean {
  return t.isMark(k, ",") || t.isMark(k, "(") || t.isMark(k, "/") || t.isMark(k, "&") || t.isMark(k, "+");
}

/** Lines that begin with a side or a structure may be a list. */
function listed(hits: readonly Hit[], hitAt: Int32Array, k: number): boolean {
  const at = hitAt[k] as number;
  const hit = at < 0 ? undefined : hits[at];
  return hit !== undefined && (isName(hit) || hit.entry.by.side !== undefined);
}

function closed(t: Tokens, hits: readonly Hit[], hitAt: Int32Array, last: number): boolean {
  if (t.isMark(last, ":") || t.isMark(last, ";") || t.isMark(last, "|") || t.isMark(last, "]")) return true;
  return sentenceEnds(t, hits, hitAt, last);
}

/** A line in capitals before one that is not: a title. */
function titled(t: Tokens, l: number): boolean {
  const k = t.lines[l] as number;
  if (!capitals(t, k - 1)) return false;
  const next = t.lineEnd(l);
  let to = k;
  while (to < next && capitals(t, to)) to++;
  if (to === next) return false;
  let from = k - 1;
  while (from > 0 && ((t.flags[from] as number) & LINE_START) === 0) if (!capitals(t, from--)) return false;
  return capitals(t, from) && t.type[from] === WORD;
}

/** No small letter in it. */
function capitals(t: Tokens, k: number): boolean {
  for (let i = t.start[k] as number; i < (t.end[k] as number); i++) {
    const c = t.bytes[i] as number;
    if (c >= 97 && c <= 122) return false;
  }
  return true;
}

function widthOf(lines: Lines, state: Uint8Array, from: number, to: number): Width {
  const w: Width = { widest: 0, full: 0, loose: 0, plain: 0 };
  for (let i = from; i < to; i++) w.widest = Math.max(w.widest, lines.width[i] as number);
  for (let i = from + 1; i < to; i++) {
    const full = (lines.next[i - 1] as number) > w.widest;
    if ((state[i] as number) >= SMALL) {
      if (full) w.full++;
      else w.loose++;
    } else if ((state[i] as number) > NO_BREAK) w.plain += full && state[i] === NEUTRAL ? 1 : -ENOUGH;
  }
  return w;
}

/** Enough breaks that the words show, or, where the words say nothing, all of them as wide as they can be. */
function believed(w: Width): boolean {
  return w.full >= ENOUGH ? w.full > w.loose : w.loose === 0 && w.full + w.plain >= ENOUGH;
}

/** Was the break before line i made by the width? */
function wrapped(lines: Lines, i: number, state: number, note: Width, own: Width): boolean {
  if (state === NO_BREAK || state === MENDED) return false;
  const width = lines.width[i - 1] as number;
  const next = lines.next[i - 1] as number;
  for (const w of [note, own]) if (w.widest >= NARROW && next > w.widest && believed(w)) return true;
  if (state === SURE) return true;
  return state >= SMALL && (width >= WIDE || (state === OPEN && width >= NARROW && next > own.widest));
}
