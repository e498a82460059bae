/** Files that mean harm, or nothing at all: a finding, never a crash, never a long wait. */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeBook } from "../book.ts";
import { readCase } from "./cases/read.ts";
import { compileFiles, type SourceFile } from "./compile.ts";
import { LIMITS, parseYaml } from "./source/yaml.ts";

const base = readCase(readFileSync(new URL("./cases/base.txt", import.meta.url), "utf8"), []).files;
const withFile = (path: string, text: string): readonly SourceFile[] => [
  ...base.filter((f) => f.path !== path),
  { path, text },
];
const codes = (files: readonly SourceFile[]): readonly string[] => compileFiles(files).findings.map((f) => f.code);

describe("hostile rule files", () => {
  it("refuses a file that is too large without reading it", () => {
    const huge = `gaps: []\n${"#".repeat(LIMITS.characters)}`;
    expect(codes(withFile("gaps.yaml", huge))).toEqual(["NP1004"]);
  });

  it("refuses nesting without end", () => {
    for (const text of [`gaps: ${"[".repeat(40)}${"]".repeat(40)}`, `gaps:\n  ${"- ".repeat(40)}x`]) {
      expect(codes(withFile("gaps.yaml", text))).toEqual(["NP1004"]);
    }
    const deep = compileFiles(withFile("gaps.yaml", `gaps: ${"[".repeat(200_000)}`));
    expect(deep.book).toBeNull();
    expect(deep.findings.every((f) => ["NP1001", "NP1004"].includes(f.code))).toBe(true);
  });

  it("does not let an alias grow", () => {
    const bomb = ["a: &a [x, x]", ...Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*a, *a]`)].join("\n");
    const found = codes(withFile("gaps.yaml", bomb));
    expect(new Set(found)).toEqual(new Set(["NP1003", "NP1008"]));
    expect(found.length).toBeLessThanOrEqual(LIMITS.findings + 1);
  });

  it("shows the first findings of a file and says that there are more", () => {
    const many = `gaps:\n${"  - 1\n".repeat(5000)}`;
    const found = codes(withFile("gaps.yaml", many));
    expect(found.filter((code) => code === "NP1012").length).toBe(LIMITS.findings);
    expect(found).toContain("NP1008");
  });

  it("takes no key that would reach into the language", () => {
    for (const key of ["__proto__", "constructor", "toString"]) {
      const { book, findings } = compileFiles(withFile("gaps.yaml", `gaps: []\n${key}: { polluted: true }\n`));
      expect(book).toBeNull();
      expect(findings.length).toBeGreaterThan(0);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    // As an id it is only a word, and names nothing.
    const named = withFile("imaging/more.yaml", "imaging: []\n");
    expect(codes(named)).toEqual([]);
    const asked = base.map((f) => ({
      ...f,
      text: f.text.replace("region: back, paired: true, abbr: [PF]", "region: constructor, paired: true, abbr: [PF]"),
    }));
    expect(codes(asked)).toEqual([]);
  });

  it("takes no invisible character into the book", () => {
    const hidden = 'gaps:\n  - { id: a, says: "left \\u202e tfel", because: "x" }\n';
    expect(codes(withFile("gaps.yaml", hidden))).toEqual(["NP1012"]);
  });

  it("quotes a line of a file on one line, whatever stands in it", () => {
    const text = `gaps:\n  - { id: ${"x".repeat(500)}\t"\u001b[31m" }\n`;
    for (const { rules } of compileFiles(withFile("gaps.yaml", text)).findings) {
      for (const { frame } of rules ?? []) {
        expect(frame?.split("\n").length).toBe(2);
        expect(frame).not.toContain("\u001b");
        expect(frame!.length).toBeLessThan(300);
      }
    }
  });
});

describe("any text at all", () => {
  const yamlish = fc.array(
    fc.constantFrom(
      "gaps:",
      "  - ",
      "{",
      "}",
      "[",
      "]",
      ": ",
      "\n",
      "\n  ",
      '"',
      "'",
      "&a ",
      "*a",
      "!!x ",
      "|",
      ">-",
      "#",
      "id",
      "20552",
      "null",
      "---\n",
      "? ",
      "\t",
      "\r\n",
      "\u0000",
      "<<: ",
    ),
    { maxLength: 60 },
  );

  it("gives a result", () => {
    fc.assert(
      fc.property(yamlish, (words) => {
        const { book, findings } = compileFiles(withFile("gaps.yaml", words.join("")));
        expect(book === null).toBe(findings.some((f) => f.severity === "error"));
      }),
      { numRuns: 200 },
    );
  });

  it("is placed inside its file", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          yamlish.map((w) => w.join("")),
          fc.string({ unit: "binary", maxLength: 80 }),
        ),
        (text) => {
          const lines = text.split("\n").length;
          for (const { rules } of parseYaml({ path: "x.yaml", text }).findings) {
            for (const place of rules ?? []) {
              expect(place.line).toBeGreaterThanOrEqual(1);
              expect(place.line).toBeLessThanOrEqual(lines);
              expect(place.column).toBeGreaterThanOrEqual(1);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("gives the same book in whatever order the files come", () => {
    const bytes = writeBook(compileFiles(base).book!);
    fc.assert(
      fc.property(fc.shuffledSubarray([...base], { minLength: base.length }), (files) => {
        expect(writeBook(compileFiles(files).book!)).toBe(bytes);
      }),
      { numRuns: 20 },
    );
  });
});
