/** What is told without a plain verb and list: fingers in a list, a place said to be entered, services apart, muscles counted. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../rulebook/node/load.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { isMention } from "./facts.ts";
import { makeReader } from "./read.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../rulebook", import.meta.url)));
const read = makeReader(book as Rulebook);

/** "left flexor-sheath index" for each treated structure, sorted, each once. */
function treated(note: string): string[] {
  const found = read(note)
    .facts.filter(isMention)
    .filter((m) => m.status === "injected" || m.status === "needled");
  return [...new Set(found.map((m) => [m.side, m.id, m.digit].filter(Boolean).join(" ")))].sort();
}

describe("a note that begins with its date", () => {
  it.each(["", "Date of service: 06/02/2025\n", "DOS 06/02/2025\n", "Date: 6/2/25\n\n"])("%j", (head) => {
    expect(treated(`${head}Trigger point injection of left trapezius with lidocaine.`)).toEqual(["left trapezius"]);
    expect(treated(`${head}Trigger point injection of left trapezius was discussed.`)).toEqual([]);
  });
});

describe("fingers and toes", () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      "in a list after",
      "Injection into the flexor tendon sheaths of the left index and long fingers with 10 mg kenalog each was performed.",
      ["left flexor-sheath index", "left flexor-sheath middle"],
    ],
    [
      "in a list before",
      "Right third and fourth trigger fingers injected with 0.5 cc celestone each.",
      ["right flexor-sheath middle", "right flexor-sheath ring"],
    ],
    [
      "numbers before a joint of the foot",
      "Right 2nd, 3rd and 4th MTP joints injected with 10 mg kenalog each.",
      ["right mtp 2nd-toe", "right mtp 3rd-toe", "right mtp 4th-toe"],
    ],
    [
      "one injected, one not",
      "The flexor sheath of the right ring finger was injected with 10 mg kenalog; the middle finger was not injected.",
      ["right flexor-sheath ring"],
    ],
  ])("%s", (_, note, expected) => expect(treated(note)).toEqual(expected));
});

describe("places and sides", () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      "intra-articular",
      "PROCEDURE: Intra-articular injection of the right hip with 80 mg of Depo-Medrol was performed.",
      ["right hip"],
    ],
    [
      "a place between side and structure",
      "R shoulder subacromial bursa injected with 40 mg Kenalog.",
      ["right subacromial-bursa"],
    ],
    [
      "a side in brackets before",
      "Procedure: Trigger point injections\nMuscles: (R) upper trapezius, (R) levator scapulae, (L) infraspinatus\nLidocaine 1% 3 mL",
      ["left infraspinatus", "right levator-scapulae", "right trapezius"],
    ],
    [
      "a side before the needle's way",
      "Kenalog 10 mg was injected on the left into the thumb flexor sheath.",
      ["left flexor-sheath-thumb"],
    ],
    [
      "the side of its own label",
      "Right shoulder: glenohumeral joint injected with Kenalog. Left shoulder: subacromial bursa injected with Kenalog.",
      ["left subacromial-bursa", "right glenohumeral"],
    ],
  ])("%s", (_, note, expected) => expect(treated(note)).toEqual(expected));
});

describe("told without a verb", () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      "needle and amount at one structure",
      "Probe dorsal over right first CMC joint. 27 gauge needle out of plane, 0.25 mL triamcinolone 40 mg/mL.",
      ["right cmc-thumb"],
    ],
    ["a gel for joints", "Synvisc-One 48 mg L knee", ["left knee"]],
    [
      "a drug divided",
      "3 ml of 1% lidocaine was divided among trigger points in the left trapezius and left levator scapulae.",
      ["left levator-scapulae", "left trapezius"],
    ],
    ["a diagnosis, then the verb", "Right knee OA - injected today with 40 mg Kenalog.", ["right knee"]],
    [
      "a name that is also a diagnosis",
      "De Quervain's injection, left: 0.5 cc Celestone.",
      ["left first-dorsal-compartment"],
    ],
    [
      "what stands before the colon",
      "TPI with lidocaine 3 mL and Sarapin 3 mL, 2 mL to every one of them in turn: L gluteus medius, L gluteus minimus.",
      ["left gluteus-medius", "left gluteus-minimus"],
    ],
  ])("%s", (_, note, expected) => expect(treated(note)).toEqual(expected));
  it.each<readonly [string, string]>([
    [
      "two structures",
      "Over the right first CMC joint and the right STT joint. 27 gauge needle, 0.25 mL triamcinolone.",
    ],
    ["a gel that helped once", "Synvisc L knee helped for a year."],
    ["a gel to be given", "Will order Synvisc-One 48 mg for the L knee."],
    [
      "a region before an injection of its own name",
      "Cervical epidural: none. Cervical injection offered, patient declined.",
    ],
    ["a drug by mouth of a muscle", "Toradol 60 mg IM given in the left gluteus. Lidocaine patch advised."],
    ["last seen", "She was last seen when we did trigger point injections in the left trapezius."],
  ])("not: %s", (_, note) => expect(treated(note)).toEqual([]));
});

