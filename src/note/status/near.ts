/** The cue words near a list of structures, and what stands right beside it. */
import type { Cue } from "../../rulebook/types.ts";
import { marksBefore } from "../structures/cells.ts";
import type { Chain } from "../structures/chains.ts";
import type { Segment } from "../page/layout.ts";
import { is, MEANS, ROLE } from "../lexicon/lexicon.ts";
import { hitBefore, hitFrom, isLevel, isLink, isOneOf, meansFrom, type Page } from "../page/page.ts";
import { isFingerInitials } from "../structures/fingers.ts";
import { isReported, isDetail } from "../page/single-words.ts";
import { SAYS, saysOf } from "../lexicon/says.ts";
import { type Hit, isName } from "../lexicon/scan.ts";
import { LINE_START, MARK, NUMBER, PARAGRAPH_START, WORD } from "../text/tokens.ts";
import { DETAIL } from "../lexicon/detail-words.ts";
import { WE } from "../text/small-words.ts";

export interface Near {
  readonly cue: Cue;
  /** The bit of `SAYS` that the cue gives. */
  readonly says: number;
  readonly hit: Hit;
  /** Tokens between cue and chain. */
  readonly gap: number;
  readonly before: boolean;
  /** Another structure stands between: what the cue says is said of that one first. */
  readonly over: boolean;
}

/** Asks of one of the cues near `at.chain`. Named functions, made once: most are never called. */
export type Test = (n: Near, at: Nearby) => boolean;

/** The cue words that may govern a list of structures, nearest first. What none of them says costs nothing to ask for. */
export class Nearby {
  readonly p: Page;
  readonly chain: Chain;
  readonly seg: Segment;
  readonly all: Near[] = [];
  /** Bits of all of them. */
  says = 0;

  constructor(p: Page, chain: Chain, seg: Segment) {
    this.p = p;
    this.chain = chain;
    this.seg = seg;
  }

  /** Keeps the order by distance, and that of coming among those as near. */
  add(cue: Cue, says: number, hit: Hit, gap: number, before: boolean, over: boolean): void {
    const { all } = this;
    let i = all.length;
    while (i > 0 && (all[i - 1] as Near).gap > gap) i--;
    const near = { cue, says, hit, gap, before, over };
    if (i === all.length) all.push(near);
    else all.splice(i, 0, near);
    this.says |= says;
  }

  /** The nearest that says one of these and passes the test. */
  find(says: number, test?: Test): Near | undefined {
    if ((this.says & says) === 0) return undefined;
    for (const n of this.all) if ((n.says & says) !== 0 && (test === undefined || test(n, this))) return n;
    return undefined;
  }

  has(says: number, test?: Test): boolean {
    return test === undefined ? (this.says & says) !== 0 : this.find(says, test) !== undefined;
  }
}

/** In run-on dictation a cue reaches no further than this many tokens. */
const REACH = 34;

const GOVERNS = MEANS.act | MEANS.status;

