/** The side written beside a structure. */
import type { Side } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { hitBefore, hitFrom, isLevel, isLink, isOneOf, isTimes, type Page } from "../page/page.ts";
import { type Hit, isName } from "../lexicon/scan.ts";
import { MARK, NUMBER } from "../text/tokens.ts";
import { AND, BOTH } from "../text/small-words.ts";

/** Side words beside a structure: before it ("left upper trapezius") or after it ("trapezius bilaterally"). */
export function sideNear(p: Page, from: number, to: number, seg: Segment): Side {
  const before = sideBefore(p, from, seg);
  return before === "unspecified" ? sideAfter(p, to, seg) : before;
}

function sideBefore(p: Page, from: number, seg: Segment): Side {
  const { before } = p.walks;
  let side: Side = "unspecified";
  let k = from;
  while (k > seg.from) {
    if (k >= before.low && k <= before.high) {
      ({ low: k, side } = before);
      break;
    }
    const hit = hitBefore(p, k);
    if (hit !== undefined && hit.from >= seg.from) {
      const cue = hit.entry.by.side;
      if (cue !== undefined && (!cue.bare || isLetterSide(p, hit))) side = cue.gives as Side;
      if (side !== "unspecified") break;
      if (!passes(p, hit)) break;
      k = hit.from;
    } else if (
      isLink(p, k - 1) ||
      p.t.isMark(k - 1, "(") ||
      isLevel(p, k - 1) ||
      isShortened(p, k - 1) ||
      closesSide(p, k - 1) ||
      leadsLine(p, k - 1, seg) ||
      parts(p, k - 1)
    )
      k--;
    else break;
  }
  [before.low, before.high, before.side] = [k, from, side];
  return side;
}

/**
 * Words that may stand between a side and its structure: a part, "into the", a level, the place ("R shoulder subacromial
 * bursa"), the act ("left single injection erector spinae plane block"), fingers ("right 3rd, 4th trigger fingers").
 */
function passes(p: Page, hit: Hit): boolean {
  const { part, act, number, digit } = hit.entry.by;
  if ((part ?? number ?? digit) !== undefined || isLevel(p, hit.from)) return true;
  if (act !== undefined && !isName(hit)) return PASSING.has(act.gives);
  return isPlace(p, hit);
}

const PASSING = new Set(["target", "injection", "needling", "block"]);

function isPlace(p: Page, hit: Hit): boolean {
  const term = isName(hit) ? hit.entry.terms[0] : undefined;
  return term !== undefined && p.lex.structures[term.targets[0] as string]?.kind === "region";
}

/** A comma after a finger ("3rd, 4th MTP") or between the cells of a row ("R,trapezius"); a mark of emphasis ("**L** trapezius"). */
function parts(p: Page, k: number): boolean {
  const { t } = p;
  if (t.isMark(k, "*") || t.isMark(k, "_")) {
    const word = t.isMark(k - 1, "*") || t.isMark(k - 1, "_") ? k - 1 : k;
    return hitBefore(p, word)?.entry.by.side !== undefined && t.end[word - 1] === t.start[word];
  }
  if (!t.isMark(k, ",")) return false;
  if (hitFrom(p, k + 1)?.entry.by.digit !== undefined) return true;
  return t.end[k] === t.start[k + 1] && hitBefore(p, k)?.entry.by.side !== undefined && t.end[k - 1] === t.start[k];
}

/** "Left - trapezius, rhomboids": a side at the head of a line or after a mark, then a dash or a colon. */
function leadsLine(p: Page, k: number, seg: Segment): boolean {
  if (!p.t.isMark(k, "-") && !p.t.isMark(k, ":") && !p.t.isMark(k, "–")) return false;
  const side = hitBefore(p, k);
  if (side?.entry.by.side === undefined) return false;
  return side.from === seg.from || (p.t.isMark(k, ":") && p.t.type[side.from - 1] === MARK);
}

/** "(R) levator scapulae": a side in brackets at the head of a list member belongs to what follows it. */
function closesSide(p: Page, k: number): boolean {
  const side = p.t.isMark(k, ")") ? hitBefore(p, k) : undefined;
  return side?.entry.by.side !== undefined && opensSide(p, side);
}

