/**
 * Words that point back to structures named before, by grammar and not by list: a quantifier ("each", "all", "both"), "of",
 * "the" or "these", a number, adjectives, a noun - "each", "all three", "every one of them", "the four marked areas".
 */
import { numberAt } from "../structures/amounts.ts";
import type { Side } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { hitBefore, hitFrom, isLink, isOneOf, type Page } from "../page/page.ts";
import {
  ADJECTIVE,
  BELOW,
  BETWEEN,
  DETERMINER,
  FINDING,
  GOES_ON,
  IN_DRAWING,
  IN_EXAM,
  JOINT,
  NOMINAL,
  NOUN,
  OF,
  ONE,
  ORDINAL,
  PLACE,
  POINT,
  PREPOSITION,
  PRONOUN,
  QUANTIFIER,
  RECEIVED,
  SAID_OF,
  SAME,
  SCORE,
} from "../lexicon/pointer-words.ts";
import { scoreAfter, type Score } from "../structures/scores.ts";
import { wordAt } from "../page/single-words.ts";
import { NUMBER, WORD } from "../text/tokens.ts";
import { isName } from "../lexicon/scan.ts";
import { ALL, BOTH, IN, ONLY, WITH } from "../text/small-words.ts";
import { bodyOf } from "../page/layout.ts";

export interface Pointer {
  /** Token range. */
  readonly from: number;
  readonly to: number;
  /** How many structures it says; null when it gives no number, or counts points. */
  readonly count: number | null;
  /** So many of them from the head of a list, or from its end (below nothing); 0 where it says neither. */
  readonly pick: number;
  /** Of which side it says they are ("the knots on the right"). */
  readonly side: Side;
  /** "The same muscles": those of another time, where none of today are meant. */
  readonly same: boolean;
  /** Its noun is "joints". */
  readonly joints: boolean;
  /** A preposition stands before it, or it is said to receive ("into each", "at these sites", "each was given"). */
  readonly led: boolean;
  /** The findings it asks for ("the active ones", "each muscle that twitched"): bits of `FINDING`. */
  readonly asks: number;
  /** Those of them that are said after the noun: they make out some, where an adjective may merely describe all. */
  readonly asksAfter: number;
  /** The score it asks for ("all muscles scoring 3"). */
  readonly score: Score | null;
  /** It says that they were named in the examination, or in a drawing. */
  readonly inExam: boolean;
  readonly inDrawing: boolean;
}

/** The pointing words of a segment in order. One look at each token. */
export function pointersIn(p: Page, seg: Segment): Pointer[] {
  const out: Pointer[] = [];
  const start = bodyOf(seg);
  if (isSubject(p, start) && beforeAct(p, start + 1, seg)) out.push(subject(p, start));
  for (let k = seg.from; k < seg.to; k++) {
    const word = wordAt(p, k);
    const pointing = (word & (QUANTIFIER | DETERMINER)) !== 0;
    if (!pointing && !(k === start && ((word & (FINDING | NOUN | PLACE)) !== 0 || countedOff(p, k)))) continue;
    // "The" alone points to nothing.
    if (pointing && (word & (QUANTIFIER | PRONOUN)) === 0 && !isMarked(p, k + 1)) continue;
    const found = pointerAt(p, k, seg);
    if (found === null) continue;
    out.push(found);
    k = found.to - 1;
  }
  return out;
}

/** "It was injected", "they were injected": the structure, or those, of the sentence before. */
export function isSubject(p: Page, k: number): boolean {
  return (isOneOf(p, k, IT) && isOneOf(p, k + 1, WAS)) || (isOneOf(p, k, THEY) && isOneOf(p, k + 1, WERE));
}

const IT = ["it", "this"];
const WAS = ["was"];
const THEY = ["they"];
const WERE = ["were"];

function subject(p: Page, k: number): Pointer {
  return {
    from: k,
    to: k + 1,
    count: isOneOf(p, k, IT) ? 1 : null,
    pick: 0,
    side: "unspecified",
    same: false,
    joints: false,
    led: false,
    asks: 0,
    asksAfter: 0,
    score: null,
    inExam: false,
    inDrawing: false,
  };
}

/** "First two sites injected": no article, and a number. */
function countedOff(p: Page, k: number): boolean {
  return (wordAt(p, k) & ORDINAL) !== 0 && numberAt(p, k + 1) !== null;
}

