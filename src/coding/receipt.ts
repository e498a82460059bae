/**
 * The receipt: what made a determination, so that anybody can make it again. Replaying answers one of two
 * things: the same bytes, or a finding that says which of engine, rulebook and input is another one.
 */
import type { Finding } from "../base/finding.ts";
import { canonicalJson } from "../rulebook/canonical.ts";
import { hashValue } from "../rulebook/hash.ts";
import type { Determination, Encounter, Receipt } from "./determination.ts";
import { otherAnswer, otherEngine, otherInput, otherRulebook, otherTables } from "./problems.ts";

/** Version of the engine: the version of the package. */
export const ENGINE_VERSION = "0.1.0";

/**
 * The receipt of an encounter decided with a rulebook. Both hashes are `sha256-` and 64 hex digits; `tables` is that
 * of the edit tables, null without any.
 */
export function receiptOf(encounter: Encounter, rulebookHash: string, tables: string | null = null): Receipt {
  const receipt = { engine: ENGINE_VERSION, rulebook: rulebookHash, input: hashValue(encounter) };
  return Object.freeze(tables === null ? receipt : { ...receipt, tables });
}

export interface Replay {
  readonly kind: "replay";
  /** The answer was made again: the stored receipt, and the stored determination if one was given, are those of this engine. */
  readonly same: boolean;
  /** The answer of this engine now, also when it is not the same. */
  readonly determination: Determination;
  readonly findings: readonly Finding[];
}

/**
 * Makes a past answer again. `past` is the stored determination, or only its receipt; `encounter` is what it was made
 * from. A stored determination is compared to the byte (canonical JSON). NP3080 to NP3085 say what is another; never
 * throws.
 */
export function replay(
  engine: (encounter: Encounter) => Determination,
  past: Determination | Receipt,
  encounter: Encounter,
): Replay {
  const determination = engine(encounter);
  const was = "receipt" in past ? past.receipt : past;
  const is = determination.receipt;
  const findings: Finding[] = [];
  if (was.engine !== is.engine) findings.push(otherEngine(was.engine, is.engine));
  if (was.rulebook !== is.rulebook) findings.push(otherRulebook(was.rulebook, is.rulebook));
  // A receipt without tables was made where none were loaded.
  if (was.tables !== is.tables) findings.push(otherTables(was.tables ?? "none", is.tables ?? "none"));
  if (was.input !== is.input) findings.push(otherInput(was.input, is.input));
  if (findings.length === 0 && "receipt" in past && canonicalJson(past) !== canonicalJson(determination))
    findings.push(otherAnswer());
  return Object.freeze({
    kind: "replay",
    same: findings.length === 0,
    determination,
    findings: Object.freeze(findings),
  });
}
