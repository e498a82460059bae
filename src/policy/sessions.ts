/** Counting earlier sessions: which fall into a window, in every reading of it, and when there is room again. */
import type { IsoDate } from "../base/dates.ts";
import type { Range } from "../base/range.ts";
import type { PastSession } from "../coding/determination.ts";
import type { Period, PolicyRule } from "../rulebook/policy-types.ts";
import { overOn } from "./calendar.ts";
import type { Case } from "./case.ts";
import { regionNamed, regionsOf } from "./regions.ts";

type Limit = Extract<PolicyRule, { form: "limit" }>;
/** What of a limit says how sessions are counted. */
type Counting = Pick<Limit, "per" | "window" | "scope" | "unit" | "unitOpen">;

export interface Counted {
  /** This one included. */
  readonly total: Range;
  /** What the range comes from: gaps in the history or the note, else the wording of the policy. */
  readonly gap: "history" | "note" | null;
  /** Days of the earlier ones that may count, the latest first. */
  readonly days: readonly IsoDate[];
}

/** Earlier ISO days, the latest first: those surely in scope, and those that may be. */
export function pastIn(
  c: Case,
  scope: "patient" | "region" | "site",
  past: readonly PastSession[],
): { readonly certain: readonly IsoDate[]; readonly possible: readonly IsoDate[] } {
  const today = c.treated.map((m) => regionsOf(c.book, m));
  const here = (h: PastSession): "yes" | "no" | "perhaps" => {
    if (scope === "patient") return "yes";
    const there = h.region === undefined ? null : regionNamed(c.book, h.region);
    if (there === null || today.length === 0 || today.includes(null)) return "perhaps";
    if (!today.some((t) => t!.some((r) => there.includes(r)))) return "no";
    // The same region is not yet the same site, and a muscle that crosses borders may have been in either.
    return scope === "region" && today.every((t) => t!.every((r) => there.includes(r))) ? "yes" : "perhaps";
  };
  const days = (list: readonly PastSession[]): readonly IsoDate[] => [...new Set(list.map((h) => h.dateOfService))];
  return { certain: days(past.filter((h) => here(h) === "yes")), possible: days(past.filter((h) => here(h) !== "no")) };
}

/** How many with this one, in all readings of the policy's unit and window. */
export function countSessions(c: Case, rule: Counting, past: readonly PastSession[]): Counted {
  const { certain, possible } = pastIn(c, rule.scope, past);
  const surely = certain.filter((day) => readings(rule).every((inside) => inside(day, c.day)));
  const perhaps = possible.filter((day) => readings(rule).some((inside) => inside(day, c.day)));
  const sessions: Range = { min: 1 + surely.length, max: 1 + perhaps.length + c.gaps };
  const gap = possible.length > certain.length || c.gaps > 0 ? "history" : null;
  if (!countsNeedles(rule)) return { total: sessions, gap, days: perhaps };
  // Each earlier session was one injection or more; how many is not in a history.
  const most = perhaps.length + c.gaps > 0 ? null : c.injections.max;
  const least = rule.unitOpen ? 1 : c.injections.min;
  return {
    total: { min: surely.length + least, max: most === null ? null : Math.max(1, most) },
    gap: gap ?? (perhaps.length === 0 && most === null ? "note" : null),
    days: perhaps,
  };
}

const countsNeedles = (rule: Counting): boolean => rule.unitOpen || rule.unit === "injection" || rule.unit === "site";

type Inside = (past: IsoDate, day: IsoDate) => boolean;

/** Ways to read the window: rolling by either end of the month's rule, or by the calendar year. */
function readings({ per, window }: Counting): readonly Inside[] {
  if (per === null || typeof per === "string") return [() => true];
  const rolling: readonly Inside[] = [
    (past, day) => day < overOn(past, per).earliest,
    (past, day) => day < overOn(past, per).latest,
  ];
  if (window === "rolling" || !isYear(per)) return rolling;
  const calendar: Inside = (past, day) => past.slice(0, 4) === day.slice(0, 4);
  return window === "calendar" ? [calendar] : [...rolling, calendar];
}

const isYear = ({ years = 0, months = 0, weeks = 0, days = 0 }: Period): boolean =>
  12 * years + months === 12 && weeks + days === 0;

/** First day with room for one more in every reading; null when time alone makes none. */
export function nextOpening(c: Case, rule: Limit, max: number, { days }: Counted): IsoDate | null {
  const { per } = rule;
  if (per === null || typeof per === "string" || max < 1) return null;
  const mustLeave = days.length - (max - 1);
  if (mustLeave <= 0) return null;
  const rolling = days.map((day) => overOn(day, per).latest).sort()[mustLeave - 1]!;
  const newYear = `${String(Number(c.day.slice(0, 4)) + 1)}-01-01`;
  if (rule.window === "calendar" && isYear(per)) return newYear;
  const crowded = days.filter((day) => day.slice(0, 4) === rolling.slice(0, 4)).length > max - 1;
  return rule.window === "unstated" && isYear(per) && crowded ? newYear : rolling;
}
