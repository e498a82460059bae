/** Type of the printed page: fonts, sizes, and words measured and broken into lines. */
import { clean, runs, webAddress, type Look, type Words } from "../../explain/document.ts";
import { INK } from "../colours.ts";

/** A Letter page and its margins, in points. */
export const PAGE = { width: 612, height: 792, left: 54, right: 54, top: 50, bottom: 46 } as const;

export type Face = "Helvetica" | "Helvetica-Bold" | "Courier" | "Courier-Bold";

export interface Style {
  readonly face: Face;
  readonly size: number;
  readonly color: string;
}

/** A piece of a line: words of one look, and how wide they are. */
export interface Piece {
  readonly text: string;
  readonly style: Style;
  readonly look: Look | undefined;
  readonly link: string | undefined;
  readonly width: number;
}

export interface Measure {
  (text: string, style: Style): number;
}

/** The words in lines of at most `width` points. A word wider than a line is broken. */
export function lines(words: Words, style: Style, width: number, measure: Measure): readonly (readonly Piece[])[] {
  const out: Piece[][] = [[]];
  let used = 0;
  for (const run of runs(words)) {
    const look = run.look;
    const own = styled(style, look);
    const link = webAddress(run.link);
    for (const word of fold(clean(run.text)).match(/ +|[^ ]+/g) ?? []) {
      for (const text of fitting(word, own, width, measure)) {
        const wide = measure(text, own);
        if (used + wide > width && text.trim() !== "") {
          out.push([]);
          used = 0;
        }
        if (used === 0 && text.trim() === "") continue;
        push(out.at(-1) as Piece[], { text, style: own, look, link, width: wide });
        used += wide;
      }
    }
  }
  return out.map(trimmed);
}

function styled(style: Style, look: Look | undefined): Style {
  if (look === "quiet") return { ...style, color: INK.quiet };
  if (look === undefined || look === "seen") return style;
  return { ...style, face: style.face.startsWith("Courier") ? "Courier-Bold" : "Helvetica-Bold" };
}

/** Joined to the last piece when it looks the same, so that a line is a few runs and not many words. */
function push(line: Piece[], piece: Piece): void {
  const last = line.at(-1);
  const same =
    last !== undefined && last.look === piece.look && last.link === piece.link && last.style.face === piece.style.face;
  if (same) line[line.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width };
  else line.push(piece);
}

function trimmed(line: readonly Piece[]): readonly Piece[] {
  const last = line.at(-1);
  return last !== undefined && last.text.trim() === "" ? line.slice(0, -1) : line;
}

function fitting(word: string, style: Style, width: number, measure: Measure): readonly string[] {
  if (measure(word, style) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const char of word) {
    if (part !== "" && measure(part + char, style) > width) {
      parts.push(part);
      part = "";
    }
    part += char;
  }
  return part === "" ? parts : [...parts, part];
}

/** Characters that the standard fonts lack, as near as they can say them; what is left is a question mark. */
export function fold(text: string): string {
  return text
    .replace(/[≥≤→←≠−∼≈✓✔☐☑☒●▪◦′″]/g, (c) => NEAR[c] ?? c)
    .replace(
      /[^\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u20ac\u2122\u0152\u0153]/gu,
      (c) => {
        const plain = c.normalize("NFKD").replace(/\p{M}/gu, "");
        return /^[\u0020-\u007e\u00a0-\u00ff]+$/.test(plain) ? plain : "?";
      },
    );
}
const NEAR: Readonly<Record<string, string>> = {
  "≥": ">=",
  "≤": "<=",
  "→": "->",
  "←": "<-",
  "≠": "!=",
  "−": "-",
  "∼": "~",
  "≈": "~",
  "✓": "x",
  "✔": "x",
  "☐": "[ ]",
  "☑": "[x]",
  "☒": "[x]",
  "●": "\u2022",
  "▪": "\u2022",
  "◦": "\u2022",
  "′": "'",
  "″": '"',
};
