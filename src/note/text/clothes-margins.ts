/**
 * What stands at the margin of every line and is no word of the note: marks of a quoted mail, line numbers, the times of
 * a transcript and who is speaking.
 */
import { Paint } from "./paint.ts";

const QUOTED = /[ \t]*(?:>[ \t]?)+/y;
const NUMBERED = /[ \t]*(\d{1,4})(?=[ \t])[ \t]{1,4}/y;
const TIMED =
  /[ \t]*(?:\[\(?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?\)?\]|\(?\d{1,2}:\d\d:\d\d(?:[.,]\d{1,3})?\)?)[ \t]*(?:-[ \t])?/y;
/** The one who dictates; what a patient says stays marked as such. */
const SPOKEN =
  /[ \t]*(?:dr\.?|doctor|physician|provider|clinician|surgeon|speaker|md|do|np|pa)(?![a-z])[ \t]?[\w.'-]{0,20}(?:[ \t][\w.'-]{1,20})?:[ \t]/iy;

/** Lines numbered at the margin at least. */
const FEWEST = 4;

interface Line {
  readonly from: number;
  readonly to: number;
}

/** Covers margins. Only a text whose first line has one is looked at. */
export function unmargined(text: string): string {
  const lines = linesOf(text);
  const quoted = within(text, lines, QUOTED, 0);
  if (quoted.length >= 2) return covered(text, quoted);
  const numbered = within(text, lines, NUMBERED, 0);
  if (numbered.length >= FEWEST && inOrder(text, numbered)) return covered(text, numbered);
  const timed = within(text, lines, TIMED, lines.length / 4);
  const bare = timed.length >= 2 ? covered(text, timed) : text;
  const left = bare === text ? lines : linesOf(bare);
  const spoken = within(bare, left, SPOKEN, left.length / 2);
  return spoken.length >= 2 && spoken.length * 2 >= lines.length ? covered(bare, spoken) : bare;
}

function linesOf(text: string): Line[] {
  const out: Line[] = [];
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    if (!isBlank(text, from, to)) out.push({ from, to });
    from = to + 1;
  }
  return out;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text[i] !== " " && !/[\s\u2060]/.test(text[i] as string)) return false;
  return true;
}

/** The margins of such a kind; none where more than so many lines lack one. */
function within(text: string, lines: readonly Line[], margin: RegExp, lack: number): Line[] {
  const out: Line[] = [];
  let lacking = 0;
  for (const { from } of lines) {
    let at = from;
    while (text[at] === "\u2060") at++;
    margin.lastIndex = at;
    if (margin.test(text)) out.push({ from: at, to: margin.lastIndex });
    else if (++lacking > lack) return [];
  }
  return out;
}

/** Do the numbers rise from line to line? Blank lines may be numbered too. */
function inOrder(text: string, margins: readonly Line[]): boolean {
  const numbers = margins.map((m) => Number(text.slice(m.from, m.to)));
  return numbers.every((n, i) => i === 0 || (n > (numbers[i - 1] as number) && n <= (numbers[i - 1] as number) + 3));
}

function covered(text: string, margins: readonly Line[]): string {
  const paint = new Paint(text);
  for (const { from, to } of margins) paint.cover(from, to);
  return paint.done();
}
