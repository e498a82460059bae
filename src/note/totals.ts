/**
 * "1 mL each" added up: the amount at every site times the sites. The note's own number of sites counts where it
 * gives one, else the sites written at each structure, else the structures, a pair as two. Where they disagree nothing
 * is added up.
 */
import type { CountFact, SubstanceFact } from "./facts.ts";
import type { Work } from "./finish.ts";
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
  const treated = work.filter((w) => w.verdict.status === "injected");
  return substances.flatMap((list, no) =>
    list.map((s) => {
      const per = s.perSite;
      if (per === undefined || !open(s)) return s;
      const n = stated.size === 1 ? [...stated][0] : stated.size > 1 ? undefined : sitesOf(p, no, treated);
      if (n === undefined || n < 1) return s;
      // Hundredths are as fine as a syringe is marked.
      return Object.freeze({ ...s, dose: { value: Math.round(per.value * n * 100) / 100, unit: per.unit } });
    }),
  );
}

const open = (s: SubstanceFact): boolean => s.status === "given" && s.perSite !== undefined && s.dose === undefined;

const SITES = new Set<CountFact["of"]>(["injections", "sites", "trigger-points"]);

/** Sites of the structures treated in the segment, else in its section, else in the note. */
function sitesOf(p: Page, no: number, treated: readonly Work[]): number {
  const seg = p.segments[no];
  if (seg === undefined) return 0;
  for (const here of [
    treated.filter((w) => w.draft.segment === no),
    treated.filter((w) => w.seg.sectionNo === seg.sectionNo),
    treated,
  ]) {
    if (here.length === 0) continue;
    const sites = new Map<string, number>();
    for (const w of here) {
      const sides = w.draft.side === "bilateral" ? 2 : 1;
      const key = `${w.draft.id} ${w.draft.side} ${w.draft.level} ${w.draft.digit}`;
      sites.set(key, Math.max(sites.get(key) ?? 0, w.draft.sites ?? sides));
    }
    return [...sites.values()].reduce((a, b) => a + b, 0);
  }
  return 0;
}
