/** Forms about the claim itself: a stance on a service, units, modifiers, what else was done that day, authorisation. */
import type { PolicyRule, Stance } from "../../rulebook/policy-types.ts";
import type { BilledLine } from "../../coding/determination.ts";
import { pastOf, placeOf, type Case } from "../case.ts";
import { answer } from "../elements.ts";
import { regionsOf, sameRegion } from "../regions.ts";
import { countSessions } from "../sessions.ts";
import type { Verdict } from "../types.ts";

type Of<F extends PolicyRule["form"]> = Extract<PolicyRule, { form: F }>;

/** What a payer thinks of a service, in words. */
export const stanceWords = (stance: Stance): string => stance.replaceAll("-", " ");

/** The payer's word on the service as a whole. What is not covered is not met, where the rule's condition holds. */
export function judgeStance(c: Case, rule: Of<"stance">): Verdict {
  const { title } = c.book.services[rule.services.find((s) => c.services.has(s)) ?? ""] ?? { title: "it" };
  const evidence = rule.services.includes("imaging") ? c.guided.flatMap(placeOf) : [];
  if (rule.is === "covered") return { status: "met", found: `${title} is covered` };
  if (rule.when === undefined) return { status: "not-met", found: `${title}: ${stanceWords(rule.is)}`, evidence };
  const { truth, found, evidence: places } = answer(c, rule.when, rule.services);
  if (truth === "true") return { status: "not-met", found: `${found}: ${stanceWords(rule.is)}`, evidence: places };
  if (truth === "false") return { status: "not-applicable", found, evidence: places };
  return {
    status: "not-documented",
    found: "the note does not say",
    settles: `Whether ${rule.says.replace(/\.$/, "").toLowerCase()} applies.`,
  };
}

const linesOf = (lines: readonly BilledLine[] | null, codes: readonly string[]): readonly BilledLine[] =>
  (lines ?? []).filter((l) => codes.includes(l.code));

/** One of these codes and so many units a day: on the claim as it was billed, and on the lines decided. */
export function judgeUnits({ lines, billed }: Case, rule: Of<"units">): Verdict {
  const asBilled = linesOf(billed, rule.oneOf);
  const correct = linesOf(lines, rule.oneOf);
  const breach = (list: readonly BilledLine[]): boolean => list.length > 1 || list.some((l) => l.units > rule.max);
  const words = (list: readonly BilledLine[]): string => list.map((l) => `${l.code} x ${l.units}`).join(", ");
  if (breach(asBilled))
    return {
      status: "not-met",
      found: `billed: ${words(asBilled)}`,
      settles: `Bill one of ${rule.oneOf.join(", ")}, ${rule.max} unit.`,
    };
  if (breach(correct)) return { status: "not-met", found: words(correct) };
  return { status: "met", found: words(asBilled.length > 0 ? asBilled : correct) || "none of them" };
}

/** Modifiers this payer wants on the line, given what the note shows; none when it does not want any here. */
export function modifiersFor(
  c: Case,
  rule: Of<"modifier">,
): { readonly needed: readonly string[]; readonly known: boolean } {
  if (rule.bySide) {
    const sides = new Set(c.treated.map((m) => m.side));
    if (sides.size === 1 && sides.has("left")) return { needed: ["LT"], known: true };
    if (sides.size === 1 && sides.has("right")) return { needed: ["RT"], known: true };
    return { needed: [], known: !sides.has("unspecified") && sides.size > 0 };
  }
  if (rule.beyond !== undefined) return beyond(c, rule, rule.beyond);
  if (rule.when.length === 0) return { needed: rule.modifiers, known: true };
  const truths = rule.when.map((e) => answer(c, e, rule.services).truth);
  return truths.includes("true")
    ? { needed: rule.modifiers, known: true }
    : { needed: [], known: !truths.includes("unknown") };
}

/** By the number of this session: earlier ones must be known for it. */
function beyond(
  c: Case,
  rule: Of<"modifier">,
  { max, per }: NonNullable<Of<"modifier">["beyond"]>,
): { readonly needed: readonly string[]; readonly known: boolean } {
  const past = pastOf(c, rule.services);
  if (past === null) return { needed: [], known: false };
  const { total } = countSessions(
    c,
    { per, window: "rolling", scope: "patient", unit: "visit", unitOpen: false },
    past,
  );
  if (total.min > max) return { needed: rule.modifiers, known: true };
  return { needed: [], known: total.max !== null && total.max <= max };
}

