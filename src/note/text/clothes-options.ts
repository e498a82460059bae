/**
 * A field that prints all its choices and marks the one that was made: "Joint: shoulder / **knee** / hip", "Side: >>left<<
 * right". The others are covered: nobody chose them.
 */
import { Paint } from "./paint.ts";

/** A label, and what stands after it up to the end of the line or of the field. */
const FIELD = /(?<=^|[\n;])[ \t]*[A-Za-z][\w ()/-]{0,30}:[ \t]*([^\n;:]{3,160})/g;
/** A choice that is marked. */
const MARKED =
  />>[^<>\n]{1,30}<<|(\*{1,3}|__?)(?=[^\s*_])[^*_\n]{1,30}\1|\[(?![xX\u2611 _-]?\])[^[\]\n]{1,20}\]|<(?=[A-Za-z])[^<>\n/]{1,20}>/g;
/** What parts the choices. */
const APART = /[/|,]|[ \t]{2,}/;
/** Words of a choice at most. */
const WORDS = 4;

/** A side that a template left open: "[Left/Right]". */
const OPEN_SIDE = /\[(?:l|left|r|right|both|bilateral)(?:[ \t]?\/[ \t]?(?:l|left|r|right|both|bilateral)){1,2}\]/i;
/** What else it leaves open: "[Knee/Shoulder/Hip]", "[seated/supine]". */
const OPEN_CHOICE = /\[[A-Za-z][A-Za-z -]{0,30}(?:\/[A-Za-z][A-Za-z ()-]{0,30}){1,8}\]/g;

/** Shows the choices of a template in which nobody has chosen as blanks to be filled in. */
function unchosen(text: string): string {
  if (!OPEN_SIDE.test(text)) return text;
  const paint = new Paint(text);
  for (const m of text.matchAll(OPEN_CHOICE)) paint.cover(m.index, m.index + m[0].length, "***");
  return paint.done();
}

/** Covers the choices that were not made, where the line marks some and each of the others is no longer than a choice. */
export function chosen(worn: string): string {
  const text = unchosen(worn);
  const paint = new Paint(text);
  for (const field of text.matchAll(FIELD)) {
    const value = field[1] as string;
    const at = field.index + field[0].length - value.length;
    const marks = [...value.matchAll(MARKED)];
    if (marks.length > 0 && offers(value, marks)) coverRest(paint, at, value, marks);
  }
  return paint.done();
}

/** Is there a choice beside those marked, parted from them, and nothing that is longer? */
function offers(value: string, marks: readonly RegExpExecArray[]): boolean {
  let left = value;
  for (const m of marks) left = left.replace(m[0], "|");
  const others = left
    .split(APART)
    .map((s) => s.trim())
    .filter((s) => s !== "");
  return (
    others.length > 0 &&
    APART.test(value) &&
    others.every((s) => /^[A-Za-z][\w ()'-]*$/.test(s) && s.split(" ").length <= WORDS)
  );
}

function coverRest(paint: Paint, at: number, value: string, marks: readonly RegExpExecArray[]): void {
  let from = 0;
  for (const m of marks) {
    const width = /^(?:>>|\*{1,3}|_{1,2}|\[|<)/.exec(m[0])?.[0].length ?? 0;
    paint.cover(at + from, at + m.index + width, from === 0 ? "" : " ");
    from = m.index + m[0].length - width;
  }
  paint.cover(at + from, at + value.length);
}
