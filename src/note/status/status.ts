/**
 * What the note says of a list of structures: injected, needled, examined, planned, past, declined,
 * risk, other. The section gives a default, cue words refine it (ConText: scope, direction, stop words),
 * and the nearest word that governs wins.
 */
import {
  wentOn,
  DOING,
  isTold,
  isDenied,
  isDeniedClose,
  isClose,
  isRightAfter,
  byOthers,
  isToday,
  isLandmark,
  isNeedleFor,
  leadsIn,
  inYear,
  isBesideAfter,
  isDoneNext,
  isDoneToday,
  isFound,
  isPast,
  ofElsewhere,
  isPastCare,
  isPlannedFirst,
  deniesBefore,
  deniesNext,
  isOwn,
  isService,
  withinDose,
  isOpen,
  overList,
  tellsOfPast,
  yearBeside,
} from "./bearing.ts";
import { byAct } from "./by-act.ts";
import { bySection } from "./by-section.ts";
import type { Chain } from "../structures/chains.ts";
import type { Draft } from "../structures/mentions.ts";
import { isDrained } from "../structures/siblings.ts";
import type { Page } from "../page/page.ts";
import type { Segment } from "../page/layout.ts";
import {
  afterNoun,
  ailsBefore,
  colonAfter,
  isDosed,
  sizeBefore,
  isJoint,
  isMuscular,
  isRegion,
  isSided,
} from "./line-shape.ts";
import { counted, cuesNear, doseBefore, fluidBefore } from "./near.ts";
import { SAYS } from "../lexicon/says.ts";
import { otherWay } from "./other-way.ts";
import type { Setting } from "./setting.ts";
import { cameTrue, inProse, isOrdered, isWish } from "./tense.ts";
import { verdict, type Verdict } from "../structures/verdict.ts";

/** Nouns that name an act without saying that it was done. */
const NAMED = SAYS.injection | SAYS.needling | SAYS.block;

/** What is said of a muscle that is not yet, not now or not at all treated. */
const ASIDE = SAYS.exam | SAYS.planned | SAYS.declined | SAYS.not | SAYS.diagnosis | SAYS.risk;

/** Sections in which the gel of a joint that is named was put in. */
const TELLS = new Set(["procedure", "none", "addendum", "other-care"]);

/** Sections in which an amount beside a structure is none that was put in. */
const NOT_DOSED = new Set(["exam", "history", "outcome"]);
/** Sections that tell of no act of today, whatever is said to have been done. */
const UNTRUE = new Set(["history", "not-done", "exam"]);

