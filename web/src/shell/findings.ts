import type { Finding } from "../../../src/base/finding.ts";

/** A finding as one line of the page: what is wrong, what to do, its code. */
export const showFinding = (f: Finding): string => `${f.reason} ${f.remedy} (${f.code})`;
