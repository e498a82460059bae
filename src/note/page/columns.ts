/** Tables set out by tabs or by spaces, with no bars: the head line names the columns, each row fills them. */
import { isAmountName, NOTHING } from "./grid.ts";
import type { Segment } from "./layout.ts";
import type { Page } from "./page.ts";

interface Cell {
  readonly at: number;
  readonly text: string;
}

/** A head line: its cells, and which of them name an amount. */
export interface TextHead {
  readonly cells: readonly Cell[];
  readonly amounts: readonly number[];
  readonly paragraph: number;
}

/** Words in the name of a column at most. */
const NAME = 4;

/** The head of such a table: two names or more, one after the first of an amount. Null for any other line. */
export function textHead(p: Page, seg: Segment): TextHead | null {
  const line = lineOf(p, seg);
  if (seg.kind === "row" || line.includes("|")) return null;
  const cells = cellsOf(line);
  if (cells.length < 2 || cells.some((c) => c.text.split(" ").length > NAME)) return null;
  const amounts = cells.flatMap((c, i) => (i > 0 && isAmountName(c.text) ? [i] : []));
  return amounts.length === 0 ? null : { cells, amounts, paragraph: seg.paragraph };
}

/** Does the row hold nothing, or a word for it, under an amount? */
export function emptyUnder(p: Page, head: TextHead | null, seg: Segment): boolean {
  if (head === null) return false;
  const cells = cellsOf(lineOf(p, seg));
  if (cells.length < 2) return false;
  const ordered = cells.length === head.cells.length;
  // Blank lines may part rows that fill the same columns.
  if (seg.paragraph !== head.paragraph && !ordered) return false;
  return head.amounts.some((i) => {
    const under = ordered ? cells[i] : cells.find((c) => columnAt(head, c.at) === i);
    return under !== undefined && NOTHING.test(under.text);
  });
}

/** The column whose name begins nearest to this place of the line. */
function columnAt(head: TextHead, at: number): number {
  let best = 0;
  head.cells.forEach((c, i) => {
    if (Math.abs(c.at - at) < Math.abs((head.cells[best] as Cell).at - at)) best = i;
  });
  return best;
}

/** Cells parted by a tab, or by two spaces or more. */
function cellsOf(line: string): Cell[] {
  const out: Cell[] = [];
  const gap = line.includes("\t") ? /\t/g : / {2,}/g;
  let at = 0;
  for (const m of line.matchAll(gap)) {
    out.push({ at, text: line.slice(at, m.index).trim().toLowerCase() });
    at = m.index + m[0].length;
  }
  out.push({ at, text: line.slice(at).trim().toLowerCase() });
  return out;
}

function lineOf(p: Page, seg: Segment): string {
  return p.t.textFrom(seg.from, seg.to);
}
