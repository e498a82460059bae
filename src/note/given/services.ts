/**
 * Services of one note kept apart where one was guided by imaging and another, expressly, was not: "Right shoulder under
 * ultrasound ... Left shoulder by landmark". Nothing is kept apart that the note does not tell apart.
 */
import type { GuidanceFact } from "../facts.ts";
import type { Work } from "../structures/work.ts";
import type { Page } from "../page/page.ts";

const IMAGING = new Set<GuidanceFact["modality"]>(["ultrasound", "fluoroscopy", "ct", "mri"]);
const PLAIN = new Set<GuidanceFact["modality"]>(["palpation", "none"]);
/** Muscles are counted over the whole session, however the needle was steered. */
const COUNTED = new Set(["muscle", "group", "region"]);

/** The guidance with the number of its service; the structures treated get theirs in place. */
export function guidedApart(
  p: Page,
  work: readonly Work[],
  guidance: readonly GuidanceFact[],
): readonly GuidanceFact[] {
  const imaging = guidance.filter((g) => IMAGING.has(g.modality) && g.use === "guide");
  const plain = guidance.filter((g) => PLAIN.has(g.modality));
  if (imaging.length !== 1 || plain.length === 0) return guidance;
  const treated = work.filter((w) => w.verdict.status === "injected" && !COUNTED.has(w.draft.kind));
  const near = (g: GuidanceFact): string | null => ownerOf(p, treated, g);
  const guided = near(imaging[0] as GuidanceFact);
  const others = new Set(plain.map(near).filter((key) => key !== null && key !== guided));
  if (guided === null || others.size === 0) return guidance;
  const numbers = new Map([guided, ...others].map((key, i) => [key, i]));
  for (const w of treated) {
    const n = numbers.get(keyOf(w));
    if (n !== undefined) w.service = n;
  }
  return guidance.map((g) => {
    const n = numbers.get(near(g));
    return n === undefined ? g : Object.freeze({ ...g, service: n });
  });
}

const keyOf = (w: Work): string => `${w.draft.id} ${w.draft.side}`;

/** The structure treated in the sentence of the guidance, when it is the only one there; else the one its line or item tells of. */
function ownerOf(p: Page, treated: readonly Work[], g: GuidanceFact): string | null {
  const no = p.segments.findIndex(
    (s) => (p.t.start[s.from] as number) <= g.start && g.end <= (p.t.end[s.to - 1] as number),
  );
  const seg = p.segments[no];
  if (seg === undefined) return null;
  for (const here of [
    treated.filter((w) => w.draft.segment === no),
    treated.filter((w) => w.seg.line === seg.line && w.draft.segment < no && no - w.draft.segment <= 2).slice(-1),
  ]) {
    const keys = new Set(here.map(keyOf));
    if (keys.size === 1) return [...keys][0] as string;
    if (keys.size > 1) return null;
  }
  return null;
}
