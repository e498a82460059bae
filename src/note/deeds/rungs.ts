/** The rungs on which the target of a deed is looked for above its own sentence, nearest first. */
import type { StructureKind } from "../../rulebook/types.ts";
import { isDiagnosis } from "../status/bearing.ts";
import {
  CONSENTED,
  DIAGNOSES,
  diseased,
  FINDINGS,
  heads,
  LANDMARKS,
  type Candidate,
  type Mentioned,
} from "./candidates.ts";
import { DRAINED } from "../structures/work.ts";
import { gaugeIn } from "./deed-signs.ts";
import type { Deed } from "./deeds.ts";
import type { Segment } from "../page/layout.ts";
import type { Run } from "../page/runs.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { NOT_NOW, SAYS } from "../lexicon/says.ts";
import { hitFrom, holds, isOneOf, saysAny, some, type Page } from "../page/page.ts";
import { OTHER_DAYS } from "../page/sections.ts";
import { LINE_START, MARK } from "../text/tokens.ts";

/** `named`: the deed says what kind of structure it went to. */
export type Rung = (said: Mentioned, deed: Deed, named: boolean) => readonly Candidate[];

const NONE: readonly Candidate[] = [];

/** "Site: ECRB origin, R.", "Joint: left wrist". */
const field: Rung = (said, { run }) => {
  const { t, segments } = said.p;
  for (let no = run.from; no < run.to; no++) {
    const { from, labelEnd: to } = segments[no] as Segment;
    if (to <= from || to - from > FIELD || !SITE.test(t.textFrom(from, to))) continue;
    const all = said.candidates(no, no + 1);
    if (all.length > 0) return all;
  }
  return NONE;
};

/** Tokens of a field's name at most. */
const FIELD = 5;
const SITE =
  /^(?:injection )?(?:sites?|locations?|structures?|joints?|bursa|tendon|target)(?: injected| treated)?(?: ?\/ ?(?:side|laterality))?$/i;

/** The sentence that tells of the needle, nearest before the dose. */
const needle: Rung = (said, { no, run }) => {
  for (let k = no; k >= run.from; k--) {
    if (!gaugeIn(said.p, k, k + 1) && !some(said.p, k, MEANS.act, ({ act }) => act?.gives === "target")) continue;
    const all = said.candidates(k, k + 1);
    if (all.length > 0) return all;
  }
  return NONE;
};

/** The structure with which the run begins ("#1 R GH jt - posterior, in plane. ..."). */
const head: Rung = (said, { no, run, each }) => {
  for (let k = run.from; k < Math.min(no, run.from + 2); k++) {
    const all = said.candidates(k, k + 1, run.item ? DIAGNOSES : 0);
    const first = all.filter(heads);
    // "Joints: R MCP 2, R PIP 3. 0.3 mL each": of all that are listed there.
    if (first.length > 0) return each ? all : first;
  }
  return NONE;
};

/** The structure that the run has for a label ("Subtalar: sinus tarsi approach ..."). */
export const labelled: Rung = (said, { run }) => {
  const { from, labelEnd } = said.p.segments[run.from] as Segment;
  if (labelEnd <= from) return NONE;
  return said.candidates(run.from, run.from + 1, DIAGNOSES).filter((c) => c.draft.to <= labelEnd);
};

/** All that the run names. */
const rest: Rung = (said, { run }) => said.candidates(run.from, run.to);

/** The heading or short line over the run, and the title of the note when it names an act. */
const heading: Rung = (said, { run }) => {
  const { segments } = said.p;
  const own = segments[run.from] as Segment;
  const over = (k: number): boolean => {
    const seg = segments[k] as Segment;
    return seg.kind === "heading" ? seg.paragraph >= own.paragraph - 1 : isTitle(said.p, k);
  };
  for (let k = run.from - 1; k >= Math.max(0, run.from - NEAR); k--) {
    const all = over(k) ? said.candidates(k, k + 1, DIAGNOSES | FINDINGS) : NONE;
    if (all.length > 0) return all;
  }
  for (let k = 0; k < Math.min(run.from, TITLES); k++) {
    const all = isTitle(said.p, k) ? said.candidates(k, k + 1, DIAGNOSES | FINDINGS) : NONE;
    if (all.length > 0) return all;
  }
  return NONE;
};