/** Does a number, or a word that marks what was named before, stand at token k? */
function isMarked(p: Page, k: number): boolean {
  if ((wordAt(p, k) & (NOMINAL | ORDINAL)) !== 0 || p.t.type[k] === NUMBER) return true;
  const hit = hitFrom(p, k);
  return hit !== undefined && (hit.entry.by.number ?? hit.entry.by.side) !== undefined;
}

function pointerAt(p: Page, from: number, seg: Segment): Pointer | null {
  const first = wordAt(p, from);
  const quantified = (first & QUANTIFIER) !== 0;
  // "Circled points were injected": no article, so what they were found to have must tell which.
  const plain = (first & (QUANTIFIER | DETERMINER | ORDINAL)) === 0;
  let k = plain || (first & ORDINAL) !== 0 ? from : from + 1;
  let whole = (first & PRONOUN) !== 0;
  if (quantified) {
    if ((wordAt(p, k) & ONE) !== 0) k++;
    if ((wordAt(p, k) & OF) !== 0) k++;
    if ((wordAt(p, k) & (DETERMINER | PRONOUN)) !== 0) {
      whole = (wordAt(p, k) & PRONOUN) !== 0;
      k++;
    }
  }
  let count: number | null = quantified && isOneOf(p, from, BOTH) ? 2 : null;
  let same = ((first | wordAt(p, k)) & SAME) !== 0;
  const ordinal = (wordAt(p, k) & ORDINAL) !== 0 ? k++ : -1;
  // "The remaining three muscles".
  if ((wordAt(p, k) & ADJECTIVE) !== 0 && numberAt(p, k + 1) !== null) k++;
  const value = numberAt(p, k);
  if (value !== null && Number.isInteger(value) && value <= 20) {
    count = value;
    k = p.t.type[k] === NUMBER ? k + 1 : (hitFrom(p, k)?.to ?? k + 1);
    if (p.t.isMark(k, "(") && p.t.type[k + 1] === NUMBER && p.t.isMark(k + 2, ")")) k += 3;
  }
  // "Only the first two", "the last of these".
  const pick = ordinal < 0 ? 0 : isOneOf(p, ordinal, HEAD) ? (count ?? 1) : -(count ?? 1);
  if (pick !== 0) count = null;
  if (pick !== 0 && (wordAt(p, k) & OF) !== 0 && (wordAt(p, k + 1) & PRONOUN) !== 0) k += 2;
  // "The left-sided trigger points"
  const before = hitFrom(p, k)?.entry.by.side;
  if (before !== undefined && before.bare !== true) k = hitFrom(p, k)?.to ?? k;
  const start = k;
  let last = 0;
  let end = k;
  let asks = 0;
  for (let word = wordAt(p, k); k < seg.to && (word & NOMINAL) !== 0; word = wordAt(p, ++k)) {
    asks |= word & FINDING;
    same ||= (word & SAME) !== 0;
    if ((word & (NOUN | PLACE)) !== 0) [last, end] = [word, k + 1];
  }
  const to = last === 0 ? start : end;
  const tail = tailOf(p, to, seg, afterAct(p, from));
  if ((tail & BELOW) !== 0) return null;
  const score = (tail & SCORE) === 0 ? null : scoreIn(p, to, seg);
  // Points, spots and sites are those of trigger points.
  asks |= (tail & FINDING) | ((last & PLACE) !== 0 ? POINT : 0);
  const led = (wordAt(p, from - 1) & PREPOSITION) !== 0;
  const bare = last === 0 && !(whole && quantified);
  if (before !== undefined && last === 0) return null;
  // "11 mL in all": a sum.
  if (bare && k === from + 1 && isOneOf(p, from, ALL) && isOneOf(p, from - 1, IN)) return null;
  const after = hitFrom(p, to)?.entry.by.side;
  const side = before ?? (after?.bare === true ? undefined : after);
  if (plain && (last === 0 || ((asks & ~POINT) === 0 && score === null))) return null;
  if (
    bare &&
    !(led && (quantified || whole) && isWhole(p, to, seg)) &&
    !afterAct(p, from) &&
    !beforeAct(p, to, seg) &&
    !(whole && (tail & FINDING) !== 0)
  )
    return null;
  // "The muscles" and "the site" may be any; something must mark them as those named before, or as many.
  if (!quantified && !whole && pick === 0 && count === null && end - start < 2 && !/s$/i.test(p.t.textOf(to - 1)))
    return null;
  if (namesItsOwn(p, to, seg)) return null;
  return {
    from,
    to,
    count: (last & PLACE) !== 0 ? null : count,
    pick,
    side: side === undefined ? "unspecified" : (side.gives as Side),
    same: same && last === NOUN,
    joints: (last & JOINT) !== 0,
    led: led || received(p, to),
    asks,
    asksAfter: tail & FINDING,
    score,
    inExam: (tail & IN_EXAM) !== 0,
    inDrawing: (tail & IN_DRAWING) !== 0,
  };
}

