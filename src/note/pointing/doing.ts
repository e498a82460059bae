/** Which act is told of near words that point to structures: after them, before them, or by an amount alone. */
import type { Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { negated } from "../status/near.ts";
import { firstWith, hitBefore, hitFrom, holds, isOneOf, nextWith, some, type Page, saysAny } from "../page/page.ts";
import { type Hit, isName } from "../lexicon/scan.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { deedWord } from "../page/single-words.ts";
import { SAYS, NOT_NOW } from "../lexicon/says.ts";

export type Act = "injected" | "needled" | "blocked";

/** What an act tells: "received", "administered" and the like tell of an injection only with an amount or a substance beside. */
function actOf(p: Page, hit: Hit, no: number): Act | null {
  const act = hit.entry.by.act?.gives;
  if (act === "injected" || act === "needled") return act;
  // "All of them were blocked": muscles, which are injected.
  if (act === "blocked" && no >= 0) return act;
  return no >= 0 && act === "performed" && holds(p, no, MEANS.substance | MEANS.unit) ? "injected" : null;
}

/** Is what begins at token `from` told of another time: "was injected in March", "was drained last week"? Another clause says nothing of it. */
export function toldOfPast(p: Page, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const hit = hitFrom(p, k);
    if (hit === undefined) continue;
    if (hit.entry.by.stop !== undefined) return false;
    if ((hit.entry.status & SAYS.past) !== 0) return true;
    k = hit.to - 1;
  }
  return false;
}

/** "The joint was aspirated": what is drained is treated. */
export function drainedAfter(p: Page, from: number, to: number): Act | null {
  for (let k = from; k < to; k++) {
    const hit = hitFrom(p, k);
    if (hit === undefined) continue;
    if (isName(hit) || hit.entry.by.status?.gives === "not" || hit.entry.by.status?.gives === "planned") return null;
    if (hit.entry.by.act?.gives === "aspirated") return negated(p, { hit }) ? null : "injected";
    k = hit.to - 1;
  }
  return null;
}

/** The act told of after the words, with nothing denied or planned and no other structure between; `here`: the structures of the sentence. */
export function doingAfter(
  p: Page,
  from: number,
  to: number,
  no = -1,
  here: readonly Work[] | null = null,
): Act | null {
  let excepted = false;
  for (let k = from; k < to; k++) {
    const at = p.hitAt[k] as number;
    if (at < 0) continue;
    const hit = p.hits[at] as Hit;
    if ((hit.entry.status & (SAYS.not | SAYS.planned)) !== 0) return null;
    if (hit.entry.by.reference?.gives === "except") excepted = true;
    // "These two points in the left rectus were injected" name their structure themselves.
    if (isName(hit) && !excepted && (here === null || isNamed(here, hit))) return null;
    const act = actOf(p, hit, no);
    if (act === "needled" && putInAfter(p, hit.to, to)) return "injected";
    if (act !== null) return act;
    k = hit.to - 1;
  }
  return null;
}

/** After the needling: something was put in too, by a verb ("left in it") or an amount of it ("and given 1 cc lidocaine"). */
export function putInAfter(p: Page, from: number, to: number): boolean {
  let amount = false;
  for (let k = from; k < to; k++) {
    if ((deedWord(p, k) & (DEED.after | DEED.skin)) !== 0) return false;
    const hit = hitFrom(p, k);
    if (hit === undefined) continue;
    if ((hit.entry.status & OTHERWISE) !== 0) return false;
    const { act, substance, unit } = hit.entry.by;
    if ((act?.gives === "performed" || act?.gives === "injected") && !negated(p, { hit })) return true;
    amount ||= unit?.gives === "mL";
    if (amount && substance !== undefined && substance.gives !== "none" && substance.gives !== "contrast") return true;
    k = hit.to - 1;
  }
  return false;
}

/** Is it a structure in this place? "Trapped between two fingers" names none. */
function isNamed(here: readonly Work[], { from, to }: Hit): boolean {
  return here.some(({ draft }) => draft.kind !== "region" && draft.from < to && from < draft.to);
}

/** The act told of before the words, in any tense where the text `asks` for a code; with nothing denied or planned and no other structure between. */
export function doingBefore(p: Page, from: number, start: number, no = -1, asks = false): Act | null {
  for (let k = from; k > start && from - k < 25; k--) {
    const at = p.hitEnd[k] as number;
    if (at < 0) continue;
    const hit = p.hits[at] as Hit;
    if (isName(hit) || hit.entry.by.stop !== undefined) return null;
    if ((hit.entry.status & (SAYS.not | SAYS.planned | SAYS.past)) !== 0) return null;
    const act = asks && hit.entry.by.act?.gives === "inject" ? "injected" : actOf(p, hit, no);
    if (act !== null) return negated(p, { hit }) ? null : act;
    k = hit.from + 1;
  }
  return null;
}

/** Something measured, or a substance right before, and nothing planned, past or denied: "1 cc lidocaine at each mark", "steroid into both". */
export function amountHere(p: Page, seg: Segment, no: number, from: number): "injected" | null {
  const fluid = hitBefore(p, from - 1)?.entry.by.substance !== undefined;
  if (!DOING.has(seg.section) || !(fluid || some(p, no, MEANS.unit, ({ unit }) => unit?.gives === "mL"))) return null;
  return saysAny(p, no, OTHERWISE) ? null : "injected";
}

const DOING = new Set(["procedure", "addendum", "none", "context"]);
const OTHERWISE = NOT_NOW | SAYS.not | SAYS.route;

/** In a plan: "was injected", "I drained", "injections performed", and nothing that is to come. */
export function tellsOfDone(p: Page, no: number): boolean {
  if (!holds(p, no, MEANS.act) || some(p, no, MEANS.status, ({ status }) => status?.gives === "planned")) return false;
  for (let h = firstWith(p, no, MEANS.act); h >= 0; h = nextWith(p, no, MEANS.act, h)) {
    const { from, to } = p.hits[h] as Hit;
    if (isOneOf(p, from, TOLD) || isOneOf(p, from - 1, TOLD) || isOneOf(p, to - 1, COME_TRUE)) return true;
  }
  return false;
}

const TOLD = ["was", "were", "i", "we"];
/** "Trigger point injections performed". */
const COME_TRUE = ["performed", "given", "done", "completed"];
