/**
 * Words misread by a scanner: signs that look alike are taken for each other ("lnjection", "rnedius", "nol"). One word
 * of those that may have been meant must come out, else none is taken.
 */
import { lettersOf, type Letters } from "../text/letters.ts";
import type { Lexicon } from "./lexicon.ts";

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

/**
 * What each letter is drawn with, more coarsely than anyone reads: words that may have been taken for each other are
 * drawn alike. Every pair of `MEANT` is, so that words drawn otherwise need not be compared.
 */
const DRAWN: Readonly<Record<string, string>> = {
  l: "i",
  t: "i",
  j: "i",
  e: "c",
  o: "c",
  y: "v",
  n: "ii",
  u: "ii",
  h: "ii",
  b: "ii",
  m: "rii",
  d: "ci",
  w: "vv",
};

/** Signs misread in a short word, and in one from this length on. */
const LONG = 7;

/** A pair of `MEANT` as letters. */
interface Misreading {
  readonly read: readonly number[];
  readonly meant: readonly number[];
}

const code = (letter: string): number => letter.charCodeAt(0) - 96;
const codes = (letters: string): number[] => Array.from(letters, code);

/** Misreadings by the first letter read. */
const MISREADINGS: readonly Misreading[][] = Array.from({ length: 28 }, () => []);
for (const [read, all] of Object.entries(MEANT))
  for (const meant of all) MISREADINGS[code(read)]?.push({ read: codes(read), meant: codes(meant) });

/** A drawing is a number to the base 31, its strokes the digits. For each letter: what it is moved by, what is added. */
const SHIFT = new Int32Array(28);
const STROKES = new Int32Array(28);
for (let letter = 1; letter <= 27; letter++) {
  const name = String.fromCharCode(letter + 96);
  const strokes = codes(DRAWN[name] ?? name);
  SHIFT[letter] = 31 ** strokes.length;
  STROKES[letter] = strokes.reduce((drawn, stroke) => 31 * drawn + stroke, 0);
}

interface Wanted {
  readonly id: number;
  readonly word: Letters;
}

/** Id of the one word that the letters may have been, 0 when there is none or more than one. */
export type Lookalike = (word: Letters) => number;

/** Sorts the words that a misread one may be taken for by how they are drawn, once for a lexicon. */
export function lookalikes(lex: Lexicon): Lookalike {
  const byDrawing = new Map<number, Wanted[]>();
  for (const id of new Set(lex.readable)) {
    const word = lettersOf(lex.table.list[id - 1] as string);
    const drawn = drawing(word);
    byDrawing.set(drawn, [...(byDrawing.get(drawn) ?? []), { id, word }]);
  }
  return (word) => {
    const left = word.length < LONG ? 1 : 2;
    let found = 0;
    for (const wanted of byDrawing.get(drawing(word)) ?? NONE) {
      if (!mayBe(word, 0, wanted.word, 0, left)) continue;
      if (found !== 0) return 0;
      found = wanted.id;
    }
    return found;
  };
}

const NONE: readonly Wanted[] = [];

/** A number for how the word is drawn; seldom the same for two drawings. */
function drawing(word: Letters): number {
  let drawn = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.at[i] as number;
    drawn = (Math.imul(drawn, SHIFT[letter] as number) + (STROKES[letter] as number)) | 0;
  }
  return drawn;
}

/** May `word` from its letter `i` on be `wanted` from its letter `j` on, with at most `left` misreadings? */
function mayBe(word: Letters, i: number, wanted: Letters, j: number, left: number): boolean {
  if (i === word.length) return j === wanted.length;
  if (word.at[i] === wanted.at[j] && j < wanted.length && mayBe(word, i + 1, wanted, j + 1, left)) return true;
  if (left === 0) return false;
  for (const { read, meant } of MISREADINGS[word.at[i] as number] as Misreading[])
    if (stands(word, i, read) && stands(wanted, j, meant))
      if (mayBe(word, i + read.length, wanted, j + meant.length, left - 1)) return true;
  return false;
}

function stands(word: Letters, at: number, letters: readonly number[]): boolean {
  return at + letters.length <= word.length && letters.every((letter, k) => word.at[at + k] === letter);
}
