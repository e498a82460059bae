/** Places that are read as their joints, where the note speaks of "the joint" or "both joints" and names none. */
import type { Segment } from "../page/layout.ts";
import { sibling } from "../structures/siblings.ts";
import type { Page } from "../page/page.ts";
import type { Work } from "../structures/work.ts";

/** "Left knee and right shoulder ... both joints": a place named beside is its joint. */
export function placesAsJoints(p: Page, work: Work[], at: number, no: number): void {
  for (let i = work.length - 1; i >= 0; i--) {
    const w = work[i] as Work;
    if (w.draft.from >= at) continue;
    if (w.draft.segment < no - 1) return;
    asJoint(p, work, i);
  }
}

/** "The right shoulder was prepped ... into the joint": the one place named in the section, where no joint is named. */
export function placeAsJoint(p: Page, work: Work[], at: number, seg: Segment): void {
  let found = -1;
  for (let i = work.length - 1; i >= 0; i--) {
    const { draft, seg: its } = work[i] as Work;
    if (draft.from >= at) continue;
    if (its.sectionNo !== seg.sectionNo) break;
    if (draft.kind === "joint") return;
    if (draft.kind !== "region") continue;
    if (found >= 0 && draft.id !== (work[found] as Work).draft.id) return;
    if (found < 0) found = i;
  }
  if (found >= 0) asJoint(p, work, found);
}

/** Makes the place a joint, where its joint is known. */
function asJoint(p: Page, work: Work[], i: number): void {
  const w = work[i] as Work;
  const base = w.draft.kind === "region" ? w.draft.structure : null;
  const joint = base === null ? null : sibling(p, base, "joint");
  if (joint !== null) work[i] = { ...w, draft: { ...w.draft, id: joint.id, structure: joint, kind: joint.kind } };
}
