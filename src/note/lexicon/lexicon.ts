/**
 * All the phrases the rulebook knows - structures and cue words alike - in one automaton over words.
 * Reading a note walks it once; its cost does not depend on how many phrases there are.
 */
import type { Cue, CueCategory, Rulebook, Structure, Term } from "../../rulebook/types.ts";
import { kinOf, type Kin } from "./kin.ts";
import { DEED } from "./deed-words.ts";
import { DETAIL } from "./detail-words.ts";
import { nestActs } from "./nested-acts.ts";
import { POINTER } from "./pointer-words.ts";
import { phraseTree, type PhraseTree } from "./phrases.ts";
import { shortened, shortForms, type Phrase } from "./shorts.ts";
import { saysOf } from "./says.ts";
import { tokenise } from "../text/tokenise.ts";
import { MARK_ID, Tokens } from "../text/tokens.ts";
import { wordTable, type WordTable } from "../text/words.ts";

/** What a phrase means. Several meanings stay together until context chooses. */
export interface Entry {
  readonly cues: readonly Cue[];
  readonly terms: readonly Term[];
  /** The first cue of each category, for quick asking. */
  readonly by: Readonly<Record<CueCategory, Cue | undefined>>;
  /** Its meanings in one number: a bit of `MEANS` for each category it holds a cue of, and for structures. */
  readonly bits: number;
  /** What each cue says as an act or a status: a bit of `SAYS`, or 0. */
  readonly says: readonly number[];
  /** What it says as a status; 0 also of words that only look like one (`pseudo`). */
  readonly status: number;
  /** The term by which it is a name in its own right. */
  readonly name: Term | undefined;
  /** The structure, where that term names no other; the others, where it names several. */
  readonly structure: Structure | undefined;
  readonly others: readonly string[];
  /** Structures that its terms name, each alone and not as an ambiguous word. */
  readonly sole: readonly string[];
}

export interface Lexicon {
  readonly table: WordTable;
  readonly entries: readonly Entry[];
  /** `bits` of each entry. */
  readonly bits: Int32Array;
  readonly structures: Readonly<Record<string, Structure>>;
  readonly kin: Kin;
  readonly phrases: PhraseTree;
  /** Words (ids) that occur in a structure's name, in the rulebook's order: what spelling repair may aim at. */
  readonly targets: readonly number[];
  /** Words that a misread one may be taken for: those of names and of cues that decide, and the short ones that deny. */
  readonly readable: readonly number[];
  /** The part that each word (by id) plays in names, lists and lines: bits of `ROLE`. */
  readonly roles: Uint8Array;
  /** What each word (by id) is among the words that point back and those of findings: bits of `POINTER`. */
  readonly pointers: Int32Array;
  /** What each word (by id) shows of a deed: bits of `DEED`. */
  readonly deeds: Int32Array;
  /** What each word (by id) is where it is asked for: bits of `DETAIL`. */
  readonly details: Int32Array;
  /** Fingers by their initials, in capitals. */
  readonly initials: ReadonlyMap<string, string>;
}

export const ROLE = {
  /** One of `targets`. */
  target: 1,
  /** May stand inside a list of structures ("and", "the", "of"). */
  link: 2,
  /** Joins two members of a list. */
  join: 4,
  /** No line ends with it on purpose ("of", "the", "and"). */
  open: 8,
  /** No line begins with it either ("of", "was"). */
  inner: 16,
} as const;

/** Does the word of this id play one of these parts (bits of `ROLE`)? */
export const is = ({ roles }: Lexicon, id: number, role: number): boolean =>
  id < roles.length && ((roles[id] as number) & role) !== 0;

const LETTERS = /[a-z\u00df-\u024f]+/g;

