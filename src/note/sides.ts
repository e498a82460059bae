/** Sides that a field, a lead line or the context gives to structures that have none of their own. */
import type { Side } from "./facts.ts";
import type { Work } from "./finish.ts";
import type { Segment } from "./layout.ts";
import { MEANS } from "./lexicon.ts";
import { firstWith, hitFrom, holds, isLevel, nextWith, type Page } from "./page.ts";
import type { Hit } from "./scan.ts";

/** A structure without a side takes the one side that its paragraph, else the whole note, speaks of. */
export function sideByContext(p: Page, work: readonly Work[]): void {
  const sideless: Work[] = [];
  for (const w of work) if (w.draft.side === "unspecified" && w.verdict.because !== "box not ticked") sideless.push(w);
  if (sideless.length === 0) return;
  let whole = 0;
  let here = 0;
  let paragraph = -1;
  let next = 0;
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    if (seg.paragraph !== paragraph) [paragraph, here] = [seg.paragraph, 0];
    for (let h = firstWith(p, no, MEANS.side); h >= 0; h = nextWith(p, no, MEANS.side, h)) {
      const hit = p.hits[h] as Hit;
      const side = hit.entry.by.side;
      // "L3" is a level, not a left side.
      if (side === undefined || (side.bare && !isSide(p, hit))) continue;
      next = settle(sideless, next, no, hit.from, here);
      const bit = bitOf(side.gives as Side);
      if (side.gives !== "bilateral") here |= bit;
      whole |= bit;
    }
    next = settle(sideless, next, no, seg.to - 1, here);
  }
  const only = onlyOf(whole);
  if (only === null) return;
  for (const { draft, seg } of sideless)
    if (draft.side === "unspecified" && !ownService(p, draft.segment, seg)) draft.side = only;
}

/** Gives the structures from `next` on, up to token `before` of the segment, the one side spoken of so far; returns the first left over. */
function settle(sideless: readonly Work[], next: number, no: number, before: number, here: number): number {
  const only = onlyOf(here);
  for (let i = next; i < sideless.length; i++) {
    const { draft } = sideless[i] as Work;
    if (draft.segment > no || draft.from > before) return i;
    if (only !== null) draft.side = only;
  }
  return sideless.length;
}

/** Sides as bits, so that those spoken of make one number. */
const SIDES: readonly Side[] = ["left", "right", "midline", "bilateral"];
const bitOf = (side: Side): number => 1 << SIDES.indexOf(side);

/** The side, where the bits are of one only. */
function onlyOf(bits: number): Side | null {
  return bits === 0 || (bits & (bits - 1)) !== 0 ? null : (SIDES[31 - Math.clz32(bits)] ?? null);
}

/** A letter that is a side: a capital, or, in a note without capitals, one before a structure ("r elbow"). */
function isSide(p: Page, hit: Hit): boolean {
  if (isLevel(p, hit.from) || p.t.isMark(hit.from - 1, "'")) return false;
  if (/[A-Z]/.test(p.t.textOf(hit.from))) return true;
  return !p.t.capitals && (hitFrom(p, hit.to)?.entry.terms.length ?? 0) > 0;
}

/** An item of a list that names an act or a substance of its own: the side of another item is not its side. */
function ownService(p: Page, no: number, seg: Segment): boolean {
  return seg.kind === "item" && holds(p, no, MEANS.act | MEANS.substance) && !holds(p, no, MEANS.side);
}

/** "Laterality: Left" holds for the note; "Right side:" for the lines under it. */
export function sideLabel(p: Page, no: number): { readonly field: Side; readonly lead: Side } {
  const { label, to } = p.segments[no] as Segment;
  if (label[1] <= label[0] || !holds(p, no, MEANS.side)) return NO_SIDE;
  const name = p.t.text.slice(p.t.start[label[0]], p.t.end[label[1] - 1]).toLowerCase();
  if (/^(laterality|side|sides|side\(s\))$/.test(name.trim()))
    return { field: sideIn(p, label[1] + 1, to), lead: "unspecified" };
  return { field: "unspecified", lead: sideIn(p, label[0], label[1]) };
}

const NO_SIDE = { field: "unspecified", lead: "unspecified" } as const;

/** The side in the segment's label: it holds for what stands after it. */
export function labelSide(p: Page, seg: Segment): Side {
  return sideIn(p, seg.label[0], seg.label[1]);
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
