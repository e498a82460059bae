/** Counts, substances, doses and guidance of one note against its labels. */
import type { Range } from "../../src/base/range.ts";
import type { Counts } from "../../src/coding/determination.ts";
import type { Fact, GuidanceFact, SubstanceFact } from "../../src/note/facts.ts";
import type { DrugLabel, GuidanceLabel, Sample } from "./corpus.ts";
import type { Tallies } from "./tally.ts";

/** Something to show a person: what was said, what the label says. */
export interface Difference {
  readonly attribute: string;
  readonly got: string;
  readonly want: string;
}

const print = (r: readonly [number, number | null] | null): string =>
  r === null ? "none" : r[1] === null ? `${r[0]}+` : r[0] === r[1] ? `${r[0]}` : `${r[0]}-${r[1]}`;
type Bounds = readonly [number, number | null];
const bounds = (r: Range | undefined): Bounds | null => (r === undefined || r.max === 0 ? null : [r.min, r.max]);
const sameBounds = (a: Bounds, b: Bounds): boolean => a[0] === b[0] && a[1] === b[1];

/** Muscle counts, by name and by side. A count of needle-only muscles is compared by side. */
export function tallyCounts(sample: Sample, counts: Counts, into: Tallies): Difference[] {
  if (sample.counts === undefined) return [];
  const want = sample.counts ?? {};
  const asked: [string, Bounds | null, Bounds | null][] = [
    ["count by name", bounds(counts.byName), (want.injected ?? want.needledOnly)?.byName ?? null],
    ["count by side", bounds(counts.bySide), (want.injected ?? want.needledOnly)?.bySide ?? null],
    ["count needled", bounds(counts.needled), want.needledOnly?.bySide ?? null],
  ];
  return asked.flatMap(([attribute, got, expected]) =>
    into.of(attribute).compare(got, expected, sameBounds)
      ? []
      : [{ attribute, got: print(got), want: print(expected) }],
  );
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** Drugs the labels name by their class of words only. */
const SAME_DRUG: Readonly<Record<string, readonly string[]>> = {
  "platelet-rich": ["prp", "platelet"],
  onabotulinumtoxina: ["onabotulinum", "botulinum", "botox"],
  euflexxa: ["euflexxa", "hyaluron"],
};

function sameDrug(label: DrugLabel, ours: SubstanceFact): boolean {
  const word = (label.name.toLowerCase().split(/[ %]/)[0] ?? "").trim();
  const names = `${ours.id ?? ""} ${ours.name}`.toLowerCase();
  return [word, ...(SAME_DRUG[word] ?? [])].some((w) => names.includes(w));
}

interface Amount {
  readonly value: number;
  readonly unit: string;
}
const measure = (unit: string): string =>
  /^(?:ml|cc)s?$/i.test(unit) ? "mL" : /^u/i.test(unit) ? "unit" : unit.toLowerCase();

/** The first amount of a label ("2 mL, one dose", "20 mg each foot", "6 cc"); null when none was given. */
export function amountOf(label: DrugLabel): Amount | null {
  if (/none given|not stated/.test(label.dose)) return null;
  const m = /(\d+(?:\.\d+)?) ?(mg|mL|ml|ML|cc|units?|MG)\b/.exec(label.dose);
  return m ? { value: Number(m[1]), unit: measure(m[2] as string) } : null;
}

/** The amounts a substance fact states, total or per site, and the milligrams or millilitres that follow from its strength. */
function amountsOf(ours: SubstanceFact): Amount[] {
  const said = [ours.dose, ours.perSite].flatMap((d) => (d ? [{ value: d.value, unit: measure(d.unit) }] : []));
  const s = ours.strength;
  if (!s || s.unit !== "mg/mL") return said;
  return said.flatMap((a) =>
    a.unit === "mL"
      ? [a, { value: a.value * s.value, unit: "mg" }]
      : a.unit === "mg"
        ? [a, { value: a.value / s.value, unit: "mL" }]
        : [a],
  );
}

const sameAmount = (a: Amount, b: Amount): boolean => a.unit === b.unit && Math.abs(a.value - b.value) < 1e-6;
const printAmount = (a: Amount | null): string => (a === null ? "none" : `${a.value} ${a.unit}`);

/** What the labels list: drugs by name. Contrast, flushes, "nothing" and words of a class are left out there, so also here. */
const isListed = (f: SubstanceFact): boolean =>
  f.status === "given" && f.id !== null && f.agent !== "contrast" && f.agent !== "saline" && f.agent !== "none";

/** Substances by place and name; of those found, strength in percent and dose. */
export function tallySubstances(labels: readonly DrugLabel[], facts: readonly Fact[], into: Tallies): Difference[] {
  const out: Difference[] = [];
  const ours = facts.filter((f): f is SubstanceFact => f.kind === "substance");
  const used = new Set<SubstanceFact>();
  for (const label of labels) {
    const fact = ours.find((f) => !used.has(f) && overlaps(f, label) && sameDrug(label, f));
    if (!fact) {
      into.of("substance").missed++;
      out.push({ attribute: "substance", got: "none", want: label.text });
      continue;
    }
    used.add(fact);
    into.of("substance").hit++;
    const percent = /(\d+(?:\.\d+)?)%/.exec(label.name)?.[1];
    const got = fact.strength?.unit === "%" ? fact.strength.value : null;
    if (!into.of("strength").compare(got, percent === undefined ? null : Number(percent))) {
      out.push({ attribute: "strength", got: `${got}`, want: `${label.text}: ${percent}%` });
    }
    const want = amountOf(label);
    // What was drawn up, planned or refused was not given.
    const amounts = fact.status === "given" ? amountsOf(fact) : [];
    const right = amounts.find((a) => want !== null && sameAmount(a, want));
    if (!into.of("dose").compare(right ?? amounts[0] ?? null, want, sameAmount)) {
      out.push({
        attribute: "dose",
        got: amounts.map(printAmount).join(" or ") || "none",
        want: `${label.text}: ${label.dose}`,
      });
    }
  }
  for (const fact of ours) {
    if (!isListed(fact) || used.has(fact) || labels.some((l) => overlaps(l, fact) || sameDrug(l, fact))) continue;
    into.of("substance").extra++;
    out.push({ attribute: "substance", got: `${fact.text} given`, want: "none" });
  }
  return out;
}

/** What steered the needle, and whether an image was kept. */
export function tallyGuidance(label: GuidanceLabel | null, facts: readonly Fact[], into: Tallies): Difference[] {
  const out: Difference[] = [];
  const used = facts.filter(
    (f): f is GuidanceFact =>
      f.kind === "guidance" && f.use === "guide" && f.modality !== "palpation" && f.modality !== "none",
  );
  const fact = used.find((f) => f.modality === label?.modality) ?? used[0];
  if (!into.of("guidance").compare(fact?.modality ?? null, label?.modality ?? null)) {
    out.push({ attribute: "guidance", got: fact?.modality ?? "none", want: label?.modality ?? "none" });
  }
  if (label === null || fact === undefined) return out;
  const all = used.filter((f) => f.modality === fact.modality).map((f) => f.imageKept);
  const kept = all.includes(true) ? true : all.includes(false) ? false : null;
  if (!into.of("image kept").compare(kept, label.imageKept)) {
    out.push({ attribute: "image kept", got: `${kept}`, want: `${label.imageKept}` });
  }
  return out;
}
