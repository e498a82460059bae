/**
 * Whether a phrase names a structure here. Short forms need an injection in the note; ambiguous ones also a side, a finger,
 * an amount or another structure beside them.
 */
import type { Structure, Term } from "../../rulebook/types.ts";
import type { Segment } from "../page/layout.ts";
import { hitBefore, hitFrom, isLink, isOneOf, type Page } from "../page/page.ts";
import { fingerBeside } from "./fingers.ts";
import { type Hit, isName } from "../lexicon/scan.ts";
import { sideNear } from "./side-near.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { deedWord } from "../page/single-words.ts";
import { NUMBER, WORD } from "../text/tokens.ts";
import { DEFINITE } from "../text/small-words.ts";

/** The term by which the phrase names a structure, null where nothing supports that it does. */
export function chooseTerm(p: Page, hit: Hit, seg: Segment): Term | null {
  const { terms, name } = hit.entry;
  if (name !== undefined)
    return p.lex.structures[name.targets[0] as string]?.kind === "region" && modifies(p, hit) ? null : name;
  if (!p.hasAct) return null;
  const abbr = terms.find((x) => x.strength === "abbr");
  const short = (p.t.end[hit.to - 1] as number) - (p.t.start[hit.from] as number) <= 3;
  if (terms[0] !== undefined && betweenSlashes(p, hit)) return terms[0];
  if (short && hit.entry.cues.length > 0) return null;
  const sided =
    sideNear(p, hit.from, hit.to, seg) !== "unspecified" ||
    fingerBeside(p, hit) ||
    (inCapitals(p, hit) && (isJoined(p, hit, seg) || actSided(p, hit, seg)));
  if (abbr !== undefined) return short && !entered(p, hit, seg) && !writtenShort(p, hit, sided, abbr) ? null : abbr;
  // "De Quervain's injection", "injected her tennis elbow"; a place ("cervical injection") or a word before another structure says too little.
  const told =
    !short &&
    (isAct(hitFrom(p, hit.to)) || actBefore(p, hit.from)) &&
    terms[0]?.targets.every((id) => p.lex.structures[id]?.kind !== "region") === true;
  return sided || told || (short && (entered(p, hit, seg) || (inCapitals(p, hit) && dosed(p, hit.to))))
    ? (terms[0] ?? null)
    : null;
}

/** "Thumb CMC and MCP", "MCP2, MCP3": joined to a joint that stands before it. */
function isJoined(p: Page, hit: Hit, seg: Segment): boolean {
  if (!namesJoint(p, hit)) return false;
  let joins = false;
  for (let k = hit.from; k > seg.from && hit.from - k < 6;) {
    const before = hitBefore(p, k);
    if (before !== undefined && isName(before)) return joins && namesJoint(p, before);
    if (before !== undefined && (before.entry.by.digit ?? before.entry.by.side) === undefined && !isLink(p, k - 1))
      return false;
    joins ||= isLink(p, k - 1) || JOINS.some((mark) => p.t.isMark(k - 1, mark));
    if (before === undefined && !isLink(p, k - 1) && p.t.type[k - 1] === WORD) return false;
    k = before?.from ?? k - 1;
  }
  return false;
}

const JOINS = [",", "/", "&", "+"];

const namesJoint = (p: Page, { entry }: Hit): boolean =>
  entry.terms.some(({ targets }) => targets.some((id) => p.lex.structures[id]?.kind === "joint"));

/** "GH injection L": the side stands behind the act; "AC arthrosis". "SC injection" is under the skin. */
function actSided(p: Page, hit: Hit, seg: Segment): boolean {
  if ((deedWord(p, hit.to) & DEED.disease) !== 0) return namesJoint(p, hit);
  const act = hitFrom(p, hit.to);
  if (act === undefined || !isAct(act) || !namesJoint(p, hit) || isOneOf(p, hit.from, UNDER_SKIN)) return false;
  return sideNear(p, hit.from, act.to, seg) !== "unspecified";
}

const UNDER_SKIN = ["sc", "ip"];

const isAct = (hit: Hit | undefined): boolean =>
  hit !== undefined && TELLS.has(hit.entry.by.act?.gives ?? "") && !isName(hit);
const TELLS = new Set(["injection", "injected", "aspirated"]);

/** "Injected her", "an injection of the": an act before it, with nothing but small words between. */
function actBefore(p: Page, from: number): boolean {
  let k = from;
  while (k > 0 && from - k < 3 && isLink(p, k - 1)) k--;
  const hit = hitBefore(p, k);
  return isAct(hit) || (k < from && hit?.entry.by.act?.gives === "inject");
}