const HEAD = ["first", "former"];

/** The score that the words after the noun ask for. */
function scoreIn(p: Page, to: number, seg: Segment): Score | null {
  for (let k = to; k < seg.to && k - to < TAIL; k++) if ((wordAt(p, k) & SCORE) !== 0) return scoreAfter(p, k, seg.to);
  return null;
}

/** Words said of the structures meant, at most. */
const TAIL = 14;

/**
 * What is said of the structures meant, up to the verb: "described in the focused exam", "that twitched", "with a
 * positive jump sign". After "injected" a plain "with" says how, not which: "injected all of them with a good twitch".
 */
function tailOf(p: Page, to: number, seg: Segment, done: boolean): number {
  const first = wordAt(p, to);
  const how = done && isOneOf(p, Math.min(to, p.t.n - 1), WITH);
  if (to >= seg.to || how || (first & (SAID_OF | FINDING | SCORE)) === 0) return 0;
  let bits = 0;
  for (let k = to; k < seg.to && k - to < TAIL; k++) {
    if (p.t.isMark(k, ",") || p.t.isMark(k, ";") || p.t.isMark(k, ":") || p.t.isMark(k, ".")) break;
    const word = wordAt(p, k);
    if (((word & BETWEEN) !== 0 && k - to !== 1) || hitFrom(p, k)?.entry.by.act !== undefined) break;
    bits |= word;
  }
  return bits;
}

/** "1 mL into each.", "into both after aspiration": no noun of its own follows. */
function isWhole(p: Page, k: number, seg: Segment): boolean {
  return k >= seg.to || p.t.type[k] !== WORD || (wordAt(p, k) & (GOES_ON | PREPOSITION | BETWEEN)) !== 0;
}

/** "I injected those two", "injected only the first": the word of doing stands right before. */
function afterAct(p: Page, from: number): boolean {
  return hitBefore(p, isOneOf(p, from - 1, ONLY) ? from - 1 : from)?.entry.by.act !== undefined;
}

/** "Each was given". */
function received(p: Page, from: number): boolean {
  let k = from;
  while ((wordAt(p, k) & BETWEEN) !== 0) k++;
  return (wordAt(p, k) & RECEIVED) !== 0;
}

/** Does a word of doing follow at once, or after "was then" and the like? */
function beforeAct(p: Page, from: number, seg: Segment): boolean {
  for (let k = from; k < seg.to && k - from < 4; k++) {
    const by = hitFrom(p, k)?.entry.by;
    if (by?.act !== undefined || by?.reference?.gives === "except" || (wordAt(p, k) & RECEIVED) !== 0) return true;
    if ((wordAt(p, k) & BETWEEN) === 0) return false;
  }
  return false;
}

/** "Each trapezius", "these points in the left rectus": the structure stands beside the words. */
function namesItsOwn(p: Page, from: number, seg: Segment): boolean {
  for (let k = from; k < seg.to && k - from < 8;) {
    const hit = hitFrom(p, k);
    if (hit !== undefined) {
      if (isName(hit)) return true;
      const { side, part } = hit.entry.by;
      // "1 cc each given in Rt trapezius"
      const led = hit.entry.by.act !== undefined && (wordAt(p, hit.to - 1) & PREPOSITION) !== 0;
      if (side === undefined && part === undefined && !led && hit.entry.by.act?.gives !== "target") return false;
      k = hit.to;
    } else if (isLink(p, k) || (wordAt(p, k) & (OF | DETERMINER | PREPOSITION)) !== 0) k++;
    else return false;
  }
  return false;
}
