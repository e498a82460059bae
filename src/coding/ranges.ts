/** The counts of one family's elements by every way of counting, each worked out once. */
import type { Range } from "../base/range.ts";
import type { Element } from "./elements.ts";
import { MUSCLES, SIDE } from "./mentions.ts";
import type { Tally } from "./readings.ts";
import { WAYS, type Way } from "./sites.ts";
import { narrow, NOTHING_STATED, type Stated } from "./stated.ts";

export interface Ranges {
  /** What the words give, whatever numbers the note states. */
  words(way: Way): Range;
  /** The same as far as the stated numbers narrow it. `only`: see `Tally`. */
  narrowed(way: Way, only?: number): Range;
}

export function rangesOf(elements: readonly Element[], tally: Tally, stated: Stated): Ranges {
  const known: Range[] = [];
  const words = (way: Way): Range => (known[way.index] ??= tally(elements, way));
  return {
    words,
    narrowed(way, only) {
      const range = only === undefined ? words(way) : tally(elements, way, only);
      return stated === NOTHING_STATED ? range : narrow(range, certain(way), stated);
    },
  };

  /** Without what may not have been treated at all. */
  function certain(way: Way): Range {
    return elements.every((e) => e.sure) ? words(way) : tally(elements, way, MUSCLES | SIDE);
  }
}

export const BY_SIDE: Way = WAYS.side.bounded;
export const BY_NAME: Way = WAYS.name.bounded;
export const BY_GROUP: Way = WAYS.group.bounded;
