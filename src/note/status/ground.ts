/** What holds for every segment of a note: looked up once, before the structures are placed. */
import type { Reading, SubstanceFact } from "../facts.ts";
import type { Given } from "../given/given.ts";
import type { Segment } from "../page/layout.ts";
import type { Page } from "../page/page.ts";
import { sectionsTold } from "./entries.ts";
import type { SectionSigns, Signs } from "./signs.ts";

/** An operation with this many words of surgery is not an injection procedure. */
export const SURGICAL = 4;

export interface Ground {
  readonly p: Page;
  readonly signs: Signs;
  readonly note: SectionSigns;
  readonly says: ReadonlyMap<string, number>;
  readonly given: Given;
  readonly substances: readonly (readonly SubstanceFact[])[];
  /** Segments that name a date before the day of service. */
  readonly past: ReadonlySet<number>;
  /** Nothing was put in: the needle itself is the treatment. */
  readonly needles: boolean;
  readonly notPerformed: boolean;
  /** Joints are filled for a picture, and nothing else is put in. */
  readonly pictured: boolean;
  /** The note tells of an operation. */
  readonly surgical: boolean;
  /** The whole text is a line or two of shorthand without headings. */
  readonly shorthand: boolean;
  /** Such a text that is no record: only what it tells with a verb was done. */
  readonly aboutShort: boolean;
  /** Such a text asks how a visit is coded: it tells of what was done, in any tense. */
  readonly asksCode: boolean;
  /** Does a section tell of a deed that is not one entry's own in a list? */
  readonly toldForAll: (sectionNo: number) => boolean;
}

/** `dates` of the note, in order. */
export function groundOf(
  p: Page,
  signs: Signs,
  says: ReadonlyMap<string, number>,
  given: Given,
  substances: readonly (readonly SubstanceFact[])[],
  dates: Reading["dates"],
): Ground {
  const { note } = signs;
  const short = isShorthand(p);
  const asksCode = short && (says.has("coding-question") || (p.t.text.includes("?") && CODE_ASKED.test(p.t.text)));
  return {
    p,
    signs,
    note,
    says,
    given,
    substances,
    past: pastDates(p, dates),
    needles:
      (!given.drugs && note.needled + note.needling > 0) ||
      (says.has("needle-only") && (note.injected === 0 || !given.drugs)),
    notPerformed:
      ((says.get("not-performed") ?? 0) > 0 && note.injected === 0) ||
      // A tray was set up, and nothing tells that it was used.
      (note.readied > 0 && note.injected + note.needled + note.done === 0) ||
      (says.has("no-needling") && note.injection + note.injected + note.needled === 0),
    pictured: says.has("arthrogram") && given.anywhere("contrast") && !given.anywhere("steroid", "hyaluronan", "prp"),
    surgical: (says.get("surgery") ?? 0) >= SURGICAL,
    // A message, a claim, a price names injections that it is no record of; a question to a coder tells of one.
    shorthand: short && (asksCode || !(says.has("about") || says.has("letter"))),
    aboutShort: short && !asksCode && says.has("about"),
    asksCode,
    toldForAll: sectionsTold(p),
  };
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

/** A text this short, without headings, is a line of shorthand: what it names was done unless it says otherwise. */
export function isShorthand(p: Page): boolean {
  return p.t.n <= SHORTHAND && p.segments.every((s) => s.section === "none");
}

const SHORTHAND = 90;

/** "20552 or 20553?": a code and a question mark end the question of a coder. */
const CODE_ASKED = /\b[26]\d{4}\b[^.?\n]{0,20}\?/;
