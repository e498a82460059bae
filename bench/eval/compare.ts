/**
 * One answer against the labelled answers. Codes and total units are compared first, modifiers second:
 * two lines of one unit, one line of two, and modifier 50 are the same answer.
 */
import type { Determination, Line } from "../../src/coding/determination.ts";
import {
  isCompanion,
  isFamilyCode,
  UNLABELLED_DRUG,
  type Answer,
  type CodeLabel,
  type LabelStatus,
  type Sample,
} from "./corpus.ts";

type Totals = ReadonlyMap<string, number>;

/** A determination, seen the way the labels see it. */
export interface View {
  readonly status: LabelStatus;
  readonly codes: readonly CodeLabel[];
  readonly companions: readonly CodeLabel[];
  readonly elsewhere: readonly CodeLabel[];
}

type Answered = Pick<Determination, "status" | "lines"> & Partial<Pick<Determination, "queries">>;

/** A question about a code of a family without labels; one whose rule names no code is held to be of the labelled ones. */
function asksElsewhere(rule: string): boolean {
  const code = rule.split("/")[1];
  return code !== undefined && !isFamilyCode(code);
}

/**
 * Only the labelled families count: an answer that codes nothing else of them is `none` here. `limited`: the labels say
 * nothing of other families, so a question about those counts neither way, as their codes do.
 */
export function view(d: Answered, limited = false): View {
  const label = (l: Line): CodeLabel => ({ code: l.code, units: l.units, modifiers: l.modifiers });
  const of = (test: (code: string) => boolean): CodeLabel[] => d.lines.filter((l) => test(l.code)).map(label);
  const codes = of(isFamilyCode);
  const queries = d.queries ?? [];
  const open = d.status === "query" && !(limited && queries.length > 0 && queries.every((q) => asksElsewhere(q.rule)));
  return {
    status: open ? "query" : codes.length === 0 ? "none" : "determined",
    codes,
    companions: of((c) => isCompanion(c) && c !== UNLABELLED_DRUG),
    elsewhere: of((c) => !isFamilyCode(c) && !isCompanion(c)),
  };
}

const units = (l: CodeLabel): number => (l.modifiers.includes("50") && l.units === 1 ? 2 : l.units);

/** Code to units; discarded drug (JW) is kept apart from drug given. */
export function totals(lines: readonly CodeLabel[]): Totals {
  const t = new Map<string, number>();
  for (const l of lines) {
    const key = l.modifiers.includes("JW") ? `${l.code}-JW` : l.code;
    t.set(key, (t.get(key) ?? 0) + units(l));
  }
  return t;
}

export const sameTotals = (a: Totals, b: Totals): boolean =>
  a.size === b.size && [...a].every(([code, n]) => b.get(code) === n);

/** Sides and fingers as one sorted list: 50 is both sides; 59 and the X modifiers only separate lines, and are left out. */
function modifiers(lines: readonly CodeLabel[]): string {
  const list = lines.flatMap((l) =>
    l.modifiers.flatMap((m) =>
      m === "50" ? [`${l.code}-LT`, `${l.code}-RT`] : m === "59" || /^X[EPSU]$/.test(m) ? [] : [`${l.code}-${m}`],
    ),
  );
  return list.sort().join(" ");
}

/** The next code up: what supports it supports the code too. */
const UP: Readonly<Record<string, string>> = {
  "20552": "20553",
  "20560": "20561",
  "20600": "20604",
  "20605": "20606",
  "20610": "20611",
};

/** Does every unit of `claim` find its own unit in `support` of the same or the next code up? */
export function supports(support: Totals, claim: Totals): boolean {
  const left = new Map(support);
  const take = (code: string, n: number): number => {
    const used = Math.min(n, left.get(code) ?? 0);
    left.set(code, (left.get(code) ?? 0) - used);
    return n - used;
  };
  // Codes without a next one up can be met by themselves only, so they are served first.
  const claims = [...claim].sort(([a], [b]) => Number(a in UP) - Number(b in UP));
  return claims.every(([code, n]) => {
    const rest = take(code, n);
    const up = UP[code];
    return rest === 0 || (up !== undefined && take(up, rest) === 0);
  });
}

