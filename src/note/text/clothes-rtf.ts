/** RTF and what pasting leaves of it: control words are covered, those that end a line with a line end. */
import { Paint } from "./paint.ts";

const CONTROL = /\\(?:'([\da-f]{2})|([a-z]{1,32})(-?\d{1,10})? ?|[*~_{}\\-])|[{}]/gi;
const BREAKS = new Set(["par", "line", "row", "sect", "page"]);
/** Groups that hold no text of the document. */
const HIDDEN = new Set([
  "fonttbl",
  "colortbl",
  "stylesheet",
  "info",
  "generator",
  "pict",
  "themedata",
  "datastore",
  "listtable",
]);
/** Signs of Windows-1252 above Latin-1 that notes use. */
const WINDOWS: Readonly<Record<number, string>> = {
  0x91: "'",
  0x92: "'",
  0x93: '"',
  0x94: '"',
  0x95: "*",
  0x96: "-",
  0x97: "-",
  0x85: ".",
};

/** Covers control words, where the text holds a paragraph mark or a header of RTF. */
export function unrtf(text: string): string {
  if (!/\\par(?![a-z])|\\line(?![a-z])|\{\\rtf/.test(text)) return text;
  const paint = new Paint(text);
  let depth = 0;
  let hidden = -1;
  let hiddenFrom = 0;
  for (const m of text.matchAll(CONTROL)) {
    const from = m.index;
    let to = from + m[0].length;
    if (m[0] === "{") depth++;
    else if (m[0] === "}") depth--;
    if (hidden >= 0) {
      if (depth >= hidden) continue;
      hidden = -1;
      paint.cover(hiddenFrom, to);
      continue;
    }
    const word = m[2]?.toLowerCase();
    if ((word !== undefined && HIDDEN.has(word) && depth > 0) || m[0] === "\\*") {
      hidden = depth;
      hiddenFrom = from;
    } else if (word !== undefined && BREAKS.has(word)) {
      // The line end of the source after it is the same one.
      if (text[to] === "\r") to++;
      if (text[to] === "\n") to++;
      paint.cover(from, to, "\n");
    } else if (word === "cell") paint.cover(from, to, " | ");
    else if (word === "tab") paint.cover(from, to, " ");
    else if (m[1] !== undefined) {
      const code = Number.parseInt(m[1], 16);
      paint.cover(from, to, WINDOWS[code] ?? (code === 0xa0 ? " " : String.fromCharCode(code)));
    } else if (word === "u" && m[3] !== undefined) paint.cover(from, to, String.fromCharCode(Number(m[3]) & 0xffff));
    else paint.cover(from, to, m[0] === "\\~" ? " " : m[0] === "\\_" ? "-" : "");
  }
  return paint.done();
}
