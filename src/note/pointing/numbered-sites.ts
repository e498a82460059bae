/**
 * Sites that a list numbers or letters, and that a later sentence names so: "1. left trapezius ... Sites 1 and 3 were
 * injected. Site 2 was not.", "(a) band in the right trapezius, (b) ... Bands (a) and (c) were infiltrated". What the
 * labels leave out of a list of findings was not treated.
 */
import { OTHER_DAYS } from "../page/sections.ts";
import { isTreated, type Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { hitFrom, holds, type Page } from "../page/page.ts";
import { antecedents } from "./references.ts";
import { isFirst, labelBefore, labelOfItem, namedIn } from "./site-labels.ts";
import { SAYS } from "../lexicon/says.ts";

const CLOSED = new Set<string>(OTHER_DAYS);

type List = Map<number, readonly Work[]>;
type Told = "injected" | "needled" | "declined";

/** Sites named by their numbers, and what is told of them. */
interface Naming {
  readonly labels: readonly number[];
  readonly told: Told;
}

/** Gives the sites named by number what is told of them. `work` is in order of the note. */
export function numberedSites(p: Page, work: readonly Work[]): void {
  let list: List = new Map();
  let chosen = new Set<number>();
  let next = 0;
  /** The line above the list; -1 when that line itself says which of its labels were treated. */
  let lead = -1;
  let ahead: { readonly names: readonly Naming[]; readonly no: number } | null = null;
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    const first = next;
    while (next < work.length && (work[next] as Work).draft.segment <= no) next++;
    if (next > first) {
      for (const [label, sites, item] of labelled(p, work.slice(first, next), seg)) {
        if (isFirst(label) || (item && list.has(label))) {
          leaveOut(p, list, chosen, lead);
          [list, chosen] = [new Map(), new Set()];
          // "Sites 1 and 3 injected:" may stand above its list.
          if (ahead !== null && no - ahead.no <= 1)
            for (const { labels, told } of ahead.names) if (told !== "declined") for (const i of labels) chosen.add(i);
          lead = ahead === null ? no - 1 : -1;
          ahead = null;
        } else if (!item && !list.has(label - 1)) continue;
        list.set(label, sites);
      }
    } else if ((list.size > 1 || holds(p, no, MEANS.noun)) && !CLOSED.has(seg.section)) {
      const names = namings(p, seg);
      if (names.length === 0) continue;
      if (names.every(({ labels }) => labels.every((n) => list.has(n)))) tell(names, list, chosen);
      else if (list.size > 0 || p.t.isMark(seg.to - 1, ":")) ahead = { names, no };
      else for (const naming of names) tellAll(p, no, naming, work);
    }
  }
  leaveOut(p, list, chosen, lead);
}

/** The structures of a segment by their labels: that of the list item, or those in the middle of its line. */
function labelled(p: Page, here: readonly Work[], seg: Segment): (readonly [number, readonly Work[], boolean])[] {
  const out: [number, Work[], boolean][] = [];
  const item = seg.first ? labelOfItem(p, seg) : null;
  // "Knots at 1. left trapezius, 2. ...": the full stop of the first number seems to end a sentence.
  let low = Math.max(0, seg.from - 2);
  for (const w of here) {
    const label = (out.length === 0 ? item : null) ?? labelBefore(p, w.draft.from, low);
    const last = out[out.length - 1];
    if (label !== null) out.push([label, [w], label === item]);
    else if (last !== undefined) last[1].push(w);
    low = w.draft.to;
  }
  return out;
}

function tell(names: readonly Naming[], list: List, chosen: Set<number>): void {
  for (const { labels, told } of names)
    for (const n of labels) {
      if (told !== "declined") chosen.add(n);
      const because = told === "declined" ? "not-after" : "numbered";
      for (const w of list.get(n) ?? []) w.verdict = { status: told, because, verb: true };
    }
}

/** "Trigger points 1-4 were injected", of places that no list numbers: all of them, when they are so many. */
function tellAll(p: Page, no: number, { labels, told }: Naming, work: readonly Work[]): void {
  if (told === "declined" || labels.length < 2 || labels.some((n, i) => n !== i + 1)) return;
  for (const w of antecedents(p, work, (p.segments[no] as Segment).from, no, labels.length))
    w.verdict = { status: told, because: "numbered", verb: true };
}

/** The sites a sentence names by label, each with what its clause tells; those of which it tells nothing are left out. */
function namings(p: Page, seg: Segment): Naming[] {
  const found = namedIn(p, seg);
  const out: Naming[] = [];
  found.forEach(({ labels, from, to }, i) => {
    const told = toldIn(p, to, found[i + 1]?.from ?? seg.to) ?? toldIn(p, found[i - 1]?.to ?? seg.from, from);
    if (told !== null) out.push({ labels, told });
  });
  return out;
}

/** What the tokens tell of as done or not done; an amount tells of an injection. */
function toldIn(p: Page, from: number, to: number): Told | null {
  let act: Told | null = null;
  for (let k = from; k < to; k++) {
    const hit = hitFrom(p, k);
    if (hit === undefined) continue;
    const { status } = hit.entry;
    // "... injected last May".
    if ((status & (act === null ? SAYS.planned | SAYS.past | SAYS.risk : SAYS.past)) !== 0) return null;
    if ((status & (SAYS.not | SAYS.declined)) !== 0) return "declined";
    const { act: doing, unit } = hit.entry.by;
    if (doing?.gives === "injected" || doing?.gives === "needled") act ??= doing.gives;
    else if (unit?.gives === "mL") act ??= "injected";
    k = hit.to - 1;
  }
  return act;
}

/** Where some of a list are told of by number, the others were only found; where the list says "injected" itself, they are in doubt. */
function leaveOut(p: Page, list: List, chosen: ReadonlySet<number>, lead: number): void {
  if (chosen.size === 0) return;
  const seg = p.segments[lead];
  const led = seg !== undefined && toldIn(p, seg.from, seg.to) !== null;
  for (const [n, here] of list) {
    if (chosen.has(n)) continue;
    for (const w of here) {
      if ((w.verdict.verb && w.verdict.because !== "pointer") || !isTreated(w)) continue;
      if (led) w.headingOnly = true;
      else w.verdict = { status: "other", because: "not among the numbers", verb: true };
    }
  }
}