export interface Verdict {
  readonly got: View;
  /** The labelled answer it was held against: the one it equals, or the nearest. */
  readonly want: Answer;
  /** Status, codes and units. */
  readonly exact: boolean;
  readonly codesRight: boolean;
  readonly statusRight: boolean;
  /** Null when the codes differ or the modifiers are not labelled. */
  readonly modifiersRight: boolean | null;
  /** Null when not labelled. */
  readonly companionsRight: boolean | null;
  /** Everything the set labels, codes of other families included (visits left out). */
  readonly allRight: boolean;
  readonly overCoded: boolean;
  readonly underCoded: boolean;
  readonly overCompanion: boolean;
  readonly needlessQuery: boolean;
  readonly missedQuery: boolean;
  /** Family code units: right, not supported, left out. */
  readonly units: readonly [hit: number, extra: number, missed: number];
}

const isVisit = (l: CodeLabel): boolean => l.code === "992xx";

/** Sets whose labels speak of their own families only; cases and our own notes label every code. */
const LIMITED = new Set<Sample["set"]>(["written", "real"]);

export function judge(sample: Sample, d: Answered): Verdict {
  const got = view(d, LIMITED.has(sample.set));
  const codes = totals(got.codes);
  const companions = totals(got.companions);
  const codesOf = (a: Answer): Totals => totals(a.codes);
  // A case may ask about other families only; then nothing of ours is the right answer in these families.
  const statusFits = (a: Answer): boolean =>
    a.status === got.status || (a.status === "determined" && a.codes.length === 0 && got.status === "none");
  const companionsFit = (a: Answer): boolean => a.companions === null || sameTotals(totals(a.companions), companions);

  const want = best(sample.answers, (a) => {
    const [hit, extra, missed] = overlap(codes, codesOf(a));
    return (
      1000 * Number(statusFits(a) && sameTotals(codesOf(a), codes)) +
      100 * Number(companionsFit(a)) +
      20 * Number(statusFits(a)) +
      10 * (hit - extra - missed) +
      Number(modifiers(a.codes) === modifiers(got.codes))
    );
  });
  const codesRight = sample.answers.some((a) => sameTotals(codesOf(a), codes));
  const statusRight = sample.answers.some(statusFits);
  const exact = sample.answers.some((a) => statusFits(a) && sameTotals(codesOf(a), codes));
  const companionsRight = want.companions === null ? null : companionsFit(want);
  const elsewhere = (want.elsewhere ?? []).filter((l) => !isVisit(l));
  const queryFits = sample.answers.some((a) => a.status === "query");
  const onlyQuery = sample.answers.every((a) => a.status === "query");
  return {
    got,
    want,
    exact,
    codesRight,
    statusRight,
    modifiersRight: exact && sample.modifiersLabelled ? modifiers(want.codes) === modifiers(got.codes) : null,
    companionsRight,
    allRight:
      exact &&
      companionsRight !== false &&
      ((sample.set !== "cases" && sample.set !== "own") || sameTotals(totals(elsewhere), totals(got.elsewhere))),
    overCoded: !sample.answers.some((a) => supports(codesOf(a), codes)),
    underCoded: (got.status !== "query" || queryFits) && !sample.answers.some((a) => supports(codes, codesOf(a))),
    overCompanion:
      want.companions !== null &&
      ![...companions].every(([c, n]) => sample.answers.some((a) => (totals(a.companions ?? []).get(c) ?? 0) >= n)),
    needlessQuery: got.status === "query" && !queryFits,
    missedQuery: got.status !== "query" && onlyQuery,
    units: overlap(codes, codesOf(want)),
  };
}

/** Units in both, in the first only, in the second only. */
export function overlap(got: Totals, want: Totals): [hit: number, extra: number, missed: number] {
  const sum = (t: Totals): number => [...t.values()].reduce((a, b) => a + b, 0);
  let hit = 0;
  for (const [code, n] of got) hit += Math.min(n, want.get(code) ?? 0);
  return [hit, sum(got) - hit, sum(want) - hit];
}

function best<T>(items: readonly [T, ...T[]], score: (item: T) => number): T {
  return items.reduce((a, b) => (score(b) > score(a) ? b : a));
}

/** `20552x1 20610-RTx1`. */
export const printLines = (lines: readonly CodeLabel[]): string =>
  lines.map((l) => `${[l.code, ...l.modifiers].join("-")}x${l.units}`).join(" ") || "nothing";
