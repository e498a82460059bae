import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Determination } from "../coding/determination.ts";
import type { RefusedLine } from "./jsonl.ts";
import { splitter } from "./jsonl.ts";
import { build, file, needlepoint, plainEnv, ran, ROOT } from "./testing/cli.ts";

beforeAll(build);

const encounter = (id: string): string =>
  JSON.stringify({ id, dateOfService: "2025-06-02", note: "Trigger point injections with lidocaine: left trapezius." });
const answers = (out: string): (Determination | RefusedLine)[] =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Determination | RefusedLine);

const slow = file("one.jsonl", `${encounter("a")}\n`);

describe("code --jsonl", () => {
  it("answers every line in order, one line each", () => {
    const ids = Array.from({ length: 500 }, (_, i) => `e${i}`);
    const { exit, out, err } = needlepoint(["code", "--jsonl"], ids.map(encounter).join("\n"));
    expect(answers(out).map((a) => a.id)).toEqual(ids);
    expect(err).toBe("");
    expect(exit).toBe(0);
  });

  it("gives a bad line its findings and answers the others", () => {
    const lines = [
      encounter("a"),
      "{broken",
      "[1]",
      '{"id":"b","note":7}',
      '{"id":9,"note":"x"}',
      "",
      '{"id":"c","dateOfService":"2026-02-30","note":"x"}',
      encounter("d"),
    ];
    const { exit, out, err } = needlepoint(["code", "--jsonl"], lines.join("\r\n"));
    const all = answers(out);
    expect(all.map((a) => [a.kind, a.id, a.findings.find((f) => f.severity === "error")?.code])).toEqual([
      ["determination", "a", undefined],
      ["refused", null, "NP9009"],
      ["refused", null, "NP9026"],
      ["refused", "b", "NP9026"],
      ["refused", 9, "NP9026"],
      ["determination", "c", "NP3001"],
      ["determination", "d", undefined],
    ]);
    expect(all[3]).toMatchObject({ line: 4 });
    expect(err).toContain("5 of 8 lines");
    expect(exit).toBe(1);
  });

  it("gives bytes that are not UTF-8, and a line too long, their findings", () => {
    const input = Buffer.concat([
      Buffer.from('{"id":"a","note":"\u00ff"}\n', "latin1"),
      Buffer.from(`{"id":"b","note":"${"x ".repeat(3_000_000)}"}\n`),
      Buffer.from(encounter("c")),
    ]);
    const { exit, out } = needlepoint(["code", "--jsonl"], input);
    expect(answers(out).map((a) => a.findings.find((f) => f.severity === "error")?.code)).toEqual([
      "NP9007",
      "NP9004",
      undefined,
    ]);
    expect(exit).toBe(1);
  });

  it("reads files, and fills in from the options what an encounter leaves open", () => {
    const path = file("in.jsonl", `${encounter("a")}\n{"id":"b","note":"Trigger point injection, left trapezius."}\n`);
    const { out } = needlepoint(["code", "--jsonl", path, "--date", "2004-05-06"]);
    expect(answers(out).map((a) => (a as Determination).dateOfService)).toEqual(["2025-06-02", "2004-05-06"]);
  });

  it("gives the same determination as a single encounter does", () => {
    const one = JSON.parse(needlepoint(["code", "--json", file("e.json", encounter("a"))]).out) as unknown;
    expect(answers(needlepoint(["code", "--jsonl"], encounter("a")).out)).toEqual([one]);
  });

  it.skipIf(!existsSync("/usr/bin/script"))(
    "shows how far it is on a terminal, after a second, and not in a pipe",
    () => {
      const feed = `(cat ${slow}; sleep 1.3; cat ${slow}; sleep 0.3; cat ${slow})`;
      const command = `${feed} | ${process.execPath} ${join(ROOT, "dist/needlepoint.js")} code --jsonl > /dev/null`;
      const terminal = ran("/usr/bin/script", ["-qec", command, "/dev/null"], { env: plainEnv() });
      expect(terminal.out).toMatch(/[23] encounters/);
      expect(terminal.exit).toBe(0);
      expect(ran("/bin/sh", ["-c", command], { env: plainEnv() }).err).toBe("");
    },
  );

  it("ends quietly when the reader has had enough", async () => {
    const child = spawn(process.execPath, [join(ROOT, "dist/needlepoint.js"), "code", "--jsonl"]);
    let err = "";
    child.stderr.on("data", (part) => (err += String(part)));
    child.stdin.on("error", () => {});
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.end(`${Array.from({ length: 20_000 }, () => encounter("a")).join("\n")}\n`);
    await new Promise((resolve) => child.on("close", resolve));
    expect(err).toBe("");
  });
});

describe("splitter", () => {
  const split = (...chunks: string[]): string[] => {
    const line = splitter();
    return [...chunks.map((c) => Buffer.from(c)), null].flatMap((chunk) =>
      [...line(chunk)].map((b) => b?.toString() ?? "too long"),
    );
  };

  it("puts lines together over chunks", () => {
    expect(split("a\nb", "c", "d\n", "\ne")).toEqual(["a", "bcd", "", "e"]);
    expect(split("a\n")).toEqual(["a"]);
    expect(split("")).toEqual([]);
  });

  it("does not keep a line over the limit, and goes on after it", () => {
    const mega = "x".repeat(1024 * 1024);
    expect(split(...Array.from({ length: 6 }, () => mega), "\nnext\n")).toEqual(["too long", "next"]);
  });
});
