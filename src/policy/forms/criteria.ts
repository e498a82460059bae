/** `criteria`: at least so many of these are in the record. `absent`: none of them is. */
import type { PolicyRule } from "../../rulebook/policy-types.ts";
import type { Case } from "../case.ts";
import { answer, asked } from "../elements.ts";
import type { Verdict } from "../types.ts";

type Criteria = Extract<PolicyRule, { form: "criteria" }>;
type Absent = Extract<PolicyRule, { form: "absent" }>;

/** Are at least so many of these in the record? A gap in the record is never a breach: it is asked for. */
export function judgeCriteria(c: Case, rule: Criteria): Verdict {
  const answers = rule.of.map((element) => ({ element, ...answer(c, element, rule.services) }));
  const yes = answers.filter((a) => a.truth === "true");
  const no = answers.filter((a) => a.truth === "false");
  const open = answers.filter((a) => a.truth === "unknown");
  const found = (list: typeof answers): string =>
    list
      .map((a) => a.found)
      .filter(Boolean)
      .join("; ");
  const evidence = answers.flatMap((a) => a.evidence);
  if (yes.length >= rule.least) return { status: "met", found: found(yes), evidence: yes.flatMap((a) => a.evidence) };
  const missing = [...open, ...no].map((a) => asked(a.element));
  const settles = ask(missing, rule.least - yes.length, yes.length);
  if (yes.length + open.length < rule.least) {
    // What is missing from the record is missing, whatever the service was.
    const status = rule.topic === "documentation" ? "not-documented" : "not-met";
    return {
      status,
      found: `${found(no) || "not shown"}; asked for: ${rule.of.map(asked).join(", ")}`,
      evidence,
      settles,
    };
  }
  const so = found([...yes, ...open]);
  return {
    status: "not-documented",
    found: so === "" ? "the note does not say" : `${so}; the rest is not said`,
    evidence,
    settles,
  };
}

function ask(missing: readonly string[], n: number, had: number): string {
  if (missing.length === 1 || n === missing.length) return `In the record: ${missing.join(", ")}.`;
  return `In the record: ${had > 0 ? `${n} more` : `at least ${n}`} of: ${missing.join(", ")}.`;
}

/** Is any of these in the record, where none may be? Silence is no breach: the question does not arise. */
export function judgeAbsent(c: Case, rule: Absent): Verdict {
  const answers = rule.of.map((element) => ({ element, ...answer(c, element, rule.services) }));
  const there = answers.filter((a) => a.truth === "true");
  const evidence = there.flatMap((a) => a.evidence);
  if (there.length === 0) return { status: "not-applicable", found: "no sign of it" };
  const found = there.map((a) => a.found).join("; ");
  if (rule.firm) return { status: "not-met", found, evidence };
  return {
    status: "not-documented",
    found,
    evidence,
    settles: `That the service was not for ${there.map((a) => asked(a.element)).join(", ")}.`,
  };
}
