/** The fields of facts, for checking what people write by hand: each with its test and the words for it. */
import { isDate } from "../base/dates.ts";
import { CLINICAL } from "../rulebook/clinical.ts";
import { WORDS } from "./bits.ts";

export interface Field {
  readonly test: (value: unknown) => boolean;
  readonly expected: string;
  /** Taken when the field is left out; a field with neither default nor `optional` must be given. */
  readonly otherwise?: unknown;
  readonly optional?: true;
}
export type Fields = Readonly<Record<string, Field>>;

const isText = (v: unknown): boolean => typeof v === "string";
const isCount = (v: unknown): boolean => Number.isSafeInteger(v) && (v as number) >= 0;
const isAmount = (v: unknown): boolean => typeof v === "number" && Number.isFinite(v) && v >= 0;

const maybe = (f: Field): Field => ({ ...f, optional: true });
const or = (f: Field, otherwise: unknown): Field => ({ ...f, otherwise });
const text: Field = { test: isText, expected: "text" };
const whole: Field = { test: isCount, expected: "a whole number, 0 or more" };
const oneOf = (...words: readonly string[]): Field => ({
  test: (v) => isText(v) && words.includes(v as string),
  expected: `one of ${words.join(", ")}`,
});
const listOf = (f: Field): Field => ({
  test: (v) => Array.isArray(v) && v.every(f.test),
  expected: `a list, each ${f.expected}`,
});
const orNull = (f: Field): Field => ({ test: (v) => v === null || f.test(v), expected: `${f.expected}, or null` });
const yesNoUnsaid: Field = orNull({ test: (v) => typeof v === "boolean", expected: "true, false" });
const amount = (...units: readonly string[]): Field => ({
  test: (v) =>
    typeof v === "object" &&
    v !== null &&
    isAmount((v as { value?: unknown }).value) &&
    units.includes((v as { unit?: unknown }).unit as string),
  expected: `{ value: a number, unit: one of ${units.join(", ")} }`,
});

const PLACE_ALONE: Field = {
  test: (v) =>
    typeof v === "object" &&
    v !== null &&
    isCount((v as { start?: unknown }).start) &&
    isCount((v as { end?: unknown }).end),
  expected: "{ start: a whole number, end: a whole number }",
};
const PLACE: Fields = { text: or(text, ""), start: or(whole, 0), end: or(whole, 0) };
const SERVICE: Fields = { service: maybe(whole) };

/** Of a structure: what it is, where, and what was done to it. */
export const MENTION: Fields = {
  kind: oneOf(...WORDS.kinds),
  id: or(orNull(text), null),
  orElse: maybe(listOf(text)),
  side: or(oneOf("left", "right", "bilateral", "midline", "unspecified"), "unspecified"),
  status: oneOf("injected", "needled", "examined", "planned", "past", "declined", "risk", "other"),
  technique: maybe(oneOf(...WORDS.techniques)),
  agents: maybe(listOf(oneOf(...WORDS.agents))),
  sites: maybe(whole),
  number: maybe(whole),
  again: maybe({ test: (v) => typeof v === "boolean", expected: "true, false" }),
  level: maybe(text),
  levels: maybe(listOf(text)),
  digit: maybe(
    oneOf("thumb", "index", "middle", "ring", "little", "great-toe", "2nd-toe", "3rd-toe", "4th-toe", "5th-toe"),
  ),
  date: maybe({ test: (v) => isText(v) && isDate(v as string), expected: "a date written YYYY-MM-DD" }),
  because: maybe(text),
  doubts: maybe(
    listOf(
      oneOf(
        "side-blank",
        "noun-missing",
        "ambiguous-word",
        "heading-only",
        "repaired-spelling",
        "done-unclear",
        "fluid-unclear",
      ),
    ),
  ),
  ...SERVICE,
  ...PLACE,
};

/** Of every other kind of fact, by its `kind`. */
export const OTHERS: Readonly<Record<string, Fields>> = {
  substance: {
    kind: text,
    id: or(orNull(text), null),
    name: or(text, ""),
    agent: or(oneOf(...WORDS.agents), "other"),
    status: or(oneOf("given", "mentioned", "declined", "past", "planned", "discarded"), "given"),
    strength: maybe(amount("%", "mg/mL", "unit/mL")),
    dose: maybe(amount("mg", "mL", "unit", "dose")),
    perSite: maybe(amount("mg", "mL", "unit")),
    wasted: maybe(amount("mg", "mL", "unit")),
    vial: maybe(oneOf("single-dose", "multi-dose")),
    sites: maybe(listOf(text)),
    ...SERVICE,
    ...PLACE,
  },
  guidance: {
    kind: text,
    modality: oneOf("ultrasound", "fluoroscopy", "ct", "mri", "emg", "stimulation", "palpation", "none"),
    use: or(oneOf("guide", "look", "not-used", "past", "planned"), "guide"),
    for: maybe(listOf(text)),
    imageKept: or(yesNoUnsaid, null),
    described: or(yesNoUnsaid, null),
    ...SERVICE,
    ...PLACE,
  },
  count: {
    kind: text,
    of: oneOf("injections", "sites", "trigger-points", "passes", "muscles", "muscle-groups", "levels"),
    value: whole,
    ...SERVICE,
    ...PLACE,
  },
  clinical: {
    kind: text,
    of: oneOf(...Object.keys(CLINICAL)),
    said: or(oneOf("yes", "no"), "yes"),
    value: maybe({ test: isAmount, expected: "a number, 0 or more" }),
    unit: maybe(oneOf("day", "week", "month", "year", "percent", "point")),
    ...SERVICE,
    ...PLACE,
  },
  label: { kind: text, of: oneOf("cpt", "icd10", "hcpcs", "title", "modifier"), value: text, ...PLACE },
  statement: {
    kind: text,
    value: maybe(text),
    against: maybe(PLACE_ALONE),
    ...SERVICE,
    ...PLACE,
    says: oneOf(
      "not-performed",
      "nothing-injected",
      "no-other-structure",
      "trigger-point",
      "needle-only",
      "injection-done",
      "needling-done",
      "summary-conflict",
      "visit",
      "facility",
      "side-blank",
      "structure-blank",
      "each-level",
      "purpose",
    ),
  },
};
