/** Where a page was turned: its foot and the head of the next stand between two lines of the note, often inside a sentence. */
import { Paint } from "./paint.ts";

/** A line that only a page has: its number, the line of a fax or a printer. */
const NUMBER = /^\W{0,20}(?:page|pg)\W{0,3}\d{1,3}(?: {0,3}(?:of|\/) {0,3}\d{1,3})?\W{0,20}$/i;
const NUMBER_AT_END = /\bpage \d{1,3} of \d{1,3}\W{0,20}$/i;
const DASHED = /^\W{0,20}-\s?\d{1,3}\s?-\s{0,20}$/;
const PRINTED = /^\W{0,20}(?:printed|faxed|scanned|generated)\b.{0,80}\d:\d\d/i;
/** The words of a fax machine's line, beside times and numbers. */
const FAX = new Set("fax faxed page pg p from to of am pm no tel".split(" "));
/** A line that stands with such a one: whose page it is. */
const BESIDE = /\b(?:mrn|dob|acct|account)\b/i;
/** Such lines are short. */
const LONGEST = 160;

function isFurniture(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (line.includes("\f") && line.trim() === "") return true;
  return NUMBER.test(line) || NUMBER_AT_END.test(line) || DASHED.test(line) || PRINTED.test(line) || isFax(line);
}

function isFax(line: string): boolean {
  const words = line.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.some((w) => w.startsWith("fax")) && /\d/.test(line) && words.every((w) => FAX.has(w));
}

/** Says nothing, or whose page it is. */
const standsBeside = (line: string): boolean =>
  line.length <= LONGEST && (BESIDE.test(line) || !/[a-z0-9]/i.test(line));

interface Line {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Covers such lines within the note. The line before goes on in the line after when it has not ended and a small letter follows. */
export function unpaged(text: string): string {
  const lines = linesOf(text);
  const furniture = lines.map((l) => isFurniture(l.text));
  if (!furniture.includes(true)) return text;
  const paint = new Paint(text);
  for (let i = 0; i < lines.length;) {
    let to = i;
    let found = false;
    while (to < lines.length && (furniture[to] === true || standsBeside((lines[to] as Line).text)))
      if (furniture[to++] === true) found = true;
    if (found && i > 0 && to < lines.length) turn(text, lines[i - 1] as Line, lines[to] as Line, paint);
    i = to > i ? to : i + 1;
  }
  return paint.done();
}

function turn(text: string, last: Line, next: Line, paint: Paint): void {
  const end = last.text.trimEnd();
  const begins = next.text.trimStart();
  const open = !/[.:;!?]$/.test(end) && (/^[a-z]/.test(begins) || end.endsWith(","));
  const blank = /\n\s*\n/.test(text.slice(last.from + end.length, next.from)) && /[.!?]$/.test(end);
  paint.cover(last.from + end.length, next.from + next.text.length - begins.length, open ? " " : blank ? "\n\n" : "\n");
}

function linesOf(text: string): Line[] {
  const out: Line[] = [];
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    out.push({ from, to, text: text.slice(from, to) });
    from = to + 1;
  }
  return out;
}
