/**
 * What was treated without a name: a number of muscles, a structure told only by its kind, a place. Only where the note
 * names nothing else as treated.
 */
import type { StructureKind } from "../../rulebook/types.ts";
import type { CountFact, Mention, SubstanceFact } from "../facts.ts";
import { isTreated, type Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { firstWith, hitFrom, holds, nextWith, type Page } from "../page/page.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { negated } from "../status/near.ts";
import { hasWord } from "../page/single-words.ts";
import { steroidTold } from "./deed-signs.ts";
import type { Hit } from "../lexicon/scan.ts";
import { SAYS, NOT_NOW } from "../lexicon/says.ts";

const SECTIONS = new Set(["none", "procedure", "context"]);

/** "Dry needled 2 muscles", "four muscles were injected", and no muscle named as treated anywhere: muscles without names. */
export function unnamedMuscles(
  p: Page,
  work: readonly Work[],
  counts: readonly CountFact[],
  shorthand: boolean,
): Mention[] {
  if (work.some(isTreated)) return [];
  for (const c of counts) {
    if (c.of !== "muscles" && c.of !== "muscle-groups") continue;
    const no = p.segments.findIndex(
      (s) => (p.t.start[s.from] as number) <= c.start && c.end <= (p.t.end[s.to - 1] as number),
    );
    const seg = p.segments[no];
    const act = seg === undefined || !SECTIONS.has(seg.section) ? null : actIn(p, seg, shorthand);
    if (act !== null) return [unnamed(p, c, "group", act, "stated-number")];
  }
  return [];
}

/**
 * "3 shots around the one tendon sheath", "the bursa was injected", and no structure treated by name: one of that kind
 * without a name. The bare noun of an act ("bursa injection") tells of it only in a line of shorthand.
 */
export function unnamedKind(p: Page, work: readonly Work[], shorthand: boolean): Mention[] {
  if (!p.hasAct || work.some(isTreated)) return [];
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    // "[ ] Arthrocentesis: joint ____": an empty box offers it.
    if (seg.tick === false || !holds(p, no, MEANS.act) || !SECTIONS.has(seg.section)) continue;
    for (let h = firstWith(p, no, NAMED); h >= 0; h = nextWith(p, no, NAMED, h)) {
      const { from, to, entry } = p.hits[h] as Hit;
      const kind = KINDS[entry.by.head?.gives ?? entry.by.reference?.gives ?? ""];
      if (kind === undefined || actIn(p, seg, shorthand && work.length === 0) !== "injected") continue;
      const place = { start: p.t.start[from] as number, end: p.t.end[to - 1] as number };
      return [unnamed(p, place, kind, "injected", "kind-only")];
    }
  }
  return [];
}

/**
 * "2 mL of Marcaine and 1 mL of Depo-Medrol were injected at this site", "given injections of lidocaine with dexamethasone":
 * a steroid with a local anaesthetic goes into a structure, and none is said anywhere to be treated; so does a steroid alone
 * ("shoulder impingement, cortisone injection given today") where the note names a part of the body that may have been. A place
 * without a name, which has to be asked for.
 */
export function unnamedPlace(
  p: Page,
  work: readonly Work[],
  substances: readonly (readonly SubstanceFact[])[],
): Mention[] {
  if (work.some((w) => isTreated(w) || isTakenBack(w))) return [];
  const named = work.some((w) => !UNILL.has(w.verdict.status));
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    if (!holds(p, no, MEANS.act) || !(SECTIONS.has(seg.section) || seg.section === "plan")) continue;
    const mixed = isMixture(substances[no] ?? []) || (work.length > 0 && drawnBefore(p, seg, no, substances));
    if (!mixed && !(named && steroidTold(p, no))) continue;
    // Into a mucosa, a scar of the skin, an eyelid.
    if (hasWord(p, no, no + 1, DEED.elsewhere | DEED.taken | DEED.driven)) continue;
    const hit = tellsInjected(p, seg, no);
    if (hit === null) continue;
    const place = { start: p.t.start[hit.from] as number, end: p.t.end[hit.to - 1] as number };
    return [unnamed(p, place, "region", "injected", "place-unnamed")];
  }
  return [];
}

/** What was only examined, or treated before, is not what a drug of today was for. */
const UNILL = new Set<Work["verdict"]["status"]>(["examined", "past", "declined", "risk"]);

/** Declined, or taken back later in the note: the place is known, and was not treated. */
const isTakenBack = ({ verdict }: Work): boolean =>
  verdict.status === "declined" || verdict.because === "withdrawn" || verdict.because === "addendum";

const isMixture = (list: readonly SubstanceFact[]): boolean =>
  ["steroid", "anaesthetic"].every((agent) => list.some((s) => s.agent === agent && s.status === "given"));

/** "1 mg of dexamethasone was drawn up with lidocaine. The patient was injected ...": the sentence before names what went in. */
function drawnBefore(p: Page, seg: Segment, no: number, substances: readonly (readonly SubstanceFact[])[]): boolean {
  if (no === 0 || (substances[no] ?? []).length > 0) return false;
  return p.segments[no - 1]?.paragraph === seg.paragraph && isMixture(substances[no - 1] ?? []);
}

/** Words that tell of an injection as done, in a sentence in which nothing is planned, past, declined, denied or a route. */
function tellsInjected(p: Page, seg: Segment, no: number): Hit | null {
  let told: Hit | null = null;
  for (let h = firstWith(p, no, MEANS.act | MEANS.status); h >= 0; h = nextWith(p, no, MEANS.act | MEANS.status, h)) {
    const hit = p.hits[h] as Hit;
    if (hit.from < seg.labelEnd) continue; // "PLAN:" plans nothing by itself
    if ((hit.entry.status & (NOT_NOW | SAYS.not | SAYS.route | SAYS.local)) !== 0) return null;
    const { status, act } = hit.entry.by;
    if (status?.id === "others") return null;
    if (act?.gives === "injected" || act?.id === "given-injection") told ??= hit;
  }
  return told;
}

const NAMED = MEANS.head | MEANS.reference;

/** Kinds of which one without a name can be told; a plural is no number. */
const KINDS: Readonly<Record<string, StructureKind>> = {
  "tendon-sheath": "tendon-sheath",
  "kind-tendon-sheath": "tendon-sheath",
  joint: "joint",
  "kind-joint": "joint",
  bursa: "bursa",
  "kind-bursa": "bursa",
};

function unnamed(
  p: Page,
  { start, end }: { readonly start: number; readonly end: number },
  kind: StructureKind,
  status: "injected" | "needled",
  because: string,
): Mention {
  return Object.freeze({
    kind,
    id: null,
    side: "unspecified",
    status,
    technique: status === "needled" ? "needling" : "injection",
    because,
    text: p.t.text.slice(start, end),
    start,
    end,
  });
}

/** The act a sentence tells as done, when nothing in it is planned, past or declined. */
function actIn(p: Page, seg: Segment, nouns = false): "injected" | "needled" | null {
  let act: "injected" | "needled" | null = null;
  for (let k = seg.from; k < seg.to; k++) {
    const hit: Hit | undefined = hitFrom(p, k);
    if (hit === undefined) continue;
    if ((hit.entry.status & NOT_NOW) !== 0) return null;
    const { act: done } = hit.entry.by;
    if ((done?.gives === "injected" || done?.gives === "needled") && !negated(p, { hit })) act ??= done.gives;
    else if (done?.gives === "aspirated" && !negated(p, { hit })) act ??= "injected";
    else if (nouns && done?.gives === "injection" && !negated(p, { hit })) act ??= "injected";
    k = hit.to - 1;
  }
  return act;
}
