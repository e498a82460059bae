/** Walks the segments in order and gives every structure its status, side and sites. */
import { Above } from "./above.ts";
import { boxesOf, cellOf } from "../structures/cells.ts";
import { chains, type Chain } from "../structures/chains.ts";
import { sitesAfter } from "../given/counts.ts";
import type { SubstanceFact } from "../facts.ts";
import { isDone, type Work } from "../structures/work.ts";
import type { Ground } from "./ground.ts";
import type { Segment } from "../page/layout.ts";
import { mentionsIn, type Draft } from "../structures/mentions.ts";
import { sibling } from "../structures/siblings.ts";
import type { Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { Setting } from "./setting.ts";
import { SidesAbove } from "../sides/side-above.ts";
import { isMuscular } from "./line-shape.ts";
import { statusOf } from "./status.ts";
import type { Verdict } from "../structures/verdict.ts";

/** The structures of a note, each with the segment it stands in and what is said of it. */
export function place(ground: Ground): Work[] {
  const { p } = ground;
  const out: Work[] = [];
  const above = new Above(ground);
  const sides = new SidesAbove(p);
  for (let no = 0; no < p.segments.length; no++) {
    const drafts = mentionsIn(p, no);
    sides.pass(no, drafts.length > 0);
    above.pass(no, drafts, out.length > 0 ? (out[out.length - 1] as Work).verdict.status : undefined);
    if (drafts.length > 0) placeIn(ground, no, drafts, above, sides, out);
  }
  return out;
}

/** Adds the structures of segment `no`. */
function placeIn(
  ground: Ground,
  no: number,
  drafts: readonly Draft[],
  above: Above,
  sides: SidesAbove,
  out: Work[],
): void {
  const { p } = ground;
  const seg = p.segments[no] as Segment;
  const ticks = above.ticksOf(seg);
  const filled = above.sideFilled(seg);
  const setting = new Setting(ground, no, above.handed(no, drafts, ticks, filled));
  const boxes = filled === null ? boxesOf(p, seg, drafts) : null;
  const contrast = onlyContrast(ground.substances[no] as readonly SubstanceFact[]);
  // "Two injections, right leg:" over the list of them.
  const overList = drafts.every(isRegion) && p.t.isMark(seg.to - 1, ":") && listsStructures(p, no + 1);
  if (overList) sides.leadWith((drafts[0] as Draft).side);
  sides.enter(no, ticks, filled);
  let member = 0;
  for (const chain of chains(p, drafts, fieldList(seg, drafts))) {
    const told = statusOf(p, chain, seg, setting);
    const loose = overList || (chain.members.some(isRegion) && !governed(p, chain, seg));
    for (const draft of chain.members) {
      const cell = filled === null ? cellOf(p, seg, drafts, boxes, member++) : null;
      draft.side = sides.of(draft);
      draft.sites = sitesAfter(p, draft, seg);
      out.push(
        workOf(
          ground,
          draft,
          seg,
          cell === null ? told : byCell(cell, told, setting, fillsForm(ground, seg, draft)),
          loose,
          contrast,
        ),
      );
    }
  }
}

/** The structure with its verdict, where it is one to which an injection can go; `loose`: a place that no word of doing governs. */
function workOf(ground: Ground, draft: Draft, seg: Segment, verdict: Verdict, loose: boolean, contrast: boolean): Work {
  const { p, says, given } = ground;
  // What is infiltrated was made numb for something else, unless the note is about trigger points.
  const numbed = !says.has("trigger-point") && verdict.because.startsWith("infiltrate");
  const drained = drainedJoint(p, draft, verdict);
  const region = draft.kind === "region" && drained === null && (loose || contrast || numbed);
  // "Exparel infiltrated into the gluteal muscles at closure": of an operation, and of nothing else.
  const wound = numbed && draft.kind !== "joint" && says.has("surgery") && !given.inSentence(draft.segment, "steroid");
  // An arthrogram is a picture of the joint.
  const picture = (ground.pictured || (contrast && !given.drugs)) && verdict.aspirated !== true;
  const other = region || picture || wound;
  return { draft: drained ?? draft, verdict: other ? { ...verdict, status: "other" } : verdict, seg };
}

/** "The left wrist was aspirated": what is drained in such a place is its joint. */
function drainedJoint(p: Page, draft: Draft, verdict: Verdict): Draft | null {
  if (draft.kind !== "region" || verdict.aspirated !== true || draft.structure === null) return null;
  const joint = sibling(p, draft.structure, "joint");
  return joint === null ? null : { ...draft, id: joint.id, structure: joint, kind: joint.kind };
}

/** Does the segment begin a line that names a structure, no place? */
function listsStructures(p: Page, no: number): boolean {
  return p.segments[no]?.first === true && mentionsIn(p, no).some((d) => !isRegion(d));
}

const isRegion = (d: Draft): boolean => d.kind === "region";

/** "Site: [x] L knee [ ] R knee / Drug: [x] Depo-Medrol": a steroid beside a box tells as an act does, where it is no way into the body. */
const fillsForm = ({ given, notPerformed }: Ground, { section }: Segment, draft: Draft): boolean =>
  section === "procedure" && !isMuscular(draft) && !notPerformed && given.anywhere("steroid", "hyaluronan");

/** The box or value of the structure's own cell decides over what the line says of all of them. */
function byCell(cell: boolean, told: Verdict, setting: Setting, fills: boolean): Verdict {
  if (KEPT.has(told.status)) return told;
  if (!cell)
    return { status: told.status === "declined" ? "declined" : "other", because: "box not ticked", verb: true };
  if (isDone(told.status) || setting.handed.ticks === false) return told;
  if (!setting.ticksTell && !fills) return told;
  return { status: setting.done, because: "box ticked", verb: true };
}

/** A ticked box in a copied text or a history is a box that was ticked then. */
const KEPT = new Set<Verdict["status"]>(["past", "risk"]);

/** "Muscles treated: R gluteus medius; R piriformis": what fills a field is one list, semicolons or not. */
function fieldList(seg: Segment, drafts: readonly Draft[]): boolean {
  return seg.kind === "field" && seg.labelEnd > seg.from && (drafts[0] as Draft).from - seg.labelEnd <= 4;
}

/** Regions count as sites only when an injection is said to go there, or as a line of a list. */
function governed(p: Page, chain: Chain, seg: Segment): boolean {
  if (chain.members.some((d) => d.kind !== "region")) return true;
  if ((seg.kind === "item" || seg.kind === "row") && chain.from - seg.from <= 3) return true;
  for (let k = chain.from; k > seg.from && chain.from - k < 8; k--) {
    const at = p.hitEnd[k] as number;
    if (at < 0) continue;
    const hit = p.hits[at] as Hit;
    // "Three trigger points about the left shoulder girdle each received 1 mL".
    if (hit.entry.by.act !== undefined || hit.entry.by.noun?.gives === "trigger-points") return true;
    if (hit.entry.by.side === undefined && hit.entry.by.part === undefined) break;
  }
  const next = p.hitAt[chain.to] as number;
  return next >= 0 && /^inject(ed|ion)$/.test((p.hits[next] as Hit).entry.by.act?.gives ?? "");
}

/** "Hand injections of contrast": a picture, no treatment. */
function onlyContrast(list: readonly SubstanceFact[]): boolean {
  return list.length > 0 && list.every((s) => s.agent === "contrast");
}
