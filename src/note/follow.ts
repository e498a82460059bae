/** Follows words that point back, and gives what they point to the status they tell of. */
import type { Work } from "./finish.ts";
import type { Segment } from "./layout.ts";
import { MEANS } from "./lexicon.ts";
import { holds, type Page } from "./mentions.ts";
import { Antecedents } from "./references.ts";
import type { Hit } from "./scan.ts";
import { sideIn } from "./sides.ts";

/** Back references: "each of the above was injected", "the same on the left". Gives the work in note order. */
export function follow(p: Page, work: readonly Work[]): Work[] {
  const before = new Antecedents(work);
  const added: Work[] = [];
  p.segments.forEach((seg, no) => {
    if (!holds(p, no, MEANS.reference)) return;
    if (seg.section === "history" || seg.section === "copied" || seg.section === "consent" || seg.section === "plan")
      return;
    for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
      const hit = p.hits[h] as Hit;
      const cue = hit.entry.by.reference;
      if (cue === undefined) continue;
      if (cue.gives === "same") {
        const again = sameAgain(p, hit, no, before, added[added.length - 1]);
        if (again !== null) added.push(again);
        continue;
      }
      const act = cue.gives === "these-injected" ? "injected" : doingAfter(p, hit.to, seg.to);
      // After "the same on the left" the words mean that one, which is told of already.
      if (act === null || added.some((w) => w.draft.kind !== "region")) continue;
      before.tell(no, hit.from, { status: act, because: cue.id, verb: true });
    }
  });
  before.end();
  return [...work, ...added].sort((a, b) => a.draft.from - b.draft.from);
}

/** The structure injected last, on the side that "the same" names; null when the words name another. */
function sameAgain(p: Page, hit: Hit, no: number, before: Antecedents, added: Work | undefined): Work | null {
  const seg = p.segments[no] as Segment;
  before.upTo(no);
  const last = added ?? before.injected;
  const side = sideIn(p, hit.to, Math.min(seg.to, hit.to + 2));
  const { latest } = before;
  const another = latest !== null && latest.draft.segment === no && latest.draft.from >= hit.to;
  if (last === null || side === "unspecified" || another) return null;
  return {
    draft: { ...last.draft, side, ownSide: true, from: hit.from, to: hit.to, segment: no, sites: null },
    verdict: last.verdict,
    seg,
  };
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
