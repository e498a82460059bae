/** Sites that lost their noun: "bilateral T4-5" among "bilateral T2-3 paraspinous" and its like. */
import { sitesAfter } from "../given/counts.ts";
import type { Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { firstWith, hitFrom, nextWith, type Page } from "../page/page.ts";
import { NUMBER, WORD } from "../text/tokens.ts";
import { isName } from "../lexicon/scan.ts";

/**
 * A side and a level with no structure, in a note that injects structures at levels. The site was treated,
 * as its neighbours were, but what was treated there is not written.
 */
export function missingNouns(p: Page, work: readonly Work[]): readonly Work[] {
  const model = work.find((w) => w.draft.level !== null && w.verdict.status === "injected");
  if (model === undefined) return [];
  const sections = new Set<number>();
  for (const w of work) if (w.verdict.status === "injected" && w.draft.level !== null) sections.add(w.seg.sectionNo);
  const levelled = new Set(work.filter((w) => w.draft.levels.length > 0).map((w) => w.seg));
  const out: Work[] = [];
  p.segments.forEach((seg, no) => {
    if (!sections.has(seg.sectionNo)) return;
    for (let h = firstWith(p, no, MEANS.side); h >= 0; h = nextWith(p, no, MEANS.side, h)) {
      const hit = p.hits[h];
      const side = hit?.entry.by.side;
      if (hit === undefined || side === undefined) continue;
      const to = levelEnd(p, hit.to, seg);
      if (to === hit.to || named(p, to, seg) || levelled.has(seg)) continue;
      const level = p.t.textFrom(hit.to, to).toUpperCase();
      out.push({
        draft: {
          id: null,
          structure: null,
          kind: "region",
          orElse: [],
          from: hit.from,
          to,
          segment: no,
          side: side.gives as "left",
          ownSide: true,
          level,
          levels: [],
          digit: null,
          sites: sitesAfter(p, { to }, seg),
          number: 1,
          blank: false,
        },
        verdict: { ...model.verdict, because: "noun-missing" },
        seg,
        nounMissing: true,
      });
    }
  });
  return out;
}

/** End of a level ("T4-5", "C7-T1") that begins at token k; k itself when none does. */
function levelEnd(p: Page, k: number, seg: Segment): number {
  let i = k;
  if (!isLevelAt(p, i)) return k;
  i += 2;
  while (i < seg.to && p.t.isMark(i, "-")) {
    if (isLevelAt(p, i + 1)) i += 3;
    else if (p.t.type[i + 1] === NUMBER) i += 2;
    else break;
  }
  return Math.min(i, seg.to);
}

function isLevelAt(p: Page, k: number): boolean {
  return (
    k + 1 < p.t.n &&
    p.t.type[k] === WORD &&
    /^[ctls]$/i.test(p.t.textOf(k)) &&
    p.t.type[k + 1] === NUMBER &&
    p.t.start[k + 1] === p.t.end[k]
  );
}

/** Does a structure follow within two words? */
function named(p: Page, from: number, seg: Segment): boolean {
  for (let k = from; k < Math.min(seg.to, from + 3); k++) {
    if (p.t.isMark(k, "(") || p.t.isMark(k, ",") || p.t.isMark(k, ";")) return false;
    const hit = hitFrom(p, k);
    if (hit !== undefined && (isName(hit) || hit.entry.by.head !== undefined)) return true;
  }
  return p.t.type[from] === WORD && !p.t.isMark(from, "(") && from < seg.to && hitFrom(p, from) === undefined;
}
