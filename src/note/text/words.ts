/**
 * The word table. Two numbers stand for a word, kept while it is scanned letter by letter, and are looked up at once:
 * no string is made, and the time does not depend on how many words the rulebook knows.
 */
import { bytesOf, CLASS, DIGIT, FOLD, NO_LETTER } from "./chars.ts";

export interface WordTable {
  /**
   * Open addressing; four numbers a slot: `whole` and `tail` of a word, its id (0: empty), where in `letters` those of a
   * long word stand (0: not long).
   */
  readonly slots: Int32Array;
  /** Letters of the long words, folded, each word with a 0 before and after it. */
  readonly letters: Uint8Array;
  /** Letters of the longest word. */
  readonly longest: number;
  /** The words; ids count from 1 in this order. */
  readonly list: readonly string[];
}

const SLOT = 4;
/** No two words of up to so many letters share both numbers: `tail` tells the last six, and what is left of `whole` the first six. */
const EXACT = 12;

/** The letters as the digits of a number to the base 31, as far as it goes into 32 bits, after one more. */
export const whole = (before: number, letter: number): number => ((before << 5) - before + letter) | 0;

/** The last six letters, five bits each, after one more. */
export const tail = (before: number, letter: number): number => (before << 5) | letter;

/** Builds the table. `list` holds lower-case words. */
export function wordTable(list: readonly string[]): WordTable {
  let size = 64;
  while (size < 3 * list.length) size *= 2;
  const slots = new Int32Array(size * SLOT);
  const letters: number[] = [0];
  const longest = list.reduce((most, word) => Math.max(most, word.length), 0);
  const bytes = new Uint8Array(longest + 2);
  list.forEach((word, i) => {
    bytesOf(word, bytes);
    const long = word.length > EXACT;
    const from = long ? letters.length : 0;
    let w = 0;
    let t = 0;
    for (let k = 0; k < word.length; k++) {
      const letter = FOLD[bytes[k] as number] as number;
      w = whole(w, letter);
      t = tail(t, letter);
      if (long) letters.push(letter);
    }
    if (long) letters.push(0);
    let s = slotOf(slots, w);
    while (slots[s + 2] !== 0) s = (s + SLOT) & (slots.length - 1);
    slots.set([w, t, i + 1, from], s);
  });
  return { slots, letters: Uint8Array.from(letters), longest, list };
}

/** Where the search for a word begins: the first bits of a product, which all of its letters have a part in. */
const slotOf = (slots: Int32Array, w: number): number => (Math.imul(w, 0x9e3779b1) >>> 10) & (slots.length - SLOT);

/**
 * Id of the word with these numbers and so many letters, 0 when unknown. They are the letters of `bytes[start, end)`,
 * whatever else stands there.
 */
export function find(
  table: WordTable,
  w: number,
  t: number,
  letters: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  letterOf = FOLD,
): number {
  const { slots } = table;
  for (let s = slotOf(slots, w); slots[s + 2] !== 0; s = (s + SLOT) & (slots.length - 1)) {
    if (slots[s] !== w || slots[s + 1] !== t) continue;
    const long = slots[s + 3] as number;
    if (letters <= EXACT ? long === 0 : long !== 0 && same(table.letters, long, bytes, start, end, letterOf))
      return slots[s + 2] as number;
  }
  return 0;
}

function same(
  letters: Uint8Array,
  from: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  letterOf: Uint8Array,
): boolean {
  let at = from;
  for (let i = start; i < end; i++) {
    const letter = letterOf[bytes[i] as number] as number;
    if (letter !== 0 && letter !== letters[at++]) return false;
  }
  return letters[at] === 0;
}

/** Id of the word spelt by the letters in `bytes[start, end)`, other characters skipped; 0 when unknown. */
export function lookup(table: WordTable, bytes: Uint8Array, start: number, end: number, letterOf = FOLD): number {
  let w = 0;
  let t = 0;
  let letters = 0;
  for (let i = start; i < end; i++) {
    const letter = letterOf[bytes[i] as number] as number;
    if (letter === 0) continue;
    w = whole(w, letter);
    t = tail(t, letter);
    letters++;
  }
  return find(table, w, t, letters, bytes, start, end, letterOf);
}

/** Scanners misread 0 for o, 1 for l or i, 5 for s: two readings of each byte. */
const MISREAD = [12, 9].map((one) => {
  const letterOf = FOLD.map((letter, b) => (CLASS[b] === DIGIT ? NO_LETTER : letter));
  letterOf[48] = 15;
  letterOf[49] = one;
  letterOf[53] = 19;
  return letterOf;
});

/** Id of the word meant by a run of letters and digits, 0 when none. */
export function lookupMisread(table: WordTable, bytes: Uint8Array, start: number, end: number): number {
  for (const letterOf of MISREAD) {
    const id = lookup(table, bytes, start, end, letterOf);
    if (id !== 0) return id;
  }
  return 0;
}
