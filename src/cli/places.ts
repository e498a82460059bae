/**
 * Payers and states an encounter may name. A payer that is mistyped would silently answer as if none was
 * given, so it is refused; one that is real and not listed is called by its line of business, or `other`.
 */
import type { Payer } from "../rulebook/policy-types.ts";
import { loadPolicies } from "./engine.ts";

let payers: readonly Payer[] | null = null;

/** The payers of the rulebook (rulebook/policies/payers.yaml). */
export function knownPayers(): readonly Payer[] {
  return (payers ??= loadPolicies().payers);
}

/** USPS letters of states, the District and the territories. */
const STATES = new Set(
  (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR " +
    "PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI"
  ).split(" "),
);

/** The id of the payer that is written so, by id, name or another of its names; or undefined. */
export function payerOf(value: string): string | undefined {
  const words = plain(value);
  return knownPayers().find((p) => [p.id, p.name, ...p.also].some((name) => plain(name) === words))?.id;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();

/** The state's two letters in capitals, or undefined. */
export function stateOf(value: string): string | undefined {
  const id = value.trim().toUpperCase();
  return STATES.has(id) ? id : undefined;
}
