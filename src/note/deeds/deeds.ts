/**
 * A deed: a sentence that shows that something was put in or drawn out today, though no verb says so of a structure -
 * "25g, 40 TAC/4 lido, SL approach", "18g: 68 mL blood". It is shown by a dose, or by what came out, together with the
 * frame in which such a thing is done; a plan, an option, another day, a drug that is taken, or an anaesthetic for the
 * skin show the opposite. Where it went is looked for in targets.ts.
 */
import type { StructureKind } from "../../rulebook/types.ts";
import type { SubstanceFact } from "../facts.ts";
import { ELSEWHERE } from "../page/sections.ts";
import { isDone, type Work } from "../structures/work.ts";
import { fluidIn } from "../given/drawn-out.ts";
import { amountOnly, dosesIn, framed, gaugeIn, injects, isMore, LOCAL, MORE } from "./deed-signs.ts";
import { hasWord, deedWord } from "../page/single-words.ts";
import { DEED } from "../lexicon/deed-words.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { firstWith, hitFrom, holds, isOneOf, nextWith, some, type Page } from "../page/page.ts";
import { Runs, type Run } from "../page/runs.ts";
import { SAYS } from "../lexicon/says.ts";
import { type Hit, isName } from "../lexicon/scan.ts";
import { isFingerInitials } from "../structures/fingers.ts";
import { isMonth, opensWithDate } from "../page/earlier.ts";
import { isOrder } from "../status/tense.ts";
import { NUMBER } from "../text/tokens.ts";
import { THE } from "../text/small-words.ts";

export interface Deed {
  /** Its segment, and the run of segments that tell of it. */
  readonly no: number;
  readonly run: Run;
  /** Something came out and nothing is said to have gone in. */
  readonly drained: boolean;
  /** Something came out, whatever went in after it. */
  readonly fluid: boolean;
  /** Only a local anaesthetic went in. */
  readonly local: boolean;
  /** It gives an amount for each place. */
  readonly each: boolean;
  /** Its sentence says itself what was treated. */
  readonly told: boolean;
  /** Nothing but a dose of what is only injected tells of it: no more than its own sentence says where it went. */
  readonly bare: boolean;
}

/** Sections in which nothing is told that was done today. */
const CLOSED = new Set<string>([...ELSEWHERE, "not-done", "billing"]);
/** Sections in which an amount may be anything: only a needle, or what came out, makes a deed of it. */
const STRICT = new Set(["exam", "medication", "guidance"]);
/** So many words of surgery make what is put in a part of the operation. */
const OPERATION = 3;

/** The deeds of a note in order. One look at each segment that holds a substance or a unit, and none at the others. */
export function deedsIn(
  p: Page,
  work: readonly Work[],
  substances: readonly (readonly SubstanceFact[])[],
  says: ReadonlyMap<string, number>,
): readonly Deed[] {
  const out: Deed[] = [];
  if ((says.get("surgery") ?? 0) >= OPERATION || (says.get("not-performed") ?? 0) > 0) return out;
  const told = toldIn(p, work);
  const runs = new Runs(p);
  const frames = new Frames(p);
  let injected: Run | null = null;
  let gel: Run | null = null;
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    const last = out.length > 0 ? out[out.length - 1] : undefined;
    if (!holds(p, no, MEANS.substance | MEANS.unit)) {
      // "AC joint R: 10 mg Kenalog, 25g. AC joint L: same."
      if (last?.no === no - 1 && holds(p, no, MEANS.term) && sameAgain(p, seg) && !denied(p, seg, false))
        out.push({ ...last, no, run: runs.of(no), told: told[no] === TOLD });
      continue;
    }
    if (told[no] === TOLD) {
      if (injects(substances[no] as readonly SubstanceFact[])) injected = runs.of(no);
      out.push({
        no,
        run: runs.of(no),
        drained: false,
        fluid: false,
        local: false,
        each: false,
        told: true,
        bare: false,
      });
      continue;
    }
    if (told[no] === DATED || CLOSED.has(seg.section) || (seg.section === "plan" && !tells(p, no))) continue;
    const list = substances[no] as readonly SubstanceFact[];
    const fluid = fluidIn(p, no) && !frames.elsewhere(runs.of(no));
    const drugs = dosesIn(p, list, no) || (list.length > 0 ? 0 : moreOf(p, no, runs.of(no), injected, gel));
    if (injects(list)) injected = runs.of(no);
    if (list.some(isGel)) gel = runs.of(no);
    if ((!fluid && drugs === 0) || denied(p, seg, fluid)) continue;
    const local = drugs === LOCAL && !fluid;
    if (local && hasWord(p, no, no + 1, DEED.skin)) continue;
    const run = runs.of(no);
    // An item of a list goes on with the frame of the item before.
    const goesOn = last !== undefined && run.item && last.run.item && last.run.to === run.from;
    const held = goesOn || (fluid && hasWord(p, no, no + 1, DEED.drawn)) || frames.holds(run, seg, fluid);
    if (!held && (drugs !== MORE || says.has("about") || !OPEN.has(seg.section) || !list.some(isDepot))) continue;
    const each = list.some((s) => s.perSite !== undefined);
    out.push({ no, run, drained: fluid && drugs !== MORE, fluid, local, each, told: false, bare: !held });
  }
  return out;
}

