/** Turns worked-on drafts into mention facts: technique, agents, doubts, exact places. */
import type { Technique } from "../../rulebook/types.ts";
import type { Doubt, Mention, Status } from "../facts.ts";
import type { Given } from "../given/given.ts";
import { SURGICAL } from "../status/ground.ts";
import { hasWord } from "../page/single-words.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { besideOperation } from "../status/own-service.ts";
import { firstWith, hitFrom, nextWith, some, type Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { putInAfter } from "../pointing/doing.ts";
import type { Segment } from "../page/layout.ts";
import { OPPOSITE } from "../sides/sides.ts";
import { TITLE_CUES } from "./summaries.ts";
import { isDone, MUSCLES, type Work, DRAINED } from "../structures/work.ts";

/** What a needle may have left in a muscle. */
const FLUIDS = ["anaesthetic", "steroid", "saline"] as const;

/** What is put into a joint to treat it; a local anaesthetic alone, beside an operation of the day, only numbs it for that. */
const TREATING = ["steroid", "hyaluronan", "prp", "proliferant", "nsaid", "sarapin", "other"] as const;
const CAVITIES = new Set(["joint", "bursa"]);

/** "Knee arthroscopy with lavage and injection of the knee": what is named in one breath with an operation, and no steroid with it. */
function partOf(p: Page, { draft }: Work, work: readonly Work[], given: Given): boolean {
  const { side, segment } = draft;
  // "Left shoulder arthroscopic repair": it is what was operated on.
  if (hitFrom(p, draft.to)?.entry.by.statement?.id === "operations") return true;
  return (
    !given.inSentence(segment, "steroid", "hyaluronan") &&
    some(p, segment, MEANS.statement, ({ statement }) => statement?.id === "operations") &&
    // "Right knee injection and left shoulder arthroscopy": each has its own side.
    !work.some((o) => o.draft.segment === segment && o.draft.side === OPPOSITE[side])
  );
}

/** "[MEDICATION] was injected": a template that nobody filled in tells of nothing put in or drawn out. */
function unfilled(p: Page): boolean {
  return p.segments.some(
    (seg, no) =>
      some(p, no, MEANS.act, ({ act }) => act?.gives === "injected" || act?.gives === "aspirated") &&
      PLACE.test(p.t.textFrom(seg.from, seg.to)),
  );
}

const PLACE =
  /\*{3}|_{3}|\{\{?[a-z]|<<?[a-z_ ]+>|\[(?:[A-Z][A-Z_ ]{2,}|fill|dose|drug|medication|steroid|volume|amount|agent)\b[^\]]{0,40}\]/;

/** Mentions in note order. Region words are kept only where something was done to them. */
export function factsOf(p: Page, work: readonly Work[], given: Given, says: ReadonlyMap<string, number>): Mention[] {
  const done = new Done(work);
  const operation = (says.get("surgery") ?? 0) >= SURGICAL;
  const surgical =
    operation &&
    !work.some(
      (w) => w.verdict.because === "injection" && w.seg.section === "procedure" && w.seg.labelEnd > w.seg.from,
    );
  const own = surgical ? besideOperation(p, work, given) : NONE;
  const numbed = says.has("operation") && given.anywhere("anaesthetic") && !given.anywhere(...TREATING);
  const fluidUnclear = given.anywhere(...FLUIDS) && !work.some((w) => w.verdict.status === "injected");
  const out: Mention[] = [];
  let template: boolean | undefined;
  for (const w of work) {
    const { draft } = w;
    let { status } = w.verdict;
    if (operation && draft.kind === "region") continue; // made numb for the operation
    if (surgical && isDone(status) && !own.has(w)) status = "other";
    if (says.has("operation") && isDone(status) && partOf(p, w, work, given)) status = "other";
    if (isDone(status) && !given.drugs && (template ??= unfilled(p))) status = "other";
    if (numbed && isDone(status) && CAVITIES.has(draft.kind) && !w.verdict.aspirated) status = "other";
    if (
      draft.kind === "region" &&
      (status === "other" || status === "examined" || status === "planned" || status === "risk")
    )
      continue;
    if (isDone(status) && done.restates(w)) {
      if (draft.kind === "region") continue;
      status = "other";
    }
    if (status === "needled" && given.inSentence(draft.segment, ...FLUIDS) && leftIn(p, w, work)) status = "injected";
    // "Vastus lateralis needled with 25 g, lidocaine 2 mL"
    const wet = fluidUnclear || (status === "needled" && given.inSentence(draft.segment, ...FLUIDS));
    const doubts = doubtsOf(w, status, wet);
    const again = draft.blank && w.verdict.because === "repeated" && out.some((m) => m.id === draft.id && isBlank(m));
    out.push(mention(p, w, status, doubts, given, again));
  }
  return out;
}

/** "Band needled, 2 mL lidocaine left in it": after the needling the sentence puts something in, and names nothing else treated. */
function leftIn(p: Page, { draft }: Work, work: readonly Work[]): boolean {
  const { segment } = draft;
  if (hasWord(p, segment, segment + 1, DEED.skin)) return false;
  if (work.some((w) => w.draft.segment === segment && isDone(w.verdict.status) && w.verdict.status !== "needled"))
    return false;
  for (let h = firstWith(p, segment, MEANS.act); h >= 0; h = nextWith(p, segment, MEANS.act, h)) {
    const hit = p.hits[h] as Hit;
    const gives = hit.entry.by.act?.gives;
    if (gives === "needled" || gives === "needling") return putInAfter(p, hit.to, (p.segments[segment] as Segment).to);
  }
  return false;
}

const NONE: ReadonlySet<Work> = new Set();

const isBlank = (m: Mention): boolean => m.doubts?.includes("side-blank") === true;

function doubtsOf(w: Work, status: Status, fluidUnclear: boolean): readonly Doubt[] {
  const blank = w.draft.blank && isDone(status) && w.draft.side === "unspecified";
  const unclear = fluidUnclear && status === "needled";
  if (!w.headingOnly && !w.nounMissing && !blank && !unclear) return NO_DOUBTS;
  const out: Doubt[] = [];
  if (w.headingOnly) out.push("heading-only");
  if (w.nounMissing) out.push("noun-missing");
  if (blank) out.push("side-blank");
  if (unclear) out.push("fluid-unclear");
  return out;
}

const NO_DOUBTS: readonly Doubt[] = [];

/** The fact, its fields always in the same order; those that say nothing are left out. */
function mention(p: Page, w: Work, status: Status, doubts: readonly Doubt[], given: Given, again: boolean): Mention {
  const { draft } = w;
  const { kind, id, side } = draft;
  // "FHL": a needle alone treats the muscle, no sheath of that name.
  const orElse = status === "needled" && MUSCLES.has(kind) ? draft.orElse.filter((x) => isMuscle(p, x)) : draft.orElse;
  const fact: { -readonly [K in keyof Mention]?: Mention[K] } =
    orElse.length > 0 ? { kind, id, orElse, side, status } : { kind, id, side, status };
  if (isDone(status)) {
    fact.technique = techniqueOf(w, status);
    const agents = given.for(draft.segment);
    if (agents.length > 0) fact.agents = agents;
  }
  if (draft.sites !== null) fact.sites = draft.sites;
  if (draft.number > 1) fact.number = draft.number;
  if (again) fact.again = true;
  if (draft.digit !== null) fact.digit = draft.digit;
  if (draft.level !== null) fact.level = draft.level;
  if (draft.levels.length > 0) fact.levels = Object.freeze(draft.levels);
  if (w.service !== undefined) fact.service = w.service;
  if (w.date !== undefined) fact.date = w.date;
  fact.because = w.verdict.because;
  if (doubts.length > 0) fact.doubts = doubts;
  const start = p.t.start[draft.from] as number;
  const end = p.t.end[draft.to - 1] as number;
  fact.text = p.t.text.slice(start, end);
  fact.start = start;
  fact.end = end;
  return Object.freeze(fact as Mention);
}

const isMuscle = (p: Page, id: string): boolean => {
  const structure = p.lex.structures[id];
  return structure !== undefined && MUSCLES.has(structure.kind);
};

function techniqueOf(w: Work, status: Status): Technique {
  if (status === "needled") return "needling";
  if (w.verdict.block) return "block";
  return w.verdict.aspirated && DRAINED.has(w.draft.kind) ? "aspiration" : "injection";
}

/** Structures of the spine: a title names its part beside them. */
const SPINAL = new Set(["epidural", "facet"]);

/** What was treated, counted when first asked, to tell whether a general word only restates it. */
class Done {
  private readonly work: readonly Work[];
  private readonly ids = new Map<string, number>();
  private counted = false;
  private digits = false;
  private muscles = false;
  private spine = false;

  constructor(work: readonly Work[]) {
    this.work = work;
  }

  private count(): void {
    if (this.counted) return;
    this.counted = true;
    for (const { draft, verdict } of this.work) {
      if (!isDone(verdict.status)) continue;
      if (draft.id !== null) this.ids.set(draft.id, (this.ids.get(draft.id) ?? 0) + 1);
      if (draft.digit !== null) this.digits = true;
      if (SPINAL.has(draft.kind)) this.spine = true;
      if (draft.kind === "muscle" && !TITLE_CUES.has(verdict.because)) this.muscles = true;
    }
  }

  /** A general word that only restates what is named exactly elsewhere: a title's group, a region round its joint, "epidural" beside its route, "trigger fingers" beside the fingers. */
  restates(w: Work): boolean {
    const { draft, seg, verdict } = w;
    const { structure } = draft;
    const general = draft.kind === "group" || draft.kind === "region";
    if (structure === null) return false;
    if (!general && structure.mayMean === undefined && structure.byDigit === undefined) return false;
    this.count();
    const others = (id: string): boolean =>
      (this.ids.get(id) ?? 0) > (isDone(verdict.status) && id === draft.id ? 1 : 0);
    if (structure.mayMean?.some(others)) return true;
    if (structure.byDigit !== undefined && draft.digit === null)
      return this.digits || Object.values(structure.byDigit).some(others);
    // "R gluteal myofascial pain. Trigger point injection done. Gluteus minimus and medius: ...": the group says why.
    if (verdict.because === "injected-next" && structure.members?.some(others) === true) return true;
    const titled = TITLE_CUES.has(verdict.because) && seg.kind !== "item" && seg.kind !== "row";
    if (titled && draft.kind === "region" && this.spine) return true; // "LUMBAR interlaminar epidural"
    return titled && general && this.muscles;
  }
}
