/** Two spans side by side, and several as one. */
import type { IsoDate, Span } from "../../../base/dates.ts";

/** Is there a day on which both hold? */
export const touch = (a: Span, b: Span): boolean =>
  (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);

/** The first day on which both may hold. For spans that `touch`. */
export const since = (a: Span, b: Span): IsoDate => (a.from > b.from ? a.from : b.from);

/** From the first beginning to the last end. `spans` is not empty. */
export function extent(spans: readonly Span[]): Span {
  let { from, until } = spans[0]!;
  for (const span of spans) {
    if (span.from < from) from = span.from;
    until = until === null || span.until === null ? null : span.until > until ? span.until : until;
  }
  return { from, until };
}

/** Does `outer` hold on every day of `inner`? */
export const covers = (outer: Span, inner: Span): boolean =>
  outer.from <= inner.from && (outer.until === null || (inner.until !== null && inner.until <= outer.until));
