/** A document as plain text: eighty columns, no trailing space. Marked words of the note stand in brackets. */
import { clean, runs, type Block, type Document, type ExcerptLine, type Words } from "./document.ts";
import { labelled, wrap } from "./wrap.ts";

const BOX = "[ ] ";

/** Text of the document, in lines of `width` columns, ending without a newline. */
export function asText(document: Document, width = 80): string {
  const out = [document.title.toUpperCase(), ...wrap(clean(document.subtitle), width)];
  document.blocks.forEach((block, i) => {
    // What follows a heading stands close to it, and points close to what introduces them; all else has air above.
    const before = document.blocks[i - 1]?.kind;
    const close = before === "heading" || (before === "paragraph" && block.kind === "list");
    if (!close) out.push("");
    out.push(...(block.kind === "heading" ? [clean(block.text)] : drawn(block, width)));
  });
  return [...out, "", ...wrap(clean(document.footer), width)].join("\n");
}

function drawn(block: Exclude<Block, { kind: "heading" }>, width: number): string[] {
  switch (block.kind) {
    case "paragraph":
      return wrap(marked(block.words), width, 2);
    case "answer":
      return block.lines.flatMap((l) => labelled(`  ${l.label}`, clean(l.says), width, 18));
    case "list":
      return block.items.flatMap((item, i) => {
        const mark = { points: "- ", numbers: `${i + 1}. `, boxes: BOX }[block.look];
        return labelled(`  ${mark}`, marked(item), width, 2 + mark.length);
      });
    case "table":
      return table(block, width);
    case "excerpt":
      return block.lines.flatMap((line) => (line === null ? ["       ..."] : excerpt(line, width)));
    case "blank":
      return [
        ...wrap(clean(block.label), width, 2),
        ...Array.from({ length: block.lines }, () => `  ${"_".repeat(width - 2)}`),
      ];
  }
}

function excerpt(line: ExcerptLine, width: number): string[] {
  return labelled(`${String(line.number).padStart(6)} `, marked(line.words), width, 7);
}

/** Words with those of the note that count in brackets. */
function marked(words: Words): string {
  return runs(words)
    .map(({ text, look }) => {
      const shown = clean(text);
      return look === "counted" || look === "asked" ? `[${shown}]` : shown;
    })
    .join("");
}

function table(block: Extract<Block, { kind: "table" }>, width: number): string[] {
  const columns = block.widths.map((w) => Math.max(4, Math.floor((width - 2) * w) - 2));
  const row = (cells: readonly string[]): string[] => {
    const wrapped = cells.map((cell, i) => narrow(cell, columns[i] as number));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, i) =>
      `  ${wrapped.map((lines, c) => (lines[i] ?? "").padEnd(columns[c] as number)).join("  ")}`.trimEnd(),
    );
  };
  const rule = (mark: string): string => `  ${columns.map((c) => mark.repeat(c)).join("  ")}`;
  const rows = block.rows.flatMap((cells) => (block.form ? ["", rule("_")] : row(cells.map(marked))));
  return [...row(block.head.map(clean)), rule("-"), ...rows];
}

/** Wrapped to a column; a word longer than it is broken, after a slash where it has one. */
function narrow(text: string, width: number): string[] {
  const part = new RegExp(`.{1,${width - 1}}/|.{1,${width}}`, "gu");
  const words = text.split(/\s+/).flatMap((w) => (w.length > width ? (w.match(part) ?? []) : [w]));
  return wrap(words.join(" "), width);
}
