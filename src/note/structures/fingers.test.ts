/** Lists of fingers as hand surgeons write them: which finger, of which hand. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../../rulebook/node/load.ts";
import type { Rulebook } from "../../rulebook/types.ts";
import { isMention } from "../facts.ts";
import { makeReader } from "../read.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../../rulebook", import.meta.url)));
const read = makeReader(book as Rulebook);

/** "left ring" for each flexor sheath that was injected, sorted, each once. */
function fingers(note: string): string {
  const found = read(note)
    .facts.filter(isMention)
    .filter((m) => m.status === "injected" && m.id?.startsWith("flexor-sheath") === true)
    .map((m) => `${m.side} ${m.digit ?? m.id?.slice("flexor-sheath-".length)}`);
  return [...new Set(found)].sort().join(", ");
}

describe("a list of fingers with its sides", () => {
  it.each<readonly [string, string]>([
    [
      "Index, middle and ring trigger finger of the right hand injected with Kenalog.",
      "right index, right middle, right ring",
    ],
    ["R MF and RF A1 pulleys injected with 0.5 cc Kenalog each.", "right middle, right ring"],
    [
      "R IF, MF and L MF, RF trigger fingers injected with Kenalog.",
      "left middle, left ring, right index, right middle",
    ],
    ["Injected trigger fingers today: RRF, LMF. 5 mg Kenalog each", "left middle, right ring"],
    ["Long and ring trigger fingers bilaterally were injected with Kenalog.", "bilateral middle, bilateral ring"],
    ["Trigger finger injections (right middle, left ring), Kenalog 5 mg each.", "left ring, right middle"],
    [
      "Trigger finger injections: index and middle on the right, ring on the left; Kenalog 5 mg each.",
      "left ring, right index, right middle",
    ],
    ["A1 pulley injections, D3 and D4 left, 5 mg triamcinolone each.", "left middle, left ring"],
    ["R hand trigger digits 3 and 4 injected, 5 mg Kenalog each", "right middle, right ring"],
    ["trigger finger injections R 3rd and 4th, kenalog 5 mg each", "right middle, right ring"],
    [
      "Right index and middle and left ring and small finger A1 pulleys injected with Kenalog.",
      "left little, left ring, right index, right middle",
    ],
    ["Trigger fingers R RF and LF. 0.5 cc Kenalog into each sheath at the A1 pulley.", "right middle, right ring"],
    ["R LF, RF triggering. Injected both sheaths, 5 mg Kenalog each.", "right middle, right ring"],
  ])("%s", (note, told) => {
    expect(fingers(note)).toBe(told);
  });
});

describe("what is no part of the list", () => {
  it.each<readonly [string, string]>([
    ["Right index trigger finger injected with Kenalog, ring not treated.", "right index"],
    ["Ring finger trigger, right, injected with 5 mg Kenalog if no relief splint.", "right ring"],
    ["Injection #2 - right ring finger flexor sheath at A1 pulley: Kenalog 10 mg, lidocaine 0.5 mL, 27g", "right ring"],
    ["Right ring finger A1 pulley injected with Kenalog. Index finger PIP swollen.", "right ring"],
    ["Kenalog 5 mg into the right thumb A1 pulley, 3 passes.", "right thumb"],
    ["RF negative, CCP negative. Right long finger A1 pulley injected with Kenalog.", "right middle"],
    ["Right trigger digit 3, 5 mg Kenalog, 0.5 cc lidocaine injected.", "right middle"],
    ["(2) Long finger flexor sheath: Kenalog 5 mg.\n(3) Ring finger not injected.", "unspecified middle"],
  ])("%s", (note, told) => {
    expect(fingers(note)).toBe(told);
  });
});
