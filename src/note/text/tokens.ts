/**
 * The words, numbers and marks of a note with their places and lines. The arrays are reused from note to note (nothing
 * is kept of an earlier one), so reading allocates little.
 */
import { bytesOf } from "./chars.ts";

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

/** Bits of `lineMarks`: marks that only some lines hold. */
export const HAS = { bar: 1, brace: 2, square: 4, round: 8, question: 16, colon: 32, box: 64 } as const;

/**
 * Bits of `signs`: characters that may belong to a program and not to the note; those beyond ASCII may show nothing.
 * `dots`: two full stops side by side; `page`: something that stands at the foot of pages;
 * `gap`: three spaces side by side; `wide`: two that begin no line; `glued`: a comma with a letter right after it.
 */
export const SIGN = {
  equals: 1,
  bar: 2,
  quote: 4,
  tag: 8,
  backslash: 16,
  emphasis: 32,
  beyond: 64,
  dots: 128,
  page: 256,
  gap: 512,
  glued: 1024,
  wide: 2048,
} as const;

/** A token that is several words run together: where each of them ends, their ids, and whether the last begins a line. */
export interface Cut {
  readonly at: number;
  readonly ends: readonly number[];
  readonly ids: readonly number[];
  readonly line: boolean;
}

/** Places beyond the last token that are looked at. */
const BEYOND = 8;

/** The tokens of one text, by number from 0: place (UTF-16 offsets), word id, type and flags. Filled anew for each note. */
export class Tokens {
  text = "";
  /** A byte for each code unit of the text. */
  bytes: Uint8Array = new Uint8Array(0);
  n = 0;
  /** Does any word begin with a capital? Where none does, a small letter says nothing. */
  capitals = false;
  start = new Int32Array(0);
  end = new Int32Array(0);
  /** Word id, NUMBER_ID + value, MARK_ID + code unit; 0 for an unknown word or a long number. */
  id = new Int32Array(0);
  type = new Uint8Array(0);
  flags = new Uint8Array(0);
  /** Lines with tokens in them: how many, the first token of each, where in the text it begins, marks in it (`HAS`). */
  lineCount = 0;
  lines = new Int32Array(0);
  lineAt = new Int32Array(0);
  lineMarks = new Uint8Array(0);
  /** Marks in any of them. */
  marks = 0;
  /** Signs of a program in the text (`SIGN`). */
  signs = 0;
  /**
   * Stretches of digits with nothing between them ("0.25" is two): how many, where each begins, how long it is. Dates and
   * printed codes are looked for there and nowhere else.
   */
  digitCount = 0;
  digitAt = new Int32Array(0);
  digitLength = new Int32Array(0);

  /** Makes ready for the tokens of a text: there are no more of them than characters. */
  take(text: string): void {
    this.text = text;
    this.bytes = bytesOf(text, this.bytes);
    this.n = 0;
    this.lineCount = 0;
    this.marks = 0;
    this.signs = this.bytes[text.length + 1] === 1 ? 0 : SIGN.beyond;
    this.capitals = false;
    this.digitCount = 0;
    if (this.start.length > text.length) return;
    const room = Math.max(4096, 2 * text.length);
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.id = new Int32Array(room);
    this.type = new Uint8Array(room);
    this.flags = new Uint8Array(room);
    this.digitAt = new Int32Array(room);
    this.digitLength = new Int32Array(room);
    this.lines = new Int32Array(room);
    this.lineAt = new Int32Array(room);
    this.lineMarks = new Uint8Array(room);
  }

  push(type: number, start: number, end: number, id: number, flags: number): void {
    const i = this.n++;
    this.start[i] = start;
    this.end[i] = end;
    this.id[i] = id;
    this.type[i] = type;
    this.flags[i] = flags;
  }

  /** Takes out the tokens of this id; none of them begins a line. */
  drop(id: number): void {
    let k = 0;
    let line = 0;
    for (let i = 0; i < this.n; i++) {
      if (this.id[i] === id) continue;
      if (this.lines[line] === i && line < this.lineCount) this.lines[line++] = k;
      this.start[k] = this.start[i] as number;
      this.end[k] = this.end[i] as number;
      this.id[k] = this.id[i] as number;
      this.type[k] = this.type[i] as number;
      this.flags[k] = this.flags[i] as number;
      k++;
    }
    this.n = k;
  }

  /** Cuts tokens into the words that they are, `cuts` in order: from the last on, for those after them move. */
  cut(cuts: readonly Cut[]): void {
    let more = cuts.reduce((n, c) => n + c.ids.length - 1, 0);
    let line = this.lineCount - 1;
    let i = this.n - 1;
    this.n += more;
    for (let c = cuts.length - 1; c >= 0; c--) {
      const { at, ends, ids, line: begins } = cuts[c] as Cut;
      for (; i > at; i--) this.move(i, i + more);
      for (; line >= 0 && (this.lines[line] as number) > at; line--)
        this.lines[line] = (this.lines[line] as number) + more;
      more -= ids.length - 1;
      const [first, flags] = [this.start[at] as number, this.flags[at] as number];
      for (let k = ids.length - 1; k >= 0; k--) {
        const to = at + more + k;
        this.start[to] = k === 0 ? first : (ends[k - 1] as number);
        this.end[to] = ends[k] as number;
        this.id[to] = ids[k] as number;
        this.type[to] = WORD;
        this.flags[to] = k === 0 ? flags : CAPITAL;
      }
      if (begins) this.lineWithin(line, at + more + ids.length - 1);
      i = at - 1;
    }
  }

