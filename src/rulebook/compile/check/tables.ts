/** Decision tables: no two rows for one case with different codes, no case without a row, one floor. */
import type { Finding } from "../../../base/finding.ts";
import type { Named } from "../anatomy.ts";
import type { Loaded } from "../load.ts";
import { problem } from "../problems.ts";
import { caseOf, holes, overlap, type Case } from "./overlap.ts";

type FamilyEntry = Loaded["families"][number];
type Edition = FamilyEntry["value"]["editions"][number];

/** Everything that is wrong with the rows of the families: NP1060 to NP1064. */
export function checkTables(loaded: Loaded, structures: readonly Named[]): readonly Finding[] {
  return loaded.families.flatMap((entry) => {
    const { editions, notCoded } = entry.value;
    if (editions.length === 0 && notCoded === undefined) {
      return [
        problem(
          "NP1062",
          `Expected an edition with rows in ${entry.value.id}, found none.`,
          "Write the rows, or say why it is not coded (notCoded).",
          [entry.place(["editions"], "key")],
        ),
      ];
    }
    const sizes = sizesOf(entry, structures);
    return editions.flatMap((edition, i) => checkRows(entry, edition, i, sizes, notCoded !== undefined));
  });
}

function sizesOf(
  { value: { takes } }: FamilyEntry,
  structures: readonly Named[],
): readonly ("small" | "intermediate" | "major")[] {
  const taken = structures.filter(
    ({ structure }) =>
      (takes.kinds?.includes(structure.kind) ?? true) && (takes.structures?.includes(structure.id) ?? true),
  );
  const sizes = (["small", "intermediate", "major"] as const).filter((size) =>
    taken.some(({ structure }) => structure.size === size),
  );
  return sizes.length > 0 ? sizes : ["small", "intermediate", "major"];
}

function checkRows(
  entry: FamilyEntry,
  edition: Edition,
  i: number,
  sizes: ReturnType<typeof sizesOf>,
  notCoded: boolean,
): Finding[] {
  const { rows } = edition;
  const at = (j: number, ...rest: (string | number)[]) => entry.place(["editions", i, "rows", j, ...rest]);
  if (rows.length === 0) {
    return notCoded
      ? []
      : [
          problem(
            "NP1062",
            `Expected rows in the edition from ${edition.from}, found none.`,
            "Write the rows, or end the coverage before it.",
            [entry.place(["editions", i, "rows"], "key")],
          ),
        ];
  }
  const findings: Finding[] = [];
  rows.forEach((row, j) => {
    row.when.forEach((condition, k) => {
      const first = row.when.findIndex((c) => c.kind === condition.kind);
      if (first < k)
        findings.push(
          problem(
            "NP1064",
            `Expected one condition of the kind ${condition.kind}, found two.`,
            "Join the two into one.",
            [at(j, "when", first), at(j, "when", k)],
          ),
        );
    });
  });
  const cases = rows.map((row) => caseOf(row.when));
  rows.forEach((row, j) => {
    for (let k = j + 1; k < rows.length; k++) {
      const both = rows[k]!.code === row.code ? null : overlap(cases[j]!, cases[k]!);
      if (both !== null) {
        findings.push(
          problem(
            "NP1060",
            `Expected one code, found ${row.code} and ${rows[k]!.code} for ${both}.`,
            "Narrow the conditions of one of the two rows.",
            [at(j, "when"), at(k, "when")],
          ),
        );
      }
    }
  });
  for (const hole of holes(cases, sizes)) {
    findings.push(
      problem(
        "NP1061",
        `Expected a row for every case, found none for ${hole}${hole.startsWith("a count") ? ` (${edition.counts})` : ""}.`,
        "Add the row, or widen the conditions of its neighbours.",
        [entry.place(["editions", i, "rows"], "key")],
      ),
    );
  }
  // One floor for each size, part of the spine and place: the least row depends on them.
  rows.forEach((row, j) => {
    const other =
      row.floor === true
        ? rows.findIndex(
            (r, k) => k > j && r.floor === true && overlap(lasting(cases[j]!), lasting(cases[k]!)) !== null,
          )
        : -1;
    if (other > 0)
      findings.push(
        problem("NP1063", "Expected one floor for each case, found two.", "Mark the least row only.", [
          at(j, "floor"),
          at(other, "floor"),
        ]),
      );
  });
  return findings;
}

/** What may not be unknown when a floor is reported. */
const lasting = ({ size, kinds, spine, place, catheter }: Case): Case => ({
  ...(size === undefined ? {} : { size }),
  ...(kinds === undefined ? {} : { kinds }),
  ...(spine === undefined ? {} : { spine }),
  ...(place === undefined ? {} : { place }),
  ...(catheter === undefined ? {} : { catheter }),
});
