/**
 * HTML and XML. Tags of HTML are covered, those that end a line with a line end; tags of another kind ("<muscle>") become
 * labels, for their names say what the text in them is. Character references are shown.
 */
import { Paint, WHOLE } from "./paint.ts";

const TAG =
  /<(\/?)([A-Za-z][\w:.-]{0,60})([^<>]{0,2000})>|<[!?][^<>]{0,2000}>|&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi;

const BREAKS = new Set(
  "p div li tr br ul ol table tbody thead h1 h2 h3 h4 h5 h6 section article header footer hr pre blockquote dd dt dl".split(
    " ",
  ),
);
const CELLS = new Set(["td", "th"]);
/** Each of these ends a line even when it is empty: an empty paragraph is a blank line. */
const LINES = new Set(["p", "li", "br", "div"]);
const INLINE = new Set(
  "b i u s em strong span font a sub sup small big code tt mark html body head title meta link style center label input img del ins strike o doc root item line".split(
    " ",
  ),
);
const STRUCK = new Set(["s", "del", "strike"]);
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ndash: "-",
  mdash: "-",
  bull: "*",
  middot: "*",
  rsquo: "'",
  lsquo: "'",
  ldquo: '"',
  rdquo: '"',
  hellip: ".",
  frac12: "½",
  deg: "°",
  micro: "µ",
  times: "x",
  shy: "",
  thinsp: " ",
  ensp: " ",
  emsp: " ",
};

/** Covers tags and shows references, where the text holds a closed tag or a reference. */
export function unmark(text: string): string {
  if (!/<\/[a-z]|\/>|<(?:br|p|li)\b|&(?:#\d|#x|[a-z]{2,8};)/i.test(text)) return text;
  const closed = new Set([...text.matchAll(/<\/([A-Za-z][\w:.-]{0,60})/g)].map((m) => (m[1] as string).toLowerCase()));
  const paint = new Paint(text);
  /** Does anything stand on the line since its tags ended it? */
  let content = false;
  /** Did a tag just open; does a side stand before the label to come? */
  let leading = false;
  let goesOn = false;
  let at = 0;
  for (const m of text.matchAll(TAG)) {
    const from = m.index;
    const to = from + m[0].length;
    if (from < at) continue;
    content = between(text, at, from, content, paint);
    at = to;
    if (m[4] !== undefined) {
      const shown = entity(m[4]);
      if (shown !== null) paint.cover(from, to, shown);
      content ||= shown !== " ";
      continue;
    }
    const name = (m[2] ?? "").toLowerCase();
    const closing = m[1] === "/";
    const itself = (m[3] ?? "").endsWith("/");
    if (name === "") paint.cover(from, to);
    else if (STRUCK.has(name) && !closing && closed.has(name)) {
      const end = text.toLowerCase().indexOf(`</${name}`, to);
      at = end < 0 ? to : end;
      paint.cover(from, at);
    } else if (BREAKS.has(name)) {
      const ends = content || (LINES.has(name) && (closing || name === "br"));
      paint.cover(from, to, ends ? "\n" : "");
      if (ends) content = false;
    } else if (CELLS.has(name)) paint.cover(from, to, closing ? " | " : "");
    else if (INLINE.has(name) || WHOLE.has(name)) paint.cover(from, to);
    else if (!closed.has(name) && !itself) content = true; // "<left trapezius>" is no tag
    else if (SIDES.has(name)) {
      paint.cover(from, to, closing ? (goesOn ? " " : ")") : leading ? "\n" : "(");
      if (!closing) goesOn = leading;
      content = true;
    } else if (closing) paint.cover(from, to);
    else {
      label(text, from, to, name.length, goesOn, paint);
      goesOn = false;
      content = true;
    }
    leading = !closing && !itself;
  }
  between(text, at, text.length, content, paint);
  return paint.done();
}

/** Text between tags; a line end right after a tag that ended the line is none. Does anything stand on the line now? */
function between(text: string, from: number, to: number, content: boolean, paint: Paint): boolean {
  let held = content;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 13) {
      if (!held && from > 0) paint.cover(i, i + 1, " ");
      held = false;
    } else if (c > 32) held = true;
  }
  return held;
}

function entity(name: string): string | null {
  if (name[0] !== "#") return ENTITIES[name.toLowerCase()] ?? null;
  const code = name[1] === "x" || name[1] === "X" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code < 65_536 ? (code === 160 ? " " : String.fromCharCode(code)) : null;
}

const SIDES = new Set(["side", "laterality"]);
const ATTRIBUTE = /([\w:.-]{1,60})=(?:"([^"]{0,500})"|'([^']{0,500})')/g;

/** Attributes that hold words of the note. */
const SAID = new Set(["name", "value", "displayname", "text", "title", "description"]);

/** `<site side="right" name="piriformis"/>` is "site:(right) piriformis", on a line of its own. */
function label(text: string, from: number, to: number, length: number, goesOn: boolean, paint: Paint): void {
  paint.cover(from, from + 1, goesOn ? " " : "\n");
  let at = from + 2 + length;
  paint.cover(at - 1, Math.min(at, to), ":");
  ATTRIBUTE.lastIndex = at - 1;
  for (let m = ATTRIBUTE.exec(text); m !== null && m.index < to; m = ATTRIBUTE.exec(text)) {
    const name = (m[1] as string).toLowerCase();
    const value = m[2] ?? m[3] ?? "";
    const end = m.index + m[0].length;
    if (SIDES.has(name)) paint.cover(at, end, at === from + 2 + length ? `${value} ` : `(${value})`);
    else if (SAID.has(name)) {
      paint.cover(at, end - value.length - 1);
      paint.cover(end - 1, end, " ");
    } else continue;
    at = end;
  }
  paint.cover(at, to);
}
