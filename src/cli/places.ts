/**
 * Payers and states an encounter may name. A payer that is mistyped would silently answer as if none was
 * given, so it is refused; one that is real and has no rules here is called by its line of business or `other`.
 */
export const PAYERS: readonly string[] = (
  "medicare medicare-advantage medicaid tricare workers-comp auto commercial aetna anthem bcbs centene cigna " +
  "emblemhealth evicore highmark horizon humana molina odg unitedhealthcare self-pay other"
).split(" ");

/** USPS letters of states, the District and the territories. */
const STATES = new Set(
  (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR " +
    "PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI"
  ).split(" "),
);

/** The payer as the rules call it, or undefined. */
export function payerOf(value: string): string | undefined {
  const id = value
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  return PAYERS.includes(id) ? id : undefined;
}

/** The state's two letters in capitals, or undefined. */
export function stateOf(value: string): string | undefined {
  const id = value.trim().toUpperCase();
  return STATES.has(id) ? id : undefined;
}