/** A steroid that lies where it is put, or a gel for joints: neither is taken by mouth. */
const isDepot = (s: SubstanceFact): boolean =>
  s.status === "given" && (s.agent === "hyaluronan" || (s.agent === "steroid" && DEPOT.has(s.id ?? "")));
const DEPOT = new Set([
  "triamcinolone",
  "triamcinolone-hexacetonide",
  "triamcinolone-extended-release",
  "methylprednisolone-acetate",
  "betamethasone",
]);
/** Sections in which such a dose tells of what was done. */
const OPEN = new Set(["none", "procedure", "addendum"]);

const isGel = (s: SubstanceFact): boolean => s.agent === "hyaluronan" && s.status === "given";

/** What an amount of nothing named gives where its run has named it before; a gel for joints needs no other sign. */
function moreOf(p: Page, no: number, run: Run, injected: Run | null, gel: Run | null): number {
  if (gel === run && amountOnly(p, no)) return MORE;
  return injected === run && isMore(p, no) ? LOCAL : 0;
}

/** Segments that name a structure, no place and nothing made numb, as treated: `TOLD`; on another date: `DATED`. */
function toldIn(p: Page, work: readonly Work[]): Uint8Array {
  const out = new Uint8Array(p.segments.length);
  for (const { draft, verdict } of work) {
    if (isDone(verdict.status) && !ASIDE.has(draft.kind)) out[draft.segment] = TOLD;
    else if (EARLIER_DAY.has(verdict.because)) out[draft.segment] ||= DATED;
  }
  return out;
}

const TOLD = 1;
const DATED = 2;
/** On another date, or with how it went ("into the A1 pulley lasted until the fall"). */
const EARLIER_DAY = new Set(["another date", "outcome-told"]);

const ASIDE: ReadonlySet<StructureKind> = new Set<StructureKind>(["region", "nerve", "plane"]);

/** The frame of each run, looked for once. */
class Frames {
  private readonly p: Page;
  private run: Run | null = null;
  private gauge: boolean | undefined;
  private any: boolean | undefined;
  private other: boolean | undefined;

  constructor(p: Page) {
    this.p = p;
  }

  private at(run: Run): void {
    if (run !== this.run) [this.run, this.gauge, this.any, this.other] = [run, undefined, undefined, undefined];
  }

  /** Does the run tell of fluid from the chest, the spine, a vein? */
  elsewhere(run: Run): boolean {
    this.at(run);
    return (this.other ??= hasWord(this.p, run.from, run.to, DEED.elsewhere));
  }

  holds(run: Run, seg: Segment, fluid: boolean): boolean {
    this.at(run);
    if (STRICT.has(seg.section)) return fluid || (this.gauge ??= gaugeIn(this.p, run.from, run.to));
    return (this.any ??= framed(this.p, run));
  }
}

