/** Which documents of a payer speak of an encounter on its day. */
import { holds, spanText, type IsoDate } from "../base/dates.ts";
import type { Contractor, Payer, Policy, PolicyBook, PolicyRule } from "../rulebook/policy-types.ts";

export interface Asked {
  readonly payer: Payer;
  readonly state: string | null;
  readonly contractor: Contractor | null;
  readonly day: IsoDate;
}

export interface Selected {
  readonly inForce: readonly Policy[];
  /** Of the same payer and place, but of another day. */
  readonly otherDays: readonly Policy[];
}

/** The payer's policies for the place, in force and not, with those of a payer it follows. */
export function selectPolicies(book: PolicyBook, asked: Asked): Selected {
  const own = book.policies.filter((p) => concerns(p, asked));
  const adopted = new Set(own.filter((p) => inForceOn(p, asked.day)).flatMap((p) => p.adopts ?? []));
  const followed = book.payers
    .filter((p) => adopted.has(p.id))
    .flatMap((payer) => book.policies.filter((p) => concerns(p, { ...asked, payer })));
  const all = [...own, ...followed.filter((p) => !own.includes(p))];
  return {
    inForce: all.filter((p) => inForceOn(p, asked.day)),
    otherDays: all.filter((p) => !inForceOn(p, asked.day)),
  };
}

/** Does the payer follow Medicare's contractors, itself or through a policy that adopts them? */
export function followsMedicare(book: PolicyBook, payer: Payer): boolean {
  if (payer.line === "medicare") return true;
  const adopts = book.policies.filter((p) => p.payers.includes(payer.id)).flatMap((p) => p.adopts ?? []);
  return book.payers.some((p) => p.line === "medicare" && adopts.includes(p.id));
}

function concerns(policy: Policy, { payer, state, contractor }: Asked): boolean {
  const names = payer.of === undefined ? [payer.id] : [payer.id, payer.of];
  if (!policy.payers.some((id) => names.includes(id))) return false;
  if (policy.states.length > 0 && (state === null || !policy.states.includes(state))) return false;
  return (
    policy.jurisdictions.length === 0 || (contractor !== null && policy.jurisdictions.includes(contractor.jurisdiction))
  );
}

/**
 * Does the text hold on the day? One whose first day was not read is taken to; how much it may then decide is another
 * matter.
 */
export const inForceOn = (policy: Policy, day: IsoDate): boolean =>
  holds({ from: policy.from ?? "0000-01-01", until: policy.until }, day);

/** "L33912 from 2018-01-01 until 2024-01-01; ...": which texts are known for which days, each once, for people. */
export function daysKnown(policies: readonly Pick<Policy, "number" | "title" | "from" | "until">[]): string {
  const words = policies.map(
    (p) => `${p.number ?? p.title} from ${spanText({ ...p, from: p.from ?? "an unknown day" })}`,
  );
  return [...new Set(words)].join("; ");
}

/** Rules of the policy in force on the day. */
export const rulesOn = (policy: Policy, day: IsoDate): readonly PolicyRule[] =>
  policy.rules.filter((r) => holds({ from: r.from ?? "0000-01-01", until: r.until }, day));
