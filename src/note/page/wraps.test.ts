/** Broken lines: what a width has broken is whole again, what a person wrote in lines stays in lines. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../../rulebook/node/load.ts";
import type { Rulebook } from "../../rulebook/types.ts";
import { isMention } from "../facts.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { makeReader } from "../read.ts";
import { scan } from "../lexicon/scan.ts";
import { tokenise } from "../text/tokenise.ts";
import { LINE_START, Tokens } from "../text/tokens.ts";
import { unwrap } from "./wraps.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../../rulebook", import.meta.url)));
const lex = lexicon(book as Rulebook);
const read = makeReader(book as Rulebook);

/** The note's lines after mending, spaces made one. */
function lines(note: string): string[] {
  const t = new Tokens();
  tokenise(note, lex.table, t);
  const hits = scan(lex, t);
  const hitAt = new Int32Array(t.n + 1).fill(-1);
  hits.forEach((h, i) => (hitAt[h.from] = i));
  unwrap(lex, t, hits, hitAt);
  const out: string[] = [];
  for (let k = 0; k < t.n; k++) {
    const next = k + 1 < t.n ? (t.start[k + 1] as number) : note.length;
    const word = note.slice(t.start[k], next).replace(/\s+/g, " ");
    if (((t.flags[k] as number) & LINE_START) !== 0) out.push(word);
    else out[out.length - 1] += word;
  }
  return out.map((l) => l.trim());
}

