/**
 * JSON: its names become labels ("muscle:"), its values what stands after them. Members of the outermost object stand on
 * lines of their own, those of an inner object on one line: "muscle: piriformis (left); volume 1".
 */
import { Paint, WHOLE } from "./paint.ts";

/** How an object or a list of objects or texts begins, and a member of one. */
const BEGINS = /\{\s{0,200}"[^"\n]{1,60}"\s{0,9}:|\[\s{0,200}(?:\{\s{0,200})?"/g;
const MEMBER = /"\s{0,9}:\s{0,9}["[{\dtfn-]/;
/** Members that are the heading of what follows, and those that are a side. */
const TITLE = /"(?:title|heading|header|section)"\s{0,9}:\s{0,9}"([^"\\]{1,60})"/iy;
const SIDE = /"(?:side|laterality)"\s{0,9}:\s{0,9}"([a-z]{1,10})"/iy;
const SIDE_BEFORE = /"(?:side|laterality)"\s{0,9}:\s{0,9}"[a-z]{1,10}"\s{0,9}$/i;
/** A member that says yes or no. */
const FLAG = /\s{0,9}"[\w -]{1,40}"\s{0,9}:\s{0,9}"?(?:true|false|yes|no|[yn])\b"?/iy;
const FLAG_BEFORE = /:\s{0,9}"?(?:true|false|yes|no|[yn])"?\s{0,9}$/i;
const COUNTED = /\s{0,9}"[\w -]{1,40}"\s{0,9}:\s{0,9}-?\d/y;
const NUMBER = /:\s{0,9}-?\d/y;
/** A short name in a list, and what stands after it. */
const NAME = /\s{0,200}"[^".:;\\]{1,40}"\s{0,200}([,\]])/y;
/** A longer value, or one of several lines, is a text: it begins a line of its own. */
const LONG = 40;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", '"': '"', "/": "/" };

/** Covers the signs of JSON where the text holds an object or a list with named members. */
export function unjson(text: string): string {
  if (!MEMBER.test(text)) return text;
  const paint = new Paint(text);
  for (let i = beginning(text, 0); i < text.length; i = beginning(text, i)) i = value(text, i, paint);
  return paint.done();
}

function beginning(text: string, from: number): number {
  BEGINS.lastIndex = from;
  return BEGINS.exec(text)?.index ?? text.length;
}

/** An object, a list, a list of short names ("s"). */
type Holder = "{" | "[" | "s";

/** Covers the signs of the object or list that begins at `from`; where the text goes on after it. */
function value(text: string, from: number, paint: Paint): number {
  const within: Holder[] = [];
  let first = true;
  let titled = false;
  for (let i = from; i < text.length; i++) {
    const c = text[i] as string;
    const holder = within.at(-1);
    const inner = holder === "{" && within.length > 1;
    if (c === '"') {
      const heading = matched(TITLE, text, i);
      const side = heading === null ? matched(SIDE, text, i) : null;
      titled = heading !== null;
      if (heading !== null) paint.cover(i, i + heading[0].length, `\n${heading[1]}:`);
      else if (side !== null) paint.cover(i, i + side[0].length, first ? `${side[1]} ` : ` (${side[1]})`);
      i = heading || side ? i + ((heading ?? side) as RegExpExecArray)[0].length - 1 : string(text, i, within, paint);
    } else if (c === ":") {
      // A number stands on a line of its own and begins no field.
      if (inner && !first && matched(NUMBER, text, i) !== null) paint.cover(i, i + 1, " ");
    } else if (c === "{" || c === "[") {
      paint.cover(i, i + 1, c === "{" && within.length > 0 ? "\n" : "");
      within.push(c === "[" && isShort(text, i) ? "s" : c);
      first = true;
    } else if (c === "}" || c === "]") {
      within.pop();
      paint.cover(i, i + 1);
      if (within.length === 0) return i + 1;
    } else if (c === ",") {
      const apart = holder === "[" || (holder === "{" && besideSide(text, i, first));
      const flag = besideFlag(text, i);
      const listed = holder === "s" || (inner && flag);
      const counted = inner && matched(COUNTED, text, i + 1) !== null;
      paint.cover(i, i + 1, titled || counted ? "\n" : apart || !(inner || flag || listed) ? "" : listed ? "," : ";");
      first = titled = false;
    } else if (c === "\n" || c === "\r") paint.cover(i, i + 1, " ");
  }
  return text.length;
}

function matched(what: RegExp, text: string, at: number): RegExpExecArray | null {
  what.lastIndex = at;
  return what.exec(text);
}

/** Does the list that begins at `i` hold nothing but short names? It is one line then: "muscles: piriformis, gluteus medius". */
function isShort(text: string, i: number): boolean {
  for (let m = matched(NAME, text, i + 1); m !== null; m = NAME.exec(text)) if (m[1] === "]") return true;
  return false;
}

const before = (text: string, at: number): string => text.slice(Math.max(0, at - 60), at);

/** A side goes with the structure before it; one that comes first, with the structure after it: "left muscle: piriformis". */
function besideSide(text: string, comma: number, first: boolean): boolean {
  if (first && SIDE_BEFORE.test(before(text, comma))) return true;
  let next = comma + 1;
  while (/\s/.test(text[next] ?? "")) next++;
  return matched(SIDE, text, next) !== null;
}

/** Does a member that says yes or no stand beside the comma? It is said of the structure before or after it. */
function besideFlag(text: string, comma: number): boolean {
  return matched(FLAG, text, comma + 1) !== null || FLAG_BEFORE.test(before(text, comma));
}

/** Covers the quotes and escapes of the string that begins at `i`; where its last quote, or the colon after it, stands. */
function string(text: string, i: number, within: readonly Holder[], paint: Paint): number {
  let end = i + 1;
  let broken = false;
  while (end < text.length && text[end] !== '"') {
    if (text[end] === "\\" && text[++end] === "n") broken = true;
    end++;
  }
  const colon = colonAfter(text, end);
  if (colon > 0 && WHOLE.has(text.slice(i + 1, end).toLowerCase())) {
    paint.cover(i, colon + 1);
    return colon;
  }
  const begins = colon > 0 ? within.length === 1 : within.at(-1) === "[" || broken || end - i > LONG;
  paint.cover(i, i + 1, begins ? "\n" : "");
  for (let k = i + 1; k < end; k++) {
    if (text[k] !== "\\") continue;
    const unicode = text[k + 1] === "u" ? Number.parseInt(text.slice(k + 2, k + 6), 16) : Number.NaN;
    if (Number.isNaN(unicode)) paint.cover(k, k + 2, ESCAPES[text[k + 1] as string] ?? " ");
    else paint.cover(k, k + 6, String.fromCharCode(unicode));
    k += Number.isNaN(unicode) ? 1 : 5;
  }
  if (end < text.length) paint.cover(end, end + 1);
  return end;
}

/** The colon after a member's name, 0 when the string is none. */
function colonAfter(text: string, end: number): number {
  let k = end + 1;
  while (text[k] === " ") k++;
  return text[k] === ":" ? k : 0;
}