/** "Trap/lev/infra R": in a row of names with slashes between, of three letters at least, so no list of "R/B/A". */
function betweenSlashes(p: Page, { from, to }: Hit): boolean {
  const word = p.t.textOf(from);
  if (to - from > 1 || word.length < 3 || (!/^.[a-z]+$/.test(word) && p.t.capitals)) return false;
  return (
    (p.t.isMark(from - 1, "/") && isName(hitBefore(p, from - 1))) || (p.t.isMark(to, "/") && isName(hitFrom(p, to + 1)))
  );
}

/** A form of three letters or fewer is a name next to a side, or in capitals when the structure is a common one. */
function writtenShort(p: Page, hit: Hit, sided: boolean, term: Term): boolean {
  const text = p.t.textFrom(hit.from, hit.to);
  const capitals = !p.t.capitals || (text === text.toUpperCase() && text !== text.toLowerCase());
  // "GTB injection": the act stands right after it.
  if (
    !sided &&
    capitals &&
    p.t.capitals &&
    text.length === 3 &&
    hitFrom(p, hit.to)?.entry.by.act?.gives === "injection"
  )
    return true;
  if (!sided && capitals && p.t.capitals && dosed(p, hit.to)) return true;
  if (sided) return capitals || text.length === 3;
  return capitals && p.lex.structures[term.targets[0] as string]?.common === true;
}

/** In a note that has small letters too. */
function inCapitals(p: Page, hit: Hit): boolean {
  const text = p.t.textFrom(hit.from, hit.to);
  return p.t.capitals && text === text.toUpperCase() && text !== text.toLowerCase();
}

/** "UT 2 ml": an amount right after it. */
function dosed(p: Page, k: number): boolean {
  return p.t.type[k] === NUMBER && hitFrom(p, k + 1)?.entry.by.unit?.gives === "mL";
}

/** "Muscle: UT": in capitals, in the field that asks for a muscle. */
function entered(p: Page, hit: Hit, seg: Segment): boolean {
  const { from, labelEnd: to } = seg;
  if (to <= from || hit.from !== to + 1 || p.t.textOf(hit.from) !== p.t.textOf(hit.from).toUpperCase()) return false;
  for (let k = from; k < to; k++) if (/^muscles?$/i.test(p.t.textOf(k))) return true;
  return false;
}

/** A region word right before another structure or a noun like "spine" only describes it. */
export function modifies(p: Page, hit: Hit): boolean {
  const next = hitFrom(p, hit.to);
  return (
    next !== undefined &&
    (isName(next) ||
      next.entry.by.head?.gives === "other" ||
      next.entry.by.head?.gives === "thing" ||
      next.entry.by.part?.id === "thirds")
  );
}

/** Where "neck muscles", "muscles of the neck" end, when a place is named for its muscles; else -1. */
export function musclesOf(p: Page, { from, to }: Hit, { from: start, to: end }: Segment): number {
  if (to < end && isOneOf(p, to, MUSCLES)) return to + 1;
  let k = from;
  for (let side = hitBefore(p, k); side?.entry.by.side !== undefined; side = hitBefore(p, k)) k = side.from;
  if (isOneOf(p, k - 1, DEFINITE)) k--;
  for (let side = hitBefore(p, k); side?.entry.by.side !== undefined; side = hitBefore(p, k)) k = side.from;
  return k - 2 >= start && isOneOf(p, k - 1, OF_IN) && isOneOf(p, k - 2, MUSCLES) ? to : -1;
}

const MUSCLES = ["muscle", "muscles", "musculature"];
const OF_IN = ["of", "in"];

/** "... left rhomboid major and left teres major: I injected the rhomboid": the one of the group that the note names in full. */
export function memberMeant(p: Page, { from, to }: Hit, group: Structure): Structure {
  const { members, open } = group;
  if (members === undefined || open === true || to - from !== 1 || isPlural(p, from)) return group;
  const word = p.t.textOf(from).toLowerCase();
  let meant: Structure | null = null;
  for (const id of members) {
    const member = p.named().has(id) ? p.lex.structures[id] : undefined;
    if (member === undefined) continue;
    if (meant !== null || !member.name.includes(word)) return group;
    meant = member;
  }
  return meant ?? group;
}

const isPlural = ({ t }: Page, k: number): boolean => ((t.bytes[(t.end[k] as number) - 1] as number) | 32) === SMALL_S;
const SMALL_S = 115;
