/**
 * A document laid out: where each line, rule and ground stands, on which page, and what it is to a screen reader.
 * Nothing is drawn here, so a page can be laid out again, smaller, until it fits.
 */
import type { Block, Document } from "../../explain/document.ts";
import { GROUND, INK } from "../colours.ts";
import { lines, PAGE, type Measure, type Piece, type Style } from "./type.ts";

/** Tag of the PDF standard, and the tag it stands in. */
export interface Node {
  readonly tag: "H1" | "H2" | "P" | "L" | "LI" | "Table" | "TR" | "TH" | "TD" | "BlockQuote";
  readonly parent: Node | null;
}

export type Mark =
  | {
      readonly kind: "text";
      readonly page: number;
      readonly x: number;
      readonly y: number;
      readonly piece: Piece;
      readonly node: Node;
    }
  | {
      readonly kind: "ground";
      readonly page: number;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly color: string;
    }
  | {
      readonly kind: "line";
      readonly page: number;
      readonly x: number;
      readonly y: number;
      readonly to: number;
      readonly color: string;
      readonly width: number;
    }
  | { readonly kind: "box"; readonly page: number; readonly x: number; readonly y: number; readonly size: number };

export interface Layout {
  readonly marks: readonly Mark[];
  readonly pages: number;
}

const WIDTH = PAGE.width - PAGE.left - PAGE.right;
const LEADING = 1.34;

