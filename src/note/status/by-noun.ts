/** The last rungs: the act is only named ("TPI: ..."), ordered, planned, or handed down by the line over a list. */
import { isClose, isDeniedClose } from "./bearing.ts";
import { isMuscular } from "./line-shape.ts";
import { SAYS } from "../lexicon/says.ts";
import type { Rung } from "./case.ts";
import { inProse } from "./tense.ts";
import { verdict } from "../structures/verdict.ts";

/** "No injection of the knee today". */
export const nounDenied: Rung = (c) =>
  c.noun === null && c.near.has(c.nouns, isDeniedClose) ? verdict("other", "negation") : null;

/** "Inject R trap, 1 cc": a bare verb tells of what was done under the heading of the procedure, and is an order elsewhere. */
export const bareVerb: Rung = ({ near, seg, setting, planned, exam, past }) => {
  const bare = near.find(SAYS.inject);
  if (!bare) return null;
  const tells = seg.section === "procedure" || (setting.shorthand && bare.cue.id === "injects" && !past);
  return verdict(tells && planned === undefined && !exam ? "injected" : "planned", bare.cue.id);
};

/** What is said of a muscle that is not yet, not now or not at all treated. */
const ASIDE = SAYS.exam | SAYS.planned | SAYS.declined | SAYS.not | SAYS.diagnosis | SAYS.risk;

/** "TPs in multiple regions - R trap, L rhomboid major. One code per region?" */
export const askedHowCoded: Rung = ({ near, setting, first, past }) =>
  setting.asksPoints && isMuscular(first) && !past && !setting.notPerformed && !near.has(ASIDE)
    ? verdict("injected", "coding question")
    : null;

/** "Came for a knee injection", and nothing tells that it was given. */
export const cameFor: Rung = ({ near, setting, noun }) =>
  noun && !setting.tellsOfDoing && near.has(SAYS["called-for"]) ? verdict("planned", "called-for") : null;

/** "Not performed. Planned: injection of": called off, unless it is put off to another day. */
export const calledOff: Rung = ({ setting, noun, planned }) =>
  noun && setting.notPerformed
    ? verdict(planned === undefined || planned.cue.id === "was-planned" ? "declined" : "planned", "not performed")
    : null;

/** "Recommend injection of the knee": in a procedure only a plan that stands near. */
export const plannedAct: Rung = ({ seg, setting, noun, planned }) =>
  noun &&
  planned &&
  ((seg.section !== "procedure" && !setting.handed.carry) || planned.gap <= 4 || (planned.before && planned.gap <= 8))
    ? verdict("planned", planned.cue.id)
    : null;

/** "Trigger point injection, left trapezius": the act is named, and the section shows that it was done. */
export const namedAct: Rung = (c) => {
  const { noun, seg, setting } = c;
  // In a table the act may stand in its own cell, beside what was found.
  if (noun === null || (c.exam && (seg.kind !== "row" || noun.before)) || !setting.doneHere) return null;
  if (setting.onlyNamed && inProse(c.p, noun, c.chain, seg)) return verdict("other", "named in prose");
  return verdict(
    noun.cue.gives === "needling" ? "needled" : "injected",
    noun.cue.id,
    noun.cue.gives === "block" ? { block: true } : c.drawn,
  );
};

/** "Injected:" over the list. */
export const inList: Rung = ({ near, setting, exam }) =>
  setting.handed.carry !== null && !exam?.before && !near.has(SAYS.diagnosis, isClose)
    ? verdict(setting.handed.carry, "list")
    : null;

/** "Consider the levator next", "trapezius tender": planned or found, and nothing else. */
export const onlyPlannedOrFound: Rung = ({ planned, exam }) => {
  if (planned) return verdict("planned", planned.cue.id);
  return exam ? verdict("examined", exam.cue.id) : null;
};

/** "The procedure was cancelled": what the note names was to be. */
export const nothingPerformed: Rung = ({ setting }) =>
  setting.notPerformed ? verdict("planned", "not performed") : null;

/** "Dry needling: deferred. L QL, L glut med.": what a line goes on to name after its act was put off. */
export const linePutOff: Rung = ({ setting }) => (setting.handed.calledOff ? verdict("declined", "called off") : null);
