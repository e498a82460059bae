/** What a heading or a summary adds to the description: not counted or in doubt, and said with the places of both. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../../rulebook/node/load.ts";
import type { Rulebook } from "../../rulebook/types.ts";
import { isMention, type Fact, type StatementFact } from "../facts.ts";
import { makeReader } from "../read.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../../rulebook", import.meta.url)));
const read = makeReader(book as Rulebook);

const isConflict = (f: Fact): f is StatementFact => f.kind === "statement" && f.says === "summary-conflict";

/** The treated structures ("left trapezius", "left trapezius?" where in doubt), and the conflicts as "claim | told". */
function of(note: string): { treated: string[]; conflicts: string[] } {
  const { facts } = read(note);
  const treated = facts
    .filter(isMention)
    .filter((m) => m.status === "injected" || m.status === "needled")
    .map((m) => `${m.side} ${m.id}${m.doubts?.includes("heading-only") ? "?" : ""}`);
  const conflicts = facts
    .filter(isConflict)
    .map((f) => `${note.slice(f.start, f.end)} | ${note.slice(f.against?.start, f.against?.end)}`);
  return { treated: [...new Set(treated)].sort(), conflicts };
}

const BODY =
  "DESCRIPTION: 1 mL of lidocaine was injected into the left trapezius and 1 mL into the left levator scapulae.";

describe("a heading that the description does not bear out is in doubt", () => {
  it.each<readonly [string, string, readonly string[], readonly string[]]>([
    [
      "a muscle more",
      `PROCEDURE: Trigger point injections, left trapezius, left levator scapulae and left infraspinatus\n\n${BODY}`,
      ["left infraspinatus?", "left levator-scapulae", "left trapezius"],
      ["infraspinatus | trapezius"],
    ],
    [
      "the other side",
      "PROCEDURE: Left knee injection\n\nThe right knee was injected with 40 mg Kenalog.",
      ["left knee?", "right knee"],
      ["knee | knee"],
    ],
    [
      "a list of procedures",
      `PROCEDURES:\n1. Trigger point injection, left trapezius\n2. Trigger point injection, left teres major\n\n${BODY}`,
      ["left levator-scapulae", "left teres-major?", "left trapezius"],
      ["teres major | trapezius"],
    ],
  ])("%s", (_, note, treated, conflicts) => expect(of(note)).toEqual({ treated, conflicts }));
});

describe("no contradiction", () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      "a group",
      `PROCEDURE: Injection of the left rhomboids\n\n1 mL lidocaine was injected into the left rhomboid major.`,
      ["left rhomboid-major"],
    ],
    [
      "a part of the muscle",
      `PROCEDURE: Injection of the left upper trapezius\n\n${BODY}`,
      ["left levator-scapulae", "left trapezius"],
    ],
    [
      "words that point back to the heading",
      "PROCEDURE: Trigger point injections of left teres major and left teres minor\n\nEach of the above sites was injected with 1 mL lidocaine.",
      ["left teres-major", "left teres-minor"],
    ],
    [
      "the other side in words without a name",
      "PROCEDURE: Bilateral knee injections\n\nThe left knee was injected with 40 mg Kenalog. 40 mg was then injected on the right side in the same way.",
      ["bilateral knee", "left knee", "right knee"],
    ],
    [
      "a description that comes to it and tells of an injection",
      "PROCEDURE: Bilateral sacroiliac joint injections\n\nThe right sacroiliac joint was aligned. 40 mg Depo-Medrol was injected. The left sacroiliac joint was then injected.",
      ["bilateral sacroiliac", "left sacroiliac"],
    ],
  ])("%s", (_, note, treated) => expect(of(note)).toEqual({ treated, conflicts: [] }));
});

describe("what a summary adds does not count", () => {
  it.each(["Assessment:", "Impression:", "Summary:", "Billing:"])("%s", (head) => {
    expect(
      of(`${BODY}\n\n${head} trigger point injections of left trapezius and left supraspinatus performed.`),
    ).toEqual({
      treated: ["left levator-scapulae", "left trapezius"],
      conflicts: ["supraspinatus | trapezius"],
    });
  });

  it("unless an addendum tells of it", () => {
    const note = `${BODY}\n\nAssessment: left trapezius and left supraspinatus injected.\n\nADDENDUM: the left supraspinatus was also injected with 1 mL.`;
    expect(of(note)).toEqual({
      treated: ["left levator-scapulae", "left supraspinatus", "left trapezius"],
      conflicts: [],
    });
  });

  it("but counts where nothing else tells of it", () => {
    expect(of("S: neck pain.\nA/P: injected left trapezius with 1 mL lidocaine.").treated).toEqual(["left trapezius"]);
  });
});
