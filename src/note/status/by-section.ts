/** What a structure's section says of it where no word near it does. */
import { isClose } from "./bearing.ts";
import type { Case } from "./case.ts";
import { hitFrom, isOneOf, type Page } from "../page/page.ts";
import { atStart, ownField, scored, siteField } from "./line-shape.ts";
import { SAYS } from "../lexicon/says.ts";
import { RESPONSE } from "../structures/bare-names.ts";
import { verdict, type Verdict } from "../structures/verdict.ts";
import { isDetail } from "../page/single-words.ts";
import { DETAIL } from "../lexicon/detail-words.ts";
import { NUMBER, WORD } from "../text/tokens.ts";

/** What is blocked. */
const BLOCKED = new Set(["nerve", "plane", "ganglion", "facet", "epidural", "other"]);

/** What a sentence begins with that tells of no needle. */
const ASIDE = new Set(["other-care", "plan", "education"]);

/** The status of one list of structures by the section it stands in. */
export function bySection(c: Case): Verdict {
  switch (c.seg.section) {
    case "procedure":
    case "addendum":
      return inProcedure(c);
    case "exam":
      return verdict("examined", "section exam");
    case "plan":
      return doneAfter(c) ? c.treated("done in the plan", { verb: true }) : verdict("planned", "section plan");
    case "none":
    case "context":
      return isDoneItem(c) ? c.treated("list") : verdict("other", "no section");
    default:
      return verdict("other", `section ${c.seg.section}`);
  }
}

/** Under the heading of the procedure a line that consists of the structure names what was treated. */
function inProcedure(c: Case): Verdict {
  const { p, chain, seg, setting, near, first } = c;
  if (setting.onlyBlocks && setting.blocks && !BLOCKED.has(first.kind)) return verdict("other", "only blocks");
  const filled = setting.drugGiven && (ownField(chain, seg) || (setting.localNear && siteField(p, seg)));
  // "Site #1 R trapezius. Site #2 R levator scapulae."
  const site = isOneOf(p, seg.from, SITE) && numberedHere(p, seg.from);
  if (
    near.has(SAYS.diagnosis, isClose) ||
    scored(p, chain.to) ||
    !(setting.injectsHere || filled) ||
    setting.surgical ||
    setting.onlyWished ||
    // "kinesiotape R trapezius", "Home exercise for glute medius given"
    ASIDE.has(hitFrom(p, seg.from)?.entry.by.heading?.gives ?? "") ||
    !(site || atStart(p, chain, seg, setting))
  )
    return verdict("other", "section procedure");
  if (site) return c.treated("named as the sites");
  // "Twitch in glute med and TFL": how the needle was answered.
  const because = isOneOf(p, seg.from, TWITCH) ? RESPONSE : "section procedure";
  return c.treated(because, setting.blocks ? { block: true } : {});
}

const SITE = ["site"];

/** Does a number stand after token k, or after a sign that it is one? */
const numberedHere = ({ t }: Page, k: number): boolean =>
  t.type[k + 1] === NUMBER || (t.isMark(k + 1, "#") && t.type[k + 2] === NUMBER);

/** An item or a row of a list, in a text that shows that an injection was done. */
function isDoneItem({ seg, setting, near, hereDone }: Case): boolean {
  return (
    (seg.kind === "item" || seg.kind === "row") &&
    setting.handed.listLike &&
    !near.has(SAYS.diagnosis, isClose) &&
    setting.injectsHere &&
    hereDone &&
    setting.doneHere &&
    (seg.kind === "row" || setting.needleHere || setting.toldForAll)
  );
}

/** "P: TPI L QL done, 3 cc": the service before the structure, and right after it that it was done. */
function doneAfter({ p, chain, seg, near }: Case): boolean {
  if (!near.has(SAYS.injection | SAYS.needling, (n) => n.before && n.gap <= 3 && !n.over)) return false;
  for (let k = chain.to; k < Math.min(seg.to, chain.to + 3); k++)
    if (isDetail(p, k, DETAIL.finished)) return !isOneOf(p, k - 1, TO_COME) && !isGrant(p, k);
  // "P: dry needling today to L QL, good twitch, tolerated well": how it went.
  for (let k = chain.to; k < seg.to; k++)
    if ((isOneOf(p, k, TOLERATED) && isOneOf(p, k + 1, WELL)) || (isOneOf(p, k, GOOD) && isOneOf(p, k + 1, TWITCH)))
      return true;
  return false;
}

const TOLERATED = ["tolerated", "tol"];
const WELL = ["well", "ok", "without"];
const GOOD = ["good", "strong", "multiple", "positive"];
const TWITCH = ["twitch", "twitches", "ltr", "ltrs"];

/** "Given insurance approval": no more than a condition. */
function isGrant(p: Page, k: number): boolean {
  if (!isOneOf(p, k, GIVEN) || p.t.type[k + 1] !== WORD) return false;
  const by = hitFrom(p, k + 1)?.entry.by;
  return by?.substance === undefined && by?.status?.gives !== "done";
}

const GIVEN = ["given"];
const TO_COME = ["be", "not", "if", "when", "once", "until", "never", "being"];