/** A short line that names an act. */
function isTitle(p: Page, no: number): boolean {
  const seg = p.segments[no] as Segment;
  return (
    seg.first &&
    seg.to - seg.from <= TITLE &&
    some(p, no, MEANS.act, ({ act }) => act !== undefined && act.gives !== "block")
  );
}

/** Tokens of a title at most; segments among which the note's own is looked for; segments between a heading and its run. */
const TITLE = 18;
const TITLES = 4;
const NEAR = 3;

/** The line under which the item is indented ("# L tibiotalar OA" over "- IA steroid ..."), or the entry of a list whose text it is. */
const parent: Rung = (said, { run }) => {
  const k = parentOf(said.p, run);
  return k < 0 ? NONE : said.candidates(k, k + 1, DIAGNOSES);
};

/** The segment of that line; -1 when there is none. */
export function parentOf(p: Page, run: Run): number {
  const own = p.segments[run.from] as Segment;
  for (let k = run.from - 1; k >= Math.max(0, run.from - OUTLINE); k--) {
    const seg = p.segments[k] as Segment;
    if (seg.paragraph < own.paragraph - 1) return -1;
    if (seg.first && (isOver(p, seg, own) || isTextOf(p, k, run.to, own))) return k;
  }
  return -1;
}

/** Is one line indented less than the other, or marked as higher: "#" over a number, a number over a dash? */
function isOver(p: Page, a: Segment, b: Segment): boolean {
  return a.indent < b.indent || (a.indent === b.indent && b.kind === "item" && rank(p, a) < rank(p, b));
}

/** Is the line text of entry `k` ("# Trigger thumb / Injected today: ..."), and not said of the whole list above it? */
function isTextOf(p: Page, k: number, after: number, own: Segment): boolean {
  const entry = p.segments[k] as Segment;
  if (own.kind === "item" || entry.indent > own.indent || entry.paragraph !== own.paragraph) return false;
  const order = rank(p, entry);
  if (order === 0) return true;
  return entry.kind === "item" && order === 1 && isParted(p, k, after);
}

/** Does text stand before or after the entry, so that each entry has its own? */
const isParted = (p: Page, k: number, after: number): boolean =>
  p.segments[after]?.kind === "item" || p.segments[k - 1]?.kind !== "item";

function rank(p: Page, { from, kind }: Segment): number {
  let k = from;
  while (k > 0 && ((p.t.flags[k] as number) & LINE_START) === 0) k--;
  if (p.t.isMark(k, "#")) return 0;
  return kind === "item" && p.t.type[k] === MARK ? 2 : 1;
}

/** Segments between an item and the line that it is nested under, at most. */
const OUTLINE = 40;

const DIAGNOSED = new Set(["assessment", "indication"]);
const TOLD = new Set(["none", "context", "procedure"]);

/** What is diagnosed: in an assessment or an indication, or told of as a diagnosis elsewhere and in the run itself. */
const diagnosis: Rung = (said, { run }) => {
  const out: Candidate[] = [];
  said.p.segments.forEach(({ section }, k) => {
    const stated = DIAGNOSED.has(section);
    if (!holds(said.p, k, MEANS.term) || !(stated || TOLD.has(section) || (k >= run.from && k < run.to))) return;
    for (const c of said.candidates(k, k + 1, DIAGNOSES))
      if (stated || isDiagnosis(c.work?.verdict.because) || diseased(said.p, c)) out.push(c);
  });
  return out;
};

/** "The right knee was swollen. 40 mL of clear fluid was aspirated": what was found swollen in the sentence before. */
const swollen: Rung = (said, { no, fluid }) => {
  const [before, own] = [said.p.segments[no - 1], said.p.segments[no]];
  if (!fluid || before === undefined || before.paragraph !== own?.paragraph) return NONE;
  if (saysAny(said.p, no, NOT_NOW) || !isSwollen(said.p, before)) return NONE;
  return said.candidates(no - 1, no, FINDINGS).filter((c) => DRAINED.has(c.draft.kind));
};

/** Does a word of swelling stand in the segment, not denied right before it? */
function isSwollen(p: Page, seg: Segment): boolean {
  let denied = -1;
  for (let k = seg.from; k < seg.to; k++) {
    if (((hitFrom(p, k)?.entry.status ?? 0) & SAYS.not) !== 0) denied = k;
    if (isOneOf(p, k, SWOLLEN) && (denied < 0 || k - denied > DENIED)) return true;
  }
  return false;
}

