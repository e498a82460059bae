/**
 * The run of segments that tell of one thing: a list item with what stands on its lines, else a paragraph up to the
 * next list item or up to a section of another kind ("Exam:", "Plan:").
 */
import type { Segment } from "./layout.ts";
import type { Page } from "./page.ts";

export interface Run {
  /** Range of segments, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** It is an item of a list. */
  readonly item: boolean;
}

/** Sections that end a run; a short line of consent or of a diagnosis inside a procedure does not. */
const ENDS = new Set(["history", "exam", "plan", "copied", "education", "medication", "assessment", "billing"]);

/** The runs of a note, asked for in order. Each is walked once. */
export class Runs {
  private readonly p: Page;
  private last: Run = { from: 0, to: 0, item: false };

  constructor(p: Page) {
    this.p = p;
  }

  /** The run that segment `no` stands in. */
  of(no: number): Run {
    if (no >= this.last.from && no < this.last.to) return this.last;
    const { segments } = this.p;
    const seg = segments[no] as Segment;
    const item = isItem(seg);
    const goesOn = (k: number, at: number): boolean =>
      !(item && segments[k]?.first) && joined(segments[at] as Segment, seg, item);
    let from = no;
    while (from > this.last.to && goesOn(from, from - 1)) from--;
    let to = no + 1;
    while (to < segments.length && goesOn(to, to)) to++;
    return (this.last = { from, to, item });
  }
}

const isItem = (seg: Segment): boolean => seg.kind === "item" || seg.kind === "row";

function joined(seg: Segment, of: Segment, item: boolean): boolean {
  if (seg.paragraph !== of.paragraph) return false;
  if (item) return seg.line === of.line;
  return !isItem(seg) && (seg.sectionNo === of.sectionNo || !(ENDS.has(seg.section) || ENDS.has(of.section)));
}
