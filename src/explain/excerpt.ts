/** The lines of a note that hold what is shown, with the words marked; what lies between is left out. */
import type { NotePlace } from "../base/finding.ts";
import type { ExcerptLine, Look, Run } from "./document.ts";

export interface Marked extends NotePlace {
  readonly look: Look;
}

/** Characters shown on either side of marked words when a line is too long to be shown whole. */
const AROUND = 60;
const LONG = 240;

/**
 * Lines with marks, in order, a null where lines are skipped; at most `most` of them. Where marks overlap, the
 * first of `marks` has the place. Lines count from 1, as an editor counts them.
 */
export function excerptOf(note: string, marks: readonly Marked[], most: number): readonly (ExcerptLine | null)[] {
  const apart = separate(marks.filter((m) => m.end > m.start && m.start >= 0 && m.end <= note.length));
  const out: (ExcerptLine | null)[] = [];
  let number = 0;
  let last = 0;
  let next = 0;
  let left = most;
  for (let start = 0; start <= note.length && next < apart.length; number++) {
    const newline = note.indexOf("\n", start);
    const end = newline < 0 ? note.length : newline;
    const here: Marked[] = [];
    while (next < apart.length && (apart[next] as Marked).start <= end) here.push(apart[next++] as Marked);
    if (here.length > 0) {
      if (left-- === 0) return [...out, null];
      if (out.length > 0 && number > last + 1) out.push(null);
      last = number;
      out.push({ number: number + 1, words: lineOf(note, start, end, here) });
    }
    start = end + 1;
  }
  return out;
}

/** Marks in order of place, none over another. */
function separate(marks: readonly Marked[]): readonly Marked[] {
  const taken: Marked[] = [];
  for (const mark of marks) if (!taken.some((t) => mark.start < t.end && t.start < mark.end)) taken.push(mark);
  return taken.sort((a, b) => a.start - b.start);
}

function lineOf(note: string, start: number, end: number, marks: readonly Marked[]): readonly Run[] {
  const words: Run[] = [];
  const whole = end - start <= LONG;
  const plain = (from: number, to: number): void => {
    if (to > from) words.push({ text: note.slice(from, to) });
  };
  let at = start;
  marks.forEach((mark) => {
    const from = Math.max(mark.start, start);
    const to = Math.min(mark.end, end);
    if (whole || from - at <= 2 * AROUND) plain(at, from);
    else {
      if (at > start) plain(at, at + AROUND);
      words.push({ text: " ... ", look: "quiet" });
      plain(from - AROUND, from);
    }
    if (to > from) words.push({ text: note.slice(from, to), look: mark.look });
    at = Math.max(at, to);
  });
  if (whole || end - at <= AROUND) plain(at, end);
  else {
    plain(at, at + AROUND);
    words.push({ text: " ...", look: "quiet" });
  }
  const last = words.at(-1);
  if (last !== undefined) words[words.length - 1] = { ...last, text: last.text.trimEnd() };
  return words;
}
