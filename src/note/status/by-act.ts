/** What a verb of doing near a structure says of it. */
import { isGeneral, isItsOwn, isOwn, liesBeside, tellsOfPast } from "./bearing.ts";
import { colonAfter, isMuscular } from "./line-shape.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { deedWord } from "../page/single-words.ts";
import { SAYS } from "../lexicon/says.ts";
import type { Rung } from "./case.ts";
import { verdict } from "../structures/verdict.ts";

/** The status by the verb, unless a plan or a landmark stands nearer. */
export const byAct: Rung = ({ p, chain, seg, near, setting, first, act, planned, landmark }) => {
  if (act === undefined) return null;
  if (isGeneral(p, act, seg, setting.about)) return verdict("other", "in general", { verb: true });
  // "R pes bursa injected: knee bent 90": how the limb lay, told after the colon.
  if (act.before && (deedWord(p, chain.to) & DEED.posture) !== 0 && colonAfter(p, act.hit.to, chain.from))
    return verdict("other", "posture");
  if (planned && act.cue.gives === "performed" && planned.before === act.before && planned.gap < act.gap)
    return verdict("planned", planned.cue.id);
  if (landmark && liesBeside(first, act, landmark)) return verdict("other", landmark.cue.id);
  // "Plan to have the knee injected": the plan right before the verb.
  if (planned?.before && act.before && !tellsOfPast(p, act) && planned.gap > act.gap && planned.gap - act.gap <= 6)
    return verdict("planned", planned.cue.id, { verb: true });
  if (act.cue.gives === "blocked")
    return verdict("injected", act.cue.id, { verb: true, block: !(setting.ofPoints && isMuscular(first)) });
  const needled = act.cue.gives === "performed" && near.has(SAYS.needling) && setting.needles;
  if (needled || act.cue.gives === "needled") return verdict("needled", act.cue.id, { verb: true });
  return verdict("injected", act.cue.id, {
    verb: true,
    // "Aspirated and injected the left wrist".
    aspirated: act.cue.gives === "aspirated" || near.has(SAYS.aspirated, isOwn),
    ...(near.has(SAYS.block, isItsOwn) ? { block: true } : {}),
  });
};
