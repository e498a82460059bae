/** Counts over a group of scored samples: what is printed, kept in the history, and given as JSON. */
import type { Scored } from "./score.ts";
import { Tallies } from "./tally.ts";

export interface Summary {
  readonly notes: number;
  /** Status, codes and units. */
  readonly exact: number;
  readonly codes: number;
  readonly status: number;
  /** Of the exact ones whose modifiers are labelled. */
  readonly modifiers: readonly [right: number, of: number];
  readonly companions: readonly [right: number, of: number];
  readonly overCoded: number;
  readonly underCoded: number;
  readonly overCompanion: number;
  readonly needlessQuery: number;
  /** Samples for which no question is among the right answers. */
  readonly noQueryDue: number;
  readonly missedQuery: number;
  /** Samples for which a question is the only right answer. */
  readonly queryDue: number;
  readonly everything: number;
}

export function summarise(scored: readonly Scored[]): Summary {
  const count = (test: (s: Scored) => boolean): number => scored.filter(test).length;
  const ratio = (pick: (s: Scored) => boolean | null): [number, number] => [
    count((s) => pick(s) === true),
    count((s) => pick(s) !== null),
  ];
  return {
    notes: scored.length,
    exact: count((s) => s.verdict.exact),
    codes: count((s) => s.verdict.codesRight),
    status: count((s) => s.verdict.statusRight),
    modifiers: ratio((s) => s.verdict.modifiersRight),
    companions: ratio((s) => s.verdict.companionsRight),
    overCoded: count((s) => s.verdict.overCoded),
    underCoded: count((s) => s.verdict.underCoded),
    overCompanion: count((s) => s.verdict.overCompanion),
    needlessQuery: count((s) => s.verdict.needlessQuery),
    noQueryDue: count((s) => s.sample.answers.every((a) => a.status !== "query")),
    missedQuery: count((s) => s.verdict.missedQuery),
    queryDue: count((s) => s.sample.answers.every((a) => a.status === "query")),
    everything: count((s) => s.verdict.allRight),
  };
}

export function attributes(scored: readonly Scored[]): Tallies {
  return scored.reduce((all, s) => all.merge(s.attributes), new Tallies());
}

/** Groups in order of first use. */
export function groupBy(scored: readonly Scored[], keys: (s: Scored) => readonly string[]): Map<string, Scored[]> {
  const groups = new Map<string, Scored[]>();
  for (const s of scored) for (const key of keys(s)) groups.set(key, [...(groups.get(key) ?? []), s]);
  return groups;
}
