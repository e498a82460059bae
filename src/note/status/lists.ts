/**
 * Sentences that are nothing but a list of sites ("R trap x4, R rhomboid major x2."). They say themselves what was
 * done to them no more than the items of a list do: the short sentence before them says it ("TPI #3 of series.").
 */
import type { Segment } from "../page/layout.ts";
import type { Draft } from "../structures/mentions.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { hitFrom, holds, isLink, type Page } from "../page/page.ts";
import { OTHER_DAYS } from "../page/sections.ts";
import { actNamed } from "./signs.ts";
import { MARK, NUMBER } from "../text/tokens.ts";
import { isName } from "../lexicon/scan.ts";

/** Tokens of an opening sentence at most. */
const OPENING = 12;
/** Sections in which a sentence opens no list of what was done. */
const CLOSED = new Set<string>([...OTHER_DAYS, "exam", "assessment", "indication", "not-done"]);

/** The act named by a short sentence that names no structure; null when it plans, denies or remembers one. */
export function openingOf(p: Page, no: number): "injected" | "needled" | null {
  const seg = p.segments[no] as Segment;
  if (seg.kind !== "sentence" || seg.to - seg.from > OPENING || !holds(p, no, MEANS.act)) return null;
  return CLOSED.has(seg.section) ? null : actNamed(p, no);
}

/** Is the sentence made of structures, sides, parts, counts and amounts only? */
export function bareList(p: Page, seg: Segment, drafts: readonly Draft[]): boolean {
  if (seg.kind !== "sentence" || drafts.length === 0) return false;
  for (let k = seg.from; k < seg.to;) {
    const hit = hitFrom(p, k);
    if (hit !== undefined) {
      const { side, part, number, noun, unit, head } = hit.entry.by;
      if (!isName(hit) && (side ?? part ?? number ?? noun ?? unit ?? head) === undefined) return false;
      k = hit.to;
    } else if (p.t.type[k] === NUMBER || p.t.type[k] === MARK || isLink(p, k)) k++;
    else return false;
  }
  return true;
}

/** Does the sentence begin with a side and a colon? */
export function otherSide(p: Page, seg: Segment): boolean {
  const hit = hitFrom(p, seg.from);
  return hit?.entry.by.side !== undefined && p.t.isMark(hit.to, ":");
}
