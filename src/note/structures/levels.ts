/**
 * Levels of the spine written for a structure that lies at levels: "L3-4, L4-5 and L5-S1 facet joints", "medial branches at
 * L3, 4 and 5 on the right", "6th to 8th ribs". Only what is written is collected; what it means is for the rules.
 */
import type { SpineRegion } from "../../rulebook/types.ts";
import type { Side } from "../facts.ts";
import { isDone, type Work } from "./work.ts";
import type { Segment } from "../page/layout.ts";
import type { Draft } from "./mentions.ts";
import { hitBefore, hitFrom, isLink, type Page } from "../page/page.ts";
import { isLetterSide } from "./side-near.ts";
import { NUMBER, WORD } from "../text/tokens.ts";
import { isName } from "../lexicon/scan.ts";

/** A level as written, with the side named for it. */
interface Written {
  readonly from: number;
  readonly to: number;
  readonly level: string;
  side: Side;
}
/** Levels that stand together as one list. */
type List = readonly [Written, ...Written[]];

/** Tokens between a list of levels and the structure it belongs to. */
const REACH = 14;
const RANGE_WORDS = new Set(["to", "through", "thru"]);
const LETTER = /^[ctls]$/i;
/** Vertebrae of each part; C8 is a nerve. */
const MOST: Readonly<Record<string, number>> = { C: 8, T: 12, L: 5, S: 5 };
const ORDINAL = /^(?:st|nd|rd|th)$/i;
const SPINE: readonly SpineRegion[] = ["cervical", "thoracic", "lumbar", "sacral"];

/** Gives each structure of a segment its levels; one that has others on the other side becomes two. */
export function withLevels(p: Page, seg: Segment, drafts: readonly Draft[]): readonly Draft[] {
  const leveled = drafts.filter(hasLevels);
  const lists = listsIn(
    p,
    seg,
    leveled.some((d) => readingOf(d) === "rib"),
  );
  const others = new Map<Draft, Draft[]>();
  const of = new Map<Draft, Written[]>();
  let low = 0;
  for (const list of lists) {
    while (low < leveled.length && (leveled[low] as Draft).to + REACH < list[0].from) low++;
    const home = nearest(leveled, low, list);
    if (home !== null) of.set(home, [...(of.get(home) ?? []), ...list]);
  }
  for (const draft of leveled) {
    const written = of.get(draft) ?? [];
    const bySide = new Map<Side, string[]>();
    for (const { level, side } of written) {
      const key = side === "unspecified" && draft.ownSide ? draft.side : side;
      bySide.set(key, [...(bySide.get(key) ?? []), level]);
    }
    const beyond = draft.ownSide ? "unspecified" : sideBeyond(p, draft, seg);
    if (beyond !== "unspecified") [draft.side, draft.ownSide] = [beyond, true];
    const region = partBefore(p, draft, seg);
    if (written.length === 0) {
      draft.levels = region === null ? [] : [region];
      continue;
    }
    const each = [...bySide].map(([side, levels], i) => {
      const here = i === 0 ? draft : { ...draft };
      here.levels = levels;
      if (side !== "unspecified") [here.side, here.ownSide] = [side, true];
      return here;
    });
    if (each.length > 1) others.set(draft, each.slice(1));
  }
  return others.size === 0 ? drafts : drafts.flatMap((d) => [d, ...(others.get(d) ?? [])]);
}

const readingOf = (d: Draft) => d.structure?.levels;

/** Does the structure lie at levels of the spine? */
export const hasLevels = (d: Draft): boolean => readingOf(d) !== undefined;

/** The structure a list belongs to: the nearest, and of two as near the one that follows. Those before `low` are out of reach. */
function nearest(leveled: readonly Draft[], low: number, list: List): Draft | null {
  const [from, to] = [list[0].from, list.at(-1)!.to];
  let best: Draft | null = null;
  let least = REACH + 1;
  for (let i = low; i < leveled.length; i++) {
    const d = leveled[i] as Draft;
    if (d.from > to + REACH) break;
    const gap = d.from >= to ? d.from - to : from - d.to;
    if (gap < 0 || gap > least || (gap === least && d.from < to)) continue;
    [best, least] = [d, gap];
  }
  return best;
}

