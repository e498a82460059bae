/**
 * "1 mL each" added up: the amount at every site times the sites. The note's own number of sites counts where it
 * gives one, else the sites written at each structure, else the structures, a pair as two. Where they disagree nothing
 * is added up.
 */
import type { CountFact, SubstanceFact } from "./facts.ts";
import type { Work } from "./finish.ts";
import type { Segment } from "./layout.ts";
import type { Page } from "./mentions.ts";

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

/** Sites of each structure treated in one stretch of the note, the most that is said of it. */
type Sites = Map<string, number>;

/** Sites of the structures treated in the segment, else in its section, else in the note. */
function sitesOf(work: readonly Work[]): (no: number, seg: Segment) => number | undefined {
  const segments = new Map<number, Sites>();
  const sections = new Map<number, Sites>();
  const note: Sites = new Map();
  for (const { draft, seg, verdict } of work) {
    if (verdict.status !== "injected") continue;
    const sites = draft.sites ?? (draft.side === "bilateral" ? 2 : 1);
    const key = `${draft.id} ${draft.side} ${draft.level} ${draft.digit}`;
    for (const of of [within(segments, draft.segment), within(sections, seg.sectionNo), note])
      of.set(key, Math.max(of.get(key) ?? 0, sites));
  }
  const sums = new Map<Sites, number>();
  return (no, seg) => {
    const sites = segments.get(no) ?? sections.get(seg.sectionNo) ?? note;
    let sum = sums.get(sites);
    if (sum === undefined) sums.set(sites, (sum = [...sites.values()].reduce((a, b) => a + b, 0)));
    return sum;
  };
}

function within(all: Map<number, Sites>, key: number): Sites {
  let sites = all.get(key);
  if (sites === undefined) all.set(key, (sites = new Map()));
  return sites;
}
