/** "The ipsilateral piriformis", "piriformis on the other side": the side named last before, or the one opposite. */
import type { Side } from "../facts.ts";
import { MUSCLES, type Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import type { Draft } from "../structures/mentions.ts";
import { hitBefore, hitFrom, holds, type Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { isLetterSide } from "../structures/side-near.ts";
import { OPPOSITE } from "./sides.ts";

/** Tokens between the words and the structure they govern, at most. */
const REACH = 12;

/** "The other trapezius" may be another place in it; "the other knee" is the other side's. */

/** Gives their side to the structures without one that such words govern. `sideless` is in order of the note. */
export function sameOrOther(p: Page, sideless: readonly Work[]): void {
  let next = 0;
  let last: Side = "unspecified";
  for (const { draft, seg } of sideless) {
    const hit = holds(p, draft.segment, MEANS.reference) ? pointing(p, draft, seg) : null;
    const otherOne = hit === null && !MUSCLES.has(draft.kind) && /^other$/i.test(p.t.textOf(draft.from - 1));
    if (hit === null && !otherOne) continue;
    const at = Math.min(hit?.from ?? draft.from, draft.from);
    for (; next < p.hits.length && (p.hits[next] as Hit).from < at; next++)
      last = sideOf(p, p.hits[next] as Hit) ?? last;
    draft.side = hit?.entry.by.reference?.gives === "same-side" ? last : (OPPOSITE[last] ?? "unspecified");
  }
}

function sideOf(p: Page, hit: Hit): Side | undefined {
  const cue = hit.entry.by.side;
  return cue === undefined || (cue.bare === true && !isLetterSide(p, hit)) ? undefined : (cue.gives as Side);
}

/** The words near a structure in its segment, with no other side between; those before it first. */
function pointing(p: Page, { from, to }: Draft, seg: Segment): Hit | null {
  for (let k = from; k > seg.from && from - k < REACH; k--) {
    const hit = hitBefore(p, k);
    if (hit?.entry.by.side !== undefined) break;
    if (hit !== undefined && points(hit)) return hit;
  }
  for (let k = to; k < seg.to && k - to < REACH; k++) {
    const hit = hitFrom(p, k);
    if (hit?.entry.by.side !== undefined) break;
    if (hit !== undefined && points(hit)) return hit;
  }
  return null;
}

const points = (hit: Hit): boolean => /^(?:same|other)-side$/.test(hit.entry.by.reference?.gives ?? "");
