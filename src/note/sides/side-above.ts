/**
 * The side of a structure whose own words name none, as its place on the page gives it: its box, its cell in a table, the label of
 * its line, the line over the list, a field of the note. The segments are passed in order.
 */
import type { Side } from "../facts.ts";
import { NO_TICKS, rowSide, type RowTicks } from "../page/grid.ts";
import type { Segment } from "../page/layout.ts";
import type { Page } from "../page/page.ts";
import type { Draft } from "../structures/mentions.ts";
import { fieldSideIn, labelSide, sideLabel } from "./sides.ts";

/** The sides that stand above the segment passed last. */
export class SidesAbove {
  private readonly p: Page;
  private lead: Side = "unspecified";
  private section = -1;
  /** "Laterality: Left", "Side: right": the last such field, and the first of the note before it is reached. */
  private field: Side;
  // Of the segment entered.
  private no = 0;
  private ticks: RowTicks = NO_TICKS;
  /** Of a row of a table: what its cells say, and nothing else does. */
  private cell: Side | null = null;
  private label: Side = "unspecified";
  private ownField: Side | undefined;
  /** The structure asked for before, and the side it got. */
  private last: Pick<Draft, "id" | "side"> | null = null;

  constructor(p: Page) {
    this.p = p;
    this.field = firstField(p);
  }

  /** Passes segment `no`; `names`: a structure is named in it. */
  pass(no: number, names: boolean): void {
    const seg = this.p.segments[no] as Segment;
    // "Left: minimal" in the examination is not the side of the procedure.
    if (seg.sectionNo !== this.section) [this.lead, this.section] = ["unspecified", seg.sectionNo];
    if (names) return;
    const { field, lead } = sideLabel(this.p, no);
    if (field !== "unspecified") this.field = field;
    if (seg.kind === "heading" || lead !== "unspecified" || this.p.t.isMark(seg.to - 1, ":")) this.lead = lead;
  }

  /** "Two injections, right leg:" gives its side to the list under it. */
  leadWith(side: Side): void {
    this.lead = side;
  }

  /** Enters segment `no`, the one passed last, whose boxes are `ticks`; `filled`: the side of its row in the table. */
  enter(no: number, ticks: RowTicks, filled: Side | null): void {
    const seg = this.p.segments[no] as Segment;
    this.no = no;
    this.ticks = ticks;
    this.cell = seg.kind === "row" ? (filled ?? rowSide(this.p, no)) : null;
    this.label = labelSide(this.p, seg);
    this.ownField = undefined;
    this.last = null;
  }

  /** The side of a structure of the segment entered, its own where it has one. */
  of(draft: Draft): Side {
    const side = this.given(draft);
    this.last = { id: draft.id, side };
    return side;
  }

  private given({ id, side, from }: Draft): Side {
    const { ticks, last } = this;
    if (ticks.each) return ticks.side;
    if (side !== "unspecified" || (ticks.any && !ticks.ticked)) return side;
    if (ticks.side !== "unspecified") return ticks.side;
    if (this.cell !== null) return this.cell;
    if (this.label !== "unspecified" && from >= (this.p.segments[this.no] as Segment).labelEnd) return this.label;
    // "R biceps tendon sheath: bicipital groove, 25g": the same structure, named last.
    if (last !== null && last.id === id && last.side !== "unspecified") return last.side;
    if (this.lead !== "unspecified") return this.lead;
    return this.field === "unspecified" ? (this.ownField ??= fieldSideIn(this.p, this.no)) : this.field;
  }
}

/** "Laterality: Left": the first such field of the note. */
function firstField(p: Page): Side {
  for (let no = 0; no < p.segments.length; no++) {
    const { field } = sideLabel(p, no);
    if (field !== "unspecified") return field;
  }
  return "unspecified";
}
