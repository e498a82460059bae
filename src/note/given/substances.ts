/** What was put in: drugs by name or brand, strength, amount, waste, vial. */
import type { AgentClass, Cue, Drug } from "../../rulebook/types.ts";
import type { SubstanceFact } from "../facts.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { deedWord, isDetail } from "../page/single-words.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS, type Entry } from "../lexicon/lexicon.ts";
import { amountsOf, numberAt, unitAt, type Amount } from "../structures/amounts.ts";
import { firstWith, hitBefore, hitFrom, holds, isOneOf, nextWith, type Page, some, saysAny } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { NUMBER, WORD, type Tokens } from "../text/tokens.ts";
import { SAYS } from "../lexicon/says.ts";
import { DETAIL } from "../lexicon/detail-words.ts";

const CLASS_WORDS: Readonly<Record<string, AgentClass>> = {
  "local-anaesthetic": "anaesthetic",
  steroid: "steroid",
  "botulinum-toxin": "toxin",
  hyaluronan: "hyaluronan",
  none: "none",
};

interface Agent {
  readonly id: string | null;
  readonly name: string;
  readonly agent: AgentClass;
}

export interface Agents {
  readonly of: (gives: string) => Agent;
}

/** Looks cue words up in the book's drugs. */
export function agents(drugs: readonly Drug[]): Agents {
  const known = new Map<string, Agent>(drugs.map(({ id, name, agent }) => [id, { id, name, agent }]));
  return {
    of(gives) {
      let agent = known.get(gives);
      if (agent === undefined) {
        agent = { id: null, name: gives.replaceAll("-", " "), agent: CLASS_WORDS[gives] ?? "other" };
        known.set(gives, agent);
      }
      return agent;
    },
  };
}

const NO_SUBSTANCES: readonly SubstanceFact[] = [];

/** Substances named in a segment, with the amounts written beside them. */
export function substancesIn(p: Page, no: number, known: Agents): readonly SubstanceFact[] {
  if (!holds(p, no, MEANS.substance)) return NO_SUBSTANCES;
  const seg = p.segments[no] as Segment;
  const named: Hit[] = [];
  for (let h = firstWith(p, no, MEANS.substance); h >= 0; h = nextWith(p, no, MEANS.substance, h))
    if ((p.hits[h] as Hit).entry.by.substance !== undefined) named.push(p.hits[h] as Hit);
  const amounts = amountsOf(p, seg, named);
  const said = saidIn(p, seg);
  const status = statusOfSegment(p, no, said);
  return named.map((hit, i) => {
    const { id, name, agent } = known.of(hit.entry.by.substance?.gives ?? "");
    const denied = (agent !== "none" && deniedBefore(p, seg, hit.from)) || unticked(p, seg, hit.from);
    const start = p.t.start[hit.from] as number;
    const end = p.t.end[hit.to - 1] as number;
    const fact: Open = {
      kind: "substance",
      id,
      name,
      agent,
      status: denied ? "declined" : status === "given" && topical(p, hit) ? "mentioned" : status,
      text: p.t.text.slice(start, end),
      start,
      end,
    };
    dose(p, seg, fact, hit, amounts[i] as Amount[], said);
    return Object.freeze(fact);
  });
}

/**
 * "Depo-Medrol 40 mg drawn up ... procedure cancelled": where nothing was done, what was made ready was not given. What its
 * own sentence says to have gone in another way ("ketorolac 30 mg IM given") was.
 */
export function madeReady(
  p: Page,
  lists: readonly (readonly SubstanceFact[])[],
): readonly (readonly SubstanceFact[])[] {
  return lists.map((list, no) =>
    list.length === 0 || some(p, no, MEANS.status | MEANS.act, (by) => by.status?.gives === "route" || wasGiven(by.act))
      ? list
      : list.map((s) => (s.status === "given" ? Object.freeze({ ...s, status: "mentioned" as const }) : s)),
  );
}

const wasGiven = (act: Cue | undefined): boolean => act?.gives === "performed" || act?.gives === "injected";

/** A fact that is still being written. */
type Open = { -readonly [K in keyof SubstanceFact]: SubstanceFact[K] };

