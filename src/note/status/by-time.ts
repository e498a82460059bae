/** Rungs that ask when: came true today, told in a history, on another date, by another doctor. */
import { isDoneToday, isOwn, isPastCare, isToday, wentOn, yearBeside, inYear } from "./bearing.ts";
import { SAYS } from "../lexicon/says.ts";
import type { Rung } from "./case.ts";
import { cameTrue } from "./tense.ts";
import { verdict } from "../structures/verdict.ts";

/** Sections that tell of no act of today, whatever is said to have been done. */
const UNTRUE = new Set(["history", "not-done", "exam"]);

/** "The injection that was planned last month was done today": what came true is neither planned nor past. */
export const cameTrueToday: Rung = (c) => {
  const { near, seg, setting, told } = c;
  if (told === undefined && !near.has(SAYS.injected)) return null;
  const came = near.find(SAYS.performed | SAYS.injected, cameTrue);
  if (came === undefined || UNTRUE.has(seg.section)) return null;
  if (told === undefined && !near.has(c.nouns | SAYS.injected | SAYS.aspirated) && !setting.jointGel) return null;
  return c.treated(came.cue.id, { verb: true, aspirated: near.has(SAYS.aspirated | SAYS.drawing, isOwn) });
};

/** In a history what was done was done before, unless "done today" stands with it. */
export const remembered: Rung = (c) => {
  const { near, seg, act } = c;
  if (seg.section !== "history" || (act && near.has(SAYS.done, isDoneToday))) return null;
  const past = act ?? c.past;
  return verdict(past || c.named || c.setting.drugNamed ? "past" : c.exam ? "examined" : "other", "section history");
};

/** "3/4/2021: left knee injected", in a note of another day. */
export const anotherDate: Rung = ({ seg, setting, past }) =>
  setting.pastDate && (seg.section !== "procedure" || past) ? verdict("past", "another date") : null;

/** "Had a knee injection last spring", "urgent care injected the knee". */
export const earlier: Rung = (c) => {
  const { near, seg, past } = c;
  if (!past || (seg.section === "procedure" && past.cue.id !== "past-care")) return null;
  if (!c.act && !c.named && !wentOn(past)) return null;
  if (!near.has(SAYS.done, isToday)) return verdict("past", past.cue.id);
  // "She had a knee injection today": the day is told, and no other.
  return past.cue.id === "told-past" && !near.has(SAYS.past | SAYS.open, isPastCare) ? c.treated(past.cue.id) : null;
};

/** "Knee injection 11/2012", "injected 2021", "received one in 2022": a month or a year that can only be earlier. */
export const earlierMonth: Rung = (c) => {
  const { p, seg, act } = c;
  if ((act === undefined && !c.named) || !c.setting.oldMonth) return null;
  return act === undefined || yearBeside(p, act) || inYear(p, seg) ? verdict("past", "month and year") : null;
};
