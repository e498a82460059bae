/**
 * Amounts written in a line and the substance each belongs to: "9 cc 0.25% Marcaine with 1 cc Kenalog-40, 1 cc at each
 * site". An amount belongs to the substance it touches; a joining word or a plus parts two substances of a mixture.
 */
import type { Segment } from "../page/layout.ts";
import { is, ROLE } from "../lexicon/lexicon.ts";
import { hitFrom, isLink, isOneOf, type Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { NUMBER, NUMBER_ID, WORD } from "../text/tokens.ts";
import { isDetail } from "../page/single-words.ts";
import { DETAIL } from "../lexicon/detail-words.ts";
import { ALL, IN } from "../text/small-words.ts";

export interface Amount {
  readonly value: number;
  readonly unit: string;
  /** Tokens of the number and its unit. */
  readonly at: number;
  readonly to: number;
  /** "each", "per site", "apiece": given once at every site. */
  readonly each: boolean;
  /** "3 mL total": the sum, whatever else is written. */
  readonly total: boolean;
}

/** Number of a token, or null. Words ("two", "half a") count. */
export function numberAt(p: Page, k: number): number | null {
  return numeral(p, k)?.value ?? null;
}

interface Numeral {
  readonly value: number;
  readonly to: number;
}

/** The number that begins at token k: digits, ".25", "2,500", a word, "one and a half". */
function numeral(p: Page, k: number): Numeral | null {
  if (p.t.type[k] === NUMBER) return isOrdinal(p, k) ? null : { value: valueOf(p, k), to: k + 1 };
  if (p.t.isMark(k, ".") && p.t.type[k + 1] === NUMBER && p.t.start[k + 1] === p.t.end[k] && spaced(p, k))
    return { value: Number(`0.${p.t.textOf(k + 1)}`), to: k + 2 };
  const hit = hitFrom(p, k);
  const value = hit?.entry.by.number?.value;
  if (hit === undefined || value === undefined) return null;
  const more = isLink(p, hit.to) ? hitFrom(p, hit.to + 1) : undefined;
  const part = more?.entry.by.number?.value;
  if (more !== undefined && part !== undefined && part > 0 && part < 1 && value >= 1)
    return { value: value + part, to: more.to };
  return { value, to: hit.to };
}

/** "4th costochondral joint": which one, not how many. */
const isOrdinal = (p: Page, k: number): boolean => p.t.start[k + 1] === p.t.end[k] && isOneOf(p, k + 1, ENDINGS);

const ENDINGS = ["st", "nd", "rd", "th"];

/** Whole numbers below a thousand have their value in their id. */
function valueOf(p: Page, k: number): number {
  const id = p.t.id[k] as number;
  return id >= NUMBER_ID ? id - NUMBER_ID : Number(p.t.textOf(k).replaceAll(",", ""));
}

function spaced(p: Page, k: number): boolean {
  return k === 0 || (p.t.start[k] as number) > (p.t.end[k - 1] as number) || p.t.isMark(k - 1, "(");
}

/** All amounts of a segment in order. */
export function amountsIn(p: Page, seg: Segment): Amount[] {
  const out: Amount[] = [];
  for (let k = seg.from; k < seg.to; k++) {
    const n = numeral(p, k);
    if (n === null) continue;
    const unit = unitAt(p, n.to);
    if (unit !== null) {
      const each = isEach(p, unit.to, seg.to) || eachBefore(p, seg.from, k);
      out.push({ value: n.value, unit: unit.gives, at: k, to: unit.to, each, total: isTotal(p, seg, k, unit.to) });
      k = unit.to - 1;
    } else k = n.to - 1;
  }
  return out;
}

/** The unit at token k; "mg/cc" is a strength. */
export function unitAt(p: Page, k: number): { gives: string; to: number } | null {
  const hit = hitFrom(p, k);
  const gives = hit?.entry.by.unit?.gives;
  if (hit === undefined || gives === undefined) return null;
  const per = p.t.isMark(hit.to, "/") ? hitFrom(p, hit.to + 1) : undefined;
  if (per?.entry.by.unit?.gives === "mL" && (gives === "mg" || gives === "unit"))
    return { gives: `${gives}/mL`, to: per.to };
  return { gives, to: hit.to };
}

const EACH = ["each", "ea", "apiece", "per"];
const TO_EACH = ["into", "in", "at", "to", "on", "for"];

function isEach(p: Page, k: number, to: number): boolean {
  if (k >= to) return false;
  return isOneOf(p, k, EACH) || (k + 1 < to && isOneOf(p, k + 1, EACH) && isOneOf(p, k, TO_EACH));
}

/** "Each received 1 mL", "each trigger point was injected with 0.5 mL": the word stands before, nothing counted between. */
function eachBefore(p: Page, from: number, k: number): boolean {
  for (let i = k - 1; i >= from && k - i <= EACH_BEFORE; i--) {
    if (numeral(p, i) !== null || p.t.isMark(i, ",") || p.t.isMark(i, ";") || p.t.isMark(i, ":")) return false;
    if (isOneOf(p, i, EACH)) return true;
  }
  return false;
}

const EACH_BEFORE = 14;

function isTotal(p: Page, seg: Segment, at: number, to: number): boolean {
  for (let k = Math.max(seg.from, at - 2); k < at; k++) if (isDetail(p, k, DETAIL.total)) return true;
  for (let k = to; k < Math.min(seg.to, to + 3); k++) {
    if (p.t.isMark(k, ",") || p.t.isMark(k, ";")) return false;
    if (isDetail(p, k, DETAIL.total) || (isOneOf(p, k, IN) && isOneOf(p, k + 1, ALL))) return true;
  }
  return false;
}

/** The amounts of each substance of a segment, in the order of `named`. */
export function amountsOf(p: Page, seg: Segment, named: readonly Hit[]): Amount[][] {
  const out: Amount[][] = named.map(() => []);
  let i = 0; // the first substance that does not stand before the amount
  for (const a of amountsIn(p, seg)) {
    while (i < named.length && (named[i] as Hit).from < a.at) i++;
    const before = i > 0 ? named[i - 1] : undefined;
    const owner = ownerOf(p, a, before, i < named.length ? named[i] : undefined, i > 0 ? out[i - 1] : undefined);
    const n = owner < 0 ? i - 1 : i;
    if (owner === 0 || n < 0) continue;
    // "1 mL of lidocaine 1% per site"
    const each = a.each || (owner > 0 && isEach(p, tailOf(p, named[n] as Hit), seg.to));
    out[n]?.push(each === a.each ? a : { ...a, each });
  }
  return out;
}

/** The token after a substance and the strength written behind it. */
function tailOf(p: Page, hit: Hit): number {
  const n = numeral(p, hit.to);
  const unit = n === null ? null : unitAt(p, n.to);
  return unit !== null && unit.gives !== "mL" ? unit.to : hit.to;
}

/** An amount that touches nothing is taken for the substance named before it within so many tokens. */
const AFTER = 14;
const BEFORE = 9;

/** -1: the substance before, 1: the one after, 0: neither. */
function ownerOf(
  p: Page,
  a: Amount,
  before: Hit | undefined,
  after: Hit | undefined,
  held: readonly Amount[] | undefined,
): -1 | 0 | 1 {
  const toBefore = before === undefined ? "far" : gap(p, before.to, a.at);
  const toAfter = after === undefined ? "far" : gap(p, a.to, after.from);
  if (toBefore === "touches" && toAfter !== "touches") return -1;
  if (toAfter === "touches" && toBefore !== "touches") return 1;
  if (toBefore === "touches") return held?.some((h) => h.unit === a.unit) || hasComma(p, before as Hit, a) ? 1 : -1;
  if (before !== undefined && toBefore !== "parted" && a.at - before.to <= AFTER && a.unit !== "%") return -1;
  if (after !== undefined && toAfter !== "parted" && after.from - a.to <= BEFORE && a.unit !== "%") return 1;
  return before !== undefined && a.at - before.to <= AFTER && a.unit !== "%" ? -1 : 0;
}

/** What stands between an amount and a substance: nothing that matters, a joining word, or something else. */
function gap(p: Page, from: number, to: number): "touches" | "parted" | "far" {
  let far = false;
  let words = 0;
  for (let k = from; k < to;) {
    const unit = unitAt(p, k);
    const n = numeral(p, k);
    if (n !== null) k = n.to;
    else if (unit !== null) k = unit.to;
    else if (
      is(p.lex, p.t.id[k] as number, ROLE.join) ||
      p.t.isMark(k, "+") ||
      p.t.isMark(k, "&") ||
      p.t.isMark(k, ";")
    )
      return "parted";
    else if (p.t.type[k] === WORD) {
      const hit = hitFrom(p, k);
      if (hit !== undefined || ++words > 2) far = far || !isLink(p, k);
      k = hit?.to ?? k + 1;
    } else {
      if (p.t.isMark(k, ".") && (p.t.start[k + 1] ?? 0) > (p.t.end[k] ?? 0)) far = true;
      k++;
    }
  }
  return far || to - from > BEFORE ? "far" : "touches";
}

function hasComma(p: Page, before: Hit, a: Amount): boolean {
  for (let k = before.to; k < a.at; k++) if (p.t.isMark(k, ",") || p.t.isMark(k, "/")) return true;
  return false;
}
