/** The reader against made notes: what counts as treated, and the traps that must not. */
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../rulebook/node/load.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { isMention, type Mention } from "./facts.ts";
import { makeReader } from "./read.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../rulebook", import.meta.url)));
const read = makeReader(book as Rulebook);

/** "left trapezius" for each treated mention, sorted, each once. */
function treated(note: string, status: Mention["status"] = "injected"): string[] {
  const found = read(note)
    .facts.filter(isMention)
    .filter((m) => m.status === status);
  return [...new Set(found.map((m) => `${m.side} ${m.id}`))].sort();
}

describe("injected", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "a verb after the list",
      "The left trapezius and left rhomboid major were injected with lidocaine.",
      ["left rhomboid-major", "left trapezius"],
    ],
    [
      "a verb before the list",
      "I injected the right piriformis and right gluteus medius with 2 mL of 1% lidocaine.",
      ["right gluteus-medius", "right piriformis"],
    ],
    [
      "one side for the whole list",
      "Left trapezius, levator scapulae and supraspinatus injected, 1 mL lidocaine each.",
      ["left levator-scapulae", "left supraspinatus", "left trapezius"],
    ],
    [
      "a side after the list",
      "Trapezius and levator scapulae on the right were injected with lidocaine.",
      ["right levator-scapulae", "right trapezius"],
    ],
    ["both sides", "Bilateral trapezius injected, lidocaine 1%.", ["bilateral trapezius"]],
    [
      "parts are the muscle",
      "Injected left upper trapezius and left lower trapezius with lidocaine.",
      ["left trapezius"],
    ],
    [
      "shorthand",
      "TPI x3: R QL, R glut med, R TFL. lido 1% 1cc ea, 25g, tol well",
      ["right gluteus-medius", "right quadratus-lumborum", "right tensor-fasciae-latae"],
    ],
    [
      "a list under its heading",
      "PROCEDURE: Trigger point injections\nMuscles injected:\n- left infraspinatus\n- left teres minor\nLidocaine 1%, 2 mL.",
      ["left infraspinatus", "left teres-minor"],
    ],
    [
      "a list under a lead line",
      "Injected (lidocaine 1%):\n1. R masseter 1 mL\n2. R temporalis 1 mL",
      ["right masseter", "right temporalis"],
    ],
    [
      "each of the above",
      "EXAM: Active trigger points:\n a. left trapezius\n b. left splenius capitis\n\nPROCEDURE: Each of the above trigger points was injected with 1 mL of lidocaine.",
      ["left splenius-capitis", "left trapezius"],
    ],
    [
      "ticked boxes",
      "TRIGGER POINT INJECTION FORM\n[x] Trapezius  R\n[ ] Piriformis\nDrug: [x] lidocaine",
      ["right trapezius"],
    ],
    [
      "ticks under their side",
      "TPI FORM\nMUSCLE          RIGHT    LEFT\nTrapezius       [x]      [ ]\nInfraspinatus   [ ]      [x]\nMasseter        [ ]      [ ]\nLidocaine 1% used.",
      ["left infraspinatus", "right trapezius"],
    ],
    [
      "a piped table with a row of none",
      "Trigger point injection 03/04/2024\n\n| Muscle | Side | Inj |\n|---|---|---|\n| Piriformis | R | 2 |\n| Gluteus maximus | R | 0 |\n\nLidocaine 1% 2 mL.",
      ["right piriformis"],
    ],
    [
      "laterality in a field",
      "Procedure: TPI\nLaterality: Left\nMuscles: Trapezius, rhomboid minor\nMedication: lidocaine 1% 2 mL",
      ["left rhomboid-minor", "left trapezius"],
    ],
    [
      "a needle into a joint",
      "PROCEDURE: The needle was introduced into the right glenohumeral joint and 40 mg of Kenalog was injected.",
      ["right glenohumeral"],
    ],
    [
      "the same on the left",
      "The right carpal tunnel was injected with 20 mg of Kenalog. The same procedure was then done to the left wrist.",
      ["left carpal-tunnel", "right carpal-tunnel"],
    ],
    [
      "misspelt",
      "Rt trapezious and rt infraspinatis injected with marcaine.",
      ["right infraspinatus", "right trapezius"],
    ],
    [
      "split by dictation",
      "the left infra spinatus and left supra spinatus were injected with lidocaine",
      ["left infraspinatus", "left supraspinatus"],
    ],
    [
      "letters misread by a scanner",
      "R tempora1is and R masseter injected with 1 mL mepivacaine each.",
      ["right masseter", "right temporalis"],
    ],
    [
      "capitals",
      "LEFT TRAPEZIUS AND LEFT LEVATOR SCAPULAE WERE INJECTED WITH LIDOCAINE.",
      ["left levator-scapulae", "left trapezius"],
    ],
    [
      "a wrapped line",
      "Under sterile conditions and after negative aspiration the left levator\nscapulae was injected with 1 mL of lidocaine.",
      ["left levator-scapulae"],
    ],
    [
      "non-breaking spaces and curly quotes",
      "The\u00a0left\u00a0trapezius was injected with \u201clidocaine\u201d.",
      ["left trapezius"],
    ],
    [
      "zero-width characters inside a word",
      "The left trape\u200bzius was injected with lidocaine.",
      ["left trapezius"],
    ],
  ];
  it.each(cases)("%s", (_, note, expected) => expect(treated(note)).toEqual(expected));
});

