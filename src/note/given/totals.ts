/**
 * "1 mL each" added up: the amount at every site times the sites. The note's own number of sites counts where it
 * gives one, else the sites written at each structure, else the structures, a pair as two. Where they disagree nothing
 * is added up.
 */
import { amountsIn, type Amount } from "../structures/amounts.ts";
import type { CountFact, SubstanceFact } from "../facts.ts";
import type { Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { hitFrom, isTimes, type Page } from "../page/page.ts";
import { NUMBER } from "../text/tokens.ts";

/** The substances of each segment, those given at every site with the sum as their dose. */
export function withTotals(
  p: Page,
  substances: readonly (readonly SubstanceFact[])[],
  work: readonly Work[],
  counts: readonly CountFact[],
): readonly SubstanceFact[] {
  const out: SubstanceFact[] = [];
  const sole = soleDrug(substances);
  let sites: ((no: number, seg: Segment) => number) | undefined;
  for (let no = 0; no < substances.length; no++)
    for (const s of substances[no] as readonly SubstanceFact[]) {
      if (s.perSite === undefined || !open(s)) {
        const sum = s === sole && s.perSite === undefined ? atStructures(p, work, s.dose?.value ?? 0) : null;
        out.push(sum === null ? s : Object.freeze({ ...s, dose: sum }));
        continue;
      }
      const n = (sites ??= sitesBy(work, counts))(no, p.segments[no] as Segment);
      // Hundredths are as fine as a syringe is marked.
      const dose = { value: Math.round(s.perSite.value * n * 100) / 100, unit: s.perSite.unit };
      out.push(n < 1 ? s : Object.freeze({ ...s, dose }));
    }
  return out;
}

/** The one substance given in the note, measured by volume if at all. */
function soleDrug(substances: readonly (readonly SubstanceFact[])[]): SubstanceFact | null {
  let sole: SubstanceFact | null = null;
  for (const list of substances)
    for (const s of list)
      if (s.status === "given" && s.agent !== "none" && s.agent !== "contrast") {
        if (sole !== null) return null;
        sole = s;
      }
  const plain = sole !== null && sole.agent !== "toxin" && (sole.dose === undefined || sole.dose.unit === "mL");
  return plain ? sole : null;
}

/** "Left supraspinatus (1 mL) and left teres major (2 mL x 2 sites)": the volumes at the structures, where each has one. */
function atStructures(p: Page, work: readonly Work[], stated: number): { value: number; unit: "mL" } | null {
  const at = new Map<string, number>();
  for (const w of work) {
    if (w.verdict.status !== "injected") continue;
    const a = volumeAt(p, w);
    if (a === null) return null;
    const n = isTimes(p, a.to) && p.t.type[a.to + 1] === NUMBER ? Number(p.t.textOf(a.to + 1)) : 1;
    const value = a.value * (n > 1 ? n : a.each && w.draft.side === "bilateral" ? 2 : 1);
    const key = `${w.draft.id} ${w.draft.side} ${w.draft.level} ${w.draft.digit}`;
    at.set(key, Math.max(at.get(key) ?? 0, value));
  }
  let sum = 0;
  for (const value of at.values()) sum += value;
  // An amount beside the drug that is none of these is the sum, or something else.
  if (sum === 0 || (stated > 0 && (at.size < 2 || sum <= stated))) return null;
  return { value: Math.round(sum * 100) / 100, unit: "mL" };
}

/** Tokens between a structure and its volume, after it and before it. */
const AFTER = 14;
const BEFORE = 9;

/** The volume written right after a structure ("(1 mL)"), else right before it ("another 1 mL into the left"). */
function volumeAt(p: Page, { draft, seg }: Work): Amount | null {
  const [next] = amountsIn(p, { ...seg, from: draft.to, to: Math.min(seg.to, draft.to + AFTER) });
  if (next?.unit === "mL" && !named(p, draft.to, next.at)) return next;
  const last = amountsIn(p, { ...seg, from: Math.max(seg.from, draft.from - BEFORE), to: draft.from }).at(-1);
  return last?.unit === "mL" && !named(p, last.to, draft.from) ? last : null;
}

/** Does another structure stand between? */
function named(p: Page, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if ((hitFrom(p, k)?.entry.terms.length ?? 0) > 0) return true;
  return false;
}

/** How many sites the substances of a segment were given at; 0 where the note does not say. */
function sitesBy(work: readonly Work[], counts: readonly CountFact[]): (no: number, seg: Segment) => number {
  const stated = new Set(counts.filter((c) => SITES.has(c.of)).map((c) => c.value));
  if (stated.size === 0) return sitesOf(work);
  const n = stated.size === 1 ? ([...stated][0] as number) : 0;
  return () => n;
}

const open = (s: SubstanceFact): boolean => s.status === "given" && s.perSite !== undefined && s.dose === undefined;

const SITES = new Set<CountFact["of"]>(["injections", "sites", "trigger-points"]);

/** Sites of the structures treated in the segment, else in its section, else in the note. Each sum is made once. */
function sitesOf(work: readonly Work[]): (no: number, seg: Segment) => number {
  const note = work.filter((w) => w.verdict.status === "injected");
  const segments = new Map<number, Work[]>();
  const sections = new Map<number, Work[]>();
  for (const w of note) {
    add(segments, w.draft.segment, w);
    add(sections, w.seg.sectionNo, w);
  }
  const sums = new Map<readonly Work[], number>();
  return (no, seg) => {
    const treated = segments.get(no) ?? sections.get(seg.sectionNo) ?? note;
    let sum = sums.get(treated);
    if (sum === undefined) sums.set(treated, (sum = sumOf(treated)));
    return sum;
  };
}

function add(all: Map<number, Work[]>, key: number, w: Work): void {
  const list = all.get(key);
  if (list === undefined) all.set(key, [w]);
  else list.push(w);
}

/** Each structure once, with the most sites that are said of it. */
function sumOf(treated: readonly Work[]): number {
  if (treated.length === 1) return ownSites(treated[0] as Work);
  if (treated.length <= FEW) return sumOfFew(treated);
  const sites = new Map<string, number>();
  for (const w of treated) {
    const { id, side, level, digit } = w.draft;
    const key = `${id} ${side} ${level} ${digit}`;
    sites.set(key, Math.max(sites.get(key) ?? 0, ownSites(w)));
  }
  let sum = 0;
  for (const n of sites.values()) sum += n;
  return sum;
}

/** The same without a table: what is named again gives its most sites only. */
function sumOfFew(treated: readonly Work[]): number {
  let sum = 0;
  treated.forEach((w, i) => {
    let before = 0;
    for (let k = 0; k < i; k++)
      if (isSame(treated[k] as Work, w)) before = Math.max(before, ownSites(treated[k] as Work));
    sum += Math.max(0, ownSites(w) - before);
  });
  return sum;
}

const FEW = 12;

function isSame({ draft: a }: Work, { draft: b }: Work): boolean {
  return a.id === b.id && a.side === b.side && a.level === b.level && a.digit === b.digit;
}

function ownSites({ draft }: Work): number {
  if (draft.sites !== null) return draft.sites;
  const levels = draft.levels.length === 0 ? 0 : draft.levels.filter((l) => /\d/.test(l)).length;
  return (draft.side === "bilateral" ? 2 : 1) * Math.max(1, levels);
}
