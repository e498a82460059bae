/** Every phrase of the rulebook found in the note, leftmost and longest, in order. */
import { isGlue, MEANS, type Entry, type Lexicon } from "./lexicon.ts";
import { begin, branch, isLeaf, valueAt } from "./phrases.ts";
import { CAPITAL, LINE_START, MARK_ID, PARAGRAPH_START, type Tokens } from "../text/tokens.ts";

export interface Hit {
  readonly entry: Entry;
  /** Those of the entry, near at hand. */
  readonly bits: number;
  /** Token range. */
  readonly from: number;
  readonly to: number;
}

/** Does it name a structure? */
export const isName = (hit: Hit | undefined): boolean => hit !== undefined && (hit.bits & MEANS.term) !== 0;

/** Runs the automaton over the tokens. */
export function scan(lex: Lexicon, t: Tokens): Hit[] {
  const { phrases, entries, bits } = lex;
  const { id, flags, n } = t;
  const hits: Hit[] = [];
  for (let i = 0; i < n;) {
    let node = begin(phrases, id[i] as number);
    if (node === 0) {
      i++;
      continue;
    }
    let best = valueAt(phrases, node);
    let to = i + 1;
    // A phrase does not cross a blank line, nor a full stop that ends a line or a sentence ("was injected. Today").
    for (let k = i + 1; k < n && !isLeaf(node) && ((flags[k] as number) & PARAGRAPH_START) === 0; k++) {
      if (id[k - 1] === FULL_STOP && (((flags[k] as number) & LINE_START) !== 0 || beginsSentence(t, k))) break;
      const next = branch(phrases, node, id[k] as number);
      if (next === 0) {
        if (isLoose(id[k] as number) && k + 1 < n) continue;
        break;
      }
      node = next;
      const value = valueAt(phrases, node);
      if (value < 0) continue;
      best = value;
      to = k + 1;
    }
    if (best >= 0) hits.push({ entry: entries[best] as Entry, bits: bits[best] as number, from: i, to });
    i = best >= 0 ? to : i + 1;
  }
  return hits;
}

/** Does token k, after a full stop, have a capital, and the word before no look of a short form? */
function beginsSentence({ flags, start, end, capitals }: Tokens, k: number): boolean {
  if (!capitals || ((flags[k] as number) & CAPITAL) === 0 || k < 2) return false;
  return (end[k - 2] as number) - (start[k - 2] as number) >= WHOLE;
}

/** Letters of a word that is no short form, at least. */
const WHOLE = 5;

/** Marks that may stand inside a name: those of `glue`, and a bracket that closes in it ("the elbow (olecranon) bursa"). */
function isLoose(id: number): boolean {
  return id > MARK_ID && (isGlue(id) || id === CLOSES);
}

const CLOSES = MARK_ID + 41;
const FULL_STOP = MARK_ID + 46;