/** Compiles the lexicon of a rulebook. Done once for each loaded book. */
export function lexicon(book: Rulebook): Lexicon {
  const structures = Object.fromEntries(oneShape(Object.values(book.structures), OFTEN).map((s) => [s.id, s]));
  const structureWords = wordsOf(book.terms.map((t) => t.words));
  // Words on a payer's criteria are looked for apart (clinical.ts): none of them can change what a structure is read as.
  const shorts = shortForms(book.cues);
  const cues = oneShape(book.cues.filter((c) => c.category !== "clinical" && c.category !== "short"));
  const words = new Set([
    ...structureWords,
    ...wordsOf(cues.map((c) => c.words)),
    ...[...shorts.values()].flat(),
    ...book.plainWords,
  ]);
  const list = [...words].sort();
  const table = wordTable(list);
  const idOf = new Map(list.map((w, i) => [w, i + 1]));
  const targets = [...structureWords].filter((w) => w.length >= 6).map((w) => idOf.get(w) as number);

  const phrases = new Map<string, Phrase>();
  const scratch = new Tokens();
  const phrase = (text: string): Phrase | null => {
    tokenise(text.toLowerCase(), table, scratch);
    const ids: number[] = [];
    for (let i = 0; i < scratch.n; i++) if (!glue(scratch, i)) ids.push(scratch.id[i] as number);
    if (ids.length === 0) return null;
    const key = ids.join(" ");
    let p = phrases.get(key);
    if (!p) phrases.set(key, (p = { cues: [], terms: [], ids }));
    return p;
  };
  for (const term of book.terms) phrase(term.words)?.terms.push(term);
  for (const cue of cues)
    if (cue.category !== "link" && !SINGLE.has(cue.category) && cue.capitals !== true)
      phrase(cue.words)?.cues.push(cue);

  nestActs(phrases.values());
  for (const p of shortened(phrases, shorts, idOf)) phrases.set(p.ids.join(" "), p);
  const entries: Entry[] = [];
  const tree = phraseTree(
    [...phrases.values()].map((p) => {
      const by = byCategory(p.cues);
      const name = p.terms.find((term) => term.strength === "name");
      const structure = name?.targets.length === 1 ? structures[name.targets[0] as string] : undefined;
      const others = name?.targets.slice(1) ?? [];
      const sole = p.terms.flatMap((t) => (t.targets.length === 1 && t.strength !== "ambiguous" ? t.targets : []));
      const [bits, says] = [bitsOf(p.cues, p.terms), p.cues.map(saysOf)];
      const status = by.status === undefined || by.status.pseudo === true ? 0 : saysOf(by.status);
      const entry = Object.freeze({
        bits,
        by,
        structure,
        says,
        status,
        cues: p.cues,
        terms: p.terms,
        name,
        others,
        sole,
      });
      return { ids: p.ids, value: entries.push(entry) - 1 };
    }),
    list.length,
  );
  return {
    table,
    entries,
    bits: Int32Array.from(entries, (entry) => entry.bits),
    structures,
    kin: kinOf(structures),
    phrases: tree,
    pointers: singleWords(book.cues, POINTERS, POINTER, idOf),
    deeds: singleWords(book.cues, DEEDS, DEED, idOf),
    details: singleWords(book.cues, DETAILS, DETAIL, idOf),
    initials: new Map(book.cues.filter((c) => c.capitals === true).map((c) => [c.words.toUpperCase(), c.gives])),
    readable: readable(structureWords, cues).flatMap((w) => idOf.get(w) ?? []),
    targets,
    roles: rolesOf(list, targets, book.cues),
  };
}

/** What is asked of every structure that a note names; it lies together in memory. */
const OFTEN = ["id", "kind", "digits", "several", "levels", "byLevel", "members", "mayMean", "byDigit"] as const;

/**
 * Copies of records in one shape, those fields undefined that one lacks: reading a field then takes no search for it.
 * `first`: fields that come first.
 */
function oneShape<T extends object>(records: readonly T[], first: readonly (keyof T & string)[] = []): T[] {
  const keys = [...new Set([...first, ...records.flatMap((record) => Object.keys(record))])] as (keyof T)[];
  return records.map((record) => {
    const out: Partial<T> = {};
    for (const key of keys) out[key] = record[key];
    return out as T;
  });
}

const DECIDING = new Set<CueCategory>(["act", "side", "status", "statement", "substance"]);

function readable(names: ReadonlySet<string>, cues: readonly Cue[]): string[] {
  const deciding = wordsOf(cues.filter((c) => DECIDING.has(c.category)).map((c) => c.words));
  const denying = cues.filter((c) => c.gives === "not" && !c.words.includes(" ")).map((c) => c.words);
  return [...[...names, ...deciding].filter((w) => w.length > 3), ...denying];
}