/** Cue words that may govern the chain. A stop word ends the search on its side. */
export function cuesNear(p: Page, chain: Chain, seg: Segment): Nearby {
  const out = new Nearby(p, chain, seg);
  const label = seg.labelEnd;
  let over = false;
  const low = Math.max(seg.from, chain.from - REACH);
  // "(no Botox in pregnancy): frontalis": what brackets deny or put off, they keep to themselves.
  let closed = false;
  for (let k = chain.from - 1; k >= low; k--) {
    const at = p.hitEnd[k + 1] as number;
    if (at < 0) {
      if (p.t.isMark(k, ")")) closed = true;
      else if (p.t.isMark(k, "(")) closed = false;
      continue;
    }
    const hit = p.hits[at] as Hit;
    const bits = p.means[at] as number;
    if (k >= label && (bits & MEANS.stop) !== 0 && !isTherapy(p, hit) && !isReported(p, hit.from)) {
      opensToday(out, hit, chain);
      break;
    }
    // "Plan: gave 6 mL in the right knee": the heading has given the section, and plans nothing by itself.
    const heads = hit.to <= label && hit.from === seg.from && hit.entry.by.heading?.gives === "plan";
    if (!heads && (bits & (closed ? MEANS.act : GOVERNS)) !== 0 && !(closed && marksBefore(p, hit.from)))
      push(out, hit, chain.from - hit.to, true, over);
    over ||= (bits & MEANS.term) !== 0;
    k = hit.from;
  }
  over = false;
  // A label that names structure and act ("Trochanteric bursa injection:") is whole without the text after it.
  const last = Math.min(labelActs(p, chain, label) ? label : seg.to, chain.to + REACH + 1);
  for (let k = chain.to; k < last; k++) {
    const bits = meansFrom(p, k);
    if (bits === 0) continue;
    const hit = hitFrom(p, k) as Hit;
    if ((bits & MEANS.stop) !== 0 && !isTherapy(p, hit) && (over || !looksBack(p, hit.to, last))) break;
    if ((bits & GOVERNS) !== 0) push(out, hit, hit.from - chain.to, false, over);
    over ||= (bits & MEANS.term) !== 0;
    k = hit.to - 1;
  }
  // "Intercostal block" is a nerve and says what was done to it.
  for (const d of chain.members)
    for (let k = d.from; k < d.to; k++) {
      const own = hitFrom(p, k);
      if (own === undefined || (own.bits & MEANS.term) === 0 || (own.bits & GOVERNS) === 0) continue;
      const { act, status } = own.entry.by;
      if (act !== undefined) out.add(act, saysOf(act), own, 0, false, false);
      // "Plantar fasciitis" names the fascia as what is ill.
      else if (status?.gives === "diagnosis") out.add(status, saysOf(status), own, 0, false, false);
    }
  return out;
}

/** "Failed PT, NSAIDs and an injection of": a comma or "and" after it makes it physical therapy; the patient does something. */
function isTherapy(p: Page, { from, to }: Hit): boolean {
  return (
    (p.t.isMark(to, ",") || p.t.isMark(to, "/") || isOneOf(p, to, JOINS)) && isOneOf(p, from, PT) && to === from + 1
  );
}

const PT = ["pt"];
const JOINS = ["and", "or"];

/** "Today / the patient received", "Today / she was injected": the day is said of what follows, where a verb of doing follows at once. */
function opensToday(out: Nearby, stop: Hit, chain: Chain): void {
  const { p } = out;
  if (hitFrom(p, stop.to)?.entry.by.act === undefined) return;
  const day = hitBefore(p, p.t.isMark(stop.from - 1, ",") ? stop.from - 1 : stop.from);
  if (day?.entry.by.status?.gives === "done") push(out, day, chain.from - day.to, true, true);
}

/** "... was not tender and was / not injected", "... (patient / declined)": still said of the structure before, when none other is named. */
function looksBack(p: Page, k: number, to: number): boolean {
  const hit = hitFrom(p, k);
  // "... the other knee, which was injected", "..., which I injected": the clause is about what stands right before it.
  const told = isOneOf(p, k, WE) ? hitFrom(p, k + 1) : hit;
  if (p.t.isMark(k - 2, ",") && told?.entry.by.act?.gives === "injected" && isOneOf(p, k - 1, WHICH)) return true;
  const cue = hit?.entry.by.status;
  if (hit === undefined || cue === undefined || cue.pseudo) return false;
  return (cue.gives === "not" && cue.direction === "backward") || (cue.gives === "declined" && !names(p, hit.to, to));
}

/** Does a structure follow in the same clause? */
function names(p: Page, from: number, to: number): boolean {
  for (let k = from; k < Math.min(to, from + 6); k++) {
    if (p.t.type[k] === MARK && !p.t.isMark(k, "-")) return false;
    if (isName(hitFrom(p, k))) return true;
  }
  return false;
}

