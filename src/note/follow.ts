/** Follows words that point back, and gives what they point to the status they tell of. */
import type { SubstanceFact } from "./facts.ts";
import type { Work } from "./finish.ts";
import type { Page } from "./mentions.ts";
import { antecedents } from "./references.ts";
import type { Hit } from "./scan.ts";
import { sideIn } from "./sides.ts";
import type { Verdict } from "./status.ts";

/** Back references: "each of the above was injected", "the same on the left". */
export function follow(p: Page, work: Work[], given: readonly SubstanceFact[]): void {
  p.segments.forEach((seg, no) => {
    if (seg.section === "history" || seg.section === "copied" || seg.section === "consent" || seg.section === "plan")
      return;
    for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
      const hit = p.hits[h] as Hit;
      const cue = hit.entry.by.reference;
      if (cue === undefined) continue;
      if (cue.gives === "same") {
        const last = work.filter((w) => w.draft.segment <= no && w.verdict.status === "injected").pop();
        const side = sideIn(p, hit.to, Math.min(seg.to, hit.to + 2));
        if (
          last !== undefined &&
          side !== "unspecified" &&
          !work.some((w) => w.draft.segment === no && w.draft.from >= hit.to && w.draft.kind !== "region")
        )
          work.push({
            draft: { ...last.draft, side, ownSide: true, from: hit.from, to: hit.to, segment: no, sites: null },
            verdict: last.verdict,
            seg,
          });
        continue;
      }
      const act = cue.gives === "these-injected" ? "injected" : doingAfter(p, hit.to, seg.to);
      if (act === null) continue;
      const verdict: Verdict = {
        status: act === "needled" && given.length === 0 ? "needled" : act,
        because: cue.id,
        verb: true,
      };
      for (const w of antecedents(work, p.segments, no)) if (w.draft.from < hit.from) w.verdict = verdict;
    }
  });
  work.sort((a, b) => a.draft.from - b.draft.from);
}

function doingAfter(p: Page, from: number, to: number): "injected" | "needled" | null {
  for (let k = from; k < Math.min(to, from + 25); k++) {
    const at = p.hitAt[k] as number;
    if (at < 0) continue;
    const hit = p.hits[at] as Hit;
    const status = hit.entry.by.status;
    if (status?.gives === "not" && !status.pseudo) return null;
    const act = hit.entry.by.act?.gives;
    if (act === "injected" || act === "needled") return act;
    k = hit.to - 1;
  }
  return null;
}
