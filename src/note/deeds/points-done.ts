/**
 * "Procedure: TPI x4, 1% lidocaine 4 mL, tolerated well": trigger points are the procedure and a dose of local anaesthetic went in,
 * though no verb says so and no muscle is named. It was done, and which muscles is asked.
 */
import type { StatementFact, SubstanceFact } from "../facts.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { NOT_NOW, SAYS } from "../lexicon/says.ts";
import { negated } from "../status/near.ts";
import type { Segment } from "../page/layout.ts";
import { firstWith, nextWith, saysAny, type Page } from "../page/page.ts";
import { hasWord } from "../page/single-words.ts";
import type { Hit } from "../lexicon/scan.ts";
import { statement } from "../status/statements.ts";
import { isTreated, type Work } from "../structures/work.ts";

/** Sections in which the dose of the procedure may stand. */
const DOSED = new Set(["procedure", "medication"]);
const OPEN = NOT_NOW | SAYS.not | SAYS.local | SAYS.route;

/** The statement that it was done, at the name of the procedure; none where anything is named as treated, or left out. */
export function pointsDone(
  p: Page,
  work: readonly Work[],
  substances: readonly (readonly SubstanceFact[])[],
): StatementFact[] {
  if (work.some((w) => isTreated(w) || w.verdict.status === "declined" || w.verdict.because === "withdrawn")) return [];
  const named = namedIn(p);
  if (named === null) return [];
  const dosed = p.segments.some(
    (seg, no) =>
      DOSED.has(seg.section) && !saysAny(p, no, OPEN) && (substances[no] ?? []).some(isLocal) && !numbs(p, no),
  );
  return dosed ? [statement(p, named, "injection-done")] : [];
}

const isLocal = (s: SubstanceFact): boolean =>
  s.agent === "anaesthetic" && s.status === "given" && (s.dose !== undefined || s.perSite !== undefined);

const numbs = (p: Page, no: number): boolean => hasWord(p, no, no + 1, DEED.skin);

/** The name of the procedure, in its section, with nothing planned, past or denied beside it. */
function namedIn(p: Page): Hit | null {
  for (let no = 0; no < p.segments.length; no++) {
    if ((p.segments[no] as Segment).section !== "procedure" || saysAny(p, no, OPEN)) continue;
    for (let h = firstWith(p, no, MEANS.act); h >= 0; h = nextWith(p, no, MEANS.act, h)) {
      const hit = p.hits[h] as Hit;
      const { act, statement: says } = hit.entry.by;
      if (act?.gives === "injection" && says?.gives === "trigger-point" && !negated(p, { hit })) return hit;
    }
  }
  return null;
}
