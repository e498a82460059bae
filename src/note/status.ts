/**
 * What the note says of a list of structures: injected, needled, examined, planned, past, declined,
 * risk, other. The section gives a default, cue words refine it (ConText: scope, direction, stop words),
 * and the nearest word that governs wins.
 */
import type { Chain } from "./chains.ts";
import type { Draft } from "./mentions.ts";
import { hitBefore, type Page } from "./page.ts";
import type { Status } from "./facts.ts";
import type { Segment } from "./layout.ts";
import { atStart, colonAfter, leads, MUSCULAR, ownField } from "./line-shape.ts";
import { beside, counted, cuesNear, doseBefore, doseBeside, fluidBefore, negated, type Near } from "./near.ts";
import { SAYS } from "./says.ts";
import type { Setting } from "./setting.ts";

export interface Verdict {
  readonly status: Status;
  /** Cue id or section that decided. */
  readonly because: string;
  readonly block?: boolean;
  readonly aspirated?: boolean;
  /** True when a verb of doing governs, not only a heading or a noun. */
  readonly verb: boolean;
}

/** A noun ("injection") governs what stands nearer than a verb may. */
const NOUN_REACH = 14;
/** Structures that are drained; "negative aspiration" at a muscle is a check, not a treatment. */
const DRAINED = new Set(["joint", "bursa", "ganglion"]);
/** Nouns that name an act without saying that it was done. */
const NOUNS = SAYS.injection | SAYS.needling | SAYS.block;
/** What is blocked. */
const BLOCKED = new Set(["nerve", "plane", "ganglion", "facet", "epidural", "other"]);
const DOING = SAYS.injected | SAYS.needled | SAYS.aspirated | SAYS.blocked;

const isRegion = (d: Draft): boolean => d.kind === "region";
const isMuscular = (d: Draft): boolean => MUSCULAR.has(d.kind);