  private move(from: number, to: number): void {
    this.start[to] = this.start[from] as number;
    this.end[to] = this.end[from] as number;
    this.id[to] = this.id[from] as number;
    this.type[to] = this.type[from] as number;
    this.flags[to] = this.flags[from] as number;
  }

  /** Token `first`, in line `l`, begins a line of its own. */
  private lineWithin(l: number, first: number): void {
    for (let i = this.lineCount++; i > l + 1; i--) {
      this.lines[i] = this.lines[i - 1] as number;
      this.lineAt[i] = this.lineAt[i - 1] as number;
      this.lineMarks[i] = this.lineMarks[i - 1] as number;
    }
    this.lines[l + 1] = first;
    this.lineAt[l + 1] = this.start[first] as number;
    this.lineMarks[l + 1] = this.lineMarks[l] as number;
    this.flags[first] = (this.flags[first] as number) | LINE_START;
  }

  /** Ends the tokens: what looks a few places beyond the last finds nothing, not what an earlier text left there. */
  seal(): void {
    for (let i = this.n; i < Math.min(this.n + BEYOND, this.start.length); i++) {
      this.start[i] = this.text.length;
      this.end[i] = this.text.length;
      this.id[i] = 0;
      this.type[i] = 0;
      this.flags[i] = 0;
    }
  }

  /** Token `first` begins a line, which begins at `at` in the text. */
  beginLine(at: number, first: number): void {
    const l = this.lineCount++;
    this.lines[l] = first;
    this.lineAt[l] = at;
    this.lineMarks[l] = 0;
  }

  /** The token's characters as they stand in the note. */
  textOf(i: number): string {
    return this.text.slice(this.start[i], this.end[i]);
  }

  /** The characters from token `from` to the end of the one before token `to`. */
  textFrom(from: number, to: number): string {
    return this.text.slice(this.start[from], this.end[to - 1]);
  }

  /** Is token `i` that mark? */
  isMark(i: number, mark: string): boolean {
    if (i < 0 || i >= this.n) return false;
    // Most tokens asked about are words: they are told apart before a character is looked up.
    const id = this.id[i] as number;
    return id >= MARK_ID && id === MARK_ID + mark.charCodeAt(0);
  }

  /** Is token `i` one of these words of plain small letters, in whatever case it is written? Makes no string. */
  isOneOf(i: number, words: readonly string[]): boolean {
    if (i < 0 || i >= this.n || this.type[i] !== WORD) return false;
    const start = this.start[i] as number;
    const length = (this.end[i] as number) - start;
    const first = (this.bytes[start] as number) | SMALL;
    for (const word of words)
      if (word.length === length && word.charCodeAt(0) === first && spells(this.text, start, word)) return true;
    return false;
  }

  /** First token after line `l`, or `n`; a line whose first token no longer begins one is part of the line before. */
  lineEnd(l: number): number {
    let next = l + 1;
    while (next < this.lineCount && !this.beginsLine(next)) next++;
    return next < this.lineCount ? (this.lines[next] as number) : this.n;
  }

  /** Does line `l` hold one of these marks (bits of `HAS`)? */
  holds(l: number, bits: number): boolean {
    let held = this.lineMarks[l] as number;
    for (let next = l + 1; next < this.lineCount && !this.beginsLine(next); next++)
      held |= this.lineMarks[next] as number;
    return (held & bits) !== 0;
  }

  /** Does any line? */
  has(bits: number): boolean {
    return (this.marks & bits) !== 0;
  }

  /** Does the first token of line `l` still begin one? */
  beginsLine(l: number): boolean {
    return ((this.flags[this.lines[l] as number] as number) & LINE_START) !== 0;
  }

  /** Takes out the lines that have become part of the one before. */
  joinLines(): void {
    let k = 0;
    for (let l = 0; l < this.lineCount; l++) {
      if (l > 0 && !this.beginsLine(l)) {
        this.lineMarks[k - 1] = (this.lineMarks[k - 1] as number) | (this.lineMarks[l] as number);
        continue;
      }
      this.lines[k] = this.lines[l] as number;
      this.lineAt[k] = this.lineAt[l] as number;
      this.lineMarks[k++] = this.lineMarks[l] as number;
    }
    this.lineCount = k;
  }
}

/** Turns a capital into its small letter. */
const SMALL = 32;

function spells(text: string, start: number, word: string): boolean {
  for (let i = 1; i < word.length; i++) if ((text.charCodeAt(start + i) | SMALL) !== word.charCodeAt(i)) return false;
  return true;
}
