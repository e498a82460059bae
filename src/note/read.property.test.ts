/** What holds of any text whatever: the reader never throws, never misquotes, and reads the same twice. */
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../rulebook/node/load.ts";
import type { Rulebook } from "../rulebook/types.ts";
import type { Reading } from "./facts.ts";
import { makeReader } from "./read.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../rulebook", import.meta.url)));
const read = makeReader(book as Rulebook);

/** Any code units: lone surrogates, NUL, bidi and zero-width characters among them. */
const units = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 0xffff }) },
      { weight: 2, arbitrary: fc.integer({ min: 32, max: 126 }) },
      { weight: 1, arbitrary: fc.constantFrom(0, 10, 13, 0xd800, 0xdc00, 0x200b, 0x202e, 0x2066, 0xfeff, 0xad) },
    ),
    { maxLength: 60 },
  )
  .map((codes) => String.fromCharCode(...codes));

/** The rulebook's own words, layout and odd characters in any order: the text most likely to wake a rule. */
const words = fc.constantFrom(
  ...(book as Rulebook).cues.map((c) => c.words),
  ...(book as Rulebook).terms.map((t) => t.words),
);
const layout = fc.constantFrom(
  ..."\n;\n\n;: ;. ;, ; | ;[x] ;[ ] ;( );☐ ;1. ;- ;x3; 1 cc ; 10 mg ;L4-5; 01/02/2024 ; March 4, 2024 ; 20553 ;M79.18;~;{;}".split(
    ";",
  ),
  "\u200b",
  "\ud800",
  "\0",
  "\u202e",
  // What programs wrap notes in, broken off anywhere.
  '<site side="right">',
  "<site side='right",
  "</site>",
  "<!--",
  "&nbsp;",
  "&#8226;",
  '{"site":"left',
  '","status":',
  "}]",
  "{\\rtf1\\ansi ",
  "\\par ",
  "\\'e9",
  "OBX|1|TX|^~",
  "=20",
  "=\n",
  "> ",
  "**",
  "| --- |",
  "~~",
  "....",
  "Page 2 of 3\n",
);
const note = fc
  .array(fc.oneof({ weight: 5, arbitrary: words }, { weight: 4, arbitrary: layout }, { weight: 1, arbitrary: units }), {
    maxLength: 40,
  })
  .map((parts) => parts.join(" "));

const anything = fc.oneof(units, note);

/** Facts whose words are not those of the note at their place. */
function misquoted(text: string, reading: Reading): unknown[] {
  return reading.facts.filter((f) => f.text !== text.slice(f.start, f.end) || f.start < 0 || f.end > text.length);
}

describe("a text after another", () => {
  it.each(["Right upper trapezius x3", "Needle to the L4", "Lidocaine 1 mL each 5"])(
    "is read as if it were the first: %j cut anywhere",
    (text) => {
      for (let to = 1; to < text.length; to++) {
        const cut = text.slice(0, to);
        read(text);
        const after = read(cut);
        read(" ".repeat(text.length));
        read("z ".repeat(text.length));
        expect(after).toEqual(read(cut));
      }
    },
  );
});

describe("any text", () => {
  it("is read without a throw, and every fact quotes the note", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(misquoted(text, read(text, true))).toEqual([]);
      }),
      { numRuns: 3000, seed: 20553 },
    );
  });

  it("is read the same twice, whatever was read between", () => {
    fc.assert(
      fc.property(anything, anything, (text, other) => {
        const first = read(text);
        read(other);
        expect(read(text)).toEqual(first);
      }),
      { numRuns: 500, seed: 20552 },
    );
  });

  it("gives facts in the order of the note, frozen", () => {
    fc.assert(
      fc.property(note, (text) => {
        const { facts } = read(text);
        expect(facts.every((f, i) => i === 0 || f.start >= facts[i - 1]!.start)).toBe(true);
        expect(Object.isFrozen(facts) && facts.every((f) => Object.isFrozen(f))).toBe(true);
      }),
      { numRuns: 500, seed: 20550 },
    );
  });
});