/** What is said of a muscle that is not yet, not now or not at all treated. */
const ASIDE = SAYS.exam | SAYS.planned | SAYS.declined | SAYS.not | SAYS.diagnosis | SAYS.risk;

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
    if (setting.injectsHere) return verdict(setting.needles ? "needled" : "injected", "box ticked");
  }
  if (handed.zeroRow) return verdict("other", "row says none");

  const doing = DRAINED.has(first.kind) ? DOING : DOING & ~SAYS.aspirated;
  const landmark = near.find(
    SAYS.other,
    (n) => n.before && (n.cue.id === "landmarks-of" ? n.gap <= 8 : n.gap <= 4 && beside(p, n.hit.to, chain.from, true)),
  );
  const target = near.find(SAYS.target, (n) => n.before && beside(p, n.hit.to, chain.from));
  const performed = near.find(SAYS.performed, (n) => !setting.operates && !setting.notPerformed && !negated(p, n));
  const told =
    performed !== undefined &&
    (setting.injectsHere ||
      (setting.dosedHere &&
        !chain.members.some(isRegion) &&
        (setting.localDosed || !chain.members.some(isMuscular)))) &&
    (setting.substanceHere || near.has(NOUNS));
  // "Tender gluteus medius ... the bursa was injected", "... knee injected. quads with tight bands": told of the other one.
  const felt = near.find(SAYS.exam, (n) => n.gap <= (n.before ? 1 : 2));
  const act =
    near.find(doing, (n) => !negated(p, n) && !(felt !== undefined && n.over && n.before !== felt.before)) ??
    (told ? performed : undefined);
  const declined = near.find(SAYS.declined);
  // "carpal tunnel surgery", "knee pain": the structure only describes.
  const described = near.find(SAYS.diagnosis, (n) => !n.before && n.gap === 0);
  const notAfter = near.find(SAYS.not, (n) => n.cue.direction === "backward" && !n.before && !n.over);
  const notBefore = near.find(
    SAYS.not,
    (n) =>
      n.cue.direction === "forward" &&
      n.before &&
      n.gap <= 8 &&
      !near.has(DOING | SAYS.exam, (m) => m.before && m.gap < n.gap),
  );
  const exam = near.find(SAYS.exam);
  const planned = near.find(SAYS.planned, (n) => !beyondDose(p, n, chain, seg));
  // "She wants her right knee injected": a wish, where no "was" says that it came true.
  if (planned?.before && planned.gap <= 2 && act !== undefined && !act.before && (act.over || !tellsOfPast(p, act)))
    return verdict("planned", planned.cue.id);

  if (seg.section === "not-done") return verdict(declined ? "declined" : "other", "section not-done");
  // "Right knee OA - injected today": the verb is nearer than any other structure.
  const doneNext =
    described !== undefined && near.has(SAYS.injected, (n) => !n.before && !n.over && n.gap <= 4 && !negated(p, n));
  if (described && !doneNext && seg.section !== "exam" && seg.section !== "history")
    return verdict("other", described.cue.id);
  const risk = near.find(SAYS.risk, (n) => !(act !== undefined && talkedOver(p, n, seg)));
  if (risk && (act === undefined || seg.section === "none")) return verdict("risk", risk.cue.id);
  // "... was injected the acromioclavicular joint was not injected": what is told in the passive stands before it.
  const toldBefore = act !== undefined && act.before && act.gap <= 2 && tellsOfPast(p, act);
  if (notAfter && (act === undefined || notAfter.gap <= act.gap || toldBefore))
    return verdict(declined ? "declined" : "other", notAfter.cue.id);
  const aside = near.find(SAYS.aside, (n) => !n.before && beside(p, chain.to, n.hit.from));
  if (aside) return verdict("other", aside.cue.id);
  if (act === undefined && near.has(doing, (n) => negated(p, n)))
    return verdict(declined ? "declined" : "other", "negation");
  if (declined && (act === undefined || declined.gap < act.gap)) return verdict("declined", declined.cue.id);
  if (setting.systemic && chain.members.every(isMuscular)) return verdict("other", "intramuscular");
  const route = near.find(SAYS.route);
  if (route && chain.members.every(isRegion)) return verdict("other", "intramuscular");
  if (route && (act === undefined || route.gap < act.gap + 6) && !setting.muscleNote)
    return verdict("other", "intramuscular");
  if (notBefore && act !== undefined && !act.before && notBefore.gap <= 2) return verdict("other", notBefore.cue.id);
  if (notBefore && (act === undefined || act.gap > notBefore.gap)) return verdict("other", notBefore.cue.id);

  const named = near.has(SAYS.injection | SAYS.needling);
  const pastCue = near.find(SAYS.past, (n) => !(n.cue.id === "told-past" && setting.asksCode));
  if (seg.section === "history" && !(act && near.has(SAYS.done)))
    return verdict(act || named || pastCue ? "past" : exam ? "examined" : "other", "section history");
  if (setting.pastDate && (seg.section !== "procedure" || pastCue)) return verdict("past", "another date");
  if (pastCue && (seg.section !== "procedure" || pastCue.cue.id === "past-care") && (act || named))
    return verdict("past", pastCue.cue.id);

  if (act === undefined && named && setting.oldMonth) return verdict("past", "month and year");
  const local = near.find(SAYS.local);
  if (
    local &&
    first.kind !== "joint" &&
    (act === undefined || local.gap <= act.gap + 8) &&
    !chain.members.some((d) => d.side !== "unspecified" && act?.before && act.gap <= 3)
  )
    return verdict("other", local.cue.id);
  if (act !== undefined) {
    const plannedNearer =
      planned && planned.before && act.before && planned.gap > act.gap ? planned.gap - act.gap <= 6 : false;
    if (landmark && landmark.gap < act.gap) return verdict("other", landmark.cue.id);
    if (plannedNearer && planned) return verdict("planned", planned.cue.id, { verb: true });
    if (act.cue.gives === "blocked") return verdict("injected", act.cue.id, { verb: true, block: true });
    if (act.cue.gives === "performed" && near.has(SAYS.needling) && setting.needles)
      return verdict("needled", act.cue.id, { verb: true });
    if (act.cue.gives === "needled") return verdict("needled", act.cue.id, { verb: true });
    return verdict("injected", act.cue.id, {
      verb: true,
      aspirated: act.cue.gives === "aspirated",
      ...(near.has(SAYS.block) ? { block: true } : {}),
    });
  }
  const hereDone =
    (setting.injectsHere || setting.substanceHere || (handed.amountRow && seg.section === "procedure")) &&
    (setting.doneHere || seg.section === "none") &&
    !setting.notPerformed;
  if (target && setting.needleHere && hereDone && !planned && seg.section !== "exam")
    return verdict(setting.needles ? "needled" : "injected", target.cue.id, { verb: true });
  const muscular = isMuscular(first);
  const dosed =
    chain.members.some((d) => doseBeside(p, d.to, seg.to)) ||
    ((!muscular || (setting.muscleNote && setting.injectsHere)) && doseBefore(p, chain.from, seg.from)) ||
    (!muscular && setting.shorthand && !pastCue && fluidBefore(p, chain.from, seg.from));
  // "25 g, ulnar to palmaris longus, 20 mg": the way to the place, not the place.
  if (landmark && !exam && !(target && target.gap < landmark.gap)) return verdict("other", landmark.cue.id);
  if (
    (dosed ||
      (setting.dosedHere && chain.from - seg.from <= 3 && (handed.listLike || colonAfter(p, chain.to, seg.to)))) &&
    hereDone &&
    !planned &&
    seg.section !== "exam" &&
    seg.section !== "history" &&
    seg.section !== "outcome"
  )
    return verdict(setting.needles ? "needled" : "injected", "dose beside");
  // "R trap x4, R rhomboid major x2. 1% lido": sites of a line of shorthand.
  if (
    setting.shorthand &&
    setting.injectsHere &&
    setting.substanceHere &&
    hereDone &&
    setting.doneHere &&
    !planned &&
    !exam &&
    !pastCue &&
    !near.has(SAYS.diagnosis, (n) => n.gap <= 3) &&
    counted(p, (chain.members[chain.members.length - 1] as Draft).to, seg.to)
  )
    return verdict(setting.needles ? "needled" : "injected", "sites counted");
  if (
    setting.jointGel &&
    chain.members.every((d) => d.kind === "joint") &&
    !planned &&
    !pastCue &&
    (seg.section === "none" || seg.section === "procedure" || seg.section === "context")
  )
    return verdict("injected", "product for joints");
  const noun = near.find(
    NOUNS,
    (n) => (n.gap <= NOUN_REACH || leads(p, n, chain)) && !negated(p, n) && !intended(p, n),
  );
  if (noun === undefined && near.has(NOUNS, (n) => n.gap <= 6 && negated(p, n))) return verdict("other", "negation");
  const bare = near.find(SAYS.inject);
  const tells = bare && (seg.section === "procedure" || (setting.shorthand && bare.cue.id === "injects" && !pastCue));
  if (tells && planned === undefined && !exam) return verdict("injected", bare.cue.id);
  if (bare) return verdict("planned", bare.cue.id);
  // "TPs in multiple regions - R trap, L rhomboid major. One code per region?"
  if (setting.asksPoints && muscular && !pastCue && !setting.notPerformed && !near.has(ASIDE))
    return verdict("injected", "coding question");
  if (noun && setting.notPerformed) return verdict("planned", "not performed");
  if (
    noun &&
    planned &&
    ((seg.section !== "procedure" && !handed.carry) || planned.gap <= 4 || (planned.before && planned.gap <= 8))
  )
    return verdict("planned", planned.cue.id);
  if (noun && !exam && setting.doneHere)
    return verdict(
      noun.cue.gives === "needling" ? "needled" : "injected",
      noun.cue.id,
      noun.cue.gives === "block" ? { block: true } : {},
    );
  if (handed.carry !== null && !exam && !near.has(SAYS.diagnosis, (n) => n.gap <= 3))
    return verdict(handed.carry, "list");
  if (planned) return verdict("planned", planned.cue.id);
  if (exam) return verdict("examined", exam.cue.id);
  if (setting.notPerformed) return verdict("planned", "not performed");
  const diagnosis = near.find(SAYS.diagnosis, (n) => n.gap <= 3);
  switch (seg.section) {
    case "procedure":
    case "addendum":
      if (setting.onlyBlocks && setting.blocks && !BLOCKED.has(first.kind)) return verdict("other", "only blocks");
      if (
        diagnosis ||
        !(setting.injectsHere || (setting.drugGiven && ownField(chain, seg))) ||
        setting.surgical ||
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
      return verdict("planned", "section plan");
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

function verdict(status: Status, because: string, more?: Partial<Verdict>): Verdict {
  return more === undefined ? { status, because, verb: false } : { status, because, verb: false, ...more };
}

/** "Considered dry needling": the word right before the act says that it is not yet one. */
function intended(p: Page, n: Near): boolean {
  return !n.before && hitBefore(p, n.hit.from)?.entry.by.status?.gives === "planned";
}

/** "1.5 cc Marcaine in both traps, will see back in a month": the plan begins after what was given. */
function beyondDose(p: Page, n: Near, chain: Chain, seg: Segment): boolean {
  return !n.before && n.gap > 4 && doseBeside(p, chain.to, Math.min(seg.to, n.hit.from));
}

/** "After a discussion of risks the bursa was injected": the talk was over. */
function talkedOver(p: Page, n: Near, seg: Segment): boolean {
  for (let k = n.hit.from - 1; k >= Math.max(seg.from, n.hit.from - 5); k--)
    if (/^(?:after|following|once|having)$/i.test(p.t.textOf(k))) return n.before;
  return false;
}

/** Does the verb of doing stand with "was" or "were", in itself or right before it? */
function tellsOfPast(p: Page, n: Near): boolean {
  return [n.hit.from - 1, n.hit.from].some((k) => /^(?:was|were)$/i.test(p.t.textOf(k)));
}
