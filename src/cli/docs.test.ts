/** README and docs/cli.md stay true: what they print is what the program prints. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build, file, needlepoint, ROOT } from "./testing/cli.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const readme = read("README.md");
const cli = read("docs/cli.md");

beforeAll(build);

describe("README", () => {
  it("prints the answer that the program gives, up to the dots", () => {
    const block = /```\n\$ \.\/needlepoint (.+)\n([^]+?)\n\.\.\.\n```/.exec(readme);
    expect(block).not.toBeNull();
    const [, command = "", answer = ""] = block ?? [];
    const { out } = needlepoint(command.split(" "));
    expect(out.slice(0, answer.length)).toBe(answer);
  });

  it("names only commands and files that there are", () => {
    for (const [, command = ""] of readme.matchAll(/^.*\.\/needlepoint (\w+)/gm)) {
      expect(needlepoint([command, "--help"]).exit, command).toBe(0);
    }
    for (const [, path = ""] of readme.matchAll(/\]\(([\w./-]+)\)/g)) expect(() => read(path), path).not.toThrow();
  });
});

describe("docs/cli.md", () => {
  it("lists every command of the program, and no other", () => {
    const listed = [...cli.matchAll(/^\| `(\w+)/gm)].map((m) => m[1]);
    const offered = [...needlepoint(["--help"]).out.matchAll(/^ {2}(\w+) (?:\[|<| {2,})/gm)].map((m) => m[1]);
    expect(new Set(listed)).toEqual(new Set(offered.filter((name) => name !== "help")));
  });

  it("lists every finding of the command line, and no other", () => {
    const codes = (text: string): string[] => [...new Set(text.match(/NP9\d{3}/g))].sort();
    expect(codes(cli)).toEqual(codes(read("src/cli/findings.ts")));
  });

  it("shows an encounter and facts that are accepted", () => {
    const [encounter = "", facts = ""] = [...cli.matchAll(/```json\n([^]+?)```/g)].map((m) => m[1]);
    const note = "Trigger point injection, left trapezius, 1 cc lidocaine.";
    const whole = file("e.json", encounter.replace('"note": "..."', `"note": "${note}"`));
    expect(needlepoint(["code", whole])).toMatchObject({ exit: 0, err: "" });
    expect(needlepoint(["code", "--facts", file("f.json", facts)])).toMatchObject({ exit: 0, err: "" });
  });
});
