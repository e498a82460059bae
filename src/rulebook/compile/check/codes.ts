/** A family and the files of its codes tell one story: a code is in force while a row gives it, and counts what the row counts. */
import { spanText } from "../../../base/dates.ts";
import type { Finding } from "../../../base/finding.ts";
import { printRange } from "../../../base/range.ts";
import type { Loaded } from "../load.ts";
import { problem } from "../problems.ts";
import { covers, extent, since, touch } from "./days.ts";

type FamilyEntry = Loaded["families"][number];
type Edition = FamilyEntry["value"]["editions"][number];

/**
 * NP1023, NP1025: rows whose code has another opinion in codes/. A code that several families give is held to its
 * dates only.
 */
export function checkCodes(loaded: Loaded): readonly Finding[] {
  return loaded.families.flatMap((entry) =>
    entry.value.editions.flatMap((edition, i) => checkEdition(entry, edition, i, loaded)),
  );
}

function checkEdition(entry: FamilyEntry, edition: Edition, i: number, loaded: Loaded): Finding[] {
  const findings: Finding[] = [];
  edition.rows.forEach((row, j) => {
    const code = loaded.codes.find((e) => e.value.code === row.code);
    if (code === undefined) return;
    const { editions, family } = code.value;
    const place = entry.place(["editions", i, "rows", j, "code"]);
    const known = extent(editions);
    if (!covers(known, edition)) {
      findings.push(
        problem(
          "NP1023",
          `Expected ${row.code} to be in force from ${spanText(edition)}, found it from ${spanText(known)}.`,
          "Correct the dates of one of the two.",
          [place, code.place(["editions"], "key")],
        ),
      );
    }
    if (family !== entry.value.id) return;
    editions.forEach((own, k) => {
      if (!touch(own, edition)) return;
      if (own.counts !== edition.counts) {
        findings.push(
          problem(
            "NP1025",
            `Expected both to count the same, found ${edition.counts} in the family and ${own.counts} in ${row.code}, both in force on ${since(own, edition)}.`,
            "Correct one of the two.",
            [entry.place(["editions", i, "counts"]), code.place(["editions", k, "counts"])],
          ),
        );
      }
      const count = row.when.find((c) => c.kind === "count");
      if (own.range === undefined || (count?.range.min === own.range.min && count.range.max === own.range.max)) return;
      const says = count === undefined ? "any count" : printRange(count.range);
      findings.push(
        problem(
          "NP1025",
          `Expected both to give the same range, found ${says} in the row and ${printRange(own.range)} in ${row.code}, both in force on ${since(own, edition)}.`,
          "Correct one of the two.",
          [entry.place(["editions", i, "rows", j, "when"]), code.place(["editions", k, "range"])],
        ),
      );
    });
  });
  return findings;
}
