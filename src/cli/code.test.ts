import { chmodSync } from "node:fs";
import { dirname } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Determination } from "../coding/determination.ts";
import { build, file, needlepoint } from "./testing/cli.ts";

beforeAll(build);

const THREE = "examples/three-muscles.txt";
const NOTE = "Trigger point injections with 1% lidocaine: left trapezius and right infraspinatus.";
const codes = (json: string): string[] => (JSON.parse(json) as Determination).lines.map((line) => line.code);

describe("code", () => {
  it("answers a file in plain text, the code first, without colour in a pipe", () => {
    const { exit, out, err } = needlepoint(["code", THREE]);
    expect(exit).toBe(0);
    expect(out).toMatch(/^20553 x1 /);
    expect(out).toContain("supraspinatus");
    expect(out).not.toContain("\u001b");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(err).toBe("");
  });

  it("answers standard input, named by - or piped", () => {
    expect(codes(needlepoint(["code", "-", "--json"], NOTE).out)).toContain("20552");
    expect(codes(needlepoint(["code", "--json"], NOTE).out)).toContain("20552");
  });

  it("gives the same bytes for the same input", () => {
    expect(needlepoint(["code", "--json"], NOTE).out).toBe(needlepoint(["code", "--json"], NOTE).out);
  });

  it("colours only when told to, and never when told not to", () => {
    expect(needlepoint(["code", THREE], "", { FORCE_COLOR: "1" }).out).toContain("\u001b[");
    expect(needlepoint(["code", THREE], "", { FORCE_COLOR: "1", NO_COLOR: "1" }).out).not.toContain("\u001b");
    expect(needlepoint(["code", THREE], "", { CI: "true" }).out).not.toContain("\u001b");
  });

  it("answers several files, each under its name, and goes on past a bad one", () => {
    const { exit, out, err } = needlepoint(["code", "examples/one-muscle.txt", "nowhere.txt", THREE]);
    expect(exit).toBe(1);
    expect(out.match(/^== .*$/gm)).toEqual(["== examples/one-muscle.txt", "== examples/three-muscles.txt"]);
    expect(err).toContain("NP9001: nowhere.txt");
  });

  it("takes a date of service, and answers by the rules of that day", () => {
    const on = (date: string): string => needlepoint(["code", "--json", "--date", date], NOTE).out;
    expect(codes(on("2025-06-02"))).toContain("20552");
    expect((JSON.parse(on("2002-06-01")) as Determination).dateOfService).toBe("2002-06-01");
  });

  it("takes facts instead of a note", () => {
    const facts = file(
      "facts.json",
      JSON.stringify({ facts: [{ kind: "muscle", id: "trapezius", side: "left", status: "injected" }] }),
    );
    const { exit, out } = needlepoint(["code", "--facts", facts, "--date", "2025-06-02", "--json"]);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: "determination", dateOfService: "2025-06-02" });
  });

  it("takes an encounter as JSON; its own fields go before the options", () => {
    const encounter = file(
      "e.json",
      JSON.stringify({ id: "e7", dateOfService: "2024-01-05", note: NOTE, payer: null }),
    );
    const { out } = needlepoint(["code", encounter, "--date", "2025-06-02", "--payer", "Medicare", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ id: "e7", dateOfService: "2024-01-05" });
  });

  it("takes lines of a claim without modifiers, and words that are names of the language", () => {
    const word = "constructor";
    const encounter = {
      facts: [
        { kind: "muscle", id: word, side: "left", status: "injected", text: word },
        { kind: "muscle", id: "trapezius", side: "left", status: "injected" },
      ],
      dateOfService: "2025-06-02",
      payer: "medicare",
      state: "FL",
      county: word,
      diagnoses: [word],
      billed: [
        { code: "20552", units: 1 },
        { code: word, units: 1 },
      ],
      history: [{ dateOfService: "2025-02-03", code: "20552", region: word }],
    };
    const { exit, out, err } = needlepoint(["code", file("word.json", JSON.stringify(encounter))]);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(/^20552 x1/);
    expect(out).not.toMatch(/native code|\bObject\b/);
  });

  it("reads a UTF-8 file with a byte order mark as if it had none", () => {
    const { out } = needlepoint(["code", "--json", file("bom.txt", `\uFEFF${NOTE}`)]);
    const { facts } = JSON.parse(out) as Determination;
    const trapezius = facts.find((fact) => fact.text.includes("trapezius"));
    expect(NOTE.slice(trapezius?.start, trapezius?.end)).toBe(trapezius?.text);
  });

  it("lets no control characters of a note through to the terminal", () => {
    const { out } = needlepoint(
      ["code"],
      "Trigger point injection with lidocaine: left tra\u001b[8mpezius, \u009b31m\u202eleft infraspinatus.",
    );
    // oxlint-disable-next-line no-control-regex
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe("bad input of code", () => {
  const cases: readonly [name: string, args: readonly string[], finding: string, input?: string | Buffer][] = [
    ["a file that is not there", ["nowhere.txt"], "NP9001"],
    ["a folder", ["examples"], "NP9002"],
    ["an empty file", [file("empty.txt", "")], "NP9005"],
    ["blank space", [file("blank.txt", " \n\t\n")], "NP9005"],
    ["nothing on standard input", ["-"], "NP9005", ""],
    ["binary data", [file("bin.txt", Buffer.from([65, 0, 66]))], "NP9006"],
    ["a PDF", [file("note.txt", "%PDF-1.7 ...")], "NP9006"],
    ["a Word document", [file("note.docx", Buffer.from("PK\u0003\u0004rest", "latin1"))], "NP9006"],
    ["text that is not UTF-8", [file("cp1252.txt", Buffer.from("the patient\u0092s", "latin1"))], "NP9007"],
    ["UTF-16", [file("utf16.txt", Buffer.from("\uFEFFnote", "utf16le"))], "NP9008"],
    ["10 MB", [file("big.txt", Buffer.alloc(10_000_000, "a "))], "NP9004"],
    ["10 MB on standard input", ["-"], "NP9004", Buffer.alloc(10_000_000, "a ")],
    ["JSON that is none", [file("e.json", "{note")], "NP9009"],
    ["an encounter of another shape", [file("e.json", '{"note":7}')], "NP9026"],
    ["an encounter with a misspelt field", [file("e.json", '{"note":"x","payr":"medicare"}')], "NP9027"],
    ["an encounter without a note", [file("e.json", '{"payer":"medicare"}')], "NP9029"],
    ["an encounter with both", [file("e.json", '{"note":"x","facts":[]}')], "NP9028"],
    [
      "a fact that is none",
      ["--facts", file("f.json", '[{"kind":"muscle","id":"trapezius","side":"port"}]')],
      "NP3020",
    ],
    ["facts that are no list", ["--facts", file("f.json", '"trapezius"')], "NP9026"],
    ["a day that is none", [THREE, "--date", "2026-02-30"], "NP3001"],
    ["a date before all rules", [THREE, "--date", "1990-01-01"], "NP3002"],
    ["a date after all rules", [THREE, "--date", "2031-01-01"], "NP3002"],
    ["a payer nobody knows", [THREE, "--payer", "medicrae"], "NP9022"],
    ["a state that is none", [THREE, "--state", "ZZ"], "NP9023"],
    ["a contested point that is none", [THREE, "--convention", "cp-zz=yes"], "NP9024"],
    ["a position that is none", [THREE, "--convention", "cp-a=perhaps"], "NP9025"],
    ["a history that is none", [THREE, "--history", file("h.json", '[{"code":"20552"}]')], "NP9026"],
  ];

  it.each(cases)("%s: a finding, exit 1, no answer", (_, args, code, input) => {
    const { exit, out, err } = needlepoint(["code", ...args], input);
    expect(err).toMatch(new RegExp(`^error ${code}: .+\\n  .+`));
    expect(err).not.toMatch(/\n\s+at |node:internal/);
    expect(out).toBe("");
    expect(exit).toBe(1);
  });

  it.skipIf(process.getuid?.() === 0)("a file that may not be read", () => {
    const secret = file("secret.txt", NOTE);
    chmodSync(secret, 0);
    expect(needlepoint(["code", secret])).toMatchObject({ exit: 1, out: "" });
  });

  it("never repeats what a note says", () => {
    const note = file("e.json", JSON.stringify({ note: ["Mary Miller, born 1950"], dateOfService: "Mary Miller" }));
    expect(needlepoint(["code", note]).err).not.toContain("Mary");
    expect(needlepoint(["code", dirname(note)]).exit).toBe(1);
  });
});

describe("bad usage", () => {
  it.each([
    ["no command", []],
    ["a command that is none", ["cod"]],
    ["an option that is none", ["code", "--jsn"]],
    ["an option without its value", ["code", THREE, "--date"]],
    ["a convention without a position", ["code", THREE, "--convention", "cp-a"]],
    ["notes and facts", ["code", THREE, "--facts", "f.json"]],
    ["json and jsonl", ["code", "--json", "--jsonl"]],
    ["a missing argument", ["compare", "20552"]],
    ["rulebook alone", ["rulebook"]],
  ])("%s: help, exit 2", (_, args) => {
    const { exit, out, err } = needlepoint(args);
    expect(exit).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(/--help|Usage:/);
  });

  it("prints help and version on request", () => {
    expect(needlepoint(["--help"])).toMatchObject({ exit: 0, err: "" });
    expect(needlepoint(["code", "--help"]).out).toContain("--jsonl");
    expect(needlepoint(["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
