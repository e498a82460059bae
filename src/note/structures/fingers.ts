/**
 * The fingers or toes a structure is said of: "the left index and long fingers" are two sheaths, "R IF, MF and L RF" three,
 * "digits 3 and 4 on both hands" four. A list of fingers is read as one, its sides with it: written before the fingers
 * they hold for those after them, else for those before.
 */
import type { Mention, Side } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { is, MEANS, ROLE } from "../lexicon/lexicon.ts";
import { hitBefore, hitFrom, isLink, isOneOf, type Page } from "../page/page.ts";
import { type Hit, isName } from "../lexicon/scan.ts";
import { isLetterSide } from "./side-near.ts";
import { MARK, NUMBER, WORD } from "../text/tokens.ts";
import { isDetail } from "../page/single-words.ts";
import { DETAIL } from "../lexicon/detail-words.ts";
import { BOTH, DEFINITE, OF } from "../text/small-words.ts";

export type Digit = NonNullable<Mention["digit"]>;

/** A finger or toe, with the side its list gives it (null where it gives none) and its words. */
export interface Finger {
  readonly digit: Digit;
  readonly side: Side | null;
  readonly from: number;
  readonly to: number;
}

/** A finger, with the side in its own initials, or a side (no digit) in a list of fingers. */
interface Item {
  readonly digit: Digit | null;
  readonly side: Side | null;
  /** A word that is a finger only in a list. */
  readonly bare: boolean;
  readonly from: number;
  readonly to: number;
}

/** How far from its structure a finger is named, in tokens. */
const REACH = 8;

/** The finger or toe nearest to the structure and those joined to it in a list, in order; empty when none is named. */
export function digitsNear(p: Page, from: number, to: number, seg: Segment, of: "hand" | "foot"): readonly Finger[] {
  const found = fingersNear(p, from, to, seg);
  return of === "foot" ? found.map((f) => ({ ...f, digit: TOE[f.digit] ?? f.digit })) : found;
}

/** The fingers listed with the one that a structure's own name holds ("index, long and ring trigger finger"). */
export function digitsWith(p: Page, from: number, to: number, seg: Segment, digit: Digit): readonly Finger[] {
  return listAround(p, { digit, bare: false, side: null, from, to }, from, to, seg);
}

/** "2nd to 4th MTP": the number alone says no more than which; the structure says whether finger or toe. */
const TOE: Readonly<Partial<Record<Digit, Digit>>> = {
  thumb: "great-toe",
  index: "2nd-toe",
  middle: "3rd-toe",
  ring: "4th-toe",
  little: "5th-toe",
};

function fingersNear(p: Page, from: number, to: number, seg: Segment): readonly Finger[] {
  const beside = fingerBefore(p, from, seg);
  if (beside !== null) return listAround(p, beside, from, to, seg);
  // "Trigger digits 3 and 4", "MCP joints 2 and 3", "PIP #3"
  if (isDetail(p, to - 1, DETAIL.numbered)) {
    const item = numberAt(p, p.t.isMark(to, "#") ? to + 1 : to);
    if (item !== null) return listAround(p, item, from, to, seg);
  }
  // "2-5 MCPs"
  const last = reaches(p, from - 2) && numberAt(p, from - 3) !== null ? numberAt(p, from - 1) : null;
  if (last !== null && from - 3 >= seg.from) return listAround(p, last, from, to, seg);
  for (let far = 0; far < REACH; far++)
    for (const k of [from - 1 - far, to + far] as const) {
      const item = k >= seg.from && k < seg.to ? fingerFrom(p, k) : null;
      if (item === null || (item.bare && !standsAlone(p, item, seg))) continue;
      return listAround(p, item, from, to, seg);
    }
  return [];
}

/** "Right middle, right ring": a bare word with a side before it, and nothing after it that it could describe. */
function standsAlone(p: Page, { from, to }: Item, seg: Segment): boolean {
  return sideBefore(p, from, seg) !== null && endsThere(p, to, seg);
}

/** The list around one of its fingers. `from` to `to`: the structure, no part of the list but where its name holds the finger. */
function listAround(p: Page, seed: Item, from: number, to: number, seg: Segment): Finger[] {
  const items: Item[] = [seed];
  for (let k = seed.from; ;) {
    // "#2 - R middle finger": a number counts the sites, unless another number ends the range.
    const numbered = p.t.type[k] === NUMBER ? numberAt(p, k - 2) : null;
    const first = reaches(p, k - 1) ? (fingerBefore(p, k - 1, seg) ?? numbered) : null;
    const item = first ?? itemBefore(p, k, seg);
    if (item === null || (item.from < to && item.to > from)) break;
    if (first !== null) items.unshift(...betweenThem(first, items[0] as Item));
    items.unshift(item);
    k = item.from;
  }
  for (let k = seed.to; ;) {
    const last = reaches(p, k) ? (fingerFrom(p, k + 1) ?? numberAt(p, k + 1)) : null;
    const item = last ?? itemAfter(p, k, seg);
    if (item === null || (item.from < to && item.to > from)) break;
    if (last !== null) items.push(...betweenThem(items[items.length - 1] as Item, last));
    items.push(item);
    k = item.to;
  }
  return sided(items);
}

