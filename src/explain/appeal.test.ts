/** Appeals: a letter when the note and the rules speak against the denial, and plain words when they do not. */
import { describe, expect, it } from "vitest";
import type { BilledLine } from "../coding/determination.ts";
import { appealOf } from "./appeal.ts";
import { asText } from "./as-text.ts";
import { denialOf } from "./denial.ts";
import { book, decide, determined, lasting } from "./testing/cases.ts";

const line = (code: string, units = 1, modifiers: readonly string[] = []): BilledLine => ({ code, units, modifiers });
const appeal = (name: string, denial: string, billed: readonly BilledLine[] = []): string => {
  const { note, d } = determined(name);
  const made = appealOf(d, { denial, billed }, note, book);
  return made.kind === "made" ? lasting(asText(made.document)) : made.findings.map((f) => f.code).join();
};

describe("the reason of a denial", () => {
  it.each([
    ["CO-151", "units"],
    ["co 97", "bundled"],
    ["236", "bundled"],
    ["PR50", "necessity"],
    ["too many units", "units"],
    ["not medically necessary per LCD", "necessity"],
    ["Benefit maximum reached", "frequency"],
    ["requested medical records not received", "records"],
  ])("%s is about %s", (given, id) => expect(denialOf(given, book)?.id).toBe(id));

  it("is refused when nobody knows it, with those that are known", () =>
    expect(appeal("three-muscles", "purple")).toBe("NP5020"));
});

describe("an appeal", () => {
  it("is written when the note supports what was billed", async () => {
    await expect(appeal("three-muscles", "CO-150", [line("20553")])).toMatchFileSnapshot(
      "golden/appeal-three-muscles.txt",
    );
  });

  it.each([
    ["more units than the note supports", "three-muscles", "CO-151", [line("20553", 3)]],
    ["the higher code on the lesser note", "one-muscle", "CO-150", [line("20553")]],
    ["two codes that the note has one of", "three-muscles", "bundled", [line("20553"), line("20552", 1, ["59"])]],
    ["a modifier that the note does not support", "three-muscles", "CO-4", [line("20553", 1, ["50"])]],
    ["nothing done at all", "nothing-injected", "CO-50", [line("20552")]],
  ])("is not written for %s: the denial is right", (_, name, denial, billed) => {
    const text = appeal(name, denial, billed);
    expect(text).toContain("NOTHING TO APPEAL: THE DENIAL IS RIGHT");
    expect(text).not.toContain("Please reconsider");
  });

  it("waits for the provider when a fact is missing", () => {
    const text = appeal("paraspinous-list", "CO-150", [line("20553")]);
    expect(text).toContain("NOT YET: A FACT IS MISSING");
    expect(text).toContain("Please name the muscle or muscles");
  });

  it("leaves a payer's own rule to the payer when none is named", () =>
    expect(appeal("three-muscles", "CO-50", [line("20553")])).toContain("NOT YET: THE PAYER'S OWN RULE DECIDES"));

  it("leaves authorisations and late claims to the claim's history", () =>
    expect(appeal("three-muscles", "CO-29")).toContain("NOT ANSWERED BY THE NOTE"));

  it("tells the writer what is contested before it is sent", () =>
    expect(appeal("three-muscles", "CO-150", [line("20553")])).toContain(
      "Contested: How many muscles is a group word",
    ));

  it("says nothing that the note does not: every quotation stands in it", () => {
    const { note, d } = determined("three-muscles");
    const made = appealOf(d, { denial: "CO-150", billed: [line("20553")] }, note, book);
    if (made.kind !== "made") throw new Error("refused");
    for (const block of made.document.blocks)
      if (block.kind === "excerpt")
        for (const l of block.lines)
          expect(l === null || note.includes(l.words.map((w) => w.text).join(""))).toBe(true);
  });

  it("refuses another rulebook's determination", () => {
    const { note, d } = determined("three-muscles");
    const other = { ...d, receipt: { ...d.receipt, rulebook: "sha256-0" } };
    expect(appealOf(other, { denial: "97" }, note, book)).toMatchObject({ findings: [{ code: "NP5010" }] });
    expect(decide({ note }).receipt.rulebook).toBe(book.hash);
  });
});
