/** What was put in: drugs by name or brand, strength, amount, waste, vial. */
import type { AgentClass, Drug } from "../rulebook/types.ts";
import type { SubstanceFact } from "./facts.ts";
import type { Segment } from "./layout.ts";
import { MEANS } from "./lexicon.ts";
import { amountsOf, numberAt, unitAt, type Amount } from "./amounts.ts";
import { hitFrom, holds, some, type Page } from "./page.ts";
import type { Hit } from "./scan.ts";
import { NUMBER, WORD, type Tokens } from "./tokens.ts";

const CLASS_WORDS: Readonly<Record<string, AgentClass>> = {
  "local-anaesthetic": "anaesthetic",
  steroid: "steroid",
  "botulinum-toxin": "toxin",
  hyaluronan: "hyaluronan",
  none: "none",
};

export interface Agents {
  readonly of: (gives: string) => { readonly id: string | null; readonly name: string; readonly agent: AgentClass };
}

/** Looks cue words up in the book's drugs. */
export function agents(drugs: readonly Drug[]): Agents {
  const byId = new Map(drugs.map((d) => [d.id, d]));
  return {
    of(gives) {
      const drug = byId.get(gives);
      if (drug !== undefined) return { id: drug.id, name: drug.name, agent: drug.agent };
      return { id: null, name: gives.replaceAll("-", " "), agent: CLASS_WORDS[gives] ?? "other" };
    },
  };
}

const NO_SUBSTANCES: readonly SubstanceFact[] = [];

/** Substances named in a segment, with the amounts written beside them. */
export function substancesIn(p: Page, no: number, known: Agents): readonly SubstanceFact[] {
  if (!holds(p, no, MEANS.substance)) return NO_SUBSTANCES;
  const seg = p.segments[no] as Segment;
  const named: Hit[] = [];
  for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++)
    if ((p.hits[h] as Hit).entry.by.substance !== undefined) named.push(p.hits[h] as Hit);
  const amounts = amountsOf(p, seg, named);
  const status = statusOfSegment(p, no);
  const said = saidIn(p, seg);
  return named.map((hit, i) => {
    const drug = known.of(hit.entry.by.substance?.gives ?? "");
    const denied = drug.agent !== "none" && deniedBefore(p, seg, hit.from);
    const start = p.t.start[hit.from] as number;
    const end = p.t.end[hit.to - 1] as number;
    return Object.freeze({
      kind: "substance" as const,
      ...drug,
      status: denied || unticked(p, seg, hit.from) ? "declined" : status,
      text: p.t.text.slice(start, end),
      start,
      end,
      ...dosed(p, seg, drug.agent, hit, amounts[i] as Amount[], said),
    });
  });
}

function statusOfSegment(p: Page, no: number): SubstanceFact["status"] {
  const seg = p.segments[no] as Segment;
  if (seg.section === "history" || seg.section === "copied") return "past";
  if (seg.section === "plan" || seg.section === "assessment")
    return seg.tick === false ? "mentioned" : planGiven(p, no) ? "given" : "planned";
  if (seg.section === "consent" || seg.section === "exam" || seg.section === "education") return "mentioned";
  // A line that began with the indication and goes on to amounts tells of what was given.
  if (seg.section === "indication")
    return planGiven(p, no) || some(p, no, MEANS.unit, (by) => by.unit?.gives === "unit") ? "given" : "mentioned";
  if (planGiven(p, no)) return "given";
  if (some(p, no, MEANS.status, ({ status }) => status?.gives === "planned")) return "planned";
  // "Had shots with a steroid in 2020": what tells of earlier care, and of no amount, gives nothing today.
  return some(p, no, MEANS.status, ({ status }) => status?.gives === "past" && status.pseudo !== true)
    ? "past"
    : "given";
}

/** In a plan, an amount in millilitres, a percentage, or an amount said to be given or discarded shows that it was given. */
function planGiven(p: Page, no: number): boolean {
  if (some(p, no, MEANS.unit, (by) => by.unit?.gives === "mL" || by.unit?.gives === "%")) return true;
  const seg = p.segments[no] as Segment;
  const { told, wasted } = saidIn(p, seg);
  return told !== null || wasted !== null;
}

/** "no steroid", "without epinephrine", "Steroid: none". */
function deniedBefore(p: Page, seg: Segment, at: number): boolean {
  const hit = p.hitEnd[at] as number;
  if (at > seg.from && hit >= 0) {
    const cue = (p.hits[hit] as Hit).entry.by.status;
    if (cue?.gives === "not") return true;
  }
  const label = seg.label;
  if (at >= label[0] && at < label[1]) {
    const value = hitFrom(p, label[1] + 1);
    return value !== undefined && value.entry.by.status?.gives === "not";
  }
  return false;
}

