/** Makes the page of a note: its phrases found, its broken lines mended, its segments cut. */
import { withoutChoices } from "../lexicon/choices.ts";
import { tellEarlier } from "./earlier.ts";
import { layout, type Segment } from "./layout.ts";
import { MEANS, type Lexicon } from "../lexicon/lexicon.ts";
import type { Page, Walk } from "./page.ts";
import { scan, type Hit } from "../lexicon/scan.ts";
import { HAS, WORD, type Tokens } from "../text/tokens.ts";
import { unwrap } from "./wraps.ts";

/** The arrays of a page, for one note after another: each fills them anew. */
export class Room {
  private readonly arrays = Array.from({ length: 6 }, () => new Int32Array(0));

  /** Array `which`, with at least `length` places and `value` in each of them. */
  filled(which: 0 | 1 | 2 | 3 | 4 | 5, length: number, value: number): Int32Array {
    let array = this.arrays[which] as Int32Array<ArrayBuffer>;
    if (array.length < length) this.arrays[which] = array = new Int32Array(2 * length);
    return array.fill(value, 0, length);
  }
}

/** The page of a note whose tokens are ready; it is good until the next one is made in the same room. */
export function pageOf(lex: Lexicon, t: Tokens, room: Room, again = false): Page {
  const hits = withoutChoices(t, scan(lex, t));
  const hitAt = room.filled(0, t.n + 2, -1);
  const hitEnd = room.filled(1, t.n + 2, -1);
  const means = room.filled(4, hits.length + 1, 0);
  let held = 0;
  for (let i = 0; i < hits.length; i++) {
    const { from, to, bits } = hits[i] as Hit;
    hitAt[from] = i;
    hitEnd[to] = i;
    means[i] = bits;
    held |= bits;
  }
  if (unwrap(lex, t, hits, hitAt) && !again) return pageOf(lex, t, room, true);
  const segments = layout(t, hits, hitAt);
  const ranges = room.filled(2, 2 * segments.length + 2, hits.length);
  const bits = room.filled(3, segments.length + 1, 0);
  rangesOf(segments, hits, means, ranges, bits);
  const deeds = room.filled(5, segments.length + 1, 0);
  deedsOf(lex, t, segments, deeds);
  const page: Page = {
    lex,
    t,
    hits,
    hitAt,
    hitEnd,
    segments,
    ranges,
    means,
    bits,
    deeds,
    named: namesOf(hits),
    walks: { before: noWalk(), after: noWalk() },
    hasAct: (held & (MEANS.act | MEANS.substance)) !== 0 || ((held & MEANS.statement) !== 0 && hits.some(asksCode)),
    ticks: t.has(HAS.box),
  };
  tellEarlier(page, segments);
  return page;
}

function asksCode({ entry }: Hit): boolean {
  return entry.by.statement?.gives === "coding-question";
}

/** Which hits each segment holds, and what they mean together. */
function rangesOf(
  segments: readonly Segment[],
  hits: readonly Hit[],
  means: Int32Array,
  ranges: Int32Array,
  bits: Int32Array,
): void {
  const end = hits.length;
  let h = 0;
  let at = end > 0 ? (hits[0] as Hit).from : 0;
  for (let i = 0; i < segments.length; i++) {
    const { from, to } = segments[i] as Segment;
    let held = 0;
    while (h < end && at < from) if (++h < end) at = (hits[h] as Hit).from;
    ranges[2 * i] = h;
    while (h < end && at < to) {
      held |= means[h] as number;
      if (++h < end) at = (hits[h] as Hit).from;
    }
    bits[i] = held;
    ranges[2 * i + 1] = h;
  }
}

/** What the single words of each segment show together of a deed. */
function deedsOf(lex: Lexicon, t: Tokens, segments: readonly Segment[], deeds: Int32Array): void {
  for (let i = 0; i < segments.length; i++) {
    const { from, to } = segments[i] as Segment;
    let held = 0;
    for (let k = from; k < to; k++) if (t.type[k] === WORD) held |= lex.deeds[t.id[k] as number] as number;
    deeds[i] = held;
  }
}

const noWalk = (): Walk => ({ low: 1, high: 0, side: "unspecified" });

/** Asked only where a word has several meanings, so gathered only then. */
function namesOf(hits: readonly Hit[]): () => ReadonlySet<string> {
  let names: Set<string> | undefined;
  return () => {
    if (names !== undefined) return names;
    names = new Set<string>();
    for (const { entry, bits } of hits) if ((bits & MEANS.term) !== 0) for (const id of entry.sole) names.add(id);
    return names;
  };
}
