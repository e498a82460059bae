/**
 * Something was put in or drawn out and the note does not say where: a blank of a template, a gap in a dictation, two
 * structures that it may have been, or none. It says so as two statements, for which the structure is asked.
 */
import type { StatementFact } from "../facts.ts";
import { gaugeIn } from "./deed-signs.ts";
import { hasWord } from "../page/single-words.ts";
import { DEED } from "../lexicon/deed-words.ts";
import type { Deed } from "./deeds.ts";
import { isTreated, type Work } from "../structures/work.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { holds, type Page } from "../page/page.ts";
import type { Run } from "../page/runs.ts";
import type { Hit } from "../lexicon/scan.ts";
import { statement } from "../status/statements.ts";

/** The statements for the first deed whose target is not told; none where the note names anything as treated. */
export function untoldIn(p: Page, work: readonly Work[], untold: readonly Deed[], done: boolean): StatementFact[] {
  if (untold.length === 0) return [];
  if (work.some(isTreated)) return [];
  for (const { no, run, local, drained } of untold) {
    const blank = blankIn(p, run);
    if (blank === null && (local || !gaugeIn(p, run.from, run.to))) continue;
    // Fluid may come from anywhere.
    if (drained && !hasWord(p, run.from, run.to, DEED.joint | DEED.bursa | DEED.cyst)) continue;
    // "Into the submucosa": told, and no structure of a limb.
    if (blank === null && hasWord(p, run.from, run.to, DEED.elsewhere)) continue;
    const dose = hitWith(p, no, MEANS.substance) ?? hitWith(p, no, MEANS.unit);
    // Platelets have one code wherever they go.
    if (dose === null || dose.entry.by.substance?.gives === "prp") continue;
    const asked = statement(p, blank ?? dose, "structure-blank");
    return done ? [asked] : [asked, statement(p, dose, "injection-done")];
  }
  return [];
}

/** Statements without a trigger point that was only found: where nobody knows what was treated, it says nothing of it. */
export function withoutFound(p: Page, statements: readonly StatementFact[]): readonly StatementFact[] {
  return statements.filter((s) => s.says !== "trigger-point" || !FOUND.has(sectionAt(p, s.start)));
}

const FOUND = new Set(["exam", "assessment", "indication"]);

function sectionAt(p: Page, at: number): string {
  return p.segments.findLast((seg) => (p.t.start[seg.from] as number) <= at)?.section ?? "none";
}

function hitWith(p: Page, no: number, bits: number): Hit | null {
  for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++)
    if (((p.hits[h] as Hit).bits & bits) !== 0) return p.hits[h] as Hit;
  return null;
}

/** A blank where the structure should stand ("the *** was prepped", "the left ____ [inaudible]"). */
export function blankIn(p: Page, { from, to }: Run): Hit | null {
  for (let no = from; no < to; no++) {
    if (!holds(p, no, MEANS.blank)) continue;
    for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
      const hit = p.hits[h] as Hit;
      if (hit.entry.by.blank !== undefined && BLANK.test(p.t.textOf(hit.from))) return hit;
    }
  }
  return null;
}

const BLANK = /^(?:\*|_|inaudible|unintelligible)/i;