function listsIn(p: Page, seg: Segment, ribs: boolean): readonly List[] {
  const lists: [Written, ...Written[]][] = [];
  let side: Side = "unspecified";
  let open: [Written, ...Written[]] | null = null;
  for (let k = seg.from; k < seg.to;) {
    const read = levelAt(p, k, seg, ribs) ?? (open === null ? null : elided(p, k, seg, open.at(-1)!, ribs));
    if (read !== null) {
      const written: Written = { ...read, side };
      if (open === null) lists.push((open = [written]));
      else open.push(written);
      k = read.to;
      continue;
    }
    const hit = hitFrom(p, k);
    const named = hit === undefined ? undefined : sideOf(p, hit);
    if (named !== undefined && hit !== undefined) {
      // "L4-5 bilaterally": a side after the list is that of all in it that have none.
      if (open !== null && !levelFollows(p, hit.to, seg, ribs)) {
        for (const w of open) if (w.side === "unspecified") w.side = named;
        open = null;
        side = "unspecified";
      } else side = named;
      k = hit.to;
    } else if (hit !== undefined && hit.entry.by.noun === undefined && hit.entry.by.part === undefined) {
      open = null;
      side = "unspecified";
      k = hit.to;
    } else {
      const parted = p.t.isMark(k, "(") || p.t.isMark(k, ")") || p.t.isMark(k, ";");
      if (parted || (hit === undefined && !isLink(p, k) && p.t.type[k] === WORD)) open = null;
      k = hit?.to ?? k + 1;
    }
  }
  return lists;
}

/** "facet joint injections bilaterally", "blocks at these levels on the right": a side a few words after the structure. */
function sideBeyond(p: Page, draft: Draft, seg: Segment): Side {
  for (let k = draft.to; k < Math.min(seg.to, draft.to + REACH);) {
    const hit = hitFrom(p, k);
    const side = hit === undefined ? undefined : sideOf(p, hit);
    if (side !== undefined && hit !== undefined) return levelFollows(p, hit.to, seg, false) ? "unspecified" : side;
    if (hit !== undefined && (isName(hit) || hit.entry.by.stop !== undefined)) break;
    k = hit?.to ?? k + 1;
  }
  return "unspecified";
}

function sideOf(p: Page, hit: NonNullable<ReturnType<typeof hitFrom>>): Side | undefined {
  const cue = hit.entry.by.side;
  return cue !== undefined && (!cue.bare || isLetterSide(p, hit)) ? (cue.gives as Side) : undefined;
}

/** Do only small words stand before a further level? */
function levelFollows(p: Page, from: number, seg: Segment, ribs: boolean): boolean {
  for (let k = from; k < Math.min(seg.to, from + 4); k++) {
    if (levelAt(p, k, seg, ribs) !== null) return true;
    if (hitFrom(p, k) !== undefined) return false;
  }
  return false;
}

/** "L4", "L4-5", "L5-S1", "T6 through T8"; for ribs "6th", "6th to 8th", "ribs 6-8". */
function levelAt(p: Page, k: number, seg: Segment, ribs: boolean): Omit<Written, "side"> | null {
  if (p.t.type[k] === WORD && LETTER.test(p.t.textOf(k)) && number(p, k + 1, seg) && touching(p, k))
    return ranged(p, k, k + 1, p.t.textOf(k).toUpperCase(), seg);
  if (!ribs || !number(p, k, seg)) return null;
  const before = p.t.textOf(k - 1).toLowerCase();
  return ORDINAL.test(p.t.textOf(k + 1)) || before === "rib" || before === "ribs" ? ranged(p, k, k, "T", seg) : null;
}

/** "L3, 4 and 5", "L3-4, 4-5": the letter is that of the level before; never the number of an amount. */
function elided(p: Page, k: number, seg: Segment, last: Written, ribs: boolean): Omit<Written, "side"> | null {
  if (!number(p, k, seg) || k - last.to > 3) return null;
  const after = hitFrom(p, k + 1);
  if (after?.entry.by.unit !== undefined || after?.entry.by.noun !== undefined) return null;
  if (!ribs && p.t.type[k + 1] === WORD && ORDINAL.test(p.t.textOf(k + 1))) return null;
  return ranged(p, k, k, last.level[0] as string, seg);
}

