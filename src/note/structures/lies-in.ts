/**
 * "Pes anserine bursa, right knee", "right knee Baker's cyst", "deltoid ligament of the left ankle": the place or joint beside
 * a bursa, ligament or tendon only says where that lies. One structure is named, on the side of its place.
 */
import type { StructureKind } from "../../rulebook/types.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { deedWord, isDetail } from "../page/single-words.ts";
import { is, ROLE } from "../lexicon/lexicon.ts";
import type { Draft } from "./mentions.ts";
import { hitFrom, isLink, isOneOf, type Page } from "../page/page.ts";
import { DETAIL } from "../lexicon/detail-words.ts";

/** What lies in a place. */
const LYING = new Set<StructureKind>([
  "bursa",
  "tendon",
  "tendon-sheath",
  "tendon-origin",
  "ligament",
  "ganglion",
  "aponeurosis",
  "tunnel",
  "nerve",
]);
const PLACES = new Set<StructureKind>(["region", "joint"]);

/** The structures of a segment without those that only say where the one beside them lies. */
export function withoutPlaces(p: Page, drafts: readonly Draft[]): readonly Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const last = out[out.length - 1];
    if (last !== undefined && isBone(p, last, draft) && takesSide(draft, last)) continue;
    if (last !== undefined && saysWhere(p, last, draft)) {
      if (LYING.has(draft.kind)) out[out.length - 1] = draft;
      continue;
    }
    out.push(draft);
  }
  return out;
}

/** Is one of the two the place of the other? Then the other has its side. */
function saysWhere(p: Page, first: Draft, second: Draft): boolean {
  const [place, lying] = PLACES.has(first.kind) ? [first, second] : [second, first];
  if (!PLACES.has(place.kind) || !LYING.has(lying.kind) || !liesIn(p, lying, place)) return false;
  // "Pes bursa, right knee joint": the joint itself is named. A cyst lies at one.
  if (place.kind === "joint" && lying.kind !== "ganglion" && (deedWord(p, place.to - 1) & DEED.joint) !== 0)
    return false;
  if (!adjoin(p, first, second, lying)) return false;
  if (lying.side !== "unspecified" && place.side !== "unspecified" && lying.side !== place.side) return false;
  return takesSide(place, lying);
}

function takesSide(place: Draft, lying: Draft): true {
  if (lying.side === "unspecified") [lying.side, lying.ownSide] = [place.side, place.ownSide];
  return true;
}

/** "Gluteus medius tendon, R trochanter": the bone at which the tendon ends, though it names a bursa where it stands alone. */
function isBone(p: Page, first: Draft, second: Draft): boolean {
  if (second.kind !== "bursa" || !first.kind.startsWith("tendon") || !isDetail(p, second.to - 1, DETAIL.bone))
    return false;
  if (first.side !== "unspecified" && second.side !== "unspecified" && first.side !== second.side) return false;
  return adjoin(p, first, second, first);
}

/** By the rulebook's anatomy. */
function liesIn(p: Page, lying: Draft, place: Draft): boolean {
  const region = lying.structure?.region;
  if (lying.structure === null || place.structure === null || lying.id === place.id) return false;
  // A nerve is met anywhere on its way ("median nerve block at the wrist").
  if (region === "any" || lying.kind === "nerve") return region === "any" || place.kind === "region";
  if (place.kind === "joint") return region === place.structure.region;
  if (p.lex.kin.places.get(lying.id ?? "")?.has(place.id ?? "") === true) return true;
  return place.structure.mayMean?.some((id) => p.lex.structures[id]?.region === region) ?? false;
}

/** Nothing between but a side, small words, and marks; a comma only where the place brings the side. */
function adjoin(p: Page, first: Draft, second: Draft, lying: Draft): boolean {
  for (let k = first.to; k < second.from;) {
    const hit = hitFrom(p, k);
    if (hit !== undefined) {
      const { side, part, head, digit, act } = hit.entry.by;
      // "FCR sheath injection R wrist", "median nerve block at the wrist"
      const named = PLACES.has(second.kind) && BARE.has(act?.gives ?? "") && !told(p, second.to);
      if ((side ?? part ?? head ?? digit) === undefined && !named) return false;
      k = hit.to;
    } else if (is(p.lex, p.t.id[k] as number, ROLE.join)) return false;
    else if (p.t.isMark(k, ",") ? lying.side === "unspecified" : isLink(p, k) || isOneOf(p, k, AT) || isBracket(p, k))
      k++;
    else return false;
  }
  return true;
}

/** Acts by their nouns. */
const BARE = new Set(["injection", "block", "drawing"]);

/** "Popliteal cyst aspiration, left knee injected": something was done to the place itself. */
const told = (p: Page, k: number): boolean => {
  const act = hitFrom(p, k)?.entry.by.act;
  return act !== undefined && !BARE.has(act.gives);
};

const AT = ["about", "around", "over"];
const isBracket = (p: Page, k: number): boolean => BRACKETS.some((mark) => p.t.isMark(k, mark));
/** With the colon after a place: "Right knee: LCL". */
const BRACKETS = ["(", ")", "-", ":"];
