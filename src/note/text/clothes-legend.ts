/**
 * A drawing written down: "X = injected, O = tender only", then a sign beside each name. The signs become the boxes that
 * they stand for, ticked where the legend says that the needle went in and empty where it says anything else.
 */

/** "X = injected today": the sign and what it means. */
const MEANT =
  /(?<![\w=])([A-KM-QS-Z*+#\u25cf\u25cb\u25b2\u2713\u2717])\s?=\s?([a-z][a-z ,/-]{1,60}?)(?=[;.)\]\n\r]|,?\s+\S\s?=|$)/gi;
/** What a sign for the needle is said to mean; anything else tells of a finding, or of another day. */
const DONE =
  /^(?:(?:muscles?|sites?|points?|areas?)\s)?(?:inj|injs|injected|injections?|injection sites?|treated|needled|dry needled|tpi|dn)\b(?!.*\b(?:not|no|prior|previous|last|past|planned|next)\b)/i;
const TICKED = "\u2611";
const EMPTY = "\u2610";

/** The text with boxes for the signs of its legend; as it is where it has none, or none for the needle. */
export function legended(text: string): string {
  const signs = new Map<string, string>();
  let from = -1;
  for (const m of text.matchAll(MEANT)) {
    if (from < 0) from = m.index;
    signs.set(m[1] as string, DONE.test(m[2] as string) ? TICKED : EMPTY);
  }
  if (![...signs.values()].includes(TICKED)) return text;
  return text
    .split("\n")
    .map((line) => (line.includes("=") ? line : boxed(line, signs)))
    .join("\n");
}

/** The line with a box for the sign that it begins with, else for the one that it ends with. */
function boxed(line: string, signs: ReadonlyMap<string, string>): string {
  const first = /^[ \t]*(?:-[ \t])?(\S)(?=[ \t)]|[:-][ \t])/.exec(line);
  const before = first === null ? undefined : signs.get(first[1] as string);
  if (first !== null && before !== undefined) return put(line, first[0].length - 1, before);
  const last = /(?:[ \t:([]|[-:] ?)(\S)[)\].]?[ \t]*$/.exec(line);
  const after = last === null ? undefined : signs.get(last[1] as string);
  return last === null || after === undefined
    ? line
    : put(line, last.index + last[0].indexOf(last[1] as string, 0), after);
}

function put(line: string, at: number, box: string): string {
  return line.slice(0, at) + box + line.slice(at + 1);
}

/** "* injected with 0.3 mL" on a line of its own below a name with the same star right after it. */
const FOOTNOTE =
  /^[ \t]*(\*{1,2})[ \t]?(?:=|:|-)?[ \t]*(inj|injected|treated|needled|dry needled)\b(?![^\n]*\b(?:not|no|prior|previous|last|past|planned|next|if)\b)/im;
const STARRED = /(?<=[a-z])\*{1,2}(?=[\s,;.)]|$)/gi;

/** The text with a ticked box for each star beside a name, where a footnote says that it stands for the needle. */
export function starred(text: string): string {
  const note = FOOTNOTE.exec(text);
  if (note === null || text.search(STARRED) < 0) return text;
  const star = note[1] as string;
  return text.replace(STARRED, (found) => (found === star ? TICKED.padEnd(star.length) : found));
}