/** "Left knee: same", "- ditto", "Ring: the same as for the long": after a colon or a dash the same as before was done. */
function sameAgain(p: Page, seg: Segment): boolean {
  for (let k = seg.from + 1; k < seg.to; k++) {
    if ((deedWord(p, k) & DEED.same) === 0) continue;
    const at = isOneOf(p, k - 1, THE) ? k - 2 : k - 1;
    if (p.t.isMark(at, ":") || p.t.isMark(at, "-")) return true;
  }
  return false;
}

const PUT_IN = new Set(["performed", "injected", "aspirated"]);

/** A plan is for another day, unless its sentence tells that something was put in, and nothing in it is to come. */
function tells(p: Page, no: number): boolean {
  return some(p, no, MEANS.act, ({ act }) => act !== undefined && PUT_IN.has(act.gives)) && !plansAny(p, no);
}

/** Is anything in it to come, apart from the heading "Plan:" itself? */
function plansAny(p: Page, no: number): boolean {
  const body = pastPlan(p, p.segments[no] as Segment);
  for (let h = firstWith(p, no, MEANS.status); h >= 0; h = nextWith(p, no, MEANS.status, h)) {
    const { from, entry } = p.hits[h] as Hit;
    if (from >= body && (entry.status & SAYS.planned) !== 0) return true;
  }
  return false;
}

/** "Plan: steroid injection performed today": the heading plans nothing by itself. */
const pastPlan = (p: Page, { from, labelEnd }: Segment): number =>
  labelEnd > from && isOneOf(p, from, PLAN) ? from + 1 : from;

const PLAN = ["plan"];

/** Words of others, and of how an earlier one went. */
const EARLIER = new Set(["others", "outcome-told"]);
const NOT_TODAY = SAYS.planned | SAYS.past | SAYS.risk;

/** Is the dose planned, remembered, declined, a condition, or a drug for the whole body? What follows it says nothing of it. */
function denied(p: Page, seg: Segment, fluid: boolean): boolean {
  if (opensWithDate(p, seg)) return true;
  let dosed = false;
  for (let k = pastPlan(p, seg); k < seg.to;) {
    const hit = hitFrom(p, k);
    const word = deedWord(p, k);
    if (isMonth(p, k) || (!dosed && isMeant(p, k, seg.from))) return true;
    // "SC joint" is named, nothing is put under the skin.
    const taken = isName(hit) ? 0 : word & (DEED.taken | DEED.driven);
    if (taken !== 0 || (!dosed && (word & DEED.open) !== 0 && !isFinger(p, hit))) return true;
    if (hit === undefined) {
      k++;
      continue;
    }
    const { status, act, substance, unit } = hit.entry.by;
    const says = hit.entry.status;
    if (!dosed && status !== undefined && EARLIER.has(status.id)) return true;
    if (
      ((says & (SAYS.declined | SAYS.route)) !== 0 && status?.id !== "body-drugs") ||
      (!dosed && (says & NOT_TODAY) !== 0 && !(status?.id === CHOSEN && hit.to <= seg.labelEnd))
    )
      return true;
    if (act?.gives === "block" || act?.gives === "blocked") return true;
    if (act?.gives === "inject" && seg.section === "none" && isOrder(p, k, seg)) return true;
    dosed ||= substance !== undefined || (fluid && unit?.gives === "mL");
    k = hit.to;
  }
  return false;
}

/** "Injection offered and accepted: 1 mL ...": before the colon what was chosen, after it what was given. */
const CHOSEN = "chosen";

/** "IF A1 pulley" is the index finger, and no condition. */
const isFinger = (p: Page, hit: Hit | undefined): boolean => hit !== undefined && isFingerInitials(p, hit);

/** "A knee injection is 40 mg of Kenalog": told of such things in general. */
function isMeant(p: Page, k: number, from: number): boolean {
  return p.t.type[k] === NUMBER && k > from && isOneOf(p, k - 1, IS);
}

const IS = ["is", "are", "be", "uses", "contains"];
