/** A structure that a drug for the whole body, or a lesion of the skin, was only named with: it was no target. */
import { isMuscular, isRegion } from "./line-shape.ts";
import type { Near, Nearby, Test } from "./near.ts";
import { SAYS } from "../lexicon/says.ts";
import type { Chain } from "../structures/chains.ts";
import type { Setting } from "./setting.ts";

/** "RA on Enbrel, left wrist injected with Kenalog": a drug for the whole body says nothing of a joint, nor of its place beside what is injected. */
const ownRoute = ({ members }: Chain, setting: Setting): boolean =>
  !members.every(isMuscular) || (members.every(isRegion) && setting.fluidHere);
const isRoute: Test = (n) => n.cue.id !== "body-drugs";

/** Why what is told of the list of structures is no treatment of them; null when nothing says so. `act`: the verb of doing near it. */
export function otherWay(near: Nearby, setting: Setting, act: Near | undefined): string | null {
  const { chain } = near;
  if (setting.skinLesions && chain.members.every(isMuscular)) return "skin lesion";
  if (setting.systemic && chain.members.every(isMuscular)) return "intramuscular";
  const route = near.find(SAYS.route, ownRoute(chain, setting) ? isRoute : undefined);
  if (route && chain.members.every(isRegion)) return "intramuscular";
  // "Tetanus given in R deltoid" beside a wound made numb with lidocaine: the muscle was its way in.
  const apart = route?.cue.id === "body-drugs" && act?.cue.gives === "performed" && !setting.fluidHere;
  if (route && (act === undefined || route.gap < act.gap + 6) && (apart || !setting.muscleNote)) return "intramuscular";
  return null;
}