/** Lays the document out on Letter pages, in points (1/72 inch), at a scale: 1 is the size meant for reading. */
export function flow(document: Document, scale: number, measure: Measure): Layout {
  const marks: Mark[] = [];
  const foot = footer(document, scale, measure);
  const end = PAGE.height - PAGE.bottom - foot.height;
  let page = 0;
  let y: number = PAGE.top;

  const style = (size: number, color: string = INK.text, face: Style["face"] = "Helvetica"): Style => ({
    face,
    size: size * scale,
    color,
  });
  const body = style(10);
  const room = (height: number): void => {
    if (y + height <= end || y <= PAGE.top) return;
    page++;
    y = PAGE.top;
  };
  const gap = (points: number): void => {
    if (y > PAGE.top) y += points * scale;
  };
  const put = (line: readonly Piece[], x: number, size: number, node: Node): void => {
    let at = x;
    for (const piece of line) {
      const high = size * LEADING;
      if (piece.look === "counted" || piece.look === "asked")
        marks.push({
          kind: "ground",
          page,
          x: at - 1,
          y: y - 0.5,
          width: piece.width + 2,
          height: high - 1.5,
          color: GROUND[piece.look],
        });
      if (piece.look === "seen")
        marks.push({
          kind: "line",
          page,
          x: at,
          y: y + high - 2.5,
          to: at + piece.width,
          color: INK.quiet,
          width: 0.5,
        });
      marks.push({ kind: "text", page, x: at, y: y + size * 0.16, piece, node });
      at += piece.width;
    }
    y += size * LEADING;
  };
  const text = (
    words: Parameters<typeof lines>[0],
    s: Style,
    node: Node,
    x: number = PAGE.left,
    width: number = WIDTH,
  ): void => {
    for (const line of lines(words, s, width, measure)) {
      room(s.size * LEADING);
      put(line, x, s.size, node);
    }
  };

  text(document.title, style(18, INK.brand, "Helvetica-Bold"), { tag: "H1", parent: null });
  y += 1;
  text(document.subtitle, style(10, INK.quiet), { tag: "P", parent: null });
  y += 4 * scale;
  marks.push({ kind: "line", page, x: PAGE.left, y, to: PAGE.left + WIDTH, color: INK.brand, width: 1.5 });
  y += 8 * scale;

  for (const block of document.blocks) draw(block);
  for (let p = 0; p <= page; p++) marks.push(...foot.marks(p));
  return { marks, pages: page + 1 };

  function draw(block: Block): void {
    const p: Node = { tag: "P", parent: null };
    switch (block.kind) {
      case "heading": {
        gap(9);
        room(52 * scale);
        text(block.text.toUpperCase(), style(8.5, INK.brand, "Helvetica-Bold"), { tag: "H2", parent: null });
        y += 2.5 * scale;
        return;
      }
      case "paragraph": {
        const before = y;
        const inset = block.look === "warning" ? 8 : 0;
        text(block.words, block.look === "quiet" ? style(9, INK.quiet) : body, p, PAGE.left + inset, WIDTH - inset);
        if (inset > 0 && y > before)
          marks.push({ kind: "ground", page, x: PAGE.left, y: before, width: 2, height: y - before, color: INK.ask });
        y += 3.5 * scale;
        return;
      }
      case "answer":
        return answer(block);
      case "list":
        return list(block);
      case "table":
        return table(block);
      case "excerpt": {
        const quote: Node = { tag: "BlockQuote", parent: null };
        const mono = style(9, INK.text, "Courier");
        y += 2 * scale;
        for (const line of block.lines) {
          const node: Node = { tag: "P", parent: quote };
          const set = lines(line === null ? "..." : line.words, mono, WIDTH - 30, measure);
          set.forEach((pieces, i) => {
            room(mono.size * LEADING);
            if (i === 0 && line !== null) {
              const top = y;
              put(lines(String(line.number), style(8, INK.quiet), 24, measure)[0] ?? [], PAGE.left, mono.size, node);
              y = top;
            }
            put(pieces, PAGE.left + 26, mono.size, node);
          });
        }
        y += 4 * scale;
        return;
      }
      case "blank":
        room((14 + block.lines * 22) * scale);
        text(block.label, style(9, INK.quiet), p);
        for (let i = 0; i < block.lines; i++) {
          y += 20 * scale;
          marks.push({ kind: "line", page, x: PAGE.left, y, to: PAGE.left + WIDTH, color: INK.quiet, width: 0.6 });
        }
        y += 6 * scale;
        return;
    }
  }

  function answer(block: Extract<Block, { kind: "answer" }>): void {
    const label = style(16, INK.text, "Helvetica-Bold");
    const says = style(11);
    const wide = Math.max(...block.lines.map((l) => measure(l.label, label))) + 14;
    const rows = block.lines.map((l) => lines(l.says, says, WIDTH - wide - 28, measure));
    const high =
      rows.reduce((sum, r) => sum + Math.max(label.size * LEADING, r.length * says.size * LEADING), 0) + 14 * scale;
    room(high);
    const edge = block.tone === "stands" ? INK.brand : block.tone === "open" ? INK.ask : INK.quiet;
    marks.push({ kind: "ground", page, x: PAGE.left, y, width: WIDTH, height: high, color: GROUND[block.tone] });
    marks.push({ kind: "ground", page, x: PAGE.left, y, width: 3.5, height: high, color: edge });
    // A line is drawn at the top of its height: half of what is left below it goes above.
    y += 7 * scale + (label.size * (LEADING - 1)) / 2;
    block.lines.forEach((l, i) => {
      const node: Node = { tag: "P", parent: null };
      const top = y;
      put(lines(l.label, label, WIDTH, measure)[0] ?? [], PAGE.left + 14, label.size, node);
      const after = y;
      y = top + (label.size - says.size) * 0.95;
      for (const line of rows[i] ?? []) put(line, PAGE.left + 14 + wide, says.size, node);
      y = Math.max(after, y);
    });
    y += 11 * scale - (label.size * (LEADING - 1)) / 2;
  }

  function list(block: Extract<Block, { kind: "list" }>): void {
    const top: Node = { tag: "L", parent: null };
    block.items.forEach((item, i) => {
      const node: Node = { tag: "LI", parent: top };
      const inset = block.look === "boxes" ? 18 : 11;
      lines(item, body, WIDTH - inset, measure).forEach((line, n) => {
        room(body.size * LEADING);
        if (n === 0 && block.look === "boxes")
          marks.push({ kind: "box", page, x: PAGE.left + 1, y: y + 1.5, size: 8.5 * scale });
        else if (n === 0) {
          const here = y;
          put(
            lines(block.look === "numbers" ? `${i + 1}.` : "\u2022", body, 20, measure)[0] ?? [],
            PAGE.left + 1,
            body.size,
            node,
          );
          y = here;
        }
        put(line, PAGE.left + inset, body.size, node);
      });
      y += (block.look === "boxes" ? 4 : 1.5) * scale;
    });
    y += 2 * scale;
  }

  function table(block: Extract<Block, { kind: "table" }>): void {
    const top: Node = { tag: "Table", parent: null };
    const cell = style(9);
    const pad = 6;
    const widths = block.widths.map((w) => w * WIDTH);
    const row = (cells: readonly (readonly (readonly Piece[])[])[], tag: "TH" | "TD", high: number): void => {
      const tall = Math.max(high, ...cells.map((c) => c.length * cell.size * LEADING)) + 5 * scale;
      room(tall);
      const node: Node = { tag: "TR", parent: top };
      const start = y;
      let x: number = PAGE.left;
      cells.forEach((set, i) => {
        y = start + 2 * scale;
        const own: Node = { tag, parent: node };
        for (const line of set) put(line, x, cell.size, own);
        x += widths[i] as number;
      });
      y = start + tall;
      marks.push({
        kind: "line",
        page,
        x: PAGE.left,
        y,
        to: PAGE.left + WIDTH,
        color: tag === "TH" ? INK.brand : INK.line,
        width: tag === "TH" ? 1 : 0.6,
      });
    };
    const bold = { ...cell, face: "Helvetica-Bold" as const };
    const set = (s: Style) => (words: Parameters<typeof lines>[0], i: number) =>
      lines(words, s, (widths[i] as number) - pad, measure);
    row(block.head.map(set(bold)), "TH", 0);
    for (const cells of block.rows) row(cells.map(set(cell)), "TD", block.form ? 20 * scale : 0);
    y += 6 * scale;
  }
}

function footer(
  document: Document,
  scale: number,
  measure: Measure,
): { readonly height: number; readonly marks: (page: number) => readonly Mark[] } {
  const style: Style = { face: "Helvetica", size: 7.5 * scale, color: INK.quiet };
  const set = lines(document.footer, style, WIDTH, measure);
  const height = set.length * style.size * LEADING + 8;
  const top = PAGE.height - PAGE.bottom - height + 6;
  return {
    height,
    marks: (page) => [
      { kind: "line", page, x: PAGE.left, y: top - 3, to: PAGE.left + WIDTH, color: INK.line, width: 0.6 },
      ...set.flatMap((line, i) => {
        const node: Node = { tag: "P", parent: null };
        return line.map((piece): Mark => ({
          kind: "text",
          page,
          x: PAGE.left,
          y: top + i * style.size * LEADING,
          piece,
          node,
        }));
      }),
    ],
  };
}
