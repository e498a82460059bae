/** Sides that a field, a lead line or the context gives to structures that have none of their own. */
import type { Side } from "./facts.ts";
import type { Work } from "./finish.ts";
import type { Segment } from "./layout.ts";
import type { Draft, Page } from "./mentions.ts";
import type { Hit } from "./scan.ts";

/** A structure without a side takes the one side that its paragraph, else the whole note, speaks of. */
export function sideByContext(p: Page, work: readonly Work[]): void {
  const whole = new Set<Side>();
  const seen = new Map<number, Set<Side>>();
  let next = 0;
  p.segments.forEach((seg, no) => {
    let here = seen.get(seg.paragraph);
    if (here === undefined) seen.set(seg.paragraph, (here = new Set()));
    for (let k = seg.from; k < seg.to; k++) {
      for (
        ;
        next < work.length && (work[next] as Work).draft.segment <= no && (work[next] as Work).draft.from <= k;
        next++
      ) {
        const w = work[next] as Work;
        if (w.draft.side === "unspecified" && here.size === 1 && w.verdict.because !== "box not ticked")
          w.draft.side = [...here][0] as Side;
      }
      const at = p.hitAt[k] as number;
      if (at < 0) continue;
      const side = (p.hits[at] as Hit).entry.by.side;
      if (side !== undefined && !(side.bare && !/[A-Z]/.test(p.t.textOf(k)))) {
        if (side.gives !== "bilateral") here.add(side.gives as Side);
        whole.add(side.gives as Side);
      }
    }
  });
  if (whole.size !== 1) return;
  for (const w of work)
    if (w.draft.side === "unspecified" && w.verdict.because !== "box not ticked") w.draft.side = [...whole][0] as Side;
}

/** "Laterality: Left" holds for the note; "Right side:" for the lines under it. */
export function sideLabel(p: Page, seg: Segment): { field: Side; lead: Side } {
  const nothing = { field: "unspecified", lead: "unspecified" } as const;
  if (seg.label[1] <= seg.label[0]) return nothing;
  const label = p.t.text.slice(p.t.start[seg.label[0]], p.t.end[seg.label[1] - 1]).toLowerCase();
  if (/^(laterality|side|sides|side\(s\))$/.test(label.trim()))
    return {
      field: seg.label[1] + 1 < seg.to ? sideIn(p, seg.label[1] + 1, seg.to) : "unspecified",
      lead: "unspecified",
    };
  const inLabel = sideIn(p, seg.label[0], seg.label[1]);
  return { field: "unspecified", lead: inLabel };
}

export function labelSide(p: Page, seg: Segment, draft: Draft): Side {
  if (seg.label[1] <= seg.label[0] || draft.from < seg.label[1]) return "unspecified";
  return sideIn(p, seg.label[0], seg.label[1]);
}

export function sideIn(p: Page, from: number, to: number): Side {
  for (let k = from; k < to; k++) {
    const at = p.hitAt[k] as number;
    if (at >= 0) {
      const cue = (p.hits[at] as Hit).entry.by.side;
      if (cue !== undefined) return cue.gives as Side;
    }
  }
  return "unspecified";
}
