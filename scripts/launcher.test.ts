/** The launcher on checkouts of its own: first use, edits, faults, and several at once. */
import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PARTS = ["needlepoint", "package.json", "package-lock.json", "scripts", "src", "rulebook", "examples"];
const made: string[] = [];
const { NODE_OPTIONS: _ignored, ...ENV } = process.env;

/** A checkout without a build; with the packages of this one, or none. */
function checkout(packages: boolean): string {
  const dir = mkdtempSync(join(tmpdir(), "needlepoint-launcher-"));
  made.push(dir);
  for (const part of PARTS) cpSync(join(ROOT, part), join(dir, part), { recursive: true });
  if (packages) symlinkSync(join(ROOT, "node_modules"), join(dir, "node_modules"));
  return dir;
}

function start(dir: string, args: readonly string[], env: NodeJS.ProcessEnv = ENV) {
  const { status, stdout, stderr } = spawnSync("/bin/sh", [join(dir, "needlepoint"), ...args], {
    env,
    encoding: "utf8",
  });
  return { exit: status, out: stdout, err: stderr };
}

/** A PATH that holds the usual tools, but only these programs of ours. */
function path(...programs: [name: string, script: string][]): NodeJS.ProcessEnv {
  const dir = mkdtempSync(join(tmpdir(), "needlepoint-path-"));
  made.push(dir);
  for (const tool of ["find", "readlink", "rm", "sh"]) {
    const place = ["/usr/bin", "/bin"].map((bin) => join(bin, tool)).find((file) => existsSync(file));
    if (place !== undefined) symlinkSync(place, join(dir, tool));
  }
  for (const [name, script] of programs) {
    writeFileSync(join(dir, name), script);
    chmodSync(join(dir, name), 0o755);
  }
  return { PATH: dir };
}
const realNode: [string, string] = ["node", `#!/bin/sh\nexec "${process.execPath}" "$@"\n`];

afterAll(() => made.forEach((dir) => rmSync(dir, { recursive: true, force: true })));

