import { describe, expect, test } from "vitest";
import type { Determination } from "../../src/coding/determination.ts";
import { judge, supports, totals, type Verdict } from "./compare.ts";
import type { Answer, CodeLabel, LabelStatus, Sample } from "./corpus.ts";

const line = (text: string): CodeLabel => {
  const [head = "", n = "1"] = text.split("x");
  const [code = "", ...modifiers] = head.split("-");
  return { code, units: Number(n), modifiers };
};
const lines = (text: string): CodeLabel[] => text.split(" ").filter(Boolean).map(line);
const answer = (status: LabelStatus, codes: string, companions = ""): Answer => ({
  status,
  codes: lines(codes),
  companions: lines(companions),
  elsewhere: [],
});
const sample = (...answers: [Answer, ...Answer[]]): Sample => ({
  set: "written",
  id: "x",
  family: "trigger_point",
  voice: "",
  tags: [],
  dateOfService: null,
  payer: null,
  note: "",
  answers,
  why: "",
  contested: false,
  modifiersLabelled: true,
  mentions: null,
  drugs: null,
  guidance: undefined,
  counts: undefined,
});
const said = (status: LabelStatus, codes: string): Pick<Determination, "status" | "lines"> => ({
  status,
  lines: lines(codes).map((l) => ({ ...l, role: "procedure", says: "", because: [] })),
});
const flags = (v: Verdict): string =>
  (["exact", "overCoded", "underCoded", "needlessQuery", "missedQuery"] as const).filter((k) => v[k]).join(" ");

describe("one answer is supported by another", () => {
  test.each([
    ["20553", "20552", true],
    ["20552", "20553", false],
    ["20552", "", true],
    ["", "20552", false],
    ["20611 20610", "20610x2", true],
    ["20611", "20610x2", false],
    ["20550", "20551", false],
    ["20553 20550", "20550 20552", true],
    ["20610", "20605", false],
    ["J3301x4", "J3301x3", true],
  ])("%j supports %j: %s", (support, claim, yes) => {
    expect(supports(totals(lines(support)), totals(lines(claim)))).toBe(yes);
  });
});

describe("both sides are two units, however they are written", () => {
  test.each(["20610-50", "20610-RT 20610-LT", "20610x2"])("%s", (codes) => {
    const v = judge(sample(answer("determined", "20610-LT 20610-RT-59")), said("determined", codes));
    expect(v.exact).toBe(true);
    expect(v.modifiersRight).toBe(codes !== "20610x2");
  });
  test("one side is not both", () => {
    expect(flags(judge(sample(answer("determined", "20610-50")), said("determined", "20610-RT")))).toBe("underCoded");
  });
});

describe("what kind of miss", () => {
  const three = sample(answer("determined", "20553"));
  const ask = sample(answer("query", "20552"));
  const either = sample(answer("determined", "20553"), answer("query", "20552"));
  const nothing = sample(answer("none", ""));
  test.each([
    [three, "determined", "20553", "exact"],
    [three, "determined", "20552", "underCoded"],
    [three, "none", "", "underCoded"],
    [three, "query", "20552", "needlessQuery"],
    [three, "query", "20552 20610", "overCoded needlessQuery"],
    [ask, "query", "20552", "exact"],
    [ask, "determined", "20552", "missedQuery"],
    [ask, "determined", "20553", "overCoded missedQuery"],
    [ask, "query", "", "underCoded"],
    [either, "query", "20552", "exact"],
    [either, "determined", "20552", ""],
    [nothing, "determined", "20552", "overCoded"],
    [nothing, "query", "", "needlessQuery"],
    [nothing, "none", "", "exact"],
  ] as const)("%#", (want, status, codes, expected) => {
    expect(flags(judge(want, said(status, codes)))).toBe(expected);
  });
});

test("codes of other families are neither right nor wrong here", () => {
  const v = judge(sample(answer("none", "")), said("determined", "64405-50"));
  expect(v.exact).toBe(true);
  expect(v.got.elsewhere).toHaveLength(1);
});

test("discarded drug is a line of its own; more drug than was given is over-coded", () => {
  const want = sample(answer("determined", "20610", "J3301x3 J3301-JWx1"));
  expect(judge(want, said("determined", "20610 J3301x3 J3301-JWx1")).companionsRight).toBe(true);
  const whole = judge(want, said("determined", "20610 J3301x4"));
  expect(whole.companionsRight).toBe(false);
  expect(whole.overCompanion).toBe(true);
  expect(whole.exact).toBe(true);
});

describe("a question about a family without labels", () => {
  const asking = (...rules: string[]): Parameters<typeof judge>[1] => ({
    ...said("query", ""),
    queries: rules.map((rule) => ({ id: rule, asks: "", why: "", rule, options: [], indicators: [] })),
  });
  const nothing = sample(answer("none", ""));

  test("counts neither way where the labels leave that family out", () => {
    expect(judge(nothing, asking("chemodenervation-limb/64642/2014-01-01")).exact).toBe(true);
  });
  test("counts where every family is labelled", () => {
    const v = judge({ ...nothing, set: "own" }, asking("chemodenervation-limb/64642/2014-01-01"));
    expect(flags(v)).toBe("needlessQuery");
  });
  test.each([
    ["beside one about a labelled family", ["chemodenervation-limb/64642/2014-01-01", "joint/20610/2015-01-01"]],
    ["whose rule names no code", ["trigger-point"]],
  ])("is needless %s", (_, rules) => {
    expect(flags(judge(nothing, asking(...rules)))).toBe("needlessQuery");
  });
});
