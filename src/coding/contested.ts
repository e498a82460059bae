/**
 * Conventions as readings. A convention of the book that says how to count is given its meaning here: each
 * of its positions is a way of counting. The organisation's choice, else the book's default, is applied; the
 * other positions are worked out too and shown whenever the point is touched.
 */
import type { Range } from "../base/range.ts";
import type { Convention, CountedThing, Position } from "../rulebook/types.ts";
import type { Contested } from "./determination.ts";
import type { Way } from "./sites.ts";

/** Letter of the convention, what must be counted for it to be touched, and what each position changes. */
const MEANING: Readonly<
  Record<string, { readonly counts: CountedThing; readonly positions: Readonly<Record<string, Partial<Way>>> }>
> = {
  A: { counts: "muscle", positions: { "by-side": { by: "side" }, "by-name": { by: "name" } } },
  C: {
    counts: "muscle",
    positions: { bounded: { words: "bounded" }, "names-only": { words: "none" }, "one-each": { words: "one" } },
  },
  D: { counts: "muscle-group", positions: { "by-region": { by: "group" }, "by-muscle": { by: "side" } } },
};

export interface Stand {
  readonly position: Position;
  readonly changes: Partial<Way>;
  readonly citations: readonly string[];
}

export interface Contest {
  readonly convention: Convention;
  readonly counts: CountedThing;
  /** It is about group words only. */
  readonly aboutWords: boolean;
  readonly stands: readonly Stand[];
}

/**
 * The conventions that say how to count, in the order of the book. Of the others the engine applies none: they are
 * there to be read.
 */
export function compileContests(conventions: readonly Convention[]): readonly Contest[] {
  return conventions.flatMap((convention) => {
    const known = MEANING[convention.letter.replace(/^CP-/i, "").toUpperCase()];
    if (known === undefined) return [];
    const stands = convention.positions.flatMap((position) => {
      const changes = known.positions[position.id];
      return changes === undefined
        ? []
        : [{ position, changes, citations: [...new Set(position.cite.map((c) => c.source))] }];
    });
    return stands.length < 2
      ? []
      : [{ convention, counts: known.counts, aboutWords: stands.every((s) => s.changes.by === undefined), stands }];
  });
}

/** The position that applies: the organisation's, else the book's default; undefined when nothing is chosen. */
export function applied(contest: Contest, choices: Readonly<Record<string, string>> | undefined): Stand | undefined {
  const chosen = choices?.[contest.convention.id];
  return (
    contest.stands.find((s) => s.position.id === chosen) ??
    contest.stands.find((s) => s.position.id === contest.convention.default)
  );
}

export interface Reached {
  readonly count: Range;
  readonly codes: readonly string[];
}

/** The point and its answers; `codes` are all codes that a position leaves possible. */
export function contestedBy(contest: Contest, position: string, reached: readonly Reached[]): Contested {
  const first = reached[0]!.codes.join();
  return {
    convention: contest.convention.id,
    asks: contest.convention.asks,
    answers: contest.stands.map((s, i) => ({
      position: s.position.id,
      says: s.position.says,
      codes: reached[i]!.codes,
      count: reached[i]!.count,
      citations: s.citations,
    })),
    applied: position,
    matters: reached.some((r) => r.codes.join() !== first),
  };
}
