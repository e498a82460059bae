/** Every phrase of the rulebook found in the note, leftmost and longest, in order. */
import { glue, type Entry, type Lexicon } from "./lexicon.ts";
import { begin, branch } from "./phrases.ts";
import { LINE_START, PARAGRAPH_START, type Tokens } from "./tokens.ts";

export interface Hit {
  readonly entry: Entry;
  /** Token range. */
  readonly from: number;
  readonly to: number;
}

/** Runs the automaton over the tokens. */
export function scan(lex: Lexicon, t: Tokens): Hit[] {
  const { phrases, entries } = lex;
  const hits: Hit[] = [];
  for (let i = 0; i < t.n;) {
    let node = begin(phrases, t.id[i] as number);
    let best = -1;
    let to = i + 1;
    if (node !== 0) {
      best = phrases.value[node] as number;
      for (let k = i + 1; k < t.n && phrases.from[node] !== phrases.from[node + 1]; k++) {
        const next = branch(phrases, node, t.id[k] as number);
        // A phrase does not cross a blank line.
        if (((t.flags[k] as number) & PARAGRAPH_START) !== 0) break;
        if (next === 0) {
          // "The elbow (olecranon) bursa": a bracket closes in the middle of the name.
          if ((glue(t, k) || t.isMark(k, ")")) && k + 1 < t.n) continue;
          break;
        }
        node = next;
        if ((phrases.value[node] as number) < 0) continue;
        best = phrases.value[node] as number;
        to = k + 1;
      }
    }
    if (best >= 0) hits.push({ entry: entries[best] as Entry, from: i, to });
    i = best >= 0 ? to : i + 1;
  }
  return hits;
}

/** First token of the line after token `i`'s line, or `t.n`. */
export function lineEnd(t: Tokens, i: number): number {
  let k = i + 1;
  while (k < t.n && ((t.flags[k] as number) & LINE_START) === 0) k++;
  return k;
}
