/**
 * Spelling repair within bounds: a long unknown word is taken for a structure's word when exactly one
 * such word lies within one edit (two from nine letters on). Known words, terms of other structures and
 * ordinary English are never touched. Also mends words that a scanner or dictation split in two.
 */
import { FOLD, NO_LETTER } from "../text/chars.ts";
import { lettersOf, LONGEST, noLetters, spelt, type Letters } from "../text/letters.ts";
import { is, ROLE, type Lexicon } from "./lexicon.ts";
import { lookalikes } from "./lookalikes.ts";
import { LINE_START, SIGN, SPACED, WORD, type Cut, type Tokens } from "../text/tokens.ts";
import { lookup } from "../text/words.ts";
import { cutsOf, joinTorn, SWALLOWED } from "./torn.ts";

const SHORTEST = 6;
/** A misread word may be shorter than a misspelt one: it differs in signs that look alike. */
const SHORTEST_MISREAD = 3;
const TWO_EDITS_FROM = 9;

export interface Speller {
  /** Id of the word meant by the letters of `bytes[start, end)`; 0 when none is, or when two are equally near. */
  readonly meant: (bytes: Uint8Array, start: number, end: number) => number;
  /** By first and last letter (`endsAt`): a bit for each length that a target with these has. */
  readonly ends: Int32Array;
  /** Id of the letter that "i.m." ends in. */
  readonly m: number;
}

const endsAt = (first: number, last: number): number => 32 * first + last;

interface Target {
  readonly id: number;
  /** Place among the words of the rulebook. */
  readonly rank: number;
  readonly word: Letters;
  /** The structure that the word names by itself: two such words for one structure are no tie. */
  readonly means: string | undefined;
  /** Structures in whose names it stands. */
  readonly of: ReadonlySet<string>;
}

/** Targets by first letter and then by length; of each letter, those up to length n end before `to[n]`. */
interface Shelf {
  readonly targets: readonly Target[];
  readonly held: Int32Array;
  readonly to: Int32Array;
}

/** Sorts the words that repair may aim at, once for a lexicon. */
export function speller(lex: Lexicon): Speller {
  const means = meanings(lex);
  const names = structuresOf(lex);
  const targets = lex.targets.map((id, rank): Target => {
    const text = lex.table.list[id - 1] as string;
    return { id, rank, word: lettersOf(text), means: means.get(text), of: names.get(text) ?? new Set() };
  });
  const byId = new Map(targets.map((t) => [t.id, t]));
  const shelves = Array.from({ length: NO_LETTER + 1 }, (_, initial) =>
    shelf(targets.filter((t) => t.word.at[0] === initial)),
  );
  const all = shelf(targets);
  const lookalike = lookalikes(lex);
  const word = noLetters();
  const ends = new Int32Array(endsAt(NO_LETTER, NO_LETTER) + 1);
  for (const { word: w } of targets) {
    const at = endsAt(w.at[0] as number, w.at[w.length - 1] as number);
    ends[at] = (ends[at] as number) | (1 << w.length);
  }
  const meant: Speller["meant"] = (bytes, start, end) => {
    spelt(bytes, start, end, word);
    if (word.length < SHORTEST_MISREAD || word.length > LONGEST) return 0;
    const misread = lookalike(word);
    if (word.length < SHORTEST) return misread;
    const own = shelves[word.at[0] as number] as Shelf;
    if (misread === 0) return nearest(word, own, all);
    return rivalled(word, own, byId.get(misread)) ? 0 : misread;
  };
  return { meant, ends, m: lex.table.list.indexOf("m") + 1 };
}

function shelf(targets: readonly Target[]): Shelf {
  const sorted = [...targets].sort((a, b) => a.word.length - b.word.length);
  const upTo = (length: number): number => sorted.filter((t) => t.word.length <= length).length;
  return {
    targets: sorted,
    held: Int32Array.from(sorted, (t) => t.word.held),
    to: Int32Array.from({ length: LONGEST + 3 }, (_, length) => upTo(length)),
  };
}

