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
  const all = substances.flat();
  if (!all.some((s) => open(s))) return all;
  const stated = new Set(counts.filter((c) => SITES.has(c.of)).map((c) => c.value));
  const sites = stated.size === 0 ? sitesOf(work) : undefined;
  return substances.flatMap((list, no) =>
    list.map((s) => {
      const per = s.perSite;
      if (per === undefined || !open(s)) return s;
      const n = stated.size === 1 ? [...stated][0] : sites?.(no, p.segments[no] as Segment);
      if (n === undefined || n < 1) return s;
      // Hundredths are as fine as a syringe is marked.
      return Object.freeze({ ...s, dose: { value: Math.round(per.value * n * 100) / 100, unit: per.unit } });
    }),
  );
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
  const sites = new Map<string, number>();
  for (const { draft } of treated) {
    const key = `${draft.id} ${draft.side} ${draft.level} ${draft.digit}`;
    const levels = draft.levels.filter((l) => /\d/.test(l)).length;
    const own = draft.sites ?? (draft.side === "bilateral" ? 2 : 1) * Math.max(1, levels);
    sites.set(key, Math.max(sites.get(key) ?? 0, own));
  }
  return [...sites.values()].reduce((a, b) => a + b, 0);
}
