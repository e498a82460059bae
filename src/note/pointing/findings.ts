/**
 * What an examination finds at each structure it names: a trigger point, a twitch, pain that goes elsewhere, a circle
 * drawn round it. Words after a structure are said of it and of the list it ends; words before a list are said of all of
 * it, up to the next such words.
 */
import type { Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { is, ROLE } from "../lexicon/lexicon.ts";
import { hitFrom, isLink, type Page, isOneOf } from "../page/page.ts";
import { ABSENT, FINDING } from "../lexicon/pointer-words.ts";
import { wordAt } from "../page/single-words.ts";
import { MARK } from "../text/tokens.ts";
import { SAYS } from "../lexicon/says.ts";
import { WITH } from "../text/small-words.ts";

/** Bits of `FINDING`: what is said to be there, and what is said not to be. */
export interface Found {
  readonly has: number;
  readonly lacks: number;
}

const NOTHING: Found = { has: 0, lacks: 0 };

/** A run of findings with nothing but other words between. */
interface Run extends Found {
  readonly from: number;
  readonly to: number;
}

/** What segment `seg` says of its structures, `here`, in order. `lead`: what a line before says of the list below it. */
export function foundAt(p: Page, seg: Segment, here: readonly Work[], lead: Found): readonly Found[] {
  const out: Found[] = [];
  const label = both(lead, foundIn(p, seg.from, seg.labelEnd));
  let before = label;
  let open: number[] = [];
  here.forEach((w, i) => {
    const start = i === 0 ? Math.max(seg.from, seg.labelEnd) : (here[i - 1] as Work).draft.to;
    const ends = clauseEnd(p, start, w.draft.from);
    // What the label says holds for every entry; what a clause says, for its own.
    if (ends > 0) before = label;
    let closed = ends > 0;
    for (const run of runsIn(p, start, w.draft.from)) {
      // "The neurologic examination is normal, and there are trigger points in ...": said of something else.
      if (i === 0 && run.has === 0 && run.lacks === FINDING) continue;
      if (i === 0 ? run.from >= ends : run.from >= ends && ends > 0) before = both(before, run);
      else if (i > 0 && opensNext(p, start, run, w.draft.from)) before = run;
      else for (const k of open) out[k] = both(out[k] as Found, run);
      closed = true;
    }
    if (closed) open = [];
    open.push(i);
    out.push(before);
  });
  const last = here[here.length - 1];
  if (last !== undefined)
    for (const run of runsIn(p, last.draft.to, seg.to)) for (const k of open) out[k] = both(out[k] as Found, run);
  return out;
}

/** What the tokens say as a whole, for a line that leads a list. */
export function foundIn(p: Page, from: number, to: number): Found {
  return runsIn(p, from, to).reduce<Found>(both, NOTHING);
}

function both(a: Found, b: Found): Found {
  return { has: a.has | b.has, lacks: a.lacks | b.lacks };
}

/** Runs of findings between two tokens. "Soft", "quiet": nothing is found there at all. */
function runsIn(p: Page, from: number, to: number): Run[] {
  const out: Run[] = [];
  let denied = false;
  for (let k = from; k < to; k++) {
    if (p.t.type[k] === MARK && !p.t.isMark(k, "-") && !p.t.isMark(k, "/")) denied = false;
    if (((hitFrom(p, k)?.entry.status ?? 0) & SAYS.not) !== 0) denied = true;
    const word = wordAt(p, k);
    const last = out.length > 0 ? out[out.length - 1] : undefined;
    const joined = last !== undefined && !separated(p, last.to, k) && clauseEnd(p, last.to, k) === 0;
    if ((word & ABSENT) !== 0 && !denied) {
      if (joined && k - last.to <= 2) out[out.length - 1] = { ...last, has: 0, lacks: last.has | last.lacks };
      else out.push({ has: 0, lacks: FINDING, from: k, to: k + 1 });
    }
    const bits = word & FINDING;
    if (bits === 0) continue;
    const said = denied ? { has: 0, lacks: bits } : { has: bits, lacks: 0 };
    if (joined) out[out.length - 1] = { ...both(last, said), from: last.from, to: k + 1 };
    else out.push({ ...said, from: k, to: k + 1 });
  }
  return out;
}

/** The first token after the end of a clause between two tokens; 0 when none ends there. */
function clauseEnd(p: Page, from: number, to: number): number {
  for (let k = to - 1; k >= from; k--)
    if (p.t.isMark(k, ";") || hitFrom(p, k)?.entry.by.stop !== undefined) return k + 1;
  return 0;
}

/** "Trapezius, tender levator": a comma or "and" parts the finding from the structure before, nothing from the one after. */
function opensNext(p: Page, start: number, run: Run, next: number): boolean {
  return separated(p, start, run.from) && !separated(p, run.to, next);
}

function separated(p: Page, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (
      p.t.isMark(k, ",") ||
      p.t.isMark(k, ")") ||
      (isLink(p, k) && is(p.lex, p.t.id[k] as number, ROLE.join) && !leads(p, k))
    )
      return true;
  return false;
}

/** "With" joins structures, but ties a finding to the structure before it. */
const leads = (p: Page, k: number): boolean => isOneOf(p, k, WITH);
