/**
 * What the lines before hand down to a segment: the columns of a table and of its boxes, the line over a list ("Injected:"), the
 * short sentence before a bare list ("TPI #3 of series."). The segments are passed in order.
 */
import { emptyUnder, textHead, type TextHead } from "../page/columns.ts";
import { lineStarts } from "../text/chars.ts";
import type { Side, Status } from "../facts.ts";
import {
  amountColumns,
  answeredNo,
  columnsOf,
  filledIn,
  labelledNone,
  NO_TICKS,
  rowTicks,
  sideColumns,
  sidesFilled,
  zeroRow,
  type Columns,
  type RowTicks,
} from "../page/grid.ts";
import { ownBox } from "../structures/cells.ts";
import type { Ground } from "./ground.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import type { Draft } from "../structures/mentions.ts";
import { isDone } from "../structures/work.ts";
import { hitFrom, holds, some, type Page } from "../page/page.ts";
import { bareList, calledOff, onlySizes, openingOf, otherSide } from "./lists.ts";
import { leadOf } from "./signs.ts";
import { SIGN } from "../text/tokens.ts";

/** What the lines before hand down to a segment. */
export interface Handed {
  /** Ticked (true), an empty box (false), no boxes (null). */
  readonly ticks: boolean | null;
  readonly zeroRow: boolean;
  /** A row of a table that has a column of amounts, with one in mL in it: nothing but an injection has that. */
  readonly amountRow: boolean;
  /** A row that says yes in a column of what was injected, or has an amount above nothing in one of volumes. */
  readonly filled: "yes" | "volume" | null;
  /** Status that a lead line ("Injected:") hands down to the list under it. */
  readonly carry: "injected" | "needled" | null;
  readonly listLike: boolean;
  /** The label of the line names an act, and its answer puts it off. */
  readonly calledOff: boolean;
}

type Act = "injected" | "needled";

const NO_AMOUNTS: readonly number[] = [];
const NO_SIDES: ReturnType<typeof sideColumns> = new Map();

/** What stands above the segment passed last. */
export class Above {
  private readonly ground: Ground;
  private readonly p: Page;
  private readonly column: (at: number) => number;
  /** A table without bars needs a tab or two spaces somewhere. */
  private readonly spaced: boolean;
  private boxes: Columns | null = null;
  private table: TextHead | null = null;
  private head: Segment | null = null;
  private amounts = NO_AMOUNTS;
  private sides = NO_SIDES;
  /** The act of the line over the list, and where that line stands. */
  private lead: Act | null = null;
  private leadParagraph = -1;
  private leadIndent = 0;
  /** The segment leads a list itself. */
  private leads = false;
  private foundIn = -1;
  private opening: Act | null = null;
  private openingParagraph = -1;
  private offLine = -1;

  constructor(ground: Ground) {
    const { p } = ground;
    this.ground = ground;
    this.p = p;
    const startOf = lineStarts(p.t.text);
    this.column = (at) => at - startOf(at);
    this.spaced = (p.t.signs & SIGN.wide) !== 0 || p.t.text.includes("\t");
  }

  /** Passes segment `no`, with the structures named in it; `last`: what was said of the structure named last before. */
  pass(no: number, drafts: readonly Draft[], last: Status | undefined): void {
    const seg = this.p.segments[no] as Segment;
    const bare = drafts.length === 0;
    if (bare) {
      this.boxes =
        (this.p.ticks ? columnsOf(this.p, seg, this.column) : null) ?? (seg.kind === "heading" ? null : this.boxes);
      if (this.spaced) this.table = textHead(this.p, seg) ?? this.table;
    }
    this.passTable(seg, bare);
    this.passLead(no, seg);
    if (bare) this.passOpening(no, seg);
    else this.passList(seg, drafts, last);
  }

  private passTable(seg: Segment, bare: boolean): void {
    if (seg.kind !== "row") this.head = null;
    // A line of fields with bars may stand over the head of the table.
    else if (this.head === null || (bare && this.amounts.length === 0 && this.sides.size === 0))
      [this.head, this.amounts, this.sides] = [seg, amountColumns(this.p, seg), sideColumns(this.p, seg)];
  }

