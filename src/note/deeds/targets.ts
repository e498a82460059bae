/**
 * Where a deed went that no verb ties to a structure, by a ladder: the first rung that names anything decides. The
 * sentence itself; the field, the sentence of the needle, the head and the rest of its run; the heading over it; the
 * item it is nested under; the diagnosis; the one structure the note speaks of. A rung that names one structure gives
 * the target; a rung that names several gives none, for two that are told of alike never both count by one dose.
 */
import type { StructureKind } from "../../rulebook/types.ts";
import { isDiagnosis } from "../status/bearing.ts";
import { afterDose, DIAGNOSES, heads, led, Mentioned, type Candidate } from "./candidates.ts";
import { gaugeIn } from "./deed-signs.ts";
import { hasWord, deedWord } from "../page/single-words.ts";
import { DEED, KIND_TOLD } from "../lexicon/deed-words.ts";
import type { Deed } from "./deeds.ts";
import { isTreated, MUSCLES, type Work, DRAINED } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { hitFrom, holds, isOneOf, some, type Page, saysAny } from "../page/page.ts";
import { fitted, JOINT, pick, type Kinds } from "./pick.ts";
import { FAR_RUNGS, labelled, listKind, NEAR_RUNGS, parentOf, RUNGS } from "./rungs.ts";
import type { Run } from "../page/runs.ts";
import { isName } from "../lexicon/scan.ts";
import { blankIn } from "./untold.ts";
import { SAYS } from "../lexicon/says.ts";

/** What is made numb first is not where the rest went. */
const NUMBED: ReadonlySet<StructureKind> = new Set<StructureKind>(["nerve", "plane"]);

/** Gives each deed its target in `work`, which is in order. Gives back the deeds whose target is not told. */
export function targets(
  p: Page,
  work: Work[],
  deeds: readonly Deed[],
  says: ReadonlyMap<string, number>,
): readonly Deed[] {
  if (deeds.every((deed) => deed.told)) return NONE;
  const ladder = new Ladder(new Mentioned(p, work), says.has("trigger-point"));
  const untold: Deed[] = [];
  for (let d = 0; d < deeds.length;) {
    const { run } = deeds[d] as Deed;
    let end = d + 1;
    while (end < deeds.length && deeds[end]?.run === run) end++;
    const open = ladder.climb(deeds.slice(d, end));
    if (open !== null) untold.push(open);
    d = end;
  }
  return untold;
}

const NONE: readonly Deed[] = [];

/** What a dose for each site may be listed with. */
const SOFT: ReadonlySet<StructureKind> = new Set<StructureKind>([
  "ligament",
  "tendon-origin",
  "tendon-sheath",
  "aponeurosis",
]);

class Ladder {
  private readonly said: Mentioned;
  /** The note speaks of trigger points. */
  private readonly points: boolean;
  /** The far rungs were climbed before. */
  private far = false;
  /** Where a list goes on after an item that went to a joint. */
  private joints = -1;

  constructor(said: Mentioned, points: boolean) {
    this.said = said;
    this.points = points;
  }

  /** Finds the targets of the deeds of one run. Gives back the first that has none. */
  climb(deeds: readonly Deed[]): Deed | null {
    const { run } = deeds[0] as Deed;
    const open = this.climbed(deeds, run);
    this.joints = run.item && this.treated(run.from, run.to, (w) => w.draft.kind === "joint") ? run.to : -1;
    return open;
  }

