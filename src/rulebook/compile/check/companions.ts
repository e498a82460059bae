/** Rules beside the families: one imaging code for one kind of guidance, one supply code for one amount, on each day. */
import type { Finding } from "../../../base/finding.ts";
import type { Loaded } from "../load.ts";
import { problem } from "../problems.ts";
import { since, touch } from "./days.ts";

/** NP1060: pairs that would both be reported for one thing on one day. */
export function checkCompanions(loaded: Loaded): readonly Finding[] {
  const findings: Finding[] = [];
  const { imaging, drugs } = loaded;
  imaging.forEach((a, i) => {
    for (const b of imaging.slice(i + 1)) {
      const shared = a.value.families.find((f) => b.value.families.includes(f));
      if (
        shared === undefined ||
        a.value.modality !== b.value.modality ||
        a.value.needsImage !== b.value.needsImage ||
        !touch(a.value, b.value)
      )
        continue;
      findings.push(
        problem(
          "NP1060",
          `Expected one code for ${a.value.modality} beside ${shared}, found ${a.value.code} and ${b.value.code} from ${since(a.value, b.value)}.`,
          "End the earlier rule, or part their families.",
          [a.place(["code"]), b.place(["code"])],
        ),
      );
    }
  });
  for (const drug of drugs) {
    drug.value.lines.forEach((a, i) => {
      drug.value.lines.slice(i + 1).forEach((b, k) => {
        const same = a.code === b.code || (a.unit.amount === b.unit.amount && a.unit.measure === b.unit.measure);
        if (!same || !touch(a, b)) return;
        findings.push(
          problem(
            "NP1060",
            `Expected one supply code for ${a.unit.amount} ${a.unit.measure} of ${drug.value.name}, found ${a.code} and ${b.code} from ${since(a, b)}.`,
            "End the earlier line.",
            [drug.place(["lines", i, "code"]), drug.place(["lines", i + 1 + k, "code"])],
          ),
        );
      });
    });
  }
  return findings;
}
