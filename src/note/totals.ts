/**
 * "1 mL each" added up: the amount at every site times the sites. The note's own number of sites counts where it
 * gives one, else the sites written at each structure, else the structures, a pair as two. Where they disagree nothing
 * is added up.
 */
import type { CountFact, SubstanceFact } from "./facts.ts";
import type { Work } from "./finish.ts";
import type { Segment } from "./layout.ts";
import type { Page } from "./page.ts";

/** The substances of each segment, those given at every site with the sum as their dose. */
export function withTotals(
  p: Page,
  substances: readonly (readonly SubstanceFact[])[],
  work: readonly Work[],
  counts: readonly CountFact[],
): readonly SubstanceFact[] {
  const out: SubstanceFact[] = [];
  let sites: ((no: number, seg: Segment) => number) | undefined;
  for (let no = 0; no < substances.length; no++)
    for (const s of substances[no] as readonly SubstanceFact[]) {
      if (s.perSite === undefined || !open(s)) {
        out.push(s);
        continue;
      }
      const n = (sites ??= sitesBy(work, counts))(no, p.segments[no] as Segment);
      // Hundredths are as fine as a syringe is marked.
      const dose = { value: Math.round(s.perSite.value * n * 100) / 100, unit: s.perSite.unit };
      out.push(n < 1 ? s : Object.freeze({ ...s, dose }));
    }
  return out;
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

function ownSites({ draft }: Work): number {
  if (draft.sites !== null) return draft.sites;
  const levels = draft.levels.length === 0 ? 0 : draft.levels.filter((l) => /\d/.test(l)).length;
  return (draft.side === "bilateral" ? 2 : 1) * Math.max(1, levels);
}
