import { mkdtempSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build, file, needlepoint } from "./testing/cli.ts";

beforeAll(build);

const note = "examples/three-muscles.txt";
const folder = (): string => mkdtempSync(join(tmpdir(), "needlepoint-"));

describe("documents on the command line", () => {
  it("prints the proof sheet, and writes it in each format", () => {
    expect(needlepoint(["proof", note]).out).toContain("20553 x1");
    const dir = folder();
    for (const ending of ["txt", "md", "html", "pdf", "docx"])
      expect(needlepoint(["proof", note, "--out", join(dir, `sheet.${ending}`)])).toMatchObject({ exit: 0, out: "" });
    expect(readdirSync(dir).sort()).toEqual(["sheet.docx", "sheet.html", "sheet.md", "sheet.pdf", "sheet.txt"]);
    expect(readFileSync(join(dir, "sheet.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    expect(readFileSync(join(dir, "sheet.docx")).subarray(0, 2).toString()).toBe("PK");
  });

  it("takes a determination with its note, and gives the same sheet", () => {
    const determination = file("d.json", needlepoint(["code", note, "--json"]).out);
    const direct = needlepoint(["proof", note]).out;
    expect(needlepoint(["proof", determination, "--note", note]).out).toBe(direct);
    expect(needlepoint(["proof", determination]).out).toContain("20553 x1");
    expect(needlepoint(["proof", determination, "--note", "examples/one-muscle.txt"]).err).toContain("NP5011");
  });

  it("asks the provider, or says that there is nothing to ask", () => {
    expect(needlepoint(["query", "examples/paraspinous-list.txt"]).out).toContain("Unable to determine");
    expect(needlepoint(["query", note])).toMatchObject({ exit: 0, out: "" });
    expect(needlepoint(["query", note]).err).toContain("NP5013");
  });

  it("drafts an appeal, or says that there is none to write", () => {
    const right = needlepoint(["appeal", note, "--denial", "CO-151", "--billed", "20553x3"]);
    expect(right).toMatchObject({ exit: 0, err: "" });
    expect(right.out).toContain("NOTHING TO APPEAL");
    expect(needlepoint(["appeal", note, "--denial", "CO-150"]).out).toContain("REQUEST TO RECONSIDER");
    expect(needlepoint(["appeal", note]).exit).toBe(2);
    for (const none of ["pig", "20552x0"])
      expect(needlepoint(["appeal", note, "--denial", "97", "--billed", none]).err).toContain("NP9031");
    expect(needlepoint(["appeal", note, "--denial", "purple"]).err).toContain("NP5020");
  });

  it("runs one note through the years, and writes forms", () => {
    expect(needlepoint(["across", note]).out).toMatch(/2001-07-01 +20550 x1[^]*2003-07-01 +20553 x1/);
    expect(needlepoint(["template", "joint"]).out).toContain("Joint or bursa");
    expect(JSON.parse(needlepoint(["template", "joint", "--json"]).out)).toMatchObject({
      kind: "document",
      type: "template",
    });
  });
});

describe("what cannot be done is said, and nothing is half-written", () => {
  it.each([
    ["a folder that is not there", (dir: string) => join(dir, "none/sheet.pdf"), "NP9010"],
    [
      "a folder in the place of the file",
      (dir: string) => (mkdirSync(join(dir, "sheet.pdf")), join(dir, "sheet.pdf")),
      "NP9002",
    ],
    ["an ending that is no format", (dir: string) => join(dir, "sheet.xls"), "NP9011"],
  ])("%s", (_, path, code) => {
    const dir = folder();
    const out = path(dir);
    const before = readdirSync(dir);
    const ran = needlepoint(["proof", note, "--out", out]);
    expect(ran).toMatchObject({ exit: 1, out: "" });
    expect(ran.err).toContain(`error ${code}:`);
    expect(readdirSync(dir)).toEqual(before);
  });

  it("a refused document leaves the file that was there", () => {
    const out = join(folder(), "sheet.txt");
    writeFileSync(out, "before");
    const old = JSON.parse(needlepoint(["code", note, "--json"]).out) as { receipt: object };
    const other = file("d.json", JSON.stringify({ ...old, receipt: { ...old.receipt, rulebook: "sha256-0" } }));
    const ran = needlepoint(["proof", other, "--out", out]);
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain("NP5010");
    expect(readFileSync(out, "utf8")).toBe("before");
  });

  it.each([
    ["a date outside the book", ["proof", note, "--date", "1950-01-01"], "NP3002"],
    ["half a determination", ["proof", file("d.json", '{"kind":"determination"}')], "NP5014"],
    ["a family that is none", ["template", "nose"], "NP5004"],
    ["a template on a day that is none", ["template", "joint", "--on", "2026-02-30"], "NP3001"],
  ])("%s", (_, args, code) => {
    const ran = needlepoint(args);
    expect(ran).toMatchObject({ exit: 1, out: "" });
    expect(ran.err).toContain(`error ${code}:`);
  });
});
