/** Tables and tick grids: which column a tick or a word stands in. */
import type { Side } from "../facts.ts";
import type { Segment } from "./layout.ts";
import { tickAt } from "./bullets.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { firstWith, hitBefore, hitFrom, nextWith, type Page } from "./page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { HAS, NUMBER } from "../text/tokens.ts";

export interface Columns {
  /** Character column of the words RIGHT and LEFT in the head line. */
  readonly left: number;
  readonly right: number;
}

/** A head line: both side words, no tick box, no structure. */
export function columnsOf(p: Page, seg: Segment, column: Column): Columns | null {
  let left = -1;
  let right = -1;
  for (let k = seg.from; k < seg.to; k++) {
    const hit = hitFrom(p, k);
    if (tickAt(p.t, k, seg.to) !== null) return null;
    if (hit === undefined) continue;
    const side = hit.entry.by.side;
    if (side?.gives === "left") left = column(p.t.start[k] as number);
    else if (side?.gives === "right") right = column(p.t.start[k] as number);
    k = hit.to - 1;
  }
  return left >= 0 && right >= 0 ? { left, right } : null;
}

/** Character column of a place in the text. Asked in the order of the text, it looks at each character once. */
export type Column = (at: number) => number;

export interface RowTicks {
  readonly any: boolean;
  readonly ticked: boolean;
  readonly side: Side;
  /** Two boxes or more, each with a side of its own: they say more than the side that stands next to the structure. */
  readonly each: boolean;
}

export const NO_TICKS: RowTicks = Object.freeze({ any: false, ticked: false, side: "unspecified", each: false });

