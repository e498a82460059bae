/**
 * "Trigger fingers, R ring and L thumb. Each A1 pulley was injected": a structure of which every finger has one, with "each",
 * "both" or "all" before it, means those fingers that were named just before.
 */
import { numberAt } from "../structures/amounts.ts";
import { ASIDE, OPEN } from "./references.ts";
import { ELSEWHERE } from "../page/sections.ts";
import { isTreated, type Work } from "../structures/work.ts";
import { hitBefore, type Page } from "../page/page.ts";
import { isEach, pointedAt } from "../page/single-words.ts";

/** Sentences back over which the fingers are looked for. */
const SENTENCES = 6;

/** Gives the fingers meant what is said of all of them, and takes it from the words that only point. `work` is in order. */
export function eachDigit(p: Page, work: readonly Work[]): void {
  for (let i = 1; i < work.length; i++) {
    const w = work[i] as Work;
    const { draft } = w;
    if (draft.digit !== null || draft.structure?.digits === undefined || !isTreated(w) || !isPointed(p, w)) continue;
    const meant = fingersBefore(work, i);
    if (meant.length < 2 && meant[0]?.draft.side !== "bilateral") continue;
    for (const m of meant) m.verdict = w.verdict;
    w.verdict = { status: "other", because: "restated", verb: true };
  }
}

/** Does "each", "both" or "all three" stand before it, also of a sheath ("each sheath at the A1 pulley"), or is it a plural? "Both" is a side as well. */
function isPointed(p: Page, { draft: { from, to }, seg }: Work): boolean {
  if (hitBefore(p, from)?.entry.by.side?.gives === "bilateral") return true;
  if (pointedAt(p, numberAt(p, from - 1) === null ? from : from - 1) || /s$/i.test(p.t.textOf(to - 1))) return true;
  for (let k = from - 1; k >= Math.max(seg.from, from - SHEATH); k--) if (isEach(p, k)) return true;
  return false;
}

/** Tokens from "each sheath" to the pulley, at most. */
const SHEATH = 5;

/** Those of the same name with a finger of their own, in the sentences right before. */
function fingersBefore(work: readonly Work[], at: number): Work[] {
  const { draft, seg } = work[at] as Work;
  const ids = new Set([draft.id, ...Object.values(draft.structure?.byDigit ?? {})]);
  const out: Work[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const w = work[i] as Work;
    if (draft.segment - w.draft.segment > SENTENCES || CLOSED.has(w.seg.section)) break;
    if (w.seg.sectionNo !== seg.sectionNo && w.seg.section === "plan") continue;
    const fingered = w.draft.digit !== null || w.draft.id !== draft.id;
    if (ids.has(w.draft.id) && fingered && OPEN.has(w.verdict.status) && !ASIDE.has(w.verdict.because)) out.push(w);
  }
  return out;
}

const CLOSED = new Set<string>(ELSEWHERE);
