/** First injection or a repeat? Criteria differ, and only earlier sessions can tell. */
import type { PastSession } from "../coding/determination.ts";
import { pastOf, type Case } from "./case.ts";

export type Phase = "initial" | "repeat" | "unknown";

/** Things nobody writes of a first injection. */
const OF_REPEATS = [
  "repeat-time",
  "relief-percent",
  "relief-duration",
  "relief-dates",
  "recurrence",
  "no-response",
] as const;

/** By the note when it speaks of earlier injections, else by the history given; `unknown` when neither tells. */
export function phaseOf(c: Case, services: readonly string[]): Phase {
  const says = (of: Parameters<Case["clinical"]["get"]>[0]): boolean =>
    (c.clinical.get(of) ?? []).some((f) => f.said === "yes");
  if (OF_REPEATS.some(says)) return "repeat";
  const past = pastOf(c, services);
  if (past !== null && past.length > 0) return "repeat";
  if (says("first-time") || (past !== null && c.gaps === 0)) return "initial";
  return "unknown";
}

/** Earlier sessions as given; none where the note says that this is the first; null when nobody knows. */
export function knownPast(c: Case, services: readonly string[]): readonly PastSession[] | null {
  return pastOf(c, services) ?? (phaseOf(c, services) === "initial" ? [] : null);
}
