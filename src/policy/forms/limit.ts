/**
 * `limit` and `interval`: how many in how long, and how far apart. A policy may leave open what it counts, or
 * whether its year rolls; then every reading is counted, and only what holds in all of them is an answer.
 */
import { within } from "../../base/truth.ts";
import type { Range } from "../../base/range.ts";
import { printRange } from "../../base/range.ts";
import type { PolicyRule } from "../../rulebook/policy-types.ts";
import { overOn, periodWords } from "../calendar.ts";
import { placeOf, type Case } from "../case.ts";
import { answer } from "../elements.ts";
import { knownPast } from "../phase.ts";
import { regionsOf, regionWords, sameRegion } from "../regions.ts";
import { countSessions, nextOpening, pastIn, type Counted } from "../sessions.ts";
import type { Verdict } from "../types.ts";
import { elementWords } from "../../rulebook/clinical.ts";

type Limit = Extract<PolicyRule, { form: "limit" }>;
type Interval = Extract<PolicyRule, { form: "interval" }>;

const ASK_HISTORY = "The dates of earlier sessions, with their region.";

/** Would this session be more than the policy allows in its stretch of time? Counted in calendar months and days. */
export function judgeLimit(c: Case, rule: Limit): Verdict {
  if (rule.max === null) return { status: "text-not-read", found: "the number was not read", open: true };
  if (rule.agents !== undefined && !rule.agents.some((a) => c.agents.has(a)))
    return { status: "not-applicable", found: `no ${rule.agents.join(" or ")} was injected` };
  if (rule.per === "session") return rule.unit === "region" ? oneRegion(c) : inSession(c, rule, rule.max);
  if (rule.per === null) return { status: "policy-silent", found: "the text names no stretch of time", open: true };
  const past = knownPast(c, rule.pools);
  if (past === null) return { status: "needs-history", found: "earlier sessions are not known", settles: ASK_HISTORY };
  const counted = countSessions(c, rule, past);
  return rule.advice ? advice(rule, counted) : overTime(c, rule, rule.max, counted);
}

function overTime(c: Case, rule: Limit, max: number, counted: Counted): Verdict {
  const { total, gap, days } = counted;
  const found = `${nth(total, rule)}${span(rule)}${days.length > 0 ? `; earlier: ${days.join(", ")}` : ""}`;
  if (total.max !== null && total.max <= max) return { status: "met", found };
  if (total.min > max) return exceeded(c, rule, max, counted, found);
  const nextEligible = nextOpening(c, rule, max, counted);
  if (gap === "note")
    return {
      status: "not-documented",
      found: "the number of injections is not said",
      settles: "The number of injections.",
    };
  if (gap === "history")
    return {
      status: "needs-history",
      found: `${found}; of some, day or region is not known`,
      settles: ASK_HISTORY,
      nextEligible,
    };
  return {
    status: "policy-silent",
    open: true,
    nextEligible,
    found: `${found}; by one reading of the text it passes, by another not`,
    settles: `How this payer counts: ${rule.says.replace(/\.$/, "")}.`,
  };
}

function exceeded(c: Case, rule: Limit, max: number, counted: Counted, found: string): Verdict {
  const nextEligible = nextOpening(c, rule, max, counted);
  const { extended } = rule;
  if (extended !== undefined && counted.total.min <= extended.max) {
    const { truth, evidence } = answer(c, { is: extended.needs }, rule.services);
    const words = elementWords(extended.needs);
    if (truth === "true") return { status: "met", found: `${found}; ${words}`, evidence };
    return {
      status: truth === "false" ? "not-met" : "not-documented",
      found: `${found}; beyond ${max} it takes ${words}`,
      evidence,
      nextEligible,
      settles: `In the record: ${words}.`,
    };
  }
  const settles = nextEligible === null ? undefined : `Wait until ${nextEligible}.`;
  return { status: "not-met", found, nextEligible, ...(settles === undefined ? {} : { settles }) };
}

