/** What a verb of doing near a structure says of it. */
import { isGeneral, isItsOwn, isOwn, liesBeside, tellsOfPast } from "./bearing.ts";
import { colonAfter, isMuscular } from "./line-shape.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { deedWord } from "../page/single-words.ts";
import type { Draft } from "../structures/mentions.ts";
import type { Near, Nearby } from "./near.ts";
import { SAYS } from "../lexicon/says.ts";
import type { Setting } from "./setting.ts";
import { verdict, type Verdict } from "../structures/verdict.ts";

/** The status by the verb, unless a plan or a landmark stands nearer. */
export function byAct(
  near: Nearby,
  setting: Setting,
  act: Near,
  planned: Near | undefined,
  landmark: Near | undefined,
): Verdict {
  const { p, chain, seg } = near;
  if (isGeneral(p, act, seg, setting.about)) return verdict("other", "in general", { verb: true });
  // "R pes bursa injected: knee bent 90": how the limb lay, told after the colon.
  if (act.before && (deedWord(p, chain.to) & DEED.posture) !== 0 && colonAfter(p, act.hit.to, chain.from))
    return verdict("other", "posture");
  const plannedNearer =
    planned && planned.before && act.before && planned.gap > act.gap && !tellsOfPast(p, act)
      ? planned.gap - act.gap <= 6
      : false;
  if (planned && act.cue.gives === "performed" && planned.before === act.before && planned.gap < act.gap)
    return verdict("planned", planned.cue.id);
  if (landmark && liesBeside(chain.members[0] as Draft, act, landmark)) return verdict("other", landmark.cue.id);
  if (plannedNearer && planned) return verdict("planned", planned.cue.id, { verb: true });
  if (act.cue.gives === "blocked")
    return verdict("injected", act.cue.id, {
      verb: true,
      block: !(setting.ofPoints && isMuscular(chain.members[0] as Draft)),
    });
  if (act.cue.gives === "performed" && near.has(SAYS.needling) && setting.needles)
    return verdict("needled", act.cue.id, { verb: true });
  if (act.cue.gives === "needled") return verdict("needled", act.cue.id, { verb: true });
  return verdict("injected", act.cue.id, {
    verb: true,
    // "Aspirated and injected the left wrist".
    aspirated: act.cue.gives === "aspirated" || near.has(SAYS.aspirated, isOwn),
    ...(near.has(SAYS.block, isItsOwn) ? { block: true } : {}),
  });
}
