/**
 * A structure that a description of the procedure only names counts as treated for want of better words. Where the same
 * description says of another structure that it was treated, by a verb, an amount or a box, there are better words, and
 * what it only names is not counted.
 */
import { isTreated, type Work } from "./work.ts";

const NAMED = "section procedure";
/** Reasons that rest on no word of doing at the structure itself. */
const WEAK = new Set([NAMED, "list"]);
/** Reason of a structure that is named where it twitched: told of already, where anything else in its section is. */
export const RESPONSE = "response";

/** Takes back the status of structures that are only named, where other sentences of the section tell what was done to others. */
export function withoutBareNames(work: readonly Work[]): void {
  const bare = work.filter(
    (w) => (w.verdict.because === NAMED || w.verdict.because === RESPONSE) && w.draft.sites === null && isTreated(w),
  );
  if (bare.length === 0) return;
  const sections = new Set<number>();
  const sentences = new Set<number>();
  const others = new Set<number>();
  for (const { draft, seg, verdict } of work.filter((w) => isTreated(w) && w.verdict.because !== RESPONSE)) {
    others.add(seg.sectionNo);
    if (WEAK.has(verdict.because)) continue;
    sentences.add(draft.segment);
    if (verdict.verb || verdict.because === "dose beside") sections.add(seg.sectionNo);
  }
  for (const w of bare)
    // A list goes on in its own sentence with what was said of its first.
    if ((w.verdict.because === RESPONSE ? others : sections).has(w.seg.sectionNo) && !sentences.has(w.draft.segment))
      w.verdict = { ...w.verdict, status: "other" };
}
