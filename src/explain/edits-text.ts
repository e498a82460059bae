/** Edits, national amounts and diagnosis words of an answer, as text. */
import type { Amount, Determination, Line } from "../coding/determination.ts";
import type { OneCode } from "../coding/edits/one-code.ts";
import { placeWords } from "./words.ts";
import { wrap } from "./wrap.ts";

/** What the edit tables say of the lines and of what was billed; doubts first. */
export function editLines(d: Determination, width: number): string[] {
  const sorted = [...d.edits].sort((a, b) => Number(a.severity === "info") - Number(b.severity === "info"));
  // What is to be done alike about several is said once.
  const by = new Map<string, string[]>();
  for (const f of sorted) by.set(f.remedy, [...(by.get(f.remedy) ?? []), f.reason]);
  return [...by].flatMap(([remedy, reasons]) => wrap(`- ${reasons.join(" ")} ${remedy}`, width, 4, 2));
}

/** The national amount of each line that has one. */
export function amountLines(d: Determination, width: number): string[] {
  const out = d.lines.flatMap((line) => (line.amount === undefined ? [] : amountOf(line, line.amount, width)));
  const releases = [...new Set(d.lines.flatMap((l) => (l.amount === undefined ? [] : [source(l.amount)])))];
  return [...out, ...releases.flatMap((r) => wrap(r, width, 4, 2))];
}

function amountOf(line: Pick<Line, "code" | "modifiers" | "units">, amount: Amount, width: number): string[] {
  const { facility, nonFacility } = amount.line;
  const there = facility === null ? "no amount in a facility" : `$${dollars(facility)} in a facility`;
  const here = nonFacility === null ? "no amount outside a facility" : `$${dollars(nonFacility)} outside one`;
  const says =
    amount.applies === "facility"
      ? there
      : amount.applies === "nonFacility"
        ? here.replace("outside one", "outside a facility")
        : `${there}, ${here}`;
  const code = [line.code, ...line.modifiers].join("-");
  return wrap(`${code} x${line.units}: ${says}`, width, 4, 2);
}

function source(amount: Amount): string {
  const when = amount.inForce ? "" : ", another release of the year than the date's own";
  return `National amounts of release ${amount.release}${when}: relative values times ${amount.factor}, without locality, reductions or the patient's share.`;
}

const dollars = (n: number): string => n.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",");

/** Diagnosis words and the codes to look at. */
export function diagnosisLines(d: Determination, width: number, note?: string): string[] {
  return d.diagnoses.flatMap((seen) => {
    const place = seen.evidence[0];
    const at = note === undefined || place === undefined ? "" : ` (${placeWords(note, place)})`;
    const shown = seen.candidates.slice(0, 6).map((c) => `${c.code} ${c.says}`);
    const rest = seen.candidates.length - shown.length;
    const codes =
      shown.length === 0
        ? "no code is loaded for that day"
        : `${shown.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`;
    const year = seen.asOf === d.dateOfService ? "" : ` (codes of ${seen.asOf}, the last day loaded)`;
    return wrap(`- ${seen.says}${at}: ${codes}${year}`, width, 4, 2);
  });
}

/** What the tables say of one code, for its page. */
export function oneCodeLines({ amount, otherYears, limit }: OneCode, code: string, width: number): string[] {
  const out: string[] = [];
  if (amount !== null) {
    const { global, bilateral, multiple } = amount.indicators;
    out.push(
      ...amountOf({ code, modifiers: [], units: 1 }, amount, width),
      ...wrap(
        `Global days ${global}, bilateral indicator ${bilateral}, multiple-procedure indicator ${multiple}.`,
        width,
        4,
        2,
      ),
      ...wrap(source(amount), width, 4, 2),
    );
  }
  if (otherYears !== null)
    out.push(...wrap(`National amount: no release of that year is loaded (${otherYears}).`, width, 4, 2));
  if (limit !== null) {
    const quarter = limit.inside ? limit.edition : `${limit.edition}, not the day's own quarter`;
    out.push(
      ...wrap(
        `At most ${limit.units} ${limit.units === 1 ? "unit" : "units"} (MUE ${quarter}). ${limit.says}`,
        width,
        4,
        2,
      ),
    );
  }
  return out.length === 0 ? [] : ["", "Medicare's tables", ...out];
}