function unticked(p: Page, seg: Segment, at: number): boolean {
  return at - 2 >= seg.from && p.t.isMark(at - 1, "]") && p.t.isMark(at - 2, "[");
}

type Dose = NonNullable<SubstanceFact["perSite"]>;

const MEASURES = new Set(["mg", "unit", "mL"]);

function dosed(
  p: Page,
  seg: Segment,
  agent: AgentClass,
  hit: Hit,
  amounts: readonly Amount[],
  { told, wasted, vial }: Said,
): Partial<SubstanceFact> {
  const strength = strengthOf(amounts) ?? namedStrength(p, hit);
  const given = amounts.filter((a) => MEASURES.has(a.unit) && !ofVial(p, a.at, seg.to) && !isWaste(p, a, seg.to));
  const each = given.find((a) => a.each && !a.total);
  const sum = given.filter((a) => a.total);
  const once = sum.length > 0 ? sum : given.filter((a) => !a.each);
  const dose = (told?.unit === "mg" && agent !== "anaesthetic" ? told : undefined) ?? chosen(agent, once, strength);
  return {
    ...(strength ? { strength } : {}),
    ...(dose ? { dose: { value: dose.value, unit: dose.unit } } : {}),
    ...(each ? { perSite: { value: each.value, unit: each.unit as Dose["unit"] } } : {}),
    ...(wasted && agent !== "anaesthetic" ? { wasted: { ...wasted } } : {}),
    ...(vial ? { vial } : {}),
  };
}

/** Weight or units where the drug is measured so, else weight from volume and strength, else volume. */
function chosen(agent: AgentClass, given: readonly Amount[], strength: SubstanceFact["strength"]): Dose | undefined {
  const of = (unit: string): Dose | undefined => {
    const a = given.find((x) => x.unit === unit);
    return a && { value: a.value, unit: unit as Dose["unit"] };
  };
  const volume = of("mL");
  if (agent === "anaesthetic" && volume !== undefined) return volume;
  const weight = (agent === "toxin" ? of("unit") : undefined) ?? of("mg");
  if (weight !== undefined) return weight;
  if (volume !== undefined && strength?.unit === "mg/mL") return { value: volume.value * strength.value, unit: "mg" };
  return volume ?? of("unit");
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
  for (let k = a.to; k < Math.min(to, a.to + 4); k++) if (WASTE.test(p.t.textOf(k))) return true;
  return a.at > 0 && WASTE.test(p.t.textOf(a.at - 1));
}

type Told = NonNullable<SubstanceFact["wasted"]>;

/** What a segment says of its drugs together, looked up once for all of them. */
interface Said {
  readonly told: Told | null;
  readonly wasted: Told | null;
  readonly vial: SubstanceFact["vial"] | null;
}

const WASTE = /^(?:discarded|wasted|waste)$/i;
const GIVEN = /^(?:given|administered)$/i;

/** "10 mg was discarded", "0.5 mL (20 mg) given": the amount nearest before the first such word that has one. */
function saidIn(p: Page, seg: Segment): Said {
  let told: Told | null | undefined;
  let wasted: Told | null | undefined;
  for (let k = seg.from; k < seg.to; k++) {
    const length = (p.t.end[k] as number) - (p.t.start[k] as number);
    if (p.t.type[k] !== WORD || length < SHORTEST_SAID || length > LONGEST_SAID) continue;
    const word = p.t.textOf(k);
    if (told === undefined && GIVEN.test(word)) told = amountBefore(p, seg, k);
    else if (wasted === undefined && WASTE.test(word)) wasted = amountBefore(p, seg, k);
  }
  return { told: told ?? null, wasted: wasted ?? null, vial: vialOf(p.t, seg) };
}

const SHORTEST_SAID = "given".length;
const LONGEST_SAID = "administered".length;

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
    if (p.t.textOf(k).toLowerCase() === "vial") return true;
  }
  return false;
}

function vialOf(t: Tokens, seg: Segment): "single-dose" | "multi-dose" | null {
  const words = t.text.slice(t.start[seg.from], t.end[seg.to - 1]).toLowerCase();
  if (words.includes("single-dose") || words.includes("single dose") || words.includes("sdv")) return "single-dose";
  return words.includes("multi-dose") || words.includes("multidose") || words.includes("mdv") ? "multi-dose" : null;
}
