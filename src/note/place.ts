/** Walks the segments in order and gives every structure its status, side and sites. */
import { cellsOf } from "./cells.ts";
import { emptyUnder, textHead, type TextHead } from "./columns.ts";
import { chains, type Chain } from "./chains.ts";
import { lineStarts } from "./chars.ts";
import { sitesAfter } from "./counts.ts";
import type { Reading, Side, SubstanceFact } from "./facts.ts";
import { SURGICAL, type Work } from "./finish.ts";
import {
  amountColumns,
  answeredNo,
  columnsOf,
  NO_TICKS,
  rowSide,
  rowTicks,
  sideColumns,
  sidesFilled,
  zeroRow,
  type Columns,
} from "./grid.ts";
import type { Given } from "./given.ts";
import type { Segment } from "./layout.ts";
import { MEANS } from "./lexicon.ts";
import { mentionsIn, type Draft } from "./mentions.ts";
import { hitFrom, some, type Page } from "./page.ts";
import type { Hit } from "./scan.ts";
import { bareList, openingOf, otherSide } from "./lists.ts";
import { leadOf, needleIn, type SectionSigns, type Setting } from "./setting.ts";
import { labelSide, sideLabel } from "./sides.ts";
import { statusOf, type Verdict } from "./status.ts";
import { NUMBER } from "./tokens.ts";

/** "Euflexxa #2 of 3": one of a series. */
const SERIES = /# ?\d/;

/** "11/2012": a month and a year with no day. */
const OLD_MONTH = /(?:^|[^\d/])(?:\d{1,2}\/)?(?:19|20)\d\d(?![\d/-])(?:[^:]|$)/;

