/** What surrounds a segment and weighs on the structures in it: lead lines, ticks, tables, the kind of procedure. */
import type { Segment } from "./layout.ts";
import { negated } from "./near.ts";
import { MEANS } from "./lexicon.ts";
import { holds, some, type Page } from "./page.ts";
import type { Hit } from "./scan.ts";

export interface Setting {
  /** Ticked (true), an empty box (false), no boxes (null). */
  readonly ticks: boolean | null;
  readonly zeroRow: boolean;
  /** Only drugs for the whole body are named in this sentence, and no trigger point anywhere: a muscle is their way in. */
  readonly systemic: boolean;
  /** A row of a table that has a column of amounts, with one in mL in it: nothing but an injection has that. */
  readonly amountRow: boolean;
  /** Status that a lead line ("Injected:") hands down to the list under it. */
  readonly carry: "injected" | "needled" | null;
  /** The section names an injection and shows that it was done. */
  readonly doneHere: boolean;
  readonly injectsHere: boolean;
  /** Nothing but blocks is named: they treat nerves, not the muscle or joint of the operation they are for. */
  readonly onlyBlocks: boolean;
  readonly needles: boolean;
  readonly blocks: boolean;
  readonly notPerformed: boolean;
  /** A date in the sentence that is not the day of service. */
  readonly pastDate: boolean;
  /** Words that make every "intramuscular" the target, not the route. */
  readonly muscleNote: boolean;
  /** The note tells of an operation. */
  readonly surgical: boolean;
  /** "A suture was placed around the tendon": this sentence does. */
  readonly operates: boolean;
  readonly listLike: boolean;
  /** A substance with an amount is given in this very line. */
  readonly dosedHere: boolean;
  /** The same of a local anaesthetic: not a drug that is merely put into a muscle. */
  readonly localDosed: boolean;
  /** Anything that is injected is given in the note. */
  readonly drugGiven: boolean;
  /** A gel for joints with its amount or its number in the series: it has no other use than to be injected. */
  readonly jointGel: boolean;
  /** The whole text is a line or two of shorthand without headings. */
  readonly shorthand: boolean;
  /** Such a text asks how a visit is coded: it tells of what was done, in any tense. */
  readonly asksCode: boolean;
  /** It asks, and this sentence names trigger points: they are the service. */
  readonly asksPoints: boolean;
  /** A substance is named in this line, or in its paragraph. */
  readonly substanceHere: boolean;
  /** Something in this line is put in: a needle, a substance, an act. */
  readonly needleHere: boolean;
  /** A month and year that can only be earlier ("11/2012"). */
  readonly oldMonth: boolean;
}

/** Facts about a whole section: acts named in it, signs that it was done. */
export interface SectionSigns {
  injection: number;
  needling: number;
  block: number;
  injected: number;
  needled: number;
  done: number;
  substances: number;
}

const none = (): SectionSigns => ({
  injection: 0,
  needling: 0,
  block: 0,
  injected: 0,
  needled: 0,
  done: 0,
  substances: 0,
});

const SIGNS = MEANS.act | MEANS.status | MEANS.substance;

/** Counts the signs of each section and of the whole note (key -1). */
export function signs(p: Page): Map<number, SectionSigns> {
  const all = none();
  const out = new Map<number, SectionSigns>([[-1, all]]);
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    let s = out.get(seg.sectionNo);
    if (s === undefined) out.set(seg.sectionNo, (s = none()));
    if (!holds(p, no, SIGNS)) continue;
    for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
      const hit = p.hits[h] as Hit;
      const act = hit.entry.by.act === undefined || negated(p, { hit }) ? undefined : hit.entry.by.act.gives;
      const done = hit.entry.by.status?.gives === "done";
      // Contrast shows where the needle is; it treats nothing.
      const agent = hit.entry.by.substance?.gives;
      const substance = agent !== undefined && agent !== "contrast";
      if (act === undefined && !done && !substance) continue;
      for (const one of [s, all]) {
        if (act === "injection" || act === "material") one.injection++;
        else if (act === "needling") one.needling++;
        else if (act === "block") one.block++;
        else if (act === "injected" || act === "aspirated") one.injected++;
        else if (act === "needled") one.needled++;
        if (done) one.done++;
        if (substance) one.substances++;
      }
    }
  }
  return out;
}

/** Is a needle, a substance or an act named in the segment? */
export function needleIn(p: Page, no: number): boolean {
  return some(
    p,
    no,
    SIGNS,
    ({ act, substance, status }) =>
      (act !== undefined && act.gives !== "target" && act.gives !== "material") ||
      substance !== undefined ||
      status?.gives === "done",
  );
}

/** The lead a segment gives to the list under it: it names an act and ends in a colon. */
export function leadOf(p: Page, no: number): "injected" | "needled" | null {
  const seg = p.segments[no] as Segment;
  const last = seg.to - 1;
  return p.t.isMark(last, ":") || seg.kind === "heading" ? actNamed(p, no) : null;
}

/** The act a segment names; null when it plans, denies, declines or remembers one. */
export function actNamed(p: Page, no: number): "injected" | "needled" | null {
  let act: "injected" | "needled" | null = null;
  for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
    const hit = p.hits[h] as Hit;
    const cue = hit.entry.by.act;
    const status = hit.entry.by.status;
    if (
      status !== undefined &&
      !status.pseudo &&
      (status.gives === "planned" || status.gives === "past" || status.gives === "not" || status.gives === "declined")
    )
      return null;
    if (cue !== undefined && cue.gives.startsWith("inject")) act = "injected";
    else if (cue !== undefined && cue.gives.startsWith("needl")) act = "needled";
  }
  return act;
}
