/** Whatever an encounter holds, its line is answered, or refused with the reason: nothing fails inside. */
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Determination } from "../coding/determination.ts";
import type { RefusedLine } from "./jsonl.ts";
import { build, needlepoint } from "./testing/cli.ts";

beforeAll(build);

const word = fc.oneof(fc.constantFrom("constructor", "__proto__", "trapezius", "2025-06-02", "neck", ""), fc.string());
const anything = fc.oneof(
  word,
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(word, { maxLength: 3 }),
  fc.dictionary(word, word, { maxKeys: 2 }),
);
/** Mostly what is expected there, now and then anything. */
const mostly = <T>(expected: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: expected }, { weight: 1, arbitrary: anything });
const oneOf = (...values: readonly unknown[]): fc.Arbitrary<unknown> => mostly(fc.constantFrom(...values));
const some = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<unknown> => mostly(fc.array(item, { maxLength: 4 }));
const record = (needed: Record<string, fc.Arbitrary<unknown>>, more: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ ...needed, ...more }, { requiredKeys: Object.keys(needed) });

const day = oneOf("2025-06-02", "2024-08-14", "2002-06-01", "1999-01-01", "2026-12-31");
const code = oneOf("20552", "20553", "20610", "64490", "J3301", "99213", "76942");
const mention = record(
  {
    kind: oneOf("muscle", "group", "joint", "facet", "tendon-sheath"),
    status: oneOf("injected", "needled", "examined", "past"),
  },
  {
    id: oneOf("trapezius", "rhomboids", "multifidus", "knee", "facet", "constructor", null),
    side: oneOf("left", "right", "bilateral", "unspecified"),
    level: oneOf("L4-5", "C7-T1", "T5"),
    levels: some(oneOf("L4-5", "L5-S1", "lumbar", "C8")),
    digit: oneOf("thumb", "ring", "great-toe"),
    text: word,
  },
);
const drug = record(
  { kind: fc.constant("substance"), id: oneOf("triamcinolone", "lidocaine", "constructor") },
  {
    agent: oneOf("steroid", "anaesthetic", "toxin"),
    dose: mostly(fc.record({ value: fc.double({ min: 0, noNaN: true }), unit: fc.constantFrom("mg", "mL") })),
    vial: oneOf("single-dose", "multi-dose"),
  },
);
const image = record(
  { kind: fc.constant("guidance"), modality: oneOf("ultrasound", "fluoroscopy", "ct") },
  { use: oneOf("guide"), imageKept: oneOf(true, false, null), described: oneOf(true, false, null) },
);
const encounter = record(
  { facts: some(fc.oneof(mention, drug, image)), dateOfService: day },
  {
    id: mostly(word),
    payer: oneOf("medicare", "aetna", "workers-comp", "constructor"),
    state: oneOf("FL", "VA", "OH", "PR"),
    county: mostly(word),
    setting: oneOf("office", "asc", "emergency", "other"),
    diagnoses: some(oneOf("M79.18", "m7918", "S46811D", "constructor", ".")),
    billed: some(record({ code, units: mostly(fc.nat(5)) }, { modifiers: some(oneOf("59", "50", "RT", "25")) })),
    history: some(record({ dateOfService: day, code }, { region: mostly(word), reliefPercent: mostly(fc.nat(100)) })),
    conventions: mostly(fc.dictionary(fc.constantFrom("cp-a", "cp-c", "constructor"), word)),
  },
);

it("a thousand encounters, well formed and not", () => {
  const lines = fc.sample(encounter, { numRuns: 1000, seed: 20552 }).map((e) => JSON.stringify(e));
  const { out } = needlepoint(["code", "--jsonl"], `${lines.join("\n")}\n`);
  const answers = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Determination | RefusedLine);
  expect(answers).toHaveLength(lines.length);
  const failed = answers.flatMap((a, i) => (a.findings.some((f) => f.code === "NP9999") ? [lines[i]] : []));
  expect(failed).toEqual([]);
  // Enough of both, or this shows nothing.
  const refused = answers.filter((a) => a.kind === "refused").length;
  expect(refused).toBeGreaterThan(100);
  expect(answers.length - refused).toBeGreaterThan(100);
});