function statusOfSegment(p: Page, no: number, said: Said): SubstanceFact["status"] {
  const seg = p.segments[no] as Segment;
  if (seg.section === "history" || seg.section === "copied") return "past";
  if (seg.section === "plan" || seg.section === "assessment")
    return seg.tick === false ? "mentioned" : !recommends(p, no) && planGiven(p, no, said) ? "given" : "planned";
  if (seg.section === "consent" || seg.section === "exam" || seg.section === "education") return "mentioned";
  // A line that began with the indication and goes on to amounts tells of what was given.
  if (seg.section === "indication")
    return planGiven(p, no, said) || some(p, no, MEANS.unit, (by) => by.unit?.gives === "unit") ? "given" : "mentioned";
  if (planGiven(p, no, said)) return "given";
  if (some(p, no, MEANS.status, ({ status }) => status?.gives === "planned")) return "planned";
  // "Alternatives, including alcohol injections", "injections with lidocaine not done today": spoken of, and with no amount.
  if (some(p, no, MEANS.status, isSpokenOf) && !holds(p, no, MEANS.unit)) return "mentioned";
  // "Had shots with a steroid in 2020": what tells of earlier care, and of no amount, gives nothing today.
  return saysAny(p, no, SAYS.past) ? "past" : "given";
}

const isSpokenOf = ({ status }: Entry["by"]): boolean =>
  status !== undefined &&
  !status.pseudo &&
  (status.gives === "risk" || (status.gives === "not" && status.direction === "backward"));

/** Does the heading of its section, or its own label, say that all under it is to be done? */
function recommends(p: Page, no: number): boolean {
  const { sectionNo } = p.segments[no] as Segment;
  for (let k = no; k >= Math.max(0, no - UNDER); k--) {
    const { from, labelEnd, sectionNo: here } = p.segments[k] as Segment;
    if (here !== sectionNo) return false;
    if (labelEnd > from && isDetail(p, from, DETAIL.recommending)) return true;
  }
  return false;
}

/** Segments under a heading that it is remembered for. */
const UNDER = 20;

/** In a plan, an amount in millilitres, a percentage, or an amount said to be given or discarded shows that it was given. */
function planGiven(p: Page, no: number, { told, wasted }: Said): boolean {
  return (
    told !== null ||
    wasted !== null ||
    some(p, no, MEANS.unit, (by) => by.unit?.gives === "mL" || by.unit?.gives === "%")
  );
}

/** "no steroid", "without epinephrine", "Steroid: none". */
function deniedBefore(p: Page, seg: Segment, at: number): boolean {
  for (let k = at; k > seg.from;) {
    const hit = hitBefore(p, k);
    if (hit?.entry.by.status?.gives === "not") return true;
    // "No dextrose or other proliferant"
    if (hit?.entry.by.substance !== undefined && k < at) k = hit.from;
    else if (isOneOf(p, k - 1, NOR)) k--;
    else break;
  }
  if (at >= seg.from && at < seg.labelEnd) {
    const value = hitFrom(p, seg.labelEnd + 1);
    return value !== undefined && value.entry.by.status?.gives === "not";
  }
  return false;
}

/** "Topical lidocaine gel", "lidocaine patch": laid on the skin, and injected nowhere. */
function topical(p: Page, hit: Hit): boolean {
  for (let k = hit.from - 1; k >= 0 && hit.from - k <= DRIVEN_NEAR; k--)
    if ((deedWord(p, k) & DEED.driven) !== 0) return true;
  return isDetail(p, hit.to, DETAIL["on-skin"]) || isOneOf(p, hit.from - 1, TOPICAL);
}

const TOPICAL = ["topical"];
/** Tokens from "iontophoresis", "lavage" to what it is with, at most. */
const DRIVEN_NEAR = 8;

const NOR = ["or", "nor", "other"];

function unticked(p: Page, seg: Segment, at: number): boolean {
  return at - 2 >= seg.from && p.t.isMark(at - 1, "]") && p.t.isMark(at - 2, "[");
}

type Dose = NonNullable<SubstanceFact["perSite"]>;

/** Writes strength and amounts into the fact, each only where it is written. */
function dose(
  p: Page,
  seg: Segment,
  fact: Open,
  hit: Hit,
  amounts: readonly Amount[],
  { told, wasted, vial }: Said,
): void {
  const strength = strengthOf(amounts) ?? namedStrength(p, hit);
  const numbing = fact.agent === "anaesthetic";
  const once = amounts.length === 0 ? amounts : amounts.filter((a) => isDose(p, a, seg.to) && (a.total || !a.each));
  const each = amounts.find((a) => a.each && !a.total && isDose(p, a, seg.to));
  const sums = once.some((a) => a.total) ? once.filter((a) => a.total) : once;
  const given = (told?.unit === "mg" && !numbing ? told : undefined) ?? chosen(fact.agent, sums, strength);
  if (strength) fact.strength = strength;
  if (given) fact.dose = { value: given.value, unit: given.unit };
  if (each) fact.perSite = { value: each.value, unit: each.unit as Dose["unit"] };
  if (wasted && !numbing) fact.wasted = { value: wasted.value, unit: wasted.unit };
  if (vial) fact.vial = vial;
}

