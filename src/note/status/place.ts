/** Walks the segments in order and gives every structure its status, side and sites. */
import { boxesOf, cellOf } from "../structures/cells.ts";
import { emptyUnder, textHead, type TextHead } from "../page/columns.ts";
import { chains, type Chain } from "../structures/chains.ts";
import { lineStarts } from "../text/chars.ts";
import { sitesAfter } from "../given/counts.ts";
import type { Side, SubstanceFact } from "../facts.ts";
import { isDone, type Work } from "../structures/work.ts";
import {
  amountColumns,
  answeredNo,
  columnsOf,
  labelledNone,
  NO_TICKS,
  rowSide,
  rowTicks,
  sideColumns,
  sidesFilled,
  volumeRow,
  zeroRow,
  type Columns,
} from "../page/grid.ts";
import type { Ground } from "./ground.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { mentionsIn, type Draft } from "../structures/mentions.ts";
import { sibling } from "../structures/siblings.ts";
import { hitFrom, holds, some, type Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { bareList, calledOff, onlySizes, openingOf, otherSide } from "./lists.ts";
import { Setting } from "./setting.ts";
import { leadOf } from "./signs.ts";
import { fieldSideIn, labelSide, sideLabel } from "../sides/sides.ts";
import { statusOf } from "./status.ts";
import { isMuscular } from "./line-shape.ts";
import type { Verdict } from "../structures/verdict.ts";
import { SIGN } from "../text/tokens.ts";

/** The structures of a note, each with the segment it stands in and what is said of it. */
export function place(ground: Ground): Work[] {
  const out: Work[] = [];
  const { p, says, given, substances } = ground;
  const startOf = lineStarts(p.t.text);
  const column = (at: number): number => at - startOf(at);
  // A table without bars needs a tab or two spaces somewhere.
  const spaced = (p.t.signs & SIGN.wide) !== 0 || p.t.text.includes("\t");
  let columns: Columns | null = null;
  let head: Segment | null = null;
  let amounts: readonly number[] = NO_AMOUNTS;
  let sides: ReturnType<typeof sideColumns> = NO_SIDES;
  let table: TextHead | null = null;
  let lead: ReturnType<typeof leadOf> = null;
  // What is infiltrated was made numb for something else, unless the note is about trigger points.
  const numbs = !says.has("trigger-point");
  let leadSide: Side = "unspecified";
  let leadSection = -1;
  let fieldSide = firstFieldSide(p);
  let leadParagraph = -1;
  let foundIn = -1;
  let leadIndent = 0;
  let opening: ReturnType<typeof openingOf> = null;
  let openingParagraph = -1;
  let offLine = -1;
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    const drafts = mentionsIn(p, no);
    // "Left: minimal" in the examination is not the side of the procedure.
    if (seg.sectionNo !== leadSection) [leadSide, leadSection] = ["unspecified", seg.sectionNo];
    if (drafts.length === 0) {
      columns = (p.ticks ? columnsOf(p, seg, column) : null) ?? (seg.kind === "heading" ? null : columns);
      if (spaced) table = textHead(p, seg) ?? table;
      const side = sideLabel(p, no);
      if (side.field !== "unspecified") fieldSide = side.field;
      if (seg.kind === "heading" || side.lead !== "unspecified" || p.t.isMark(seg.to - 1, ":")) leadSide = side.lead;
    }
    if (seg.kind !== "row") head = null;
    // A line of fields with bars may stand over the head of the table.
    else if (head === null || (drafts.length === 0 && amounts.length === 0 && sides.size === 0))
      [head, amounts, sides] = [seg, amountColumns(p, seg), sideColumns(p, seg)];
    const handed = leadOf(p, no) ?? treatedLead(ground, no);
    const listed = seg.kind === "item" || seg.kind === "row";
    if (handed === null && !listed && leadsFindings(p, no)) foundIn = seg.paragraph;
    if (handed !== null && !listed) [lead, leadParagraph, leadIndent] = [handed, seg.paragraph, seg.indent];
    else if (
      !listed &&
      (seg.paragraph > leadParagraph + 1 || (seg.kind === "field" && seg.first && seg.indent <= leadIndent))
    )
      lead = null;
    if (drafts.length === 0) {
      if (calledOff(p, seg)) offLine = seg.line;
      if (opening === null || seg.paragraph !== openingParagraph || !onlySizes(p, seg)) opening = openingOf(p, no);
      openingParagraph = seg.paragraph;
      continue;
    }
    // "Left: scalenus medius. Right: supraspinatus": the other side of a list goes on with what was said of the first.
    const goesOn = out.length > 0 ? (out[out.length - 1] as Work).verdict.status : undefined;
    if (opening === null && (goesOn === "injected" || goesOn === "needled") && !seg.first && otherSide(p, seg))
      [opening, openingParagraph] = [goesOn, seg.paragraph];
    const bare = opening !== null && seg.paragraph === openingParagraph && bareList(p, seg, drafts);
    if (!bare) opening = null;
    const ticks = p.ticks ? rowTicks(p, seg, columns, column) : NO_TICKS;
    const row = seg.kind === "row" && head !== seg;
    const filled = row && sides.size > 0 ? sidesFilled(p, sides, seg) : null;
    const setting = new Setting(ground, no, {
      ticks: ticks.any && (drafts.length === 1 || !ticks.ticked) ? ticks.ticked : null,
      zeroRow:
        seg.kind === "row"
          ? (row && (zeroRow(p, amounts, seg) || filled === "unspecified")) || labelledNone(p, seg)
          : answeredNo(p, seg) || emptyUnder(p, table, seg),
      amountRow: row && amounts.length > 0 && some(p, no, MEANS.unit, ({ unit }) => unit?.gives === "mL"),
      volumeRow: row && amounts.length > 0 && volumeRow(p, head as Segment, seg),
      calledOff: seg.line === offLine,
      carry: bare ? opening : handed === null && (listed || seg.indent > 0) ? lead : null,
      listLike:
        seg.paragraph !== foundIn &&
        (listed || (seg.labelEnd > seg.from && seg.first) || seg.paragraph === leadParagraph),
    });
    const label = labelSide(p, seg);
    const cellSide = seg.kind === "row" ? (filled ?? rowSide(p, no)) : "unspecified";
    const boxes = filled === null ? boxesOf(p, seg, drafts) : null;
    const contrast = onlyContrast(substances[no] as readonly SubstanceFact[]);
    let member = 0;
    let ownField: Side | undefined;
    // "Two injections, right leg:" over the list of them.
    const overList = drafts.every(isRegion) && p.t.isMark(seg.to - 1, ":") && listsStructures(p, no + 1);
    if (overList) leadSide = (drafts[0] as Draft).side;
    for (const chain of chains(p, drafts, fieldList(seg, drafts))) {
      const told = statusOf(p, chain, seg, setting);
      const loose = chain.members.some(isRegion) && !governed(p, chain, seg);
      for (const draft of chain.members) {
        const cell = filled === null ? cellOf(p, seg, drafts, boxes, member++) : null;
        const verdict = cell === null ? told : byCell(cell, told, setting, fillsForm(ground, seg, draft));
        if (ticks.each) draft.side = ticks.side;
        else if (draft.side === "unspecified" && !(ticks.any && !ticks.ticked))
          draft.side =
            ticks.side !== "unspecified"
              ? ticks.side
              : seg.kind === "row"
                ? cellSide
                : label !== "unspecified" && draft.from >= seg.labelEnd
                  ? label
                  : leadSide !== "unspecified"
                    ? leadSide
                    : fieldSide !== "unspecified"
                      ? fieldSide
                      : (ownField ??= fieldSideIn(p, no));
        draft.sites = sitesAfter(p, draft, seg);
        const numbed = numbs && verdict.because.startsWith("infiltrate");
        const drained = drainedJoint(p, draft, verdict);
        const region = draft.kind === "region" && drained === null && (overList || loose || contrast || numbed);
        // "Exparel infiltrated into the gluteal muscles at closure": of an operation, and of nothing else.
        const wound = numbed && draft.kind !== "joint" && says.has("surgery") && !given.inSentence(no, "steroid");
        // An arthrogram is a picture of the joint.
        const picture = (ground.pictured || (contrast && !given.drugs)) && verdict.aspirated !== true;
        out.push({
          draft: drained ?? draft,
          verdict: region || picture || wound ? { ...verdict, status: "other" } : verdict,
          seg,
        });
      }
    }
  }
  return out;
}

