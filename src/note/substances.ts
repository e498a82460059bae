/** What was put in: drugs by name or brand, strength, amount, waste, vial. */
import type { AgentClass, Drug } from "../rulebook/types.ts";
import type { SubstanceFact } from "./facts.ts";
import type { Segment } from "./layout.ts";
import { MEANS } from "./lexicon.ts";
import { hitFrom, holds, some, type Page } from "./mentions.ts";
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

interface Amount {
  readonly value: number;
  readonly unit: string;
  readonly at: number;
}

const NO_SUBSTANCES: readonly SubstanceFact[] = [];

/** Substances named in a segment, with the amounts written beside them. */
export function substancesIn(p: Page, no: number, known: Agents): readonly SubstanceFact[] {
  const out: SubstanceFact[] = [];
  const seg = p.segments[no] as Segment;
  if (!holds(p, no, MEANS.substance)) return NO_SUBSTANCES;
  let status: SubstanceFact["status"] | null = null;
  let said: Said | null = null;
  for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
    const hit = p.hits[h] as Hit;
    const cue = hit.entry.by.substance;
    if (cue !== undefined) {
      status ??= statusOfSegment(p, no);
      said ??= saidIn(p, seg);
      const drug = known.of(cue.gives);
      const amounts = amountsNear(p, seg, hit.from, hit.to);
      const denied = drug.agent !== "none" && deniedBefore(p, seg, hit.from);
      const start = p.t.start[hit.from] as number;
      const end = p.t.end[hit.to - 1] as number;
      out.push(
        Object.freeze({
          kind: "substance",
          ...drug,
          status: denied || unticked(p, seg, hit.from) ? "declined" : status,
          text: p.t.text.slice(start, end),
          start,
          end,
          ...dosed(p, seg, drug.agent, amounts, said),
        }),
      );
    }
  }
  return out;
}

function statusOfSegment(p: Page, no: number): SubstanceFact["status"] {
  const seg = p.segments[no] as Segment;
  if (seg.section === "history" || seg.section === "copied") return "past";
  if (seg.section === "plan" || seg.section === "assessment")
    return seg.tick === false ? "mentioned" : planGiven(p, no) ? "given" : "planned";
  if (
    seg.section === "consent" ||
    seg.section === "exam" ||
    seg.section === "education" ||
    seg.section === "indication"
  )
    return "mentioned";
  return some(p, no, MEANS.status, (by) => by.status?.gives === "planned") && !planGiven(p, no) ? "planned" : "given";
}

/** In a plan, an amount in millilitres or a percentage shows that it was given. */
function planGiven(p: Page, no: number): boolean {
  return some(p, no, MEANS.unit, (by) => by.unit?.gives === "mL" || by.unit?.gives === "%");
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

/** Number of a token, or null. Words ("two", "half") count. */
export function numberAt(p: Page, k: number): number | null {
  if (p.t.type[k] === NUMBER) return Number(p.t.textOf(k));
  const hit = hitFrom(p, k);
  return (hit && hit.entry.by.number?.value) ?? null;
}

function amountsNear(p: Page, seg: Segment, from: number, to: number): Amount[] {
  const out: Amount[] = [];
  const low = Math.max(seg.from, from - 7);
  const high = Math.min(seg.to, to + 12);
  for (let k = low; k < high; k++) {
    if (k >= from && k < to) continue;
    const other = hitFrom(p, k);
    if (k >= to && other !== undefined && other.entry.by.substance !== undefined) break;
    if (k < from && other !== undefined && other.entry.by.substance !== undefined) {
      out.length = 0;
      continue;
    }
    const value = numberAt(p, k);
    if (value === null) continue;
    const unit = unitAfter(p, k + 1);
    if (unit !== null) out.push({ value, unit, at: k });
  }
  return out;
}

function unitAfter(p: Page, k: number): string | null {
  const hit = hitFrom(p, k);
  if (hit === undefined) return null;
  const cue = hit.entry.by.unit;
  if (cue === undefined) return null;
  if (cue.gives === "mg" && p.t.isMark(hit.to, "/")) return "mg/mL";
  return cue.gives;
}

function dosed(
  p: Page,
  seg: Segment,
  agent: AgentClass,
  amounts: readonly Amount[],
  { told, wasted, vial }: Said,
): Partial<SubstanceFact> {
  // A percentage is the strength of a solution; milligrams a millilitre win where both are written.
  const strength = amounts.find((a) => a.unit === "mg/mL") ?? amounts.find((a) => a.unit === "%");
  const given = amounts.filter(
    (a) => (a.unit === "mg" || a.unit === "unit" || a.unit === "mL") && !ofVial(p, a.at, seg.to),
  );
  const mg =
    (told?.unit === "mg" && agent !== "anaesthetic" ? told : undefined) ??
    given.find((a) => a.unit === "mg") ??
    (agent === "toxin" ? given.find((a) => a.unit === "unit") : undefined);
  const volume = given.find((a) => a.unit === "mL");
  const dose =
    mg ?? (volume && strength?.unit === "mg/mL" ? { value: volume.value * strength.value, unit: "mg" } : volume);
  return {
    ...(strength ? { strength: { value: strength.value, unit: strength.unit as "%" | "mg/mL" } } : {}),
    ...(dose ? { dose: { value: dose.value, unit: dose.unit as "mg" | "mL" | "unit" } } : {}),
    ...(wasted && agent !== "anaesthetic" ? { wasted: { ...wasted } } : {}),
    ...(vial ? { vial } : {}),
  };
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
    const unit = value === null ? null : unitAfter(p, i + 1);
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