/** Tick boxes after the structure in a grid row: ticked or not, and under which side. */
export function rowTicks(p: Page, seg: Segment, columns: Columns | null, column: Column): RowTicks {
  let boxes = 0;
  const byOrder = columns !== null && boxesIn(p, seg) === 2;
  let left = false;
  let right = false;
  let ticked = seg.tick === true;
  let sided = 0;
  for (let k = seg.from; k < seg.to; k++) {
    const box = tickAt(p.t, k, seg.to);
    if (box === null) continue;
    boxes++;
    if (hitBefore(p, k)?.entry.by.side !== undefined) sided++;
    if (box.ticked) {
      ticked = true;
      if (columns !== null) {
        const at = column(p.t.start[k] as number);
        const toLeft = byOrder
          ? (boxes === 1) === columns.left < columns.right
          : Math.abs(at - columns.left) < Math.abs(at - columns.right);
        if (toLeft) left = true;
        else right = true;
      } else {
        const own = hitBefore(p, k);
        // "R [x] L [ ]": where the line begins with a side, each box belongs to the side before it.
        const beside = own?.entry.by.side !== undefined && own.from >= seg.from ? own : hitFrom(p, box.to);
        const gives = beside === undefined ? undefined : beside.entry.by.side?.gives;
        if (gives === "left") left = true;
        if (gives === "right") right = true;
      }
    }
    k = box.to - 1;
  }
  const side: Side = left && right ? "bilateral" : left ? "left" : right ? "right" : "unspecified";
  const each = boxes > 1 && sided === boxes && side !== "unspecified";
  return {
    any: boxes > 0 || seg.tick !== null,
    ticked: columns !== null && boxes > 0 ? left || right : ticked,
    side,
    each,
  };
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

/** Does the name of a column speak of injections, sites or volume? */
export function isAmountName(name: string): boolean {
  return /^(inj|inject|injected|treated|needled|injections|sites|site|volume|vol|cc|ml|dose|passes)\b/.test(name);
}

/** Columns of a piped table whose head speaks of injections, sites or volume. */
export function amountColumns(p: Page, head: Segment): readonly number[] {
  const out: number[] = [];
  cells(p, head).forEach((name, i) => {
    if (isAmountName(name.trim())) out.push(i);
  });
  return out;
}

/** What a row holds under its head: yes in a column that asks what was injected, or an amount above nothing in one of volumes or doses. */
export function filledIn(p: Page, head: Segment, seg: Segment): "yes" | "volume" | null {
  const names = cells(p, head);
  const values = cells(p, seg).map((value) => value.trim());
  if (names.some((name, i) => DONE.test(name.trim()) && YES.test(values[i] ?? ""))) return "yes";
  return names.some((name, i) => VOLUME.test(name.trim()) && Number(values[i] ?? "") > 0) ? "volume" : null;
}

const DONE = /^(?:inj|inject|injected|treated|needled)(?: today)?\??$/;
const YES = /^(?:yes|y|x|done|injected|✓|✔|☑|☒)$/;
const VOLUME = /^(?:volume|vol|cc|ml|dose|units?)\b/;

/** Does one of those columns hold 0 or a word for nothing? */
export function zeroRow(p: Page, columns: readonly number[], seg: Segment): boolean {
  if (columns.length === 0) return false;
  const values = cells(p, seg);
  for (const i of columns) {
    if (i >= values.length) return false;
    if (NOTHING.test((values[i] as string).trim())) return true;
  }
  return false;
}

/** "Name: trapezius | Injected: N": does a cell with a label of its own say so? */
export function labelledNone(p: Page, seg: Segment): boolean {
  if (!p.t.has(HAS.colon)) return false;
  for (let k = seg.from; k < seg.to; k++) if (p.t.isMark(k, ":")) return cells(p, seg).some(saysNone);
  return false;
}

function saysNone(cell: string): boolean {
  const [label = "", value] = cell.split(":");
  return value !== undefined && isAmountName(label.trim()) && NOTHING.test(value.trim());
}

/** "Trapezius, left: No": a field whose answer is a word for nothing, with little after it. */
export function answeredNo(p: Page, seg: Segment): boolean {
  let colon = seg.to - 1;
  while (colon > seg.from && seg.to - colon <= 4 && !p.t.isMark(colon, ":")) colon--;
  // "Joint: Hip  Side: Left  Complications: none": the last of several fields.
  for (let k = seg.from; k < colon; k++) if (p.t.isMark(k, ":")) return false;
  return (
    p.t.isMark(colon, ":") &&
    NOTHING.test(
      p.t.text
        .slice(p.t.end[colon], p.t.end[seg.to - 1])
        .toLowerCase()
        .replace(/[.\s]+$/, "")
        .trim(),
    )
  );
}

export const NOTHING = /^(0|0\.0|none|no|n|nil|false|-+|not done|not injected|held|deferred|declined)$/;

/** The sides that name the columns of a piped table, by column. */
export function sideColumns(p: Page, head: Segment): ReadonlyMap<number, "left" | "right"> {
  const out = new Map<number, "left" | "right">();
  cells(p, head).forEach((name, i) => {
    const side = /^(left|lt|l|right|rt|r)(?: side)?$/.exec(name.trim())?.[1];
    if (side !== undefined) out.set(i, side.startsWith("l") ? "left" : "right");
  });
  return out;
}

/** The sides under which a row holds something; "unspecified" when under none. */
export function sidesFilled(p: Page, columns: ReadonlyMap<number, "left" | "right">, seg: Segment): Side {
  const sides = new Set<Side>();
  const values = cells(p, seg);
  for (const [i, side] of columns) {
    const value = (values[i] ?? "").trim();
    if (value !== "" && !NOTHING.test(value)) sides.add(side);
  }
  return sides.size === 2 ? "bilateral" : ([...sides][0] ?? "unspecified");
}

function cells(p: Page, seg: Segment): string[] {
  const text = p.t.textFrom(seg.from, seg.to).toLowerCase();
  return text.replace(/^\|/, "").split("|");
}

/** Side written in a cell of its own, anywhere in the row. */
export function rowSide(p: Page, no: number): Side {
  let side: Side = "unspecified";
  for (let h = firstWith(p, no, MEANS.side); h >= 0; h = nextWith(p, no, MEANS.side, h)) {
    const hit = p.hits[h] as Hit;
    const cue = hit.entry.by.side;
    const level = p.t.type[hit.to] === NUMBER && p.t.start[hit.to] === p.t.end[hit.to - 1];
    if (cue !== undefined && !level) {
      if (side !== "unspecified" && side !== cue.gives) return "bilateral";
      side = cue.gives as Side;
    }
  }
  return side;
}
