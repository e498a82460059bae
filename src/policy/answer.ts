/** A determination with its payer's answer beside it. */
import type { Determination, Encounter } from "../coding/determination.ts";
import { deepFreeze } from "../rulebook/freeze.ts";
import type { PolicyBook } from "../rulebook/policy-types.ts";
import { cover } from "./cover.ts";

/**
 * Wraps an engine: what it decides stays as it is, and `coverage` is filled when the encounter names a payer.
 * `policies` is asked for only then, and throws what it throws.
 */
export function withCoverage(
  decide: (encounter: Encounter) => Determination,
  policies: () => PolicyBook,
): (encounter: Encounter) => Determination {
  return (encounter) => {
    const determination = decide(encounter);
    if (encounter.payer === undefined || determination.dateOfService === "") return determination;
    return deepFreeze({ ...determination, coverage: cover(determination, encounter, policies()) });
  };
}
