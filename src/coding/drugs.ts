/**
 * Drug supply: amount given to units of the code in force, rounded up to whole units and shown; what is left
 * of a single-dose vial. A local anaesthetic is part of the procedure, and a facility supplies its own drugs.
 */
import type { NotePlace } from "../base/finding.ts";
import type { SubstanceFact } from "../note/facts.ts";
import type { DrugLine } from "../rulebook/types.ts";
import type { Answer } from "./answer.ts";
import { agentBits, kindBits } from "./bits.ts";
import type { Line } from "./determination.ts";
import type { Element } from "./elements.ts";
import { writes } from "./forms.ts";
import { anaestheticIncluded, doseUnknown, facilityDrug } from "./remarks.ts";
import { placeOf, type Session } from "./sessions.ts";
import type { DrugTable, Era } from "./tables.ts";

type Measure = DrugLine["unit"]["measure"];

/** One drug of the session: what was given and left, in the measures the note uses. */
interface Given {
  readonly table: DrugTable;
  readonly given: Record<Measure, number>;
  readonly wasted: Record<Measure, number>;
  readonly saysWaste: boolean;
  readonly vial: SubstanceFact["vial"];
  readonly evidence: readonly NotePlace[];
}

/**
 * Adds to `answer` the drug lines of the encounter in units of the code in force (rulebook/drugs/: mg, mL, units or
 * doses a unit), begun units counted whole, with JW and JZ by rulebook/forms.yaml; or why there is none: NP3070,
 * NP3071, NP3072. Throws nothing.
 */
export function addDrugs(
  session: Session,
  elements: readonly Element[],
  era: Era,
  payer: string | undefined,
  answer: Answer,
): void {
  if (session.substances.length === 0) return;
  const byDrug = new Map<string, SubstanceFact[]>();
  for (const s of session.substances) {
    if (s.id === null || (s.status !== "given" && s.status !== "discarded")) continue;
    const before = byDrug.get(s.id);
    if (before === undefined) byDrug.set(s.id, [s]);
    else before.push(s);
  }
  for (const [id, facts] of byDrug) {
    const table = era.drugs.get(id);
    const first = facts.find((s) => s.status === "given");
    if (table === undefined || first === undefined) continue;
    if (table.drug.agent === "anaesthetic") answer.findings.push(anaestheticIncluded(table.drug.name, placeOf(first)));
    else if (table.lines.length === 0) continue;
    else if (session.facility) answer.findings.push(facilityDrug(table.drug.name, placeOf(first)));
    else {
      const lines = supply(total(table, facts, elements), era, payer);
      if (lines.length === 0) answer.findings.push(doseUnknown(table.drug.name, placeOf(first)));
      answer.companions.push(...lines);
    }
  }
}

/**
 * Adds up one drug. The same amount said again within a procedure is said again: only amounts of different
 * procedures, or at different sites, are added, for a drug counted twice is a drug billed twice.
 */
function total(table: DrugTable, facts: readonly SubstanceFact[], elements: readonly Element[]): Given {
  const given = { mg: 0, mL: 0, unit: 0, dose: 0 };
  const wasted = { mg: 0, mL: 0, unit: 0, dose: 0 };
  const services = new Set(facts.map((f) => f.service));
  for (const service of services) {
    const here = facts.filter((f) => f.service === service);
    for (const measure of ["mg", "mL", "unit", "dose"] as const) {
      given[measure] += Math.max(
        bySite(here, measure),
        ...here.map((f) => (f.status === "given" ? amount(f, f.dose, measure) : 0)),
      );
      wasted[measure] += Math.max(
        0,
        ...here.map((f) => amount(f, f.status === "discarded" ? f.dose : f.wasted, measure)),
      );
    }
  }
  // A product supplied by the dose: one syringe for each joint that it went into.
  if (given.dose === 0)
    given.dose = elements.filter(
      (e) => e.sure && (e.agents & agentBits([table.drug.agent])) !== 0 && (e.kindBit & JOINT) !== 0,
    ).length;
  return {
    table,
    given,
    wasted,
    saysWaste: facts.some((f) => f.wasted !== undefined || f.status === "discarded"),
    vial: facts.find((f) => f.vial !== undefined)?.vial,
    evidence: facts.map(placeOf),
  };
}

