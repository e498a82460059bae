/**
 * Words misread by a scanner: signs that look alike are taken for each other ("lnjection", "rnedius", "nol"). The word
 * table is walked with each of the signs that may have been meant; one word must come out, else none is taken.
 */
import { FOLD } from "./chars.ts";
import { LOST, ROOT, type WordTable } from "./words.ts";

/** What a sign or two may have been, by what was read. Letters only; digits are read in words.ts. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  l: ["i", "t"],
  i: ["l", "t"],
  t: ["l", "i"],
  j: ["i"],
  c: ["e", "o"],
  e: ["c", "o"],
  o: ["e", "c"],
  b: ["h"],
  h: ["b"],
  n: ["u", "h"],
  u: ["n"],
  v: ["y"],
  m: ["rn"],
  d: ["cl"],
  w: ["vv"],
  rn: ["m"],
  cl: ["d"],
  ci: ["d"],
  ii: ["u"],
  vv: ["w"],
};

/** Signs misread in a short word, and in one from this length on. */
const LONG = 7;

/** Id of the one word of `wanted` that the letters of `word` may have been, 0 when there is none or more than one. */
export function lookalike(table: WordTable, word: string, wanted: ReadonlySet<number>): number {
  let found = 0;
  let tie = false;
  const walk = (at: number, state: number, left: number): void => {
    if (state === LOST || tie) return;
    if (at === word.length) {
      const id = table.idAt[state] as number;
      if (id === 0 || id === found || !wanted.has(id)) return;
      if (found !== 0) tie = true;
      found = id;
      return;
    }
    walk(at + 1, after(table, state, word[at] as string), left);
    if (left === 0) return;
    for (const length of [1, 2])
      for (const meant of MEANT[word.slice(at, at + length)] ?? [])
        if (at + length <= word.length) walk(at + length, after(table, state, meant), left - 1);
  };
  walk(0, ROOT, word.length < LONG ? 1 : 2);
  return tie ? 0 : found;
}

function after(table: WordTable, state: number, letters: string): number {
  let s = state;
  for (let i = 0; i < letters.length && s !== LOST; i++)
    s = table.next[s * 27 + (FOLD[letters.charCodeAt(i)] as number)] as number;
  return s;
}
