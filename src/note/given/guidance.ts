/** How the needle was steered, and whether a picture was kept. */
import type { GuidanceFact } from "../facts.ts";
import { isDone, type Work } from "../structures/work.ts";
import { tickAt } from "../page/bullets.ts";
import { imageKept } from "./images.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { firstWith, isOneOf, nextWith, type Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { NUMBER } from "../text/tokens.ts";
import { SAYS } from "../lexicon/says.ts";
import { isDetail } from "../page/single-words.ts";
import { DETAIL } from "../lexicon/detail-words.ts";

const MODALITIES = new Set(["ultrasound", "fluoroscopy", "ct", "mri", "emg", "stimulation", "palpation", "none"]);

/** Guidance facts of the note, the image statement joined to each that guided. */
export function guidanceIn(p: Page, work: readonly Work[]): readonly GuidanceFact[] {
  let kept: boolean | null | undefined;
  let seen: boolean | null | undefined;
  let told: Told | undefined;
  const out: GuidanceFact[] = [];
  /** Where each fact stands in `out`, and the structures it is told of; null: of all. */
  const known = new Map<string, { readonly at: number; of: Set<string> | null }>();
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    for (let h = firstWith(p, no, MEANS.guidance); h >= 0; h = nextWith(p, no, MEANS.guidance, h)) {
      const hit = p.hits[h] as Hit;
      const cue = hit.entry.by.guidance;
      if (cue === undefined || !MODALITIES.has(cue.gives)) continue;
      // "Plan: injected the right MCP joint today under US": told of what was done, wherever it stands.
      const section = TO_COME.has(seg.section) && treatedIn(work, no) ? "procedure" : seg.section;
      const use = useOf(p, hit, seg.from, seg.to, section, seg.labelEnd);
      const key = `${cue.gives} ${use}`;
      const of = use === "guide" ? (told ??= tellers(p, work))(no, seg) : null;
      const before = known.get(key);
      if (before !== undefined) {
        if (of === null) before.of = null;
        else for (const id of of) before.of?.add(id);
        continue;
      }
      known.set(key, { at: out.length, of: of === null ? null : new Set(of) });
      const start = p.t.start[hit.from] as number;
      const end = p.t.end[hit.to - 1] as number;
      out.push({
        kind: "guidance",
        modality: cue.gives as GuidanceFact["modality"],
        use,
        imageKept:
          use === "guide" && cue.gives !== "none" && cue.gives !== "palpation" ? (kept ??= imageKept(p, work)) : null,
        described: use === "guide" ? (seen ??= described(p)) : null,
        text: p.t.text.slice(start, end),
        start,
        end,
      });
    }
  }
  for (const { at, of } of known.values())
    out[at] = Object.freeze({ ...(out[at] as GuidanceFact), ...(of === null ? {} : { for: [...of] }) });
  return settle(out);
}

const TO_COME = new Set(["plan", "assessment"]);

/** Is a structure of the segment treated? */
const treatedIn = (work: readonly Work[], no: number): boolean =>
  work.some((w) => w.draft.segment === no && isDone(w.verdict.status));

type Told = (no: number, seg: Segment) => ReadonlySet<string> | null;

/**
 * The structures treated in the same sentence, else line, else paragraph as the guidance, by every id they may go by. Null
 * where none is: then it is told of all.
 */
function tellers(p: Page, work: readonly Work[]): Told {
  const places = new Map<string, Set<string>>();
  for (const { draft, seg, verdict } of work) {
    if (draft.id === null || !isDone(verdict.status)) continue;
    const s = p.lex.structures[draft.id];
    const ids = [draft.id, s?.countsWith, ...(s?.mayMean ?? []), ...Object.values({ ...s?.byLevel, ...s?.byDigit })];
    for (const key of placesOf(draft.segment, seg)) {
      let set = places.get(key);
      if (set === undefined) places.set(key, (set = new Set()));
      for (const id of ids) if (id !== undefined) set.add(id);
    }
  }
  return (no, seg) => {
    for (const key of placesOf(no, seg)) {
      const ids = places.get(key);
      if (ids !== undefined) return ids;
    }
    return null;
  };
}

const placesOf = (no: number, seg: Segment): readonly string[] => [
  `segment ${no}`,
  `line ${seg.line}`,
  `paragraph ${seg.sectionNo} ${seg.paragraph}`,
];

/** A modality that guided somewhere was not "only looked through" elsewhere; one denied was not used. */
function settle(all: readonly GuidanceFact[]): GuidanceFact[] {
  return all.filter((g) => g.use === "guide" || !all.some((o) => o.use === "guide" && o.modality === g.modality));
}

function useOf(p: Page, hit: Hit, from: number, to: number, section: string, labelEnd: number): GuidanceFact["use"] {
  if (section === "history" || section === "copied") return "past";
  if (TO_COME.has(section)) return "planned";
  if (hit.from < labelEnd) {
    // "Ultrasound: Not used", "Fluoroscopy: Yes"
    for (let k = labelEnd; k < to; k++) {
      const at = p.hitAt[k] as number;
      if (at >= 0 && (p.hits[at] as Hit).entry.by.status?.gives === "not") return "not-used";
    }
    return section === "exam" ? "look" : "guide";
  }
  for (let k = hit.from - 1; k >= from && hit.from - k <= 6; k--) {
    const at = p.hitEnd[k + 1] as number;
    if (at < 0) continue;
    const { entry } = p.hits[at] as Hit;
    if ((entry.status & SAYS.not) !== 0) return "not-used";
    if (entry.by.status?.gives === "planned") return "planned";
  }
  // "w/ US, 68 mL blood, no fat": what is denied after an amount is not the guidance.
  for (let k = hit.to; k < to && k - hit.to <= 5 && p.t.type[k] !== NUMBER; k++) {
    const at = p.hitAt[k] as number;
    if (at < 0) continue;
    if (((p.hits[at] as Hit).entry.status & SAYS.not) !== 0) return "not-used";
  }
  for (let k = Math.max(from, hit.from - 3); k < hit.from; k++) {
    const box = tickAt(p.t, k, to);
    if (box !== null && box.to === hit.from && !box.ticked) return "not-used";
  }
  // "Guidance: ultrasound"
  if (section === "guidance" && labelEnd > from && /guid/i.test(p.t.textFrom(from, labelEnd))) return "guide";
  // "Ultrasound used for the needle", "sono to guide"
  for (let k = hit.to; k < Math.min(to, hit.to + STEERS); k++) if (isDetail(p, k, DETAIL.steers)) return "guide";
  // "Using real-time ultrasound, the joint was entered".
  if (section !== "exam" && (isOneOf(p, hit.from - 1, LED) || isOneOf(p, hit.from - 2, LED))) return "guide";
  const guided = /guid|under|using|with|w\/|plane|arm|intensifier|throughout|fluoro/.test(
    p.t.textFrom(hit.from, hit.to).toLowerCase(),
  );
  return section === "exam" && !guided ? "look" : guided || section === "procedure" ? "guide" : "look";
}

const LED = ["under", "using", "via"];
/** Tokens after the name of the machine within which it is said what it was used for. */
const STEERS = 5;

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