  private climbed(deeds: readonly Deed[], run: Run): Deed | null {
    const { p } = this.said;
    if (deeds.every((deed) => deed.told)) return null;
    const kinds = kindsTold(p, deeds, run) ?? (run.item ? this.ofList(deeds[0] as Deed) : null);
    if (kinds === null && blocked(p, run)) return null;
    const counts = kinds === null ? isTreated : (w: Work): boolean => isTreated(w) && !NUMBED.has(w.draft.kind);
    const choose = (all: readonly Candidate[], drained = false): ReturnType<typeof pick> =>
      pick(p, this.muscles(all, run), kinds, drained);
    let own = -1;
    deeds.forEach((deed, i) => {
      this.asKind(deed, kinds ?? (run.item && this.joints === run.from ? JOINT : null));
      if (this.treated(deed.no, deed.no + 1, counts)) return;
      const target = choose(inSentence(this.said, deed.no), deed.drained);
      if (target === "several" && own < 0 && this.settleEach(deed, this.said.candidates(deed.no, deed.no + 1))) own = i;
      if (target !== null && target !== "several" && this.settle(deed, target) && own < 0) own = i;
    });
    // Where a later deed of the run has its own structure, an earlier one has one of its own too, told of beside it.
    const rest = own < 0 ? deeds : deeds.slice(0, own);
    if (this.treated(run.from, own < 0 ? run.to : (deeds[own] as Deed).no, counts)) return null;
    const deed = rest.find((x) => !x.local && !x.bare);
    if (deed === undefined) return null;
    if (own < 0 && !run.item && this.said.work.some(counts)) {
      // "Subtalar: sinus tarsi approach. 40 mg of Depo-Medrol": a paragraph with a name of its own tells of that one, whatever else was treated.
      const target = choose(labelled(this.said, deed, kinds !== null));
      if (target !== null && target !== "several" && !declinedAfter(p, deed)) this.settle(deed, target);
      return null;
    }
    if (declinedAfter(p, deed)) return null;
    if (blankIn(p, run) !== null) return deed;
    for (const rung of own < 0 ? RUNGS : NEAR_RUNGS) {
      const all = rung(this.said, deed, kinds !== null);
      const target = choose(all);
      if (target === "several" && this.settleEach(deed, all)) return null;
      if (target !== null) return target !== "several" && this.settle(deed, target) ? null : deed;
    }
    if (own >= 0 || this.far) return deed;
    // "1. Carpal tunnel syndrome / - injected today, 1 mL": the line above was read as treated; no other is looked for.
    const above = parentOf(p, run);
    if (above >= 0 && this.treated(above, above + 1, counts)) return null;
    this.far = true;
    for (const rung of FAR_RUNGS) {
      const target = choose(rung(this.said, deed, kinds !== null));
      if (target !== null) return target !== "several" && this.settle(deed, target) ? null : deed;
    }
    return deed;
  }

  private ofList(deed: Deed): Kinds {
    const kind = listKind(this.said, deed);
    return kind === null || MUSCLES.has(kind) ? null : [kind];
  }

  private treated(from: number, to: number, test: (w: Work) => boolean): boolean {
    for (let no = from; no < to; no++) if (this.said.in(no).some((w) => isTreated(w) && test(w))) return true;
    return false;
  }

  /** Without trigger points in the note and without a needle in the run a muscle is no target. */
  private muscles(all: readonly Candidate[], run: Run): readonly Candidate[] {
    if (this.points || !all.some((c) => MUSCLES.has(c.draft.kind)) || gaugeIn(this.said.p, run.from, run.to))
      return all;
    return all.filter((c) => !MUSCLES.has(c.draft.kind));
  }

  /**
   * A place in the sentence of the deed that was read as treated becomes the joint, bursa or tunnel that the deed names; so
   * does the only one of its run ("Ankle injection. Went in at the joint line, 1 mL").
   */
  private asKind({ no, run }: Deed, kinds: Kinds): void {
    if (kinds === null) return;
    const isPlace = (w: Work): boolean => w.draft.kind === "region" && isTreated(w);
    let places = this.said.in(no).filter(isPlace);
    const [from, to] = [Math.max(run.from, no - NEAR), Math.min(run.to, no + NEAR)];
    if (places.length === 0 && !this.treated(from, to, (w) => w.draft.kind !== "region"))
      for (let k = from; k < to; k++) places = [...places, ...this.said.in(k).filter(isPlace)];
    if (places.some((w) => w.draft.id !== places[0]?.draft.id)) return;
    for (const w of places) {
      const meant = fitted(this.said.p, { work: w, draft: w.draft, seg: w.seg }, kinds);
      if (meant !== null) this.said.put(w, { ...w, draft: meant.draft });
    }
  }

  /**
   * "L QL and L multifidus trigger points, 3 cc each", "Joints: R MCP 2, R PIP 3. 0.3 mL each": an amount for each of the muscles
   * or joints at the head of the sentence.
   */
  private settleEach(deed: Deed, all: readonly Candidate[]): boolean {
    const [first] = all;
    if (!deed.each || first === undefined) return false;
    // "1 mL per site, iliolumbar and posterior sacroiliac ligaments": what is listed in the sentence itself.
    const listed = all.every((c) => SOFT.has(c.draft.kind) && c.draft.segment === deed.no);
    if (!listed && !heads(first)) return false;
    const kinds = this.points ? MUSCLES : DRAINED;
    if (
      all.some(
        (c) =>
          !(listed || kinds.has(c.draft.kind) || DRAINED.has(c.draft.kind)) || isDiagnosis(c.work?.verdict.because),
      )
    )
      return false;
    return all.filter((c) => this.settle(deed, c)).length > 0;
  }

