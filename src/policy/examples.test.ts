/** Every worked example of rulebook/policies/examples holds. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../rulebook/node/load.ts";
import { answerOf, differences, type CoverageCase } from "./example.ts";

const { policies: book, coverageExamples } = compileRulebook(fileURLToPath(new URL("../../rulebook", import.meta.url)));
const examples = coverageExamples as readonly CoverageCase[];

describe("worked examples of coverage", () => {
  it.each(examples.map((e) => [e.id, e.title, e] as const))("%s: %s", (_id, _title, example) => {
    expect(differences(example, answerOf(example, book!))).toEqual([]);
  });
});
