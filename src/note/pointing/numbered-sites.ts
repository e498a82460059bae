/**
 * Sites that a list numbers and a later sentence names by their numbers: "1. left trapezius ... Sites 1 and 3 were
 * injected. Site 2 was not." What the numbers leave out of a list of findings was not treated.
 */
import { OTHER_DAYS } from "../page/sections.ts";
import { isTreated, type Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { firstWith, hitFrom, holds, isLink, nextWith, type Page } from "../page/page.ts";
import { antecedents } from "./references.ts";
import type { Hit } from "../lexicon/scan.ts";
import { NUMBER } from "../text/tokens.ts";

/** Numbers of a list of sites, at most. */
const MOST = 40;
const NOUNS = new Set(["sites", "trigger-points", "muscles"]);
const RANGE = /^(?:to|through|thru|-)$/i;
const DENIES = new Set(["not", "declined"]);
const NOT_NOW = new Set(["planned", "past", "risk"]);
const CLOSED = new Set<string>(OTHER_DAYS);

type List = Map<number, Work[]>;
type Told = "injected" | "needled" | "declined";

/** Sites named by their numbers, and what is told of them. */
interface Naming {
  readonly numbers: readonly number[];
  readonly told: Told;
}

/** Gives the sites named by number what is told of them. `work` is in order of the note. */
export function numberedSites(p: Page, work: readonly Work[]): void {
  let list: List = new Map();
  let chosen = new Set<number>();
  let next = 0;
  /** The line above the list; -1 when that line itself says which of its numbers were treated. */
  let lead = -1;
  let ahead: { readonly names: readonly Naming[]; readonly no: number } | null = null;
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    const first = next;
    while (next < work.length && (work[next] as Work).draft.segment <= no) next++;
    if (next > first) {
      const n = seg.first ? numberOf(p, seg) : null;
      if (n === null) continue;
      if (list.has(n) || n === 1) {
        leaveOut(p, list, chosen, lead);
        [list, chosen] = [new Map(), new Set()];
        // "Sites 1 and 3 injected:" may stand above its list.
        if (ahead !== null && no - ahead.no <= 1)
          for (const { numbers, told } of ahead.names) if (told !== "declined") for (const i of numbers) chosen.add(i);
        lead = ahead === null ? no - 1 : -1;
        ahead = null;
      }
      list.set(n, work.slice(first, next));
    } else if (holds(p, no, MEANS.noun) && !CLOSED.has(seg.section)) {
      const names = namings(p, no);
      if (names.length === 0) continue;
      if (names.every(({ numbers }) => numbers.every((n) => list.has(n)))) tell(names, list, chosen);
      else if (list.size > 0 || p.t.isMark(seg.to - 1, ":")) ahead = { names, no };
      else for (const naming of names) tellAll(p, no, naming, work);
    }
  }
  leaveOut(p, list, chosen, lead);
}

/** "1. ", "2) ", "#3 " before the item. */
function numberOf(p: Page, { from, kind }: Segment): number | null {
  if (kind !== "item") return null;
  const k = p.t.type[from - 1] === NUMBER ? from - 1 : from - 2;
  const n = k >= 0 && p.t.type[k] === NUMBER ? Number(p.t.textOf(k)) : NaN;
  return Number.isInteger(n) && n >= 1 && n <= MOST ? n : null;
}

function tell(names: readonly Naming[], list: List, chosen: Set<number>): void {
  for (const { numbers, told } of names)
    for (const n of numbers) {
      if (told !== "declined") chosen.add(n);
      const because = told === "declined" ? "not-after" : "numbered";
      for (const w of list.get(n) ?? []) w.verdict = { status: told, because, verb: true };
    }
}

/** "Trigger points 1-4 were injected", of places that no list numbers: all of them, when they are so many. */
function tellAll(p: Page, no: number, { numbers, told }: Naming, work: readonly Work[]): void {
  if (told === "declined" || numbers.length < 2 || numbers.some((n, i) => n !== i + 1)) return;
  for (const w of antecedents(p, work, (p.segments[no] as Segment).from, no, numbers.length))
    w.verdict = { status: told, because: "numbered", verb: true };
}

/** The sites a sentence names by number, each with what its clause tells; those of which it tells nothing are left out. */
function namings(p: Page, no: number): Naming[] {
  const seg = p.segments[no] as Segment;
  const found: { numbers: readonly number[]; from: number; to: number }[] = [];
  for (let h = firstWith(p, no, MEANS.noun); h >= 0; h = nextWith(p, no, MEANS.noun, h)) {
    const hit = p.hits[h] as Hit;
    if (!NOUNS.has(hit.entry.by.noun?.gives ?? "")) continue;
    const { numbers, to } = numbersAt(p, hit.to, seg.to);
    if (numbers.length > 0) found.push({ numbers, from: hit.from, to });
  }
  const out: Naming[] = [];
  found.forEach(({ numbers, from, to }, i) => {
    const told = toldIn(p, to, found[i + 1]?.from ?? seg.to) ?? toldIn(p, found[i - 1]?.to ?? seg.from, from);
    if (told !== null) out.push({ numbers, told });
  });
  return out;
}

/** What the tokens tell of as done or not done; an amount tells of an injection. */
function toldIn(p: Page, from: number, to: number): Told | null {
  let act: Told | null = null;
  for (let k = from; k < to; k++) {
    const hit = hitFrom(p, k);
    if (hit === undefined) continue;
    const { status, act: doing, unit } = hit.entry.by;
    if (status !== undefined && !status.pseudo && NOT_NOW.has(status.gives) && act === null) return null;
    if (status !== undefined && !status.pseudo && DENIES.has(status.gives)) return "declined";
    if (doing?.gives === "injected" || doing?.gives === "needled") act ??= doing.gives;
    else if (unit?.gives === "mL") act ??= "injected";
    k = hit.to - 1;
  }
  return act;
}

/** The numbers after the noun: "1 and 3", "1-4", "2, 3 & 5". */
function numbersAt(p: Page, from: number, to: number): { readonly numbers: readonly number[]; readonly to: number } {
  const out: number[] = [];
  let range = false;
  let end = from;
  for (let k = from; k < to && out.length < MOST; k++) {
    const n = p.t.type[k] === NUMBER ? Number(p.t.textOf(k)) : NaN;
    if (Number.isInteger(n) && !p.t.isMark(k + 1, ".") && n >= 1 && n <= MOST) {
      // "Sites 1: 2 mL": an amount is no number of a site.
      if (hitFrom(p, k + 1)?.entry.by.unit !== undefined) break;
      for (let i = range ? (out[out.length - 1] ?? n) + 1 : n; i <= n; i++) out.push(i);
      range = false;
      end = k + 1;
    } else if (RANGE.test(p.t.textOf(k))) range = true;
    else if (!(isLink(p, k) || [",", "&", "#", "+"].some((m) => p.t.isMark(k, m)))) break;
  }
  return { numbers: out, to: end };
}

/** Where some of a list are told of by number, the others were only found; where the list says "injected" itself, they are in doubt. */
function leaveOut(p: Page, list: List, chosen: ReadonlySet<number>, lead: number): void {
  if (chosen.size === 0) return;
  const seg = p.segments[lead];
  const led = seg !== undefined && toldIn(p, seg.from, seg.to) !== null;
  for (const [n, here] of list) {
    if (chosen.has(n)) continue;
    for (const w of here) {
      if (w.verdict.verb || !isTreated(w)) continue;
      if (led) w.headingOnly = true;
      else w.verdict = { status: "other", because: "not among the numbers", verb: true };
    }
  }
}
