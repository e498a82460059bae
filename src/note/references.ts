/** "Each of the above was injected": finds what the words point back to. */
import type { Segment } from "./layout.ts";
import type { Draft } from "./mentions.ts";

/** A draft with what has been decided about it so far. */
export interface Placed<V> {
  readonly draft: Draft;
  verdict: V;
}

/**
 * The structures a back reference means: the last list of items before it when there is one, else the
 * structures of the nearest earlier segment that names any. Only those the note has examined.
 */
export function antecedents<V extends { status: string }>(
  placed: readonly Placed<V>[],
  segments: readonly Segment[],
  at: number,
): Placed<V>[] {
  const earlier = placed.filter(
    (x) =>
      x.draft.segment <= at &&
      x.draft.kind !== "region" &&
      (x.verdict.status === "examined" ||
        x.verdict.status === "other" ||
        x.verdict.status === "planned" ||
        x.verdict.status === "needled"),
  );
  const named = placed.filter((x) => x.draft.segment <= at && x.draft.kind !== "region");
  const latest = named[named.length - 1];
  if (latest !== undefined && latest.verdict.status === "injected") return [];
  const last = earlier[earlier.length - 1];
  if (last === undefined) return [];
  const lastSegment = segments[last.draft.segment] as Segment;
  const items = earlier.filter((x) => (segments[x.draft.segment] as Segment).kind === "item");
  const lastItem = items[items.length - 1];
  if (lastItem !== undefined && at - lastItem.draft.segment <= 12) {
    // The unbroken run of items that ends there.
    const run: Placed<V>[] = [];
    let expect = lastItem.draft.segment;
    for (let i = items.length - 1; i >= 0; i--) {
      const x = items[i] as Placed<V>;
      if (expect - x.draft.segment > 1) break;
      expect = x.draft.segment;
      run.unshift(x);
    }
    if (lastSegment.kind === "item" || run.length >= 2) return run;
  }
  return earlier.filter((x) => x.draft.segment === last.draft.segment);
}
