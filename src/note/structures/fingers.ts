/** The fingers or toes a structure is said of: "the left index and long fingers" are two sheaths. */
import type { Mention, Side } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { hitBefore, hitFrom, isLink, type Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { MARK } from "../text/tokens.ts";

export type Digit = NonNullable<Mention["digit"]>;

/** A finger or toe, with the side written beside it in a list ("right index and left middle"); null where none is. */
export interface Finger {
  readonly digit: Digit;
  readonly side: Side | null;
}

/** How far from its structure a finger is named, in tokens. */
const REACH = 8;

/** The finger or toe nearest to the structure and those joined to it in a list, in order; empty when none is named. */
export function digitsNear(p: Page, from: number, to: number, seg: Segment, of: "hand" | "foot"): readonly Finger[] {
  const found = fingersNear(p, from, to, seg);
  return of === "foot" ? found.map(({ digit, side }) => ({ digit: TOE[digit] ?? digit, side })) : found;
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
  const beside = hitBefore(p, from);
  if (beside?.entry.by.digit !== undefined && beside.from >= seg.from) return listAt(p, beside, from, to, seg);
  for (let far = 0; far < REACH; far++)
    for (const k of [from - 1 - far, to + far] as const) {
      const hit = k >= seg.from && k < seg.to ? hitFrom(p, k) : undefined;
      if (hit?.entry.by.digit !== undefined && hit.entry.by.digit.bare !== true) return listAt(p, hit, from, to, seg);
    }
  return [];
}

/** The list of fingers around one of them. "Third" or "long" alone counts only in such a list. */
function listAt(p: Page, hit: Hit, from: number, to: number, seg: Segment): Finger[] {
  const out: Finger[] = [finger(p, hit, seg)];
  for (let k = hit.from; ;) {
    let i = sideHit(p, k, seg)?.from ?? k;
    const joined = i;
    while (i > seg.from && joins(p, i - 1)) i--;
    const before = i === joined ? undefined : hitBefore(p, i);
    if (before?.entry.by.digit === undefined || before.from < seg.from) break;
    if (before.from < to && before.to > from) break;
    out.unshift(finger(p, before, seg));
    k = before.from;
  }
  for (let k = hit.to; ;) {
    let i = k;
    while (i < seg.to && joins(p, i)) i++;
    if (i === k || i >= seg.to) break;
    const side = hitFrom(p, i);
    const next = side?.entry.by.side === undefined ? side : hitFrom(p, side.to);
    const digit = next?.entry.by.digit;
    if (next === undefined || digit === undefined || (digit.bare === true && !endsThere(p, next.to, seg))) break;
    out.push(finger(p, next, seg));
    k = next.to;
  }
  return out.filter((f, i) => out.findIndex((g) => g.digit === f.digit && g.side === f.side) === i);
}

function finger(p: Page, hit: Hit, seg: Segment): Finger {
  return {
    digit: hit.entry.by.digit?.gives as Digit,
    side: (sideHit(p, hit.from, seg)?.entry.by.side?.gives as Side | undefined) ?? null,
  };
}

/** The side right before token k. */
function sideHit(p: Page, k: number, seg: Segment): Hit | undefined {
  const hit = hitBefore(p, k);
  return hit?.entry.by.side !== undefined && hit.from >= seg.from ? hit : undefined;
}

/** "Index, middle, ring": after a finger a bare word is one too, where nothing that it could describe follows. */
function endsThere(p: Page, k: number, seg: Segment): boolean {
  return k >= seg.to || p.t.type[k] === MARK || hitFrom(p, k)?.entry.by.digit !== undefined || isLink(p, k);
}

function joins(p: Page, k: number): boolean {
  return isLink(p, k) || p.t.isMark(k, ",") || p.t.isMark(k, "/") || p.t.isMark(k, "&") || p.t.isMark(k, "+");
}
