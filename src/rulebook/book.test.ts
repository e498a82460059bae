import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isIntact, loadBook, writeBook } from "./book.ts";
import { canonicalJson } from "./canonical.ts";
import { readCase } from "./compile/cases/read.ts";
import { compileFiles } from "./compile/compile.ts";
import { hashText } from "./hash.ts";

const base = readCase(readFileSync(new URL("./compile/cases/base.txt", import.meta.url), "utf8"), []).files;
const book = compileFiles(base).book!;

describe("canonical JSON", () => {
  it("sorts keys and leaves out what is undefined", () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: "é\n" }], x: undefined, "10": true, "9": 0.5 })).toBe(
      '{"10":true,"9":0.5,"a":[{"c":"é\\n","d":null}],"b":1}',
    );
  });

  it("is one for all orders of keys, and reads back as the same value", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
        fc.infiniteStream(fc.nat()),
        (value, noise) => {
          const turned = Object.fromEntries(
            Object.entries(value)
              .map((pair) => ({ pair, at: noise.next().value as number }))
              .sort((a, b) => a.at - b.at)
              .map(({ pair }) => pair),
          );
          expect(canonicalJson(turned)).toBe(canonicalJson(value));
          expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        },
      ),
    );
  });
});

describe("hash", () => {
  it("is SHA-256 as everybody computes it", () => {
    expect(hashText("abc")).toBe("sha256-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(hashText("é")).toBe("sha256-4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
  });
});

describe("the compiled book", () => {
  it("is frozen through and through", () => {
    const frozen = (value: unknown): boolean =>
      typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(book)).toBe(true);
    expect(frozen(loadBook(writeBook(book)))).toBe(true);
  });

  it("comes back from text as it was", () => {
    expect(loadBook(writeBook(book))).toEqual(book);
    expect(writeBook(loadBook(writeBook(book)))).toBe(writeBook(book));
  });

  it("knows when it was changed", () => {
    expect(isIntact(book)).toBe(true);
    expect(isIntact(loadBook(writeBook(book).replace("Few muscles injected.", "Many muscles injected.")))).toBe(false);
  });

  it("changes its hash with any rule, and with nothing else", () => {
    const edit = (from: string, to: string) =>
      compileFiles(base.map((f) => ({ ...f, text: f.text.replace(from, to) }))).book!.hash;
    expect(edit("Count both ways.", "Count both.")).not.toBe(book.hash);
    expect(edit("# Ordinary words.", "# Words.")).toBe(book.hash);
  });

  it("says where each rule stands", () => {
    const rows = book.families[0]!.editions.flatMap((e) => e.rows.map((row) => row.where));
    expect(rows).toEqual([
      { rule: "trigger-point/20552/2002-01-01", file: "families/trigger-point.yaml", line: 15 },
      { rule: "trigger-point/20553/2002-01-01", file: "families/trigger-point.yaml", line: 20 },
      { rule: "trigger-point/20552/2003-01-01", file: "families/trigger-point.yaml", line: 29 },
      { rule: "trigger-point/20553/2003-01-01", file: "families/trigger-point.yaml", line: 34 },
    ]);
    expect(book.imaging[0]!.where).toEqual({
      rule: "imaging/76942/2004-01-01",
      file: "imaging/guidance.yaml",
      line: 2,
    });
  });

  it.each(["{}", "[]", "null", '{"kind":"rulebook"}', '{"kind":"finding","hash":"x"}'])("is not %s", (json) => {
    expect(() => loadBook(json)).toThrow("This is not a compiled rulebook.");
  });
});
