/** Turns worked-on drafts into mention facts: technique, agents, doubts, exact places. */
import type { AgentClass, Technique } from "../rulebook/types.ts";
import type { Doubt, Mention, SubstanceFact } from "./facts.ts";
import type { Segment } from "./layout.ts";
import type { Draft, Page } from "./mentions.ts";
import type { Verdict } from "./status.ts";

export interface Work {
  readonly draft: Draft;
  verdict: Verdict;
  readonly seg: Segment;
  /** A line of a list that gives side and level but no structure. */
  readonly nounMissing?: boolean;
  /** The day of the session it belongs to, in a note of several. */
  date?: string;
}

/** An operation with this many words of surgery is not an injection procedure. */
export const SURGICAL = 4;

/** Mentions in note order. Region words are kept only where something was done to them. */
export function factsOf(
  p: Page,
  work: readonly Work[],
  substances: readonly (readonly SubstanceFact[])[],
  says: ReadonlyMap<string, number>,
): Mention[] {
  const headingOnly = unconfirmed(work);
  const surgical =
    (says.get("surgery") ?? 0) >= SURGICAL &&
    !work.some(
      (w) => w.verdict.because === "injection" && w.seg.section === "procedure" && w.seg.label[1] > w.seg.label[0],
    );
  const out: Mention[] = [];
  for (const w of work) {
    const { draft } = w;
    let { status } = w.verdict;
    if (surgical && (status === "injected" || status === "needled")) status = "other";
    if (
      draft.kind === "region" &&
      (status === "other" || status === "examined" || status === "planned" || status === "risk")
    )
      continue;
    if ((status === "injected" || status === "needled") && restated(p, w, work)) {
      if (draft.kind === "region") continue;
      status = "other";
    }
    const treated = status === "injected" || status === "needled";
    const start = p.t.start[draft.from] as number;
    const end = p.t.end[draft.to - 1] as number;
    const doubts: Doubt[] = [
      ...(headingOnly.has(w) ? (["heading-only"] as const) : []),
      ...(w.nounMissing ? (["noun-missing"] as const) : []),
    ];
    if (status === "needled" && substancesGiven(substances) && !work.some((o) => o.verdict.status === "injected"))
      doubts.push("fluid-unclear");
    const agents = treated ? agentsFor(w, p, substances) : [];
    out.push(
      Object.freeze({
        kind: draft.kind,
        id: draft.id,
        ...(draft.orElse.length > 0 ? { orElse: draft.orElse } : {}),
        side: draft.side,
        status,
        ...(treated ? { technique: techniqueOf(w) } : {}),
        ...(agents.length > 0 ? { agents } : {}),
        ...(draft.sites !== null ? { sites: draft.sites } : {}),
        ...(draft.digit !== null ? { digit: draft.digit } : {}),
        ...(draft.level !== null ? { level: draft.level } : {}),
        ...(w.date !== undefined ? { date: w.date } : {}),
        because: w.verdict.because,
        ...(doubts.length > 0 ? { doubts } : {}),
        text: p.t.text.slice(start, end),
        start,
        end,
      }),
    );
  }
  return out;
}

/** A general word that only restates what is named exactly elsewhere: a title's group, a region round its joint, "trigger fingers" beside the fingers. */
function restated(p: Page, w: Work, work: readonly Work[]): boolean {
  const done = work.filter((o) => o !== w && (o.verdict.status === "injected" || o.verdict.status === "needled"));
  const structure = w.draft.id === null ? undefined : p.lex.structures[w.draft.id];
  if (structure === undefined) return false;
  if (w.draft.kind === "region" && done.some((o) => o.draft.id !== null && structure.mayMean?.includes(o.draft.id)))
    return true;
  if (structure.byDigit !== undefined && w.draft.digit === null)
    return done.some(
      (o) => o.draft.digit !== null || Object.values(structure.byDigit ?? {}).includes(o.draft.id ?? ""),
    );
  const inTitle = TITLE_CUES.has(w.verdict.because) && w.seg.kind !== "item" && w.seg.kind !== "row";
  return (
    inTitle &&
    (w.draft.kind === "group" || w.draft.kind === "region") &&
    done.some((o) => o.draft.kind === "muscle" && !TITLE_CUES.has(o.verdict.because))
  );
}

function substancesGiven(substances: readonly (readonly SubstanceFact[])[]): boolean {
  return substances.some((list) =>
    list.some(
      (s) => s.status === "given" && (s.agent === "anaesthetic" || s.agent === "steroid" || s.agent === "saline"),
    ),
  );
}

const DRAINED = new Set(["joint", "bursa", "ganglion"]);

function techniqueOf(w: Work): Technique {
  if (w.verdict.status === "needled") return "needling";
  if (w.verdict.block) return "block";
  return w.verdict.aspirated && DRAINED.has(w.draft.kind) ? "aspiration" : "injection";
}

/** What was put into it: the substances of its own line, else of its paragraph, its section, the note. */
function agentsFor(w: Work, p: Page, substances: readonly (readonly SubstanceFact[])[]): AgentClass[] {
  const near = (same: (s: Segment) => boolean): AgentClass[] => {
    const out = new Set<AgentClass>();
    substances.forEach((list, i) => {
      if (same(p.segments[i] as Segment))
        for (const s of list) if (s.status === "given" && s.agent !== "contrast") out.add(s.agent);
    });
    return [...out].sort();
  };
  for (const same of [
    (s: Segment) => s === w.seg,
    (s: Segment) => s.line === w.seg.line,
    (s: Segment) => s.paragraph === w.seg.paragraph && s.sectionNo === w.seg.sectionNo,
    (s: Segment) => s.sectionNo === w.seg.sectionNo,
    () => true,
  ]) {
    const found = near(same);
    if (found.length > 0) return found;
  }
  return [];
}

/** Nouns that name the procedure without saying that it was done. */
const TITLE_CUES = new Set(["injection", "needling", "block"]);

/** Structures named only in a title, while the body names what was injected and does not name them. */
function unconfirmed(work: readonly Work[]): Set<Work> {
  const out = new Set<Work>();
  const done = (w: Work): boolean => w.verdict.status === "injected" || w.verdict.status === "needled";
  const body = work.filter((w) => done(w) && w.verdict.verb);
  if (body.length === 0) return out;
  for (const w of work) {
    if (
      !done(w) ||
      w.verdict.verb ||
      !TITLE_CUES.has(w.verdict.because) ||
      w.seg.kind === "item" ||
      w.seg.kind === "row" ||
      w.verdict.because === "list"
    )
      continue;
    if (!body.some((b) => b.draft.id === w.draft.id) && body.some((b) => b.draft.kind === w.draft.kind)) out.add(w);
  }
  return out;
}
