/**
 * One pass over the note: words, numbers, marks, with their places. The arrays are reused from note to
 * note (nothing is kept of an earlier one), so reading allocates little.
 */
import { CLASS, DIGIT, fieldBreak, FOLD, LETTER, NEWLINE, PLAIN, PUNCT, SKIP, SPACE } from "./chars.ts";
import { lookup, lookupMisread, ROOT, step, type WordTable } from "./words.ts";

export const WORD = 1;
export const NUMBER = 2;
export const MARK = 3;

/** Bits of `flags`. */
export const LINE_START = 1;
export const SPACED = 2;
export const PARAGRAPH_START = 4;
export const CAPITAL = 8;

/** Ids of whole numbers below 1000 in phrases ("1st dorsal compartment"). */
export const NUMBER_ID = 1_000_000;
/** Ids of marks: MARK_ID + code unit. */
export const MARK_ID = 2_000_000;

/** The tokens of one text, by number from 0: place (UTF-16 offsets), word id, type and flags. Filled anew for each note. */
export class Tokens {
  text = "";
  n = 0;
  /** Does any word begin with a capital? Where none does, a small letter says nothing. */
  capitals = false;
  /** Does it hold a bar, as tables do? */
  bars = false;
  start: Int32Array = new Int32Array(4096);
  end: Int32Array = new Int32Array(4096);
  /** Word id, NUMBER_ID + value, MARK_ID + code unit; 0 for an unknown word or a long number. */
  id: Int32Array = new Int32Array(4096);
  type: Uint8Array = new Uint8Array(4096);
  flags: Uint8Array = new Uint8Array(4096);

  push(type: number, start: number, end: number, id: number, flags: number): void {
    const i = this.n++;
    if (i >= this.start.length) this.grow();
    this.start[i] = start;
    this.end[i] = end;
    this.id[i] = id;
    this.type[i] = type;
    this.flags[i] = flags;
  }

  /** The token's characters as they stand in the note. */
  textOf(i: number): string {
    return this.text.slice(this.start[i], this.end[i]);
  }

  /** Is token `i` that mark? */
  isMark(i: number, mark: string): boolean {
    return i >= 0 && i < this.n && this.id[i] === MARK_ID + mark.charCodeAt(0);
  }

  private grow(): void {
    const size = this.start.length * 2;
    const wider = (a: Int32Array): Int32Array => {
      const b = new Int32Array(size);
      b.set(a);
      return b;
    };
    const widerBytes = (a: Uint8Array): Uint8Array => {
      const b = new Uint8Array(size);
      b.set(a);
      return b;
    };
    this.start = wider(this.start);
    this.end = wider(this.end);
    this.id = wider(this.id);
    this.type = widerBytes(this.type);
    this.flags = widerBytes(this.flags);
  }
}

/** Splits `text` into `out`. Linear in the length of the text. */
export function tokenise(text: string, table: WordTable, out: Tokens): void {
  out.text = text;
  out.n = 0;
  out.capitals = false;
  out.bars = text.includes("|");
  let flags = LINE_START | PARAGRAPH_START;
  let newlines = 0;
  let i = 0;
  const length = text.length;
  while (i < length) {
    const c = text.charCodeAt(i);
    const cls = CLASS[c] as number;
    if (cls === SKIP) {
      i++;
    } else if (cls === SPACE) {
      flags |= SPACED;
      i++;
    } else if (cls === NEWLINE) {
      if (!(c === 10 && i > 0 && text.charCodeAt(i - 1) === 13)) newlines++;
      flags |= SPACED | LINE_START | (newlines > 1 ? PARAGRAPH_START : 0);
      i++;
    } else if (cls === PUNCT && (c === 126 || c === 92) && fieldBreak(text, i) > 0) {
      newlines++;
      flags |= SPACED | LINE_START | (newlines > 1 ? PARAGRAPH_START : 0);
      i += fieldBreak(text, i);
    } else {
      newlines = 0;
      i = cls === PUNCT ? mark(i, c, flags, out) : run(text, i, table, flags, out);
      flags = 0;
    }
  }
}

function mark(i: number, c: number, flags: number, out: Tokens): number {
  out.push(MARK, i, i + 1, MARK_ID + (PLAIN[c] as number), flags);
  return i + 1;
}

