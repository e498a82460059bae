/** Signs of what was done: the acts, the words of doing and the substances of a segment, a section, the note. */
import { fluidIn } from "../given/drawn-out.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { negated } from "./near.ts";
import { firstWith, hitBefore, hitFrom, holds, nextWith, type Page, some } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { SAYS, saysOf } from "../lexicon/says.ts";
import { bodyOf } from "../page/layout.ts";

/** Facts about a whole section: acts named in it, signs that it was done. */
export interface SectionSigns {
  injection: number;
  /** Those that are only planned or recommended. */
  wished: number;
  needling: number;
  block: number;
  injected: number;
  needled: number;
  done: number;
  /** Sentences that tell what was made ready. */
  readied: number;
  substances: number;
}

const none = (): SectionSigns => ({
  injection: 0,
  wished: 0,
  needling: 0,
  block: 0,
  injected: 0,
  needled: 0,
  done: 0,
  readied: 0,
  substances: 0,
});

/** Of every section without a sign. */
const NONE: Readonly<SectionSigns> = Object.freeze(none());

const SIGNS = MEANS.act | MEANS.status | MEANS.substance;
const ACTS = MEANS.act | MEANS.status;

/** The signs of the whole note, and those of each section by its number. */
export interface Signs {
  readonly note: SectionSigns;
  readonly sections: readonly Readonly<SectionSigns>[];
}

/** Counts the signs of each section and of the whole note. */
export function signs(p: Page): Signs {
  const sections: Readonly<SectionSigns>[] = [];
  for (let no = 0; no < p.segments.length; no++) {
    const { sectionNo } = p.segments[no] as Segment;
    while (sections.length <= sectionNo) sections.push(NONE);
    if (!holds(p, no, SIGNS)) continue;
    if (sections[sectionNo] === NONE) sections[sectionNo] = none();
    const s = sections[sectionNo] as SectionSigns;
    for (let h = firstWith(p, no, SIGNS); h >= 0; h = nextWith(p, no, SIGNS, h)) {
      const hit = p.hits[h] as Hit;
      const { act, status, substance } = hit.entry.by;
      // "Set up tray: 22g, chlorhexidine, Kenalog": what lies ready is no sign that it was used.
      if (status?.id === "readied") {
        s.readied++;
        break;
      }
      if (status?.gives === "done") s.done++;
      // Contrast shows where the needle is; it treats nothing.
      if (substance !== undefined && substance.gives !== "contrast") s.substances++;
      if (act === undefined || negated(p, { hit })) continue;
      // "Consent was obtained", "some polyps were removed": no fluid came out.
      if (act.id === DRAWN_OFF && !fluidIn(p, no)) continue;
      addAct(s, act.id === GIVEN ? "injection" : act.gives);
      if (isWish(p, act.gives, hit.from)) s.wished++;
    }
  }
  return { note: sumOf(sections), sections };
}

/** What may be said of anything that is taken away. */
const DRAWN_OFF = "drawn-off";
/** "Gave a steroid shot" names the injection too. */
const GIVEN = "given-injection";

/** "Recommend TPI": a noun right after a word of planning. */
function isWish(p: Page, gives: string, from: number): boolean {
  if (gives !== "injection" && gives !== "needling") return false;
  return ((hitBefore(p, from)?.entry.status ?? 0) & SAYS.planned) !== 0;
}

/** Counts an act that is a sign. */
function addAct(s: SectionSigns, gives: string): void {
  switch (gives) {
    case "injection":
    case "drawing":
    case "material":
      s.injection++;
      break;
    case "needling":
      s.needling++;
      break;
    case "block":
      s.block++;
      break;
    case "injected":
    case "aspirated":
      s.injected++;
      break;
    case "needled":
      s.needled++;
  }
}

function sumOf(sections: readonly Readonly<SectionSigns>[]): SectionSigns {
  const note = none();
  for (const s of sections) {
    note.injection += s.injection;
    note.wished += s.wished;
    note.needling += s.needling;
    note.block += s.block;
    note.injected += s.injected;
    note.needled += s.needled;
    note.done += s.done;
    note.readied += s.readied;
    note.substances += s.substances;
  }
  return note;
}

/** Is a needle, a substance or an act named in the segment? */
export function needleIn(p: Page, no: number): boolean {
  return some(
    p,
    no,
    SIGNS,
    ({ act, substance, status }) =>
      (act !== undefined && act.gives !== "target" && act.gives !== "material") ||
      substance !== undefined ||
      status?.gives === "done",
  );
}

/** The lead a segment gives to the list under it: it names an act and ends in a colon. */
export function leadOf(p: Page, no: number): "injected" | "needled" | null {
  const seg = p.segments[no] as Segment;
  const last = seg.to - 1;
  return p.t.isMark(last, ":") || seg.kind === "heading" ? actNamed(p, no) : null;
}

/** The act a segment names; null when it plans, denies, declines or remembers one. */
export function actNamed(p: Page, no: number): "injected" | "needled" | null {
  let act: "injected" | "needled" | null = null;
  for (let h = firstWith(p, no, ACTS); h >= 0; h = nextWith(p, no, ACTS, h)) {
    const hit = p.hits[h] as Hit;
    const cue = hit.entry.by.act;
    if ((hit.entry.status & (SAYS.planned | SAYS.past | SAYS.not | SAYS.declined)) !== 0) return null;
    if (cue !== undefined && cue.gives.startsWith("inject")) act = "injected";
    else if (cue !== undefined && cue.gives.startsWith("needl")) act = "needled";
  }
  return act;
}

/** Does the line begin with the needling it tells of? */
export function headedByNeedling(p: Page, seg: Segment): boolean {
  const at = bodyOf(seg);
  return hitFrom(p, at)?.entry.by.act?.gives === "needling";
}

/** Injections and needlings named or told of. */
export function acts(s: SectionSigns): number {
  return s.injection + s.injected + s.needled + s.needling;
}

/** The acts that the words of a segment give: bits of `SAYS`. */
export function actsOf(p: Page, no: number): number {
  let told = 0;
  for (let h = firstWith(p, no, MEANS.act); h >= 0; h = nextWith(p, no, MEANS.act, h)) {
    const { act } = (p.hits[h] as Hit).entry.by;
    if (act !== undefined) told |= saysOf(act);
  }
  return told;
}
