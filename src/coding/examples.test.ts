import { describe, expect, it } from "vitest";
import { runExamples, type Example } from "./examples.ts";
import { smallBook } from "./small-book.ts";

const example = (over: Partial<Example> = {}): Example => ({
  id: "ex-1",
  title: "Both trapezii",
  dateOfService: "2025-06-02",
  status: "current",
  cite: [],
  facts: [{ kind: "muscle", id: "trapezius", side: "bilateral", status: "injected" }],
  expect: { status: "determined", lines: [{ code: "20552", units: 1 }] },
  where: { file: "examples/counting.yaml", line: 7 },
  ...over,
});
const says = (over: Partial<Example>): string => runExamples(smallBook, [example(over)]).results[0]!.says;

describe("worked examples", () => {
  it("pass when the answer, the contested points and the counts are those expected", () => {
    const run = runExamples(smallBook, [
      example({
        expect: {
          status: "determined",
          lines: [{ code: "20552", units: 1 }],
          contested: ["cp-a"],
          counts: { byName: [1, 1], bySide: [2, 2] },
        },
      }),
    ]);
    expect(run).toMatchObject({
      passed: 1,
      failed: 0,
      skipped: 0,
      findings: [],
      results: [{ id: "ex-1", outcome: "pass", says: "" }],
    });
  });

  it("fail with the difference, as a finding at their place in the rule files", () => {
    const run = runExamples(smallBook, [
      example({ expect: { status: "determined", lines: [{ code: "20553", units: 1 }] } }),
    ]);
    expect(run.results).toEqual([
      { id: "ex-1", outcome: "fail", says: "expected determined 20553 x1; got determined 20552 x1." },
    ]);
    expect(run.findings[0]).toMatchObject({
      code: "NP3090",
      severity: "error",
      rules: [{ file: "examples/counting.yaml", line: 7 }],
    });
    expect(
      says({
        expect: {
          status: "determined",
          lines: [{ code: "20552", units: 1 }],
          contested: ["cp-c"],
          counts: { bySide: [1, null] },
        },
      }),
    ).toBe("Expected cp-c to be touched; it is not. Expected bySide 1 or more; got 2.");
    expect(says({ expect: { status: "none", lines: [] } })).toBe(
      "expected none without a code; got determined 20552 x1.",
    );
  });

  it("may have other right answers", () => {
    expect(
      says({
        expect: { status: "query", lines: [], also: [{ status: "determined", lines: [{ code: "20552", units: 1 }] }] },
      }),
    ).toBe("");
  });

  it("compare modifiers where they are given, and never the order of lines", () => {
    const facts = [
      { kind: "joint", id: "knee", side: "left", status: "injected" },
      { kind: "joint", id: "wrist", side: "right", status: "injected" },
    ];
    const lines = (right: readonly string[]): Example["expect"] => ({
      status: "determined",
      lines: [
        { code: "20605", units: 1, modifiers: right },
        { code: "20610", units: 1 },
      ],
    });
    expect(says({ facts, expect: lines(["RT"]) })).toBe("");
    expect(says({ facts, expect: lines(["LT"]) })).toContain("20605-LT x1");
    expect(says({ facts, expect: { status: "determined", lines: [{ code: "20610", units: 1 }] } })).not.toBe("");
  });

  it("are skipped with their reason, and fail when their facts are none", () => {
    expect(runExamples(smallBook, [example({ skip: "Needs a visit." })])).toMatchObject({
      skipped: 1,
      results: [{ outcome: "skip", says: "Needs a visit." }],
    });
    expect(says({ facts: [{ kind: "muscle" }] })).toContain("facts[0].status: expected");
  });

  it("read their note with the reader they are given", () => {
    const { facts: _facts, ...noted } = example({ note: "Left trapezius injected." });
    const read = (text: string) => ({
      kind: "reading" as const,
      facts: [
        {
          kind: "muscle" as const,
          id: "trapezius",
          side: "left" as const,
          status: "injected" as const,
          text,
          start: 0,
          end: text.length,
        },
      ],
      dates: [],
      findings: [],
    });
    expect(runExamples(smallBook, [noted], read).passed).toBe(1);
  });
});
