/** `diagnosis`: the claim's diagnoses against the policy's list of codes, or of conditions in words. */
import { elementWords, type ClinicalOf } from "../../rulebook/clinical.ts";
import type { PolicyRule } from "../../rulebook/policy-types.ts";
import { placeOf, type Case } from "../case.ts";
import type { Verdict } from "../types.ts";

type Rule = Extract<PolicyRule, { form: "diagnosis" }>;

/**
 * The diagnoses of the claim, else those the note prints. A code outside a closed list fails. A code that a list of
 * words does not clearly hold leaves the question open: which codes stand for "myofascial pain" is for the payer to
 * say.
 */
export function judgeDiagnosis(c: Case, rule: Rule): Verdict {
  const { codes, from, evidence } = c.diagnoses;
  const named = rule.conditions.filter((id) => (c.clinical.get(id as ClinicalOf) ?? []).some((f) => f.said === "yes"));
  const list = [...rule.in, ...rule.conditions.flatMap((id) => c.book.conditions[id] ?? [])];
  const out = [...rule.out, ...rule.notConditions.flatMap((id) => c.book.conditions[id] ?? [])];
  const listed = codes.filter((code) => list.some((p) => fits(code, p)));
  const barred = codes.filter((code) => out.some((p) => fits(code, p)));
  const whose = from === "claim" ? "" : " (printed in the note)";
  const settles = `A diagnosis that says ${wanted(rule)}.`;
  if (listed.length > 0 && barred.length > 0)
    return {
      status: "not-documented",
      found: `${listed.join(", ")} counts, ${barred.join(", ")} does not${whose}`,
      evidence,
      settles: "For which of the diagnoses it was done.",
    };
  if (listed.length > 0) return { status: "met", found: `${listed.join(", ")}${whose}`, evidence };
  if (barred.length > 0) return { status: "not-met", found: `${barred.join(", ")}${whose}`, evidence, settles };
  if (codes.length > 0 && rule.closed && rule.in.length > 0)
    return { status: "not-met", found: `${codes.join(", ")}${whose}; none of them is in the list`, evidence, settles };
  if (named.length > 0) {
    const places = named.flatMap((id) => c.clinical.get(id as ClinicalOf)!.flatMap(placeOf));
    return {
      status: "met",
      found: `the note names ${named.map((id) => elementWords(id as ClinicalOf)).join(", ")}`,
      evidence: places,
    };
  }
  if (codes.length === 0) return { status: "not-documented", found: "no diagnosis is given", settles };
  return {
    status: "not-documented",
    found: `${codes.join(", ")}${whose}; the policy lists conditions in words, and the code does not clearly say one`,
    evidence,
    settles,
  };
}

/** `M54.5*` takes any ending. */
const fits = (code: string, pattern: string): boolean =>
  pattern.endsWith("*") ? code.startsWith(pattern.slice(0, -1)) : code === pattern;

function wanted(rule: Rule): string {
  const words = rule.conditions.map((id) => elementWords(id as ClinicalOf));
  return [...words, ...(rule.in.length > 0 ? [`one of ${rule.in.join(", ")}`] : [])].join(", ");
}
