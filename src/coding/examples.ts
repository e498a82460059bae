/**
 * Worked examples run against the engine: if the engine disagrees, a rule is wrong, or the example is. They
 * are not part of the compiled book; whoever holds the rule files passes them in.
 */
import type { Finding } from "../base/finding.ts";
import { printRange, type Range } from "../base/range.ts";
import type { Reading } from "../note/facts.ts";
import type { Citation, Rulebook } from "../rulebook/types.ts";
import type { Determination, Encounter } from "./determination.ts";
import { makeEngine } from "./determine.ts";
import { normaliseFacts } from "./normalise.ts";
import { exampleFails } from "./problems.ts";

type Bounds = readonly [min: number, max: number | null];

export interface ExpectedLine {
  readonly code: string;
  readonly units: number;
  readonly modifiers?: readonly string[];
}

/** One entry of `rulebook/examples/*.yaml`. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly dateOfService: string;
  readonly status: "current" | "superseded" | "contested" | "open" | "payer-specific";
  readonly cite: readonly Citation[];
  readonly note?: string;
  /** Facts without text and offsets. */
  readonly facts?: readonly unknown[];
  readonly payer?: string;
  readonly setting?: NonNullable<Encounter["setting"]>;
  readonly conventions?: Readonly<Record<string, string>>;
  readonly expect: {
    readonly status: Determination["status"];
    readonly lines: readonly ExpectedLine[];
    /** Other answers that are right too. */
    readonly also?: readonly { readonly status: Determination["status"]; readonly lines: readonly ExpectedLine[] }[];
    /** Conventions that must be among the contested points, touched whether or not they matter. */
    readonly contested?: readonly string[];
    readonly counts?: {
      readonly byName?: Bounds | Range;
      readonly bySide?: Bounds | Range;
      readonly muscles?: Bounds | Range;
    };
  };
  /** Why it cannot be run, in one sentence. */
  readonly skip?: string;
  readonly where?: { readonly file: string; readonly line: number };
}

export interface ExampleResult {
  readonly id: string;
  readonly outcome: "pass" | "fail" | "skip";
  /** What differs, or why it was skipped; empty for a pass. */
  readonly says: string;
}

export interface ExamplesRun {
  readonly kind: "examples";
  readonly results: readonly ExampleResult[];
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One finding for each example that fails, with its place in the rule files. */
  readonly findings: readonly Finding[];
}

/**
 * Runs examples against a book, with NP3090 for each that fails. `read`: the reader of notes; without it the engine's
 * own. Gives a result for each, in their order. Throws nothing.
 */
export function runExamples(
  book: Rulebook,
  examples: readonly Example[],
  read?: (text: string) => Reading,
): ExamplesRun {
  const engine = makeEngine(book, read === undefined ? {} : { read });
  const findings: Finding[] = [];
  const results = examples.map((example): ExampleResult => {
    if (example.skip !== undefined) return { id: example.id, outcome: "skip", says: example.skip };
    const says = differences(engine, example);
    if (says === "") return { id: example.id, outcome: "pass", says };
    findings.push(exampleFails(example.id, says, example.where));
    return { id: example.id, outcome: "fail", says };
  });
  const count = (outcome: ExampleResult["outcome"]): number => results.filter((r) => r.outcome === outcome).length;
  return { kind: "examples", results, passed: count("pass"), failed: count("fail"), skipped: count("skip"), findings };
}

function differences(engine: (encounter: Encounter) => Determination, example: Example): string {
  const wrong = example.facts === undefined ? [] : normaliseFacts(example.facts).findings;
  if (wrong.length > 0) return wrong.map((f) => f.reason).join(" ");
  const got = engine({
    id: example.id,
    dateOfService: example.dateOfService,
    ...(example.facts === undefined ? { note: example.note ?? "" } : { facts: normaliseFacts(example.facts).facts }),
    ...(example.payer === undefined ? {} : { payer: example.payer }),
    ...(example.setting === undefined ? {} : { setting: example.setting }),
    ...(example.conventions === undefined ? {} : { conventions: example.conventions }),
  });
  const { expect } = example;
  const right = [expect, ...(expect.also ?? [])];
  const says: string[] = [];
  if (!right.some((e) => e.status === got.status && sameLines(e.lines, got.lines))) {
    says.push(
      `expected ${right.map((e) => printed(e.status, e.lines)).join(" or ")}; got ${printed(got.status, got.lines)}.`,
    );
  }
  for (const id of expect.contested ?? []) {
    if (!got.contested.some((c) => c.convention === id)) says.push(`Expected ${id} to be touched; it is not.`);
  }
  for (const key of ["byName", "bySide", "muscles"] as const) {
    const asked = expect.counts?.[key];
    if (asked === undefined) continue;
    const [want, have] = [
      printRange(rangeOf(asked)),
      got.counts[key] === undefined ? "no count" : printRange(got.counts[key]),
    ];
    if (want !== have) says.push(`Expected ${key} ${want}; got ${have}.`);
  }
  return says.join(" ");
}

/** Same lines in any order. Modifiers are compared where the example gives them. */
function sameLines(expected: readonly ExpectedLine[], got: readonly ExpectedLine[]): boolean {
  const left = [...got];
  const strictFirst = [...expected].sort(
    (a, b) => Number(a.modifiers === undefined) - Number(b.modifiers === undefined),
  );
  for (const e of strictFirst) {
    const at = left.findIndex(
      (g) =>
        g.code === e.code &&
        g.units === e.units &&
        (e.modifiers === undefined || sameWords(e.modifiers, g.modifiers ?? [])),
    );
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length === 0;
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word) => b.includes(word));
}

/** An answer on one line. The order of lines and modifiers is no part of it. */
function printed(status: string, lines: readonly ExpectedLine[]): string {
  const each = lines.map((l) => [l.code, ...[...(l.modifiers ?? [])].sort()].join("-") + ` x${l.units}`).sort();
  return `${status} ${each.length === 0 ? "without a code" : each.join(", ")}`;
}

function rangeOf(bounds: Bounds | Range): Range {
  return "min" in bounds ? bounds : { min: bounds[0], max: bounds[1] };
}