const JOINT = kindBits(["joint", "bursa"]);

/** What lines of their own give to one site each, added up; a line that gives only a side does not add to one with a structure. */
function bySite(facts: readonly SubstanceFact[], measure: Measure): number {
  const at = new Map<string, number>();
  for (const f of facts) {
    const [site] = f.sites ?? [];
    if (f.status !== "given" || site === undefined || f.sites!.length > 1) continue;
    const here = amount(f, f.dose, measure);
    // Of two amounts at one site the larger may be the sum of all: the smaller is what is sure.
    if (here > 0) at.set(site, Math.min(at.get(site) ?? Infinity, here));
  }
  const structures = [...at].filter(([site]) => site.includes(" "));
  return (structures.length > 0 ? structures : [...at]).reduce((sum, [, amount]) => sum + amount, 0);
}

/** An amount in a measure: as written, or by the strength when the note gives a volume. */
function amount(
  fact: SubstanceFact,
  written: SubstanceFact["dose"] | SubstanceFact["wasted"],
  measure: Measure,
): number {
  if (written === undefined || !(written.value > 0)) return 0;
  if (written.unit === measure) return written.value;
  const { strength } = fact;
  if (written.unit !== "mL" || strength === undefined) return 0;
  // One percent is 10 mg in a millilitre.
  if (measure === "mg" && strength.unit === "%") return written.value * strength.value * 10;
  if (measure === "mg" && strength.unit === "mg/mL") return written.value * strength.value;
  return measure === "unit" && strength.unit === "unit/mL" ? written.value * strength.value : 0;
}

function supply(drug: Given, era: Era, payer: string | undefined): readonly Line[] {
  const best = bestLine(drug);
  if (best === null) return [];
  const { code, unit } = best.line;
  const given = drug.given[unit.measure];
  const wasted = drug.wasted[unit.measure];
  const units = wholeUnits(given, unit.amount);
  // Units for the rest are those the whole vial makes beyond the rounded dose: rounding up has used part of it.
  const left = drug.vial === "multi-dose" ? 0 : wholeUnits(given + wasted, unit.amount) - units;
  const usedUp = drug.vial === "single-dose" && drug.saysWaste && left === 0;
  const says =
    `${drug.table.drug.name} ${amountOf(given)} ${unit.measure}; one unit is ${amountOf(unit.amount)} ${unit.measure}: ` +
    `${units}${Number.isInteger(given / unit.amount) ? "" : `, rounded up from ${amountOf(given / unit.amount)}`}.`;
  const reason = {
    rule: `drugs/${drug.table.drug.id}`,
    says,
    found: given,
    citations: best.citations,
    evidence: drug.evidence,
  };
  const none = usedUp ? writes(era, "vial-used-up", payer)?.modifier : undefined;
  const lines: Line[] = [
    { code, units, modifiers: none === undefined ? [] : [none], role: "drug", says, because: [reason] },
  ];
  const discarded = left > 0 ? writes(era, "vial-left", payer) : undefined;
  if (discarded !== undefined) {
    const rest = `${drug.table.drug.name} ${amountOf(wasted)} ${unit.measure} left of the vial and discarded.`;
    lines.push({
      code,
      units: left,
      modifiers: [discarded.modifier],
      role: "drug",
      says: rest,
      because: [{ ...reason, says: rest, found: wasted }],
    });
  }
  return lines;
}

/** Of several codes for the same drug the one that overshoots the dose least, then the one with fewest units. */
function bestLine({ table, given }: Given): DrugTable["lines"][number] | null {
  let best: DrugTable["lines"][number] | null = null;
  let bestOver = Infinity;
  let bestUnits = Infinity;
  for (const candidate of table.lines) {
    const { amount: size, measure } = candidate.line.unit;
    if (given[measure] <= 0) continue;
    const units = wholeUnits(given[measure], size);
    const over = units * size - given[measure];
    if (over > bestOver || (over === bestOver && units >= bestUnits)) continue;
    [best, bestOver, bestUnits] = [candidate, over, units];
  }
  return best;
}

/** Rounded up, but not by the dust of binary fractions (0.3 / 0.1). */
function wholeUnits(given: number, size: number): number {
  return Math.ceil(given / size - 1e-9);
}

function amountOf(n: number): string {
  return String(Math.round(n * 1000) / 1000);
}
