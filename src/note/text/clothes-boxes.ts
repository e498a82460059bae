/**
 * Boxes that are drawn with other signs: "_X_ R knee __ L knee", "(o) Shoulder ( ) Knee", "levator - UNCHECKED". They become
 * the two signs that every box is known by.
 */
import { Paint } from "./paint.ts";

const TICKED = "\u2611";
const EMPTY = "\u2610";
/** A line to write on, with a cross on it or without one. */
const LINE = /(?<![\w_])_{1,20}[ \t]?(?:([xX\u2713\u2714])[ \t]?_{1,20})?(?![\w_])/g;
const CROSSED = /(?<![\w_])_{1,20}[ \t]?[xX\u2713\u2714][ \t]?_{1,20}(?![\w_])/;
/** "- CHECKED", "[not selected]" at the end of an entry. */
const WORD = /[-\u2013:([][ \t]{0,3}((?:not |un|de)?)(?:checked|selected|ticked)[)\]]?(?=[ \t]*(?:[;,\n\r]|$))/gi;

/** The text with boxes for such signs, of the same length; as it is where none of them is filled in. */
export function boxed(text: string): string {
  let bare = text;
  if (bare.includes("( )")) bare = bare.replace(/\([oO0\u2022*]\)/g, "(x)");
  if (bare.includes("_") && CROSSED.test(bare))
    bare = painted(bare, LINE, (m) => (m[1] !== undefined ? TICKED : m[0].trim().length > 1 ? EMPTY : null));
  return painted(bare, WORD, (m) => (m[1] === "" ? TICKED : EMPTY));
}

function painted(text: string, what: RegExp, box: (m: RegExpExecArray) => string | null): string {
  const paint = new Paint(text);
  for (const m of text.matchAll(what)) {
    const shown = box(m);
    if (shown !== null) paint.cover(m.index, m.index + m[0].length, ` ${shown} `.slice(0, m[0].length));
  }
  return paint.done();
}
