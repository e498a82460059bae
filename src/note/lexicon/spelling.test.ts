/** Repair never turns one structure's name into another's: what could be two names is none. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../../rulebook/node/load.ts";
import type { Rulebook } from "../../rulebook/types.ts";
import { isMention } from "../facts.ts";
import { makeReader } from "../read.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../../rulebook", import.meta.url)));
const read = makeReader(book as Rulebook);
const LETTERS = "abdehilmnoprstu";

/** All spellings of a word with one slip: a letter lost, doubled, exchanged with its neighbour, or another in its place. */
function slips(word: string): string[] {
  const out: string[] = [];
  for (let k = 0; k < word.length; k++) {
    out.push(word.slice(0, k) + word.slice(k + 1), word.slice(0, k) + word[k] + word.slice(k));
    if (k > 0) out.push(`${word.slice(0, k - 1)}${word[k]}${word[k - 1]}${word.slice(k + 1)}`);
    for (const letter of LETTERS) out.push(word.slice(0, k) + letter + word.slice(k + 1));
  }
  return [...new Set(out)];
}

const named = (text: string): string[] => read(text).facts.flatMap((f) => (isMention(f) ? [f.id ?? "unnamed"] : []));

/** Names that differ in few letters, each with the rest of what is said of it. */
const PAIRS: readonly (readonly [string, string, (word: string) => string])[] = [
  ["adductor", "abductor", (w) => `left ${w} pollicis injected`],
  ["peroneus", "teres", (w) => `left ${w} minor injected`],
  ["ileum", "ilium", (w) => `left ${w} injected`],
  ["perineal", "peroneal", (w) => `left ${w} nerve block`],
  ["scalene", "scaphoid", (w) => `left ${w} injected with 1 mL of lidocaine`],
  ["supraspinatus", "infraspinatus", (w) => `left ${w} injected`],
  ["iliocostalis", "iliopsoas", (w) => `left ${w} injected`],
  ["gluteus", "soleus", (w) => `left ${w} injected`],
];

describe("one slip", () => {
  it.each(PAIRS)("in %s or %s never gives the other", (one, other, said) => {
    for (const [word, wrong] of [
      [one, other],
      [other, one],
    ] as const) {
      const right = named(said(word));
      const bad = named(said(wrong)).filter((id) => !right.includes(id));
      const others = slips(word)
        .filter((w) => w !== wrong)
        .filter((w) => named(said(w)).some((id) => bad.includes(id)));
      expect(others).toEqual([]);
    }
  });
});

it("a note full of unknown words is mended as each of its lines is", () => {
  const lines = ["supraspinatus", "trapezius", "piriformis"].flatMap(slips).map((w) => `left ${w} injected`);
  expect(lines.length).toBeGreaterThan(400);
  expect(named([...lines, ...lines].join("\n\n"))).toEqual([...lines, ...lines].flatMap(named));
});
