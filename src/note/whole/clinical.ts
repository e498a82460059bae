/**
 * What a note says on a payer's criteria: findings, care tried, response, scores. Read sentence by sentence from the
 * cue words of `language/clinical.yaml`; a denied finding is a fact too. No code rests on any of it.
 */
import { PARTS, type ClinicalOf } from "../../rulebook/clinical.ts";
import { MEASURED, amountsIn, around, firstFrom, lengthNear, type Amount } from "./clinical-amounts.ts";
import { clinicalHits, type ClinicalHit, type ClinicalWords } from "./clinical-words.ts";
import type { ClinicalFact } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { hitBefore, hitFrom, type Page } from "../page/page.ts";
import { type Hit, isName } from "../lexicon/scan.ts";
import { FOREIGN } from "../page/sections.ts";
import { SAYS } from "../lexicon/says.ts";

/** Sections that say nothing of this patient today. */
const NOT_ASKED = new Set<string>([...FOREIGN, "billing"]);
/** What goes on may be told in a plan; anything else there is an intention. */
const IN_PLAN: ReadonlySet<string> = new Set(["active-program", "authorized"]);
/** Complaints whose length a note tells right after them. */
const PAINS: ReadonlySet<string> = new Set([
  "neck-pain",
  "back-pain",
  "low-back-pain",
  "myofascial-pain",
  "tension-headache",
  "regional-pain",
  "focal-pain",
  "score",
]);
/** Denied, they say nothing that a payer asks. */
const ONLY_SAID: ReadonlySet<string> = new Set(["active-program", "evaluation"]);
/** Say nothing by themselves. */
const NOT_ALONE: ReadonlySet<string> = new Set(PARTS);
const NONE: readonly Amount[] = [];
/** An earlier injection is still spoken of in so many sentences more. */
const STILL = 2;

/** Clinical facts of the note, in no order. */
export function clinicalIn(p: Page, words: ClinicalWords): ClinicalFact[] {
  const hits = clinicalHits(words, p.t);
  const out: ClinicalFact[] = [];
  const seen = new Set<string>();
  const add: Add = (of, at, said, amount) => {
    const key = amount === undefined ? of + said : `${of}${said}${amount.value}${amount.unit}`;
    if (seen.has(key)) return;
    seen.add(key);
    const start = p.t.start[at.from] as number;
    const end = p.t.end[at.to - 1] as number;
    const text = p.t.text.slice(start, end);
    out.push(
      Object.freeze<ClinicalFact>(
        amount === undefined
          ? { kind: "clinical", of, said, text, start, end }
          : { kind: "clinical", of, said, value: amount.value, unit: amount.unit, text, start, end },
      ),
    );
  };
  let h = 0;
  let earlier: { readonly no: number; readonly sectionNo: number } | null = null;
  for (const [no, seg] of p.segments.entries()) {
    const from = h;
    while (h < hits.length && (hits[h] as ClinicalHit).from < seg.to) h++;
    if (seg.section === "plan" && seg.to - seg.labelEnd > 2) add("plan", { from: seg.from, to: seg.to }, "yes");
    if (h === from || NOT_ASKED.has(seg.section) || seg.tick === false) continue;
    const mine = hits.slice(from, h);
    if (mine.some((x) => x.gives === "previous" || x.gives === "repeat-time"))
      earlier = { no, sectionNo: seg.sectionNo };
    const afterOne = earlier !== null && earlier.sectionNo === seg.sectionNo && no - earlier.no <= STILL;
    sentence(p, seg, mine, afterOne, add);
  }
  return out;
}

type Add = (of: ClinicalOf, at: { from: number; to: number }, said: "yes" | "no", amount?: Amount) => void;

/** `afterOne`: an earlier injection is spoken of here. */
function sentence(p: Page, seg: Segment, hits: readonly ClinicalHit[], afterOne: boolean, add: Add): void {
  const all = hits.length > 1 || MEASURED.has(hits[0]!.gives) ? amountsIn(p, hits, seg.to) : NONE;
  const points = all.filter((a) => a.unit === "point");
  const failed = hits.find((x) => x.gives === "failed");
  const cared = hits.some((x) => x.gives === "care" || x.gives === "physical-therapy" || x.gives === "drug-therapy");
  const planned = seg.section === "plan";
  hits.forEach((hit, i) => {
    const { gives } = hit;
    if (planned && !(IN_PLAN.has(gives) && goesOn(p, hit))) return;
    const amounts = around(all, hit);
    const no = denied(p, seg, hit);
    if (PAINS.has(gives) && !no) lasting(hits[i + 1], hit, amounts, add);
    switch (gives) {
      case "care":
      case "physical-therapy":
      case "drug-therapy": {
        if (no || intended(p, seg, hit)) break;
        const length = lengthNear(amounts, hit);
        if (gives !== "care") add(gives, hit, "yes", length);
        if (failed !== undefined) add("conservative-care", hit, "yes", length);
        break;
      }
      case "conservative-care":
        if (!no) add(gives, hit, "yes", lengthNear(amounts, hit));
        break;
      case "previous":
        if (no) add("first-time", hit, "yes");
        break;
      case "repeat-time":
        add(no ? "first-time" : gives, hit, "yes");
        if (!no && failed !== undefined && !cared) add("no-response", failed, "yes");
        break;
      case "relief":
      case "function":
        if (afterOne) response(hits[i + 1], hit, no, amounts, add);
        break;
      case "duration": {
        const length = lengthNear(amounts, hit);
        if (length !== undefined && !no) add("symptom-duration", hit, "yes", length);
        break;
      }
      case "history-of": {
        // "8 month history of neck pain": so long before it, and a pain after it.
        const length = amounts.find((a) => a.length && a.to <= hit.from && hit.from - a.to <= 1);
        const pain = hits[i + 1];
        if (length !== undefined && pain !== undefined && PAINS.has(pain.gives) && pain.from - hit.to <= 4)
          add("symptom-duration", span(length, pain), "yes", length);
        break;
      }
      case "score":
      case "pain-before":
      case "pain-after": {
        const at = firstFrom(points, hit.to);
        const [score, then] = [points[at], points[at + 1]];
        if (score === undefined || score.from - hit.to > 6) break;
        if (gives !== "score") add(gives, span(hit, score), "yes", score);
        else if (then !== undefined && then.from - score.to === 1 && /^(?:to|>)$/i.test(p.t.textOf(score.to)))
          change(score, then, add);
        else add("pain-score", span(hit, score), "yes", score);
        break;
      }
      case "pre":
      case "afterwards": {
        // "7/10 before, 2/10 after"
        const score = points[firstFrom(points, hit.from) - 1];
        if (score !== undefined && hit.from - score.to <= 1)
          add(gives === "pre" ? "pain-before" : "pain-after", span(score, hit), "yes", score);
        break;
      }
      case "change": {
        const at = firstFrom(points, hit.to);
        const [first, then] = [points[at], points[at + 1]];
        if (first !== undefined && then !== undefined) change(first, then, add);
        break;
      }
      default:
        if (!NOT_ALONE.has(gives) && !(no && ONLY_SAID.has(gives))) add(gives as ClinicalOf, hit, no ? "no" : "yes");
    }
  });
}

