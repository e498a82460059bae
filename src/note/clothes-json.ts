/**
 * JSON: its names become labels ("muscle:"), its values what stands after them. Members of the outermost object stand on
 * lines of their own, those of an inner object on one line: "muscle: piriformis; side: left".
 */
import { Paint, WHOLE } from "./paint.ts";

/** How an object or a list of objects or texts begins. */
const BEGINS = /\{\s{0,200}"[^"\n]{1,60}"\s{0,9}:|\[\s{0,200}(?:\{\s{0,200})?"/g;
const MEMBER = /"\s{0,9}:\s{0,9}["[{\dtfn-]/;
/** A longer value, or one of several lines, is a text: it begins a line of its own. */
const LONG = 40;
const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: " ",
  t: " ",
  b: " ",
  f: " ",
  '"': '"',
  "/": "/",
  "\\": " ",
};

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
  for (let i = from; i < text.length; i++) {
    const c = text[i] as string;
    const holder = within.at(-1);
    if (c === '"') i = side(text, i, first, paint) || string(text, i, within, paint);
    else if (c === "{" || c === "[") {
      paint.cover(i, i + 1, c === "{" && within.length > 0 ? "\n" : "");
      within.push(c === "[" && isShort(text, i) ? "s" : c);
      first = true;
    } else if (c === "}" || c === "]") {
      within.pop();
      paint.cover(i, i + 1);
      if (within.length === 0) return i + 1;
    } else if (c === ",") {
      const apart = holder === "[" || (holder === "{" && besideSide(text, i, first));
      paint.cover(i, i + 1, apart ? "" : holder === "s" || (within.length > 1 && besideFlag(text, i)) ? "," : ";");
      first = false;
    } else if (c === "\n" || c === "\r") paint.cover(i, i + 1, " ");
  }
  return text.length;
}

const NAME = /\s{0,200}"[^".:;\\]{1,40}"\s{0,200}([,\]])/y;

/** Does the list that begins at `i` hold nothing but short names? It is one line then: "muscles: piriformis, gluteus medius". */
function isShort(text: string, i: number): boolean {
  NAME.lastIndex = i + 1;
  for (let m = NAME.exec(text); m !== null; m = NAME.exec(text)) if (m[1] === "]") return true;
  return false;
}

/** Covers a member that is a side, name and all: "(left)". Where it ends, 0 when the string at `i` begins none. */
function side(text: string, i: number, leads: boolean, paint: Paint): number {
  SIDE.lastIndex = i;
  const m = SIDE.exec(text);
  if (m === null) return 0;
  paint.cover(i, SIDE.lastIndex, leads ? `${m[1]} ` : ` (${m[1]})`);
  return SIDE.lastIndex - 1;
}

const SIDE = /"(?:side|laterality)"\s{0,9}:\s{0,9}"([a-z]{1,10})"/iy;

/** A side goes with the structure before it; one that comes first, with the structure after it: "(left) muscle: piriformis". */
function besideSide(text: string, comma: number, first: boolean): boolean {
  if (
    first &&
    /"(?:side|laterality)"\s{0,9}:\s{0,9}"[a-z]{1,10}"\s{0,9}$/i.test(text.slice(Math.max(0, comma - 60), comma))
  )
    return true;
  SIDE.lastIndex = comma + 1;
  while (/\s/.test(text[SIDE.lastIndex] ?? "")) SIDE.lastIndex++;
  return SIDE.test(text);
}

const FLAG = /\s{0,9}"[\w -]{1,40}"\s{0,9}:\s{0,9}"?(?:true|false|yes|no|[yn])\b"?/iy;

/** Does a member that says yes or no stand beside the comma? It is said of the structure before or after it. */
function besideFlag(text: string, comma: number): boolean {
  FLAG.lastIndex = comma + 1;
  return (
    FLAG.test(text) ||
    /:\s{0,9}"?(?:true|false|yes|no|[yn])"?\s{0,9}$/i.test(text.slice(Math.max(0, comma - 30), comma))
  );
}

/** Covers the quotes and escapes of the string that begins at `i`; where its last quote stands. */
function string(text: string, i: number, within: readonly Holder[], paint: Paint): number {
  let end = i + 1;
  let broken = false;
  while (end < text.length && text[end] !== '"') {
    if (text[end] === "\\") {
      if (text[end + 1] === "n") broken = true;
      end++;
    }
    end++;
  }
  const isText = within.at(-1) === "[" || broken || end - i > LONG;
  const begins = named(text, end) ? within.length === 1 : isText;
  if (named(text, end) && WHOLE.has(text.slice(i + 1, end).toLowerCase())) {
    const colon = text.indexOf(":", end);
    paint.cover(i, colon + 1);
    return colon;
  }
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

/** Is the string that ends at `end` a member's name? */
function named(text: string, end: number): boolean {
  let k = end + 1;
  while (text[k] === " ") k++;
  return text[k] === ":";
}
