/**
 * What a form says of each structure by itself: the box before or after it in a line of several, and the value
 * in its own cell or field ("L trapezius injected: N", "L temporalis ---", "supraspinatus: 0").
 */
import { tickAt } from "../page/bullets.ts";
import type { Segment } from "../page/layout.ts";
import type { Draft } from "./mentions.ts";
import { hitBefore, hitFrom, type Page } from "../page/page.ts";
import { isName } from "../lexicon/scan.ts";
import { NUMBER, WORD } from "../text/tokens.ts";

/** Done (true), expressly not (false), nothing said (null). */
export type Cell = boolean | null;

/** What the form says of structure `i` of the segment; `boxes`: those of `boxesOf`. */
export function cellOf(
  p: Page,
  seg: Segment,
  drafts: readonly Draft[],
  boxes: readonly Cell[] | null,
  i: number,
): Cell {
  if (markedAfter(p, (drafts[i] as Draft).to)) return UNMARKED.has(seg.section) ? null : true;
  return boxes?.[i] ?? valueAfter(p, (drafts[i] as Draft).to, drafts[i + 1]?.from ?? seg.to, seg.to);
}

/** Sections in which a mark beside a structure may be a wish, or of another day. */
const UNMARKED = new Set(["plan", "history", "not-done", "assessment", "indication"]);

/** "R QL ++ (inj)": the act alone in brackets, right after the structure and how it was found. */
function markedAfter(p: Page, from: number): boolean {
  let k = from;
  while (k < from + FOUND && (p.t.isMark(k, "+") || p.t.type[k] === NUMBER || p.t.isMark(k, "/"))) k++;
  return isMarkAlone(p, k + 1);
}

/** Tokens of a score at most. */
const FOUND = 4;

/** Is the act that begins at token k such a mark of the structure before it? It says nothing of the next one. */
export function marksBefore(p: Page, k: number): boolean {
  if (!isMarkAlone(p, k)) return false;
  for (let i = k - 1; i > k - 2 - FOUND; i--) if (isName(hitBefore(p, i))) return true;
  return false;
}

/** Does an act that begins at token k fill its brackets? */
function isMarkAlone(p: Page, k: number): boolean {
  if (!p.t.isMark(k - 1, "(")) return false;
  const hit = hitFrom(p, k);
  return hit !== undefined && ACTS.has(hit.entry.by.act?.gives ?? "") && p.t.isMark(hit.to, ")");
}

/** In a line of several boxes and structures each box belongs to the structure on the side on which the line begins. */
export function boxesOf(p: Page, seg: Segment, drafts: readonly Draft[]): Cell[] | null {
  if (!p.ticks || drafts.length < 2) return null;
  const boxes: { at: number; ticked: boolean }[] = seg.tick === null ? [] : [{ at: seg.from - 1, ticked: seg.tick }];
  for (let k = seg.from; k < seg.to; k++) {
    const box = tickAt(p.t, k, seg.to) ?? blankAt(p, k);
    if (box === null) continue;
    boxes.push({ at: k, ticked: box.ticked });
    k = box.to - 1;
  }
  const first = boxes[0];
  if (first === undefined || boxes.length < 2) return null;
  const before = first.at < (drafts[0] as Draft).from;
  let b = 0;
  return drafts.map((d, i) => {
    const from = before ? (drafts[i - 1]?.to ?? -1) : d.to;
    const to = before ? d.from : (drafts[i + 1]?.from ?? seg.to);
    let own: boolean | null = null;
    for (; b < boxes.length && (boxes[b] as { at: number }).at < to; b++)
      if ((boxes[b] as { at: number }).at >= from) own = (boxes[b] as { ticked: boolean }).ticked;
    return own;
  });
}

/**
 * "[x] Trigger point injection [ ] Joint injection [ ] Epidural": in a line whose first entry is a box, that right before the only
 * structure is its own. Null where none stands there.
 */
export function ownBox(p: Page, seg: Segment, drafts: readonly Draft[]): boolean | null {
  const first = seg.labelEnd > seg.from ? seg.labelEnd + 1 : seg.from;
  const opens = tickAt(p.t, first, seg.to);
  if (drafts.length !== 1 || opens === null) return null;
  const to = (drafts[0] as Draft).from;
  for (let k = to - 1; k >= opens.to && to - k <= BOX; k--) {
    const box = tickAt(p.t, k, seg.to);
    if (box !== null && box.to <= to) return box.ticked;
  }
  return null;
}

/** Tokens of a box, and of a side after it. */
const BOX = 4;

/** An underscore where others have a tick. */
function blankAt(p: Page, k: number): { ticked: boolean; to: number } | null {
  if (!p.t.isMark(k, "_")) return null;
  let to = k + 1;
  while (p.t.isMark(to, "_")) to++;
  return { ticked: false, to };
}

const ACTS = new Set(["injected", "needled", "injection", "needling"]);
const NO = /^(?:n|no|none|nil|na|false|0)$/i;
const YES = /^(?:y|yes|x|true|☑)$/i;

/** The value that stands alone between a structure and the end of its cell. */
function valueAfter(p: Page, from: number, to: number, end: number): boolean | null {
  let act = false;
  let k = from;
  for (; k < to; k++) {
    const hit = hitFrom(p, k);
    if (hit !== undefined && hit.to <= to) {
      const { side, part, act: done } = hit.entry.by;
      const sided = side !== undefined && (side.bare !== true || !p.t.capitals || /^[A-Z]$/.test(p.t.textOf(k)));
      if (done !== undefined && ACTS.has(done.gives)) act = true;
      else if (!sided && part === undefined) break;
      k = hit.to - 1;
    } else if (!(p.t.isMark(k, ":") || p.t.isMark(k, "|") || p.t.isMark(k, "=") || p.t.isMark(k, "?"))) break;
  }
  if (k >= to) return null;
  if (dashed(p, k, to, end)) return false;
  const word = p.t.textOf(k);
  if (p.t.type[k] === NUMBER && Number(word) === 0 && hitFrom(p, k + 1)?.entry.by.unit !== undefined) return false;
  if ((p.t.type[k] !== WORD && p.t.type[k] !== NUMBER && !p.t.isMark(k, "☑")) || !ends(p, k + 1, to)) return null;
  return NO.test(word) ? false : YES.test(word) && act ? true : null;
}

/** Nothing but dashes up to the end of the cell; one dash only when it ends the line. */
function dashed(p: Page, k: number, to: number, end: number): boolean {
  let i = k;
  while (i < to && (p.t.isMark(i, "-") || p.t.isMark(i, "_"))) i++;
  // "R trap - L levator": one dash between two structures only parts them.
  return i > k && ends(p, i, to) && (i - k > 1 || p.t.isMark(k, "_") || i >= end || p.t.isMark(i, "|"));
}

/** Does the cell end here: at the segment's end, a bar, or a side that opens the next structure? */
function ends(p: Page, k: number, to: number): boolean {
  for (let i = k; i < to; i++) {
    if (p.t.isMark(i, "|")) return true;
    if (!(p.t.isMark(i, ".") || p.t.isMark(i, ",") || p.t.isMark(i, ";")) && hitFrom(p, i)?.entry.by.side === undefined)
      return false;
  }
  return true;
}
