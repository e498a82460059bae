/** Numbers the note states: injections, sites, passes, muscles. Kept apart: only `muscles` counts muscles. */
import type { CountFact } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { ELSEWHERE } from "../page/sections.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import type { Draft } from "../structures/mentions.ts";
import { hitBefore, isOneOf, hitFrom, holds, isTimes, meansFrom, some, type Page } from "../page/page.ts";
import { pointedAt, deedWord } from "../page/single-words.ts";
import type { Hit } from "../lexicon/scan.ts";
import { numberAt } from "../structures/amounts.ts";
import { NUMBER } from "../text/tokens.ts";
import { DEED } from "../lexicon/deed-words.ts";

/** Counts stated in the note, segment by segment. */
export function countsIn(p: Page): readonly CountFact[] {
  const out: CountFact[] = [];
  for (let no = 0; no < p.segments.length; no++) addCounts(p, no, out);
  return out;
}

/** Sections whose numbers count nothing that was done. */
const UNCOUNTED = new Set<string>(["exam", ...ELSEWHERE]);

/** Counts stated in a segment ("twelve injections in 3 muscles", "Number of injections: 4"). */
function addCounts(p: Page, no: number, out: CountFact[]): void {
  const seg = p.segments[no] as Segment;
  if (UNCOUNTED.has(seg.section)) return;
  // "Should these be two muscles?" asks.
  let doing: boolean | undefined;
  for (let k = holds(p, no, MEANS.noun | MEANS.act) ? seg.from : seg.to; k < seg.to; k++) {
    if (p.t.type[k] !== NUMBER && (meansFrom(p, k) & MEANS.number) === 0) continue;
    const value = numberAt(p, k);
    if (value === null || !Number.isInteger(value) || value > 200 || ofOneSite(p, seg, k)) continue;
    let at = k + 1;
    const number = hitFrom(p, k);
    if (number !== undefined) at = number.to;
    // "12 small injections", "4 palpable trigger points": one word may stand between.
    const beside = hitFrom(p, at);
    const hit =
      beside === undefined || countedBy(beside) !== undefined ? (beside ?? hitFrom(p, at + 1)) : hitFrom(p, beside.to);
    const noun = hit === undefined || hit.from >= seg.to ? undefined : countedBy(hit);
    if (noun === undefined && timesOf(p, seg, k)) push(out, p, k - 1, k + 1, "injections", value);
    if (
      noun !== undefined &&
      hit !== undefined &&
      (noun.gives !== "muscles" ||
        (!pointedAt(p, k) && (doing ??= tellsOfDoing(p, no) && !p.t.isMark(seg.to - 1, "?"))))
    )
      push(out, p, k, hit.to, noun.gives, value);
  }
  const field = fieldCount(p, seg);
  if (field !== null) out.push(field);
}

const countedBy = (hit: Hit): { gives: string } | undefined => hit.entry.by.noun ?? countOfAct(hit);

/** "TPI x6", "trigger point injections x 8": the number of injections, where no unit and no time follows. */
function timesOf(p: Page, seg: Segment, k: number): boolean {
  if (k - 2 < seg.from || !isTimes(p, k - 1) || hitBefore(p, k - 1)?.entry.by.act?.gives !== "injection") return false;
  const next = k + 1 < seg.to ? hitFrom(p, k + 1) : undefined;
  return (
    next?.entry.by.unit === undefined &&
    next?.entry.by.noun === undefined &&
    !isOneOf(p, k + 1, MUSCLES) &&
    (deedWord(p, k + 1) & DEED.span) === 0
  );
}

const MUSCLES = ["muscle", "muscles"];

/** "(3 cc x 2 injections)" after a structure speaks of that one site, not of the session. */
function ofOneSite(p: Page, seg: Segment, at: number): boolean {
  for (let k = at - 1; k >= Math.max(seg.from, at - 7); k--) {
    if (p.t.isMark(k, "(")) return true;
    if (p.t.isMark(k, ")") || p.t.isMark(k, ".") || p.t.isMark(k, ";")) return false;
    const hit = hitFrom(p, k);
    if (hit?.entry.name !== undefined)
      return !/total/i.test(p.t.text.slice(p.t.start[k], p.t.end[Math.min(p.t.n - 1, at + 3)]));
  }
  return false;
}

/** A number of muscles counts only where something done is told of, not in somebody's musing. */
function tellsOfDoing(p: Page, no: number): boolean {
  return some(p, no, MEANS.act, ({ act }) => act !== undefined && act.gives !== "target");
}

function countOfAct(hit: Hit): { gives: string } | undefined {
  const act = hit.entry.by.act;
  return act !== undefined && /^(?:injections?|inj|shots?|small injections)\b/.test(act.words)
    ? { gives: "injections" }
    : undefined;
}

/** "Number of muscles injected: 4", "# injections: 5", "TPI x6". */
function fieldCount(p: Page, seg: Segment): CountFact | null {
  if (seg.labelEnd <= seg.from) return null;
  const value = seg.labelEnd + 1 < p.t.n ? numberAt(p, seg.labelEnd + 1) : null;
  if (value === null || !Number.isInteger(value)) return null;
  const label = p.t.textFrom(seg.from, seg.labelEnd).toLowerCase();
  if (!/number|#|total|how many|no\./.test(label)) return null;
  const of = /muscle group/.test(label)
    ? "muscle-groups"
    : /muscle/.test(label)
      ? "muscles"
      : /inject|punct|stick/.test(label)
        ? "injections"
        : /trigger/.test(label)
          ? "trigger-points"
          : /site|point/.test(label)
            ? "sites"
            : null;
  if (of === null) return null;
  const out: CountFact[] = [];
  push(out, p, seg.from, seg.labelEnd + 2, of, value);
  return out[0] ?? null;
}

function push(out: CountFact[], p: Page, from: number, to: number, of: string, value: number): void {
  const start = p.t.start[from] as number;
  const end = p.t.end[Math.min(to, p.t.n) - 1] as number;
  out.push(
    Object.freeze({ kind: "count", of: of as CountFact["of"], value, text: p.t.text.slice(start, end), start, end }),
  );
}

/** "x3" or "3 sites" right after a structure: its own number of sites. */
export function sitesAfter(p: Page, d: Pick<Draft, "to">, seg: Segment): number | null {
  for (let k = d.to; k < Math.min(seg.to, d.to + 4); k++) {
    const times =
      p.t.type[k + 1] === NUMBER && isTimes(p, k) && p.t.type[k - 1] !== NUMBER && unitless(p, k + 2)
        ? Number(p.t.textOf(k + 1))
        : null;
    // "Needle 30 mm x 0.25" has a size.
    if (times !== null && Number.isInteger(times)) return times;
    if ((meansFrom(p, k) & MEANS.term) !== 0) return null;
    const value = numberAt(p, k);
    if (value !== null && Number.isInteger(value)) {
      const hit = hitFrom(p, k + 1);
      const noun = hit && (hit.entry.by.noun ?? countOfAct(hit));
      if (noun && /sites|injections|trigger|passes/.test(noun.gives)) return value;
      if (value === 1 && isOneOf(p, k + 1, NEEDLE)) return value;
    }
  }
  return null;
}

/** "R levator scapulae, 1 needle". */
const NEEDLE = ["needle"];

function unitless(p: Page, k: number): boolean {
  const hit = hitFrom(p, k);
  return hit === undefined || hit.entry.by.unit === undefined;
}