function labelActs(p: Page, chain: Chain, label: number): boolean {
  for (let k = chain.to; k < label; k++) if (hitFrom(p, k)?.entry.by.act !== undefined) return true;
  return false;
}

function push(out: Nearby, hit: Hit, gap: number, before: boolean, over: boolean): void {
  if ((hit.bits & MEANS.status) !== 0 && isFingerInitials(out.p, hit)) return; // "L IF/LF A1 pulley"
  const { cues, says } = hit.entry;
  for (let i = 0; i < cues.length; i++) {
    const cue = cues[i] as Cue;
    if (cue.category !== "act" && cue.category !== "status") continue;
    if (cue.pseudo) return;
    if (cue.category === "status" && cue.direction === "forward" && !before) continue;
    if (cue.category === "status" && cue.direction === "backward" && before) continue;
    out.add(cue, says[i] as number, hit, gap, before, over);
  }
}

/** "x2", "two sites" right after the structure. */
export function counted(p: Page, from: number, to: number): boolean {
  for (let k = from; k < Math.min(to, from + 3); k++)
    if (p.t.type[k] === NUMBER || hitFrom(p, k)?.entry.by.number !== undefined)
      return /^x$/i.test(p.t.textOf(k - 1)) || hitFrom(p, k + 1)?.entry.by.noun !== undefined;
  return false;
}

/** An amount right after the structure ("0.5 mL", "40 units in 2 sites", "- 1 cc"). */
export function doseBeside(p: Page, from: number, to: number): boolean {
  let end = from + 8;
  const last = Math.min(to, from + COLON);
  for (let k = from; k < Math.min(to, Math.max(end, last)); k++) {
    // "Serratus anterior (rib 4 and rib 5) - 1 mL": what stands in brackets is passed over.
    if (p.t.isMark(k, ")") && k > from) end = Math.max(end, k + 6);
    // "L wrist, dorsal approach distal to Lister's: 0.5 mL": what follows the colon is of what stands before it.
    if (p.t.isMark(k, ":")) end = Math.max(end, k + 4);
    // "Plantar plate sore; dorsal approach, 0.5 mL": another clause.
    if (p.t.isMark(k, ";") && k > from) return false;
    const hit = hitFrom(p, k);
    // "Toe PIP, digital block 2 cc each side": the amount is of the block.
    if (isName(hit) || hit?.entry.by.act?.id === "numbing-block") return false;
    if (k >= end || p.t.type[k] !== NUMBER) continue;
    const unit = hitFrom(p, k + 1);
    const gives = unit === undefined ? undefined : unit.entry.by.unit?.gives;
    // "Gluteal soft tissue and periosteum, 3 mL aspirate": what came out is no dose.
    if ((gives === "mL" && !isDetail(p, k + 2, DETAIL["came-out"])) || gives === "unit") return true;
  }
  return false;
}

const WHICH = ["which"];

/** Tokens from the structure to the colon after which its amount stands, at most. */
const COLON = 14;

/** An amount and "in" right before the structure ("1 cc in trap", "1 mL each into the bilateral trapezius"); `weighed`: one in mg too. */
export function doseBefore(p: Page, from: number, start: number, weighed = false): boolean {
  let led = false;
  for (let k = from - 1; k >= start && from - k < 14;) {
    const hit = hitBefore(p, k + 1);
    if (hit === undefined) {
      led ||= is(p.lex, p.t.id[k] as number, ROLE.open) && INTO.test(p.t.textOf(k));
      // "0.5 mL lidocaine to each: L trap, R trap"
      if (!led && !isLink(p, k) && !isOneOf(p, p.t.isMark(k, ":") ? k - 1 : k, EACH)) return false;
      if (led && !isLink(p, k) && p.t.type[k] !== NUMBER && !p.t.isMark(k, "%") && !p.t.isMark(k, ".")) return false;
      k--;
      continue;
    }
    const { unit, act, side, part, substance, number, status } = hit.entry.by;
    if (led && unit !== undefined && (unit.gives === "mL" || unit.gives === "unit" || (weighed && unit.gives === "mg")))
      return numberBefore(p, hit.from);
    led ||= act?.gives === "target" || part?.id === "within-joint";
    const passes = side ?? part ?? number ?? (act?.gives === "target" ? act : undefined) ?? eachWord(status);
    if (passes === undefined && !(led && (substance ?? unit) !== undefined)) return false;
    k = hit.from - 1;
  }
  return false;
}