/** The structures of a note, each with the segment it stands in and what is said of it. */
export function place(
  p: Page,
  bySection: ReadonlyMap<number, SectionSigns>,
  says: ReadonlyMap<string, number>,
  given: Given,
  substances: readonly (readonly SubstanceFact[])[],
  dates: Reading["dates"],
): Work[] {
  const out: Work[] = [];
  const note = bySection.get(-1) as SectionSigns;
  const shorthand = isShorthand(p);
  const asksCode = shorthand && (says.has("coding-question") || (p.t.text.includes("?") && CODE_ASKED.test(p.t.text)));
  const past = pastDates(p, dates);
  const needles =
    (!given.drugs && note.needled + note.needling > 0) ||
    (says.has("needle-only") && (note.injected === 0 || !given.drugs));
  const notPerformed = (says.get("not-performed") ?? 0) > 0 && note.injected === 0;
  const surgical = (says.get("surgery") ?? 0) >= SURGICAL;
  const startOf = lineStarts(p.t.text);
  const column = (at: number): number => at - startOf(at);
  let columns: Columns | null = null;
  let head: Segment | null = null;
  let amounts: readonly number[] = [];
  let sides: ReturnType<typeof sideColumns> = new Map();
  let table: TextHead | null = null;
  let lead: ReturnType<typeof leadOf> = null;
  let leadSide: Side = "unspecified";
  const labels = p.segments.map((s) => sideLabel(p, s));
  let fieldSide: Side = labels.find((l) => l.field !== "unspecified")?.field ?? "unspecified";
  // A table without bars needs a tab or two spaces somewhere.
  const spaced = p.t.text.includes("\t") || p.t.text.includes("  ");
  let leadParagraph = -1;
  let opening: ReturnType<typeof openingOf> = null;
  let openingParagraph = -1;
  p.segments.forEach((seg, no) => {
    const drafts = mentionsIn(p, no);
    if (drafts.length === 0) {
      columns = (p.ticks ? columnsOf(p, seg, column) : null) ?? (seg.kind === "heading" ? null : columns);
      if (spaced) table = textHead(p, seg) ?? table;
      const side = labels[no] as (typeof labels)[number];
      if (side.field !== "unspecified") fieldSide = side.field;
      if (seg.kind === "heading" || side.lead !== "unspecified") leadSide = side.lead;
    }
    if (seg.kind !== "row") head = null;
    else if (head === null) [head, amounts, sides] = [seg, amountColumns(p, seg), sideColumns(p, seg)];
    const handed = leadOf(p, no);
    const listed = seg.kind === "item" || seg.kind === "row";
    if (handed !== null && !listed) [lead, leadParagraph] = [handed, seg.paragraph];
    else if (!listed && (seg.paragraph > leadParagraph + 1 || (seg.kind === "field" && seg.first))) lead = null;
    if (drafts.length === 0) {
      [opening, openingParagraph] = [openingOf(p, no), seg.paragraph];
      return;
    }
    // "Left: scalenus medius. Right: supraspinatus": the other side of a list goes on with what was said of the first.
    const goesOn = out[out.length - 1]?.verdict.status;
    if (opening === null && (goesOn === "injected" || goesOn === "needled") && otherSide(p, seg) && !seg.first)
      [opening, openingParagraph] = [goesOn, seg.paragraph];
    const bare = opening !== null && seg.paragraph === openingParagraph && bareList(p, seg, drafts);
    if (!bare) opening = null;
    const ticks = p.ticks ? rowTicks(p, seg, columns, column) : NO_TICKS;
    const section = bySection.get(seg.sectionNo) as SectionSigns;
    const named = acts(section) + acts(note);
    const fluids = substances[no] as readonly SubstanceFact[];
    const dosedHere = (substances[no] as readonly SubstanceFact[]).some(
      (x) => x.status === "given" && (x.dose ?? x.perSite) !== undefined,
    );
    const text = p.t.text.slice(p.t.start[seg.from], p.t.end[seg.to - 1]);
    const filled = head !== null && head !== seg && sides.size > 0 ? sidesFilled(p, sides, seg) : null;
    const setting: Setting = {
      ticks: ticks.any && drafts.length === 1 ? ticks.ticked : null,
      systemic:
        fluids.length > 0 &&
        fluids.every((x) => SYSTEMIC.has(x.agent)) &&
        !says.has("trigger-point") &&
        !given.localIn(seg.paragraph),
      amountRow:
        seg.kind === "row" &&
        head !== seg &&
        amounts.length > 0 &&
        some(p, no, MEANS.unit, ({ unit }) => unit?.gives === "mL"),
      zeroRow:
        seg.kind === "row"
          ? head !== seg && (zeroRow(p, amounts, seg) || (filled === "unspecified" && sides.size > 0))
          : answeredNo(p, seg) || emptyUnder(p, table, seg),
      carry: bare ? opening : handed === null && (listed || seg.indent > 0) ? lead : null,
      doneHere: shorthand ? !says.has("not-performed") : doneIn(seg, section, note, says, headedByNeedling(p, seg)),
      injectsHere: named + section.block > 0,
      onlyBlocks: named === 0,
      needles,
      blocks: section.block > 0 && section.block >= section.injection,
      notPerformed,
      pastDate: past.has(no) || opensWithDay(p, seg),
      // "Toradol 60 mg IM in the left gluteus": its own drug says more than another sentence's lidocaine.
      muscleNote:
        (((substances[no] as readonly SubstanceFact[]).length === 0 ||
          (substances[no] as readonly SubstanceFact[]).some((x) => x.agent === "anaesthetic")) &&
          given.localIn(seg.paragraph)) ||
        section.needled + section.needling > 0,
      dosedHere,
      shorthand,
      asksCode,
      asksPoints:
        asksCode &&
        some(
          p,
          no,
          MEANS.statement | MEANS.noun,
          (by) => (by.noun ?? by.statement)?.gives.startsWith("trigger-point") === true,
        ),
      localDosed: fluids.some(
        (x) => x.status === "given" && x.agent === "anaesthetic" && (x.dose ?? x.perSite) !== undefined,
      ),
      drugGiven: given.drugs,
      jointGel:
        (dosedHere || SERIES.test(text)) &&
        (substances[no] as readonly SubstanceFact[]).some((x) => x.status === "given" && x.agent === "hyaluronan"),
      substanceHere: given.inParagraph(seg.paragraph),
      needleHere: needleIn(p, no),
      oldMonth: !dosedHere && OLD_MONTH.test(text),
      surgical,
      operates: some(p, no, MEANS.statement, ({ statement }) => statement?.gives === "surgery"),
      listLike: listed || (seg.label[1] > seg.label[0] && seg.first) || seg.paragraph === leadParagraph,
    };
    const label = labelSide(p, seg);
    const cellSide = seg.kind === "row" ? (filled ?? rowSide(p, no)) : "unspecified";
    const cells = filled === null ? cellsOf(p, seg, drafts) : [];
    const contrast = onlyContrast(substances[no] as readonly SubstanceFact[]);
    let member = 0;
    for (const chain of chains(p, drafts, fieldList(seg, drafts))) {
      const told = statusOf(p, chain, seg, setting);
      const loose = chain.members.some((d) => d.kind === "region") && !governed(p, chain, seg);
      for (const draft of chain.members) {
        const verdict = byCell(cells[member++] ?? null, told, setting);
        if (draft.side === "unspecified" && !(ticks.any && !ticks.ticked))
          draft.side =
            ticks.side !== "unspecified"
              ? ticks.side
              : seg.kind === "row"
                ? cellSide
                : label !== "unspecified" && draft.from >= seg.label[1]
                  ? label
                  : leadSide !== "unspecified"
                    ? leadSide
                    : fieldSide;
        draft.sites = sitesAfter(p, draft, seg);
        const region =
          draft.kind === "region" &&
          (loose || contrast || (verdict.because.startsWith("infiltrate") && !says.has("trigger-point")));
        // An arthrogram is a picture of the joint.
        const picture = contrast && !given.drugs && verdict.aspirated !== true;
        out.push({ draft, verdict: region || picture ? { ...verdict, status: "other" } : verdict, seg });
      }
    }
  });
  return out;
}

