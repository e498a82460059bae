/** The counts of one family's elements by every way of counting, each worked out once. */
import type { Range } from "../base/range.ts";
import type { Element } from "./elements.ts";
import type { Tally } from "./readings.ts";
import { WAYS, type Way } from "./sites.ts";
import { narrow, NOTHING_STATED, type Stated } from "./stated.ts";

export interface Ranges {
  /** What the words give, whatever numbers the note states. */
  words(way: Way): Range;
  /** The same as far as the stated numbers narrow it. `only`: see `Tally`. */
  narrowed(way: Way, only?: number): Range;
}

/** The counts of `elements`, worked out when asked for; `stated` is the count that the note gives itself. */
export function rangesOf(elements: readonly Element[], tally: Tally, stated: Stated): Ranges {
  const known: Range[] = [];
  const words = (way: Way): Range => (known[way.index] ??= tally(elements, way));
  return {
    words,
    narrowed(way, only) {
      const range = only === undefined ? words(way) : tally(elements, way, only);
      return stated === NOTHING_STATED ? range : narrow(range, named(way), stated);
    },
  };

  /** The most that certain words with a known end can name. */
  function named(way: Way): number {
    if (stated.counted.length === 0) return 0;
    return (
      tally(
        elements.filter((e) => e.sure && e.many !== "place" && !e.open),
        way,
      ).max ?? 0
    );
  }
}

/** Muscles with their side: left and right are two. */
export const BY_SIDE: Way = WAYS.side.bounded;
/** Names of muscles, whatever the side. */
export const BY_NAME: Way = WAYS.name.bounded;
/** The muscle groups of 2002. */
export const BY_GROUP: Way = WAYS.group.bounded;
