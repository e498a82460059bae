/** Tables and tick grids: which column a tick or a word stands in. */
import { lineStart } from "./chars.ts";
import type { Side } from "./facts.ts";
import type { Segment } from "./layout.ts";
import { tickAt } from "./layout.ts";
import { hitFrom, type Page } from "./mentions.ts";
import { NUMBER } from "./tokens.ts";

export interface Columns {
  /** Character column of the words RIGHT and LEFT in the head line. */
  readonly left: number;
  readonly right: number;
}

/** A head line: both side words, no tick box, no structure. */
export function columnsOf(p: Page, seg: Segment): Columns | null {
  let left = -1;
  let right = -1;
  for (let k = seg.from; k < seg.to; k++) {
    const hit = hitFrom(p, k);
    if (tickAt(p.t, k, seg.to) !== null) return null;
    if (hit === undefined) continue;
    const side = hit.entry.by.side;
    if (side?.gives === "left") left = column(p, k);
    else if (side?.gives === "right") right = column(p, k);
    k = hit.to - 1;
  }
  return left >= 0 && right >= 0 ? { left, right } : null;
}

function column(p: Page, k: number): number {
  const at = p.t.start[k] as number;
  return at - lineStart(p.t.text, at);
}

export interface RowTicks {
  readonly any: boolean;
  readonly ticked: boolean;
  readonly side: Side;
}

export const NO_TICKS: RowTicks = Object.freeze({ any: false, ticked: false, side: "unspecified" });

/** Tick boxes after the structure in a grid row: ticked or not, and under which side. */
export function rowTicks(p: Page, seg: Segment, columns: Columns | null): RowTicks {
  let boxes = 0;
  const byOrder = columns !== null && boxesIn(p, seg) === 2;
  let left = false;
  let right = false;
  let ticked = seg.tick === true;
  for (let k = seg.from; k < seg.to; k++) {
    const box = tickAt(p.t, k, seg.to);
    if (box === null) continue;
    boxes++;
    if (box.ticked) {
      ticked = true;
      if (columns !== null) {
        const at = column(p, k);
        const toLeft = byOrder
          ? (boxes === 1) === columns.left < columns.right
          : Math.abs(at - columns.left) < Math.abs(at - columns.right);
        if (toLeft) left = true;
        else right = true;
      } else {
        const beside = hitFrom(p, box.to);
        const gives = beside === undefined ? undefined : beside.entry.by.side?.gives;
        if (gives === "left") left = true;
        if (gives === "right") right = true;
      }
    }
    k = box.to - 1;
  }
  const side: Side = left && right ? "bilateral" : left ? "left" : right ? "right" : "unspecified";
  return { any: boxes > 0 || seg.tick !== null, ticked: columns !== null && boxes > 0 ? left || right : ticked, side };
}

/** Two boxes under two side words belong to them in order, wherever they stand. */
function boxesIn(p: Page, seg: Segment): number {
  let n = 0;
  for (let k = seg.from; k < seg.to; k++) {
    const box = tickAt(p.t, k, seg.to);
    if (box === null) continue;
    n++;
    k = box.to - 1;
  }
  return n;
}

/** In a piped table: does the column headed injections, sites or volume hold 0, a dash or nothing? */
export function zeroRow(p: Page, head: Segment | null, seg: Segment): boolean {
  if (head === null) return false;
  const names = cells(p, head);
  const values = cells(p, seg);
  for (let i = 0; i < Math.min(names.length, values.length); i++) {
    const name = names[i] as string;
    const value = (values[i] as string).trim();
    if (
      /^(inj|inject|injected|treated|needled|injections|sites|site|volume|vol|cc|ml|dose|passes)\b/.test(name.trim()) &&
      /^(0|0\.0|none|no|n|nil|-+|not done|not injected|held|deferred|declined)$/.test(value)
    )
      return true;
  }
  return false;
}

function cells(p: Page, seg: Segment): string[] {
  const text = p.t.text.slice(p.t.start[seg.from], p.t.end[seg.to - 1]).toLowerCase();
  return text.replace(/^\|/, "").split("|");
}

/** Side written in a cell of its own, anywhere in the row. */
export function rowSide(p: Page, seg: Segment): Side {
  let side: Side = "unspecified";
  for (let k = seg.from; k < seg.to; k++) {
    const hit = hitFrom(p, k);
    if (hit === undefined) continue;
    const cue = hit.entry.by.side;
    const level = p.t.type[hit.to] === NUMBER && p.t.start[hit.to] === p.t.end[hit.to - 1];
    if (cue !== undefined && !level) {
      if (side !== "unspecified" && side !== cue.gives) return "bilateral";
      side = cue.gives as Side;
    }
    k = hit.to - 1;
  }
  return side;
}
