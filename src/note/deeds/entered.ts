/**
 * A place entered in a form ("Location: right elbow") where the note names an injection or a needling and tells of
 * nothing more exact: it was treated there, and what was treated is asked. "Joint injection" says that it was the joint.
 */
import { isTreated, type Work } from "../structures/work.ts";
import type { Given } from "../given/given.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { sibling } from "../structures/siblings.ts";
import { hitFrom, some, type Page } from "../page/page.ts";
import type { SectionSigns } from "../status/signs.ts";
import { MARK } from "../text/tokens.ts";

/** Gives the places entered in fields of the procedure their status, where nothing else in the note was treated. */
export function enteredPlaces(
  p: Page,
  work: Work[],
  note: SectionSigns,
  says: ReadonlyMap<string, number>,
  given: Given,
): void {
  if (work.length === 0 || (says.get("not-performed") ?? 0) > 0 || work.some(isTreated)) return;
  const injected = note.injection + note.injected > 0 && given.drugs;
  const needled = note.needling + note.needled > 0 && !given.drugs;
  if (!(injected || needled)) return;
  // "Route: IM": the place is where a drug went in, no structure.
  if (p.segments.some((_, no) => some(p, no, MEANS.status, ({ status }) => status?.gives === "route"))) return;
  const joint = injected && p.segments.some((seg, no) => seg.section === "procedure" && namesJoint(p, no));
  work.forEach((w, i) => {
    if (w.draft.kind !== "region" || w.verdict.because !== "section procedure" || !fills(p, w)) return;
    const base = w.draft.id === null ? undefined : p.lex.structures[w.draft.id];
    const meant = joint && base !== undefined ? sibling(p, base, "joint") : null;
    const draft = meant === null ? w.draft : { ...w.draft, id: meant.id, structure: meant, kind: meant.kind };
    work[i] = {
      ...w,
      draft,
      verdict: { status: needled ? "needled" : "injected", because: "place entered", verb: false },
    };
  });
}

/** Does the place, with a side or a part of it, fill its field? */
function fills(p: Page, { draft, seg }: Work): boolean {
  if (seg.labelEnd <= seg.from) return false;
  for (let k = seg.labelEnd + 1; k < seg.to;) {
    const hit = hitFrom(p, k);
    if (k === draft.from) k = draft.to;
    else if (hit !== undefined && (hit.entry.by.side ?? hit.entry.by.part ?? hit.entry.terms[0]) !== undefined)
      k = hit.to;
    else if (p.t.type[k] === MARK) k++;
    else return false;
  }
  return true;
}

/** "Joint injection", "joint aspiration", "arthrocentesis". */
function namesJoint(p: Page, no: number): boolean {
  const seg = p.segments[no];
  if (seg === undefined || !some(p, no, MEANS.act, () => true)) return false;
  for (let k = seg.from; k < seg.to; k++) {
    const hit = hitFrom(p, k);
    if (hit?.entry.by.head?.gives === "joint" && hitFrom(p, hit.to)?.entry.by.act !== undefined) return true;
    // "Arthrocentesis", "Large Joint Inj/Asp": one phrase.
    if (hit?.entry.by.part?.id === "within-joint") return true;
  }
  return false;
}
