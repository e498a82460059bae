/**
 * What the note says of a list of structures: injected, needled, examined, planned, past, declined, risk, other. It is a ladder:
 * each rung asks one question, and the first that has an answer gives the status. Words that deny, date or put aside are asked
 * before the verb of doing; what stands beside without a verb after it; the section last.
 */
import { byAct } from "./by-act.ts";
import {
  amountInColumn,
  doseBeside,
  gelForJoint,
  ledInto,
  namedAsSites,
  needleFor,
  needleSize,
  onTheWay,
  sitesCounted,
} from "./by-beside.ts";
import {
  askedHowCoded,
  bareVerb,
  calledOff,
  cameFor,
  inList,
  linePutOff,
  namedAct,
  nothingPerformed,
  nounDenied,
  onlyPlannedOrFound,
  plannedAct,
} from "./by-noun.ts";
import { bySection } from "./by-section.ts";
import { anotherDate, cameTrueToday, earlier, earlierMonth, remembered } from "./by-time.ts";
import {
  byBox,
  deniedAfter,
  deniedBefore,
  emptyRow,
  mayHappen,
  onlyDescribes,
  othersOwn,
  refused,
  setAside,
  underNotDone,
  verbDenied,
  wished,
} from "./by-word.ts";
import { Case } from "./case.ts";
import type { Chain } from "../structures/chains.ts";
import { intramuscular, onlyNumbed, skinLesion } from "./other-way.ts";
import type { Page } from "../page/page.ts";
import type { Segment } from "../page/layout.ts";
import type { Setting } from "./setting.ts";
import { verdict, type Verdict } from "../structures/verdict.ts";

/** Sections that decide by themselves: nothing in them is told of this visit. */
const APART: Readonly<Record<string, Verdict>> = {
  consent: verdict("risk", "section consent"),
  copied: verdict("past", "section copied"),
  education: verdict("other", "section education"),
};

/** The status of one list of structures. */
export function statusOf(p: Page, chain: Chain, seg: Segment, setting: Setting): Verdict {
  return APART[seg.section] ?? climb(new Case(p, chain, seg, setting));
}

/** The rungs in order, each with its reason and an example where it stands. */
function climb(c: Case): Verdict {
  return (
    byBox(c) ??
    emptyRow(c) ??
    othersOwn(c) ??
    cameTrueToday(c) ??
    wished(c) ??
    underNotDone(c) ??
    onlyDescribes(c) ??
    mayHappen(c) ??
    deniedAfter(c) ??
    setAside(c) ??
    verbDenied(c) ??
    refused(c) ??
    skinLesion(c) ??
    intramuscular(c) ??
    deniedBefore(c) ??
    remembered(c) ??
    anotherDate(c) ??
    earlier(c) ??
    earlierMonth(c) ??
    onlyNumbed(c) ??
    byAct(c) ??
    linePutOff(c) ??
    // No verb of doing tells of it.
    amountInColumn(c) ??
    ledInto(c) ??
    needleFor(c) ??
    needleSize(c) ??
    onTheWay(c) ??
    doseBeside(c) ??
    namedAsSites(c) ??
    sitesCounted(c) ??
    gelForJoint(c) ??
    nounDenied(c) ??
    bareVerb(c) ??
    askedHowCoded(c) ??
    cameFor(c) ??
    calledOff(c) ??
    plannedAct(c) ??
    namedAct(c) ??
    inList(c) ??
    onlyPlannedOrFound(c) ??
    nothingPerformed(c) ??
    bySection(c)
  );
}