const wrap = (text: string, width: number): string => {
  const out: string[] = [""];
  for (const word of text.split(" ")) {
    const last = out[out.length - 1] as string;
    if (last !== "" && last.length + 1 + word.length > width) out.push(word);
    else out[out.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return out.join("\n");
};

const PROSE =
  "After consent the skin was prepped and, with the patient seated, the left levator scapulae and the left upper " +
  "trapezius were each injected with 1 mL of 1% lidocaine after negative aspiration, which the patient tolerated well.";

describe("joined", () => {
  it.each([30, 40, 50, 60, 72, 80])("prose at %i columns", (width) =>
    expect(lines(wrap(PROSE, width))).toHaveLength(1),
  );
  it.each([40, 60])("prose in capitals at %i columns", (width) =>
    expect(lines(wrap(PROSE.toUpperCase(), width))).toHaveLength(1),
  );
  it.each<readonly [string, string]>([
    ["after a box whose name comes next", "Muscles: [ ] Trapezius [x] Levator [ ]\nRhomboids [x] Splenius"],
    ["a side after a full stop", "Trapezius injected with lidocaine. Right\nlevator scapulae injected"],
    ["after a comma", "Injected with lidocaine: left trapezius,\nleft rhomboid major"],
    ["after an open word", "The needle was placed into the muscle of the\nleft piriformis"],
    ["a side parted from its muscle", "4th visit, same site, L trap + L lev scap + L\nrhomboid major injected"],
    ["a short form at the end of a line", "With the patient prone and after prep approx.\n2 cc was injected"],
    [
      "a word and colon in mid-sentence",
      `${wrap(PROSE, 40)}\n\nPlan per last visit was to treat four\nmuscles: left trapezius and the others`,
    ],
  ])("%s", (_, note) => {
    const found = lines(note);
    expect(found[found.length - 1]).toBe(note.split("\n").slice(-2).join(" "));
  });
  it("a list item goes on", () =>
    expect(
      lines("1) TPI, new needle and syringe, 1% lidocaine only, 1 mL\neach: R gluteus medius\n2) bursa"),
    ).toHaveLength(2));
});

describe("kept apart", () => {
  it.each<readonly [string, string]>([
    ["a bare list", "Injected:\nleft upper trapezius\nleft levator scapulae\nleft rhomboid major"],
    ["a list of one width", "left trapezius x2, 1 cc lido\nleft rhomboid x1, 1 cc lido\nleft deltoid x2, 1 cc lidoc"],
    ["fields", "Procedure: TPI\nSide: left\nMuscles: trapezius\nDrug: lidocaine"],
    ["headings", "PROCEDURE\nTrigger point injection\nPLAN\nReturn in two weeks"],
    ["a log by date", "03/04/24 TPI L trap x2 lido\n03/11/24 TPI L trap x1 lido\n03/18/24 TPI R trap x2 lido"],
    ["numbered items", "1. left trapezius and the\n2. left rhomboid"],
    ["sentences", "Left trapezius injected.\nRight trapezius examined."],
  ])("%s", (_, note) => expect(lines(note)).toHaveLength(note.split("\n").length));
});

describe("other breaks", () => {
  it("reads HL7 line ends and repetitions as lines", () => {
    for (const end of ["\\.br\\", "~"]) {
      const note = ["PLAN:", "Inject left trapezius next visit.", "PROCEDURE:", "Right piriformis injected."].join(end);
      expect(
        read(note)
          .facts.filter(isMention)
          .map((m) => m.status),
      ).toEqual(["planned", "injected"]);
    }
  });
  it("a tilde before a number means about", () =>
    expect(lines("Left trapezius injected with ~2 cc of lidocaine")).toHaveLength(1));
});

describe("breaks that nobody makes on purpose", () => {
  it.each<readonly [string, string]>([
    ["in a name", "L gluteus\nmedius injected"],
    ["in a bracket", "NOT DONE: SUBTALAR JOINT (SECOND\nINJECTION DECLINED), PERONEAL SHEATH"],
    ["in a tick box", "Muscles: [x] L trapezius [\n] R trapezius"],
    ["in the row of a table", "| Trapezius | L | 3/4 | N\n|"],
    ["in the cell of a table", "| Tibialis posterior | R |\ndeferred | - |"],
    ["among the answers of a question", "Where is the pain? [x] Neck\n[x] Shoulder [ ] Hip"],
    ["before words that look back", "HIP JOINT\nNOT INJECTED."],
    ["before a word of mid-sentence", "THE LEFT TRAPEZIUS\nWAS INJECTED"],
    ["in a quotation", '"Procedure 6/18/24: TPI\nbilateral gluteus medius"'],
    ["after a comma", "On 8/12 the left infraspinatus,\nleft teres minor and left deltoid were injected"],
    ["in running prose", "His wife had her trapezius\ninjected by us"],
    ["after the first bar of a row", "| R trapezius | 1 |\n|\nL trapezius | 1 |".slice(19)],
    ["a blank line in running prose", "The muscles were then injected with one\n\nmilliliter each"],
    ["a blank line in a bracket", "Three muscles (left\n\ntrapezius, left rhomboid major)"],
    ["a blank line after an open word", "Injected into the points of the left\n\ngluteus medius"],
  ])("%s", (_, note) => expect(lines(note)).toHaveLength(1));

  it.each<readonly [string, string]>([
    ["a heading of what was not done", "L trapezius 1 mL\nNOT INJECTED\nR trapezius"],
    ["what was not done, named after", "L trapezius 1 mL\nNot injected R trapezius"],
    ["rows without a last bar", "| Muscle | mL\n| L trapezius | 1\n| R trapezius | 0"],
    ["ticks of a grid", "[x] L trapezius\n[ ] R trapezius"],
    ["a title in capitals", "CONSENT FOR TRIGGER POINT INJECTION\nI understand that a needle is used"],
    ["an answer", "Trapezius, left: No\nLidocaine 1% used"],
    ["a list in small letters", "Injected\n\nleft trapezius\n\nleft rhomboid"],
    ["paragraphs", "Left trapezius injected\n\nRight trapezius examined"],
  ])("not %s", (_, note) => expect(lines(note).length).toBeGreaterThan(1));
});

describe("what a break leaves open is not counted", () => {
  const treated = (note: string): (string | null)[] =>
    read(note)
      .facts.filter(isMention)
      .filter((m) => m.status === "injected" || m.status === "needled")
      .map((m) => m.id);
  it.each<readonly [string, string, readonly string[]]>([
    [
      "a title's muscle that the body could not reach",
      "PROCEDURE: TPI: LEFT GLUTEUS MEDIUS,\nLEFT GLUTEUS MINIMUS.\n\nTHE GLUTEUS MEDIUS WAS INJECTED WITH 1 ML OF LIDOCAINE. THE GLUTEUS MINIMUS COULD NOT BE REACHED.",
      ["gluteus-medius", "gluteus-medius"],
    ],
    [
      "what lies on the way",
      "Left carpal canal injected today:\n25 g, ulnar to palmaris longus, 20 mg\ntriamcinolone",
      ["carpal-tunnel"],
    ],
    [
      "what was only felt, after a lost full stop",
      "INJECTED R KNEE WITH 4 CC 1% LIDO QUADS WITH TIGHT BANDS.",
      ["knee"],
    ],
    [
      "what was planned, after a lost full stop",
      "TPI, PLANNED RIGHT TRAPEZIUS, RIGHT RHOMBOID MINOR THE RIGHT TRAPEZIUS WAS INJECTED WITH LIDOCAINE 1 CC",
      ["trapezius"],
    ],
  ])("%s", (_, note, ids) => expect(treated(note)).toEqual(ids));
});
