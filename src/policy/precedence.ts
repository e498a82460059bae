/** Policies that answer one question differently: who wins where somebody says, and a dispute where nobody does. */
import type { Form, Policy, PolicyRule } from "../rulebook/policy-types.ts";
import type { PolicyConflict, Requirement } from "./types.ts";

export interface Judged {
  readonly policy: Policy;
  readonly rule: PolicyRule;
  readonly requirement: Requirement;
}

/**
 * Requirements with those that give way (the winner's policy is `over` theirs) or are disputed marked, and the
 * conflicts by themselves.
 */
export function settle(judged: readonly Judged[]): {
  readonly requirements: readonly Requirement[];
  readonly conflicts: readonly PolicyConflict[];
} {
  const conflicts: PolicyConflict[] = [];
  const requirements = judged.map((mine) => {
    const rivals = judged.filter((other) => other.policy.id !== mine.policy.id && sameQuestion(mine.rule, other.rule));
    const winner = rivals.find(
      (other) => other.policy.over.includes(mine.policy.id) && other.requirement.weight === "decides",
    );
    if (winner !== undefined) {
      conflicts.push(conflictOf(mine, winner, winner.requirement.id));
      return givesWay(mine.requirement, winner.requirement.id);
    }
    const against = rivals.find((other) => opposed(mine, other) && !mine.policy.over.includes(other.policy.id));
    if (against === undefined) return mine.requirement;
    if (mine.requirement.id < against.requirement.id) conflicts.push(conflictOf(mine, against, null));
    return mine.requirement.status === "not-met"
      ? disputed(mine.requirement, against.requirement.id)
      : mine.requirement;
  });
  return { requirements, conflicts };
}

const ONE_ANSWER: ReadonlySet<Form> = new Set([
  "stance",
  "limit",
  "interval",
  "diagnosis",
  "agent",
  "units",
  "authorization",
]);

/** Two rules of one form on one service and topic ask one question; criteria add up instead. */
const sameQuestion = (a: PolicyRule, b: PolicyRule): boolean =>
  a.form === b.form && ONE_ANSWER.has(a.form) && a.topic === b.topic && a.services.some((s) => b.services.includes(s));

/** One says yes and the other no, and both may decide. */
function opposed(a: Judged, b: Judged): boolean {
  const [x, y] = [a.requirement, b.requirement];
  if (x.weight !== "decides" || y.weight !== "decides") return false;
  return (x.status === "met" && y.status === "not-met") || (x.status === "not-met" && y.status === "met");
}

const givesWay = (r: Requirement, to: string): Requirement => ({
  ...r,
  status: "not-applicable",
  found: `gives way to ${to}`,
  weight: "gives-way",
  open: false,
  settles: null,
  nextEligible: null,
});

const disputed = (r: Requirement, by: string): Requirement => ({
  ...r,
  weight: "disputed",
  open: true,
  settles: `Which of the two texts governs: ${r.id} or ${by}.`,
});

const conflictOf = (a: Judged, b: Judged, wins: string | null): PolicyConflict => ({
  topic: a.requirement.topic,
  between: [a.requirement.id, b.requirement.id],
  wins,
  says: `${a.policy.number ?? a.policy.id}: ${a.rule.says} ${b.policy.number ?? b.policy.id}: ${b.rule.says}`,
});
