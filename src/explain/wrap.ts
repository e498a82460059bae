/** Text in columns: words wrapped, nothing cut, no trailing spaces. */

/** How words stand out. Colour is passed in by the command line, so that the core knows of no terminal. */
export interface Painter {
  readonly bold: (s: string) => string;
  readonly dim: (s: string) => string;
  readonly good: (s: string) => string;
  readonly ask: (s: string) => string;
}

/** No colour: for pipes, files and the page. */
export const PLAIN: Painter = { bold: (s) => s, dim: (s) => s, good: (s) => s, ask: (s) => s };

/** Wraps `text` to `width` columns; later lines are indented by `indent` spaces, the first by `first`. */
export function wrap(text: string, width: number, indent = 0, first = indent): string[] {
  const out: string[] = [];
  let line = " ".repeat(first);
  let empty = true;
  for (const word of text.split(/\s+/)) {
    if (word === "") continue;
    if (!empty && line.length + 1 + word.length > width) {
      out.push(line);
      line = " ".repeat(indent);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  out.push(line.trimEnd());
  return out;
}

/** A label in a narrow left column and wrapped text beside it. */
export function labelled(label: string, text: string, width: number, column = 12): string[] {
  const lines = wrap(text, width, column);
  return lines.map((l, i) => (i === 0 ? label.padEnd(column) + l.trimStart() : l));
}
