/** One rule of one policy against a case: its form's verdict, whether it applies, and how much it may weigh. */
import type { IsoDate } from "../base/dates.ts";
import type { Policy, PolicyKind, PolicyRule } from "../rulebook/policy-types.ts";
import { near } from "./calendar.ts";
import { codesOn, narrowed, type Case } from "./case.ts";
import { judgeAgent } from "./forms/agent.ts";
import {
  judgeAuthorization,
  judgeBeside,
  judgeModifier,
  judgeSameDay,
  judgeSetting,
  judgeStance,
  judgeSubstitute,
  judgeUnits,
} from "./forms/claim.ts";
import { judgeAbsent, judgeCriteria } from "./forms/criteria.ts";
import { judgeDiagnosis } from "./forms/diagnosis.ts";
import { judgeInterval, judgeLimit } from "./forms/limit.ts";
import { phaseOf } from "./phase.ts";
import type { Requirement, Status, Verdict, Weight } from "./types.ts";

/** The requirement that a rule makes of this case; null when the case has nothing it speaks of. */
export function judge(c: Case, policy: Policy, rule: PolicyRule): Requirement | null {
  const services = rule.services.filter((s) => c.services.has(s));
  if (services.length === 0) return null;
  const weight = weightOf(policy, rule, c.day);
  // What else was done that day is seen by the rule on that alone.
  const seen = rule.form === "same-day" ? c : narrowed(c, services);
  const verdict = weight === "lead" ? LEAD : inPhase(seen, rule);
  const codes = codesOn(c, services);
  return {
    id: rule.id,
    policy: policy.id,
    topic: rule.topic,
    says: rule.says,
    status: verdict.status,
    found: verdict.found,
    evidence: verdict.evidence ?? [],
    codes,
    weight,
    open: verdict.open ?? isOpen(verdict.status, weight),
    settles: verdict.settles ?? null,
    nextEligible: verdict.nextEligible ?? null,
    exception: rule.exception ?? null,
    from: rule.from ?? policy.from,
    until: rule.until ?? policy.until,
    citations: rule.cite,
    where: rule.where,
  };
}

const LEAD: Verdict = { status: "text-not-read", found: "recalled, not read: not tested", open: true };

/** Gaps leave an answer open; so does a failure that may not decide. */
const isOpen = (status: Status, weight: Weight): boolean =>
  status === "not-documented" || status === "needs-history" || (status === "not-met" && weight !== "decides");

/** Laws and Medicare's documents stand until they are replaced; other texts are looked at again every year. */
const STANDS: ReadonlySet<PolicyKind> = new Set(["ncd", "lcd", "article", "regulation", "fee-schedule"]);

/** How much a rule may weigh on `day`: whether it decides, or is only shown, by how and when its text was read. */
export function weightOf(policy: Policy, rule: PolicyRule, day: IsoDate): Weight {
  if (rule.standing === "lead") return "lead";
  const { seen, from, kind } = policy;
  if (seen === null) return "undated";
  const old = day > seen && !STANDS.has(kind) && !near(seen, day);
  if (old) return "old-copy";
  // The first day is not known: two years before the copy the text may have been another.
  if (from === null && day < seen && !near(day, seen)) return "undated";
  return rule.standing === "told" ? "told" : "decides";
}

/** Criteria of first injections and of repeats; when nobody knows which it is, only what is met stays. */
function inPhase(c: Case, rule: PolicyRule): Verdict {
  if (rule.phase === undefined) return verdictOf(c, rule);
  const pools = rule.form === "interval" || rule.form === "limit" ? rule.pools : rule.services;
  const phase = phaseOf(c, pools);
  const asks = rule.phase === "initial" ? "first injections" : "repeats";
  if (phase !== "unknown" && phase !== rule.phase)
    return { status: "not-applicable", found: `for ${asks}; this is ${phase === "repeat" ? "a repeat" : "the first"}` };
  const verdict = verdictOf(c, rule);
  if (phase === rule.phase || verdict.status === "met") return verdict;
  return {
    ...verdict,
    status: "needs-history",
    found: `for ${asks}, and whether this is one is not known; ${verdict.found}`,
    settles: "Whether this is the first such injection, or the dates of earlier ones.",
    open: true,
  };
}

function verdictOf(c: Case, rule: PolicyRule): Verdict {
  switch (rule.form) {
    case "criteria":
      return judgeCriteria(c, rule);
    case "absent":
      return judgeAbsent(c, rule);
    case "diagnosis":
      return judgeDiagnosis(c, rule);
    case "agent":
      return judgeAgent(c, rule);
    case "stance":
      return judgeStance(c, rule);
    case "limit":
      return judgeLimit(c, rule);
    case "interval":
      return judgeInterval(c, rule);
    case "units":
      return judgeUnits(c, rule);
    case "modifier":
      return judgeModifier(c, rule);
    case "same-day":
      return judgeSameDay(c, rule);
    case "setting":
      return judgeSetting(c, rule);
    case "beside":
      return judgeBeside(c, rule);
    case "authorization":
      return judgeAuthorization(c, rule);
    case "substitute":
      return judgeSubstitute(c, rule);
  }
}
