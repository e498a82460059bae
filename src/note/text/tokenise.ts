/** One pass over the note: its words, numbers and marks, in time linear in its length. */
import { CLASS, DIGIT, fieldBreak, FOLD, LETTER, NEWLINE, plainMark, SKIP, SPACE } from "./chars.ts";
import {
  CAPITAL,
  HAS,
  LINE_START,
  MARK,
  MARK_ID,
  NUMBER,
  NUMBER_ID,
  PARAGRAPH_START,
  SIGN,
  SPACED,
  WORD,
  type Tokens,
} from "./tokens.ts";
import { find, lookup, lookupMisread, tail, whole, type WordTable } from "./words.ts";

/** Splits `text` into `out`. */
export function tokenise(text: string, table: WordTable, out: Tokens): void {
  out.take(text);
  cut(table, out);
}

/** Splits what `out` has taken in. A word of letters alone, as most are, is dealt with at once. */
export function cut(table: WordTable, out: Tokens): void {
  const { text, bytes, start, end, id, type, flags: flagsOf } = out;
  const { length } = text;
  let n = 0;
  let flags = LINE_START | PARAGRAPH_START;
  let newlines = 0;
  let lineAt = 0;
  let capital = false;
  for (let i = 0; i < length;) {
    const b = bytes[i] as number;
    let letter = FOLD[b] as number;
    if (letter !== 0) {
      const from = i;
      // What the word is looked up by is kept while it is scanned.
      let w = 0;
      let t = 0;
      do {
        w = whole(w, letter);
        t = tail(t, letter);
        letter = FOLD[bytes[++i] as number] as number;
      } while (letter !== 0);
      if ((flags & LINE_START) !== 0) out.beginLine(lineAt, n);
      const next = CLASS[bytes[i] as number];
      if (next === DIGIT || next === SKIP) {
        out.n = n;
        i = mixed(from, i, table, flags, out);
        n = out.n;
        flags = newlines = 0;
        continue;
      }
      if (b < SMALL_A) {
        flags |= CAPITAL;
        capital = true;
        if ((b === P || b === F) && isOfPage(bytes, from)) out.signs |= SIGN.page;
      }
      start[n] = from;
      end[n] = i;
      id[n] = find(table, w, t, i - from, bytes, from, i);
      type[n] = WORD;
      flagsOf[n++] = flags;
      flags = newlines = 0;
      if (next !== SPACE) continue;
      flags = SPACED;
      i++;
      continue;
    }
    const cls = CLASS[b] as number;
    if (cls === SPACE) {
      flags |= SPACED;
      if (bytes[i - 1] === BLANK) {
        if ((flags & LINE_START) === 0) out.signs |= SIGN.wide;
        if (bytes[i + 1] === BLANK) out.signs |= SIGN.gap;
      }
      i++;
    } else if (cls === SKIP) {
      i++;
    } else if (cls === NEWLINE || ((b === TILDE || b === BACKSLASH) && fieldBreak(text, i) > 0)) {
      if (cls !== NEWLINE) out.signs |= b === TILDE ? SIGN.emphasis : SIGN.backslash;
      else if (b === FORM_FEED) out.signs |= SIGN.page;
      if (!(b === 10 && i > 0 && bytes[i - 1] === 13)) newlines++;
      flags |= SPACED | LINE_START | (newlines > 1 ? PARAGRAPH_START : 0);
      i += cls === NEWLINE ? 1 : fieldBreak(text, i);
      lineAt = i;
    } else {
      if ((flags & LINE_START) !== 0) out.beginLine(lineAt, n);
      if (cls === DIGIT) {
        out.n = n;
        i = mixed(i, i, table, flags, out);
        n = out.n;
      } else {
        start[n] = i;
        end[n] = i + 1;
        id[n] = mark(i, b, out);
        type[n] = MARK;
        flagsOf[n++] = flags;
        i++;
      }
      flags = newlines = 0;
    }
  }
  out.n = n;
  if (capital) out.capitals = true;
}

const ZERO = 48;
const SMALL_A = 97;
const TILDE = 126;
const BACKSLASH = 92;

/** Does a tick box begin at `i` with the mark `c`, or something that looks like one: ☐, ☑, ( ), (x)? */
function isBox({ text, bytes }: Tokens, i: number, c: number): boolean {
  if (c === OPENS)
    return bytes[i + 2] === CLOSES && (bytes[i + 1] === BLANK || ((bytes[i + 1] as number) | BLANK) === SMALL_X);
  return c >= 128 && BOXES.includes(text[i] as string);
}

/** "Page", "PAGE", "Printed", "FAX"; now and then another word. */
function isOfPage(bytes: Uint8Array, from: number): boolean {
  const second = bytes[from + 1];
  const third = (bytes[from + 2] as number) | SMALL;
  if (bytes[from] === F) return second === CAPITAL_A && third === SMALL_X;
  return third === SMALL_G || (second === SMALL_R && third === SMALL_I && bytes[from + 3] === SMALL_N);
}

const SMALL = 32;
const CAPITAL_A = 65;
const F = 70;
const P = 80;
const SMALL_G = 103;
const SMALL_I = 105;
const SMALL_N = 110;
const SMALL_R = 114;
const LINE_FEED = 10;
const FORM_FEED = 12;
const HYPHEN = 45;

const BOXES = "☐☑☒□";
const BLANK = 32;
const OPENS = 40;
const CLOSES = 41;
const SMALL_X = 120;

