/** What the note prints against what it documents: codes, titles, the words "trigger point". Shown, never followed. */
import type { NotePlace } from "../base/finding.ts";
import type { Answer } from "./answer.ts";
import type { Line } from "./determination.ts";
import { beliefShown, calledTriggerPoint, printedCode, printedTitle, summaryConflict } from "./remarks.ts";
import { placeOf, statement, type Session } from "./sessions.ts";
import { sources, type BookTable } from "./tables.ts";

const CODE = /^[A-Z]?\d{4,5}[A-Z]?/i;
const UNITS = /[x×*]\s*(\d{1,3})\s*$/i;

/** Adds the conflicts, and the beliefs they exhibit, to the answer. `lines` are all lines of the answer. */
export function addConflicts(session: Session, book: BookTable, lines: readonly Line[], answer: Answer): void {
  if (session.labels.length === 0 && session.statements.length === 0) return;
  const shown = new Set<string>();
  for (const label of session.labels) {
    const value = label.value.trim();
    if (shown.has(value)) continue;
    shown.add(value);
    if (label.of === "cpt") addPrinted(value, placeOf(label), book, lines, answer);
    else if (label.of === "title") addTitle(value, placeOf(label), book, answer);
  }
  addCalledTriggerPoint(session, book, answer);
  const named = new Set<string | undefined>();
  for (const s of session.statements) {
    if (s.says !== "summary-conflict" || named.has(s.value)) continue;
    named.add(s.value);
    answer.conflicts.push(summaryConflict(s.value, placeOf(s), s.against));
  }
}

function addPrinted(
  value: string,
  place: NotePlace,
  { book }: BookTable,
  lines: readonly Line[],
  answer: Answer,
): void {
  const printed = CODE.exec(value)?.[0].toUpperCase();
  const code = printed === undefined ? undefined : book.codes[printed];
  if (code === undefined) return;
  const units = UNITS.exec(value)?.[1];
  const reported = lines.reduce((sum, line) => (line.code === code.code ? sum + line.units : sum), 0);
  if (reported > 0 && (units === undefined || Number(units) === reported)) return;
  const procedures = lines.filter((line) => line.role === "procedure").map((line) => line.code);
  answer.conflicts.push(printedCode(value, procedures, place));
  // A belief is at work when it is about just the two things that were confused: the family printed and the one documented.
  const families = new Set(procedures.map((c) => book.codes[c]?.family));
  if (families.has(code.family)) return;
  for (const belief of book.beliefs) {
    const about = belief.codes.map((c) => book.codes[c]?.family);
    const both = about.includes(code.family) && about.some((f) => families.has(f));
    if (both && about.every((f) => f === code.family || families.has(f)))
      answer.findings.push(beliefShown(belief, sources(belief.cite), place));
  }
}

function addTitle(value: string, place: NotePlace, { book }: BookTable, answer: Answer): void {
  const family = book.families.find((f) => f.id === value);
  if (
    family === undefined ||
    answer.elements.some((e) => e.family === value) ||
    answer.notCoded.some((n) => n.family === value)
  )
    return;
  answer.conflicts.push(printedTitle(family.title, place));
}

/** The note speaks of trigger points, and all that it documents lies elsewhere than in muscle. */
function addCalledTriggerPoint(session: Session, book: BookTable, answer: Answer): void {
  const points = statement(session, "trigger-point");
  if (
    points === undefined ||
    answer.elements.length === 0 ||
    answer.elements.some((e) => countsMuscles(e.family, book))
  )
    return;
  answer.conflicts.push(calledTriggerPoint(answer.elements.map((e) => e.name).join(", "), placeOf(points)));
}

/** Trigger points lie in muscles. */
function countsMuscles(id: string, { book }: BookTable): boolean {
  return book.families.some((f) => f.id === id && f.takes.kinds?.includes("muscle") === true);
}
