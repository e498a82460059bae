/** Fields of a form that ask for the structure and were left empty: "Site: ", "Muscle(s) injected: ***". */
import type { CountFact, StatementFact } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { hitFrom, type Page } from "../page/page.ts";
import { OTHER_DAYS } from "../page/sections.ts";
import { statement } from "../status/statements.ts";
import { MARK } from "../text/tokens.ts";

const ASKS =
  /^(?:injection )?(?:sites?|site\(s\)|locations?|structures?|muscles?|muscle\(s\)|joints?|target)(?: injected| treated| of injection)?$/;
const CLOSED = new Set<string>([...OTHER_DAYS, "exam"]);

/**
 * The first such field, when every one of them is empty; nothing when one is filled in. Where `drugs` were given and nothing else
 * says that it was done, the number of injections that was filled in does.
 */
export function blankStructure(p: Page, counts: readonly CountFact[], drugs: boolean, done: boolean): StatementFact[] {
  // Most notes have no empty field at all.
  if (!p.segments.some((seg, no) => seg.labelEnd > seg.from && isEmpty(p, seg, no) && isAsked(seg))) return [];
  let first: StatementFact | null = null;
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    if (!isAsked(seg)) continue;
    const label = p.t.textFrom(seg.from, seg.labelEnd).toLowerCase();
    if (!ASKS.test(label.trim())) continue;
    if (!p.t.isMark(seg.labelEnd, ":") || !isEmpty(p, seg, no)) return [];
    first ??= statement(p, { from: seg.from, to: seg.labelEnd }, "structure-blank");
  }
  if (first === null) return [];
  const number = done || !drugs ? undefined : counts.find((c) => COUNTED.has(c.of) && c.value > 0);
  return number === undefined ? [first] : [first, doneBy(number)];
}

/** "Number of injections: 5". */
const COUNTED = new Set<CountFact["of"]>(["injections", "sites", "trigger-points"]);

const doneBy = ({ text, start, end }: CountFact): StatementFact =>
  Object.freeze({ kind: "statement", says: "injection-done", text, start, end });

function isAsked(seg: Segment): boolean {
  return seg.labelEnd > seg.from && !CLOSED.has(seg.section);
}

/** Nothing follows the colon but marks, or the next line is a field of its own. */
function isEmpty(p: Page, seg: Segment, no: number): boolean {
  for (let k = seg.labelEnd + 1; k < seg.to; k++)
    if (p.t.type[k] !== MARK && hitFrom(p, k)?.entry.by.blank === undefined) return false;
  if (seg.to > seg.labelEnd + 1) return true;
  const next = p.segments[no + 1];
  return next === undefined || (next.kind !== "item" && next.kind !== "row" && next.labelEnd > next.from);
}
