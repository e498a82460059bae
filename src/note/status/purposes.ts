/**
 * What a treatment was for ("chronic migraine"), and what it went beyond an injection (a catheter left, a nerve destroyed). A
 * purpose may stand anywhere in the note; what was done counts only where doing is told of.
 */
import type { StatementFact } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { firstWith, holds, nextWith, type Page, saysAny } from "../page/page.ts";
import { negated } from "./near.ts";
import type { Hit } from "../lexicon/scan.ts";
import { FOREIGN } from "../page/sections.ts";
import { NOT_NOW } from "../lexicon/says.ts";

/** Purposes that say what was done, not why. */
const DONE = new Set(["destruction", "catheter", "beyond-epidural"]);
const NOWHERE = new Set<string>(FOREIGN);
const NOT_DONE = new Set(["history", "plan", "assessment", "indication", "exam", "billing"]);

/** Purposes of the note, each once, at its first place. */
export function purposesIn(p: Page): StatementFact[] {
  const out: StatementFact[] = [];
  const said = new Set<string>();
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    if (!holds(p, no, MEANS.purpose) || NOWHERE.has(seg.section)) continue;
    for (let h = firstWith(p, no, MEANS.purpose); h >= 0; h = nextWith(p, no, MEANS.purpose, h)) {
      const hit = p.hits[h] as Hit;
      const value = hit.entry.by.purpose?.gives;
      if (value === undefined || said.has(value) || negated(p, { hit })) continue;
      if (DONE.has(value) && (NOT_DONE.has(seg.section) || saysAny(p, no, NOT_NOW))) continue;
      said.add(value);
      out.push(fact(p, hit, value));
    }
  }
  return out;
}

function fact(p: Page, hit: Hit, value: string): StatementFact {
  const start = p.t.start[hit.from] as number;
  const end = p.t.end[hit.to - 1] as number;
  return Object.freeze({ kind: "statement", says: "purpose", value, text: p.t.text.slice(start, end), start, end });
}
