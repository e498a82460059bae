/**
 * Reads a note: text in, facts out. Deterministic; every fact keeps its offsets into the original.
 * The path is tokens -> spelling -> phrases -> layout -> structures -> lists -> status -> links.
 */
import type { Rulebook } from "../rulebook/types.ts";
import { chains, type Chain } from "./chains.ts";
import { countsIn, sitesAfter } from "./counts.ts";
import { datesIn } from "./dates.ts";
import type { Fact, Reading, Side, StatementFact, SubstanceFact } from "./facts.ts";
import { factsOf, SURGICAL, type Work } from "./finish.ts";
import { columnsOf, NO_TICKS, rowSide, rowTicks, zeroRow, type Columns } from "./grid.ts";
import { guidanceIn } from "./guidance.ts";
import { labelsIn } from "./labels.ts";
import { layout, type Segment } from "./layout.ts";
import { lexicon, type Lexicon } from "./lexicon.ts";
import { mentionsIn, type Draft, type Page } from "./mentions.ts";
import { antecedents } from "./references.ts";
import { scan, type Hit } from "./scan.ts";
import { missingNouns } from "./missing.ts";
import { leadOf, needleIn, signs, type SectionSigns, type Setting } from "./setting.ts";
import { mend, speller, type Speller } from "./spelling.ts";
import { statement, statementsIn } from "./statements.ts";
import { negated, statusOf, type Verdict } from "./status.ts";
import { agents, substancesIn, type Agents } from "./substances.ts";
import { Tokens, tokenise } from "./tokens.ts";

/** Makes a reader for a rulebook. The reader keeps no memory of the notes it has read. */
export function makeReader(book: Rulebook): (text: string) => Reading {
  const lex = lexicon(book);
  const spell = speller(lex);
  const known = agents(book.drugs);
  const tokens = new Tokens();
  return (text) => read(text, lex, spell, known, tokens);
}

function read(text: string, lex: Lexicon, spell: Speller, known: Agents, t: Tokens): Reading {
  tokenise(text, lex.table, t);
  mend(lex, spell, t);
  const page = pageOf(lex, t);
  const bySection = signs(page);
  const { facts: statements, says } = statementsIn(page);
  const dates = datesIn(text);
  const substances = page.segments.map((_, no) => substancesIn(page, no, known));
  const given = substances.flat().filter((s) => s.status === "given" && s.agent !== "contrast");
  const work = place(page, bySection, says, given, substances, dates);
  follow(page, work, given);
  work.push(...missingNouns(page, work));
  work.sort((a, b) => a.draft.from - b.draft.from);
  sideByContext(page, work);
  const facts: Fact[] = [
    ...factsOf(page, work, substances, says),
    ...substances.flat(),
    ...guidanceIn(page),
    ...page.segments.flatMap((seg) => countsIn(page, seg)),
    ...labelsIn(text),
    ...statements,
    ...done(page),
  ];
  facts.sort((a, b) => a.start - b.start || a.end - b.end);
  return Object.freeze({ kind: "reading", facts: Object.freeze(facts), dates, findings: Object.freeze([]) });
}