/** "2nd through 4th", "index to ring", "2-5": does token k join the ends of a range? */
const reaches = (p: Page, k: number): boolean =>
  k > 0 && k < p.t.n && (p.t.isMark(k, "-") || p.t.isMark(k, "–") || isOneOf(p, k, THROUGH));

const THROUGH = ["through", "thru", "to"];

/** The fingers or toes that lie between two of them. */
function betweenThem(a: Item, b: Item): Item[] {
  for (const order of [NUMBERED, TOES]) {
    const from = order.indexOf(a.digit as Digit);
    const to = order.indexOf(b.digit as Digit);
    if (from >= 0 && to > from) return order.slice(from + 1, to).map((digit) => ({ ...a, digit }));
  }
  return [];
}

/** The item before token k, past what joins two; fingers must be joined, a side stands right before its finger. */
function itemBefore(p: Page, k: number, seg: Segment): Item | null {
  const side = sideBefore(p, k, seg);
  if (side !== null) return side;
  let i = k;
  while (i > seg.from && joins(p, i - 1, true)) i--;
  if (i === k) return null;
  const joined = fingerBefore(p, i, seg) ?? sideBefore(p, i, seg);
  if (joined === null || joined.digit !== null) return joined;
  // "Right hand: index", "(R) index", "index right, ring left"; not "CTS right, index".
  const leads = i === k - 1 && (p.t.isMark(i, ":") || p.t.isMark(i, "(") || isOneOf(p, i - 1, HAND));
  return leads || fingerBefore(p, joined.from, seg) !== null ? joined : null;
}

function itemAfter(p: Page, k: number, seg: Segment): Item | null {
  // "Index and middle on the right", "of the left hand", ", right"
  for (let i = k; i < seg.to && i - k <= 3; i++) {
    const side = sideFrom(p, i, seg);
    if (side !== null) return side;
    if (!isOneOf(p, i, ON) && !joins(p, i, true)) break;
  }
  let i = k;
  while (i < seg.to && joins(p, i)) i++;
  if (i >= seg.to) return null;
  const item = fingerFrom(p, i) ?? (i > k ? numberFrom(p, i, k) : null);
  if (item === null || item.digit === null) return i > k ? sideFrom(p, i, seg) : null;
  if (i === k && hitBefore(p, k)?.entry.by.side === undefined) return null;
  return (item.bare || isName(hitFrom(p, item.to))) && !endsThere(p, item.to, seg) ? null : item;
}

const ON = ["on", "of", "the", "in", "her", "his"];

/** The fingers, each with its side. */
function sided(items: readonly Item[]): Finger[] {
  const out: Finger[] = [];
  const first = items.findIndex((x) => x.digit === null) === 0;
  let side: Side | null = null;
  let open = 0;
  for (const x of items)
    if (x.digit !== null) {
      if (x.side !== null) side = x.side;
      out.push({ digit: x.digit, side: x.side ?? (first ? side : null), from: x.from, to: x.to });
    } else if (first) side = x.side;
    else
      for (; open < out.length; open++)
        out[open] = { ...(out[open] as Finger), side: (out[open] as Finger).side ?? x.side };
  return out.filter((f, i) => out.findIndex((g) => g.digit === f.digit && g.side === f.side) === i);
}

/** A word for a finger, or its initials, at token k. */
function fingerFrom(p: Page, k: number): Item | null {
  const hit = hitFrom(p, k);
  const cue = hit?.entry.by.digit;
  if (hit !== undefined && cue !== undefined)
    return { digit: cue.gives as Digit, bare: cue.bare === true, side: null, from: hit.from, to: hit.to };
  return initialsAt(p, k);
}

/** The same right before token k. */
function fingerBefore(p: Page, k: number, seg: Segment): Item | null {
  const hit = hitBefore(p, k);
  const cue = hit?.entry.by.digit;
  if (hit !== undefined && cue !== undefined)
    return hit.from < seg.from
      ? null
      : { digit: cue.gives as Digit, bare: cue.bare === true, side: null, from: hit.from, to: hit.to };
  return k - 1 >= seg.from ? initialsAt(p, k - 1) : null;
}

/** "RF", "IF", with its side "LRF": in capitals, unless the whole note is in one case; there "if" is a word. */
function initialsAt(p: Page, k: number): Item | null {
  if (k < 0 || k >= p.t.n || p.t.type[k] !== WORD || (hitFrom(p, k)?.to ?? 0) > k + 1) return null;
  const length = (p.t.end[k] as number) - (p.t.start[k] as number);
  if (length < 2 || length > 3) return null;
  const written = p.t.textOf(k);
  const text = written.toUpperCase();
  if (p.t.capitals ? written !== text : text === "IF") return null;
  const side = length === 2 ? null : (SIDE[text[0] as string] ?? null);
  if (length === 3 && side === null) return null;
  const digit = p.lex.initials.get(length === 2 ? text : text.slice(1));
  return digit === undefined ? null : { digit: digit as Digit, bare: false, side, from: k, to: k + 1 };
}