/** The box or value of the structure's own cell decides over what the line says of all of them. */
function byCell(cell: boolean | null, told: Verdict, setting: Setting): Verdict {
  if (cell === null || KEPT.has(told.status)) return told;
  if (!cell)
    return { status: told.status === "declined" ? "declined" : "other", because: "box not ticked", verb: true };
  if (told.status === "injected" || told.status === "needled" || !setting.injectsHere || setting.ticks === false)
    return told;
  return { status: setting.needles ? "needled" : "injected", because: "box ticked", verb: true };
}

/** A ticked box in a copied text or a history is a box that was ticked then. */
const KEPT = new Set<Verdict["status"]>(["past", "risk"]);

/** What is put into a muscle for the whole body, where nothing says otherwise. */
const SYSTEMIC = new Set<SubstanceFact["agent"]>(["vitamin", "nsaid", "other"]);

/** "On 8/12 the left deltoid was injected": a day without a year, told in a sentence, is not the day of the note. */
function opensWithDay(p: Page, seg: Segment): boolean {
  const { t } = p;
  const k = seg.from;
  return (
    /^(?:on|since)$/i.test(t.textOf(k)) &&
    t.type[k + 1] === NUMBER &&
    t.isMark(k + 2, "/") &&
    t.type[k + 3] === NUMBER &&
    !t.isMark(k + 4, "/")
  );
}

/** Segments that name a date before the day of service. */
function pastDates(p: Page, dates: Reading["dates"]): ReadonlySet<number> {
  const out = new Set<number>();
  const service = dates.find((d) => d.role === "service");
  if (service === undefined) return out;
  let no = 0;
  for (const d of dates) {
    while (no < p.segments.length && endOf(p, no) < d.end) no++;
    const seg = p.segments[no];
    if (seg !== undefined && d.date < service.date && d.start >= (p.t.start[seg.from] as number)) out.add(no);
  }
  return out;
}

function endOf(p: Page, no: number): number {
  return p.t.end[(p.segments[no] as Segment).to - 1] as number;
}

/** Injections and needlings named or told of. */
function acts(s: SectionSigns): number {
  return s.injection + s.injected + s.needled + s.needling;
}

/** A text this short, without headings, is a line of shorthand: what it names was done unless it says otherwise. */
export function isShorthand(p: Page): boolean {
  return p.t.n <= SHORTHAND && p.segments.every((s) => s.section === "none");
}

const SHORTHAND = 90;

/** "20552 or 20553?": a code and a question mark end the question of a coder. */
const CODE_ASKED = /\b[26]\d{4}\b[^.?\n]{0,20}\?/;

/** Tokens in a title at most. */
const TITLE = 16;

/** "Muscles treated: R gluteus medius; R piriformis": what fills a field is one list, semicolons or not. */
function fieldList(seg: Segment, drafts: readonly Draft[]): boolean {
  return seg.kind === "field" && seg.label[1] > seg.label[0] && (drafts[0] as Draft).from - seg.label[1] <= 4;
}

/** Does the line begin with the needling it tells of? */
function headedByNeedling(p: Page, seg: Segment): boolean {
  const at = seg.label[1] > seg.label[0] ? seg.label[1] + 1 : seg.from;
  return hitFrom(p, at)?.entry.by.act?.gives === "needling";
}

/** In a section that is not headed as a procedure, at least two signs show that the act was done. */
function doneIn(
  seg: Segment,
  s: SectionSigns,
  note: SectionSigns,
  says: ReadonlyMap<string, number>,
  headed: boolean,
): boolean {
  if ((says.get("not-performed") ?? 0) > 0) return false;
  if (seg.section === "procedure" || seg.section === "addendum") return true;
  if (
    seg.section === "history" ||
    seg.section === "copied" ||
    seg.section === "consent" ||
    seg.section === "indication"
  )
    return false;
  // Therapists write what they needled under "objective", after the act itself.
  if (seg.section === "exam" && s.needling > 0 && s.done > 0 && headed) return true;
  if (seg.section === "none" && seg.first && seg.to - seg.from <= TITLE && seg.paragraph <= 2)
    return note.injected > 0 || note.done >= 2;
  return (
    s.done + s.substances >= 2 && (s.substances > 0 || s.done >= 2) && (seg.section === "none" || s.substances > 0)
  );
}

/** Regions count as sites only when an injection is said to go there, or as a line of a list. */
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

/** "Hand injections of contrast": a picture, no treatment. */
function onlyContrast(list: readonly SubstanceFact[]): boolean {
  return list.length > 0 && list.every((s) => s.agent === "contrast");
}
