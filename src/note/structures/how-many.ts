/** How many structures of one name are meant: "two MCP joints", "DIPs x4". */
import { numberAt } from "./amounts.ts";
import type { Segment } from "../page/layout.ts";
import { hitBefore, isOneOf, isTimes, type Page } from "../page/page.ts";
import { pointedAt } from "../page/single-words.ts";
import type { Hit } from "../lexicon/scan.ts";
import type { Draft } from "./mentions.ts";
import { ALL } from "../text/small-words.ts";

/** The number written before the structure or after its plural; one where none is. */
export const howMany = (p: Page, draft: Draft, seg: Segment): number =>
  Math.max(numberBefore(p, draft, seg), timesAfter(p, draft));

/** The number right before the structure, past a side ("two right MCP joints"); one when there is none, or when it may be of both sides. */
function numberBefore(p: Page, { from, side }: Draft, seg: Segment): number {
  if (side === "bilateral") return 1;
  let k = from;
  while (hitBefore(p, k)?.entry.by.side !== undefined) k = (hitBefore(p, k) as Hit).from;
  if (k > seg.from && /^above$/i.test(p.t.textOf(k - 1))) k--; // "the three above PIP joints"
  const at = hitBefore(p, k)?.from ?? k - 1;
  const value = at >= seg.from && (!pointedAt(p, at) || isOneOf(p, at - 1, ALL)) ? numberAt(p, at) : null;
  return value !== null && Number.isInteger(value) && value >= 1 && value <= MOST ? value : 1;
}

/** "All 4 DIPs": where they were named before, each is counted there. */

/** "DIPs x4": so many of a plural; of one joint it counts the passes. */
function timesAfter(p: Page, { to, side }: Draft): number {
  if (side === "bilateral" || !/s$/i.test(p.t.textOf(to - 1)) || !isTimes(p, to)) return 1;
  const value = numberAt(p, to + 1);
  return value !== null && Number.isInteger(value) && value >= 1 && value <= MOST ? value : 1;
}

/** Structures of one name on a side, at most. */
const MOST = 12;
