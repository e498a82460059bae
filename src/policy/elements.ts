/** Is something that a policy asks for in the record? True, false, or unknown: a note that is silent says neither. */
import type { NotePlace } from "../base/finding.ts";
import { not, type Truth } from "../base/truth.ts";
import type { ClinicalFact } from "../note/facts.ts";
import { elementWords, SHOWN, type ClinicalOf, type ShownOf } from "../rulebook/clinical.ts";
import type { Element } from "../rulebook/policy-types.ts";
import { pastOf, placeOf, type Case } from "./case.ts";

export interface Answer {
  readonly truth: Truth;
  /** "relief from the last injection: 40 percent". */
  readonly found: string;
  readonly evidence: readonly NotePlace[];
}

/** A note that says one thing in a hundred ways is told by the first of them. */
const SHOWN_AT_MOST = 5;

/** What the case shows of one element. `services`: those of the rule, whose history may answer for the note. */
export function answer(c: Case, element: Element, services: readonly string[]): Answer {
  if (element.is in SHOWN) return shown(c, element.is as ShownOf);
  const facts = c.clinical.get(element.is as ClinicalOf) ?? [];
  const said = facts.map((f) => truthOf(f, element));
  const yes = said.includes("true");
  const no = said.includes("false");
  if (facts.length > 0) {
    const truth = yes === no ? "unknown" : yes ? "true" : "false";
    return {
      truth,
      found: [...new Set(facts.map(words))].slice(0, SHOWN_AT_MOST).join("; "),
      evidence: facts.flatMap(placeOf),
    };
  }
  return fromHistory(c, element, services) ?? { truth: "unknown", found: "", evidence: [] };
}

/** The element in words: "a taut band", "conservative care tried without success (at least 6 weeks)". */
export function asked({ is, atLeast, moreThan, unit }: Element): string {
  const number = atLeast ?? moreThan;
  if (number === undefined) return elementWords(is);
  return `${elementWords(is)} (${atLeast === undefined ? "more than" : "at least"} ${number} ${unitWords(number, unit)})`;
}

function truthOf(fact: ClinicalFact, element: Element): Truth {
  const number = element.atLeast ?? element.moreThan;
  if (number === undefined) return fact.said === "yes" ? "true" : "false";
  if (fact.said === "no") return fact.value === undefined ? "false" : not(reaches(fact, element, number));
  return fact.value === undefined ? "unknown" : reaches(fact, element, number);
}

/** "At least" and "more than" differ at exactly the number. */
function reaches(fact: ClinicalFact, element: Element, number: number): Truth {
  const strict = element.atLeast === undefined;
  const enough = (found: number, wanted: number): boolean => (strict ? found > wanted : found >= wanted);
  if (fact.unit === element.unit || DAYS[fact.unit ?? ""] === undefined || DAYS[element.unit ?? ""] === undefined)
    return fact.unit !== undefined && element.unit !== undefined && fact.unit !== element.unit
      ? "unknown"
      : enough(fact.value!, number)
        ? "true"
        : "false";
  const [least, most] = span(fact.value!, fact.unit!);
  const [wantedLeast, wantedMost] = span(number, element.unit!);
  if (enough(least, wantedMost)) return "true";
  return enough(most, wantedLeast) ? "unknown" : "false";
}

/** Shortest and longest of a unit in days. */
const DAYS: Readonly<Record<string, readonly [number, number]>> = {
  day: [1, 1],
  week: [7, 7],
  month: [28, 31],
  year: [365, 366],
};

const span = (n: number, unit: string): readonly [number, number] => {
  const [least, most] = DAYS[unit]!;
  // Several months together are never all short or all long.
  return unit === "month" && n >= 2 ? [n * 30.4 - 2.5, n * 30.5 + 2.5] : [n * least, n * most];
};

/** Relief that the history gives for the last session. */
function fromHistory(c: Case, element: Element, services: readonly string[]): Answer | null {
  const last = pastOf(c, services)?.[0];
  if (element.is === "repeat-time" && last !== undefined)
    return { truth: "true", found: `an earlier session on ${last.dateOfService}`, evidence: [] };
  if (element.is !== "relief-percent" || last?.reliefPercent === undefined) return null;
  const number = element.atLeast ?? element.moreThan;
  const enough =
    number === undefined ||
    (element.atLeast === undefined ? last.reliefPercent > number : last.reliefPercent >= number);
  return {
    truth: enough ? "true" : "false",
    found: `${last.reliefPercent} percent relief after ${last.dateOfService}, by the history given`,
    evidence: [],
  };
}

function shown(c: Case, is: ShownOf): Answer {
  const { treated, given } = c;
  const all = (truth: Truth, places: readonly NotePlace[]): Answer => ({
    truth,
    found: truth === "true" ? elementWords(is) : "",
    evidence: places.flatMap(placeOf),
  });
  switch (is) {
    case "muscle-named": {
      const named = treated.filter((m) => m.id !== null && m.kind !== "region");
      return all(treated.length === 0 ? "unknown" : named.length === treated.length ? "true" : "false", named);
    }
    case "side-stated":
      return all(treated.length > 0 && treated.every((m) => m.side !== "unspecified") ? "true" : "unknown", treated);
    case "agent-named":
      return all(given.some((s) => s.id !== null) ? "true" : "unknown", given);
    case "dose-stated":
      return all(given.some((s) => s.dose !== undefined || s.perSite !== undefined) ? "true" : "unknown", given);
    case "sites-stated":
      return all(c.sites !== null || c.injections.max !== null ? "true" : "unknown", []);
  }
}

function words({ of, said, value, unit }: ClinicalFact): string {
  const number = value === undefined ? "" : `: ${value}${unit === undefined ? "" : ` ${unitWords(value, unit)}`}`;
  return `${said === "no" ? "denied: " : ""}${elementWords(of)}${number}`;
}

const unitWords = (n: number, unit: string | undefined): string =>
  unit === undefined ? "" : unit === "percent" ? "percent" : n === 1 ? unit : `${unit}s`;
