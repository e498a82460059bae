/**
 * A note as every later step sees it: tokens, phrases, segments, and how to ask for them.
 *
 * A note has some forty segments, and nearly every rule concerns two or three of them. So a rule asks first and works
 * afterwards: `holds` (does the segment hold a phrase with one of these meanings?), `firstWith` and `nextWith` (its phrases
 * with one of these meanings, and no others), `some`. Words that are no phrase are compared with `isOneOf`, which makes no
 * string; `textOf`, slices and regular expressions are for the few places where something was already found.
 */
import type { Side } from "../facts.ts";
import type { Segment } from "./layout.ts";
import { is, MEANS, ROLE, type Entry, type Lexicon } from "../lexicon/lexicon.ts";
import type { Hit } from "../lexicon/scan.ts";
import { NUMBER, WORD, type Tokens } from "../text/tokens.ts";

export interface Page {
  readonly lex: Lexicon;
  readonly t: Tokens;
  readonly hits: readonly Hit[];
  readonly hitAt: Int32Array;
  /** Index of the hit that ends at token i (exclusive), or -1. */
  readonly hitEnd: Int32Array;
  readonly segments: readonly Segment[];
  /** Range of hits [first, last) of each segment: first at 2n, last at 2n + 1. */
  readonly ranges: Int32Array;
  /** What each hit means, and what those of each segment mean together: bits of `MEANS`. */
  readonly means: Int32Array;
  readonly bits: Int32Array;
  /** What the single words of each segment show together of a deed: bits of `DEED`. */
  readonly deeds: Int32Array;
  /** Ids of structures that the note names by a word with one meaning. */
  readonly named: () => ReadonlySet<string>;
  readonly walks: { readonly before: Walk; readonly after: Walk };
  /** Does the note hold tick boxes? */
  readonly ticks: boolean;
  /** Is anything injected, needled or blocked named anywhere, or asked how it is coded? Short forms count only then. */
  readonly hasAct: boolean;
}

// What is asked everywhere is a constant function: the engine puts it in place of the call without asking whether it is still the same.

/** Does segment `no` hold a phrase with one of these meanings? */
export const holds = (p: Page, no: number, bits: number): boolean => ((p.bits[no] as number) & bits) !== 0;

/** Index of the first hit of segment `no` with one of these meanings; -1 when it has none. */
export function firstWith(p: Page, no: number, bits: number): number {
  return holds(p, no, bits) ? nextWith(p, no, bits, (p.ranges[2 * no] as number) - 1) : -1;
}

/** Index of the next such hit after hit `h`; -1 when there is none. */
export function nextWith(p: Page, no: number, bits: number, h: number): number {
  const end = p.ranges[2 * no + 1] as number;
  for (let i = h + 1; i < end; i++) if (((p.means[i] as number) & bits) !== 0) return i;
  return -1;
}

/** Does a phrase of segment `no` with one of these meanings pass the test? */
export function some(p: Page, no: number, bits: number, test: (by: Entry["by"]) => boolean): boolean {
  for (let h = firstWith(p, no, bits); h >= 0; h = nextWith(p, no, bits, h))
    if (test((p.hits[h] as Hit).entry.by)) return true;
  return false;
}

/** Does the segment say one of these (bits of `SAYS`) of anything in it: plan, deny, remember it? */
export function saysAny(p: Page, no: number, says: number): boolean {
  for (let h = firstWith(p, no, MEANS.status); h >= 0; h = nextWith(p, no, MEANS.status, h))
    if (((p.hits[h] as Hit).entry.status & says) !== 0) return true;
  return false;
}

/** "x", "×" as in "x3". */
export function isTimes({ t }: Page, k: number): boolean {
  const start = t.start[k] as number;
  if ((t.end[k] as number) - start !== 1) return false;
  const c = t.text.charCodeAt(start);
  return c === 120 || c === 88 || c === 215;
}

/** The hit that begins at token i. */
export const hitFrom = (p: Page, i: number): Hit | undefined => {
  const k = i >= 0 && i < p.t.n ? (p.hitAt[i] as number) : -1;
  return k < 0 ? undefined : p.hits[k];
};

/** What the phrase that begins at token i means, bits of `MEANS`; 0 where none begins. */
export function meansFrom(p: Page, i: number): number {
  const k = i >= 0 && i < p.t.n ? (p.hitAt[i] as number) : -1;
  return k < 0 ? 0 : (p.means[k] as number);
}

/** The hit that ends before token i. */
export const hitBefore = (p: Page, i: number): Hit | undefined => {
  const k = i > 0 && i <= p.t.n ? (p.hitEnd[i] as number) : -1;
  return k < 0 ? undefined : p.hits[k];
};

/** The last walk in search of a side: it ends the same from any place on it, so no stretch is walked twice. */
export interface Walk {
  low: number;
  high: number;
  side: Side;
}

/** Is token k a number or the letter of a level of the spine? */
export function isLevel(p: Page, k: number): boolean {
  if (k < 0 || k >= p.t.n) return false;
  if (p.t.type[k] === NUMBER) return true;
  if (p.t.type[k] !== WORD || p.t.type[k + 1] !== NUMBER || p.t.start[k + 1] !== p.t.end[k]) return false;
  return (p.t.end[k] as number) - (p.t.start[k] as number) === 1 && "ctls".includes(p.t.textOf(k).toLowerCase());
}

/** Is token k one of these words of plain small letters, in whatever case it is written? Makes no string. */
export function isOneOf({ t }: Page, k: number, words: readonly string[]): boolean {
  return t.isOneOf(k, words);
}

/** May the word stand inside a list without ending it? */
export function isLink(p: Page, k: number): boolean {
  return k >= 0 && k < p.t.n && is(p.lex, p.t.id[k] as number, ROLE.link);
}
