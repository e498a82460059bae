/**
 * Numbers the note states about the session as a whole. A number of injections or trigger points is
 * never a number of muscles; it is the most muscles there can be. A number of muscles narrows the count as
 * far as the names allow; when they do not, the names decide and the number is reported as a conflict.
 */
import type { Range } from "../base/range.ts";
import type { CountFact } from "../note/facts.ts";
import type { CountedThing } from "../rulebook/types.ts";
import { sameService, type Session } from "./sessions.ts";

/** "At two sites" is mostly said of one muscle; these two are said of a session. */
const BOUNDS: readonly CountFact["of"][] = ["injections", "trigger-points"];

export interface Stated {
  /** The least of the totals, each of which bounds the muscles from above; null when none is stated. */
  readonly total: CountFact | null;
  /** Stated numbers of what is counted. */
  readonly counted: readonly CountFact[];
}

/** The note states no number. */
export const NOTHING_STATED: Stated = { total: null, counted: [] };

/**
 * What is stated about a count (`counts`: what the family counts, null when nothing). With `alone` false another
 * family counts muscles too, and only numbers of the same procedure are believed. A number of injections is never one
 * of muscles (source `cpt-changes-2003`).
 */
export function statedOf(
  session: Session,
  counts: CountedThing | null,
  service: number | undefined,
  alone: boolean,
): Stated {
  if (session.counts.length === 0) return NOTHING_STATED;
  const named: CountFact["of"] | null =
    counts === "muscle" ? "muscles" : counts === "muscle-group" ? "muscle-groups" : null;
  const largest = new Map<CountFact["of"], CountFact>();
  const counted: CountFact[] = [];
  for (const fact of session.counts) {
    if (!sameService(fact.service, service)) continue;
    if (BOUNDS.includes(fact.of) && fact.value > 0) {
      // Totals that differ may be parts of one another: the largest is the safe bound.
      const before = largest.get(fact.of);
      if (before === undefined || fact.value > before.value) largest.set(fact.of, fact);
    } else if (fact.of === named && (alone || (service !== undefined && fact.service === service))) counted.push(fact);
  }
  let total: CountFact | null = null;
  for (const fact of largest.values()) if (total === null || fact.value < total.value) total = fact;
  return { total, counted };
}

/**
 * The range as far as the stated numbers narrow it. A number of muscles is the most there are; it is also the
 * least as far as the words name so many. It names no muscle itself (three muscles "of the neck" have no
 * names), and it settles nothing that may not have been treated at all, for it may come from the very heading
 * in doubt. `named` is the most that certain words with a known end can name.
 */
export function narrow(range: Range, named: number, stated: Stated): Range {
  let { min, max } = range;
  const total = stated.total?.value;
  if (total !== undefined && total >= min && (max === null || total < max)) max = total;
  const inside = stated.counted.map((c) => c.value).filter((n) => n >= min && (max === null || n <= max));
  if (inside.length > 0) {
    max = Math.max(...inside);
    min = Math.max(min, Math.min(named, ...inside));
  }
  return { min, max };
}

/** Is the number one of the range? Both ends belong to it. */
export function holds(range: Range, n: number): boolean {
  return n >= range.min && (range.max === null || n <= range.max);
}