/** An amount of the drug itself: no strength, no size of a vial, nothing thrown away. */
function isDose(p: Page, a: Amount, to: number): boolean {
  const measured = a.unit === "mg" || a.unit === "unit" || a.unit === "mL";
  return measured && !ofVial(p, a.at, to) && !isWaste(p, a, to);
}

/** Weight or units where the drug is measured so, else weight from volume and strength, else volume. */
function chosen(agent: AgentClass, given: readonly Amount[], strength: SubstanceFact["strength"]): Dose | undefined {
  const volume = amountIn(given, "mL");
  if (agent === "anaesthetic" && volume !== undefined) return volume;
  const weight = (agent === "toxin" ? amountIn(given, "unit") : undefined) ?? amountIn(given, "mg");
  if (weight !== undefined) return weight;
  if (volume !== undefined && strength?.unit === "mg/mL") return { value: volume.value * strength.value, unit: "mg" };
  return volume ?? amountIn(given, "unit");
}

function amountIn(given: readonly Amount[], unit: Dose["unit"]): Dose | undefined {
  for (const a of given) if (a.unit === unit) return { value: a.value, unit };
  return undefined;
}

/** A percentage is the strength of a solution; milligrams a millilitre win where both are written. */
function strengthOf(amounts: readonly Amount[]): SubstanceFact["strength"] {
  const a = amounts.find((x) => x.unit === "mg/mL" || x.unit === "unit/mL") ?? amounts.find((x) => x.unit === "%");
  return a && { value: a.value, unit: a.unit as "%" | "mg/mL" };
}

/** "Kenalog-40", "Depo-Medrol 80": the number of the name is milligrams a millilitre, unless a unit follows it. */
function namedStrength(p: Page, hit: Hit): SubstanceFact["strength"] {
  const last = hit.to - 1;
  if (last === hit.from || p.t.type[last] !== NUMBER || unitAt(p, hit.to) !== null) return undefined;
  return { value: Number(p.t.textOf(last)), unit: "mg/mL" };
}

/** "10 mg discarded", "wasted 10 mg": no part of what was given. */
function isWaste(p: Page, a: Amount, to: number): boolean {
  for (let k = a.to; k < Math.min(to, a.to + 4); k++) if (isDetail(p, k, DETAIL.wasted)) return true;
  return isDetail(p, a.at - 1, DETAIL.wasted);
}

type Told = NonNullable<SubstanceFact["wasted"]>;

/** What a segment says of its drugs together, looked up once for all of them. */
interface Said {
  readonly told: Told | null;
  readonly wasted: Told | null;
  readonly vial: SubstanceFact["vial"] | null;
}

const VIAL = ["vial"];

/** "10 mg was discarded", "0.5 mL (20 mg) given": the amount nearest before the first such word that has one. */
function saidIn(p: Page, seg: Segment): Said {
  let told: Told | null | undefined;
  let wasted: Told | null | undefined;
  let vials = false;
  for (let k = seg.from; k < seg.to; k++) {
    if (p.t.type[k] !== WORD) continue;
    if (told === undefined && isDetail(p, k, DETAIL.given)) told = amountBefore(p, seg, k);
    else if (wasted === undefined && isDetail(p, k, DETAIL.wasted)) wasted = amountBefore(p, seg, k);
    else vials ||= isDetail(p, k, DETAIL.vial);
  }
  return { told: told ?? null, wasted: wasted ?? null, vial: vials ? vialOf(p.t, seg) : null };
}

/** Undefined when no amount stands before the word; null when the amount is nothing. */
function amountBefore(p: Page, seg: Segment, at: number): Told | null | undefined {
  for (let i = at - 1; i >= Math.max(seg.from, at - 8); i--) {
    const value = numberAt(p, i);
    const unit = value === null ? null : (unitAt(p, i + 1)?.gives ?? null);
    if (value !== null && (unit === "mg" || unit === "unit" || unit === "mL"))
      return value > 0 ? { value, unit } : null;
  }
  return undefined;
}

/** "from a 40 mg single-dose vial", "200 unit vial": the size of the vial, not what was given. */
function ofVial(p: Page, at: number, to: number): boolean {
  for (let k = at + 2; k < Math.min(to, at + 6); k++) {
    if (p.t.isMark(k, ",") || p.t.isMark(k, "(") || p.t.isMark(k, ";")) return false;
    if (isOneOf(p, k, VIAL)) return true;
  }
  return false;
}

function vialOf(t: Tokens, seg: Segment): "single-dose" | "multi-dose" | null {
  const words = t.textFrom(seg.from, seg.to).toLowerCase();
  if (words.includes("single-dose") || words.includes("single dose") || words.includes("sdv")) return "single-dose";
  return words.includes("multi-dose") || words.includes("multidose") || words.includes("mdv") ? "multi-dose" : null;
}
