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

/** Builds the table. `list` holds lower-case words of plain letters; anything else in a word is ignored. */
export function wordTable(list: readonly string[]): WordTable {
  let states = 1;
  for (const w of list) states += w.length;
  const next = new Int32Array(states * WIDTH);
  const idAt = new Int32Array(states);
  let used = 1;
  list.forEach((word, i) => {
    let s = 0;
    for (let k = 0; k < word.length; k++) {
      const at = s * WIDTH + (FOLD[word.charCodeAt(k)] ?? 0);
      let to = next[at] ?? 0;
      if (to === 0) {
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

/** State after one more letter, or -1. */
export function step(table: WordTable, state: number, codeUnit: number): number {
  const to = table.next[state * WIDTH + (FOLD[codeUnit] ?? 0)] ?? 0;
  return to === 0 ? -1 : to;
}

/** Id of the word spelt by the letters in `text[start, end)`, continuing from `state`; 0 when unknown. */
export function lookup(table: WordTable, text: string, start: number, end: number, state = 0): number {
  const last = walk(table, text, start, end, state);
  return last < 0 ? 0 : (table.idAt[last] ?? 0);
}

/** State after the letters in `text[start, end)`; other characters are skipped; -1 when no word begins so. */
export function walk(table: WordTable, text: string, start: number, end: number, state = 0): number {
  let s = state;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (CLASS[c] !== LETTER) continue;
    s = step(table, s, c);
    if (s < 0) return -1;
  }
  return s;
}

/** Scanners misread 0 for o, 1 for l: id of the word meant by a run of letters and digits, 0 when none. */
export function lookupMisread(table: WordTable, text: string, start: number, end: number): number {
  for (const one of [108, 105]) {
    let s = 0;
    for (let i = start; i < end && s >= 0; i++) {
      const c = text.charCodeAt(i);
      if (CLASS[c] === LETTER) s = step(table, s, c);
      else if (CLASS[c] === DIGIT)
        s = c === 48 ? step(table, s, 111) : c === 49 ? step(table, s, one) : c === 53 ? step(table, s, 115) : -1;
    }
    const id = s < 0 ? 0 : (table.idAt[s] ?? 0);
    if (id !== 0) return id;
  }
  return 0;
}
