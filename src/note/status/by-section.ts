/** What a structure's section says of it where no word near it does. */
import { isClose } from "./bearing.ts";
import type { Draft } from "../structures/mentions.ts";
import { isOneOf } from "../page/page.ts";
import { atStart, ownField, scored, siteField } from "./line-shape.ts";
import type { Nearby } from "./near.ts";
import { SAYS } from "../lexicon/says.ts";
import type { Setting } from "./setting.ts";
import { verdict, type Verdict } from "../structures/verdict.ts";

/** What is blocked. */
const BLOCKED = new Set(["nerve", "plane", "ganglion", "facet", "epidural", "other"]);

/** The status of one chain by the section it stands in; `hereDone`: something was put in there, and nothing says that it was not. */
export function bySection(near: Nearby, setting: Setting, hereDone: boolean): Verdict {
  const { p, chain, seg } = near;
  const { handed } = setting;
  const diagnosis = near.find(SAYS.diagnosis, isClose);
  switch (seg.section) {
    case "procedure":
    case "addendum":
      if (setting.onlyBlocks && setting.blocks && !BLOCKED.has((chain.members[0] as Draft).kind))
        return verdict("other", "only blocks");
      if (
        diagnosis ||
        scored(p, chain.to) ||
        !(
          setting.injectsHere ||
          (setting.drugGiven && (ownField(chain, seg) || (setting.localNear && siteField(p, seg))))
        ) ||
        setting.surgical ||
        setting.onlyWished ||
        !atStart(p, chain, seg, setting)
      )
        return verdict("other", "section procedure");
      return verdict(
        setting.needles ? "needled" : "injected",
        "section procedure",
        setting.blocks ? { block: true } : {},
      );
    case "exam":
      return verdict("examined", "section exam");
    case "plan":
      return doneAfter(near)
        ? verdict(setting.needles ? "needled" : "injected", "done in the plan", { verb: true })
        : verdict("planned", "section plan");
    case "none":
    case "context":
      if (
        handed.listLike &&
        !diagnosis &&
        setting.injectsHere &&
        hereDone &&
        setting.doneHere &&
        (seg.kind === "item" || seg.kind === "row")
      )
        return verdict(setting.needles ? "needled" : "injected", "list");
      return verdict("other", "no section");
    default:
      return verdict("other", `section ${seg.section}`);
  }
}

/** "P: TPI L QL done, 3 cc": the service before the structure, and right after it that it was done. */
function doneAfter(near: Nearby): boolean {
  const { p, chain, seg } = near;
  if (!near.has(SAYS.injection | SAYS.needling, (n) => n.before && n.gap <= 3 && !n.over)) return false;
  for (let k = chain.to; k < Math.min(seg.to, chain.to + 3); k++)
    if (isOneOf(p, k, DONE)) return !isOneOf(p, k - 1, TO_COME);
  return false;
}

const DONE = ["done", "performed", "completed", "given"];
const TO_COME = ["be", "not", "if", "when", "once", "until", "never", "being"];