/** Is the phrase nothing but a finger's initials? */
export const isFingerInitials = (p: Page, { from, to }: Hit): boolean =>
  to === from + 1 && initialsAt(p, from) !== null;

const SIDE: Readonly<Record<string, Side>> = { R: "right", L: "left" };

/** "Digits 3 and 4": a number joined to another one. */
const numberFrom = (p: Page, i: number, k: number): Item | null => (p.t.type[k - 1] === NUMBER ? numberAt(p, i) : null);

/** Does a finger stand right before the phrase, or after it and "of the"? */
export function fingerBeside(p: Page, { from, to }: Hit): boolean {
  if (hitBefore(p, from)?.entry.by.digit !== undefined || initialsAt(p, from - 1) !== null) return true;
  let k = to;
  while (k - to < 2 && isLink(p, k)) k++;
  return hitFrom(p, k)?.entry.by.digit !== undefined || initialsAt(p, k) !== null;
}

/** A number from one to five, of nothing else. */
function numberAt(p: Page, k: number): Item | null {
  if (k >= p.t.n || p.t.type[k] !== NUMBER || (p.t.end[k] as number) - (p.t.start[k] as number) !== 1) return null;
  const digit = NUMBERED[Number(p.t.textOf(k)) - 1];
  if (digit === undefined || ((hitFrom(p, k + 1)?.bits ?? 0) & (MEANS.unit | MEANS.noun | MEANS.substance)) !== 0)
    return null;
  return p.t.isMark(k + 1, ".") && p.t.type[k + 2] === NUMBER
    ? null
    : { digit, bare: false, side: null, from: k, to: k + 1 };
}

const NUMBERED: readonly Digit[] = ["thumb", "index", "middle", "ring", "little"];
const TOES: readonly Digit[] = ["great-toe", "2nd-toe", "3rd-toe", "4th-toe", "5th-toe"];

/** The side right before token k, past "hand". */
function sideBefore(p: Page, k: number, seg: Segment): Item | null {
  const hit = hitBefore(p, isOneOf(p, k - 1, HAND) ? k - 1 : k);
  return hit !== undefined && hit.from >= seg.from ? sideOf(p, hit, k) : null;
}

/** The side at token k, where it is none of what follows it. */
function sideFrom(p: Page, k: number, seg: Segment): Item | null {
  const hit = k < seg.to ? hitFrom(p, k) : undefined;
  if (hit === undefined) return null;
  const to = isOneOf(p, hit.to, HAND) ? hit.to + 1 : hit.to;
  const next = hitFrom(p, to);
  return to === hit.to && isName(next) && fingerFrom(p, to) === null ? null : sideOf(p, hit, to);
}

function sideOf(p: Page, hit: Hit, to: number): Item | null {
  const cue = hit.entry.by.side;
  if (cue === undefined || (cue.bare === true && !isLetterSide(p, hit))) return null;
  if (isOneOf(p, hit.from, BOTH) && to <= hit.to) return null;
  return { digit: null, side: cue.gives as Side, bare: false, from: hit.from, to: Math.max(to, hit.to) };
}

const HAND = ["hand", "hands"];
/** "Both index and ring": so many fingers, or of both hands. */

/** "Index, middle, ring": after a finger a bare word is one too, where nothing that it could describe follows. */
function endsThere(p: Page, k: number, seg: Segment): boolean {
  if (k >= seg.to || p.t.type[k] === MARK || isLink(p, k)) return true;
  const hit = hitFrom(p, k);
  // "Right 3rd and 4th injected", not "2nd injection".
  if (hit === undefined || isName(hit) || hit.entry.by.act?.gives === "injection") return false;
  return (hit.bits & (MEANS.digit | MEANS.side | MEANS.act)) !== 0;
}

/** What joins two members of a list of fingers; before the list a colon or a bracket too ("Right hand: index"). */
function joins(p: Page, k: number, opens = false): boolean {
  if (k < 0 || k >= p.t.n) return false;
  if (p.t.type[k] === MARK)
    return JOINS.some((mark) => p.t.isMark(k, mark)) || (opens && (p.t.isMark(k, ":") || p.t.isMark(k, "(")));
  return is(p.lex, p.t.id[k] as number, ROLE.join) || isOneOf(p, k, DEFINITE) || sameOf(p, k);
}

/** "The sheath of the ring finger and that of the small finger". */
const sameOf = (p: Page, k: number): boolean =>
  (isOneOf(p, k, THAT) && isOneOf(p, k + 1, OF)) || (isOneOf(p, k, OF) && isOneOf(p, k - 1, THAT));

const JOINS = [",", "/", "&", "+", ";"];
const THAT = ["that", "those"];