const SWOLLEN = ["swollen", "swelling", "effusion", "effusions", "boggy", "fluctuant", "distended", "hemarthrosis"];
/** Tokens over which a denial reaches ("no swelling or effusion"). */
const DENIED = 4;

/** "Placed deep to the plantar fascia": what lies beside, no muscle, where it is what the note diagnoses. */
const beside: Rung = (said, deed, named) => {
  const near = said.candidates(deed.no, deed.no + 1, LANDMARKS).filter((c) => SOFT.has(c.draft.kind));
  if (near.length === 0) return NONE;
  const ill = new Set(diagnosis(said, deed, named).map((c) => c.draft.id));
  return near.filter((c) => ill.has(c.draft.id));
};

const SOFT: ReadonlySet<StructureKind> = new Set<StructureKind>([
  "aponeurosis",
  "tendon",
  "tendon-origin",
  "tendon-sheath",
  "ligament",
]);

const CLOSED = new Set<string>([...OTHER_DAYS, "not-done", "medication", "billing"]);

/**
 * The one structure that the note speaks of at all. A mere finding counts when it is of the kind the deed names; where fluid came
 * out, a bursa too ("olecranon bursa boggy").
 */
const anywhere: Rung = (said, { drained }, named) => {
  const out: Candidate[] = [];
  said.p.segments.forEach(({ section }, k) => {
    if (CLOSED.has(section)) return;
    for (const c of said.candidates(k, k + 1, named || drained ? DIAGNOSES | FINDINGS : DIAGNOSES))
      if (named || c.work?.verdict.status !== "examined" || BAGS.has(c.draft.kind)) out.push(c);
  });
  return out;
};

/** "The risks of injection of the left knee were reviewed. The site was prepped": what was consented to, where nothing else is named. */
const consented: Rung = (said) => {
  const out: Candidate[] = [];
  said.p.segments.forEach(({ section }, k) => {
    if (section === "copied" || section === "history" || section === "education" || !holds(said.p, k, MEANS.term))
      return;
    if (!some(said.p, k, MEANS.act, ({ act }) => act?.gives === "injection" || act?.gives === "inject")) return;
    for (const c of said.candidates(k, k + 1, CONSENTED))
      if (!STRAY.has(c.draft.kind) && ofInjection(said.p, c)) out.push(c);
  });
  return out;
};

/** Among the risks these may be hurt. */
const STRAY: ReadonlySet<StructureKind> = new Set<StructureKind>(["nerve", "tendon", "muscle", "group"]);

/** Does the act stand a few words before the structure or right after it ("injection of the left knee", "left knee steroid injection")? */
function ofInjection(p: Page, { draft, seg }: Candidate): boolean {
  for (let k = Math.max(seg.from, draft.from - ACT); k < Math.min(seg.to, draft.to + 3); k++) {
    const act = hitFrom(p, k)?.entry.by.act?.gives;
    if (act === "injection" || act === "inject") return true;
  }
  return false;
}

/** Tokens from the act to the structure that is injected, at most. */
const ACT = 9;

const BAGS: ReadonlySet<StructureKind> = new Set<StructureKind>(["bursa", "ganglion"]);

/** What the line over a list is about ("Trigger digits x2:"): the kind of each of its items that names only a place. */
export function listKind(said: Mentioned, { run }: Deed): StructureKind | null {
  const { segments } = said.p;
  const own = segments[run.from] as Segment;
  for (let k = run.from - 1; k >= Math.max(0, run.from - OUTLINE); k--) {
    const seg = segments[k] as Segment;
    if (seg.paragraph < own.paragraph - 1) return null;
    if (seg.kind === "item") continue;
    const [one, ...more] = said.candidates(k, k + 1, DIAGNOSES);
    return one !== undefined && more.length === 0 && one.draft.kind !== "region" ? one.draft.kind : null;
  }
  return null;
}

/** In the run of the deed. */
export const NEAR_RUNGS: readonly Rung[] = [field, needle, head];
/** Beyond it. They are climbed once a note: two deeds do not both go to the one structure of a diagnosis. */
export const FAR_RUNGS: readonly Rung[] = [beside, consented, diagnosis, anywhere];
export const RUNGS: readonly Rung[] = [...NEAR_RUNGS, rest, heading, parent, swollen];
