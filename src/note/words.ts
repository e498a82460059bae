/**
 * The word table: one dense trie over folded letters. A word of the note is looked up while it is being
 * scanned, without making a string, in time that does not depend on how many words the rulebook knows.
 */
import { CLASS, DIGIT, FOLD, LETTER } from "./chars.ts";

const WIDTH = 27;

export interface WordTable {
  /** Two bytes a state while they suffice: half the table stays in the processor's cache. */
  readonly next: Int32Array | Uint16Array;
  /** Word id at a state, 0 for none. Ids count from 1 in the order given. */
  readonly idAt: Int32Array;
  readonly list: readonly string[];
}

/** No word begins so. Every letter leads from here to here, so that a lost word costs no question. */
export const LOST = 0;
/** Before the first letter. */
export const ROOT = 1;

/** Builds the table. `list` holds lower-case words of plain letters; anything else in a word is ignored. */
export function wordTable(list: readonly string[]): WordTable {
  let states = 2;
  for (const w of list) states += w.length;
  const next = new Int32Array(states * WIDTH);
  const idAt = new Int32Array(states);
  let used = 2;
  list.forEach((word, i) => {
    let s = ROOT;
    for (let k = 0; k < word.length; k++) {
      const at = s * WIDTH + (FOLD[word.charCodeAt(k)] ?? 0);
      let to = next[at] ?? 0;
      if (to === LOST) {
        to = used++;
        next[at] = to;
      }
      s = to;
    }
    idAt[s] = i + 1;
  });
  const table = next.slice(0, used * WIDTH);
  return { next: used < 65_536 ? Uint16Array.from(table) : table, idAt: idAt.slice(0, used), list };
}

/** State after one more letter. */
export function step(table: WordTable, state: number, codeUnit: number): number {
  return table.next[state * WIDTH + (FOLD[codeUnit] as number)] as number;
}

/** Id of the word spelt by the letters in `text[start, end)`; 0 when unknown. */
export function lookup(table: WordTable, text: string, start: number, end: number): number {
  return table.idAt[walk(table, text, start, end)] as number;
}

/** State after the letters in `text[start, end)`; other characters are skipped. */
export function walk(table: WordTable, text: string, start: number, end: number, state = ROOT): number {
  let s = state;
  for (let i = start; i < end && s !== LOST; i++) {
    const c = text.charCodeAt(i);
    if (CLASS[c] === LETTER) s = step(table, s, c);
  }
  return s;
}

/** Scanners misread 0 for o, 1 for l: id of the word meant by a run of letters and digits, 0 when none. */
export function lookupMisread(table: WordTable, text: string, start: number, end: number): number {
  for (const one of [108, 105]) {
    let s = ROOT;
    for (let i = start; i < end && s !== LOST; i++) {
      const c = text.charCodeAt(i);
      if (CLASS[c] === LETTER) s = step(table, s, c);
      else if (CLASS[c] === DIGIT)
        s = c === 48 ? step(table, s, 111) : c === 49 ? step(table, s, one) : c === 53 ? step(table, s, 115) : LOST;
    }
    const id = table.idAt[s] as number;
    if (id !== 0) return id;
  }
  return 0;
}