/** A run of letters and digits: one word, one number, or pieces of both ("x3", "1cc", "L5"). */
function run(text: string, from: number, table: WordTable, flags: number, out: Tokens): number {
  const { length } = text;
  let i = from;
  let state = ROOT; // the word is looked up while it is scanned
  let c = 0;
  for (; i < length; i++) {
    c = text.charCodeAt(i);
    if (FOLD[c] === 0) break;
    state = step(table, state, c);
  }
  if (i < length && CLASS[c] !== SPACE && CLASS[c] !== PUNCT && CLASS[c] !== NEWLINE)
    return mixed(text, from, i, state, table, flags, out);
  push(text, from, i, table.idAt[state] as number, flags, out);
  return i;
}

/** A run that is not of plain letters alone: after those up to `at` it goes on with digits, other letters, or characters to skip. */
function mixed(
  text: string,
  from: number,
  at: number,
  plain: number,
  table: WordTable,
  flags: number,
  out: Tokens,
): number {
  let i = at;
  let letters = at - from;
  let digits = 0;
  let state = plain;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const cls = CLASS[c];
    if (cls === LETTER) {
      letters++;
      state = step(table, state, c);
    } else if (cls === DIGIT) digits++;
    else if (cls !== SKIP) break;
  }
  let end = i;
  while (end > from && CLASS[text.charCodeAt(end - 1)] === SKIP) end--;
  if (digits === 0) {
    push(text, from, end, table.idAt[state] as number, flags, out);
  } else if (letters === 0) {
    return number(text, from, end, flags, out);
  } else {
    // "n0t": a zero between two letters is a letter.
    const zero = letters === 2 && end - from === 3 && text.charCodeAt(from + 1) === 48;
    const misread = letters >= 3 || zero ? lookupMisread(table, text, from, end) : 0;
    if (misread !== 0) out.push(WORD, from, end, misread, flags);
    else return pieces(text, from, end, table, flags, out);
  }
  return i;
}

function word(text: string, from: number, end: number, table: WordTable, flags: number, out: Tokens): void {
  push(text, from, end, lookup(table, text, from, end), flags, out);
}

function push(text: string, from: number, end: number, id: number, flags: number, out: Tokens): void {
  const first = text.charCodeAt(from);
  const capital = first >= 65 && first <= 90;
  if (capital) out.capitals = true;
  out.push(WORD, from, end, id, capital ? flags | CAPITAL : flags);
}

function number(text: string, from: number, end: number, flags: number, out: Tokens): number {
  let stop = end;
  // A decimal point belongs to the number only when a digit follows: "0.25", not "L5."
  if (CLASS[text.charCodeAt(stop + 1)] === DIGIT && text.charCodeAt(stop) === 46) {
    stop++;
    while (CLASS[text.charCodeAt(stop)] === DIGIT) stop++;
    out.push(NUMBER, from, stop, 0, flags);
    return stop;
  }
  // "2,500" is one number; "5,6" and "20552,76942" are two.
  if (
    stop - from <= 3 &&
    text.charCodeAt(stop) === 44 &&
    CLASS[text.charCodeAt(stop + 1)] === DIGIT &&
    CLASS[text.charCodeAt(stop + 2)] === DIGIT &&
    CLASS[text.charCodeAt(stop + 3)] === DIGIT &&
    CLASS[text.charCodeAt(stop + 4)] !== DIGIT
  ) {
    out.push(NUMBER, from, stop + 4, 0, flags);
    return stop + 4;
  }
  out.push(NUMBER, from, stop, stop - from <= 3 ? NUMBER_ID + Number(text.slice(from, stop)) : 0, flags);
  return stop;
}

function pieces(text: string, from: number, end: number, table: WordTable, flags: number, out: Tokens): number {
  let i = from;
  let f = flags;
  while (i < end) {
    const cls = CLASS[text.charCodeAt(i)];
    let k = i + 1;
    while (k < end && (CLASS[text.charCodeAt(k)] === cls || CLASS[text.charCodeAt(k)] === SKIP)) k++;
    if (cls === DIGIT) k = number(text, i, k, f, out);
    else word(text, i, k, table, f, out);
    f = 0;
    i = k;
  }
  return Math.max(i, end);
}