function meanings(lex: Lexicon): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const { terms } of lex.entries)
    for (const t of terms)
      if (t.targets.length === 1 && !t.words.includes(" ")) out.set(t.words.toLowerCase(), t.targets[0] as string);
  return out;
}

/** The structures in whose names each word stands. */
function structuresOf(lex: Lexicon): ReadonlyMap<string, ReadonlySet<string>> {
  const out = new Map<string, Set<string>>();
  for (const { terms } of lex.entries)
    for (const t of terms)
      for (const word of t.words.toLowerCase().split(/[^a-z]+/)) {
        const held = out.get(word) ?? new Set<string>();
        for (const id of t.targets) held.add(id);
        out.set(word, held);
      }
  return out;
}

/** Are more bits set than one edit or two can change? Each changes at most two of the letters that a word holds. */
const differ = (bits: number, bound: number): boolean => {
  let left = bits & (bits - 1);
  left &= left - 1;
  if (bound === 2) {
    left &= left - 1;
    left &= left - 1;
  }
  return left !== 0;
};

/**
 * The one target that is nearest within the bound, of those with the word's own first letter; 0 when there is none or when
 * two are equally near. What is two edits away is not taken where another, whatever its first letter, is one edit away.
 */
function nearest(word: Letters, own: Shelf, all: Shelf): number {
  // Most words are near to none: of a long one that is seen in one look.
  const two = word.length < TWO_EDITS_FROM ? -1 : only(word, own, 2);
  if (two < 0 && word.length >= TWO_EDITS_FROM) return 0;
  const one = only(word, own, 1);
  if (one >= 0 || two < 0) return Math.max(0, one);
  return two <= 0 || only(word, all, 1) >= 0 ? 0 : two;
}

/** The one target within so many edits; -1 when there is none, 0 when there are two. */
function only(word: Letters, { targets, held, to }: Shelf, bound: number): number {
  let found: Target | undefined;
  const last = to[word.length + bound] as number;
  for (let k = to[word.length - bound - 1] as number; k < last; k++) {
    if (differ((held[k] as number) ^ word.held, bound)) continue;
    const t = targets[k] as Target;
    if (!within(word, 0, t.word, 0, bound)) continue;
    if (found === undefined || (t.means !== undefined && t.means === found.means && t.rank < found.rank)) found = t;
    else if (t.means === undefined || t.means !== found.means) return 0;
  }
  return found === undefined ? -1 : found.id;
}

/** Is a word of other structures, as long as this one, one letter away? Then this may be either ("pereneal"). */
function rivalled(word: Letters, { targets, held, to }: Shelf, meant: Target | undefined): boolean {
  if (meant === undefined) return false;
  for (let k = to[word.length - 1] as number; k < (to[word.length] as number); k++) {
    const t = targets[k] as Target;
    if (t.id === meant.id || differ((held[k] as number) ^ word.held, 1) || !within(word, 0, t.word, 0, 1)) continue;
    if (![...t.of].some((id) => meant.of.has(id))) return true;
  }
  return false;
}

/**
 * Do at most `edits` edits (a letter too many, missing, other, or swapped with its neighbour) make `a` from its letter
 * `i` on into `b` from its letter `j` on?
 */
function within(a: Letters, i: number, b: Letters, j: number, edits: number): boolean {
  const longer = a.length - i - (b.length - j);
  if (longer > edits || -longer > edits) return false;
  while (i < a.length && j < b.length && a.at[i] === b.at[j]) {
    i++;
    j++;
  }
  if (i === a.length || j === b.length) return true;
  if (edits === 0) return false;
  const swapped = i + 1 < a.length && j + 1 < b.length && a.at[i] === b.at[j + 1] && a.at[i + 1] === b.at[j];
  return (
    within(a, i + 1, b, j + 1, edits - 1) ||
    within(a, i + 1, b, j, edits - 1) ||
    within(a, i, b, j + 1, edits - 1) ||
    (swapped && within(a, i + 2, b, j + 2, edits - 1))
  );
}

