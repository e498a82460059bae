/**
 * Structures that share a word with their neighbour in a list: "gluteus maximus, medius and minimus" leaves out the first
 * word of the later ones, "greater and lesser occipital nerves" the last words of the first.
 */
import { is, ROLE, type Entry } from "../lexicon/lexicon.ts";
import { hitFrom, isLink, type Page } from "../page/page.ts";
import { begin, branch, valueAt } from "../lexicon/phrases.ts";
import { type Hit, isName } from "../lexicon/scan.ts";
import { WORD } from "../text/tokens.ts";

/** The structure before the hit that lacks its last words; null when there is none. */
export function sharesEnd(p: Page, hit: Hit, start: number): Hit | null {
  const k = hit.from - 2;
  if (hit.to - hit.from < 2 || k < start || !joins(p, k + 1) || !isSingle(p, k)) return null;
  // "Peroneal and posterior tibial tendon sheaths": its last words alone, where those of the whole name do not fit.
  for (let from = hit.from + 1; from < hit.to; from++) {
    const found = named(p, k, (i) => (i === from - 1 ? k : i), { ...hit, from: from - 1 });
    if (found !== null && (from === hit.from + 1 || found.entry.name !== undefined)) return found;
  }
  return null;
}

/** The structures after the hit that lack its first words, in order. */
export function shareStart(p: Page, hit: Hit, end: number): readonly Hit[] {
  if (hit.to - hit.from < 2) return NONE;
  const out: Hit[] = [];
  for (let k = hit.to; k < end && joins(p, k); k++) {
    while (k < end && joins(p, k)) k++;
    const found = k < end && isSingle(p, k) ? named(p, k, (i) => (i === hit.to - 1 ? k : i), hit) : null;
    if (found === null) break;
    out.push(found);
  }
  return out;
}

const NONE: readonly Hit[] = [];

/** The structure whose name is that of the hit with one word in another's place. */
function named(p: Page, k: number, at: (i: number) => number, hit: Hit): Hit | null {
  const { phrases, entries } = p.lex;
  let node = 0;
  for (let i = hit.from; i < hit.to; i++) {
    const id = p.t.id[at(i)] as number;
    node = i === hit.from ? begin(phrases, id) : branch(phrases, node, id);
    if (node === 0) return null;
  }
  const value = valueAt(phrases, node);
  const entry = value < 0 ? undefined : (entries[value] as Entry);
  return entry === undefined || entry.terms.length === 0 ? null : { entry, bits: entry.bits, from: k, to: k + 1 };
}

function joins(p: Page, k: number): boolean {
  return (
    p.t.isMark(k, ",") ||
    p.t.isMark(k, "&") ||
    p.t.isMark(k, "/") ||
    (isLink(p, k) && is(p.lex, p.t.id[k] as number, ROLE.join))
  );
}

/** A word by itself, no structure of its own. */
function isSingle(p: Page, k: number): boolean {
  if (p.t.type[k] !== WORD || (p.t.id[k] as number) === 0) return false;
  const hit = hitFrom(p, k);
  return hit === undefined || (hit.to === k + 1 && (!isName(hit) || hit.entry.name === undefined));
}