function pageOf(lex: Lexicon, t: Tokens): Page {
  const hits = scan(lex, t);
  const hitAt = new Int32Array(t.n + 1).fill(-1);
  const hitEnd = new Int32Array(t.n + 1).fill(-1);
  let hasAct = false;
  hits.forEach((h, i) => {
    hitAt[h.from] = i;
    hitEnd[h.to] = i;
    if (!hasAct && h.entry.by.act !== undefined) hasAct = true;
  });
  const named = new Set<string>();
  for (const h of hits)
    for (const term of h.entry.terms)
      if (term.targets.length === 1 && term.strength !== "ambiguous") named.add(term.targets[0] as string);
  const segments = layout(t, hits, hitAt);
  const ranges = new Int32Array(segments.length * 2);
  let h = 0;
  segments.forEach((seg, i) => {
    while (h < hits.length && (hits[h] as Hit).from < seg.from) h++;
    ranges[2 * i] = h;
    while (h < hits.length && (hits[h] as Hit).from < seg.to) h++;
    ranges[2 * i + 1] = h;
  });
  return { lex, t, hits, hitAt, hitEnd, segments, ranges, named, hasAct, ticks: /[[☐☑☒□]|\( \)|\(x\)/i.test(t.text) };
}

/** "11/2012": a month and a year with no day. */
const OLD_MONTH = /(?:^|[^\d/])(?:\d{1,2}\/)?(?:19|20)\d\d(?![\d/-])(?:[^:]|$)/;

/** A structure without a side takes the one side that its paragraph, else the whole note, speaks of. */
function sideByContext(p: Page, work: readonly Work[]): void {
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

/** A statement that something was injected or needled, at its first place, outside history, plan and examination. */
function done(p: Page): StatementFact[] {
  const out: StatementFact[] = [];
  for (const [gives, says] of [
    ["injected", "injection-done"],
    ["needled", "needling-done"],
  ] as const) {
    for (let no = 0; no < p.segments.length; no++) {
      const seg = p.segments[no] as Segment;
      if (!/^(procedure|none|addendum|context|medication|outcome)$/.test(seg.section)) continue;
      const hit = firstDoing(p, no, gives);
      if (hit !== null) {
        out.push(statement(p, hit, says));
        break;
      }
    }
  }
  return out;
}

function firstDoing(p: Page, no: number, gives: string): Hit | null {
  for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
    const hit = p.hits[h] as Hit;
    if (hit.entry.by.act?.gives === gives && !negated(p, { hit })) return hit;
  }
  return null;
}

/** Walks the segments in order and gives every structure its status. */
function place(
  p: Page,
  bySection: ReadonlyMap<number, SectionSigns>,
  says: ReadonlyMap<string, number>,
  given: readonly SubstanceFact[],
  substances: readonly (readonly SubstanceFact[])[],
  dates: Reading["dates"],
): Work[] {
  const out: Work[] = [];
  const note = bySection.get(-1) as SectionSigns;
  const shorthand = p.t.n <= SHORTHAND && p.segments.every((s) => s.section === "none");
  const service = dates.find((d) => d.role === "service");
  let columns: Columns | null = null;
  let head: Segment | null = null;
  let lead: ReturnType<typeof leadOf> = null;
  let leadSide: Side = "unspecified";
  let fieldSide: Side = p.segments.map((s) => sideLabel(p, s).field).find((s) => s !== "unspecified") ?? "unspecified";
  let leadParagraph = -1;
  p.segments.forEach((seg, no) => {
    const drafts = mentionsIn(p, no);
    if (drafts.length === 0) {
      columns = (p.ticks ? columnsOf(p, seg) : null) ?? (seg.kind === "heading" ? null : columns);
      const side = sideLabel(p, seg);
      if (side.field !== "unspecified") fieldSide = side.field;
      if (seg.kind === "heading" || side.lead !== "unspecified") leadSide = side.lead;
    }
    if (seg.kind === "row" && (head === null || p.segments[no - 1]?.kind !== "row")) head = seg;
    else if (seg.kind !== "row") head = null;
    const handed = leadOf(p, no);
    const listed = seg.kind === "item" || seg.kind === "row";
    if (handed !== null && !listed) [lead, leadParagraph] = [handed, seg.paragraph];
    else if (!listed && (seg.paragraph > leadParagraph + 1 || (seg.kind === "field" && seg.first))) lead = null;
    const ticks = p.ticks ? rowTicks(p, seg, columns) : NO_TICKS;
    const section = bySection.get(seg.sectionNo) as SectionSigns;
    const setting: Setting = {
      ticks: ticks.any && drafts.length === 1 ? ticks.ticked : null,
      zeroRow: seg.kind === "row" && head !== seg && zeroRow(p, head, seg),
      carry: handed === null && (listed || seg.indent > 0) ? lead : null,
      doneHere: shorthand ? !says.has("not-performed") : doneIn(seg, section, note, says),
      injectsHere:
        section.injection +
          section.injected +
          section.needled +
          section.needling +
          section.block +
          note.injection +
          note.injected +
          note.needled +
          note.needling >
        0,
      needles:
        (given.length === 0 && note.needled + note.needling > 0) || (says.has("needle-only") && note.injected === 0),
      blocks: section.block > 0 && section.block >= section.injection,
      notPerformed: (says.get("not-performed") ?? 0) > 0 && note.injected === 0,
      pastDate: dates.some(
        (d) =>
          d.start >= (p.t.start[seg.from] as number) &&
          d.end <= (p.t.end[seg.to - 1] as number) &&
          service !== undefined &&
          d.date < service.date,
      ),
      muscleNote: drafts.length > 0 && (localHere(p, substances, seg) || section.needled + section.needling > 0),
      dosedHere: (substances[no] as readonly SubstanceFact[]).some((x) => x.status === "given" && x.dose !== undefined),
      substanceHere:
        drafts.length > 0 &&
        substances.some(
          (list, i) => (p.segments[i] as Segment).paragraph === seg.paragraph && list.some((s) => s.status === "given"),
        ),
      needleHere: drafts.length > 0 && needleIn(p, no),
      oldMonth: drafts.length > 0 && OLD_MONTH.test(p.t.text.slice(p.t.start[seg.from], p.t.end[seg.to - 1])),
      surgical: (says.get("surgery") ?? 0) >= SURGICAL,
      listLike: listed || (seg.label[1] > seg.label[0] && seg.first) || seg.paragraph === leadParagraph,
    };
    for (const chain of chains(p, drafts)) {
      const verdict = statusOf(p, chain, seg, setting);
      for (const draft of chain.members) {
        if (draft.side === "unspecified" && !(ticks.any && !ticks.ticked))
          draft.side =
            ticks.side !== "unspecified"
              ? ticks.side
              : seg.kind === "row"
                ? rowSide(p, seg)
                : labelSide(p, seg, draft) !== "unspecified"
                  ? labelSide(p, seg, draft)
                  : leadSide !== "unspecified"
                    ? leadSide
                    : fieldSide;
        draft.sites = sitesAfter(p, draft, seg);
        const bare = draft.kind === "region" && !governed(p, chain, seg);
        out.push({ draft, verdict: bare ? { ...verdict, status: "other" } : verdict, seg });
      }
    }
  });
  return out;
}

/** A text this short, without headings, is a line of shorthand: what it names was done unless it says otherwise. */
const SHORTHAND = 90;

/** Tokens in a title at most. */
const TITLE = 16;

/** In a section that is not headed as a procedure, at least two signs show that the act was done. */
function doneIn(seg: Segment, s: SectionSigns, note: SectionSigns, says: ReadonlyMap<string, number>): boolean {
  if ((says.get("not-performed") ?? 0) > 0) return false;
  if (seg.section === "procedure" || seg.section === "addendum") return true;
  if (
    seg.section === "history" ||
    seg.section === "copied" ||
    seg.section === "consent" ||
    seg.section === "indication"
  )
    return false;
  if (seg.section === "none" && seg.first && seg.to - seg.from <= TITLE && seg.paragraph <= 2)
    return note.injected > 0 || note.done >= 2;
  return (
    s.done + s.substances >= 2 && (s.substances > 0 || s.done >= 2) && (seg.section === "none" || s.substances > 0)
  );
}

/** A region counts as a site only when an injection is said to go there, or as a line of a list. */
function governed(p: Page, chain: Chain, seg: Segment): boolean {
  if (chain.members.some((d) => d.kind !== "region")) return true;
  if ((seg.kind === "item" || seg.kind === "row") && chain.from - seg.from <= 3) return true;
  for (let k = chain.from; k > seg.from && chain.from - k < 8; k--) {
    const at = p.hitEnd[k] as number;
    if (at < 0) continue;
    const hit = p.hits[at] as Hit;
    if (hit.entry.by.act !== undefined) return true;
    if (hit.entry.by.side === undefined && hit.entry.by.part === undefined) break;
  }
  const next = p.hitAt[chain.to] as number;
  return next >= 0 && /^inject(ed|ion)$/.test((p.hits[next] as Hit).entry.by.act?.gives ?? "");
}

/** A local anaesthetic in the same paragraph: the muscle is the target, not the route of a drug. */
function localHere(p: Page, substances: readonly (readonly SubstanceFact[])[], seg: Segment): boolean {
  return substances.some(
    (list, i) =>
      (p.segments[i] as Segment).paragraph === seg.paragraph &&
      list.some((s) => s.agent === "anaesthetic" && s.status === "given"),
  );
}

/** "Laterality: Left" holds for the note; "Right side:" for the lines under it. */
function sideLabel(p: Page, seg: Segment): { field: Side; lead: Side } {
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

function labelSide(p: Page, seg: Segment, draft: Draft): Side {
  if (seg.label[1] <= seg.label[0] || draft.from < seg.label[1]) return "unspecified";
  return sideIn(p, seg.label[0], seg.label[1]);
}

function sideIn(p: Page, from: number, to: number): Side {
  for (let k = from; k < to; k++) {
    const at = p.hitAt[k] as number;
    if (at >= 0) {
      const cue = (p.hits[at] as Hit).entry.by.side;
      if (cue !== undefined) return cue.gives as Side;
    }
  }
  return "unspecified";
}

/** Back references: "each of the above was injected", "the same on the left". */
function follow(p: Page, work: Work[], given: readonly SubstanceFact[]): void {
  p.segments.forEach((seg, no) => {
    if (seg.section === "history" || seg.section === "copied" || seg.section === "consent" || seg.section === "plan")
      return;
    for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
      const hit = p.hits[h] as Hit;
      const cue = hit.entry.by.reference;
      if (cue === undefined) continue;
      if (cue.gives === "same") {
        const last = work.filter((w) => w.draft.segment <= no && w.verdict.status === "injected").pop();
        const side = sideIn(p, hit.to, Math.min(seg.to, hit.to + 2));
        if (
          last !== undefined &&
          side !== "unspecified" &&
          !work.some((w) => w.draft.segment === no && w.draft.from >= hit.to && w.draft.kind !== "region")
        )
          work.push({
            draft: { ...last.draft, side, ownSide: true, from: hit.from, to: hit.to, segment: no, sites: null },
            verdict: last.verdict,
            seg,
          });
        continue;
      }
      const act = cue.gives === "these-injected" ? "injected" : doingAfter(p, hit.to, seg.to);
      if (act === null) continue;
      const verdict: Verdict = {
        status: act === "needled" && given.length === 0 ? "needled" : act,
        because: cue.id,
        verb: true,
      };
      for (const w of antecedents(work, p.segments, no)) if (w.draft.from < hit.from) w.verdict = verdict;
    }
  });
  work.sort((a, b) => a.draft.from - b.draft.from);
}

function doingAfter(p: Page, from: number, to: number): "injected" | "needled" | null {
  for (let k = from; k < Math.min(to, from + 25); k++) {
    const at = p.hitAt[k] as number;
    if (at < 0) continue;
    const hit = p.hits[at] as Hit;
    const status = hit.entry.by.status;
    if (status?.gives === "not" && !status.pseudo) return null;
    const act = hit.entry.by.act?.gives;
    if (act === "injected" || act === "needled") return act;
    k = hit.to - 1;
  }
  return null;
}
