/** What the fee schedule's indicators say of lines: status, modifier 50, several procedures, a visit on the day. */
import type { IsoDate } from "../../base/dates.ts";
import type { Finding } from "../../base/finding.ts";
import type { EditBook } from "../../rulebook/edit-types.ts";
import type { Amount } from "../determination.ts";
import { bilateralNot, noAmount, notPaid, severalProcedures, visitNeeds25 } from "./problems.ts";
import { has, type Subject } from "./subject.ts";
import { amountOf, makeValues, type Value } from "./values.ts";

export interface Scheduled {
  readonly findings: readonly Finding[];
  /** For each line of the subject. */
  readonly amounts: readonly (Amount | null)[];
}

export type Schedule = (subject: Subject, day: IsoDate, facility: boolean | null) => Scheduled;

/**
 * A check of lines against the indicators of the Medicare fee schedule, by the release of the day: NP7040 to NP7044
 * (source `fcso-mpfs-indicators`; statuses and visits in rulebook/edits/edits.yaml).
 */
export function makeSchedule(book: EditBook): Schedule {
  const values = makeValues(book);
  const visits = new Set(book.visits.codes);
  const global = new Set(book.visits.global);
  return ({ who, lines }, day, facility) => {
    const findings: Finding[] = [];
    const missing: string[] = [];
    const several: { code: string; value: Value }[] = [];
    let procedure: { code: string; value: Value } | undefined;
    const told = new Set<string>();
    const amounts = lines.map((line): Amount | null => {
      const value = values.of(line, day);
      if (value === null && !missing.includes(line.code)) missing.push(line.code);
      if (value === null || value === undefined) return null;
      const { status, bilateral, release, cite } = value;
      const means = book.status[status];
      if (means !== undefined && !told.has(line.code))
        findings.push(notPaid(who, line.code, status, means, release, cite));
      told.add(line.code);
      if (has(line, "50") && bilateral !== "1" && bilateral !== "3")
        findings.push(bilateralNot(who, line.code, bilateral, release, cite));
      if (value.multiple === "2") several.push({ code: line.code, value });
      if (global.has(value.global)) procedure ??= { code: line.code, value };
      return means === undefined || status === "R" ? amountOf(line, value, facility) : null;
    });
    if (several.length > 1) {
      const codes = [...new Set(several.map((s) => s.code))];
      findings.push(severalProcedures(who, codes, several[0]!.value.release, several[0]!.value.cite));
    }
    for (const line of lines)
      if (procedure !== undefined && visits.has(line.code) && !has(line, "25"))
        findings.push(visitNeeds25(who, line.code, procedure.code, procedure.value.global, book.cite));
    if (missing.length > 0) findings.push(noAmount(missing, day, editions(book), book.values[0]?.cite ?? ""));
    return { findings, amounts };
  };
}

const editions = (book: EditBook): string => book.values.map((v) => v.edition).join("; ");