describe("not injected", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["examined", "EXAM: Tender bands in the left trapezius and left levator scapulae."],
    ["a plan", "PLAN: Will inject the left trapezius next visit if not better."],
    ["considered", "We will consider trigger point injection of the right piriformis."],
    ["a history", "HISTORY: Right piriformis was injected in March with good relief."],
    [
      "copied forward",
      "--- Copied forward from 05/11/2023 ---\nProcedure: left trapezius injected with lidocaine.\n--- End copied text ---",
    ],
    ["denied", "The left trapezius was not injected."],
    ["denied as a list", "No facet joint, epidural or trapezius injection was performed."],
    ["declined", "Trigger point injection of the left trapezius was offered; patient declined."],
    ["a risk", "Consent: risks include pneumothorax when the trapezius is injected."],
    ["the route of a drug", "Ketorolac 30 mg IM given in the left deltoid."],
    ["a landmark", "The needle passed deep to the trapezius."],
    ["electromyography", "Needle examination: R deltoid normal, R biceps brachii 1+ fibs."],
    ["a stretch", "HEP: upper trapezius stretch 3x30 s."],
    ["an empty form", "TRIGGER POINT INJECTION FORM\n[ ] Trapezius\n[ ] Piriformis"],
    ["a diagnosis", "DIAGNOSIS: left piriformis syndrome."],
    [
      "surgery",
      "Carpal tunnel release: incision, tourniquet, sutures, bipolar hemostasis, nylon closure. Carpal tunnel surgery done.",
    ],
  ];
  it.each(cases)("%s", (_, note) => expect(treated(note)).toEqual([]));
});

describe("sides, sites and substances", () => {
  it("a side without a structure beside it stays with its own structure", () => {
    expect(treated("Right trapezius injected with lidocaine. Left shoulder was not touched.")).toEqual([
      "right trapezius",
    ]);
  });
  it("counts injections apart from muscles", () => {
    const facts = read("12 injections were placed in 1 muscle, the left trapezius, with lidocaine.").facts;
    expect(facts).toContainEqual(expect.objectContaining({ kind: "count", of: "injections", value: 12 }));
  });
  it("needling alone is not an injection", () => {
    const note = "Dry needling of the right trapezius and right infraspinatus. Nothing injected.";
    expect(treated(note, "needled")).toEqual(["right infraspinatus", "right trapezius"]);
    expect(treated(note)).toEqual([]);
  });
  it("tells toxin from anaesthetic", () => {
    const mention = read("Botox 50 units was injected into the right trapezius.").facts.filter(isMention)[0];
    expect(mention?.agents).toEqual(["toxin"]);
  });
  it("keeps three states of the image", () => {
    const kept = (note: string): unknown =>
      read(note).facts.find((f) => f.kind === "guidance" && f.modality === "ultrasound");
    expect(
      kept("PROCEDURE: Left knee joint injected with Kenalog under ultrasound guidance, images saved."),
    ).toMatchObject({ imageKept: true });
    expect(
      kept("PROCEDURE: Left knee joint injected with Kenalog under ultrasound guidance, images not saved."),
    ).toMatchObject({ imageKept: false });
    expect(kept("PROCEDURE: Left knee joint injected with Kenalog under ultrasound guidance.")).toMatchObject({
      imageKept: null,
    });
  });
  it("notices a site that lost its noun", () => {
    const facts = read(
      "PROCEDURE: Bilateral T2-3 paraspinous, bilateral T4-5 (3 cc), bilateral T5-6 paraspinous were injected with lidocaine.",
    ).facts;
    expect(facts).toContainEqual(expect.objectContaining({ id: null, doubts: ["noun-missing"] }));
  });
  it("reads the digit of a tendon sheath", () => {
    const facts = read("The flexor tendon sheath of the right ring finger was injected with 10 mg of Kenalog.").facts;
    expect(facts).toContainEqual(expect.objectContaining({ digit: "ring", status: "injected" }));
  });
});

describe("any text at all", () => {
  it("never throws, and every fact lies where it says", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "left trapezius ",
        "injected ",
        "[x] ",
        "| a | b |\n",
        "PLAN:\n",
        "\u202eabc",
        "\ud800",
        "x3 ",
        "C5-6 ",
        "***",
        "rom boids ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const note = parts.join("");
        for (const f of read(note).facts) expect(note.slice(f.start, f.end)).toBe(f.text);
      }),
      { numRuns: 300 },
    );
  });
  it("reads the same text the same way, whatever came before", () => {
    const note = "Left trapezius injected with lidocaine.";
    const first = JSON.stringify(read(note));
    read("Right piriformis needled. ".repeat(200));
    expect(JSON.stringify(read(note))).toBe(first);
  });
});
