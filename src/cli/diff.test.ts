import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build, file, needlepoint, ROOT } from "./testing/cli.ts";

beforeAll(build);

describe("rulebook diff", () => {
  const changed = join(mkdtempSync(join(tmpdir(), "needlepoint-")), "rulebook");
  cpSync(join(ROOT, "rulebook"), changed, { recursive: true });
  // Today's edition of 20553 begins with the fourth muscle, and 20552 takes three.
  const last = (path: string, old: string, fresh: string, after = ""): void => {
    const name = join(changed, path);
    const text = readFileSync(name, "utf8");
    const at = after === "" ? text.lastIndexOf(old) : text.indexOf(old, text.lastIndexOf(after));
    writeFileSync(name, text.slice(0, at) + fresh + text.slice(at + old.length));
  };
  last("families/trigger-point.yaml", "[1, 2]", "[1, 3]", '"20552"');
  last("families/trigger-point.yaml", "[3, null]", "[4, null]", '"20553"');
  last("codes/20552.yaml", "[1, 2]", "[1, 3]");
  last("codes/20553.yaml", "[3, null]", "[4, null]");

  it("finds no difference between a folder and what was compiled from it", () => {
    const { exit, out } = needlepoint(["rulebook", "diff", join(ROOT, "rulebook"), join(ROOT, "dist/rulebook.json")]);
    expect([exit, out.trim()]).toEqual([0, "The two books say the same."]);
  });

  it("names rules, encounters and causes", () => {
    const ran = needlepoint([
      "rulebook",
      "diff",
      join(ROOT, "rulebook"),
      changed,
      "--corpus",
      join(ROOT, "examples"),
      "--json",
    ]);
    const result = JSON.parse(ran.out) as {
      readonly rules: readonly { readonly rule: string }[];
      readonly encounters: number;
      readonly answers: readonly { readonly was: string; readonly is: string; readonly because: readonly string[] }[];
    };
    expect(result.rules.map((r) => r.rule.replace(/\/[^/]*$/, "")).sort()).toEqual([
      "code/20552",
      "code/20553",
      "trigger-point/20552",
      "trigger-point/20553",
    ]);
    expect(result.encounters).toBeGreaterThan(1);
    expect(result.answers.length).toBeGreaterThan(0);
    for (const a of result.answers) expect(a.because.every((r) => r.startsWith("trigger-point/2055"))).toBe(true);
  });

  it("compares what can be read, and says what could not", () => {
    const corpus = file("c.jsonl", '{"id":"a","dateOfService":"2025-06-02","note":"TPI left trapezius"}\nnot json\n');
    const { exit, err, out } = needlepoint(["rulebook", "diff", changed, changed, "--corpus", corpus]);
    expect([exit, err.includes("NP9009"), out.includes("1 compared, 0 answered otherwise")]).toEqual([1, true, true]);
  });

  it("refuses what is no book", () => {
    expect(needlepoint(["rulebook", "diff", file("x.json", "{}"), changed]).err).toContain("NP9091");
    expect(needlepoint(["rulebook", "diff", "nowhere", changed]).err).toContain("NP9001");
    expect(needlepoint(["rulebook", "diff", changed]).exit).toBe(2);
  });
});
