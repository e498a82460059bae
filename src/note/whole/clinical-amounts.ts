/** Numbers with a unit in a sentence on a payer's criteria: percentages, lengths of time, scores out of ten. */
import type { ClinicalHit } from "./clinical-words.ts";
import type { ClinicalFact } from "../facts.ts";
import type { Page } from "../page/page.ts";
import { numberAt } from "../structures/amounts.ts";
import { TO } from "../text/small-words.ts";
import { isOneOf } from "../page/page.ts";

export interface Amount {
  readonly value: number;
  readonly unit: NonNullable<ClinicalFact["unit"]>;
  /** Token range, unit included. */
  readonly from: number;
  readonly to: number;
  /** Less than this. */
  readonly below: boolean;
  /** A length of time, and not a moment ("six weeks ago"). */
  readonly length: boolean;
}

const UNITS: ReadonlySet<string> = new Set(["percent", "day", "week", "month", "year"]);

const MOMENTS: ReadonlySet<string> = new Set(["moment", "pre", "afterwards"]);
/** Phrases that a score may follow. */
export const MEASURED: ReadonlySet<string> = new Set(["score", "pain-before", "pain-after", "change"]);

/** Amounts of a sentence, in order. Of "50 to 60 percent" the least counts; a score is written "7/10", after a word of pain. `end`: last token. */
export function amountsIn(p: Page, hits: readonly ClinicalHit[], end: number): Amount[] {
  const out: Amount[] = [];
  const scored = hits.find((hit) => MEASURED.has(hit.gives));
  for (let k = scored?.to ?? end; k < end; k++) {
    const score = outOfTen(p, k);
    if (score !== null) out.push(score);
  }
  hits.forEach((hit, i) => {
    if (UNITS.has(hit.gives)) {
      const unit = hit.gives as Amount["unit"];
      const found = numberBefore(p, hit.from);
      if (found === null) return;
      const after = hits[i + 1];
      const moment = after !== undefined && MOMENTS.has(after.gives) && after.from - hit.to <= 1;
      const before = hits[i - 1];
      const below = before?.gives === "below" && found.from - before.to <= 1;
      out.push({ ...found, unit, to: hit.to, below, length: unit !== "percent" && !moment });
    }
  });
  return out.sort((a, b) => a.from - b.from);
}

/** The number right before a unit, or the first of a range of two. */
function numberBefore(p: Page, unit: number): { value: number; from: number } | null {
  let k = unit - 1;
  if (p.t.isMark(k, "-")) k--; // "6-week"
  const last = k >= 0 ? numberAt(p, k) : null;
  if (last === null) return null;
  const joins = p.t.isMark(k - 1, "-") || isOneOf(p, k - 1, TO);
  const first = joins && k >= 2 ? numberAt(p, k - 2) : null;
  return first !== null && first < last ? { value: first, from: k - 2 } : { value: last, from: k };
}

function outOfTen(p: Page, k: number): Amount | null {
  const value = numberAt(p, k);
  if (value === null || value > 10) return null;
  const slash = p.t.isMark(k + 1, "/") || /^(?:out)$/i.test(p.t.textOf(k + 1));
  const ten = p.t.isMark(k + 1, "/") ? k + 2 : k + 3;
  if (!slash || ten >= p.t.n || numberAt(p, ten) !== 10) return null;
  return { value, unit: "point", from: k, to: ten + 1, below: false, length: false };
}

/** No phrase is joined with an amount that begins this many tokens before or after it. */
const REACH = 24;

/** The amounts within reach of a phrase. `amounts` in order. */
export function around(amounts: readonly Amount[], hit: ClinicalHit): readonly Amount[] {
  return amounts.length < 2
    ? amounts
    : amounts.slice(firstFrom(amounts, hit.from - REACH), firstFrom(amounts, hit.to + REACH));
}

/** Index of the first amount that begins at token `at` or later. */
export function firstFrom(amounts: readonly Amount[], at: number): number {
  let low = 0;
  let high = amounts.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((amounts[mid] as Amount).from < at) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The length of time nearest to a phrase, within ten words. */
export function lengthNear(amounts: readonly Amount[], hit: ClinicalHit): Amount | undefined {
  const gap = (a: Amount): number => (a.to <= hit.from ? hit.from - a.to : Math.max(0, a.from - hit.to));
  return amounts
    .filter((a) => a.length && gap(a) <= 10)
    .sort((a, b) => gap(a) - gap(b))
    .at(0);
}
