/**
 * A list of structures and what stands near it, as the rungs of the ladder ask for it. A word that governs nothing here is left
 * out from the start: a verb denied, a plan that begins after the dose.
 */
import {
  DOING,
  isLandmark,
  isOwn,
  isPast,
  isPastCare,
  isPlannedFirst,
  isRightAfter,
  isService,
  isTold,
  leadsIn,
  overList,
  withinDose,
} from "./bearing.ts";
import type { Chain } from "../structures/chains.ts";
import type { Draft } from "../structures/mentions.ts";
import { isDrained } from "../structures/siblings.ts";
import type { Page } from "../page/page.ts";
import type { Segment } from "../page/layout.ts";
import { isMuscular, isRegion } from "./line-shape.ts";
import { cuesNear, type Near, type Nearby } from "./near.ts";
import { SAYS } from "../lexicon/says.ts";
import type { Setting } from "./setting.ts";
import { verdict, type Verdict } from "../structures/verdict.ts";

/** Nouns that name an act without saying that it was done. */
const NAMED = SAYS.injection | SAYS.needling | SAYS.block;

/** One list of structures, its words and its surroundings. */
export class Case {
  readonly p: Page;
  readonly chain: Chain;
  readonly seg: Segment;
  readonly setting: Setting;
  readonly near: Nearby;
  readonly first: Draft;
  /** Fluid is drawn from such structures: that treats them. */
  readonly drains: boolean;
  /** Nouns that name what was done ("injection", "aspiration"): bits of `SAYS`. */
  readonly nouns: number;
  /** "Ulnar to palmaris longus": only the way to the place. */
  readonly landmark: Near | undefined;
  /** "Into the left ...". */
  readonly target: Near | undefined;
  /** "Was treated", where what stands around shows that a needle did it. */
  readonly told: Near | undefined;
  /** The verb of doing that governs the list. */
  readonly act: Near | undefined;
  readonly declined: Near | undefined;
  readonly exam: Near | undefined;
  readonly planned: Near | undefined;
  readonly past: Near | undefined;
  /** "Knee pain", "carpal tunnel surgery": the structure only describes. */
  readonly described: Near | undefined;
  private noneOrNoun: Near | null | undefined = undefined;
  private shown: boolean | undefined = undefined;

  constructor(p: Page, chain: Chain, seg: Segment, setting: Setting) {
    this.p = p;
    this.chain = chain;
    this.seg = seg;
    this.setting = setting;
    const near = cuesNear(p, chain, seg);
    this.near = near;
    this.first = chain.members[0] as Draft;
    this.drains = isDrained(p, this.first);
    this.nouns = this.drains ? NAMED | SAYS.drawing : NAMED;
    this.landmark = near.find(SAYS.other, isLandmark);
    this.target = near.find(SAYS.target, leadsIn);
    this.told = this.toldOf();
    this.act = near.find(this.drains ? DOING : DOING & ~SAYS.aspirated, isOwn) ?? this.told;
    this.declined = near.find(SAYS.declined);
    this.exam = near.find(SAYS.exam);
    // A question to a coder tells of what was done in any tense, and asks for what is to come after it.
    this.planned = near.find(SAYS.planned | SAYS.open, setting.asksCode ? isPlannedFirst : withinDose);
    this.past = near.find(SAYS.past | SAYS.open, setting.asksCode ? isPastCare : isPast);
    this.described = near.find(SAYS.diagnosis, isRightAfter);
  }

  /** "Performed", "treated", "placed": they tell of an injection only where one is named or given. */
  private toldOf(): Near | undefined {
    const { near, setting } = this;
    if (!near.has(SAYS.performed) || setting.operates || setting.notPerformed) return undefined;
    const told = near.find(SAYS.performed, isTold);
    if (told === undefined) return undefined;
    // "The physician performs injections into": in a short text; in a long one it is told of such things in general.
    if (told.cue.id === "coder-tells" && !setting.shorthand) return undefined;
    if (!setting.injectsHere && !(this.drains && near.has(SAYS.drawing)) && !this.dosedAlike(told)) return undefined;
    return setting.substanceHere || near.has(this.nouns) ? told : undefined;
  }

  private dosedAlike(told: Near): boolean {
    const { chain, setting } = this;
    if (chain.members.some(isRegion)) return false;
    if (setting.dosedHere && (setting.localDosed || !chain.members.some(isMuscular))) return true;
    // "The following muscles were treated: ... Each got 1 cc of lidocaine."
    return setting.localNear && overList(told, this.near);
  }

  /** The noun that names the service. */
  get noun(): Near | null {
    if (this.noneOrNoun === undefined) this.noneOrNoun = this.near.find(this.nouns, isService) ?? null;
    return this.noneOrNoun;
  }

  /** Is an act named beside the list? */
  get named(): boolean {
    return this.near.has(this.nouns) || this.past?.cue.id === "past-acts";
  }

  /** Does the section show that something was put in, and nothing say that it was not? */
  get hereDone(): boolean {
    return (this.shown ??= this.showsDone());
  }

  private showsDone(): boolean {
    const { setting, seg } = this;
    return (
      (setting.injectsHere ||
        setting.substanceHere ||
        setting.pointsHere ||
        (setting.handed.amountRow && seg.section === "procedure")) &&
      (setting.doneHere || seg.section === "none") &&
      !setting.notPerformed
    );
  }

  /** What was drawn out, where the noun of the service says so. */
  get drawn(): { readonly aspirated?: true } {
    return this.near.has(this.nouns & SAYS.drawing, isService) ? DRAWN : {};
  }

  /** Treated: needled where nothing is put in, else injected. */
  treated(because: string, more?: Partial<Verdict>): Verdict {
    return verdict(this.setting.done, because, more);
  }
}

const DRAWN = { aspirated: true } as const;

/** One question of the ladder: its verdict, or null where the next is to be asked. */
export type Rung = (c: Case) => Verdict | null;
