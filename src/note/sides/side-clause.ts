/** A side that stands apart from its structures in their own sentence: "on the left, the trapezius ...", "... were injected on both sides". */
import type { Side } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { is, MEANS, ROLE } from "../lexicon/lexicon.ts";
import type { Draft } from "../structures/mentions.ts";
import { hitBefore, hitFrom, holds, isLink, isOneOf, type Page } from "../page/page.ts";
import { ABSENT, FINDING } from "../lexicon/pointer-words.ts";
import { wordAt } from "../page/single-words.ts";
import { type Hit, isName } from "../lexicon/scan.ts";
import { oneSide } from "./sides.ts";
import { NUMBER, PARAGRAPH_START } from "../text/tokens.ts";
import { OF, ON, THE } from "../text/small-words.ts";
import { bodyOf } from "../page/layout.ts";

/** Tokens between a structure and the side, at most. */
const REACH = 25;

/** The side that opens the sentence, or that follows its verb with no other structure between; `unspecified` when none does. */
export function sideOfClause(p: Page, draft: Draft, seg: Segment): Side {
  if (draft.from === seg.from) {
    const broken = sideAtLineEnd(p, seg);
    if (broken !== "unspecified") return broken;
  }
  if (!holds(p, draft.segment, MEANS.side)) return "unspecified";
  const ends = sideOfEntry(p, draft, seg);
  if (ends !== "unspecified") return ends;
  const opening = sideAtHead(p, draft, seg);
  if (opening !== "unspecified") return opening;
  const after = sideAfterVerb(p, draft, seg);
  return after === "unspecified" ? sideOfSentence(p, seg) : after;
}

/** "On the right a 25 gauge needle was passed into the carpal tunnel": the sentence is about that side, and names no other. */
function sideOfSentence(p: Page, seg: Segment): Side {
  const body = bodyOf(seg);
  const first = hitFrom(p, body) ?? hitFrom(p, body + 1);
  if (first === undefined || first.entry.by.side === undefined || !inPhrase(p, first)) return "unspecified";
  return isOneOf(p, first.to, OF) ? "unspecified" : oneSide(p, body, seg.to);
}

/** "... medius and right / piriformis": the line before ends in the side. */
function sideAtLineEnd(p: Page, seg: Segment): Side {
  const before = hitBefore(p, seg.from);
  const side = before === undefined ? undefined : sideOf(before);
  return side === undefined || ((p.t.flags[seg.from] as number) & PARAGRAPH_START) !== 0 ? "unspecified" : side;
}

/** "Serratus over rib 6, 1 cc, R; pec minor, 2 cc, R.": a side alone at the end of the entry, which names nothing else. */
function sideOfEntry(p: Page, { to }: Draft, seg: Segment): Side {
  for (let k = to; k < seg.to && k - to < REACH; k++) {
    const hit = hitFrom(p, k);
    if (hit === undefined) {
      if (p.t.isMark(k, ";") || p.t.isMark(k, ".")) return "unspecified";
      continue;
    }
    if (isName(hit) || hit.entry.by.stop !== undefined) return "unspecified";
    const side = hit.entry.by.side;
    if (side !== undefined) return isAlone(p, hit, seg) ? (side.gives as Side) : "unspecified";
    k = hit.to - 1;
  }
  return "unspecified";
}

/** Between a comma and the end of its entry, or in brackets there. */
function isAlone(p: Page, { from, to }: Hit, seg: Segment): boolean {
  const ends = (k: number): boolean =>
    k >= seg.to || p.t.isMark(k, ";") || (p.t.isMark(k, ".") && k + 1 >= seg.to) || p.t.isMark(k, "|");
  if (p.t.isMark(from - 1, "(")) return p.t.isMark(to, ")") && ends(to + 1);
  return p.t.isMark(from - 1, ",") && ends(to);
}

