/**
 * What a note says on a payer's criteria: findings, care tried, response, scores. Read sentence by sentence from the
 * cue words of `language/clinical.yaml`; a denied finding is a fact too. No code rests on any of it.
 */
import type { ClinicalOf } from "../rulebook/clinical.ts";
import { amountsIn, around, firstFrom, lengthNear, type Amount } from "./clinical-amounts.ts";
import { clinicalHits, type ClinicalHit, type ClinicalWords } from "./clinical-words.ts";
import type { ClinicalFact } from "./facts.ts";
import type { Segment } from "./layout.ts";
import { hitFrom, type Page } from "./mentions.ts";
import { negated } from "./near.ts";

/** Sections that say nothing of this patient today. */
const FOREIGN = new Set(["consent", "education", "copied", "billing"]);
/** What a plan says of these is an intention; of anything else too, but for what goes on. */
const IN_PLAN: ReadonlySet<string> = new Set(["active-program", "authorized"]);
/** Sections that tell what went before. */
const BEFORE = new Set(["history", "indication"]);
/** Phrases that a score may follow. */
const MEASURED: ReadonlySet<string> = new Set(["score", "pain-before", "pain-after", "change"]);
const NONE: readonly Amount[] = [];
/** Complaints whose length a note tells right after them. */
const PAINS: ReadonlySet<string> = new Set([
  "neck-pain",
  "back-pain",
  "low-back-pain",
  "myofascial-pain",
  "tension-headache",
  "regional-pain",
  "focal-pain",
]);
/** Denied, they say nothing that a payer asks. */
const ONLY_SAID: ReadonlySet<string> = new Set([
  "care",
  "physical-therapy",
  "drug-therapy",
  "active-program",
  "evaluation",
  "plan",
]);

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
  for (const seg of p.segments) {
    const from = h;
    while (h < hits.length && (hits[h] as ClinicalHit).from < seg.to) h++;
    if (seg.section === "plan" && seg.to - seg.label[1] > 2) add("plan", { from: seg.from, to: seg.to }, "yes");
    if (h > from && !FOREIGN.has(seg.section) && seg.tick !== false) sentence(p, seg, hits.slice(from, h), add);
  }
  return out;
}

type Add = (of: ClinicalOf, at: { from: number; to: number }, said: "yes" | "no", amount?: Amount) => void;

function sentence(p: Page, seg: Segment, hits: readonly ClinicalHit[], add: Add): void {
  const all = hits.length > 1 || MEASURED.has(hits[0]!.gives) ? amountsIn(p, hits) : NONE;
  const points = all.filter((a) => a.unit === "point");
  const said = (gives: ClinicalHit["gives"]): ClinicalHit | undefined => hits.find((x) => x.gives === gives);
  const failed = said("failed");
  const earlier = said("previous");
  const care = said("care");
  const planned = seg.section === "plan";
  hits.forEach((hit, i) => {
    const { gives } = hit;
    if (planned && !IN_PLAN.has(gives)) return;
    const amounts = around(all, hit);
    const no = denied(p, seg, hit);
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
        add(no ? "first-time" : "repeat-time", hit, "yes");
        if (!no && failed !== undefined && care === undefined) add("no-response", failed, "yes");
        break;
      case "relief":
      case "function":
        if (earlier !== undefined || BEFORE.has(seg.section)) response(hit, no, amounts, add);
        break;
      case "duration": {
        const length = lengthNear(amounts, hit);
        if (length !== undefined && !no) add("symptom-duration", hit, "yes", length);
        break;
      }
      case "score":
      case "pain-before":
      case "pain-after": {
        const score = amounts.find((a) => a.unit === "point" && a.from >= hit.from && a.from - hit.to <= 6);
        const of = gives === "score" ? "pain-score" : gives;
        if (gives === "score" && !no) lasting(hits[i + 1], hit, amounts, add);
        if (score !== undefined) add(of, { from: hit.from, to: Math.max(hit.to, score.to) }, "yes", score);
        break;
      }
      case "change": {
        const [first, second] = [0, 1].map((n) => points[firstFrom(points, hit.to) + n]);
        if (first !== undefined && second !== undefined) {
          add("pain-before", first, "yes", first);
          add("pain-after", second, "yes", second);
        }
        break;
      }
      case "failed":
      case "lasting":
      case "moment":
      case "below":
      case "percent":
      case "day":
      case "week":
      case "month":
      case "year":
        break;
      default:
        if (PAINS.has(gives) && !no) lasting(hits[i + 1], hit, amounts, add);
        if (!(no && ONLY_SAID.has(gives))) add(gives, hit, no ? "no" : "yes");
    }
  });
}

/** "Neck pain for 8 months": how long it has lasted. */
function lasting(next: ClinicalHit | undefined, hit: ClinicalHit, amounts: readonly Amount[], add: Add): void {
  if (next?.gives !== "lasting" || next.from - hit.to > 1) return;
  const length = amounts.find((a) => a.length && a.from >= next.to && a.from - next.to <= 3);
  if (length !== undefined) add("symptom-duration", span(hit, length), "yes", length);
}

/** Percent and length of a response to an earlier injection. "Less than half" denies the half. */
function response(hit: ClinicalHit, no: boolean, amounts: readonly Amount[], add: Add): void {
  const percent = amounts.find((a) => a.unit === "percent" && near(a, hit, 8));
  const length = amounts.find((a) => a.length && a.from >= hit.from && near(a, hit, 10));
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
  else if (length !== undefined) add("relief-duration", span(hit, length), length.below ? "no" : "yes", length);
}

const near = (a: Amount, hit: ClinicalHit, reach: number): boolean =>
  a.to <= hit.from ? hit.from - a.to <= reach : a.from - hit.to <= reach;

const span = (a: { from: number; to: number }, b: { from: number; to: number }): { from: number; to: number } => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
});

/** Denied before ("no twitch response") or right after it ("Twitch response: none", "taut band was not felt"). */
function denied(p: Page, seg: Segment, hit: ClinicalHit): boolean {
  if (negated(p, { hit })) return true;
  let k = hit.to;
  while (k < seg.to && (p.t.isMark(k, ":") || p.t.isMark(k, "-") || COPULA.has(p.t.textOf(k).toLowerCase()))) k++;
  if (k === hit.to) return false;
  const cue = hitFrom(p, k)?.entry.by.status;
  return cue?.gives === "not" && cue.pseudo !== true;
}

const COPULA: ReadonlySet<string> = new Set(["was", "were", "is", "are"]);

/** A word of planning stands before it ("will start physical therapy"). */
function intended(p: Page, seg: Segment, hit: ClinicalHit): boolean {
  for (let k = hit.from - 1; k >= seg.from && hit.from - k <= 5; k--) {
    const at = p.hitEnd[k + 1] as number;
    if (at >= 0 && p.hits[at]?.entry.by.status?.gives === "planned") return true;
  }
  return false;
}
