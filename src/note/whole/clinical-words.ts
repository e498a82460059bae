/**
 * The words on a payer's criteria in an automaton and a table of their own, used only when a payer is named:
 * they can take nothing from the phrases that codes rest on, and cost nothing where nobody asks.
 */
import type { ClinicalOf, ClinicalPart } from "../../rulebook/clinical.ts";
import type { Rulebook } from "../../rulebook/types.ts";
import { glue, wordsOf } from "../lexicon/lexicon.ts";
import { tokenise } from "../text/tokenise.ts";
import { SPACED, Tokens, WORD } from "../text/tokens.ts";
import { lookup, wordTable, type WordTable } from "../text/words.ts";

export interface ClinicalHit {
  readonly gives: ClinicalOf | ClinicalPart;
  /** Token range. */
  readonly from: number;
  readonly to: number;
}

interface Node {
  readonly next: Map<number, Node>;
  gives: ClinicalHit["gives"] | null;
}

export interface ClinicalWords {
  readonly table: WordTable;
  /** Word id to where the phrases go on that begin with it. */
  readonly first: ReadonlyMap<number, Node>;
}

/** Compiles the cues of the category `clinical`. Done once for each loaded book. */
export function clinicalWords(book: Rulebook): ClinicalWords {
  const cues = book.cues.filter((c) => c.category === "clinical");
  const table = wordTable([...wordsOf(cues.map((c) => c.words))].sort());
  const first = new Map<number, Node>();
  const t = new Tokens();
  for (const cue of cues) {
    tokenise(cue.words.toLowerCase(), table, t);
    let edges = first;
    let node: Node | null = null;
    for (let i = 0; i < t.n; i++) {
      if (glue(t, i)) continue;
      const id = t.id[i] as number;
      node = edges.get(id) ?? { next: new Map(), gives: null };
      edges.set(id, node);
      edges = node.next;
    }
    if (node !== null) node.gives ??= cue.gives as ClinicalHit["gives"];
  }
  return { table, first };
}

/** Every such phrase of the note, leftmost and longest, in order. A phrase does not cross a blank line. */
export function clinicalHits({ table, first }: ClinicalWords, t: Tokens): ClinicalHit[] {
  const ids = new Int32Array(t.n);
  for (let i = 0; i < t.n; i++)
    ids[i] =
      t.type[i] === WORD ? lookup(table, t.bytes, t.start[i] as number, t.end[i] as number) : (t.id[i] as number);
  const hits: ClinicalHit[] = [];
  for (let i = 0; i < t.n;) {
    const hit = longestAt(first, ids, t, i);
    if (hit === null) i++;
    else {
      hits.push(hit);
      i = hit.to;
    }
  }
  return hits;
}

const PARAGRAPH = 4;

function longestAt(first: ReadonlyMap<number, Node>, ids: Int32Array, t: Tokens, i: number): ClinicalHit | null {
  let node = first.get(ids[i] as number);
  let best: ClinicalHit | null = null;
  for (let k = i; node !== undefined;) {
    if (node.gives !== null) best = { gives: node.gives, from: i, to: k + 1 };
    k++;
    while (k < t.n && glue(t, k) && !breaks(t, k) && !ends(t, k)) k++;
    if (k >= t.n || breaks(t, k)) break;
    node = node.next.get(ids[k] as number);
  }
  return best;
}

/** A full stop with a space after it ends the phrase: "reduced. Range of motion". */
const ends = (t: Tokens, k: number): boolean =>
  t.isMark(k, ".") && k + 1 < t.n && ((t.flags[k + 1] as number) & SPACED) !== 0;

const breaks = (t: Tokens, k: number): boolean => ((t.flags[k] as number) & PARAGRAPH) !== 0;
