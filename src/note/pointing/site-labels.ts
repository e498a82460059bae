/** Numbers and letters by which a note tells its sites apart: before the site itself, and where a sentence names them. */
import type { Segment } from "../page/layout.ts";
import { hitFrom, isLink, isOneOf, type Page } from "../page/page.ts";
import { NOUN, PLACE } from "../lexicon/pointer-words.ts";
import { wordAt } from "../page/single-words.ts";
import { NUMBER, WORD } from "../text/tokens.ts";
import { ONLY } from "../text/small-words.ts";

/** Sites of a list, at most. */
const MOST = 40;
/** A letter is a number from here on. */
const LETTERS = 100;
/** Tokens from a label to the name of its site ("(a) tender band in the left upper"), at most. */
const REACH = 9;

/** "1" or "a": the first of a list. */
export const isFirst = (label: number): boolean => label === 1 || label === LETTERS;

/** Sites that a sentence names by their labels. */
export interface Named {
  readonly labels: readonly number[];
  /** Token range, its noun and all. */
  readonly from: number;
  readonly to: number;
}

/** A number or a single letter as the label of a site; null when token k is neither. */
function labelAt(p: Page, k: number): number | null {
  if (k < 0 || k >= p.t.n) return null;
  const text = p.t.textOf(k);
  if (p.t.type[k] === NUMBER) {
    const n = Number(text);
    return Number.isInteger(n) && n >= 1 && n <= MOST ? n : null;
  }
  return p.t.type[k] === WORD && /^[a-z]$/i.test(text) ? LETTERS + text.toLowerCase().charCodeAt(0) - 97 : null;
}

/** The label of a list item: "1. ", "2) ", "#3 ", "b) " before it. */
export function labelOfItem(p: Page, { from, kind }: Segment): number | null {
  if (kind !== "item") return null;
  return labelAt(p, p.t.type[from - 1] === NUMBER ? from - 1 : from - 2);
}

/** The label written before a site in the middle of a line: "(a) band in R upper", "2) left", "#3:"; null when there is none. */
export function labelBefore(p: Page, from: number, low: number): number | null {
  for (let k = from - 1; k >= low && from - k <= REACH; k--) {
    if (p.t.type[k] === WORD) continue;
    if (p.t.isMark(k, ")") || p.t.isMark(k, ".") || p.t.isMark(k, ":"))
      // "R trap (1) and R levator (2)": a count of what stands before it.
      return k > low && !(p.t.isMark(k - 2, "(") && k - 2 === low) ? labelAt(p, k - 1) : null;
    if (p.t.isMark(k, "#")) return labelAt(p, k + 1);
    if (p.t.isMark(k, ",") || p.t.isMark(k, ";") || p.t.isMark(k, "(")) return null;
  }
  return null;
}

/** The sites that a sentence names by their labels: "sites 1 and 3", "bands (a), (b) and (d)", "#2", "A and C". */
export function namedIn(p: Page, seg: Segment): Named[] {
  const out: Named[] = [];
  // "(a), (b) and (d) were injected": what begins the line looks like a bullet.
  const from = p.t.isMark(seg.from - 1, ")") && p.t.isMark(seg.from - 3, "(") ? seg.from - 3 : seg.from;
  for (let k = from; k < seg.to; k++) {
    const noun = (wordAt(p, k) & (PLACE | NOUN)) !== 0 && !isOneOf(p, k, NO_NOUNS);
    if (!noun && !mayLabel(p, k)) continue;
    const starts =
      k === from || p.t.isMark(k - 1, ";") || p.t.isMark(k - 1, ",") || isLink(p, k - 1) || isOneOf(p, k - 1, ONLY);
    if (!noun && !starts) continue;
    const at = noun ? k + 1 : k;
    const { labels, to, marked } = labelsFrom(p, at, seg.to);
    if (labels.length === 0 || (!noun && !marked && labels.length < 2)) continue;
    out.push({ labels, from: k, to });
    k = to - 1;
  }
  return out;
}

/** A number, a mark or a single letter: what labels, or the bracket before it, may be. */
const mayLabel = ({ t }: Page, k: number): boolean =>
  t.type[k] !== WORD || (t.end[k] as number) - (t.start[k] as number) === 1;

/** Words that a number or a letter after them does not number. */
const NO_NOUNS = ["pt", "pts", "above", "ones", "level", "levels", "region", "regions", "structure", "structures"];
const RANGE = /^(?:to|through|thru|-)$/i;
const BETWEEN = [",", "&", "#", "+", ")"];

/** The labels from token `from` on: "1 and 3", "1-4", "(a), (b) & (d)". `marked`: in brackets or after "#". */
function labelsFrom(
  p: Page,
  from: number,
  to: number,
): { readonly labels: readonly number[]; readonly to: number; readonly marked: boolean } {
  const labels: number[] = [];
  let range = false;
  let marked = false;
  let end = from;
  for (let k = from; k < to && labels.length < MOST; k++) {
    const label = labelAt(p, k);
    if (label !== null && !p.t.isMark(k + 1, ".") && !isArticle(p, k, to)) {
      // "Sites 1: 2 mL": an amount is no number of a site.
      if (hitFrom(p, k + 1)?.entry.by.unit !== undefined) break;
      for (let i = range ? (labels[labels.length - 1] ?? label) + 1 : label; i <= label; i++) labels.push(i);
      range = false;
      end = p.t.isMark(k + 1, ")") ? k + 2 : k + 1;
    } else if (p.t.isMark(k, "(") && p.t.isMark(k + 2, ")") && labelAt(p, k + 1) !== null) marked = true;
    else if (p.t.isMark(k, "#")) marked = true;
    else if (labels.length > 0 && RANGE.test(p.t.textOf(k))) range = true;
    else if (!(isLink(p, k) || BETWEEN.some((m) => p.t.isMark(k, m)))) break;
  }
  return { labels, to: end, marked };
}

/** "A" before a word is an article, unless another label or a verb follows. */
function isArticle(p: Page, k: number, to: number): boolean {
  if (!isOneOf(p, k, ARTICLE) || k + 1 >= to || p.t.type[k + 1] !== WORD) return false;
  return !isOneOf(p, k + 1, FOLLOW) && hitFrom(p, k + 1)?.entry.by.act === undefined;
}

const ARTICLE = ["a"];
const FOLLOW = ["and", "or", "plus", "was", "were", "to", "through", "only", "not"];