  private passLead(no: number, seg: Segment): void {
    const act = leadOf(this.p, no) ?? treatedLead(this.ground, no);
    this.leads = act !== null;
    if (isListed(seg)) return;
    if (act !== null) [this.lead, this.leadParagraph, this.leadIndent] = [act, seg.paragraph, seg.indent];
    else {
      if (leadsFindings(this.p, no)) this.foundIn = seg.paragraph;
      const nextField = seg.kind === "field" && seg.first && seg.indent <= this.leadIndent;
      if (seg.paragraph > this.leadParagraph + 1 || nextField) this.lead = null;
    }
  }

  private passOpening(no: number, seg: Segment): void {
    if (calledOff(this.p, seg)) this.offLine = seg.line;
    if (this.opening === null || seg.paragraph !== this.openingParagraph || !onlySizes(this.p, seg))
      this.opening = openingOf(this.p, no);
    this.openingParagraph = seg.paragraph;
  }

  private passList(seg: Segment, drafts: readonly Draft[], last: Status | undefined): void {
    // "Left: scalenus medius. Right: supraspinatus": the other side of a list goes on with what was said of the first.
    if (this.opening === null && last !== undefined && isDone(last) && !seg.first && otherSide(this.p, seg))
      [this.opening, this.openingParagraph] = [last as Act, seg.paragraph];
    if (seg.paragraph !== this.openingParagraph || !bareList(this.p, seg, drafts)) this.opening = null;
  }

  /** The boxes of the line of a segment. */
  ticksOf(seg: Segment): RowTicks {
    return this.p.ticks ? rowTicks(this.p, seg, this.boxes, this.column) : NO_TICKS;
  }

  /** The side under whose column a row of the table is filled; null where no such columns stand. */
  sideFilled(seg: Segment): Side | null {
    return this.isRow(seg) && this.sides.size > 0 ? sidesFilled(this.p, this.sides, seg) : null;
  }

  /** What is handed down to segment `no`, the one passed last. */
  handed(no: number, drafts: readonly Draft[], ticks: RowTicks, filled: Side | null): Handed {
    const { p, amounts } = this;
    const seg = p.segments[no] as Segment;
    const measured = this.isRow(seg) && amounts.length > 0;
    const listed = isListed(seg);
    return {
      ticks: ticks.any && (drafts.length === 1 || !ticks.ticked) ? (ownBox(p, seg, drafts) ?? ticks.ticked) : null,
      zeroRow:
        seg.kind === "row"
          ? (this.isRow(seg) && (zeroRow(p, amounts, seg) || filled === "unspecified")) || labelledNone(p, seg)
          : answeredNo(p, seg) || emptyUnder(p, this.table, seg),
      amountRow: measured && some(p, no, MEANS.unit, ({ unit }) => unit?.gives === "mL"),
      filled: measured ? filledIn(p, this.head as Segment, seg) : null,
      calledOff: seg.line === this.offLine,
      carry: this.opening ?? (!this.leads && (listed || seg.indent > 0) ? this.lead : null),
      listLike:
        seg.paragraph !== this.foundIn &&
        (listed || (seg.labelEnd > seg.from && seg.first) || seg.paragraph === this.leadParagraph),
    };
  }

  /** A row of the table under its head. */
  private isRow(seg: Segment): boolean {
    return seg.kind === "row" && this.head !== seg;
  }
}

const isListed = ({ kind }: Segment): boolean => kind === "item" || kind === "row";

/** "Muscles treated:" leads a list as "Muscles injected:" does: by what the note tells of. */
function treatedLead({ p, note, needles }: Ground, no: number): Act | null {
  const seg = p.segments[no] as Segment;
  if (seg.section !== "procedure" || hitFrom(p, seg.from)?.entry.by.heading?.id !== TREATED) return null;
  if (seg.kind !== "heading" && !p.t.isMark(seg.to - 1, ":")) return null;
  return needles ? "needled" : note.injection + note.injected > 0 ? "injected" : null;
}

/** The headings that say that what stands under them was treated. */
const TREATED = "treated";

/** "Tenderness was noted at the following locations:": the list under it was found, not treated. */
function leadsFindings(p: Page, no: number): boolean {
  const { section, to } = p.segments[no] as Segment;
  if (section !== "none" || !p.t.isMark(to - 1, ":") || holds(p, no, MEANS.act | MEANS.statement)) return false;
  return some(p, no, MEANS.status, ({ status }) => status?.gives === "exam");
}
