/** What a determination already holds of its payer's answer; apart from how that is found, which few who read it need. */
import type { Determination } from "../coding/determination.ts";
import type { Coverage } from "./types.ts";

/** The payer's answer in a determination; null when no payer was given. */
export const coverageOf = (determination: Determination): Coverage | null => determination.coverage as Coverage | null;