describe("the launcher", () => {
  let dir = "";
  const answer = () => start(dir, ["code", join(dir, "examples/three-muscles.txt")]);
  beforeAll(() => {
    dir = checkout(true);
  });

  it("sets up on first use, says so on stderr, and lets several start at once", async () => {
    const starts = [1, 2, 3].map(
      () =>
        new Promise<{ exit: number | null; out: string; err: string }>((resolve) => {
          const child = spawn(join(dir, "needlepoint"), ["explain", "20552"], { env: ENV });
          let [out, err] = ["", ""];
          child.stdout.on("data", (part) => (out += String(part)));
          child.stderr.on("data", (part) => (err += String(part)));
          child.on("close", (exit) => resolve({ exit, out, err }));
        }),
    );
    const ended = await Promise.all(starts);
    expect(ended.map((e) => e.exit)).toEqual([0, 0, 0]);
    expect(new Set(ended.map((e) => e.out)).size).toBe(1);
    expect(ended.filter((e) => e.err.includes("building")).length).toBe(1);
    expect(existsSync(join(dir, ".setup-lock"))).toBe(false);
  });

  it("is quiet afterwards, also through a link from elsewhere", () => {
    const link = join(mkdtempSync(join(tmpdir(), "needlepoint-link-")), "np");
    symlinkSync(join(dir, "needlepoint"), link);
    expect(answer()).toMatchObject({ exit: 0, err: "" });
    const { status, stderr } = spawnSync(link, ["--version"], { env: ENV, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });

  it("answers from the snapshot what it answers without", () => {
    expect(existsSync(join(dir, "dist/code.blob"))).toBe(true);
    for (const args of [
      ["code", join(dir, "examples/three-muscles.txt"), "--json"],
      ["code", "--help"],
      ["code", "nowhere.txt"],
    ]) {
      expect(start(dir, args)).toEqual(start(dir, args, { ...ENV, NODE_OPTIONS: "--no-warnings" }));
    }
  });

  const spoilt: readonly (readonly [string, (blob: Buffer) => string])[] = [
    [
      "of another Node",
      // Node 20 writes its version into a snapshot with a v before it, Node 24 without.
      (blob) => blob.toString("latin1").replaceAll(process.versions.node, process.versions.node.replace(/\d$/, "x")),
    ],
    ["that is damaged", () => "damaged"],
  ];
  it.each(spoilt)("does without a snapshot %s, and makes it anew", (_, spoil) => {
    const { out } = answer();
    const blob = join(dir, "dist/code.blob");
    writeFileSync(blob, Buffer.from(spoil(readFileSync(blob)), "latin1"));
    const next = answer();
    expect([next.exit, next.out]).toEqual([0, out]);
    expect(next.err).toContain("does not fit this Node");
    expect(answer()).toMatchObject({ exit: 0, out });
    expect(existsSync(blob)).toBe(true);
    expect(answer()).toMatchObject({ exit: 0, out, err: "" });
  });

  it("never answers by an old rule after an edit", () => {
    const file = join(dir, "rulebook/codes/20553.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("three or more muscles", "at least three muscles"));
    expect(answer().out).toContain("at least three muscles");
  });

  it("stops on a broken rule and shows it, but still checks it; a correction is enough", () => {
    const file = join(dir, "rulebook/codes/20553.yaml");
    const good = readFileSync(file, "utf8");
    appendFileSync(file, "wrong: true\n");
    const broken = answer();
    expect([broken.exit, broken.out]).toEqual([1, ""]);
    expect(broken.err).toContain("codes/20553.yaml");
    expect(start(dir, ["rulebook", "check"])).toMatchObject({ exit: 1, err: "" });
    expect(start(dir, ["rulebook", "check"]).out).toContain("codes/20553.yaml");
    writeFileSync(file, good);
    expect(answer()).toMatchObject({ exit: 0 });
  });

  it("never runs old code after an edit, and says when it does not compile", () => {
    const file = join(dir, "src/cli/program.ts");
    const good = readFileSync(file, "utf8");
    writeFileSync(file, good.replace("Injection coding, with the rule in writing.", "Edited."));
    expect(start(dir, ["--help"]).out).toContain("Edited.");
    writeFileSync(file, `${good}\n}`);
    const broken = start(dir, ["--help"]);
    expect([broken.exit, broken.out]).toEqual([1, ""]);
    expect(broken.err).toContain("program.ts");
    writeFileSync(file, good);
    expect(start(dir, ["--help"])).toMatchObject({ exit: 0 });
  });
});

describe("a machine that lacks something", () => {
  const bare = checkout(false);

  it("has no Node", () => {
    const { exit, err } = start(bare, ["code"], path());
    expect(exit).toBe(1);
    expect(err).toMatch(/^needlepoint: Node\.js was not found\. Install Node 20\.19 or newer/);
  });

  it("has an old Node", () => {
    const old = `#!/bin/sh\nexec "${process.execPath}" -r "${join(bare, "old.cjs")}" "$@"\n`;
    writeFileSync(join(bare, "old.cjs"), 'Object.defineProperty(process.versions, "node", { value: "18.12.0" });');
    const { exit, err } = start(bare, ["code"], path(["node", old]));
    expect(exit).toBe(1);
    expect(err).toMatch(/^needlepoint: Node 20\.19 or newer is needed, this is 18\.12\.0/);
  });

  it("has no npm", () => {
    const { exit, err } = start(bare, ["code"], path(realNode));
    expect(exit).toBe(1);
    expect(err).toContain("npm was not found");
  });

  it("has no network", () => {
    const offline: [string, string] = ["npm", "#!/bin/sh\necho 'npm error code EAI_AGAIN' >&2\nexit 1\n"];
    const { exit, err } = start(bare, ["code"], path(realNode, offline));
    expect(exit).toBe(1);
    expect(err).toContain("no connection to the npm registry");
    expect(existsSync(join(bare, ".setup-lock"))).toBe(false);
  });
});
