/** Names written with some of their words in short ("hip jt"): made from the names in full when the lexicon is compiled. */
import type { Cue, Term } from "../../rulebook/types.ts";

/** A phrase of the rulebook while the lexicon is made: what it means, and the ids of its words. */
export interface Phrase {
  readonly cues: Cue[];
  readonly terms: Term[];
  readonly ids: readonly number[];
}

/** The short forms of each word that has some, by the word in full. */
export function shortForms(cues: readonly Cue[]): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>();
  for (const { category, gives, words } of cues)
    if (category === "short") out.set(gives, [...(out.get(gives) ?? []), words]);
  return out;
}

/** Names of two words and more with their words in short: what no phrase of the rulebook says already. */
export function shortened(
  phrases: ReadonlyMap<string, Phrase>,
  shorts: ReadonlyMap<string, readonly string[]>,
  idOf: ReadonlyMap<string, number>,
): Phrase[] {
  const inShort = new Map(
    [...shorts].map(([word, forms]) => [idOf.get(word), forms.map((f) => idOf.get(f) as number)]),
  );
  const out = new Map<string, Phrase>();
  for (const { cues, terms, ids } of phrases.values()) {
    if (terms.length === 0 || ids.length < 2) continue;
    for (const form of forms(ids, inShort)) {
      const key = form.join(" ");
      if (phrases.has(key)) continue;
      const known = out.get(key);
      if (known === undefined) out.set(key, { cues: [...cues], terms: [...terms], ids: form });
      else known.terms.push(...terms);
    }
  }
  return [...out.values()];
}

/** Every way to write some of the words in short, the way in full left out. */
function forms(ids: readonly number[], inShort: ReadonlyMap<number | undefined, readonly number[]>): number[][] {
  let ways: number[][] = [[]];
  for (const id of ids) ways = ways.flatMap((way) => [id, ...(inShort.get(id) ?? [])].map((form) => [...way, form]));
  return ways.slice(1);
}
