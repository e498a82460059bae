import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCase } from "./compile/cases/read.ts";
import { compileFiles } from "./compile/compile.ts";
import { changeDays, codeOn, familyOn, imagingOn, suppliesOn } from "./on.ts";

const base = readCase(readFileSync(new URL("./compile/cases/base.txt", import.meta.url), "utf8"), []).files;
const book = compileFiles(base).book!;

describe("a code on a day", () => {
  it.each([
    ["2002-01-01", "muscle-group"],
    ["2002-12-31", "muscle-group"],
    ["2003-01-01", "muscle"],
    ["2029-12-31", "muscle"],
  ])("%s counts by %s", (day, counts) => {
    expect(codeOn(book, "20552", day)).toMatchObject({ kind: "in-force", edition: { counts } });
  });

  it.each([
    ["before it began", "20552", "2001-12-31", { because: "not-yet", day: "2002-01-01" }],
    ["before what the book knows", "20552", "1999-12-31", { because: "outside-horizon", day: "2000-01-01" }],
    ["after what the book knows", "20552", "2030-01-01", { because: "outside-horizon", day: "2030-01-01" }],
    ["not in the book", "99999", "2005-01-01", { because: "unknown", day: null }],
    ["a word of the language", "constructor", "2005-01-01", { because: "unknown", day: null }],
  ])("%s", (_, code, day, why) => expect(codeOn(book, code, day)).toEqual({ kind: "no-rule", ...why }));

  it("ended", () => {
    const code = book.codes["20552"]!;
    const old = { ...book, codes: { "20552": { ...code, editions: code.editions.slice(0, 1) } } };
    expect(codeOn(old, "20552", "2003-01-01")).toEqual({ kind: "no-rule", because: "ended", day: "2003-01-01" });
  });
});

describe("a family on a day", () => {
  it("has one table", () => {
    expect(familyOn(book, "trigger-point", "2003-01-01")).toMatchObject({
      kind: "in-force",
      edition: { counts: "muscle" },
    });
  });
  it("has none outside its coverage", () => {
    expect(familyOn(book, "trigger-point", "2001-12-31")).toEqual({
      kind: "no-rule",
      because: "outside-horizon",
      day: "2002-01-01",
    });
    expect(familyOn(book, "trigger-point", "2030-01-01")).toEqual({
      kind: "no-rule",
      because: "outside-horizon",
      day: "2030-01-01",
    });
    expect(familyOn(book, "joint", "2005-01-01")).toEqual({ kind: "no-rule", because: "unknown", day: null });
  });
});

describe("beside a procedure", () => {
  it("imaging begins on its day", () => {
    expect(imagingOn(book, "trigger-point", "2003-12-31")).toEqual([]);
    expect(imagingOn(book, "trigger-point", "2004-01-01").map((r) => r.code)).toEqual(["76942"]);
    expect(imagingOn(book, "joint", "2004-01-01")).toEqual([]);
    expect(imagingOn(book, "trigger-point", "2030-01-01")).toEqual([]);
  });
  it("a drug has its supply code", () => {
    expect(suppliesOn(book.drugs[0]!, "2000-01-01").map((l) => l.code)).toEqual(["J3301"]);
    expect(suppliesOn(book.drugs[0]!, "1999-12-31")).toEqual([]);
  });
});

it("the days on which something changes", () => {
  expect(changeDays(book)).toEqual(["2000-01-01", "2002-01-01", "2003-01-01", "2004-01-01"]);
});
