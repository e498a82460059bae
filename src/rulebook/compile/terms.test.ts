import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCase } from "./cases/read.ts";
import { compileFiles } from "./compile.ts";
import { formsOf, keyOf, kept } from "./phrase.ts";

const base = readCase(readFileSync(new URL("./cases/base.txt", import.meta.url), "utf8"), []).files;
const { book } = compileFiles(base);
const term = (words: string) => book!.terms.find((t) => t.words === words);

describe("terms", () => {
  it("say how much a way of writing says", () => {
    expect(term("trapezius")).toEqual({ words: "trapezius", targets: ["trapezius"], strength: "name" });
    expect(term("trapezius muscle")?.strength).toBe("name");
    expect(term("trap")).toEqual({ words: "trap", targets: ["trapezius"], strength: "abbr" });
    expect(term("trapezious")).toEqual({
      words: "trapezious",
      targets: ["trapezius"],
      strength: "name",
      misspelt: true,
    });
  });

  it("keep a shared word as one term with all its targets, the likeliest first", () => {
    expect(book!.terms.filter((t) => t.words === "pf")).toEqual([
      { words: "pf", targets: ["plantar-fascia", "piriformis"], strength: "ambiguous" },
    ]);
  });

  it("know plurals that follow by rule, and no others", () => {
    expect(term("shoulder joints")?.targets).toEqual(["shoulder"]);
    expect(term("subacromial bursae")?.targets).toEqual(["subacromial"]);
    expect(term("subacromial bursas")?.targets).toEqual(["subacromial"]);
    expect(term("trapeziuses")).toBeUndefined();
    expect(term("trapezious joints")).toBeUndefined();
  });

  it("stand in the order of their words, each once", () => {
    const words = book!.terms.map((t) => t.words);
    expect(words).toEqual([...new Set(words)].sort());
  });
});

describe("forms of a name", () => {
  it.each([
    ["knee joint", ["knee joints"]],
    ["pes anserine bursa", ["pes anserine bursae", "pes anserine bursas"]],
    ["de quervain's sheath", ["de quervain's sheaths", "de quervains sheath"]],
    ["levator scapulae", []],
    ["jointed", []],
  ])("%s", (words, forms) => expect(formsOf(words)).toEqual(forms));
});

describe("same words", () => {
  it.each([
    ["Sub-occipital", "sub occipital"],
    ["L.S.", "l s"],
    ["De Quervain’s", "de quervain s"],
    ["b/l", "b/l"],
    ["-", "-"],
    ["  two   words ", "two words"],
  ])("%s", (words, key) => expect(keyOf(words)).toBe(key));

  it("are kept with their marks", () => expect(kept("De Quervain’s  (A1)")).toBe("de quervain's (a1)"));
});
