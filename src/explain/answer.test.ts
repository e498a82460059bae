/** The answer as people see it, on the notes in examples/. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeEngine } from "../coding/determine.ts";
import { makeReader } from "../note/read.ts";
import { compileRulebook } from "../rulebook/node/load.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { answerText } from "./answer.ts";
import { besideCodes } from "./beside-page.ts";
import { citeSearch } from "./cite.ts";
import { determined, lasting, SEED } from "./testing/cases.ts";
import { resolve, sourceInFull } from "./citations.ts";
import { explainCode, historyText } from "./code-page.ts";
import { compareText } from "./compare-page.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const book = compileRulebook(at("rulebook")).book as Rulebook;
const engine = makeEngine(book, { read: makeReader(book) });
const notes = readdirSync(at("examples")).filter((f) => f.endsWith(".txt"));
const answer = (file: string, dateOfService?: string): string => {
  const note = readFileSync(at(`examples/${file}`), "utf8");
  return answerText(engine({ note, ...(dateOfService === undefined ? {} : { dateOfService }) }), book, { note });
};

describe("where a code is decided", () => {
  it.each(["trigger-point", "dry-needling", "tendon", "joint", "carpal-tunnel"])(
    "%s: every citation names a place in its source",
    (id) => {
      const family = book.families.find((f) => f.id === id)!;
      const cites = family.editions.flatMap((e) => [...e.cite, ...e.rows.flatMap((r) => r.cite)]);
      for (const c of cites) expect(resolve(c, book)?.locator, c.source).toEqual(expect.any(String));
    },
  );
  it("a citation without one says so, with the rule's dates and the address", () => {
    const { locator: _, ...source } = { ...book.sources["aafp-2003"]!, address: "https://example.org/a" };
    const rule = { from: "2003-01-01", until: null };
    const line = sourceInFull({ source: "s", how: "in-full" }, { sources: { s: source } }, rule);
    expect(line).toMatch(/, no place in it given\. /);
    expect(line).toMatch(/The rule is in force from 2003-01-01 on\. https:\/\/example\.org\/a$/);
  });
});

describe("the answer", () => {
  it.each(notes)("%s fits 80 columns and has no trailing space", (file) => {
    for (const line of answer(file).split("\n")) {
      expect(line.length).toBeLessThanOrEqual(80);
      expect(line).toBe(line.trimEnd());
    }
  });
  it.each([
    ["2001-06-01", "20550 x1"],
    ["2002-06-01", "20552 x1"],
    ["2003-06-01", "20553 x1"],
    ["2025-06-02", "20553 x1"],
  ])("three muscles on %s: %s", (date, code) => expect(answer("three-muscles.txt", date)).toContain(code));
  it.each(SEED)("%s, at three levels, as the golden files have it", async (name) => {
    const { note, d } = determined(name);
    for (const detail of ["line", "steps", "everything"] as const)
      await expect(lasting(answerText(d, book, { note, detail }))).toMatchFileSnapshot(
        `golden/answer-${name}-${detail}.txt`,
      );
    await expect(lasting(answerText(d, book, { note }))).toMatchFileSnapshot(`golden/answer-${name}.txt`);
  });
  it("asks first when a fact is missing", () => {
    const text = answer("paraspinous-list.txt");
    expect(text.indexOf("Please name the muscle")).toBeLessThan(text.indexOf("Counted in the note"));
  });
  it("counts on the note's own words", () => {
    expect(answer("three-muscles.txt")).toMatch(/- left rhomboids \(1 to 2\), line \d+: "rhomboids"/);
  });
  it("asks about the site that lost its noun", () => {
    const text = answer("paraspinous-list.txt");
    expect(text).toContain("Ask the doctor. The least that the note supports:");
    expect(text).toContain('"bilateral T4-5"');
  });
  it("shows both counts and both answers where sides decide", () => {
    const text = answer("both-trapezii-and-supraspinatus.txt");
    expect(text).toMatch(/by name 2, by side 3/);
    expect(text).toMatch(/Counts 2: 20552/);
  });
  it("says that sides make no difference where they do not", () => {
    expect(answer("both-trapezii.txt")).toContain("No\n    difference here.");
  });
  it("says what was seen and why it does not count", () => {
    expect(answer("nothing-injected.txt")).toContain("Seen, and not counted");
  });
  it("names no code, no count and no money in a question", () => {
    for (const file of notes) {
      const note = readFileSync(at(`examples/${file}`), "utf8");
      for (const q of engine({ note }).queries)
        expect([q.asks, ...q.options].join(" ")).not.toMatch(/\d{5}|three or more|CPT|pay|reimburs|bill/i);
    }
  });
});

describe("pages of the book", () => {
  it("explains a code on a date", () => {
    const page = explainCode("20552", book, { on: "2002-06-01" });
    expect(page.kind === "page" && page.text).toMatch(/muscle group/);
  });
  it("refuses an unknown code and names its like", () => {
    expect(explainCode("20559", book)).toMatchObject({ kind: "refused", finding: { code: "NP5001" } });
  });
  it("explains codes that stand beside a procedure, on a day and over time", () => {
    expect(explainCode("76942", book)).toMatchObject({ kind: "page" });
    expect(explainCode("J1030", book, { on: "2024-03-31" })).toMatchObject({ kind: "page" });
    expect(explainCode("J1030", book, { on: "2024-04-01" })).toMatchObject({
      kind: "refused",
      finding: { code: "NP5002" },
    });
    const page = historyText("77002", book);
    expect(page.kind === "page" && page.text).toMatch(/From 2007-01-01 on/);
  });
  it("has a page for every code that an answer can name", () => {
    const codes = [...Object.keys(book.codes), ...besideCodes(book)];
    for (const code of codes) expect(historyText(code, book), code).toMatchObject({ kind: "page" });
  });
  it("tells every edition", () => {
    const page = historyText("20553", book);
    expect(page.kind === "page" && page.text.match(/^From /gm)?.length).toBe(book.codes["20553"]?.editions.length);
  });
  it("sets two codes side by side", () => {
    const page = compareText("20552", "20553", book);
    expect(page.kind === "page" && page.text).toMatch(/20552 +20553/);
  });
  it("sets a procedure beside imaging or a drug, as far as the three are alike", () => {
    const imaging = compareText("20552", "76942", book);
    expect(imaging.kind === "page" && imaging.text).toMatch(/Counts +muscle +encounter/);
    const drugs = compareText("J1030", "J1010", book, { on: "2024-03-31" });
    expect(drugs).toMatchObject({ kind: "refused", finding: { code: "NP5002" } });
    const steroids = compareText("J3301", "J1010", book);
    expect(steroids.kind === "page" && steroids.text).toMatch(/One unit is 10 mg.*One unit is 1 mg/);
    expect(compareText("20552", "20559", book)).toMatchObject({ kind: "refused", finding: { code: "NP5001" } });
  });
  it.each([
    ["eight muscle groups", /eight/i],
    ["left and right trapezius", /left and the right/i],
    ["dry needling", /needl/i],
    ["ultrasound image kept", /image|ultrasound/i],
  ])("finds the right page for %s", (words, first) => {
    const page = citeSearch(words, book);
    expect(page.kind === "page" && page.text.slice(0, 400)).toMatch(first);
  });
});
