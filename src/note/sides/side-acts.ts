/** Sides named for the act and for no structure: "right-sided trigger point injections", "TPI on the left", "muscles injected (R side)". */
import type { Side } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { is, MEANS, ROLE } from "../lexicon/lexicon.ts";
import { firstWith, hitBefore, hitFrom, holds, isLink, nextWith, type Page } from "../page/page.ts";
import { type Hit, isName } from "../lexicon/scan.ts";

export interface SidesOfActs {
  readonly all: ReadonlySet<Side>;
  readonly bySegment: ReadonlyMap<number, ReadonlySet<Side>>;
}

const TELLING = new Set(["procedure", "none", "context", "addendum", "medication"]);
const ACTS = new Set(["injection", "needling", "block", "injected", "needled", "performed"]);
/** Tokens between the side and the act: marks, small words, "trigger point". */
const REACH = 4;

/** The sides named right before or after an act; null when there are none. */
export function sidesOfActs(p: Page): SidesOfActs | null {
  let all: Set<Side> | null = null;
  const bySegment = new Map<number, Set<Side>>();
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    if (!holds(p, no, MEANS.act) || !TELLING.has(seg.section)) continue;
    for (let h = firstWith(p, no, MEANS.side); h >= 0; h = nextWith(p, no, MEANS.side, h)) {
      const hit = p.hits[h] as Hit;
      const cue = hit.entry.by.side;
      if (cue === undefined || cue.bare === true || !(actAfter(p, hit, seg) || actBefore(p, hit, seg))) continue;
      const side = cue.gives as Side;
      (all ??= new Set()).add(side);
      bySegment.set(no, (bySegment.get(no) ?? new Set()).add(side));
    }
  }
  return all === null ? null : { all, bySegment };
}

/** "Left trigger point injections": the act follows, with no structure in it. */
function actAfter(p: Page, side: Hit, seg: Segment): boolean {
  for (let k = side.to; k < seg.to && k - side.to < REACH; k++) {
    const hit = hitFrom(p, k);
    if (hit === undefined) {
      if (!between(p, k)) return false;
      continue;
    }
    if (isAct(hit)) return true;
    if (!(hit.entry.by.statement !== undefined || hit.entry.by.part !== undefined) || isName(hit)) return false;
    k = hit.to - 1;
  }
  return false;
}

/** "Injections, left", "were performed on the left:": the act stands before, and no structure follows the side. */
function actBefore(p: Page, side: Hit, seg: Segment): boolean {
  for (let k = side.to; k < seg.to && k - side.to < REACH; k++) {
    const next = hitFrom(p, k);
    if (next !== undefined && (isName(next) || next.entry.by.part !== undefined)) return false;
    if (next !== undefined || !isLink(p, k)) break;
  }
  for (let k = side.from; k > seg.from && side.from - k < REACH;) {
    const hit = hitBefore(p, k);
    if (hit === undefined) {
      if (!between(p, k - 1)) return false;
      k--;
    } else return isAct(hit);
  }
  return false;
}

function isAct(hit: Hit): boolean {
  return !isName(hit) && ACTS.has(hit.entry.by.act?.gives ?? "");
}

function between(p: Page, k: number): boolean {
  return (
    isLink(p, k) || is(p.lex, p.t.id[k] as number, ROLE.open) || [",", "-", "(", ")"].some((m) => p.t.isMark(k, m))
  );
}