function opensSide(p: Page, side: Hit): boolean {
  const k = side.from - 2;
  if (!p.t.isMark(side.from - 1, "(") || !p.t.isMark(side.to, ")")) return false;
  return k < 0 || p.t.isMark(k, ",") || p.t.isMark(k, ":") || p.t.isMark(k, ";") || isLink(p, k);
}

function sideAfter(p: Page, to: number, seg: Segment): Side {
  const { after } = p.walks;
  let side: Side = "unspecified";
  let k = to;
  while (k < seg.to) {
    if (k >= after.low && k <= after.high) {
      ({ high: k, side } = after);
      break;
    }
    const hit = hitFrom(p, k);
    if (hit !== undefined) {
      const cue = hit.entry.by.side;
      if (cue !== undefined && (!cue.bare || isLetterSide(p, hit)) && !describesNext(p, hit) && !opensSide(p, hit))
        side = cue.gives as Side;
      if (side === "bilateral" && bothOf(p, hit, seg)) side = "unspecified";
      if (side !== "unspecified" || hit.entry.by.part === undefined) break;
      k = hit.to;
    } else if (p.t.type[k] === NUMBER && isMeasure(p, k + 1)) k = (hitFrom(p, k + 1) as Hit).to;
    else if (isTimes(p, k) && p.t.type[k + 1] === NUMBER) k += 2;
    else if (p.t.isMark(k, "(") || p.t.isMark(k, ",") || p.t.isMark(k, "-") || p.t.isMark(k, "|") || isLink(p, k)) k++;
    // "Masseters: trigger points bilaterally"
    else if (p.t.isMark(k, ":") && hitFrom(p, k + 1)?.entry.by.part !== undefined) k++;
    else break;
  }
  [after.low, after.high, after.side] = [to, k, side];
  return side;
}

/** "Thumb MP and IP joints both injected": both of two that are joined, and no side. */
function bothOf(p: Page, { from, to }: Hit, seg: Segment): boolean {
  if (to !== from + 1 || !isOneOf(p, from, BOTH)) return false;
  if (hitFrom(p, to)?.entry.by.act === undefined && !isOneOf(p, to, TREATED)) return false;
  let names = 0;
  let joined = false;
  for (let k = from - 1; k >= Math.max(seg.from, from - JOINED); k--) {
    const hit = hitBefore(p, k + 1);
    if (isName(hit) || hit?.entry.by.digit !== undefined) names++;
    else if (names > 0 && isOneOf(p, k, AND)) joined = true;
  }
  return joined && names > 1;
}

const TREATED = ["done", "treated", "given"];
/** Tokens back over which the two are looked for. */
const JOINED = 12;

/** "Trapezius 1 cc, L": an amount stands between. */
const isMeasure = (p: Page, k: number): boolean => hitFrom(p, k)?.entry.by.unit?.gives === "mL";

/** Does the side belong to a structure right after it ("right index DIP")? */
function describesNext(p: Page, hit: Hit): boolean {
  let next = hitFrom(p, hit.to) ?? (isShortened(p, hit.to) ? hitFrom(p, hit.to + 1) : undefined);
  if (next?.entry.by.digit !== undefined && !isName(next)) next = hitFrom(p, next.to);
  return isName(next);
}

/** Is token k the full stop of a short form for a side ("Rt. trapezius")? */
function isShortened(p: Page, k: number): boolean {
  if (!p.t.isMark(k, ".")) return false;
  const hit = hitBefore(p, k);
  return (
    hit !== undefined &&
    hit.entry.by.side !== undefined &&
    (p.t.end[k - 1] as number) - (p.t.start[k - 1] as number) <= 2
  );
}

/** A single letter is a side when it is a capital, or when it stands alone before a structure in lower-case notes. */
export function isLetterSide(p: Page, hit: Hit): boolean {
  if (hit.to - hit.from !== 1 || p.t.isMark(hit.from - 1, "'")) return false;
  // "L4", "L5-S1" are levels.
  return !(p.t.type[hit.to] === NUMBER && p.t.start[hit.to] === p.t.end[hit.from]);
}
