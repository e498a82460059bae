import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { showFinding } from "../show.ts";
import { readCase } from "./cases/read.ts";
import { compileFiles, type SourceFile } from "./compile.ts";
import { PROBLEMS } from "./problems.ts";

const folder = new URL("./cases/", import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const base: readonly SourceFile[] = readCase(text("base.txt"), []).files;
const asOf = "2026-11-23";

describe("the smallest rulebook", () => {
  it("compiles without a finding", () => {
    const { book, findings } = compileFiles(base, { asOf });
    expect(findings.map(showFinding)).toEqual([]);
    expect(book?.version).toBe("0.0.1");
  });
});

/** The golden text stands in the case file itself; `UPDATE_GOLDEN=1` writes it anew, to be read in the diff. */
describe("bad rulebooks", () => {
  const names = readdirSync(new URL("bad/", folder));
  const seen = new Set<string>();
  for (const name of names) {
    const source = text(`bad/${name}`);
    const { says, files, expected } = readCase(source, base);
    it(`${name.replace(".txt", "")}: ${says}`, () => {
      const { book, findings } = compileFiles(files, { asOf });
      const shown = findings.map(showFinding).join("\n\n");
      if (process.env["UPDATE_GOLDEN"] === "1") {
        writeFileSync(new URL(`bad/${name}`, folder), `${source.split("=== findings\n")[0]}=== findings\n${shown}\n`);
      } else expect(shown).toBe(expected);
      expect(shown).not.toBe("");
      expect(book === null).toBe(findings.some((f) => f.severity === "error"));
      for (const finding of findings) seen.add(finding.code);
    });
  }

  it("show every finding there is, but those of hostile files", () => {
    const hostile = ["NP1004", "NP1008"];
    expect(Object.keys(PROBLEMS).filter((code) => !seen.has(code))).toEqual(hostile);
  });
});
