/** Data against a schema: every disagreement becomes a finding with its place, what was found and what to do. */
import type { z } from "zod";
import type { Finding } from "../../../base/finding.ts";
import { problem, shown } from "../problems.ts";
import type { LeafParams } from "../schema/leaf.ts";
import { didYouMean, nearest } from "./nearest.ts";
import { LIMITS, type Parsed, type Path } from "./yaml.ts";

type Issue = z.core.$ZodIssue;

/**
 * `data`, which stands at `at` in the file, against a schema: NP1010 to NP1019 and NP1030 for what disagrees. `value`
 * is null when there are findings.
 */
export function validate<T>(
  schema: z.ZodType<T>,
  data: unknown,
  parsed: Parsed,
  at: Path,
): { readonly value: T | null; readonly findings: readonly Finding[] } {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, findings: [] };
  const issues = result.error.issues.slice(0, LIMITS.findings);
  const meant = new Set(issues.flatMap(keysMeant));
  const findings = issues
    .filter((issue) => !(meant.has(JSON.stringify(issue.path)) && valueAt(data, issue.path as Path) === undefined))
    .flatMap((issue) => findingsOf(issue, data, parsed, at));
  return { value: null, findings };
}

/** Keys that a misspelt one was meant to be: that they are missing need not be said as well. */
function keysMeant(issue: Issue): readonly string[] {
  if (issue.code !== "unrecognized_keys") return [];
  const known = issue.message.split(" ");
  return issue.keys.flatMap((key) => {
    const near = nearest(key, known);
    return near === null ? [] : [JSON.stringify([...issue.path, near])];
  });
}

function findingsOf(issue: Issue, data: unknown, parsed: Parsed, at: Path): readonly Finding[] {
  const inner = issue.path as Path;
  const path = [...at, ...inner];
  const found = valueAt(data, inner);
  const name = nameOf(path);
  if (issue.code === "unrecognized_keys") {
    const known = issue.message.split(" ");
    return issue.keys.map((key) =>
      problem(
        "NP1010",
        `Expected one of the keys ${known.join(", ")}, found ${shown(key)}.${didYouMean(key, known)}`,
        "Correct the key, or remove it: a key that is not known changes nothing.",
        [parsed.place([...path, key], "key")],
      ),
    );
  }
  const key = inner.at(-1);
  if (key === "cite" && (found === undefined || (Array.isArray(found) && found.length === 0))) {
    return [
      problem(
        "NP1030",
        `Expected a citation for ${nameOf(path.slice(0, -1))}, found none.`,
        "Add cite: with a source of sources/ and how it was read.",
        [parsed.place(path, "key")],
      ),
    ];
  }
  if (found === undefined) {
    return [
      problem("NP1011", `Expected the key ${shown(String(key))} here, found none.`, `Add the key ${String(key)}.`, [
        parsed.place(path),
      ]),
    ];
  }
  const place = [parsed.place(path)];
  switch (issue.code) {
    case "custom": {
      const { np, remedy, textual } = issue.params as unknown as LeafParams;
      const scalar = textual === true && (typeof found === "number" || typeof found === "boolean");
      const quoted = scalar ? `Write "${found}" in quotes: without them YAML takes it for a ${typeof found}.` : remedy;
      return [problem(np, `${name}: expected ${issue.message}, found ${shown(found)}.`, quoted, place)];
    }
    case "invalid_value":
      return [oneOf(name, issue.values.map(String), found, place)];
    case "invalid_union":
      return [oneOf(name, (issue as { options?: readonly unknown[] }).options?.map(String) ?? [], found, place)];
    case "invalid_key": {
      const params = (issue.issues[0] as unknown as { params?: LeafParams } | undefined)?.params;
      return [
        problem(
          params?.np ?? "NP1012",
          `Expected ${issue.issues[0]?.message ?? "another key"}, found ${shown(key)}.`,
          params?.remedy ?? "Correct the key.",
          [parsed.place(path, "key")],
        ),
      ];
    }
    case "invalid_type":
      return [
        problem(
          "NP1012",
          `${name}: expected ${FORMS[issue.expected] ?? issue.expected}, found ${shown(found)}.`,
          "Write it in the form docs/rulebook-format.md shows.",
          place,
        ),
      ];
    case "too_small":
      return [
        problem(
          "NP1012",
          `${name}: expected at least ${String(issue.minimum)} entry, found ${shown(found)}.`,
          "Add an entry.",
          place,
        ),
      ];
    default:
      return [
        problem("NP1012", `${name}: ${issue.message}.`, "Write it in the form docs/rulebook-format.md shows.", place),
      ];
  }
}

const FORMS: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a map of keys",
  record: "a map of keys",
  string: "text",
  number: "a number",
  boolean: "true or false",
};

function oneOf(name: string, words: readonly string[], found: unknown, place: Finding["rules"] & {}): Finding {
  const near = typeof found === "string" ? didYouMean(found, words) : "";
  return problem(
    "NP1015",
    `${name}: expected one of ${words.join(", ")}, found ${shown(found)}.${near}`,
    "Use a word of the list; it is closed.",
    place,
  );
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** `editions[1].from`, counted from 1 as people count; the whole file when empty. */
export function nameOf(path: Path): string {
  let name = "";
  for (const step of path) name += typeof step === "number" ? `[${step + 1}]` : name === "" ? step : `.${step}`;
  return name === "" ? "the file" : name;
}
