/**
 * Spelling repair within bounds: a long unknown word is taken for a structure's word when exactly one
 * such word lies within one edit (two from nine letters on). Known words, terms of other structures and
 * ordinary English are never touched. Also mends words that a scanner or dictation split in two.
 */
import type { Lexicon } from "./lexicon.ts";
import { lookalike } from "./lookalikes.ts";
import { LINE_START, SPACED, WORD, type Tokens } from "./tokens.ts";
import { walk } from "./words.ts";

const SHORTEST = 6;
/** A misread word may be shorter than a misspelt one: it differs in signs that look alike. */
const SHORTEST_MISREAD = 3;
const TWO_EDITS_FROM = 9;

export interface Speller {
  readonly repair: (word: string) => number;
}

interface Target {
  readonly id: number;
  readonly word: string;
  readonly letters: number;
}

/** Sorts the words that repair may aim at by first letter, once for a lexicon. */
export function speller(lex: Lexicon): Speller {
  const byInitial = new Map<string, Target[]>();
  const means = meanings(lex);
  for (const id of lex.targets) {
    const word = lex.table.list[id - 1] as string;
    const target = { id, word, letters: lettersOf(word) };
    const list = byInitial.get(word[0] as string);
    if (list) list.push(target);
    else byInitial.set(word[0] as string, [target]);
  }
  const seen = new Map<string, number>();
  return {
    repair(word: string): number {
      if (word.length < SHORTEST_MISREAD || word.length > 24) return 0;
      const known = seen.get(word);
      if (known !== undefined) return known;
      if (seen.size > 20_000) seen.clear();
      const misread = lookalike(lex.table, word, lex.readable);
      const near = (): number => nearest(word, byInitial.get(word[0] as string) ?? [], means);
      const found = misread !== 0 || word.length < SHORTEST ? misread : near();
      seen.set(word, found);
      return found;
    },
  };
}

/** The structure that a word names by itself: two such words for one structure are no tie. */
function meanings(lex: Lexicon): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const { terms } of lex.entries)
    for (const t of terms)
      if (t.targets.length === 1 && !t.words.includes(" ")) out.set(t.words.toLowerCase(), t.targets[0] as string);
  return out;
}

/** Which letters a word holds, a bit each: words that differ in many cannot be within two edits. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << ((word.charCodeAt(i) - 97) & 31);
  return bits;
}

function bitsIn(n: number): number {
  let count = 0;
  for (let v = n; v !== 0; v &= v - 1) count++;
  return count;
}

/** The one target within the bound, 0 when there is none or when two are equally near. */
function nearest(word: string, targets: readonly Target[], means: ReadonlyMap<string, string>): number {
  const bound = word.length >= TWO_EDITS_FROM ? 2 : 1;
  const letters = lettersOf(word);
  let best = bound + 1;
  let found = 0;
  let meant: string | undefined;
  let tie = false;
  for (const t of targets) {
    if (Math.abs(t.word.length - word.length) > bound || bitsIn(t.letters ^ letters) > 2 * bound) continue;
    const far = distance(word, t.word, best);
    if (far < best) [best, found, tie, meant] = [far, t.id, false, means.get(t.word)];
    else if (far === best && far <= bound && (meant === undefined || means.get(t.word) !== meant)) tie = true;
  }
  return tie || best > bound ? 0 : found;
}

/** Damerau-Levenshtein distance (neighbouring swap counts one), given up at `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d = Math.min(d, (before[j - 2] as number) + 1);
      row.push(d);
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}

/** Mends split words ("rom boids"), then misspelt ones, in place. A token swallowed by a join is left with id -1. */
export function mend(lex: Lexicon, spell: Speller, t: Tokens): void {
  for (let i = 0; i < t.n; i++) {
    if (t.type[i] !== WORD || t.id[i] !== 0) continue;
    if (join(lex, t, i - 1) || join(lex, t, i)) continue;
    const length = (t.end[i] as number) - (t.start[i] as number);
    if (length < SHORTEST_MISREAD) continue;
    const id = spell.repair(t.textOf(i).toLowerCase());
    if (id !== 0) t.id[i] = id;
  }
  drop(t);
}

/** Takes out the tokens that a join has swallowed. */
function drop(t: Tokens): void {
  let k = 0;
  for (let i = 0; i < t.n; i++) {
    if (t.id[i] === -1) continue;
    if (k !== i) {
      t.start[k] = t.start[i] as number;
      t.end[k] = t.end[i] as number;
      t.id[k] = t.id[i] as number;
      t.type[k] = t.type[i] as number;
      t.flags[k] = t.flags[i] as number;
    }
    k++;
  }
  t.n = k;
}

/** Joins tokens i and i+1 when together they spell a structure's word of seven letters or more. */
function join(lex: Lexicon, t: Tokens, i: number): boolean {
  if (i < 0 || i + 1 >= t.n || t.type[i] !== WORD || t.type[i + 1] !== WORD || t.id[i] === -1) return false;
  const flags = t.flags[i + 1] as number;
  if ((flags & SPACED) === 0 || (flags & LINE_START) !== 0) return false;
  if ((t.end[i + 1] as number) - (t.start[i] as number) < 8) return false;
  const mid = walk(lex.table, t.text, t.start[i] as number, t.end[i] as number);
  const last = walk(lex.table, t.text, t.start[i + 1] as number, t.end[i + 1] as number, mid);
  const id = lex.table.idAt[last] as number;
  if (id === 0 || !lex.targets.has(id)) return false;
  t.id[i] = id;
  t.end[i] = t.end[i + 1] as number;
  t.id[i + 1] = -1;
  return true;
}
