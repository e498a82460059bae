/** From requirements to an answer for each line, and one for all. */
import type { Policy, PolicyKind } from "../rulebook/policy-types.ts";
import type { Case } from "./case.ts";
import type { Covered, LineCoverage, Requirement } from "./types.ts";

/** Documents that say how a service is paid, not whether it is necessary. */
const PAYS_ONLY: ReadonlySet<PolicyKind> = new Set(["fee-schedule", "claims-edit", "decision"]);

/**
 * `not`: a rule that may decide fails. `likely`: nothing is open and a policy that covers is met somewhere.
 * Otherwise nobody can tell. Lines that no policy speaks of are left out, unless there is nothing else.
 */
export function coveredLines(
  c: Case,
  policies: readonly Policy[],
  requirements: readonly Requirement[],
  undecided: boolean,
): readonly LineCoverage[] {
  const covering = new Set(policies.filter((p) => !PAYS_ONLY.has(p.kind)).map((p) => p.id));
  const lines = c.lines.map((line): LineCoverage => {
    const mine = requirements.filter((r) => r.codes.includes(line.code));
    const failed = mine.filter((r) => r.status === "not-met" && r.weight === "decides");
    if (failed.length > 0) return { code: line.code, covered: "not", because: failed.map((r) => r.id) };
    const open = mine.filter((r) => r.open);
    const met = mine.some((r) => r.status === "met" && r.weight === "decides" && covering.has(r.policy));
    const covered: Covered = open.length === 0 && met && !undecided ? "likely" : "cannot-tell";
    return { code: line.code, covered, because: open.map((r) => r.id) };
  });
  const spoken = lines.filter((l) => requirements.some((r) => r.codes.includes(l.code)));
  return spoken.length > 0 ? spoken : lines;
}

/**
 * One answer for all lines. Guidance beside a procedure may be refused without touching it: the answer is that of the
 * procedures.
 */
export function overall(c: Case, lines: readonly LineCoverage[]): Covered {
  const beside = [...(c.book.services["imaging"]?.codes ?? []), ...(c.book.services["sedation"]?.codes ?? [])];
  const procedures = lines.filter((l) => !beside.includes(l.code));
  const judged = procedures.length > 0 ? procedures : lines;
  if (judged.length === 0) return "cannot-tell";
  if (judged.some((l) => l.covered === "not")) return "not";
  return judged.every((l) => l.covered === "likely") ? "likely" : "cannot-tell";
}