/** From one score to another. */
function change(before: Amount, after: Amount, add: Add): void {
  add("pain-before", before, "yes", before);
  add("pain-after", after, "yes", after);
}

/** "Neck pain for 8 months": how long it has lasted. */
function lasting(next: ClinicalHit | undefined, hit: ClinicalHit, amounts: readonly Amount[], add: Add): void {
  if (next?.gives !== "lasting" || next.from - hit.to > 1) return;
  const length = amounts.find((a) => a.length && a.from >= next.to && a.from - next.to <= 3);
  if (length !== undefined) add("symptom-duration", span(hit, length), "yes", length);
}

/** Percent and length of a response to an earlier injection. "Less than half" denies the half. */
function response(
  next: ClinicalHit | undefined,
  hit: ClinicalHit,
  no: boolean,
  amounts: readonly Amount[],
  add: Add,
): void {
  const percent = amounts.find((a) => a.unit === "percent" && near(a, hit, 8));
  const functional = hit.gives === "function";
  if (percent !== undefined)
    add(
      functional ? "function-gain" : "relief-percent",
      span(hit, percent),
      percent.below || no ? "no" : "yes",
      percent,
    );
  if (no) return;
  if (functional) add("function-better", hit, "yes");
  // "relief for 8 weeks", "relief lasting about 8 weeks"; not "relief after 3 days".
  if (functional || next?.gives !== "lasting" || next.from - hit.to > 4) return;
  const length = amounts.find((a) => a.length && a.from >= next.to && a.from - next.to <= 3);
  if (length !== undefined) add("relief-duration", span(hit, length), length.below ? "no" : "yes", length);
}

const near = (a: Amount, hit: ClinicalHit, reach: number): boolean =>
  a.to <= hit.from ? hit.from - a.to <= reach : a.from - hit.to <= reach;

const span = (a: { from: number; to: number }, b: { from: number; to: number }): { from: number; to: number } => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
});

/** Denied before ("no twitch response") or right after it ("Twitch response: none", "taut band was not felt"). */
function denied(p: Page, seg: Segment, hit: ClinicalHit): boolean {
  for (let k = hit.from - 1; k >= seg.from && hit.from - k <= 6; k--) {
    const before = hitBefore(p, k + 1);
    if (before === undefined) {
      if (p.t.isMark(k, ".") || p.t.isMark(k, ";") || p.t.isMark(k, ",")) break;
      continue;
    }
    if (isName(before) || before.entry.by.stop !== undefined) break;
    if (denies(before) && !p.t.isMark(before.to, "-")) return true; // "non-specific" denies nothing
  }
  let k = hit.to;
  while (k < seg.to && (p.t.isMark(k, ":") || p.t.isMark(k, "-") || COPULA.has(p.t.textOf(k).toLowerCase()))) k++;
  const after = k === hit.to ? undefined : hitFrom(p, k);
  return after !== undefined && denies(after);
}

const denies = ({ entry }: Hit): boolean => (entry.status & SAYS.not) !== 0;

const COPULA: ReadonlySet<string> = new Set(["was", "were", "is", "are"]);

/** A word of planning stands before it ("will start physical therapy"). */
function intended(p: Page, seg: Segment, hit: ClinicalHit): boolean {
  for (let k = hit.from - 1; k >= seg.from && hit.from - k <= 5; k--) {
    const at = p.hitEnd[k + 1] as number;
    if (at >= 0 && p.hits[at]?.entry.by.status?.gives === "planned") return true;
  }
  return false;
}

/** "Continue home exercises": it goes on, and is not only to be begun. */
function goesOn(p: Page, hit: ClinicalHit): boolean {
  const from = p.t.start[Math.max(0, hit.from - 3)] as number;
  return hit.gives !== "active-program" || /continu|ongoing/i.test(p.t.text.slice(from, p.t.end[hit.to - 1]));
}
