/** How the needle was steered, and whether a picture was kept. */
import type { GuidanceFact } from "./facts.ts";
import type { Segment } from "./layout.ts";
import { MEANS } from "./lexicon.ts";
import { holds, type Page } from "./page.ts";
import type { Hit } from "./scan.ts";

const MODALITIES = new Set(["ultrasound", "fluoroscopy", "ct", "mri", "emg", "stimulation", "palpation", "none"]);

/** Guidance facts of the note, the image statement joined to each that guided. */
export function guidanceIn(p: Page): GuidanceFact[] {
  let kept: boolean | null | undefined;
  let seen: boolean | null | undefined;
  const out: GuidanceFact[] = [];
  const known = new Set<string>();
  for (let no = 0; no < p.segments.length; no++) {
    if (!holds(p, no, MEANS.guidance)) continue;
    const seg = p.segments[no] as Segment;
    for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
      const hit = p.hits[h] as Hit;
      const cue = hit.entry.by.guidance;
      if (cue !== undefined && MODALITIES.has(cue.gives)) {
        const use = useOf(p, hit, seg.from, seg.to, seg.section, seg.label);
        const key = `${cue.gives} ${use}`;
        if (!known.has(key)) {
          known.add(key);
          const start = p.t.start[hit.from] as number;
          const end = p.t.end[hit.to - 1] as number;
          out.push(
            Object.freeze({
              kind: "guidance",
              modality: cue.gives as GuidanceFact["modality"],
              use,
              imageKept:
                use === "guide" && cue.gives !== "none" && cue.gives !== "palpation" ? (kept ??= imageKept(p)) : null,
              described: use === "guide" ? (seen ??= described(p)) : null,
              text: p.t.text.slice(start, end),
              start,
              end,
            }),
          );
        }
      }
    }
  }
  return settle(out);
}

/** A modality that guided somewhere was not "only looked through" elsewhere; one denied was not used. */
function settle(all: readonly GuidanceFact[]): GuidanceFact[] {
  return all.filter((g) => g.use === "guide" || !all.some((o) => o.use === "guide" && o.modality === g.modality));
}

function useOf(
  p: Page,
  hit: Hit,
  from: number,
  to: number,
  section: string,
  label: readonly [number, number],
): GuidanceFact["use"] {
  if (section === "history" || section === "copied") return "past";
  if (section === "plan" || section === "assessment") return "planned";
  if (hit.from < label[1]) {
    // "Ultrasound: Not used", "Fluoroscopy: Yes"
    for (let k = label[1]; k < to; k++) {
      const at = p.hitAt[k] as number;
      if (at >= 0 && (p.hits[at] as Hit).entry.by.status?.gives === "not") return "not-used";
    }
    return section === "exam" ? "look" : "guide";
  }
  for (let k = hit.from - 1; k >= from && hit.from - k <= 6; k--) {
    const at = p.hitEnd[k + 1] as number;
    if (at < 0) continue;
    const cue = (p.hits[at] as Hit).entry.by.status;
    if (cue?.gives === "not" && !cue.pseudo) return "not-used";
    if (cue?.gives === "planned") return "planned";
  }
  for (let k = hit.to; k < to && k - hit.to <= 5; k++) {
    const at = p.hitAt[k] as number;
    if (at < 0) continue;
    const cue = (p.hits[at] as Hit).entry.by.status;
    if (cue?.gives === "not" && !cue.pseudo) return "not-used";
  }
  const guided = /guid|under|using|with|plane|arm|intensifier|throughout|fluoro/.test(
    p.t.text.slice(p.t.start[hit.from], p.t.end[hit.to - 1]).toLowerCase(),
  );
  return section === "exam" && !guided ? "look" : guided || section === "procedure" ? "guide" : "look";
}

/** True, false or null (not said). A statement that none was kept wins over one that something was. */
function imageKept(p: Page): boolean | null {
  let kept: boolean | null = null;
  for (const hit of p.hits) {
    const cue = hit.entry.by.image;
    if (cue === undefined) continue;
    if (cue.gives === "not-kept") return false;
    for (let k = hit.from - 1; k >= 0 && hit.from - k <= 4; k--) {
      const at = p.hitEnd[k + 1] as number;
      if (at >= 0 && (p.hits[at] as Hit).entry.by.status?.gives === "not") return false;
    }
    kept = true;
  }
  return kept;
}

const SEEN = [
  "tip",
  "visualiz",
  "visualis",
  "spread",
  "needle seen",
  "needle was advanced",
  "in plane",
  "in-plane",
  "contrast",
];

function described(p: Page): boolean | null {
  const text = p.t.text.toLowerCase();
  return SEEN.some((w) => text.includes(w)) ? true : null;
}
