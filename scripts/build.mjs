/**
 * The build: src/cli and the rulebook compiler bundled into dist/, then rulebook/ compiled to dist/rulebook.json.
 * Everything is written beside its place and renamed into it, the entry last, so that a command running at
 * the same time sees the old build or the new one and never half of each.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const CODE = ["src", "scripts/build.mjs", "package-lock.json"];
const BOOK = ["rulebook"];
/** Old chunks stay this long: a process that started before the build may still load one lazily. */
const KEEP = 3_600_000;

/** Which halves of the build are out of date: the launcher's `find`, in JavaScript. */
export function stale(root) {
  return { code: isStale(root, "code", CODE), book: isStale(root, "book", BOOK) };
}

function isStale(root, name, places) {
  const stamp = statSync(join(root, "dist", `.${name}`), { throwIfNoEntry: false });
  return !stamp || newest(root, places) > stamp.mtimeMs;
}

/** Modification time in milliseconds of the newest file or folder; tests are not part of a build. */
function newest(root, places) {
  let latest = 0;
  const visit = (path) => {
    if (path.endsWith(".test.ts")) return;
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return;
    latest = Math.max(latest, found.mtimeMs);
    if (found.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
  };
  for (const place of places) visit(join(root, place));
  return latest;
}

/** A stamp as old as the newest source it has seen: later edits are newer, and a clock running ahead does no harm. */
function stamp(root, name, seen) {
  const file = join(root, "dist", `.${name}`);
  writeFileSync(file, "");
  const when = (Math.ceil(seen) + 1) / 1000;
  utimesSync(file, when, when);
}

/** Bundles the code. Throws an Error with esbuild's own message when a source does not compile. */
export async function buildCode(root) {
  const { build } = await import("esbuild");
  const seen = newest(root, CODE);
  const dist = join(root, "dist");
  mkdirSync(dist, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { needlepoint: "src/cli/main.ts", compiler: "src/cli/compiler.ts" },
    outdir: dist,
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    chunkNames: "[name]-[hash]",
    legalComments: "none",
    define: { __VERSION__: JSON.stringify(version) },
    // commander is CommonJS and asks for Node's own modules with require().
    banner: {
      js: `import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);`,
    },
    logLevel: "silent",
  });
  const entry = (file) => ["needlepoint.js", "compiler.js"].includes(basename(file.path));
  outputFiles.sort((a, b) => Number(entry(a)) - Number(entry(b)));
  for (const file of outputFiles) replace(file.path, file.contents);
  const names = new Set(outputFiles.map((file) => basename(file.path)));
  for (const name of readdirSync(dist)) {
    const old = name.endsWith(".js") && !names.has(name) && Date.now() - statSync(join(dist, name)).mtimeMs > KEEP;
    if (old) rmSync(join(dist, name), { force: true });
  }
  stamp(root, "code", seen);
}

/** Compiles rulebook/ with the compiler just built. Returns the findings as text lines; the old book stays when there is an error. */
export async function buildBook(root) {
  const compiler = join(root, "dist", "compiler.js");
  if (!existsSync(compiler)) return { ok: false, text: "dist/compiler.js is missing: build the code first." };
  const seen = newest(root, BOOK);
  const { compileForBuild } = await import(`${pathToFileURL(compiler).href}?${seen}`);
  const { json, text } = await compileForBuild(join(root, "rulebook"));
  if (json === null) return { ok: false, text };
  replace(join(root, "dist", "rulebook.json"), json);
  stamp(root, "book", seen);
  return { ok: true, text };
}

function replace(path, contents) {
  const beside = `${path}.${process.pid}.tmp`;
  writeFileSync(beside, contents);
  renameSync(beside, path);
}