/** "The left wrist was aspirated": what is drained in such a place is its joint. */
function drainedJoint(p: Page, draft: Draft, verdict: Verdict): Draft | null {
  if (draft.kind !== "region" || verdict.aspirated !== true || draft.structure === null) return null;
  const joint = sibling(p, draft.structure, "joint");
  return joint === null ? null : { ...draft, id: joint.id, structure: joint, kind: joint.kind };
}

/** "Muscles treated:" leads a list as "Muscles injected:" does: by what the note tells of. */
function treatedLead({ p, note, needles }: Ground, no: number): "injected" | "needled" | null {
  const seg = p.segments[no] as Segment;
  if (seg.section !== "procedure" || hitFrom(p, seg.from)?.entry.by.heading?.id !== TREATED) return null;
  if (seg.kind !== "heading" && !p.t.isMark(seg.to - 1, ":")) return null;
  return needles ? "needled" : note.injection + note.injected > 0 ? "injected" : null;
}

/** The headings that say that what stands under them was treated. */
const TREATED = "treated";

const NO_AMOUNTS: readonly number[] = [];
const NO_SIDES: ReturnType<typeof sideColumns> = new Map();

/** "Tenderness was noted at the following locations:": the list under it was found, not treated. */
function leadsFindings(p: Page, no: number): boolean {
  const { section, to } = p.segments[no] as Segment;
  if (section !== "none" || !p.t.isMark(to - 1, ":") || holds(p, no, MEANS.act | MEANS.statement)) return false;
  return some(p, no, MEANS.status, ({ status }) => status?.gives === "exam");
}