function advice(rule: Limit, { total }: Counted): Verdict {
  const over = total.min > rule.max!;
  return {
    status: "not-applicable",
    found: over ? `advice: this is ${nth(total, rule)}` : "advice, not yet reached",
    open: false,
  };
}

/** So many injections or sites in the session itself. */
function inSession(c: Case, rule: Limit, max: number): Verdict {
  const count: Range = rule.unit === "site" && c.sites !== null ? { min: c.sites, max: c.sites } : c.injections;
  const unit = rule.unit === "site" ? "sites" : "injections";
  const found = `${printRange(count)} ${unit}`;
  const fits = within(count, { min: 0, max });
  if (fits === "true") return { status: "met", found };
  if (fits === "false") return { status: "not-met", found: `${found}, ${max} at most` };
  return { status: "not-documented", found, settles: `The number of ${unit}.` };
}

function oneRegion(c: Case): Verdict {
  const places = c.treated.map((m) => regionsOf(c.book, m));
  const evidence = c.treated.flatMap(placeOf);
  const same = sameRegion(places);
  if (same === "true") return { status: "met", found: `one region can hold all: ${regionWords(places)}`, evidence };
  if (same === "false") return { status: "not-met", found: `different regions: ${regionWords(places)}`, evidence };
  return {
    status: "not-documented",
    found: "the body region of each is not said",
    evidence,
    settles: "The body region of each muscle.",
  };
}

/** Has the least time since the last session passed? Counted in calendar days, weeks or months. */
export function judgeInterval(c: Case, rule: Interval): Verdict {
  const past = knownPast(c, rule.pools);
  if (past === null) return { status: "needs-history", found: "earlier sessions are not known", settles: ASK_HISTORY };
  const { certain, possible } = pastIn(c, rule.scope, past);
  const last = certain[0];
  const perhaps = possible[0];
  // A session of which nothing is known may be the last one.
  if (c.gaps > 0 && (perhaps === undefined || c.day >= overOn(perhaps, rule.atLeast).latest))
    return { status: "needs-history", found: `${c.gaps} earlier sessions could not be read`, settles: ASK_HISTORY };
  if (perhaps === undefined)
    return {
      status: "not-applicable",
      found: rule.scope === "region" ? "no earlier session there" : "no earlier session",
    };
  const apart = `${periodWords(rule.atLeast)} from ${perhaps}`;
  const { earliest, latest } = overOn(perhaps, rule.atLeast);
  if (c.day >= latest) return { status: "met", found: `the last was on ${perhaps}` };
  const sure = last !== undefined && c.day < overOn(last, rule.atLeast).earliest;
  if (sure)
    return {
      status: "not-met",
      found: `the last was on ${last}`,
      nextEligible: latest,
      settles: `Wait until ${latest}.`,
    };
  if (last !== perhaps)
    return {
      status: "needs-history",
      found: `a session on ${perhaps}, region not given`,
      settles: ASK_HISTORY,
      nextEligible: latest,
    };
  return {
    status: "policy-silent",
    open: true,
    nextEligible: latest,
    found: `${apart} end on ${earliest} or ${latest}; the text does not say which`,
  };
}

const ORDER = ["th", "st", "nd", "rd"];

/** "the 4th session", "the 2nd to 5th". */
function nth({ min, max }: Range, { unit, unitOpen }: Limit): string {
  const ordinal = (n: number): string => `${n}${n % 100 > 10 && n % 100 < 14 ? "th" : (ORDER[n % 10] ?? "th")}`;
  const what = unitOpen ? "session or injection" : unit;
  if (max === null) return `at least the ${ordinal(min)} ${what}`;
  return min === max ? `the ${ordinal(min)} ${what}` : `the ${ordinal(min)} to ${ordinal(max)} ${what}`;
}

const span = ({ per }: Limit): string =>
  per === null || per === "life" || per === "session" ? "" : ` in ${periodWords(per)}`;
