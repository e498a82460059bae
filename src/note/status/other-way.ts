/** Rungs for a structure that a drug only passed: one for the whole body, one that numbs the way, one for a lesion of the skin. */
import { isJoint, isMuscular, isRegion, isSided } from "./line-shape.ts";
import type { Test } from "./near.ts";
import { SAYS } from "../lexicon/says.ts";
import type { Rung } from "./case.ts";
import { verdict } from "../structures/verdict.ts";

/** "RA on Enbrel, left wrist injected with Kenalog": a drug for the whole body says nothing of a joint, nor of its place beside what is injected. */
const isRoute: Test = (n) => n.cue.id !== "body-drugs";

const isBodyDrug: Test = (n) => n.cue.id === "body-drugs" && !n.over && n.before;
const isRouteHere: Test = (n) => n.cue.id !== "body-drugs" && !n.over && n.gap <= 3;

/** "Wart on the left thigh injected", in a note of no trigger points. */
export const skinLesion: Rung = ({ setting, chain }) =>
  setting.skinLesions && chain.members.every(isMuscular) ? verdict("other", "skin lesion") : null;

/** "Toradol 60 mg IM in the left gluteus": the muscle was its way in. */
export const intramuscular: Rung = ({ near, chain, setting, act }) => {
  const muscular = chain.members.every(isMuscular);
  const places = chain.members.every(isRegion);
  const ownRoute = !muscular || (places && setting.fluidHere);
  const route = near.find(SAYS.route, ownRoute ? isRoute : undefined);
  if ((setting.systemic && muscular) || (route && places)) return verdict("other", "intramuscular");
  if (!route || (act !== undefined && route.gap >= act.gap + 6)) return null;
  // "Rocephin 1 g IM in the left gluteus with 2 mL lidocaine as diluent".
  if (muscular && near.has(SAYS.route, isBodyDrug) && near.has(SAYS.route, isRouteHere))
    return verdict("other", "intramuscular");
  // "Tetanus given in R deltoid" beside a wound made numb with lidocaine.
  const apart = route.cue.id === "body-drugs" && act?.cue.gives === "performed" && !setting.fluidHere;
  return apart || !setting.muscleNote ? verdict("other", "intramuscular") : null;
};

/** "Skin and gluteus numbed for the needle path", "the joint was infiltrated for postoperative pain". */
export const onlyNumbed: Rung = ({ near, chain, first, setting, act }) => {
  const local = near.find(SAYS.local);
  if (local === undefined) return null;
  const numbs =
    local.cue.id === "for-procedure"
      ? chain.members.every(isJoint) && setting.onlyLocal
      : first.kind !== "joint" &&
        (act === undefined || local.gap <= act.gap + 8) &&
        !(act?.before && act.gap <= 3 && chain.members.some(isSided));
  return numbs ? verdict("other", local.cue.id) : null;
};