/** Does the segment begin a line that names a structure, no place? */
function listsStructures(p: Page, no: number): boolean {
  return p.segments[no]?.first === true && mentionsIn(p, no).some((d) => !isRegion(d));
}

const isRegion = (d: Draft): boolean => d.kind === "region";

/** "Laterality: Left", "Side: right": the first such field of the note. */
function firstFieldSide(p: Page): Side {
  for (let no = 0; no < p.segments.length; no++) {
    const { field } = sideLabel(p, no);
    if (field !== "unspecified") return field;
  }
  return "unspecified";
}

/** "Site: [x] L knee [ ] R knee / Drug: [x] Depo-Medrol": a steroid beside a box tells as an act does, where it is no way into the body. */
const fillsForm = ({ given, notPerformed }: Ground, { section }: Segment, draft: Draft): boolean =>
  section === "procedure" && !isMuscular(draft) && !notPerformed && given.anywhere("steroid", "hyaluronan");

/** The box or value of the structure's own cell decides over what the line says of all of them. */
function byCell(cell: boolean, told: Verdict, setting: Setting, fills: boolean): Verdict {
  if (KEPT.has(told.status)) return told;
  if (!cell)
    return { status: told.status === "declined" ? "declined" : "other", because: "box not ticked", verb: true };
  if (isDone(told.status) || setting.handed.ticks === false) return told;
  if (!setting.ticksTell && !fills) return told;
  return { status: setting.done, because: "box ticked", verb: true };
}

/** A ticked box in a copied text or a history is a box that was ticked then. */
const KEPT = new Set<Verdict["status"]>(["past", "risk"]);

/** "Muscles treated: R gluteus medius; R piriformis": what fills a field is one list, semicolons or not. */
function fieldList(seg: Segment, drafts: readonly Draft[]): boolean {
  return seg.kind === "field" && seg.labelEnd > seg.from && (drafts[0] as Draft).from - seg.labelEnd <= 4;
}

/** Regions count as sites only when an injection is said to go there, or as a line of a list. */
function governed(p: Page, chain: Chain, seg: Segment): boolean {
  if (chain.members.some((d) => d.kind !== "region")) return true;
  if ((seg.kind === "item" || seg.kind === "row") && chain.from - seg.from <= 3) return true;
  for (let k = chain.from; k > seg.from && chain.from - k < 8; k--) {
    const at = p.hitEnd[k] as number;
    if (at < 0) continue;
    const hit = p.hits[at] as Hit;
    // "Three trigger points about the left shoulder girdle each received 1 mL".
    if (hit.entry.by.act !== undefined || hit.entry.by.noun?.gives === "trigger-points") return true;
    if (hit.entry.by.side === undefined && hit.entry.by.part === undefined) break;
  }
  const next = p.hitAt[chain.to] as number;
  return next >= 0 && /^inject(ed|ion)$/.test((p.hits[next] as Hit).entry.by.act?.gives ?? "");
}

/** "Hand injections of contrast": a picture, no treatment. */
function onlyContrast(list: readonly SubstanceFact[]): boolean {
  return list.length > 0 && list.every((s) => s.agent === "contrast");
}
