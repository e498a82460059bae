/** Scores that an examination gives to muscles ("masseter 3", "SCM R0 L3"), and words that point back by one ("scoring 3"). */
import type { Side } from "../facts.ts";
import type { Work } from "./work.ts";
import { hitFrom, isOneOf, type Page } from "../page/page.ts";
import { NUMBER } from "../text/tokens.ts";

/** "Scoring 3": both 3; "rated 2 or more": 2 and no end. */
export interface Score {
  readonly least: number;
  readonly most: number;
}

/** Tokens between the word and its number, and between a muscle and its score, at most. */
const REACH = 6;
const SCORES = 14;

/** The score asked for by a word such as "scoring" at token k; null when no number follows. */
export function scoreAfter(p: Page, k: number, to: number): Score | null {
  let up = false;
  for (let i = k + 1; i < Math.min(to, k + REACH); i++) {
    up ||= p.t.isMark(i, ">") || p.t.isMark(i, "≥") || isOneOf(p, i, AT_LEAST);
    if (p.t.type[i] !== NUMBER) continue;
    const least = Number(p.t.textOf(i));
    up ||= p.t.isMark(i + 1, "+");
    for (let j = i + 1; j < Math.min(to, i + 5); j++) up ||= isOneOf(p, j, OR_MORE);
    return { least, most: up ? Infinity : least };
  }
  return null;
}

const AT_LEAST = ["least", "over", "above"];
const OR_MORE = ["more", "higher", "greater", "above", "worse", "up"];

/**
 * On which side the muscle has that score: its own side when one number stands after it, the sides written beside the
 * numbers when several do. Undefined: no score is given. Null: another one is.
 */
export function scored(p: Page, w: Work, next: number, asked: Score): Side | null | undefined {
  const sides: Side[] = [];
  let any = false;
  for (let k = w.draft.to; k < Math.min(next, w.draft.to + SCORES); k++) {
    if (p.t.type[k] !== NUMBER || p.t.isMark(k - 1, "/")) continue;
    const value = Number(p.t.textOf(k));
    const beside = hitFrom(p, k - 1)?.entry.by.side?.gives as Side | undefined;
    if (any && beside === undefined) break;
    any = true;
    if (value >= asked.least && value <= asked.most) sides.push(beside ?? w.draft.side);
  }
  if (!any) return undefined;
  return sides.length > 1 ? "bilateral" : (sides[0] ?? null);
}