/** Mends split words ("rom boids"), then misspelt ones, in place. */
export function mend(lex: Lexicon, spell: Speller, t: Tokens): void {
  let joined = joinTorn(lex, t);
  const cuts: Cut[] = [];
  let unknown = 0;
  let { meant } = spell;
  const { m } = spell;
  for (let i = 0; i < t.n; i++) {
    // "I'm" is no "i.m."
    if (t.id[i] === m && t.isMark(i - 1, "'")) t.id[i] = 0;
    else if (t.id[i] !== 0 || t.type[i] !== WORD) continue;
    if (join(lex, spell, t, i - 1) || join(lex, spell, t, i)) joined = true;
    else if ((t.end[i] as number) - (t.start[i] as number) >= SHORTEST_MISREAD) {
      if (++unknown === MANY) meant = remembering(meant);
      t.id[i] = meant(t.bytes, t.start[i] as number, t.end[i] as number);
      const cut = t.id[i] === 0 && unknown < MANY ? cutsOf(lex, t, i) : null;
      if (cut !== null) cuts.push(cut);
    }
  }
  if (cuts.length > 0) t.cut(cuts);
  if (joined) t.drop(SWALLOWED);
}

/** Unknown words of a note from which on they are likely to be the same ones again. */
const MANY = 200;
/** Words remembered at once, a power of two. */
const REMEMBERED = 256;

/** The same answers, those for some words of the note kept until it has been mended; found again by their bytes. */
function remembering(meant: Speller["meant"]): Speller["meant"] {
  const starts = new Int32Array(REMEMBERED);
  const ends = new Int32Array(REMEMBERED);
  const ids = new Int32Array(REMEMBERED);
  return (bytes, start, end) => {
    let mixed = end - start;
    for (let i = start; i < end; i++) mixed = (Math.imul(mixed, 31) + (bytes[i] as number)) | 0;
    const place = (mixed ^ (mixed >>> 12)) & (REMEMBERED - 1);
    const before = starts[place] as number;
    if ((ends[place] as number) - before === end - start && sameBytes(bytes, before, start, end - start))
      return ids[place] as number;
    starts[place] = start;
    ends[place] = end;
    return (ids[place] = meant(bytes, start, end));
  };
}

function sameBytes(bytes: Uint8Array, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}

/** Joins tokens i and i+1 when together they spell a structure's word of seven letters or more. */
function join(lex: Lexicon, { ends }: Speller, t: Tokens, i: number): boolean {
  if (i < 0 || i + 1 >= t.n || t.type[i] !== WORD || t.type[i + 1] !== WORD || t.id[i] === SWALLOWED) return false;
  const flags = t.flags[i + 1] as number;
  if ((flags & SPACED) === 0 || (flags & LINE_START) !== 0) return false;
  const start = t.start[i] as number;
  const end = t.end[i + 1] as number;
  if (end - start < 8) return false;
  // Characters that show nothing may stand in a word and at its end: its letters are not counted then.
  if ((t.signs & SIGN.beyond) === 0) {
    const first = FOLD[t.bytes[start] as number] as number;
    const last = FOLD[t.bytes[end - 1] as number] as number;
    const letters = (t.end[i] as number) - start + end - (t.start[i + 1] as number);
    if (letters <= LONGEST && ((ends[endsAt(first, last)] as number) & (1 << letters)) === 0) return false;
  }
  const id = lookup(lex.table, t.bytes, start, end);
  if (!is(lex, id, ROLE.target)) return false;
  t.id[i] = id;
  t.end[i] = end;
  t.id[i + 1] = SWALLOWED;
  return true;
}