/** "Steroid to the left knee joint": a substance and "to", "in" or "at" right before the structure. */
export function fluidBefore(p: Page, from: number, start: number): boolean {
  let led = false;
  for (let k = from; k > start && from - k < 8;) {
    const hit = hitBefore(p, k);
    if (hit === undefined) {
      led ||= is(p.lex, p.t.id[k - 1] as number, ROLE.open) && INTO.test(p.t.textOf(k - 1));
      if (!isLink(p, k - 1)) return false;
      k--;
      continue;
    }
    const { side, part, substance } = hit.entry.by;
    if (side === undefined && part === undefined) return led && substance !== undefined;
    k = hit.from;
  }
  return false;
}

const EACH = ["each", "following", "these"];
const INTO = /^(?:in|into|to|at)$/i;

const eachWord = (cue: Cue | undefined): Cue | undefined => (cue?.gives === "done" ? cue : undefined);

function numberBefore(p: Page, at: number): boolean {
  return p.t.type[at - 1] === NUMBER || hitBefore(p, at)?.entry.by.number !== undefined;
}

/** Do only small words, sides and parts stand between? */
export function beside(p: Page, from: number, to: number, initials = false): boolean {
  for (let k = from; k < to;) {
    const hit = hitFrom(p, k);
    if (hit !== undefined && !(initials && hit.to === k + 1 && isInitials(p, k))) {
      if (hit.entry.by.side === undefined && hit.entry.by.part === undefined && hit.entry.by.number === undefined)
        return false;
      k = hit.to;
    } else if (isLink(p, k) || isLevel(p, k) || p.t.isMark(k, "-") || (initials && (isInitials(p, k) || isQuote(p, k))))
      k++;
    else return false;
  }
  return true;
}

/** Called "paraspinal". */
const isQuote = (p: Page, k: number): boolean => p.t.isMark(k, '"') || p.t.isMark(k, "\u201c");

/** "PL", "FCR": initials of a structure that the book does not know, or not here. */
function isInitials(p: Page, k: number): boolean {
  const text = p.t.textOf(k);
  return text.length >= 2 && text.length <= 4 && text === text.toUpperCase() && p.t.type[k] === WORD;
}

/** Is a word of doing denied right before it ("not injected", "no trigger points were injected")? */
export function negated(p: Page, n: { readonly hit: { readonly from: number } }): boolean {
  let above = false;
  for (let k = n.hit.from - 1, seen = 0; k >= 0 && seen < 6; k--, seen++) {
    const flags = p.t.flags[k + 1] as number;
    if ((flags & PARAGRAPH_START) !== 0) return false;
    above ||= (flags & LINE_START) !== 0;
    const at = p.hitEnd[k + 1] as number;
    if (at < 0) {
      if (p.t.isMark(k, ".") || p.t.isMark(k, ";") || p.t.isMark(k, ",")) return false;
      continue;
    }
    const hit = p.hits[at] as Hit;
    // "Imaging: none" answers its own field, not the line below it.
    if ((hit.entry.status & SAYS.not) !== 0) return !(above && p.t.isMark(hit.from - 1, ":"));
    if ((hit.bits & (MEANS.term | MEANS.stop)) !== 0) return false;
  }
  return false;
}
