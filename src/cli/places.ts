/**
 * Payers and states an encounter may name. A payer that is mistyped would silently answer as if none was
 * given, so it is refused; one that is real and not listed is called by its line of business, or `other`.
 */
import { answersTo, nameKey } from "../policy/payers.ts";
import type { Payer } from "../rulebook/policy-types.ts";
import { loadPolicies } from "./engine.ts";

/** The payers of the rulebook (rulebook/policies/payers.yaml). */
export const knownPayers = (): readonly Payer[] => loadPolicies().payers;

/** USPS letters of states, the District and the territories. */
const STATES = new Set(
  (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR " +
    "PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI"
  ).split(" "),
);

/** The id of the payer that is written so, by id, name or another of its names; or undefined. */
export function payerOf(value: string): string | undefined {
  const named = knownPayers().find((p) => answersTo(p, value))?.id;
  // A wider name, that a state makes one payer: "humana-medicaid".
  return named ?? knownPayers().find((p) => p.of !== undefined && nameKey(p.of) === nameKey(value))?.of;
}

/** The state's two letters in capitals, or undefined. */
export function stateOf(value: string): string | undefined {
  const id = value.trim().toUpperCase();
  return STATES.has(id) ? id : undefined;
}
