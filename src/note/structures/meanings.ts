/** Which of several structures a word stands for ("IP joint": of the thumb or of a toe), as far as the note tells. */
import type { Term } from "../../rulebook/types.ts";
import type { Segment } from "../page/layout.ts";
import { hitFrom, type Page } from "../page/page.ts";

/** Of several meanings, those that the note names in full elsewhere; all, where it names none of them. */
export function meantBy(p: Page, { targets }: Term, seg: Segment): readonly string[] {
  if (targets.length === 1) return targets;
  const named = p.named();
  // "Trigger fingers ... R RF": a finger's own where the note names what every finger has.
  const isNamed = (id: string): boolean => named.has(id) || named.has(p.lex.kin.fingers.get(id)?.of ?? "");
  let n = 0;
  for (const id of targets) if (isNamed(id)) n++;
  const meant = n === 0 || n === targets.length ? targets : targets.filter(isNamed);
  return meant.length > 1 ? ofLimb(p, meant, seg) : meant;
}

/** "R thumb MP and IP", "L hallux IP": those of the hand or of the foot, where the sentence names fingers or toes of one only. */
function ofLimb(p: Page, ids: readonly string[], seg: Segment): readonly string[] {
  let fingers = false;
  let toes = false;
  for (let k = seg.from; k < seg.to; k++) {
    const digit = hitFrom(p, k)?.entry.by.digit;
    if (digit === undefined || digit.bare === true) continue;
    if (digit.gives.endsWith("toe")) toes = true;
    else fingers = true;
  }
  if (fingers === toes) return ids;
  const meant = ids.filter((id) => p.lex.structures[id]?.region === (fingers ? "hand" : "foot"));
  return meant.length > 0 ? meant : ids;
}
