/** Decision tables: no two rows for one case, no case without a row, codes in force, and the same count as the code's own file. */
import type { Span } from "../../../base/dates.ts";
import type { Finding } from "../../../base/finding.ts";
import { printRange } from "../../../base/range.ts";
import type { Named } from "../anatomy.ts";
import type { Loaded } from "../load.ts";
import { problem } from "../problems.ts";
import { caseOf, holes, overlap } from "./overlap.ts";

type FamilyEntry = Loaded["families"][number];
type Edition = FamilyEntry["value"]["editions"][number];

/** Everything that is wrong with the rows of the families. */
export function checkTables(loaded: Loaded, structures: readonly Named[]): readonly Finding[] {
  return loaded.families.flatMap((entry) => {
    const { editions, notCoded } = entry.value;
    if (editions.length === 0 && notCoded === undefined) {
      return [problem("NP1062", `Expected an edition with rows in ${entry.value.id}, found none.`, "Write the rows, or say why it is not coded (notCoded).", [entry.place(["editions"], "key")])];
    }
    const sizes = sizesOf(entry, structures);
    return [
      ...editions.flatMap((edition, i) => checkRows(entry, edition, i, sizes, notCoded !== undefined)),
      ...editions.flatMap((edition, i) => checkCodes(entry, edition, i, loaded)),
      ...leading(entry),
    ];
  });
}

function sizesOf({ value: { takes } }: FamilyEntry, structures: readonly Named[]): readonly ("small" | "intermediate" | "major")[] {
  const taken = structures.filter(({ structure }) => (takes.kinds?.includes(structure.kind) ?? true) && (takes.structures?.includes(structure.id) ?? true));
  const sizes = (["small", "intermediate", "major"] as const).filter((size) => taken.some(({ structure }) => structure.size === size));
  return sizes.length > 0 ? sizes : ["small", "intermediate", "major"];
}

function checkRows(entry: FamilyEntry, edition: Edition, i: number, sizes: ReturnType<typeof sizesOf>, notCoded: boolean): Finding[] {
  const { rows } = edition;
  const at = (j: number, ...rest: (string | number)[]) => entry.place(["editions", i, "rows", j, ...rest]);
  if (rows.length === 0) {
    return notCoded ? [] : [problem("NP1062", `Expected rows in the edition from ${edition.from}, found none.`, "Write the rows, or end the coverage before it.", [entry.place(["editions", i, "rows"], "key")])];
  }
  const findings: Finding[] = [];
  rows.forEach((row, j) => {
    row.when.forEach((condition, k) => {
      const first = row.when.findIndex((c) => c.kind === condition.kind);
      if (first < k) findings.push(problem("NP1064", `Expected one condition of the kind ${condition.kind}, found two.`, "Join the two into one.", [at(j, "when", first), at(j, "when", k)]));
    });
  });
  const cases = rows.map((row) => caseOf(row.when));
  rows.forEach((row, j) => {
    for (let k = j + 1; k < rows.length; k++) {
      const both = rows[k]!.code === row.code ? null : overlap(cases[j]!, cases[k]!);
      if (both !== null) {
        findings.push(problem("NP1060", `Expected one code, found ${row.code} and ${rows[k]!.code} for ${both}.`, "Narrow the conditions of one of the two rows.", [at(j, "when"), at(k, "when")]));
      }
    }
  });
  for (const hole of holes(cases, sizes)) {
    findings.push(problem("NP1061", `Expected a row for every case, found none for ${hole}${hole.startsWith("a count") ? ` (${edition.counts})` : ""}.`, "Add the row, or widen the conditions of its neighbours.", [entry.place(["editions", i, "rows"], "key")]));
  }
  // One floor for each size: a joint's least row depends on how large the joint is.
  const floors = new Map<string, number>();
  rows.forEach((row, j) => {
    if (row.floor !== true) return;
    const size = row.when.find((c) => c.kind === "size");
    const key = size === undefined ? "" : size.is;
    const first = floors.get(key);
    if (first === undefined) floors.set(key, j);
    else findings.push(problem("NP1063", "Expected one floor at most for the same case, found two.", "Mark the least row only.", [at(first, "floor"), at(j, "floor")]));
  });
  return findings;
}

/** A row's code must be in force all the time, and count what the row counts. */
function checkCodes(entry: FamilyEntry, edition: Edition, i: number, loaded: Loaded): Finding[] {
  const findings: Finding[] = [];
  edition.rows.forEach((row, j) => {
    const code = loaded.codes.find((e) => e.value.code === row.code);
    if (code === undefined) return;
    const { editions, family } = code.value;
    const place = entry.place(["editions", i, "rows", j, "code"]);
    const first = editions.map((e) => e.from).sort()[0]!;
    const last = editions.some((e) => e.until === null) ? null : editions.map((e) => e.until!).sort().at(-1)!;
    if (first > edition.from || (last !== null && (edition.until === null || edition.until > last))) {
      findings.push(
        problem("NP1023", `Expected ${row.code} to be in force from ${edition.from} ${edition.until === null ? "on" : `to ${edition.until}`}, found it from ${first} ${last === null ? "on" : `to ${last}`}.`, "Correct the dates of one of the two.", [
          place,
          code.place(["editions"], "key"),
        ]),
      );
    }
    if (family !== entry.value.id) return;
    editions.forEach((own, k) => {
      if (!touch(own, edition)) return;
      if (own.counts !== edition.counts) {
        findings.push(problem("NP1025", `Expected both to count the same, found ${edition.counts} in the family and ${own.counts} in ${row.code}, both in force on ${later(own, edition)}.`, "Correct one of the two.", [entry.place(["editions", i, "counts"]), code.place(["editions", k, "counts"])]));
      }
      const count = row.when.find((c) => c.kind === "count");
      if (own.range === undefined || (count?.range.min === own.range.min && count.range.max === own.range.max)) return;
      const says = count === undefined ? "any count" : printRange(count.range);
      findings.push(problem("NP1025", `Expected both to give the same range, found ${says} in the row and ${printRange(own.range)} in ${row.code}, both in force on ${later(own, edition)}.`, "Correct one of the two.", [entry.place(["editions", i, "rows", j, "when"]), code.place(["editions", k, "range"])]));
    });
  });
  return findings;
}

const later = (a: Span, b: Span): string => (a.from > b.from ? a.from : b.from);
const touch = (a: Span, b: Span): boolean => (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);

/** A question asks for a fact; it names no code that would follow and no money. */
function leading(entry: FamilyEntry): Finding[] {
  return Object.entries(entry.value.questions).flatMap(([key, { asks, options }]) =>
    [asks, ...options].flatMap((words, k) => {
      const found = /\b(?:[A-Z]\d{4}|\d{5}|\d{4}T)\b|[$€]|\b(?:pay|paid|payment|reimburse\w*|bill(?:ed|able)?|covered)\b/i.exec(words);
      if (found === null) return [];
      return [problem("NP1065", `Expected a question without code or money, found ${found[0]}.`, "Ask for what was done, in the doctor's words.", [entry.place(["questions", key, ...(k === 0 ? ["asks"] : ["options", k - 1])])])];
    }),
  );
}
