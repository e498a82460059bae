/** What this payer says to bill: the correct lines, and its own instructions on top. */
import type { BilledLine } from "../coding/determination.ts";
import type { PolicyRule } from "../rulebook/policy-types.ts";
import type { Case } from "./case.ts";
import { modifiersFor } from "./forms/claim.ts";
import type { Judged } from "./precedence.ts";
import type { BillAs } from "./types.ts";

/**
 * The lines as the payer wants them, with the rules that say so. Only instructions that may decide change a line; the
 * correct line itself is copied, never changed.
 */
export function billAs(c: Case, judged: readonly Judged[]): readonly BillAs[] {
  const rules = judged.filter((j) => j.requirement.weight === "decides").map((j) => j.rule);
  return c.lines.map((line) => {
    const mine = rules.filter((r) => r.services.some((s) => c.book.services[s]?.codes.includes(line.code)));
    return mine.reduce<BillAs>((as, rule) => instructed(c, as, rule), {
      ...line,
      changed: false,
      says: null,
      because: [],
    });
  });
}

function instructed(c: Case, as: BillAs, rule: PolicyRule): BillAs {
  const change = (line: Partial<BilledLine>): BillAs => ({
    ...as,
    ...line,
    changed: true,
    says: as.says === null ? rule.says : `${as.says} ${rule.says}`,
    because: [...as.because, rule.id],
  });
  if (rule.form === "substitute") return as.code === rule.bill ? as : change({ code: rule.bill });
  if (rule.form === "units") return as.units <= rule.max ? as : change({ units: rule.max });
  if (rule.form !== "modifier") return as;
  const { needed } = modifiersFor(c, rule);
  const extra = needed.filter((m) => !as.modifiers.includes(m));
  // Several would be a choice, and a choice is not ours.
  return extra.length === 1 ? change({ modifiers: [...as.modifiers, extra[0]!] }) : as;
}
