/** Every phrase of the rulebook found in the note, leftmost and longest, in order. */
import { longest, type Entry, type Lexicon } from "./lexicon.ts";
import { LINE_START, type Tokens } from "./tokens.ts";

export interface Hit {
  readonly entry: Entry;
  /** Token range. */
  readonly from: number;
  readonly to: number;
}

/** Runs the automaton over the tokens. */
export function scan(lex: Lexicon, t: Tokens): Hit[] {
  const hits: Hit[] = [];
  for (let i = 0; i < t.n;) {
    const found = longest(lex, t, i);
    if (found === null) i++;
    else {
      hits.push({ entry: found.entry, from: i, to: found.end });
      i = found.end;
    }
  }
  return hits;
}

/** First token of the line after token `i`'s line, or `t.n`. */
export function lineEnd(t: Tokens, i: number): number {
  let k = i + 1;
  while (k < t.n && ((t.flags[k] as number) & LINE_START) === 0) k++;
  return k;
}
