/** A word as folded letters, for comparing it with others sign by sign. */
import { bytesOf, FOLD } from "./chars.ts";

export interface Letters {
  /** Each from 1 to 27, see `FOLD`. */
  readonly at: Uint8Array;
  length: number;
  /** Which letters it holds, a bit each. */
  held: number;
}

/** Longer words are compared with none. */
export const LONGEST = 24;

/** Room for a word of up to `LONGEST` letters and one more. */
export const noLetters = (): Letters => ({ at: new Uint8Array(LONGEST + 1), length: 0, held: 0 });

/** Writes the letters of `bytes[start, end)` into `word`, whatever else stands there left out; of a long word only the first. */
export function spelt(bytes: Uint8Array, start: number, end: number, word: Letters): Letters {
  word.length = 0;
  word.held = 0;
  for (let i = start; i < end && word.length <= LONGEST; i++) {
    const letter = FOLD[bytes[i] as number] as number;
    if (letter === 0) continue;
    word.at[word.length++] = letter;
    word.held |= 1 << letter;
  }
  return word;
}

/** The letters of a word of the table. */
export function lettersOf(word: string): Letters {
  const bytes = bytesOf(word, new Uint8Array(0));
  return spelt(bytes, 0, word.length, noLetters());
}
