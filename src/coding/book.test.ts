/** The questions this project grew out of, put to the written rules. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Fact, Side } from "../note/facts.ts";
import { compileRulebook } from "../rulebook/node/load.ts";
import type { Determination, Encounter } from "./determination.ts";
import { makeEngine } from "./determine.ts";
import { runExamples } from "./examples.ts";
import { smallBook } from "./small-book.ts";
import { says } from "./small-facts.ts";

const compiled = compileRulebook(fileURLToPath(new URL("../../rulebook", import.meta.url)));
// Without a book the first test says why, and there is nothing to put the other questions to.
const book = compiled.book ?? smallBook;
const engine = makeEngine(book);

const m = (id: string, side: Side, more: Partial<Fact> = {}): Fact =>
  ({ kind: book.structures[id]!.kind, id, side, status: "injected", text: "", start: 0, end: 0, ...more }) as Fact;
const on = (dateOfService: string, facts: readonly Fact[], more: Partial<Encounter> = {}): Determination =>
  engine({ dateOfService, facts, ...more });
const now = (...facts: readonly Fact[]): Determination => on("2025-06-02", facts);
const answer = (d: Determination): string =>
  [d.status, ...d.lines.map((l) => [l.code, ...l.modifiers].join("-") + ` x${l.units}`)].join(" ");

describe("the rule files", () => {
  it("compile without an error", () => {
    expect(compiled.findings.filter((f) => f.severity === "error").map((f) => f.reason)).toEqual([]);
  });
});

describe.skipIf(compiled.book === null)("the written rules", () => {
  it("count left trapezius, left rhomboids and left supraspinatus as three at least", () => {
    const d = now(m("trapezius", "left"), m("rhomboids", "left"), m("supraspinatus", "left"));
    expect(answer(d)).toBe("determined 20553 x1");
    expect(d.counts.muscles).toEqual({ min: 3, max: 4 });
  });

  it("answer the two examples of 2002", () => {
    expect(answer(now(m("multifidus", "left", { level: "L5" })))).toBe("determined 20552 x1");
    const three = [m("multifidus", "left"), m("trapezius", "left"), m("levator-scapulae", "right")];
    for (const date of ["2002-06-01", "2003-06-01", "2025-06-02"])
      expect(answer(on(date, three))).toBe("determined 20553 x1");
  });

  it("ask for the muscles of a list of spinal levels", () => {
    const levels = ["C2-3", "C6-7", "C7-T1"].map((level) => m("cervical-paraspinals", "bilateral", { level }));
    const d = now(...levels, m("thoracic-paraspinals", "bilateral", { level: "T2-3" }));
    expect(answer(d)).toBe("query 20552 x1");
    expect(d.queries.map((q) => q.id)).toEqual(["trigger-point/muscles"]);
    expect(d.queries[0]?.indicators).toHaveLength(8);
  });

  it("follow the date", () => {
    const facts = [m("splenius-capitis", "left"), m("trapezius", "left"), m("supraspinatus", "left")];
    const dates = ["2001-06-01", "2002-06-01", "2003-06-01", "2005-06-01", "2025-06-02"];
    expect(dates.map((date) => on(date, facts).lines[0]?.code)).toEqual(["20550", "20552", "20553", "20553", "20553"]);
    const needled = facts.map((f) => ({ ...f, status: "needled" }) as Fact);
    expect([on("2019-12-31", needled), on("2020-01-01", needled)].map((d) => d.lines[0]?.code)).toEqual([
      "20999",
      "20561",
    ]);
  });

  it("show both counts where only the sides decide", () => {
    const d = now(m("trapezius", "bilateral"), m("supraspinatus", "right"));
    expect(answer(d)).toBe("determined 20553 x1");
    expect(d.contested).toMatchObject([
      {
        convention: "cp-a",
        applied: "by-side",
        matters: true,
        answers: [{ count: { min: 3 } }, { count: { min: 2 } }],
      },
    ]);
    expect(d.contested[0]?.answers.every((a) => a.citations.length > 0)).toBe(true);
    expect(now(m("trapezius", "bilateral")).contested.map((c) => c.matters)).toEqual([false]);
  });

  it("count twelve injections into one muscle as one muscle", () => {
    expect(answer(now(m("trapezius", "right", { sites: 12 })))).toBe("determined 20552 x1");
  });

  it("know a trigger finger from a trigger point", () => {
    expect(answer(now(m("flexor-sheath-index", "right"), says("trigger-point")))).toMatch(/^determined 20550/);
  });

  it("give every line a rule with its place and its source", () => {
    const d = now(m("trapezius", "left"), m("knee", "left"), m("flexor-sheath-index", "right"));
    expect(d.lines).toHaveLength(3);
    for (const { because } of d.lines)
      for (const { rule, citations } of because) {
        expect(rule).not.toBe("");
        expect(citations.length).toBeGreaterThan(0);
        for (const id of citations) expect(book.sources[id]).toBeDefined();
      }
    for (const step of d.trace)
      expect(step).toMatchObject({ file: expect.stringMatching(/\.yaml$/), line: expect.any(Number) });
  });

  it("ask every question without leading", () => {
    for (const family of book.families)
      for (const question of Object.values(family.questions)) {
        expect(`${question.asks} ${question.options.join(" ")}`).not.toMatch(
          /\b\d{5}\b|three or more|\$|payment|reimburse/i,
        );
      }
  });

  it("agree with every worked example that can be run", () => {
    const { findings } = runExamples(book, compiled.examples);
    expect(findings.map((f) => f.reason)).toEqual([]);
  });
});
