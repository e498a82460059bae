/**
 * Was a picture of the guidance kept? Asked once a note, and only where something guided the needle. Words for a picture and
 * for keeping it make a statement together; an older picture, or one of another kind of examination, makes none.
 */
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { firstWith, hitFrom, holds, nextWith, saysAny, type Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { isDone, type Work } from "../structures/work.ts";
import { OTHER_DAYS } from "../page/sections.ts";
import { SAYS } from "../lexicon/says.ts";

/** Where pictures are told of that were made before. */
const CLOSED = new Set<string>(OTHER_DAYS);
/** Tokens between the picture and the word of keeping, at most. */
const APART = 9;
/** A denial this many tokens before the words is a denial of them. */
const DENIED = 3;

/** True, false or null (not said). A statement that none was kept wins over one that something was. */
export function imageKept(p: Page, work: readonly Work[]): boolean | null {
  let kept: boolean | null = null;
  for (let no = 0; no < p.segments.length; no++) {
    if (!holds(p, no, MEANS.image)) continue;
    const seg = p.segments[no] as Segment;
    const said = saidIn(p, seg, no);
    if (said === false) return false;
    if (said && (!CLOSED.has(seg.section) || (seg.section === "plan" && toldInPlan(p, work, no)))) kept = true;
  }
  return kept;
}

function saidIn(p: Page, seg: Segment, no: number): boolean | null {
  let picture: Hit | null = null;
  let keeping: Hit | null = null;
  let kept: boolean | null = null;
  let another = false;
  for (let h = firstWith(p, no, MEANS.image); h >= 0; h = nextWith(p, no, MEANS.image, h)) {
    const hit = p.hits[h] as Hit;
    const gives = hit.entry.by.image?.gives;
    if (gives === undefined) continue;
    if (gives === "not-kept") return false;
    // "MRI images reviewed in PACS"
    if (gives === "another") another = true;
    else if (gives === "picture") picture = hit;
    else if (gives === "keeping") keeping = hit;
    if (gives === "kept" || together(picture, keeping)) {
      if (denied(p, seg, Math.min(hit.from, picture?.from ?? hit.from, keeping?.from ?? hit.from), hit.to))
        return false;
      kept = true;
    }
  }
  if (kept === null) return picture !== null && refused(p, seg, picture) ? false : null;
  return another ? null : true;
}

/** "Plan: injected the right MCP joint today under US. Images archived": after what the plan tells as done, and nothing to come. */
function toldInPlan(p: Page, work: readonly Work[], no: number): boolean {
  const { paragraph, sectionNo } = p.segments[no] as Segment;
  return (
    work.some(
      ({ seg, draft, verdict }) =>
        draft.segment <= no && seg.sectionNo === sectionNo && seg.paragraph === paragraph && isDone(verdict.status),
    ) && !saysAny(p, no, SAYS.planned)
  );
}

const together = (a: Hit | null, b: Hit | null): boolean =>
  a !== null && b !== null && Math.max(a.from - b.to, b.from - a.to) <= APART;

/** Is there a denial from a little before `from` up to `to`? "No complications, images saved" denies something else. */
function denied(p: Page, seg: Segment, from: number, to: number): boolean {
  for (let k = Math.max(seg.from, from - DENIED); k < to; k++) {
    const entry = hitFrom(p, k)?.entry;
    if (entry === undefined || parted(p, k, from)) continue;
    if ((entry.status & SAYS.not) !== 0 || entry.by.image?.gives === "denying") return true;
  }
  return false;
}

/** "No still images.": the picture itself is denied, and no more is said of it. */
function refused(p: Page, seg: Segment, picture: Hit): boolean {
  for (let k = Math.max(seg.from, picture.from - 2); k < picture.from; k++)
    if (((hitFrom(p, k)?.entry.status ?? 0) & SAYS.not) !== 0) return true;
  return false;
}

function parted(p: Page, k: number, from: number): boolean {
  for (let i = k; i < from; i++) if (p.t.isMark(i, ",") || p.t.isMark(i, ";")) return true;
  return false;
}
