/**
 * Work grows with the length of a note and no faster, shown by counting and not by a clock: the text is handed over
 * in an object that counts each character asked for, and four times the note may ask for about four times as many.
 */
import { describe, expect, it } from "vitest";
import { lineStarts, lineStart } from "./text/chars.ts";
import { datesIn } from "./whole/dates.ts";
import { begin, branch, phraseTree, valueAt } from "./lexicon/phrases.ts";
import { cut, tokenise } from "./text/tokenise.ts";
import { Tokens } from "./text/tokens.ts";
import { wordTable } from "./text/words.ts";

/** A string that counts what is asked of it; only what the code under test uses. */
function counted(text: string): { text: string; asked: () => number } {
  let asked = 0;
  const spy = {
    length: text.length,
    charCodeAt(i: number): number {
      asked++;
      return text.charCodeAt(i);
    },
  };
  return { text: spy as unknown as string, asked: () => asked };
}

const LINE = "01/02/2024 left trapezius [x], flexor-.-carpi 1a2b3c; ";

/** How often the tokeniser looks at a byte of the text. */
function tokensAsked(text: string): number {
  let asked = 0;
  const t = new Tokens();
  t.take(text);
  t.bytes = new Proxy(t.bytes, {
    get(bytes, key): unknown {
      asked++;
      return Reflect.get(bytes, key);
    },
  });
  cut(wordTable(["left", "trapezius", "flexor", "carpi"]), t);
  return asked;
}

describe("characters looked at", () => {
  it.each([LINE, "a", "1", "1a", "1.", "\u200b", "(", "\n", "~x", "trap\u200dezius "])(
    "tokens of %j over and over: four times the text, four times the characters",
    (piece) => {
      const once = tokensAsked(piece.repeat(500));
      expect(tokensAsked(piece.repeat(2000))).toBeLessThanOrEqual(4 * once + 50);
      expect(once).toBeLessThanOrEqual(8 * 500 * piece.length);
    },
  );

  it("line starts asked in order look at each character once", () => {
    const spy = counted(LINE.repeat(400));
    const startOf = lineStarts(spy.text);
    for (let at = 0; at < spy.text.length; at += 7) startOf(at);
    expect(spy.asked()).toBeLessThanOrEqual(spy.text.length);
  });

  it("line starts in order are those found one by one", () => {
    const text = "a b\nc d\r\n e~f \\.br\\ g\n\nh";
    const startOf = lineStarts(text);
    for (let at = 0; at <= text.length; at++) expect([at, startOf(at)]).toEqual([at, lineStart(text, at)]);
  });
});

describe("numbers", () => {
  it("every stretch of digits is found once, decimals as two", () => {
    const t = new Tokens();
    tokenise("0.25% x3 20553 1/2/24", wordTable([]), t);
    expect(
      Array.from({ length: t.digitCount }, (_, i) =>
        t.text.slice(t.digitAt[i], (t.digitAt[i] as number) + (t.digitLength[i] as number)),
      ),
    ).toEqual(["0", "25", "3", "20553", "1", "2", "24"]);
  });

  it("dates in figures and in words, with what stands before them on the line", () => {
    const text = "DOB 1/2/1970\nDate of service: 3/4/24, seen March 5, 2024\n13/40/2024 2024-02-30";
    const t = new Tokens();
    tokenise(text, wordTable([]), t);
    expect(datesIn(t).map((d) => `${d.date} ${d.role} ${text.slice(d.start, d.end)}`)).toEqual([
      "1970-01-02 other 1/2/1970",
      "2024-03-04 service 3/4/24",
      "2024-03-05 service March 5, 2024",
    ]);
  });
});

describe("phrase tree", () => {
  const tree = phraseTree(
    [
      { ids: [1, 2], value: 7 },
      { ids: [1], value: 8 },
      { ids: [5_000, 2, 3], value: 9 },
    ],
    10,
  );
  const end = (ids: readonly number[]): number =>
    valueAt(
      tree,
      ids.slice(1).reduce((node, id) => branch(tree, node, id), begin(tree, ids[0] as number)),
    );

  it("leads to what a phrase means, and nowhere else", () => {
    expect([end([1]), end([1, 2]), end([5_000, 2, 3])]).toEqual([8, 7, 9]);
    expect([end([5_000, 2]), begin(tree, 2), begin(tree, 0), branch(tree, begin(tree, 1), 3)]).toEqual([-1, 0, 0, 0]);
  });
});