/** The status of one chain. */
export function statusOf(p: Page, chain: Chain, seg: Segment, setting: Setting): Verdict {
  if (seg.section === "consent") return verdict("risk", "section consent");
  if (seg.section === "copied") return verdict("past", "section copied");
  if (seg.section === "education") return verdict("other", "section education");
  const near = cuesNear(p, chain, seg);
  const first = chain.members[0] as Draft;
  const { handed } = setting;
  if (handed.ticks !== null) {
    if (!handed.ticks) return verdict(near.has(SAYS.declined) ? "declined" : "other", "box not ticked");
    if (setting.ticksTell) return verdict(setting.needles ? "needled" : "injected", "box ticked");
  }
  if (handed.zeroRow) return verdict("other", "row says none");

  const drains = isDrained(p, first);
  const doing = drains ? DOING : DOING & ~SAYS.aspirated;
  const nouns = drains ? NAMED | SAYS.drawing : NAMED;
  const drawn = near.has(nouns & SAYS.drawing, isService) ? { aspirated: true } : {};
  const landmark = near.find(SAYS.other, isLandmark);
  if (landmark?.cue.id === "others-own") return verdict("other", landmark.cue.id);
  const target = near.find(SAYS.target, leadsIn);
  const telling = near.has(SAYS.performed) && !setting.operates && !setting.notPerformed;
  const performed = telling ? near.find(SAYS.performed, isTold) : undefined;
  const told =
    performed !== undefined &&
    // "The physician performs injections into": in a short text; in a long one it is told of such things in general.
    (performed.cue.id !== "coder-tells" || setting.shorthand) &&
    (setting.injectsHere ||
      (drains && near.has(SAYS.drawing)) ||
      (setting.dosedHere && !chain.members.some(isRegion) && (setting.localDosed || !chain.members.some(isMuscular))) ||
      // "The following muscles were treated: ... Each got 1 cc of lidocaine."
      (setting.localNear && !chain.members.some(isRegion) && overList(performed, near))) &&
    (setting.substanceHere || near.has(nouns));
  const act = near.find(doing, isOwn) ?? (told ? performed : undefined);
  // "The injection that was planned last month was done today": what came true is neither planned nor past.
  const came = told || near.has(SAYS.injected) ? near.find(SAYS.performed | SAYS.injected, cameTrue) : undefined;
  if (
    came &&
    !UNTRUE.has(seg.section) &&
    (near.has(nouns | SAYS.injected | SAYS.aspirated) || setting.jointGel || told)
  ) {
    const aspirated = near.has(SAYS.aspirated | SAYS.drawing, isOwn);
    return verdict(setting.needles ? "needled" : "injected", came.cue.id, { verb: true, aspirated });
  }
  const declined = near.find(SAYS.declined);
  // "carpal tunnel surgery", "knee pain": the structure only describes.
  const described = near.find(SAYS.diagnosis, isRightAfter);
  const notAfter = near.find(SAYS.not, deniesBefore);
  const notBefore = near.find(SAYS.not, deniesNext);
  const exam = near.find(SAYS.exam);
  const planned = near.find(SAYS.planned | SAYS.open, setting.asksCode ? isPlannedFirst : withinDose);
  // "She wants her right knee injected": a wish, where no "was" says that it came true.
  if (
    planned?.before &&
    isWish(planned, near) &&
    act !== undefined &&
    !act.before &&
    (act.over || !tellsOfPast(p, act))
  )
    return verdict("planned", planned.cue.id);

  if (seg.section === "not-done") return verdict(declined ? "declined" : "other", "section not-done");
  // "Right knee OA - injected today", "De Quervain's injection: 0.5 cc": the act is nearer than any other structure.
  const doneNext =
    described !== undefined &&
    (near.has(setting.dosedHere ? SAYS.injected | SAYS.injection : SAYS.injected, isDoneNext) ||
      // "PROCEDURES: L de Quervain, Kenalog 10 mg"
      (seg.section === "procedure" && setting.steroidAfter(chain.to)));
  if (described && !doneNext && seg.section !== "exam" && seg.section !== "history")
    return verdict("other", described.cue.id);
  const risk = near.find(SAYS.risk, act === undefined ? undefined : isOpen);
  if (risk && (act === undefined || seg.section === "none")) return verdict("risk", risk.cue.id);
  // "... was injected the acromioclavicular joint was not injected": what is told in the passive stands before it.
  const toldBefore = act !== undefined && act.before && act.gap <= 2 && tellsOfPast(p, act);
  if (notAfter && (act === undefined || notAfter.gap <= act.gap || toldBefore))
    return verdict(declined ? "declined" : near.has(SAYS.exam, isFound) ? "examined" : "other", notAfter.cue.id);
  const aside = near.find(SAYS.aside, isBesideAfter);
  if (aside) return verdict("other", aside.cue.id);
  if (act === undefined && near.has(doing, isDenied)) return verdict(declined ? "declined" : "other", "negation");
  if (declined && (act === undefined || declined.gap < act.gap)) return verdict("declined", declined.cue.id);
  const way = otherWay(near, setting, act);
  if (way !== null) return verdict("other", way);
  if (notBefore && act !== undefined && !act.before && notBefore.gap <= 2) return verdict("other", notBefore.cue.id);
  if (notBefore && (act === undefined || act.gap > notBefore.gap)) return verdict("other", notBefore.cue.id);

  const pastCue = near.find(SAYS.past | SAYS.open, setting.asksCode ? isPastCare : isPast);
  const named = near.has(nouns) || pastCue?.cue.id === "past-acts";
  if (seg.section === "history" && !(act && near.has(SAYS.done, isDoneToday)))
    return verdict(
      act || named || pastCue || setting.drugNamed ? "past" : exam ? "examined" : "other",
      "section history",
    );
  if (setting.pastDate && (seg.section !== "procedure" || pastCue)) return verdict("past", "another date");
  if (pastCue && (seg.section !== "procedure" || pastCue.cue.id === "past-care") && (act || named || wentOn(pastCue))) {
    if (!near.has(SAYS.done, isToday)) return verdict("past", pastCue.cue.id);
    // "She had a knee injection today": the day is told, and no other.
    if (pastCue.cue.id === "told-past" && !near.has(SAYS.past | SAYS.open, isPastCare))
      return verdict(setting.needles ? "needled" : "injected", pastCue.cue.id);
  }

  if (act === undefined ? named && setting.oldMonth : setting.oldMonth && (yearBeside(p, act) || inYear(p, seg)))
    return verdict("past", "month and year");
  const local = near.find(SAYS.local);
  if (local?.cue.id === "for-procedure" && chain.members.every(isJoint) && setting.onlyLocal)
    return verdict("other", local.cue.id);
  if (
    local &&
    local.cue.id !== "for-procedure" &&
    first.kind !== "joint" &&
    (act === undefined || local.gap <= act.gap + 8) &&
    !(act?.before && act.gap <= 3 && chain.members.some(isSided))
  )
    return verdict("other", local.cue.id);
  if (act !== undefined) return byAct(near, setting, act, planned, landmark);
  const hereDone =
    (setting.injectsHere ||
      setting.substanceHere ||
      setting.pointsHere ||
      (handed.amountRow && seg.section === "procedure")) &&
    (setting.doneHere || seg.section === "none") &&
    !setting.notPerformed;
  // "|Pec minor|L|2|2|": under "mL" in a table of what was injected.
  if (handed.volumeRow && setting.injectsHere && setting.drugGiven && hereDone && !planned && !exam && !pastCue)
    return verdict(setting.needles ? "needled" : "injected", "amount in its column");
  // "Pain across the low back and into both buttocks": a place needs more than the word that leads to it.
  const led = target && (chain.members.some((d) => !isRegion(d)) || setting.drugNamed || near.has(DOING | nouns));
  if (
    led &&
    setting.needleHere &&
    hereDone &&
    !planned &&
    seg.section !== "exam" &&
    !(setting.onlyNamed && inProse(p, target, chain, seg)) &&
    !(seg.section === "none" && near.has(SAYS.open, byOthers))
  )
    return verdict(setting.needles ? "needled" : "injected", target.cue.id, { verb: true });
  // "27g 1.5 inch for QL and glut med, 25g for multifidus"
  if (seg.section === "procedure" && hereDone && !planned && near.has(SAYS.done, isNeedleFor))
    return verdict(setting.needles ? "needled" : "injected", "needle for", { verb: true });
  if (setting.needles && hereDone && !planned && !exam?.before && !pastCue && sizeBefore(p, chain.from, seg.from))
    return verdict("needled", "needle size", { verb: true });
  const muscular = isMuscular(first);
  const dosed =
    (isDosed(p, chain, seg.to) ||
      (!muscular && !isRegion(first) && setting.steroidAfter(chain.to)) ||
      ((!muscular || (setting.muscleNote && (setting.injectsHere || setting.localDosed))) &&
        doseBefore(p, chain.from, seg.from, setting.drugNamed && drains)) ||
      (!muscular && setting.shorthand && !pastCue && !near.has(SAYS.inject) && fluidBefore(p, chain.from, seg.from))) &&
    !(drains && ofElsewhere(p, first.segment));
  // "25 g, ulnar to palmaris longus, 20 mg": the way to the place, not the place.
  if (landmark && !exam && !(target && target.gap < landmark.gap)) return verdict("other", landmark.cue.id);
  if (
    (dosed ||
      (setting.dosedHere &&
        chain.from - seg.from <= 3 &&
        (handed.listLike || colonAfter(p, chain.to, seg.to)) &&
        !ailsBefore(p, chain.to, seg.to))) &&
    hereDone &&
    !planned &&
    !(pastCue?.cue.id === "told-past" && pastCue.before) &&
    !NOT_DOSED.has(seg.section) &&
    (setting.asksCode || !near.has(SAYS.inject, isOrdered))
  )
    return verdict(setting.needles ? "needled" : "injected", "dose beside", drawn);
  if (
    hereDone &&
    !planned &&
    !exam &&
    !pastCue &&
    seg.section !== "exam" &&
    afterNoun(p, chain.from, seg) &&
    !setting.afterPast
  )
    return verdict(setting.needles ? "needled" : "injected", "named as the sites");
  // "R trap x4, R rhomboid major x2. 1% lido": sites of a line of shorthand.
  if (
    setting.shorthand &&
    setting.injectsHere &&
    (setting.substanceHere || setting.needles) &&
    hereDone &&
    setting.doneHere &&
    !planned &&
    !exam &&
    !pastCue &&
    !near.has(SAYS.diagnosis, isClose) &&
    counted(p, (chain.members[chain.members.length - 1] as Draft).to, seg.to)
  )
    return verdict(setting.needles ? "needled" : "injected", "sites counted");
  if (
    setting.jointGel &&
    chain.members.every(isJoint) &&
    !planned &&
    !pastCue &&
    (TELLS.has(seg.section) || seg.section === "context" || near.has(SAYS.done, isDoneToday))
  )
    return verdict("injected", "product for joints");
  const noun = near.find(nouns, isService);
  if (noun === undefined && near.has(nouns, isDeniedClose)) return verdict("other", "negation");
  const bare = near.find(SAYS.inject);
  const tells = bare && (seg.section === "procedure" || (setting.shorthand && bare.cue.id === "injects" && !pastCue));
  if (tells && planned === undefined && !exam) return verdict("injected", bare.cue.id);
  if (bare) return verdict("planned", bare.cue.id);
  // "TPs in multiple regions - R trap, L rhomboid major. One code per region?"
  if (setting.asksPoints && muscular && !pastCue && !setting.notPerformed && !near.has(ASIDE))
    return verdict("injected", "coding question");
  // "Came for a knee injection", and nothing tells that it was given.
  if (noun && !setting.tellsOfDoing && near.has(SAYS["called-for"])) return verdict("planned", "called-for");
  // "Not performed. Planned: injection of": called off, unless it is put off to another day.
  if (noun && setting.notPerformed)
    return verdict(planned === undefined || planned.cue.id === "was-planned" ? "declined" : "planned", "not performed");
  if (
    noun &&
    planned &&
    ((seg.section !== "procedure" && !handed.carry) || planned.gap <= 4 || (planned.before && planned.gap <= 8))
  )
    return verdict("planned", planned.cue.id);
  // In a table the act may stand in its own cell, beside what was found.
  if (noun && (!exam || (seg.kind === "row" && !noun.before)) && setting.doneHere) {
    if (setting.onlyNamed && inProse(p, noun, chain, seg)) return verdict("other", "named in prose");
    return verdict(
      noun.cue.gives === "needling" ? "needled" : "injected",
      noun.cue.id,
      noun.cue.gives === "block" ? { block: true } : drawn,
    );
  }
  if (handed.carry !== null && !exam?.before && !near.has(SAYS.diagnosis, isClose))
    return verdict(handed.carry, "list");
  if (planned) return verdict("planned", planned.cue.id);
  if (exam) return verdict("examined", exam.cue.id);
  if (setting.notPerformed) return verdict("planned", "not performed");
  return bySection(near, setting, hereDone);
}