describe("what is taken back or never was", () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      "the side in an addendum",
      "Procedure: Right knee injection with 40 mg Kenalog.\nADDENDUM: The laterality above is incorrect. The LEFT knee was injected, not the right.",
      ["left knee"],
    ],
    [
      "an arthrogram",
      "Arthrogram: 12 cc of dilute gadolinium was injected into the right glenohumeral joint under fluoroscopy.",
      [],
    ],
    [
      "contrast, then the drug",
      "PROCEDURE: Contrast was injected into the right hip joint, then 80 mg of Kenalog was injected into the right hip joint.",
      ["right hip"],
    ],
    [
      "trigger points by number",
      "Trigger points marked 1-2 in the right piriformis and right gluteus medius. Trigger points 1-2 were injected with 1 cc lidocaine each.",
      ["right gluteus-medius", "right piriformis"],
    ],
    [
      "another number than there are",
      "Trigger points marked in the right piriformis and right gluteus medius. Trigger points 1-3 were injected with lidocaine.",
      [],
    ],
  ])("%s", (_, note, expected) => expect(treated(note)).toEqual(expected));
  it("a field answered with none says nothing was done", () =>
    expect(read("Injected: none today. Trigger points improving.").facts).not.toContainEqual(
      expect.objectContaining({ says: "injection-done" }),
    ));
});

describe("numbers and services", () => {
  it("muscles counted and not named are muscles without names", () => {
    const [m] = read("PT dry needled 2 muscles, no injection").facts.filter(isMention);
    expect(m).toMatchObject({ kind: "group", id: null, status: "needled" });
    expect(read("Plan: two muscles will be injected.").facts.filter(isMention)).toEqual([]);
  });
  it("keeps apart what was guided and what expressly was not", () => {
    const facts = read(
      "Right shoulder: glenohumeral joint injected under ultrasound with Kenalog; images saved. Left shoulder: subacromial bursa injected by landmark with Kenalog.",
    ).facts;
    const service = (id: string): unknown => facts.filter(isMention).find((m) => m.id === id)?.service;
    expect(service("glenohumeral")).not.toBe(service("subacromial-bursa"));
    expect(facts.find((f) => f.kind === "guidance" && f.modality === "ultrasound")).toMatchObject({
      service: service("glenohumeral"),
    });
  });
});

describe("done, and no muscle named", () => {
  const done = (note: string): string[] =>
    read(note)
      .facts.filter((f) => f.kind === "statement" && f.says === "injection-done")
      .map((f) => f.text);
  it.each([
    ["Procedure: TPI x4, 1% lidocaine 4 mL, tolerated well.", ["TPI"]],
    ["Trigger point injections\nCervical: 3 sites\n1% lidocaine, 1 mL/site", ["Trigger point injections"]],
    ["Joint injection\nSite: ____\nNumber of injections: 1\nInjectate: Kenalog 40 mg", ["Number of injections: 1"]],
    ["Plan: TPI x4, 1% lidocaine 4 mL.", []],
    ["Procedure requested: TPI x4, 1% lidocaine 4 mL.", []],
    ["Procedure: TPI x4 declined after consent, 1% lidocaine 4 mL discarded.", []],
    ["Procedure: TPI x4 next visit, 1% lidocaine 4 mL.", []],
    ["Trigger point injection\nMuscle(s): ____\nNumber of injections: 0\nInjectate: lidocaine 1% 4 mL", []],
  ])("%j", (note, words) => expect(done(note)).toEqual(words));
});
