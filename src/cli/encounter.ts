/**
 * An encounter as it was handed over (JSON, or a note and options), checked field by field. What was meant
 * and misspelt would silently change the answer, so anything that is not understood refuses the whole.
 */
import { isDate } from "../base/dates.ts";
import type { Finding } from "../base/finding.ts";
import type { Encounter } from "../coding/determination.ts";
import { normaliseFacts } from "../coding/normalise.ts";
import { notADate } from "../coding/problems.ts";
import { LIMIT, neither, noteAndFacts, tooLarge, unknownField, unknownState, wrongField } from "./findings.ts";
import { payerOf, stateOf } from "./places.ts";

type Check = (value: unknown, at: string) => readonly Finding[];
export type Checked =
  | { readonly encounter: Encounter; readonly findings: readonly [] }
  | { readonly encounter: null; readonly findings: readonly Finding[] };

/**
 * A checked encounter, its payer and state written the rulebook's way, or the findings that say why not (NP9023,
 * NP9026 to NP9029; NP3001; NP3020, NP3021 of facts). `defaults` (the options of the command) fill what the encounter
 * leaves open. `at` names it in findings.
 */
export function checkEncounter(value: unknown, defaults: Partial<Encounter>, at: string): Checked {
  if (!isRecord(value))
    return { encounter: null, findings: [wrongField(at, "an encounter (a JSON object)", found(value))] };
  const given: Record<string, unknown> = { ...defaults };
  // A null in JSON means "not given", as it does in most systems that write encounters.
  for (const [key, v] of Object.entries(value)) if (v !== null) given[key] = v;
  if (given["kind"] === "encounter") delete given["kind"];

  const findings = Object.entries(given).flatMap(([key, v]) =>
    Object.hasOwn(FIELDS, key) ? FIELDS[key as keyof Encounter](v, `${at}: ${key}`) : [unknownField(at, key)],
  );
  if (given["note"] !== undefined && given["facts"] !== undefined) findings.push(noteAndFacts(at));
  if (given["note"] === undefined && given["facts"] === undefined) findings.push(neither(at));
  if (findings.length > 0) return { encounter: null, findings };

  const encounter = given as Encounter;
  const facts = encounter.facts === undefined ? undefined : normaliseFacts(encounter.facts);
  if (facts !== undefined && facts.findings.length > 0) return { encounter: null, findings: facts.findings };
  const payer = encounter.payer === undefined ? undefined : payerOf(encounter.payer);
  const state = encounter.state === undefined ? undefined : stateOf(encounter.state);
  return {
    encounter: {
      ...encounter,
      ...(facts && { facts: facts.facts }),
      ...(payer && { payer }),
      ...(state && { state }),
      // A line of a claim may leave its modifiers out; the engine counts on the list.
      ...(encounter.billed && { billed: encounter.billed.map((l) => ({ ...l, modifiers: l.modifiers ?? [] })) }),
    },
    findings: [],
  };
}

// ---- fields ------------------------------------------------------------------------------------------

const text: Check = (v, at) => (typeof v === "string" ? [] : [wrongField(at, "text", found(v))]);
const list: Check = (v, at) => (Array.isArray(v) ? [] : [wrongField(at, "a list", found(v))]);

const date: Check = (v, at) => {
  if (typeof v !== "string") return [wrongField(at, "a date as text", found(v))];
  return isDate(v) ? [] : [notADate(v)];
};

const note: Check = (v, at) => {
  if (typeof v !== "string") return [wrongField(at, "text", found(v))];
  if (v.trim() === "") return [wrongField(at, "the text of a note", "nothing but blank space")];
  return v.length > LIMIT ? [tooLarge(at)] : [];
};

const known =
  (knows: (value: string) => string | undefined, refuse: (at: string, value: string) => Finding): Check =>
  (v, at) => {
    if (typeof v !== "string") return [wrongField(at, "text", found(v))];
    return knows(v) === undefined ? [refuse(at, v)] : [];
  };

const oneOf =
  (...words: string[]): Check =>
  (v, at) =>
    typeof v === "string" && words.includes(v) ? [] : [wrongField(at, `one of ${words.join(", ")}`, found(v))];

const listOf =
  (check: Check): Check =>
  (v, at) =>
    Array.isArray(v) ? v.flatMap((item, i) => check(item, `${at} ${i + 1}`)) : [wrongField(at, "a list", found(v))];

const fields =
  (needed: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  (v, at) => {
    if (!isRecord(v)) return [wrongField(at, "an object", found(v))];
    const all: Record<string, Check> = { ...needed, ...optional };
    return [
      ...Object.keys(needed)
        .filter((key) => v[key] === undefined)
        .map((key) => wrongField(at, `a field "${key}"`, "none")),
      ...Object.entries(v).flatMap(([key, item]) =>
        Object.hasOwn(all, key) ? (all[key] as Check)(item, `${at}: ${key}`) : [],
      ),
    ];
  };

const units: Check = (v, at) =>
  typeof v === "number" && Number.isFinite(v) && v >= 0 ? [] : [wrongField(at, "a number of units", found(v))];
const percent: Check = (v, at) =>
  typeof v === "number" && v >= 0 && v <= 100 ? [] : [wrongField(at, "a percentage, 0 to 100", found(v))];

const session = fields({ dateOfService: date, code: text }, { region: text, reliefPercent: percent });
const billed = fields({ code: text, units }, { modifiers: listOf(text) });

const FIELDS: { readonly [K in keyof Required<Encounter>]: Check } = {
  id: text,
  // Whether it is a day, and one that the book knows, is the engine's to say: its answer names it.
  dateOfService: text,
  note,
  facts: list,
  // A payer that nobody knows changes no code: the answer's coverage says so.
  payer: text,
  state: known(stateOf, unknownState),
  county: text,
  setting: oneOf("office", "hospital-outpatient", "asc", "emergency", "other"),
  diagnoses: listOf(text),
  billed: listOf(billed),
  history: listOf(session),
  historyGaps: units,
  conventions: (v, at) =>
    isRecord(v)
      ? Object.entries(v).flatMap(([key, item]) => text(item, `${at}: ${key.slice(0, 40)}`))
      : [wrongField(at, "an object", found(v))],
};

/** Is it a JSON object (not a list, not null)? */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a value is, without showing it: it may be a piece of a note in the wrong field. */
function found(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return "other text";
  return typeof value === "number" ? `the number ${value}` : typeof value;
}
