/** Facts written by hand (`--facts`, the API, worked examples): checked, defaults filled in, everything wrong said. */
import type { Finding } from "../base/finding.ts";
import { shown } from "../base/shown.ts";
import type { Fact } from "../note/facts.ts";
import { MENTION, OTHERS, type Field, type Fields } from "./fields.ts";
import { badFact, unknownKey } from "./problems.ts";

export interface Normalised {
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
}

/**
 * Takes any value (parsed JSON), gives the facts in it and a finding for whatever is not one: NP3020, NP3021. A fact
 * with a wrong field is left out whole: half a fact could change a code. Nothing given is changed or kept. Throws
 * nothing.
 */
export function normaliseFacts(json: unknown): Normalised {
  if (!Array.isArray(json)) return { facts: [], findings: [badFact("facts", "a list of facts", kindOf(json))] };
  const findings: Finding[] = [];
  const facts: Fact[] = [];
  json.forEach((entry: unknown, i) => {
    const fact = normalised(entry, `facts[${i}]`, findings);
    if (fact !== null) facts.push(fact);
  });
  return { facts, findings };
}

function normalised(entry: unknown, place: string, findings: Finding[]): Fact | null {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    findings.push(badFact(place, "an object with a kind", kindOf(entry)));
    return null;
  }
  const given = entry as Record<string, unknown>;
  const kind = Object.hasOwn(given, "kind") ? given["kind"] : undefined;
  if (typeof kind !== "string") {
    findings.push(badFact(`${place}.kind`, "the kind of the fact (muscle, substance, count, ...)", kindOf(kind)));
    return null;
  }
  const fields: Fields = Object.hasOwn(OTHERS, kind) ? OTHERS[kind]! : MENTION;
  const fact: Record<string, unknown> = {};
  const before = findings.length;
  for (const [name, field] of listOf(fields)) {
    const inherited = given[name];
    const value = inherited !== undefined && Object.hasOwn(given, name) ? inherited : undefined;
    if (value === undefined) {
      if (field.otherwise !== undefined) fact[name] = field.otherwise;
      else if (field.optional === undefined) findings.push(badFact(`${place}.${name}`, field.expected, "nothing"));
    } else if (field.test(value)) fact[name] = copied(value);
    else findings.push(badFact(`${place}.${name}`, field.expected, kindOf(value)));
  }
  const whole = findings.length === before;
  for (const key of Object.keys(given)) if (!Object.hasOwn(fields, key)) findings.push(unknownKey(place, key));
  return whole ? (fact as unknown as Fact) : null;
}

const LISTS = new Map<Fields, readonly (readonly [string, Field])[]>();

/** The fields of a kind in their order, listed once. */
function listOf(fields: Fields): readonly (readonly [string, Field])[] {
  let list = LISTS.get(fields);
  if (list === undefined) LISTS.set(fields, (list = Object.entries(fields)));
  return list;
}

/** A short, safe word for what was found instead. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return `"${shown(value, 40)}"`;
  return typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : typeof value === "undefined"
      ? "nothing"
      : "an object";
}

/** Lists and amounts are copied, so that the caller's own objects are never shared or frozen. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  return typeof value === "object" && value !== null ? { ...value } : value;
}
