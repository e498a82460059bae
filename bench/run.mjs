// Runs one of the programs of this folder: bundles its TypeScript into out/bench/ and starts node on it.
// The sources are compiled each time, so no stale build is ever measured.
//   node bench/run.mjs eval [...]     node bench/run.mjs bench [...]
// Options that stand before this file's name are handed on: node --cpu-prof bench/run.mjs eval
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PROGRAMS = { eval: "bench/eval.ts", bench: "bench/speed.ts" };

const [name, ...args] = process.argv.slice(2);
const entry = PROGRAMS[name];
if (!entry) {
  console.error(`Expected one of: ${Object.keys(PROGRAMS).join(", ")}. Got: ${name ?? "nothing"}.`);
  process.exit(2);
}
const outfile = `${ROOT}out/bench/${name}.mjs`;
await build({
  cwd: ROOT,
  input: entry,
  platform: "node",
  // Packages stay outside.
  external: /^[^./]/,
  output: { file: outfile, format: "esm", codeSplitting: false, sourcemap: "inline" },
  logLevel: "warn",
});
const node = [...process.execArgv, "--expose-gc", "--enable-source-maps", outfile, ...args];
process.exitCode = spawnSync(process.execPath, node, { cwd: ROOT, stdio: "inherit" }).status ?? 1;
