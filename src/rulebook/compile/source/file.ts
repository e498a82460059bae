/** A rule file as text, and places in it. No file system here: the caller brings the texts. */
import type { RulePlace } from "../../../base/finding.ts";

/** `path` is relative to the rulebook folder, with forward slashes: `codes/20552.yaml`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Widest quoted line; cue lists run to thousands of characters. */
const WIDTH = 100;

/**
 * The place of `text[start, end)` in a file, with the source line quoted and a caret under it.
 * Offsets are UTF-16; what lies past the first line is not underlined.
 */
export function placeAt(file: SourceFile, start: number, end: number): RulePlace {
  const { text, path } = file;
  const at = Math.min(Math.max(start, 0), text.length);
  const from = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  const next = text.indexOf("\n", at);
  const to = next < 0 ? text.length : next;
  let line = 1;
  for (let i = text.indexOf("\n"); i >= 0 && i < at; i = text.indexOf("\n", i + 1)) line++;
  const frame = quote(text.slice(from, to).trimEnd(), at - from, Math.min(end, to) - from, line);
  return Object.freeze({ file: path, line, column: at - from + 1, frame });
}

function quote(source: string, start: number, end: number, line: number): string {
  const shift = start > WIDTH - 30 ? start - 30 : 0;
  const clean = source.replace(/[\p{Cc}\p{Cf}]/gu, " ");
  const before = shift > 0 ? "…" : "";
  const after = clean.length > shift + WIDTH ? "…" : "";
  const shown = `${before}${clean.slice(shift, shift + WIDTH)}${after}`;
  const caret = start - shift + before.length;
  const width = Math.max(1, Math.min(end, source.length, shift + WIDTH) - start);
  const gutter = String(line);
  return `${gutter} | ${shown}\n${" ".repeat(gutter.length)} | ${" ".repeat(caret)}${"^".repeat(width)}`;
}
