/** What a payer requires, without an encounter: its documents for a place and a day, and how far each was read. */
import type { IsoDate } from "../base/dates.ts";
import type { Finding } from "../base/finding.ts";
import { deepFreeze } from "../rulebook/freeze.ts";
import type { Contractor, Payer, Policy, PolicyBook, PolicyRule, Unread } from "../rulebook/policy-types.ts";
import type { Source } from "../rulebook/types.ts";
import { weightOf } from "./judge.ts";
import { contractorsOf, countiesMatter, findPayer } from "./payers.ts";
import { idleCounty, isUnplaced, noneInForce, nonePolicy } from "./problems.ts";
import { daysKnown, followsMedicare, rulesOn, selectPolicies } from "./select.ts";
import type { Coverage, Weight } from "./types.ts";

export interface Asked {
  readonly payer: string;
  readonly state?: string;
  readonly county?: string;
  readonly day: IsoDate;
  /** Only what bears on this code. */
  readonly code?: string;
}

export interface SurveyedRule {
  readonly rule: PolicyRule;
  /** Whether it can decide on that day. */
  readonly weight: Weight;
}

export interface SurveyedPolicy {
  readonly policy: Policy;
  readonly own: boolean;
  readonly rules: readonly SurveyedRule[];
  readonly unread: readonly Unread[];
}

export interface Survey {
  readonly kind: "policy-survey";
  readonly payer: Omit<Coverage["payer"], "contractor">;
  readonly day: IsoDate;
  /** One for each Medicare contractor that may serve the place; one without a contractor for other payers. */
  readonly places: readonly {
    readonly contractor: string | null;
    readonly policies: readonly SurveyedPolicy[];
    /** Documents of the same payer and place for other days. */
    readonly otherDays: readonly Pick<Policy, "id" | "number" | "title" | "from" | "until" | "read">[];
  }[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly findings: readonly Finding[];
  readonly receipt: Coverage["receipt"];
}

/**
 * The documents of a payer in force on a day, rule by rule. Pure; the same question gives the same frozen record.
 * What keeps it open, or was not looked at, is in `findings` (NP4001 to NP4006, NP4009, NP4011, NP4014).
 */
export function survey(book: PolicyBook, { payer: name, state: given, county, day, code }: Asked): Survey {
  const state = given?.trim().toUpperCase() ?? null;
  const { payer, findings } = findPayer(book, name, state);
  const byContractor = payer !== null && followsMedicare(book, payer);
  const places = byContractor ? contractorsOf(book, state, county) : { contractors: [], findings: [] };
  const placing = [...findings, ...places.findings];
  const asksCounty = byContractor && (state === null || countiesMatter(book, state));
  const idle =
    county === undefined || payer === null || asksCounty
      ? []
      : [idleCounty(county, state === null ? payer.name : `${payer.name} in ${state}`)];
  const services = Object.keys(book.services).filter(
    (s) => code === undefined || book.services[s]!.codes.includes(code),
  );
  const bears = (p: Policy): boolean =>
    [...p.services, ...p.rules.flatMap((r) => r.services)].some((s) => services.includes(s));
  const at = (contractor: Contractor | null): Survey["places"][number] => {
    const found = payer === null ? NOTHING : selectPolicies(book, { payer, state, contractor, day });
    return {
      contractor: contractor === null ? null : `${contractor.name} (${contractor.jurisdiction})`,
      policies: found.inForce.filter(bears).map((policy) => surveyed(book, policy, services, day)),
      otherDays: found.otherDays
        .filter(bears)
        .map(({ id, number, title, from, until, read }) => ({ id, number, title, from, until, read })),
    };
  };
  const list = places.contractors.length > 0 ? places.contractors.map(at) : [at(null)];
  return deepFreeze<Survey>({
    kind: "policy-survey",
    payer: { id: payer?.id ?? null, name: payer?.name ?? name, line: payer?.line ?? null, state },
    day,
    places: list,
    sources: book.sources,
    findings: [...placing, ...idle, ...(isUnplaced(placing) ? [] : nothing(payer, day, list))],
    receipt: { policies: book.hash, own: book.own },
  });
}

const NOTHING = { inForce: [], otherDays: [] };

function surveyed(book: PolicyBook, policy: Policy, services: readonly string[], day: IsoDate): SurveyedPolicy {
  const bears = (x: { readonly services: readonly string[] }): boolean => x.services.some((s) => services.includes(s));
  return {
    policy,
    own: book.own.includes(policy.id),
    rules: rulesOn(policy, day)
      .filter(bears)
      .map((rule) => ({ rule, weight: weightOf(policy, rule, day) })),
    unread: policy.unread.filter(bears),
  };
}

function nothing(payer: Payer | null, day: IsoDate, places: Survey["places"]): readonly Finding[] {
  if (payer === null || places.some((p) => p.policies.length > 0)) return [];
  const others = places.flatMap((p) => p.otherDays);
  if (others.length === 0) return [nonePolicy(payer.name)];
  return [noneInForce(payer.name, day, daysKnown(others))];
}
