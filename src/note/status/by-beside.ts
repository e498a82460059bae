/** Rungs for what no verb tells of: an amount, a needle, a number of sites beside the structure, where the section shows that it was done. */
import { byOthers, DOING, isClose, isDoneToday, isNeedleFor, ofElsewhere } from "./bearing.ts";
import { afterNoun, ailsBefore, colonAfter, isDosed, isJoint, isMuscular, isRegion, sizeBefore } from "./line-shape.ts";
import { counted, doseBefore, fluidBefore } from "./near.ts";
import type { Draft } from "../structures/mentions.ts";
import { SAYS } from "../lexicon/says.ts";
import type { Case, Rung } from "./case.ts";
import { inProse, isOrdered } from "./tense.ts";
import { acts } from "./signs.ts";
import { verdict } from "../structures/verdict.ts";

/** "|Pec minor|L|2|2|": under "mL" in a table of what was injected, or "yes" under "injected", whatever another cell found. */
export const amountInColumn: Rung = (c) => {
  const { setting } = c;
  const { filled } = setting.handed;
  return (filled === "yes" || (filled === "volume" && !c.exam)) &&
    setting.injectsHere &&
    setting.drugGiven &&
    c.hereDone &&
    !c.planned &&
    !c.past
    ? c.treated("amount in its column")
    : null;
};

/** "40 mg of Kenalog into the left subacromial bursa": the word that leads in. */
export const ledInto: Rung = (c) => {
  const { p, near, chain, seg, setting, target } = c;
  if (!target || c.planned || seg.section === "exam") return null;
  // "Pain across the low back and into both buttocks": a place needs more than the word that leads to it.
  if (!chain.members.some((d) => !isRegion(d)) && !setting.drugNamed && !near.has(DOING | c.nouns)) return null;
  if (!setting.needleHere || !c.hereDone) return null;
  // "A needle electrode was inserted into the following muscles": nothing was put in.
  if (!setting.drugGiven && !setting.needles && acts(setting.section) === 0) return null;
  if (setting.onlyNamed && inProse(p, target, chain, seg)) return null;
  if (seg.section === "none" && near.has(SAYS.open, byOthers)) return null;
  return c.treated(target.cue.id, { verb: true });
};

/** "27g 1.5 inch for QL and glut med, 25g for multifidus". */
export const needleFor: Rung = (c) =>
  c.seg.section === "procedure" && c.hereDone && !c.planned && c.near.has(SAYS.done, isNeedleFor)
    ? c.treated("needle for", { verb: true })
    : null;

/** "0.30x60 mm to R glute med (2)": the needle is the treatment. */
export const needleSize: Rung = (c) =>
  c.setting.needles &&
  c.hereDone &&
  !c.planned &&
  !c.exam?.before &&
  !c.past &&
  sizeBefore(c.p, c.chain.from, c.seg.from)
    ? verdict("needled", "needle size", { verb: true })
    : null;

/** "25 g, ulnar to palmaris longus, 20 mg": the way to the place, not the place. */
export const onTheWay: Rung = ({ landmark, exam, target }) =>
  landmark && !exam && !(target && target.gap < landmark.gap) ? verdict("other", landmark.cue.id) : null;

/** Sections in which an amount beside a structure is none that was put in. */
const NOT_DOSED = new Set(["exam", "history", "outcome"]);

/** "R trap 1 cc", "1 cc in trap", "Left shoulder, posterior approach: Depo 40 mg". */
export const doseBeside: Rung = (c) => {
  const { seg, past } = c;
  if (c.planned || NOT_DOSED.has(seg.section) || !c.hereDone || (past?.cue.id === "told-past" && past.before))
    return null;
  if (!isGiven(c) && !headsLine(c)) return null;
  // "Trochanteric bursitis: inject 40 mg": what others are told to do.
  if (!c.setting.asksCode && c.near.has(SAYS.inject, isOrdered)) return null;
  return c.treated("dose beside", c.drawn);
};

/** An amount after the structure, or one that leads to it; into a muscle a drug may be put merely as its way. */
function isGiven({ p, chain, seg, setting, near, first, drains, past }: Case): boolean {
  const muscular = isMuscular(first);
  const given =
    isDosed(p, chain, seg.to) ||
    (!muscular && !isRegion(first) && setting.steroidAfter(chain.to)) ||
    ((!muscular || (setting.muscleNote && (setting.injectsHere || setting.localDosed))) &&
      doseBefore(p, chain.from, seg.from, setting.drugNamed && drains)) ||
    (!muscular && setting.shorthand && !past && !near.has(SAYS.inject) && fluidBefore(p, chain.from, seg.from));
  return given && !(drains && ofElsewhere(p, first.segment));
}

/** The structure heads a line that gives the amount further on. */
function headsLine({ p, chain, seg, setting }: Case): boolean {
  return (
    setting.dosedHere &&
    chain.from - seg.from <= 3 &&
    (setting.handed.listLike || colonAfter(p, chain.to, seg.to)) &&
    !ailsBefore(p, chain.to, seg.to)
  );
}

/** "Muscles were the right quadratus lumborum and ...". */
export const namedAsSites: Rung = (c) =>
  c.hereDone &&
  !c.planned &&
  !c.exam &&
  !c.past &&
  c.seg.section !== "exam" &&
  afterNoun(c.p, c.chain.from, c.seg) &&
  !c.setting.afterPast
    ? c.treated("named as the sites")
    : null;

/** "R trap x4, R rhomboid major x2. 1% lido": sites of a line of shorthand. */
export const sitesCounted: Rung = (c) => {
  const { p, near, seg, setting } = c;
  if (!setting.shorthand || c.planned || c.exam || c.past || near.has(SAYS.diagnosis, isClose)) return null;
  const last = c.chain.members[c.chain.members.length - 1] as Draft;
  return setting.injectsHere &&
    (setting.substanceHere || setting.needles) &&
    c.hereDone &&
    setting.doneHere &&
    counted(p, last.to, seg.to)
    ? c.treated("sites counted")
    : null;
};

/** Sections in which the gel of a joint that is named was put in. */
const TELLS = new Set(["procedure", "none", "addendum", "other-care", "context"]);

/** "R knee Euflexxa #2": a gel for joints has no other use than to be injected. */
export const gelForJoint: Rung = (c) =>
  !c.planned &&
  !c.past &&
  c.setting.jointGel &&
  c.chain.members.every(isJoint) &&
  (TELLS.has(c.seg.section) || c.near.has(SAYS.done, isDoneToday))
    ? verdict("injected", "product for joints")
    : null;