/** "On the right, the trapezius and levator were injected": nothing but a list between the side and the structure. */
function sideAtHead(p: Page, { from }: Draft, seg: Segment): Side {
  for (let k = from; k > seg.from && from - k < REACH;) {
    const hit = hitBefore(p, k);
    const side = hit === undefined ? undefined : sideOf(hit);
    if (hit !== undefined && side !== undefined) return opens(p, hit, seg) ? side : "unspecified";
    if (hit !== undefined && isListed(hit)) k = hit.from;
    else if (isJoin(p, k - 1) || isFound(p, k - 1)) k--;
    else return "unspecified";
  }
  return "unspecified";
}

/** "The trapezius and levator were injected with 1 mL on both sides": a list, the verb, then the side. */
function sideAfterVerb(p: Page, { to }: Draft, seg: Segment): Side {
  let told = false;
  for (let k = to; k < seg.to && k - to < REACH; k++) {
    const hit = hitFrom(p, k);
    if (hit === undefined) {
      if (!told && !isJoin(p, k)) return "unspecified";
      continue;
    }
    const { act, stop, side, status } = hit.entry.by;
    if (stop !== undefined || (status !== undefined && status.gives !== "done" && status.gives !== "route"))
      return "unspecified";
    if (side !== undefined)
      return told && sideOf(hit) !== undefined && !namesNext(p, hit.to) ? (side.gives as Side) : "unspecified";
    if (isName(hit) && told) return "unspecified";
    if (act !== undefined && !isName(hit)) told = true;
    else if (!told && !isListed(hit) && status === undefined) return "unspecified";
    k = hit.to - 1;
  }
  return "unspecified";
}

/** A side in words: a letter belongs to what it touches. */
function sideOf(hit: Hit): Side | undefined {
  const cue = hit.entry.by.side;
  return cue === undefined || cue.bare === true ? undefined : (cue.gives as Side);
}

/** At the head of the sentence, or after "then" and the like. */
function opens(p: Page, side: Hit, seg: Segment): boolean {
  // "Posterior muscles, left: infraspinatus with twitch, teres major with twitch"
  if (p.t.isMark(side.to, ":") && p.t.isMark(side.from - 1, ",")) return true;
  // "We did the right side first: splenius capitis and semispinalis capitis"
  const to = isOneOf(p, side.to, IN_TURN) ? side.to + 1 : side.to;
  if (p.t.isMark(to, ":") && isOneOf(p, side.from - 1, THE)) return side.from - seg.from <= SUBJECT;
  if (!p.t.isMark(side.to, ",") && !p.t.isMark(side.to, ":") && !p.t.isMark(side.to, "-") && !inPhrase(p, side))
    return false;
  return side.from - seg.from <= 1;
}

const IN_TURN = ["first", "next", "then", "now"];
/** Tokens of "Dr. West started with the" at most. */
const SUBJECT = 6;

/** "On the left the trapezius": three words that are a side by themselves. */
const inPhrase = (p: Page, side: Hit): boolean => side.to - side.from >= 2 && isOneOf(p, side.from, ON);

function namesNext(p: Page, k: number): boolean {
  for (let i = k; i < k + 3; i++) {
    const hit = hitFrom(p, i);
    if (hit !== undefined) return isName(hit) || hit.entry.by.part !== undefined;
    if (!isLink(p, i)) return false;
  }
  return false;
}

const ONLY = /^(?:only|just|also|first|next)$/i;

/** What a list of structures is made of. */
function isListed(hit: Hit): boolean {
  const { part, number, unit, head, noun } = hit.entry.by;
  return isName(hit) || (part ?? number ?? unit ?? head ?? noun) !== undefined;
}

/** A finding told of a member of the list, or its denial. */
const isFound = (p: Page, k: number): boolean =>
  (wordAt(p, k) & (FINDING | ABSENT)) !== 0 || hitFrom(p, k)?.entry.by.status?.gives === "not" || p.t.isMark(k, ":");

function isJoin(p: Page, k: number): boolean {
  return (
    ONLY.test(p.t.textOf(k)) ||
    isLink(p, k) ||
    is(p.lex, p.t.id[k] as number, ROLE.open) ||
    p.t.isMark(k, ",") ||
    p.t.isMark(k, "(") ||
    p.t.isMark(k, ")") ||
    p.t.type[k] === NUMBER
  );
}