/** Do the lines carry the modifier that the policy asks for? */
export function judgeModifier(c: Case, rule: Of<"modifier">): Verdict {
  const { needed, known } = modifiersFor(c, rule);
  const codes = rule.services.flatMap((s) => c.book.services[s]?.codes ?? []);
  if (needed.length === 0)
    return known
      ? { status: "not-applicable", found: "not called for here" }
      : {
          status: rule.beyond === undefined ? "not-documented" : "needs-history",
          found:
            rule.beyond === undefined
              ? "the note does not say whether it is called for"
              : "earlier sessions are not known",
          // A modifier is put on the claim; not knowing of it leaves the coverage as it is.
          ...(rule.beyond === undefined ? {} : { open: false }),
          settles: `Whether modifier ${rule.modifiers.join(" or ")} is called for.`,
        };
  const asBilled = linesOf(c.billed, codes);
  if (asBilled.length === 0)
    return { status: "not-applicable", found: `to be put on the claim: ${needed.join(" or ")}`, open: false };
  const without = asBilled.filter((l) => !needed.some((m) => l.modifiers.includes(m)));
  return without.length === 0
    ? { status: "met", found: `billed with ${needed.join(" or ")}` }
    : {
        status: "not-met",
        found: `billed without ${needed.join(" or ")}`,
        settles: `Put ${needed.join(" or ")} on ${without[0]!.code}.`,
      };
}

/** What may not be done or billed on the same day. */
export function judgeSameDay(c: Case, rule: Of<"same-day">): Verdict {
  const fits = (code: string): boolean =>
    rule.codes.some((p) => (p.endsWith("*") ? code.startsWith(p.slice(0, -1)) : code === p));
  const codes = [...c.lines, ...(c.billed ?? [])].map((l) => l.code).filter(fits);
  const others = c.treated.filter((m) => rule.kinds.includes(m.kind));
  if (codes.length === 0 && others.length === 0)
    return { status: "met", found: "nothing of the kind in the note or on the claim" };
  const found = [...new Set([...codes, ...others.map((m) => m.text || m.kind)])].join(", ");
  const evidence = others.flatMap(placeOf);
  if (rule.region === "any") return { status: "not-met", found: `the same day: ${found}`, evidence };
  const mine = c.treated.filter((m) => !rule.kinds.includes(m.kind));
  const same = others.length === 0 ? "unknown" : sameRegion([...mine, ...others].map((m) => regionsOf(c.book, m)));
  if (same === "true") return { status: "not-met", found: `the same day and region: ${found}`, evidence };
  if (same === "false") return { status: "met", found: `${found}, in another region`, evidence };
  return {
    status: "not-documented",
    found: `the same day: ${found}`,
    evidence,
    settles: "The region of each of the day's services.",
  };
}

/** Where it is not paid. */
export function judgeSetting({ setting }: Case, rule: Of<"setting">): Verdict {
  if (setting === null)
    return { status: "not-documented", found: "the setting is not given", settles: "Where it was done." };
  return rule.not.includes(setting)
    ? { status: "not-met", found: `done in: ${setting.replaceAll("-", " ")}` }
    : { status: "met", found: `done in: ${setting.replaceAll("-", " ")}` };
}

/** What belongs on the same claim. A claim without it asks for a look, no more: it may come on a line of its own. */
export function judgeBeside(c: Case, rule: Of<"beside">): Verdict {
  const fits = (l: BilledLine): boolean => rule.prefixes.some((p) => l.code.startsWith(p));
  if (rule.agents.length > 0 && !rule.agents.some((a) => c.agents.has(a)))
    return { status: "not-applicable", found: "nothing of the kind was given" };
  const lines = (c.billed ?? c.lines).filter(fits);
  if (lines.length > 0) return { status: "met", found: `on the claim: ${lines.map((l) => l.code).join(", ")}` };
  if (c.billed === null) return { status: "not-applicable", found: "to be put on the claim", open: false };
  return {
    status: "not-documented",
    found: `not on the claim: a line whose code begins with ${rule.prefixes.join(" or ")}`,
    settles: `On the claim: ${rule.says.replace(/\.$/, "").toLowerCase()}.`,
  };
}

/** Was leave asked for beforehand? A note seldom says. */
export function judgeAuthorization(c: Case, rule: Of<"authorization">): Verdict {
  if (rule.need === "not-required") return { status: "met", found: "none is asked for" };
  const facts = c.clinical.get("authorized") ?? [];
  if (facts.some((f) => f.said === "yes"))
    return { status: "met", found: "authorised", evidence: facts.flatMap(placeOf) };
  return rule.need === "required"
    ? { status: "not-documented", found: "no authorisation is given", settles: "The authorisation." }
    : {
        status: "not-documented",
        found: "whether this plan asks for it is not known",
        settles: "Whether this plan asks for authorisation.",
      };
}

/** Another code that this payer wants for the service. */
export function judgeSubstitute(c: Case, rule: Of<"substitute">): Verdict {
  const codes = rule.services.flatMap((s) => c.book.services[s]?.codes ?? []);
  const asBilled = (c.billed ?? []).filter((l) => codes.includes(l.code) || l.code === rule.bill);
  if (asBilled.length === 0) return { status: "not-applicable", found: `to be billed as ${rule.bill}`, open: false };
  return asBilled.every((l) => l.code === rule.bill)
    ? { status: "met", found: `billed as ${rule.bill}` }
    : {
        status: "not-met",
        found: `billed as ${asBilled.map((l) => l.code).join(", ")}`,
        settles: `Bill ${rule.bill}.`,
      };
}
