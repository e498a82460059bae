/** The date of service of an encounter: its own, else the note's, else the last day the rulebook knows. */
import { dayBefore, isDate, type IsoDate } from "../base/dates.ts";
import type { Finding } from "../base/finding.ts";
import type { Fact, Reading } from "../note/facts.ts";
import { isMention } from "../note/facts.ts";
import type { Rulebook } from "../rulebook/types.ts";
import type { Encounter } from "./determination.ts";
import { dateFromNote, dateUnknown, notADate, severalDates } from "./problems.ts";

export interface Dated {
  /** Null: what was given as a date is none. */
  readonly date: IsoDate | null;
  readonly findings: readonly Finding[];
}

/**
 * Resolves the date, and says whenever it is not the one that was given: NP3001 for one that is none, NP3003 to
 * NP3005 for where another came from.
 */
export function dateOf(
  encounter: Encounter,
  facts: readonly Fact[],
  reading: Reading | null,
  horizon: Rulebook["horizon"],
): Dated {
  const given = encounter.dateOfService;
  if (given !== undefined)
    return isDate(given) ? { date: given, findings: [] } : { date: null, findings: [notADate(given)] };
  const stated = (reading?.dates ?? []).filter((d) => d.role === "service" && isDate(d.date));
  const first = stated[0];
  if (first !== undefined) {
    const days = [...new Set(stated.map((d) => d.date))];
    const several = days.length > 1 ? [severalDates(days, first.date)] : [];
    return {
      date: first.date,
      findings: [...several, dateFromNote(first.date, { start: first.start, end: first.end })],
    };
  }
  const sessions = new Set(
    facts.flatMap((f) => (isMention(f) && f.date !== undefined && isDate(f.date) ? [f.date] : [])),
  );
  const latest = [...sessions].sort().pop();
  if (latest !== undefined) {
    const several = sessions.size > 1 ? [severalDates([...sessions].sort(), latest)] : [];
    return { date: latest, findings: [...several, dateFromNote(latest, undefined)] };
  }
  const last = dayBefore(horizon.until);
  return { date: last, findings: [dateUnknown(last)] };
}
