/** What single words of a note show, looked up by their id: words that point back, words of a deed, words asked for at one place. */
import { isOneOf, type Page } from "./page.ts";
import { PRONOUN, QUANTIFIER } from "../lexicon/pointer-words.ts";
import { WORD } from "../text/tokens.ts";
import { EACH, THAT } from "../text/small-words.ts";

/** What token k is in the grammar: bits of `POINTER`. */
export function wordAt(p: Page, k: number): number {
  return k >= 0 && k < p.t.n && p.t.type[k] === WORD ? (p.lex.pointers[p.t.id[k] as number] ?? 0) : 0;
}

/** Does a pointing word stand before token k ("all three muscles")? A number after it counts what was named, nothing new. */
export function pointedAt(p: Page, k: number): boolean {
  return (wordAt(p, k - 1) & (QUANTIFIER | PRONOUN)) !== 0;
}

/** Is token k "each"? */
export function isEach(p: Page, k: number): boolean {
  return (wordAt(p, k) & QUANTIFIER) !== 0 && isOneOf(p, k, EACH);
}

/** What token k shows: bits of `DEED`. */
export function deedWord(p: Page, k: number): number {
  return k >= 0 && k < p.t.n && p.t.type[k] === WORD ? (p.lex.deeds[p.t.id[k] as number] ?? 0) : 0;
}

/** Is token k one of the words of these groups: bits of `DETAIL`? */
export function isDetail(p: Page, k: number, bits: number): boolean {
  return k >= 0 && k < p.t.n && p.t.type[k] === WORD && ((p.lex.details[p.t.id[k] as number] ?? 0) & bits) !== 0;
}

/** Does one of the words stand in segments `from` to `to` (exclusive)? */
export function hasWord(p: Page, from: number, to: number, bits: number): boolean {
  for (let no = from; no < to; no++) if (((p.deeds[no] as number) & bits) !== 0) return true;
  return false;
}

/** "His note of last month documents that / he injected": no new clause. */
export const isReported = (p: Page, k: number): boolean => isOneOf(p, k, WHO) && isOneOf(p, k - 1, THAT);

const WHO = ["he", "she"];
