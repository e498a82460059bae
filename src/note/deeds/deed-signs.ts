/** The signs of a deed: what was given or came out in a sentence, and the frame around it in its run. */
import type { SubstanceFact } from "../facts.ts";
import { fluidIn } from "../given/drawn-out.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { hasWord, isDetail } from "../page/single-words.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { firstWith, hitFrom, holds, isOneOf, nextWith, some, type Page } from "../page/page.ts";
import type { Run } from "../page/runs.ts";
import { SAYS } from "../lexicon/says.ts";
import type { Hit } from "../lexicon/scan.ts";
import { NUMBER } from "../text/tokens.ts";
import { DETAIL } from "../lexicon/detail-words.ts";
import { OF } from "../text/small-words.ts";

/** What is injected; a vitamin or another drug is put into a muscle for the whole body. */
const INJECTED = new Set<SubstanceFact["agent"]>([
  "anaesthetic",
  "steroid",
  "saline",
  "proliferant",
  "prp",
  "hyaluronan",
  "sarapin",
  "ozone",
]);
const NOT_GIVEN = new Set<SubstanceFact["status"]>(["declined", "past", "discarded"]);

/** A local anaesthetic and nothing else; more than that. */
export const LOCAL = 1;
export const MORE = 2;

/** What the segment gives with an amount: `LOCAL`, `MORE`, or 0. */
export function dosesIn(p: Page, list: readonly SubstanceFact[], no: number): number {
  let found = 0;
  let measured = 0;
  let bare = 0;
  const pictured = list.some((s) => s.agent === "contrast");
  for (const s of list) {
    if (!INJECTED.has(s.agent) || NOT_GIVEN.has(s.status)) continue;
    // "0.1 mL Gadavist in 20 mL saline": it only thins the contrast.
    if (pictured && s.agent === "saline") continue;
    found |= s.agent === "anaesthetic" ? LOCAL : MORE;
    if (s.dose !== undefined || s.perSite !== undefined) measured++;
    else if (numbered(p, s, no)) bare += s.agent === "steroid" ? 2 : 1;
  }
  // "40 TAC / 4 lido": the two numbers of a mixture are amounts without their units; "Kenalog 40" is one by itself.
  // "Orthovisc was then injected": the verb says as much as an amount.
  if (measured === 0 && bare < 2 && !some(p, no, MEANS.act, ({ act }) => act?.gives === "injected")) return 0;
  return (found & MORE) !== 0 ? MORE : found;
}

/** "Cortisone injection given today": a word of doing that names what went in, without an amount. */
export function steroidTold(p: Page, no: number): boolean {
  for (let h = firstWith(p, no, MEANS.act); h >= 0; h = nextWith(p, no, MEANS.act, h)) {
    const { entry, from, to } = p.hits[h] as Hit;
    if (entry.by.act?.gives !== "injected" && entry.by.act?.id !== "given-injection") continue;
    for (let k = from; k < to; k++) if (isOneOf(p, k, STEROIDS)) return true;
  }
  return false;
}

const STEROIDS = ["steroid", "cortisone", "corticosteroid", "csi"];

/** Does a bare number, no percentage, stand right before or after the substance, or in its name ("Kenalog 40")? */
function numbered(p: Page, s: SubstanceFact, no: number): boolean {
  for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
    const { from, to } = p.hits[h] as Hit;
    if (p.t.start[from] !== s.start) continue;
    // "80 of Depo and 5 of Marcaine"
    const at = isOneOf(p, from - 1, OF) ? from - 1 : from;
    return (
      (at > 0 && p.t.type[at - 1] === NUMBER) ||
      (p.t.type[to] === NUMBER && !p.t.isMark(to + 1, "%")) ||
      p.t.type[to - 1] === NUMBER ||
      hitFrom(p, at - 1)?.entry.by.number !== undefined
    );
  }
  return false;
}

/**
 * "Rectus femoris, 25g, 3 mL", "the same on the left, another 1 cc": an amount of nothing named, beside a needle or a word
 * that says it was the same again; what it was stands before in the run.
 */
export function isMore(p: Page, no: number): boolean {
  return amountOnly(p, no) && (gaugeIn(p, no, no + 1) || hasWord(p, no, no + 1, DEED.same));
}

/** Is an amount in mL told of, and not of what came out? */
export const amountOnly = (p: Page, no: number): boolean =>
  some(p, no, MEANS.unit, ({ unit }) => unit?.gives === "mL") && !fluidIn(p, no);

/** Does the substance list give anything that is injected? */
export const injects = (list: readonly SubstanceFact[]): boolean =>
  list.some((s) => INJECTED.has(s.agent) && s.status === "given");

/** "25g", "22 gauge", "30 ga" in segments `from` to `to` (exclusive): a number that needles have. "25 g of protein" weighs something. */
export function gaugeIn(p: Page, from: number, to: number): boolean {
  const end = (p.segments[to - 1] as Segment).to;
  for (let k = (p.segments[from] as Segment).from; k + 1 < end; k++) {
    if (p.t.type[k] !== NUMBER || (p.t.end[k] as number) - (p.t.start[k] as number) !== 2) continue;
    const n = Number(p.t.textOf(k));
    if (!(n >= THICKEST && n <= THINNEST)) continue;
    const at = p.t.isMark(k + 1, "-") && k + 2 < end ? k + 2 : k + 1;
    if (!isDetail(p, at, DETAIL.gauge) || (at + 1 < end && isOneOf(p, at + 1, OF))) continue;
    if (!inVein(p, k, at, end)) return true;
  }
  return false;
}

/** "PIV: 20g L forearm", "22g IV": the needle of an infusion. */
function inVein(p: Page, from: number, to: number, end: number): boolean {
  for (let k = Math.max(0, from - 3); k < Math.min(end, to + 5); k++) if (isDetail(p, k, DETAIL.vein)) return true;
  return false;
}

const THICKEST = 14;
const THINNEST = 32;

const DOING = SAYS.injected | SAYS.performed | SAYS.aspirated | SAYS.target | SAYS.done;

/** Does the run tell of a needle, of how it went in, or of what is done before and after? */
export function framed(p: Page, { from, to }: Run): boolean {
  if (gaugeIn(p, from, to) || hasWord(p, from, to, DEED.manner | DEED.frame)) return true;
  for (let no = from; no < to; no++) {
    if (!holds(p, no, MEANS.act | MEANS.status)) continue;
    for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
      const { cues, says } = (p.hits[h] as Hit).entry;
      for (let i = 0; i < cues.length; i++) if (!cues[i]?.pseudo && ((says[i] as number) & DOING) !== 0) return true;
    }
  }
  return false;
}
