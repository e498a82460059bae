/**
 * Several sessions in one text: entries that each begin with their date. What stands in an entry belongs to the
 * session of that day. A note with a single date of service of its own is one session and carries no dates.
 */
import { lineStart } from "../text/chars.ts";
import type { Reading } from "../facts.ts";
import { isTreated, type Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import type { Page } from "../page/page.ts";
import { LINE_START, MARK, NUMBER, WORD } from "../text/tokens.ts";
import { TODAY } from "../text/small-words.ts";
import { isOneOf } from "../page/page.ts";

/** Words that may stand between the start of a line and the date of the entry that begins there. */
const BEFORE =
  /^(?:visits?|sessions?|dates?|of|service|procedures?|dos|seen|on|treatment|tx|encounter|appointment|appt|injections?|tpi|note|progress|for|entry|last|previous|prior|the|today|done|performed)$/i;

/** What stands in a word and is not seen. */
const UNSEEN = /[^a-z]/gi;

interface Entry {
  readonly date: string;
  readonly start: number;
  /** "Last visit (3/7/24): ..." tells of that day on its own line only. */
  readonly line: boolean;
}

/** The date of the session each segment belongs to, null where it is the note's own; null when the note is one session. */
function sessionsOf(p: Page, dates: Reading["dates"]): readonly (string | null)[] | null {
  const [first] = dates;
  if (first === undefined || dates.every((d) => d.role === "service" && d.date === first.date)) return null;
  const heads = dates.filter((d) => beginsEntry(p, d.start, d.end));
  const days = new Set(heads.map((e) => e.date));
  if (days.size === 0 || (days.size === 1 && heads.every((e) => e.role === "service"))) return null;
  const entries: Entry[] = heads.map((e, i) => ({
    date: e.date,
    start: e.start,
    // With one date in the whole note, what follows on other lines is the note's own; so it is after a list of dated lines.
    line:
      days.size === 1 ||
      EARLIER.test(p.t.text.slice(lineStart(p.t.text, e.start), e.start)) ||
      nextLine(p, heads[i - 1], e) ||
      nextLine(p, e, heads[i + 1]),
  }));
  let next = 0;
  let lasting: string | null = null;
  let line = -1;
  let local: string | null = null;
  return p.segments.map((seg) => {
    const end = p.t.end[seg.to - 1] as number;
    for (; next < entries.length && (entries[next] as Entry).start < end; next++) {
      const entry = entries[next] as Entry;
      if (entry.line) [local, line] = [entry.date, seg.line];
      else [lasting, line] = [entry.date, -1];
    }
    if (isOneOf(p, seg.from, TODAY)) [lasting, local] = [null, null];
    if (seg.section === "addendum") return null;
    return seg.line === line ? local : lasting;
  });
}

/** Does the second date stand at the head of the line right after the first one's? */
function nextLine(
  p: Page,
  first: { readonly start: number } | undefined,
  second: { readonly start: number } | undefined,
): boolean {
  if (first === undefined || second === undefined) return false;
  const end = p.t.text.indexOf("\n", first.start);
  return end >= 0 && end < second.start && lineStart(p.t.text, second.start) === end + 1;
}

const EARLIER = /\b(?:last|previous|prior)\b/i;

/** Does the date stand at the head of its line, before something that is told of that day? */
function beginsEntry(p: Page, start: number, end: number): boolean {
  const at = tokenAt(p, start);
  let k = at;
  while (k > 0 && ((p.t.flags[k] as number) & LINE_START) === 0 && at - k < 8) k--;
  if (((p.t.flags[k] as number) & LINE_START) === 0) return false;
  for (let i = k; i < at; i++)
    if (p.t.type[i] === WORD && !BEFORE.test(p.t.textOf(i).replace(UNSEEN, ""))) return false;
  // A line that ends in the date, or goes on with a time and marks only, is a stamp or a heading; a heading counts.
  let after = at;
  while (after < p.t.n && (p.t.start[after] as number) < end) after++;
  for (let i = after; i < Math.min(p.t.n, after + 4); i++) {
    if (((p.t.flags[i] as number) & LINE_START) !== 0) break;
    if (p.t.type[i] === WORD)
      return !/^(?:fax|page|pg|printed|signed|dictated|transcribed|am|pm)$/i.test(p.t.textOf(i));
    if (p.t.type[i] !== NUMBER && p.t.type[i] !== MARK) break;
  }
  return true;
}

/** The token that begins at, or last before, a place in the text. */
function tokenAt(p: Page, place: number): number {
  let low = 0;
  let high = p.t.n - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((p.t.start[mid] as number) <= place) low = mid;
    else high = mid - 1;
  }
  return low;
}

/** Writes the session's date on the structures treated in it. */
export function dateSessions(p: Page, work: Work[], dates: Reading["dates"]): void {
  if (dates.length === 0 || work.length === 0) return;
  const sessions = sessionsOf(p, dates);
  const told = sentenceDates(p, dates);
  if (sessions === null && told.size === 0) return;
  for (const w of work) {
    if (!isTreated(w)) continue;
    const date = sessions?.[w.draft.segment] ?? told.get(w.draft.segment);
    if (date !== undefined) w.date = date;
  }
}

/**
 * Segments that tell in the past tense of a day of their own ("received injections on 2/12/25"): the only date in them,
 * right after "on". Whether that day is the encounter's is for the engine to say.
 */
function sentenceDates(p: Page, dates: Reading["dates"]): ReadonlyMap<number, string> {
  const out = new Map<number, string>();
  const crowded = new Set<number>();
  let no = 0;
  for (const d of dates) {
    while (no < p.segments.length && (p.t.end[(p.segments[no] as Segment).to - 1] as number) < d.end) no++;
    if (no >= p.segments.length) break;
    if (out.has(no) || crowded.has(no)) {
      out.delete(no);
      crowded.add(no);
    } else if (d.role === "other" && p.t.textOf(tokenAt(p, d.start) - 1).toLowerCase() === "on") out.set(no, d.date);
    else crowded.add(no);
  }
  return out;
}
