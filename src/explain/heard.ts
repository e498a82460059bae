/** Beliefs that the note or the billed line exhibits: said, wrong, and answered. */
import type { Determination } from "../coding/determination.ts";
import { isMention } from "../note/facts.ts";
import type { Belief, Rulebook } from "../rulebook/types.ts";

/** At most this many; more would bury the answer. */
const SHOWN = 2;

/** Beliefs of the book that bear on what this note shows. `shownBy` of a belief says which sign calls it up. */
export function beliefsFor(d: Determination, book: Rulebook): readonly Belief[] {
  const signs = signsOf(d);
  return book.beliefs.filter((b) => b.shownBy !== undefined && b.shownBy.some((s) => signs.has(s))).slice(0, SHOWN);
}

/** What can be seen in a determination that calls up a belief. */
function signsOf(d: Determination): Set<string> {
  const signs = new Set<string>();
  const muscles = d.counts.muscles ?? d.counts.needled;
  if (muscles !== undefined) {
    if (d.counts.sites !== null && d.counts.sites > 2 && muscles.min <= 2) signs.add("many-injections-few-muscles");
    if (d.facts.some((f) => isMention(f) && f.level !== undefined && f.status === "injected")) signs.add("levels");
    if (d.counts.elements.some((e) => e.side === "bilateral")) signs.add("both-sides");
  }
  for (const f of d.facts) {
    if (f.kind === "label" && f.of === "cpt" && !d.lines.some((l) => l.code === f.value))
      signs.add(`printed-${f.value}`);
    if (f.kind === "count" && f.of === "muscle-groups") signs.add("groups");
  }
  return signs;
}
