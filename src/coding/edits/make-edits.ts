/** The edit step: every table asked of the lines decided, then of the lines billed. */
import type { IsoDate } from "../../base/dates.ts";
import type { Finding } from "../../base/finding.ts";
import type { DiagnosisBook, EditBook } from "../../rulebook/edit-types.ts";
import { hashValue } from "../../rulebook/hash.ts";
import type { Line } from "../determination.ts";
import { caveatsOf } from "./caveats.ts";
import { makeDiagnoses, type Diagnoses } from "./diagnoses.ts";
import { makeDiagnosisWords } from "./diagnosis-words.ts";
import { makePairs } from "./pairs.ts";
import { makeSchedule } from "./schedule.ts";
import type { Asked, Edits } from "./seam.ts";
import { subject, type Subject } from "./subject.ts";
import { makeSupplies } from "./supplies.ts";
import { makeUnits } from "./units.ts";

/**
 * Makes the edit step of the tables. `diagnoses` is called when a diagnosis code is first looked up: that table is
 * the larger one, and most notes print none. Pure otherwise; the same question gives the same findings.
 *
 * @example
 * const determine = makeEngine(book, { edits: makeEdits(editBook, () => diagnosisBook) });
 */
export function makeEdits(book: EditBook, diagnoses: () => DiagnosisBook): Edits {
  const pairs = makePairs(book);
  const units = makeUnits(book);
  const schedule = makeSchedule(book);
  const supplies = makeSupplies(book);
  const words = makeDiagnosisWords(book);
  const { modifier } = book.separate;
  const among: ReadonlySet<string> = new Set(book.separate.codes);
  const marked = (lines: readonly Line[], date: IsoDate): readonly Line[] => {
    const second = pairs.second(lines, date, among);
    return second.size === 0
      ? lines
      : lines.map((line) => (second.has(line.code) ? { ...line, modifiers: [...line.modifiers, modifier] } : line));
  };
  let icd: { readonly hash: string; readonly table: Diagnoses } | undefined;
  const openIcd = () => {
    if (icd === undefined) {
      const table = diagnoses();
      icd = { hash: hashValue([book.hash, table.hash]), table: makeDiagnoses(table) };
    }
    return icd;
  };

  const lookUp = (asked: Asked): { readonly findings: readonly Finding[]; readonly lines: readonly Line[] } => {
    const { date, facility } = asked;
    const findings: Finding[] = [];
    const unknown = new Set<string>();
    const check = (s: Subject) => {
      findings.push(...pairs.check(s, date, unknown), ...units.check(s, date), ...supplies(s, date));
      const { findings: more, amounts } = schedule(s, date, facility);
      // A visit that a pair already speaks of is not told twice.
      const told = findings.filter((f) => f.code === "NP7011" && f.reason.startsWith(s.who));
      const news = more.filter((f) => f.code !== "NP7044" || !told.some((t) => begins(f, s) === begins(t, s)));
      // What is missing for a code is missing whether it was decided or billed: said once.
      findings.push(...news.filter((f) => !findings.some((t) => t.reason === f.reason)));
      return amounts;
    };
    const decided = marked(asked.lines, date);
    const amounts = check(subject("", decided));
    if (asked.billed.length > 0) check(subject("As billed, ", asked.billed));
    const several = asked.lines.length + asked.billed.length > 0;
    const caveats = several
      ? [...caveatsOf([pairs.consulted(date), units.consulted(date)], date), pairs.uncovered(unknown, date)]
      : [];
    return {
      findings: [...findings, ...caveats.filter((f) => f !== null)],
      lines: decided.map((line, i) => (amounts[i] ? { ...line, amount: amounts[i] } : line)),
    };
  };

  return (asked) => {
    const { date } = asked;
    if (date === "") return { lines: asked.lines, findings: [], diagnoses: [], tables: null };
    const { findings, lines } = lookUp(asked);
    const printed = asked.facts.filter((f) => f.kind === "label" && f.of === "icd10");
    const given = asked.diagnoses.length > 0 ? openIcd().table.check(asked.diagnoses, date) : [];
    const inNote = printed.flatMap((f) => {
      const found = f.kind === "label" ? openIcd().table.printed(f.value, date, { start: f.start, end: f.end }) : null;
      return found === null ? [] : [found];
    });
    const opened = asked.diagnoses.length + printed.length > 0;
    return {
      lines,
      findings: [...findings, ...given, ...inNote],
      diagnoses: asked.note === undefined ? [] : words(asked.note, date),
      tables: opened ? openIcd().hash : book.hash,
    };
  };
}

/** The code a finding begins with. */
const begins = (f: Finding, { who }: Subject): string => f.reason.slice(who.length, who.length + 5);