  /** Makes the candidate the target. */
  private settle(deed: Deed, { work, draft, seg }: Candidate): boolean {
    if (deed.drained && !DRAINED.has(draft.kind)) return false;
    if (work?.verdict.status === "planned" && !cameTo(this.said.p, work, deed)) return false;
    const verdict = { status: "injected", because: "deed", verb: true, aspirated: deed.drained } as const;
    this.said.put(work, work === null ? { draft, verdict, seg } : { ...work, draft, verdict });
    return true;
  }
}

/** Told right after what was chosen or brought up, and nobody said no in between. */
function cameTo(p: Page, { draft, seg }: Work, { no }: Deed): boolean {
  if (no - draft.segment > NEXT || seg.paragraph !== p.segments[no]?.paragraph) return false;
  for (let k = draft.segment; k <= no; k++)
    if (
      some(p, k, MEANS.status | MEANS.reference, ({ status, reference }) => NO.has((status ?? reference)?.gives ?? ""))
    )
      return false;
  return true;
}

/** Segments before and after a deed in which its run may name its place, at most. */
const NEAR = 30;
/** Segments from what was chosen to what was given, at most. */
const NEXT = 3;
const NO = new Set(["declined", "refused"]);

/** The sentence of the deed: what stands at its head ("R knee OA - 40 TAC / 4 lido") or after "into", "at", "over". */
function inSentence(said: Mentioned, no: number): Candidate[] {
  return said
    .candidates(no, no + 1, DIAGNOSES)
    .filter((c) => heads(c) || (!isDiagnosis(c.work?.verdict.because) && (led(said.p, c) || afterDose(said.p, c))));
}

/** "Kenalog 40 drawn up. Patient changed her mind.": declined later in the run, of no structure by name. */
function declinedAfter(p: Page, { no, run }: Deed): boolean {
  for (let k = no + 1; k < run.to; k++)
    if (!holds(p, k, MEANS.term) && some(p, k, MEANS.status, ({ status }) => status?.gives === "declined")) return true;
  return false;
}

/** A nerve is blocked in the run: what it names beside is where the nerve lies. */
function blocked(p: Page, { from, to }: Run): boolean {
  for (let no = from; no < to; no++)
    if (
      some(p, no, MEANS.act, ({ act }) => act?.gives === "block" || act?.gives === "blocked") &&
      !saysAny(p, no, SAYS.not)
    )
      return true;
  return false;
}

/** What kind of structure the deed says it went to: in its own sentences, else in its run from its end backwards. */
function kindsTold(p: Page, deeds: readonly Deed[], run: Run): Kinds {
  if (!hasWord(p, run.from, run.to, KIND_WORDS)) return null;
  for (const { no } of deeds) {
    const told = kindsIn(p, no);
    if (told !== null) return told;
  }
  for (let no = run.to - 1; no >= run.from; no--) {
    const told = kindsIn(p, no);
    if (told !== null) return told;
  }
  return null;
}

const KIND_WORDS = KIND_TOLD.reduce((bits, [bit]) => bits | bit, 0);

/** A sentence that denies something tells of no target; the noun of a structure's own name is not counted. */
function kindsIn(p: Page, no: number): Kinds {
  const seg = p.segments[no] as Segment;
  if (saysAny(p, no, SAYS.not)) return null;
  for (let k = seg.from; k < seg.to;) {
    const hit = hitFrom(p, k);
    // "The lump is a ganglion: stuck it and got 1 cc of jelly": what is lanced is the cyst, whatever place is named beside.
    if (hit !== undefined && isName(hit) && (deedWord(p, hit.to - 1) & DEED.cyst) === 0) {
      k = hit.to;
      continue;
    }
    const word = deedWord(p, k);
    // "Its exit through the posterior sheath": what lies on the way is not where the needle went.
    if (word !== 0 && !onTheWay(p, k) && !ofKnee(p, k))
      for (const [bit, kinds] of KIND_TOLD) if ((word & bit) !== 0) return kinds;
    k++;
  }
  return null;
}

/** "Medial compartment narrowing": a part of the knee, and no sheath. */
const ofKnee = (p: Page, k: number): boolean => (deedWord(p, k) & DEED.sheath) !== 0 && isOneOf(p, k - 1, PARTS);
const PARTS = ["medial", "lateral", "patellofemoral", "tibiofemoral", "anterior"];

/** Does "through" stand a few words before? */
function onTheWay(p: Page, k: number): boolean {
  for (let i = Math.max(0, k - WAY); i < k; i++) if ((deedWord(p, i) & DEED.way) !== 0) return true;
  return false;
}

/** Tokens from "through" to what is passed, at most. */
const WAY = 5;