/** Bits of `HAS` by the mark's code. */
const MARK_BITS = new Uint8Array(128);
for (const [marks, bit] of [
  ["|", HAS.bar],
  ["{}", HAS.brace],
  ["[", HAS.square | HAS.box],
  ["]", HAS.square],
  ["()", HAS.round],
  ["?", HAS.question],
  [":", HAS.colon],
] as const)
  for (const mark of marks) MARK_BITS[mark.charCodeAt(0)] = bit;

/** Bits of `SIGN` by the mark's code. */
const MARK_SIGNS = new Uint8Array(128);
for (const [marks, bit] of [
  ["=", SIGN.equals],
  ["|", SIGN.bar],
  ['"', SIGN.quote],
  ["<&", SIGN.tag],
  ["\\", SIGN.backslash],
  ["_*~", SIGN.emphasis],
] as const)
  for (const mark of marks) MARK_SIGNS[mark.charCodeAt(0)] = bit;

/** Id of the mark `b` at `i`; what it shows of the line and the text is written down. */
function mark(i: number, b: number, out: Tokens): number {
  const c = b < 128 ? b : plainMark(out.text, out.bytes, i);
  const bit = (c < 128 ? (MARK_BITS[c] as number) : 0) | (isBox(out, i, c) ? HAS.box : 0);
  if (bit !== 0) {
    const line = out.lineCount - 1;
    out.lineMarks[line] = (out.lineMarks[line] as number) | bit;
    out.marks |= bit;
  }
  if (c < 128) out.signs |= MARK_SIGNS[c] as number;
  if (c === POINT && out.bytes[i - 1] === POINT) out.signs |= SIGN.dots;
  else if (c === COMMA && CLASS[out.bytes[i + 1] as number] === LETTER) out.signs |= SIGN.glued;
  else if (c === HYPHEN && out.bytes[i + 1] === BLANK && out.bytes[i - 1] === LINE_FEED) out.signs |= SIGN.page;
  return MARK_ID + c;
}

/**
 * A run of letters and digits that is no plain word: one word, one number, or pieces of both ("x3", "1cc", "L5"). Up
 * to `at` it has letters.
 */
function mixed(from: number, at: number, table: WordTable, flags: number, out: Tokens): number {
  const { bytes } = out;
  let i = at;
  let letters = at - from;
  let digits = 0;
  for (; ; i++) {
    const cls = CLASS[bytes[i] as number];
    if (cls === LETTER) letters++;
    else if (cls === DIGIT) digits++;
    else if (cls !== SKIP) break;
  }
  let end = i;
  while (end > from && CLASS[bytes[end - 1] as number] === SKIP) end--;
  if (digits === 0) {
    word(from, end, lookup(table, bytes, from, end), flags, out);
  } else if (letters === 0) {
    return number(from, end, flags, out);
  } else {
    // "n0t": a zero between two letters is a letter.
    const zero = letters === 2 && end - from === 3 && bytes[from + 1] === ZERO;
    const misread =
      (letters >= 3 || zero) && letters + digits <= table.longest ? lookupMisread(table, bytes, from, end) : 0;
    if (misread === 0) return pieces(from, end, table, flags, out);
    out.push(WORD, from, end, misread, flags);
  }
  return i;
}

function word(from: number, end: number, id: number, flags: number, out: Tokens): void {
  const capital = (out.bytes[from] as number) < SMALL_A;
  if (capital) out.capitals = true;
  if (capital && isOfPage(out.bytes, from)) out.signs |= SIGN.page;
  out.push(WORD, from, end, id, capital ? flags | CAPITAL : flags);
}

function number(from: number, end: number, flags: number, out: Tokens): number {
  const { bytes } = out;
  const next = bytes[end];
  let stop = end;
  let id = 0;
  // A decimal point belongs to the number only when a digit follows: "0.25", not "L5."
  if (next === POINT && digitsFrom(bytes, end + 1) > 0) stop += 1 + digitsFrom(bytes, end + 1);
  // "2,500" is one number; "5,6" and "20552,76942" are two.
  else if (next === COMMA && end - from <= 3 && digitsFrom(bytes, end + 1) === 3) stop += 4;
  else if (end - from <= 3) id = NUMBER_ID + valueOf(bytes, from, end);
  out.push(NUMBER, from, stop, id, flags);
  stretches(from, stop, out);
  return stop;
}

/** Notes where digits stand in the number. */
function stretches(from: number, stop: number, out: Tokens): void {
  for (let i = from; i < stop; i++) {
    const length = digitsFrom(out.bytes, i);
    if (length === 0) continue;
    out.digitAt[out.digitCount] = i;
    out.digitLength[out.digitCount++] = length;
    i += length;
  }
}

const POINT = 46;
const COMMA = 44;

/** How many digits stand at `i`. */
function digitsFrom(bytes: Uint8Array, i: number): number {
  let k = i;
  while (CLASS[bytes[k] as number] === DIGIT) k++;
  return k - i;
}

function valueOf(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const b = bytes[i] as number;
    if (CLASS[b] === DIGIT) value = 10 * value + b - ZERO;
  }
  return value;
}

function pieces(from: number, end: number, table: WordTable, flags: number, out: Tokens): number {
  const { bytes } = out;
  let i = from;
  let f = flags;
  while (i < end) {
    const cls = CLASS[bytes[i] as number];
    let k = i + 1;
    while (k < end && (CLASS[bytes[k] as number] === cls || CLASS[bytes[k] as number] === SKIP)) k++;
    if (cls === DIGIT) k = number(i, k, f, out);
    else word(i, k, lookup(table, bytes, i, k), f, out);
    f = 0;
    i = k;
  }
  return Math.max(i, end);
}