function ranged(p: Page, from: number, at: number, letter: string, seg: Segment): Omit<Written, "side"> {
  let to = at + 1;
  if (ORDINAL.test(p.t.textOf(to))) to++;
  const digits = p.t.textOf(at);
  // "L34" is L3-4: there is no such vertebra.
  if (digits.length === 2 && Number(digits) > (MOST[letter] ?? 0))
    return { from, to, level: `${letter}${digits[0]}-${digits === "51" ? "S" : ""}${digits[1]}` };
  let level = `${letter}${digits}`;
  // "L5S1"
  if (LETTER.test(p.t.textOf(to)) && number(p, to + 1, seg) && touching(p, at) && touching(p, to))
    return { from, to: to + 2, level: `${level}-${p.t.textOf(to).toUpperCase()}${p.t.textOf(to + 1)}` };
  const dash = p.t.isMark(to, "-") || p.t.isMark(to, "/");
  if (dash || RANGE_WORDS.has(p.t.textOf(to).toLowerCase())) {
    const lettered = LETTER.test(p.t.textOf(to + 1)) && number(p, to + 2, seg);
    if (lettered) {
      level += `-${p.t.textOf(to + 1).toUpperCase()}${p.t.textOf(to + 2)}`;
      to += 3;
    } else if (number(p, to + 1, seg) && hitFrom(p, to + 2)?.entry.by.unit === undefined) {
      // "5-1" below L4 is L5-S1.
      const below = letter === "L" && p.t.textOf(to + 1) === "1" ? "S" : "";
      level += `-${below}${p.t.textOf(to + 1)}`;
      to += 2;
      if (ORDINAL.test(p.t.textOf(to))) to++;
    }
  }
  return { from, to, level };
}

const number = (p: Page, k: number, seg: Segment): boolean =>
  k < seg.to && p.t.type[k] === NUMBER && /^\d{1,2}$/.test(p.t.textOf(k));

const touching = (p: Page, k: number): boolean => p.t.start[k + 1] === p.t.end[k];

/** "lumbar facet joints": the part of the spine, where no level is written. */
function partBefore(p: Page, draft: Draft, seg: Segment): string | null {
  for (let k = draft.to, seen = draft.from - draft.to; k > seg.from && seen < 4; seen++) {
    const hit = hitBefore(p, k);
    const words = hit?.entry.by.part?.words;
    if (words !== undefined && SPINE.includes(words as SpineRegion)) return words;
    k = hit?.from ?? k - 1;
  }
  return null;
}

/** More levels than a spine has on both sides belong to no one field. */
const MOST_LEVELS = 60;

/**
 * "Levels: L3, L4, L5": levels in a field of their own belong to the treated structures that name none; so does the part
 * of the spine that a title gives ("Cervical epidural") to what the text names without it.
 */
export function levelFields(p: Page, work: readonly Work[]): void {
  const bare = work.filter(
    ({ draft, verdict }) =>
      isDone(verdict.status) && readingOf(draft) !== undefined && !draft.levels.some((l) => /\d/.test(l)),
  );
  if (bare.length === 0) return;
  const ribs = bare.some(({ draft }) => readingOf(draft) === "rib");
  for (const seg of p.segments) {
    const label = seg.labelEnd > seg.from ? p.t.text.slice(p.t.start[seg.from], p.t.end[seg.labelEnd - 1]) : "";
    if (!/level/i.test(label) || seg.section === "exam" || seg.section === "history" || seg.section === "plan")
      continue;
    const written = listsIn(p, seg, ribs).flat().slice(0, MOST_LEVELS);
    const [first] = written;
    if (first === undefined) continue;
    const levels = written.map((w) => w.level);
    const oneSide = written.every((w) => w.side === first.side);
    for (const { draft } of bare) {
      draft.levels = levels;
      if (draft.side === "unspecified" && oneSide) draft.side = first.side;
    }
    return;
  }
  for (const { draft } of bare) {
    if (draft.levels.length > 0) continue;
    const title = work.find(({ draft: d }) => d !== draft && d.levels.length > 0 && names(p, d, draft));
    if (title !== undefined) draft.levels = title.draft.levels;
  }
}

/** Is the one the other, or a general name of it? */
const names = (p: Page, general: Draft, exact: Draft): boolean =>
  general.id === exact.id ||
  (general.id !== null && (p.lex.structures[general.id]?.mayMean?.includes(exact.id ?? "") ?? false));
