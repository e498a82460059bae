/** Sides that a field or a lead line gives. */
import type { Side } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { hitFrom, holds, isOneOf, type Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { BOTH } from "../text/small-words.ts";
import { MARK } from "../text/tokens.ts";
import { tickAt } from "../page/bullets.ts";

/** "Laterality: Left" holds for the note; "Right side:", "Injected on the left:" for the lines under it. */
export function sideLabel(p: Page, no: number): { readonly field: Side; readonly lead: Side } {
  const { from, to, labelEnd } = p.segments[no] as Segment;
  if (!holds(p, no, MEANS.side)) return NO_SIDE;
  if (to - from === 1 && asksSide(p, no - 1)) return { field: sideIn(p, from, to), lead: "unspecified" };
  const lead = sideIn(p, from, labelEnd);
  if (lead === "unspecified" && leadsList(p, no)) return { field: "unspecified", lead: oneSide(p, from, to) };
  if (labelEnd <= from) return NO_SIDE;
  if (isSideName(p, from) && p.t.type[from + 1] === MARK)
    return { field: tickedSide(p, labelEnd + 1, to) ?? sideIn(p, labelEnd + 1, to), lead: "unspecified" };
  return { field: "unspecified", lead };
}

/** "Laterality: ( ) Left (x) Right": the side whose box is ticked; null where no box stands before a side. */
function tickedSide(p: Page, from: number, to: number): Side | null {
  if (!p.ticks) return null;
  let side: Side | null = null;
  for (let k = from; k < to; k++) {
    const box = tickAt(p.t, k, to);
    if (box === null) continue;
    const gives = hitFrom(p, box.to)?.entry.by.side?.gives as Side | undefined;
    if (gives === undefined) return null;
    side = box.ticked ? (side === null || side === "unspecified" ? gives : "bilateral") : (side ?? "unspecified");
  }
  return side;
}

/** "Joint: Hip  Side: Left": the side of a field further on in the same line. */
export function fieldSideIn(p: Page, no: number): Side {
  const { from, to } = p.segments[no] as Segment;
  if (!holds(p, no, MEANS.side)) return "unspecified";
  for (let k = from + 1; k < to; k++)
    if (p.t.isMark(k, ":") && isSideName(p, k - 1)) return sideIn(p, k + 1, Math.min(to, k + 2));
  return "unspecified";
}

const isSideName = (p: Page, k: number): boolean => /^(?:laterality|sides?)$/i.test(p.t.textOf(k));

/** "Laterality" alone on the line before. */
function asksSide(p: Page, no: number): boolean {
  const seg = p.segments[no];
  return seg !== undefined && seg.to - seg.from === 1 && isSideName(p, seg.from);
}

/** Does it end in a colon, or stand above a list that is set in, or right above the first item of one? */
function leadsList(p: Page, no: number): boolean {
  const seg = p.segments[no] as Segment;
  if (p.t.isMark(seg.to - 1, ":")) return true;
  const next = p.segments[no + 1];
  // "* Left", and the names set in under it.
  if (next !== undefined && next.indent > seg.indent && hitFrom(p, seg.from)?.to === seg.to) return true;
  return seg.kind !== "item" && next?.kind === "item" && next.line === seg.line + 1;
}

/** The side that the tokens `from` to `to` (exclusive) speak of, when they speak of one only. */
export function oneSide(p: Page, from: number, to: number): Side {
  let one: Side = "unspecified";
  for (let k = from; k < to; k++) {
    const side = hitFrom(p, k)?.entry.by.side;
    if (side === undefined || side.bare === true || countsActs(p, k)) continue;
    if (one !== "unspecified" && one !== side.gives) return "unspecified";
    one = side.gives as Side;
  }
  return one;
}

/** "Consent for both injections": two of them, not both sides. */
const countsActs = (p: Page, k: number): boolean =>
  isOneOf(p, k, BOTH) && hitFrom(p, k + 1)?.entry.by.act?.gives === "injection";

export const OPPOSITE: Readonly<Partial<Record<Side, Side>>> = { left: "right", right: "left" };

const NO_SIDE = { field: "unspecified", lead: "unspecified" } as const;

/** The side in the segment's label: it holds for what stands after it. */
export function labelSide(p: Page, seg: Segment): Side {
  return sideIn(p, seg.from, seg.labelEnd);
}

/** The side that the tokens `from` to `to` (exclusive) speak of; `unspecified` when they name none. */
export function sideIn(p: Page, from: number, to: number): Side {
  for (let k = from; k < to; k++) {
    const at = p.hitAt[k] as number;
    if (at >= 0) {
      const cue = (p.hits[at] as Hit).entry.by.side;
      if (cue !== undefined) return cue.gives as Side;
    }
  }
  return "unspecified";
}
