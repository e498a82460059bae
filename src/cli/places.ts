/**
 * Payers and states an encounter may name. A payer that is mistyped would silently answer as if none was
 * given, so it is refused; one that is real and not listed is called by its line of business, or `other`.
 */
import { STATES } from "../base/states.ts";
import { answersTo, nameKey } from "../policy/payers.ts";
import type { Payer } from "../rulebook/policy-types.ts";
import { loadPolicies } from "./engine.ts";

/** The payers of the rulebook (rulebook/policies/payers.yaml). */
export const knownPayers = (): readonly Payer[] => loadPolicies().payers;

/** The id of the payer that is written so, by id, name or another of its names; or undefined. */
export function payerOf(value: string): string | undefined {
  const named = knownPayers().find((p) => answersTo(p, value))?.id;
  // A wider name, that a state makes one payer: "humana-medicaid".
  return named ?? knownPayers().find((p) => p.of !== undefined && nameKey(p.of) === nameKey(value))?.of;
}

/** The state's two letters in capitals, or undefined. */
export function stateOf(value: string): string | undefined {
  const id = value.trim().toUpperCase();
  return STATES.includes(id) ? id : undefined;
}
