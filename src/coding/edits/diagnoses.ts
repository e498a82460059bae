/**
 * Is an ICD-10-CM code valid on the day, and if not, what stands in its place? Codes are told apart by what the
 * tables of the fiscal years hold; none is ever chosen.
 */
import type { IsoDate } from "../../base/dates.ts";
import type { Finding } from "../../base/finding.ts";
import { dotted } from "../../base/icd.ts";
import { shown } from "../../base/shown.ts";
import type { DiagnosisBook } from "../../rulebook/edit-types.ts";
import { diagnosisNotValid, diagnosisUnknown, printedDiagnosis } from "./problems.ts";
import type { NotePlace } from "../../base/finding.ts";

interface Icd {
  readonly code: string;
  /** Fiscal years; 0 when it was never billable. */
  readonly listed: readonly [first: number, last: number];
  readonly billable: readonly [first: number, last: number];
  readonly says: string;
}

export type Validity =
  | { readonly kind: "valid"; readonly code: string; readonly says: string }
  | { readonly kind: "not-valid"; readonly code: string; readonly why: string; readonly instead: readonly string[] }
  | { readonly kind: "not-looked-up"; readonly code: string; readonly why: string };

export interface Diagnoses {
  readonly validity: (code: string, day: IsoDate) => Validity;
  /** Findings on codes handed over. */
  check(codes: readonly string[], day: IsoDate): readonly Finding[];
  /** A finding on a code that the note prints; null when it is valid or was not looked up. */
  printed(code: string, day: IsoDate, note: NotePlace): Finding | null;
}

/** At most so many codes are named instead of one. */
const SHOWN = 12;

/**
 * Unpacks the ICD-10-CM table of the book (source `icd10cm-order-files`), category by category as it is asked for. A
 * fiscal year begins on 1 October of the year before.
 */
export function makeDiagnoses(book: DiagnosisBook): Diagnoses {
  const kept = new Map<string, readonly Icd[]>();
  const category = (id: string): readonly Icd[] => {
    let list = kept.get(id);
    if (list === undefined) {
      const text = Object.hasOwn(book.categories, id) ? book.categories[id] : undefined;
      if (text === undefined) return [];
      kept.set(id, (list = text.split("\n").map(icdOf)));
    }
    return list;
  };
  const validity = (given: string, day: IsoDate): Validity => {
    const code = dotted(given);
    const { table } = book;
    if (!/^[A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?$/.test(code))
      return { kind: "not-looked-up", code, why: "it has not the form of an ICD-10-CM code" };
    if (day < table.from || day >= table.until)
      return {
        kind: "not-looked-up",
        code,
        why: `the years loaded (${table.edition}) run from ${table.from} up to, not including, ${table.until}`,
      };
    const list = category(code.slice(0, 3));
    if (list.length === 0) return { kind: "not-looked-up", code, why: "its category is not in the table loaded" };
    return judge(code, list, fiscalYear(day));
  };
  return {
    validity,
    check: (codes, day) =>
      [...new Set(codes)].flatMap((given): readonly Finding[] => {
        const v = validity(given, day);
        if (v.kind === "valid") return [];
        return v.kind === "not-valid"
          ? [diagnosisNotValid(v.code, day, v.why, v.instead, book.table)]
          : [diagnosisUnknown(shown(v.code, 12), v.why, book.table)];
      }),
    printed(given, day, note) {
      const v = validity(given, day);
      return v.kind === "not-valid" ? printedDiagnosis(v.code, day, v.why, book.table, note) : null;
    },
  };
}

function judge(code: string, list: readonly Icd[], year: number): Validity {
  const valid = (icd: Icd): boolean => icd.billable[0] !== 0 && icd.billable[0] <= year && year <= icd.billable[1];
  const found = list.find((icd) => icd.code === code) ?? followUp(code, list);
  const not = (why: string, instead: readonly Icd[]): Validity => ({
    kind: "not-valid",
    code,
    why,
    instead:
      instead.length > SHOWN
        ? [...instead.slice(0, SHOWN).map(told), `and ${instead.length - SHOWN} more`]
        : instead.map(told),
  });
  const finer = (y: number): readonly Icd[] =>
    list.filter((icd) => icd.code !== code && icd.code.startsWith(code) && valid(icd) && icd.billable[0] <= y);
  const coarser = list.filter((icd) => code.startsWith(icd.code) && icd.code !== code && valid(icd));
  if (found === undefined) return not("no fiscal year loaded lists it", finer(year).length > 0 ? finer(year) : coarser);
  if (valid(found)) return { kind: "valid", code, says: found.says };
  const [first, last] = found.billable;
  if (first === 0) return not("it is a heading; a claim needs the code in full", finer(year));
  if (year < first) return not(`it begins on ${first - 1}-10-01`, coarser);
  const instead = finer(year);
  return not(`it ended on ${last}-10-01${instead.length > 0 ? ", when finer codes took its place" : ""}`, instead);
}

/** The table keeps injuries' first encounter (A); later ones (D, S) are valid with it. */
function followUp(code: string, list: readonly Icd[]): Icd | undefined {
  const seventh = /^(S.{6})[DS]$/.exec(code);
  return seventh === null ? undefined : list.find((icd) => icd.code === `${seventh[1]}A`);
}

const told = (icd: Icd): string => `${icd.code} ${icd.says}`;

/** A fiscal year begins on 1 October of the year before. */
function fiscalYear(day: IsoDate): number {
  return Number(day.slice(0, 4)) + (day.slice(5) >= "10-01" ? 1 : 0);
}

function icdOf(line: string): Icd {
  const [code = "", listedFirst, listedLast, first, last, says = ""] = line.split("\t");
  return {
    code,
    says,
    listed: [Number(listedFirst), Number(listedLast)],
    billable: [Number(first ?? 0), Number(last ?? 0)],
  };
}
