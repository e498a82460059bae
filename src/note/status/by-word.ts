/** Rungs that words near the structure climb by themselves: it was offered, described, denied, declined. */
import {
  DOING,
  deniesBefore,
  deniesNext,
  isBesideAfter,
  isDenied,
  isDoneNext,
  isFound,
  isOpen,
  tellsOfPast,
} from "./bearing.ts";
import type { Near } from "./near.ts";
import { SAYS } from "../lexicon/says.ts";
import type { Rung } from "./case.ts";
import { isWish } from "./tense.ts";
import { verdict } from "../structures/verdict.ts";

/** "[x] Left trapezius   [ ] Right trapezius": the box decides, where boxes tell of what was done. */
export const byBox: Rung = (c) => {
  const { ticks } = c.setting.handed;
  if (ticks === null) return null;
  if (!ticks) return verdict(c.near.has(SAYS.declined) ? "declined" : "other", "box not ticked");
  return c.setting.ticksTell ? c.treated("box ticked") : null;
};

/** "Levator | 0", "Levator: none": a row of what was injected that is left empty. */
export const emptyRow: Rung = ({ setting }) => (setting.handed.zeroRow ? verdict("other", "row says none") : null);

/** What belongs to somebody else than the patient. */
export const othersOwn: Rung = ({ landmark }) =>
  landmark?.cue.id === "others-own" ? verdict("other", landmark.cue.id) : null;

/** "She wants her right knee injected": a wish, where no "was" says that it came true. */
export const wished: Rung = ({ p, near, planned, act }) =>
  planned?.before && isWish(planned, near) && act !== undefined && !act.before && (act.over || !tellsOfPast(p, act))
    ? verdict("planned", planned.cue.id)
    : null;

/** Under "Procedures not performed" nothing was done, whatever is told. */
export const underNotDone: Rung = ({ seg, declined }) =>
  seg.section === "not-done" ? verdict(declined ? "declined" : "other", "section not-done") : null;

/** "Knee pain": it says what ails; not "right knee OA - injected today", where an act follows nearer than any other structure. */
export const onlyDescribes: Rung = ({ near, chain, seg, setting, described }) => {
  if (!described || seg.section === "exam" || seg.section === "history") return null;
  if (near.has(setting.dosedHere ? SAYS.injected | SAYS.injection : SAYS.injected, isDoneNext)) return null;
  // "PROCEDURES: L de Quervain, Kenalog 10 mg"
  if (seg.section === "procedure" && setting.steroidAfter(chain.to)) return null;
  return verdict("other", described.cue.id);
};

/** "Risks include puncture of the lung": it may happen. */
export const mayHappen: Rung = ({ near, seg, act }) => {
  const risk = near.find(SAYS.risk, act === undefined ? undefined : isOpen);
  return risk && (act === undefined || seg.section === "none") ? verdict("risk", risk.cue.id) : null;
};

/** "The levator was not injected": denied after it, nearer than any act. */
export const deniedAfter: Rung = ({ p, near, act, declined }) => {
  const not = near.find(SAYS.not, deniesBefore);
  if (!not) return null;
  // "... was injected the acromioclavicular joint was not injected": what is told in the passive stands before it.
  const toldBefore = act !== undefined && act.before && act.gap <= 2 && tellsOfPast(p, act);
  if (act !== undefined && not.gap > act.gap && !toldBefore) return null;
  return verdict(declined ? "declined" : near.has(SAYS.exam, isFound) ? "examined" : "other", not.cue.id);
};

/** "The nerve was protected": put out of the way right after it is named. */
export const setAside: Rung = ({ near }) => {
  const aside = near.find(SAYS.aside, isBesideAfter);
  return aside ? verdict("other", aside.cue.id) : null;
};

/** "No trigger points were injected in the trapezius": the only verb is denied. */
export const verbDenied: Rung = ({ near, act, declined, drains }) =>
  act === undefined && near.has(drains ? DOING : DOING & ~SAYS.aspirated, isDenied)
    ? verdict(declined ? "declined" : "other", "negation")
    : null;

/** "She declined an injection of the knee": nearer than any act. */
export const refused: Rung = ({ act, declined }) =>
  declined && (act === undefined || declined.gap < act.gap) ? verdict("declined", declined.cue.id) : null;

/** "No injection of the knee": denied before it, nearer than any act, or where the act only follows within a word or two. */
export const deniedBefore: Rung = ({ near, act }) => {
  const not = near.find(SAYS.not, deniesNext);
  return not && (act === undefined || act.gap > not.gap || isShort(act, not)) ? verdict("other", not.cue.id) : null;
};

const isShort = (act: Near, not: Near): boolean => !act.before && not.gap <= 2;
