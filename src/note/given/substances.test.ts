/** Amounts and the drug each belongs to, in the ways people write mixtures. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../../rulebook/node/load.ts";
import type { Rulebook } from "../../rulebook/types.ts";
import type { SubstanceFact } from "../facts.ts";
import { makeReader } from "../read.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../../rulebook", import.meta.url)));
const read = makeReader(book as Rulebook);

/** "lidocaine 1% 2 mL, 1 mL each" for each substance given. */
function given(note: string): string[] {
  return read(note)
    .facts.filter((f): f is SubstanceFact => f.kind === "substance" && f.status === "given")
    .map((s) =>
      [
        s.id,
        s.strength ? `${s.strength.value}${s.strength.unit === "%" ? "%" : ` ${s.strength.unit}`}` : "",
        s.dose ? `${s.dose.value} ${s.dose.unit}` : "",
        s.perSite ? `(${s.perSite.value} ${s.perSite.unit} each)` : "",
        s.wasted ? `wasted ${s.wasted.value} ${s.wasted.unit}` : "",
      ]
        .filter(Boolean)
        .join(" "),
    );
}

const KNEE = "PROCEDURE: The left knee joint was injected with ";

describe("mixtures", () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      "amounts before",
      `${KNEE}4 mL of 1% lidocaine and 40 mg of Kenalog.`,
      ["lidocaine 1% 4 mL", "triamcinolone 40 mg"],
    ],
    ["amounts after", `${KNEE}lidocaine 1% 4 mL and Kenalog 40 mg.`, ["lidocaine 1% 4 mL", "triamcinolone 40 mg"]],
    ["one of each", `${KNEE}Kenalog 40 mg and 4 mL of 1% lidocaine.`, ["triamcinolone 40 mg", "lidocaine 1% 4 mL"]],
    [
      "plus signs",
      `${KNEE}0.5cc kenalog-40 (20mg)+0.5cc lido 1%.`,
      ["triamcinolone 40 mg/mL 20 mg", "lidocaine 1% 0.5 mL"],
    ],
    ["strength in milligrams", `${KNEE}1 mL of triamcinolone 40 mg/mL.`, ["triamcinolone 40 mg/mL 40 mg"]],
    ["the number of the brand", `${KNEE}1 cc Depo-Medrol 80.`, ["methylprednisolone-acetate 80 mg/mL 80 mg"]],
    ["no leading nought", `${KNEE}3cc marcaine .25%.`, ["bupivacaine 0.25% 3 mL"]],
    [
      "words for numbers",
      `${KNEE}half a cc of Kenalog 10 with one and a half cc of half percent lidocaine.`,
      ["triamcinolone 10 mg/mL 5 mg", "lidocaine 0.5% 1.5 mL"],
    ],
    [
      "a vial is no dose",
      `${KNEE}30 mg of triamcinolone (40 mg/mL single-dose vial), 10 mg discarded.`,
      ["triamcinolone 40 mg/mL 30 mg wasted 10 mg"],
    ],
    [
      "thousands",
      "PROCEDURE: Myobloc 2,500 units was injected into the left trapezius.",
      ["rimabotulinumtoxin-b 2500 unit"],
    ],
  ])("%s", (_, note, expected) => expect(given(note)).toEqual(expected));
});

describe("at every site", () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      "structures counted",
      "TPI: R trapezius, R levator scapulae injected, 1 mL lidocaine 1% each.",
      ["lidocaine 1% 2 mL (1 mL each)"],
    ],
    [
      "a pair is two",
      "TPI bilateral trapezius injected. 1 mL each of 1% lidocaine.",
      ["lidocaine 1% 2 mL (1 mL each)"],
    ],
    [
      "the note's own number",
      "6 injections total, left trapezius injected with 0.5 cc each lidocaine 2%.",
      ["lidocaine 2% 3 mL (0.5 mL each)"],
    ],
    [
      "the word before",
      "Each of the left trapezius and left rhomboid minor was injected with 0.5 mL of lidocaine.",
      ["lidocaine 1 mL (0.5 mL each)"],
    ],
    [
      "a stated sum wins",
      "Left trapezius and left deltoid injected, 1 mL of lidocaine 1% per site, total 3 mL.",
      ["lidocaine 1% 3 mL (1 mL each)"],
    ],
  ])("%s", (_, note, expected) => expect(given(note)).toEqual(expected));
});
