/** What a note says on a payer's criteria: the specification of the reader's part, sentence by sentence. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../../rulebook/node/load.ts";
import type { ClinicalFact } from "../facts.ts";
import { makeReader } from "../read.ts";

const { book } = compileRulebook(new URL("../../../rulebook", import.meta.url).pathname);
const read = makeReader(book!);

/** "taut-band", "no twitch", "relief-percent 60 percent". */
const said = (note: string): string[] =>
  read(note, true)
    .facts.filter((f): f is ClinicalFact => f.kind === "clinical")
    .map((f) => [f.said === "no" ? "no" : "", f.of, f.value ?? "", f.unit ?? ""].join(" ").trim().replace(/ +/g, " "));

describe("findings on examination", () => {
  it.each([
    ["EXAM: There is a taut band in the left trapezius.", "taut-band"],
    ["EXAM: Palpable taut bands with a local twitch response.", "twitch"],
    ["EXAM: No twitch response was seen.", "no twitch"],
    ["EXAM: Twitch response: none.", "no twitch"],
    ["EXAM: Without taut band.", "no taut-band"],
    ["EXAM: Pain was referred to the temple.", "referred-pain"],
    ["EXAM: Decreased range of motion of the neck.", "restricted-motion"],
    ["EXAM: Trigger points were palpated in the trapezius.", "palpated-point"],
  ])("%s", (note, fact) => expect(said(note)).toContain(fact));

  it("takes a denial for its own finding only", () => {
    const facts = said("EXAM: Taut band, no twitch response.");
    expect(facts).toContain("taut-band");
    expect(facts).toContain("no twitch");
  });

  it("reads nothing from consent, education or an unticked box", () => {
    expect(said("CONSENT: Risks of a taut band were explained.")).toEqual([]);
    expect(said("EXAM:\n[ ] taut band\n[x] twitch response")).toEqual(["twitch"]);
  });
});

describe("care before", () => {
  it.each([
    ["HISTORY: Failed 6 weeks of physical therapy.", "conservative-care 6 week"],
    ["HISTORY: Six weeks of physical therapy without relief.", "conservative-care 6 week"],
    ["HISTORY: NSAIDs for three months did not help.", "conservative-care 3 month"],
    ["HISTORY: Pain refractory to conservative management.", "conservative-care"],
    ["HISTORY: He does a home exercise program.", "active-program"],
  ])("%s", (note, fact) => expect(said(note)).toContain(fact));

  it("is not what is only planned", () => {
    expect(said("PLAN: Physical therapy for 6 weeks.")).toEqual(["plan"]);
    expect(said("HISTORY: Will start physical therapy.")).not.toContain("physical-therapy");
  });

  it("is not failed because it was done", () => {
    expect(said("HISTORY: Physical therapy for 6 weeks.")).toEqual(["physical-therapy 6 week"]);
  });
});

describe("how long", () => {
  it.each([
    ["HISTORY: Neck pain for 8 months.", "symptom-duration 8 month"],
    ["HISTORY: 3 month history of neck pain.", "symptom-duration 3 month"],
    ["HISTORY: Low back pain x 2 years.", "symptom-duration 2 year"],
  ])("%s", (note, fact) => expect(said(note)).toContain(fact));

  it("is not a moment", () => {
    expect(said("HISTORY: Neck pain, injured 3 months ago.").some((f) => f.startsWith("symptom-duration"))).toBe(false);
  });
});

describe("response to the last injection", () => {
  it.each([
    ["HISTORY: Last injection gave 60% relief for 8 weeks.", ["relief-percent 60 percent", "relief-duration 8 week"]],
    ["HISTORY: 50 to 60 percent relief after the last injection.", ["relief-percent 50 percent"]],
    ["HISTORY: Less than 50% relief with prior injections.", ["no relief-percent 50 percent"]],
    [
      "HISTORY: Last injection: 50% improvement in function. Pain has returned.",
      ["function-gain 50 percent", "recurrence"],
    ],
    ["HISTORY: No prior injections.", ["first-time"]],
    ["HISTORY: Prior trigger point injections did not help.", ["repeat-time", "no-response"]],
  ])("%s", (note, facts) => expect(said(note)).toEqual(expect.arrayContaining(facts)));

  it("is told in the sentences after the injection is named, and not in a course without one", () => {
    expect(said("HISTORY: Last TPI was in March. She had 70% relief x 8 weeks.")).toContain("relief-duration 8 week");
    expect(said("HISTORY: Gradual improvement, and after three days he was extubated.")).toEqual([]);
  });

  it("is of trigger points when it says so", () => {
    expect(said("HISTORY: Prior injections of the knee.")).not.toContain("repeat-time");
    expect(said("HISTORY: Prior TPIs in March.")).toContain("repeat-time");
  });

  it("is not the relief right after today's", () => {
    expect(said("PROCEDURE: She had 90% relief immediately.").some((f) => f.startsWith("relief"))).toBe(false);
  });

  it("takes no moment for a length", () => {
    const facts = said("HISTORY: The last injection, 6 weeks ago, gave relief.");
    expect(facts.some((f) => f.startsWith("relief-duration"))).toBe(false);
  });
});

describe("what other words and lines say", () => {
  it.each([
    ["EXAM: In no acute distress.", []],
    ["ASSESSMENT: Acute infarct. COPD exacerbation.", []],
    ["EXAM: No atrophy or fasciculations.", []],
    ["EXAM: The joint was completely reduced. Range of motion of the toe is full.", []],
    ["Imaging guidance: None\nLocal twitch response: Yes", ["twitch"]],
    ["EXAM: non-specific radiculopathy", ["radiculopathy"]],
    ["HISTORY: Three-year history of small cell lung cancer.", []],
    ["PLAN: Home exercise program.", ["plan"]],
    ["PLAN: Continue home exercise program.", ["plan", "active-program"]],
  ])("%s", (note, facts) => expect(said(note)).toEqual(facts));
});

describe("scores", () => {
  it.each([
    ["EXAM: Pain score 7/10.", ["pain-score 7 point"]],
    ["Pre-procedure pain 7/10, post-procedure pain 2/10.", ["pain-before 7 point", "pain-after 2 point"]],
    ["Pain 7/10 before, 2/10 after.", ["pain-before 7 point", "pain-after 2 point"]],
    ["Pain 8/10 to 4/10.", ["pain-before 8 point", "pain-after 4 point"]],
    ["Pain decreased from 7/10 to 2/10.", ["pain-before 7 point", "pain-after 2 point"]],
  ])("%s", (note, facts) => expect(said(note)).toEqual(expect.arrayContaining(facts)));

  it("are no dates", () => {
    expect(said("Pain since 7/10/2024.")).toEqual([]);
  });
});

describe("the reader", () => {
  const note = readFileSync(new URL("../../../examples/three-muscles.txt", import.meta.url), "utf8");

  it("reads criteria only when it is asked to, and everything else alike", () => {
    const full = `${note}\nEXAM: taut band, 7/10 pain.\n`;
    const plain = read(full).facts;
    expect(plain.some((f) => f.kind === "clinical")).toBe(false);
    expect(read(full, true).facts.filter((f) => f.kind !== "clinical")).toEqual(plain);
  });

  it("keeps the exact place of every fact", () => {
    const text = "EXAM: Taut band.\r\nHISTORY: Last injection gave 60% relief for 8 weeks.";
    for (const f of read(text, true).facts) expect(text.slice(f.start, f.end)).toBe(f.text);
  });
});