/** Roles by what the cue of a link gives; each may stand in a list but `ends`. */
const LINKS: Readonly<Record<string, number>> = {
  link: ROLE.link,
  and: ROLE.link | ROLE.join | ROLE.open,
  open: ROLE.link | ROLE.open,
  inner: ROLE.link | ROLE.open | ROLE.inner,
  ends: ROLE.open,
};

function rolesOf(list: readonly string[], targets: readonly number[], cues: readonly Cue[]): Uint8Array {
  const links = new Map(cues.filter((c) => c.category === "link").map((c) => [c.words, LINKS[c.gives] as number]));
  const roles = Uint8Array.from([0, ...list.map((word) => links.get(word) ?? 0)]);
  for (const id of targets) roles[id] = (roles[id] as number) | ROLE.target;
  return roles;
}

/** Categories whose words mean something by themselves and in any order: no phrase is made of them. */
const POINTERS: ReadonlySet<CueCategory> = new Set(["pointer", "finding"]);
const DEEDS: ReadonlySet<CueCategory> = new Set(["deed"]);
const DETAILS: ReadonlySet<CueCategory> = new Set(["detail"]);
const SINGLE: ReadonlySet<CueCategory> = new Set([...POINTERS, ...DEEDS, ...DETAILS]);

function singleWords(
  cues: readonly Cue[],
  categories: ReadonlySet<CueCategory>,
  bits: Readonly<Record<string, number>>,
  idOf: ReadonlyMap<string, number>,
): Int32Array {
  const out = new Int32Array(idOf.size + 1);
  for (const cue of cues) {
    const id = categories.has(cue.category) ? (idOf.get(cue.words) ?? 0) : 0;
    if (id > 0) out[id] = (out[id] as number) | (bits[cue.gives] as number);
  }
  return out;
}

type ByCategory = { -readonly [C in CueCategory]: Cue | undefined };

/** One shape for every entry, so that asking stays quick; phrases that are no cue share one empty table. */
const NO_CUES: ByCategory = {
  side: undefined,
  act: undefined,
  status: undefined,
  stop: undefined,
  heading: undefined,
  reference: undefined,
  substance: undefined,
  guidance: undefined,
  image: undefined,
  unit: undefined,
  number: undefined,
  noun: undefined,
  part: undefined,
  head: undefined,
  abbreviation: undefined,
  label: undefined,
  blank: undefined,
  link: undefined,
  statement: undefined,
  purpose: undefined,
  clinical: undefined,
  digit: undefined,
  decoy: undefined,
  pointer: undefined,
  short: undefined,
  finding: undefined,
  deed: undefined,
  detail: undefined,
};

/** A bit for each kind of meaning, so that a stretch of the note says in one number what it holds. */
export const MEANS = Object.fromEntries(
  ["term", ...Object.keys(NO_CUES)].map((category, i) => [category, 1 << i]),
) as Readonly<Record<CueCategory | "term", number>>;

function bitsOf(cues: readonly Cue[], terms: readonly Term[]): number {
  return cues.reduce((bits, c) => bits | MEANS[c.category], terms.length > 0 ? MEANS.term : 0);
}

function byCategory(cues: readonly Cue[]): ByCategory {
  if (cues.length === 0) return NO_CUES;
  const out = { ...NO_CUES };
  for (const c of cues) out[c.category] ??= c;
  return out;
}

/** Every word of the phrases, in lower case, each once. */
export function wordsOf(phrases: readonly string[]): Set<string> {
  const out = new Set<string>();
  for (const p of phrases) for (const w of p.toLowerCase().match(LETTERS) ?? []) out.add(w);
  return out;
}

/** Marks that may stand or be missing inside a phrase: hyphen, full stop, apostrophe. */
export function glue(tokens: Tokens, i: number): boolean {
  return isGlue(tokens.id[i] as number);
}

/** The same, by the id of the token. */
export function isGlue(id: number): boolean {
  const c = id - MARK_ID;
  return c === 45 || c === 46 || c === 39;
}
