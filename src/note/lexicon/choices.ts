/**
 * Choices of a template that nobody made: "{right/left/bilateral:12345}". What stands in braces is what could
 * have been said; nothing of it is taken for what was.
 */
import type { Hit } from "./scan.ts";
import { HAS, type Tokens } from "../text/tokens.ts";

/** A list of choices is no longer than this many tokens; a brace that closes later opened something else. */
const LONGEST = 120;

/** The hits that stand outside every pair of braces. */
export function withoutChoices(t: Tokens, hits: Hit[]): Hit[] {
  if (!t.has(HAS.brace)) return hits;
  const spans: [number, number][] = [];
  let open = -1;
  for (let k = 0; k < t.n; k++) {
    if (t.isMark(k, "{")) open = k;
    else if (t.isMark(k, "}") && open >= 0) {
      if (k - open <= LONGEST) spans.push([open, k]);
      open = -1;
    }
  }
  if (spans.length === 0) return hits;
  let s = 0;
  return hits.filter((h) => {
    while (s < spans.length && (spans[s] as [number, number])[1] < h.from) s++;
    const span = spans[s];
    return span === undefined || h.to <= span[0];
  });
}
