/** Runs the built command line as a user would: a process with arguments and input, what it says and how it ends. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Builds what is out of date; throws with the reason when it cannot be built. */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "scripts/setup.mjs")], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

/** `needlepoint ARGS`, with `input` on standard input; `code` from the snapshot, as the launcher has it. */
export function needlepoint(
  args: readonly string[],
  input: string | Buffer = "",
  env: Record<string, string> = {},
): Ran {
  const blob = join(ROOT, "dist/code.blob");
  const snapshot = args[0] === "code" && !args.some((a) => a === "--jsonl" || a === "--rulebook") && existsSync(blob);
  const start = snapshot ? ["--snapshot-blob", blob, "--"] : [join(ROOT, "dist/needlepoint.js")];
  return ran(process.execPath, [...start, ...args], { input, env: { ...plainEnv(), ...env }, cwd: ROOT });
}

/** Any program; no colour settings of the surrounding terminal. */
export function ran(
  program: string,
  args: readonly string[],
  options: { input?: string | Buffer; env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, { ...options, maxBuffer: 1 << 28 });
  return { exit: status, out: stdout.toString(), err: stderr.toString() };
}

/** The environment without what would change colours or Node. */
export function plainEnv(): NodeJS.ProcessEnv {
  const { NO_COLOR: _n, FORCE_COLOR: _f, NODE_OPTIONS: _o, ...env } = process.env;
  return env;
}

/** A file of its own with the given bytes; gives its path. */
export function file(name: string, contents: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), "needlepoint-")), name);
  writeFileSync(path, contents);
  return path;
}
