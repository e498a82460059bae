/**
 * The build: src/cli and the rulebook compiler bundled into dist/, then rulebook/ compiled to dist/*.json.
 * Everything is written beside its place and renamed into it, the entry last, so that a command running at
 * the same time sees the old build or the new one and never half of each.
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const CODE = ["src", "scripts/build.mjs", "package-lock.json"];
const BOOK = ["rulebook"];
/** The page holds the core, the book and the samples. */
const PAGE = ["web", "src", "rulebook", "examples", "scripts/build.mjs", "package-lock.json"];
/** Old chunks stay this long: a process that started before the build may still load one lazily. */
const KEEP = 3_600_000;

/** Which parts of the build are out of date: the launcher's `find`, in JavaScript. */
export function stale(root) {
  return {
    code: isStale(root, "code", CODE),
    book: isStale(root, "book", BOOK),
    page: isStale(root, "page", PAGE),
    snapshot: isOfOtherNode(root),
  };
}

/** The launcher uses a snapshot only when `command -v node` is what made it. */
function isOfOtherNode(root) {
  try {
    return readFileSync(join(root, "dist", ".node"), "utf8").trim() !== nodeOnPath();
  } catch {
    return true;
  }
}

/** How PATH calls the Node that runs this; null when it does not (a version manager's shim stands before it). */
function nodeOnPath() {
  const first = (process.env.PATH ?? "")
    .split(delimiter)
    .map((dir) => join(dir, "node"))
    .find((path) => existsSync(path));
  return first !== undefined && realpathSync(first) === realpathSync(process.execPath) ? first : null;
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

/**
 * Writes dist/code.blob: the heap of a process that has the book and the engine loaded, for `code` to start
 * from. Node can do without: where it cannot be made, or does not fit, the plain build answers the same.
 */
export async function buildSnapshot(root) {
  const dist = join(root, "dist");
  const script = join(dist, "snapshot.cjs");
  const [chunk] = await bundle(root, {
    input: "src/cli/snapshot.ts",
    // A snapshot is one file, and serves `code` alone.
    external: [...OUTSIDE, ...APART.map((name) => `./${name}.ts`)],
    define: { "import.meta.url": "__here" },
    output: {
      format: "cjs",
      codeSplitting: false,
      banner: `const __here=require("node:url").pathToFileURL(__filename).href;`,
    },
  });
  replace(script, chunk.code);
  const blob = join(dist, "code.blob");
  const node = nodeOnPath();
  const beside = `${blob}.${process.pid}.tmp`;
  const made = spawnSync(process.execPath, ["--snapshot-blob", beside, "--build-snapshot", script], {
    stdio: "ignore",
  });
  if (made.status !== 0 || node === null) {
    rmSync(beside, { force: true });
    return rmSync(blob, { force: true });
  }
  replace(join(dist, ".node"), `${node}\n`);
  renameSync(beside, blob);
}

/** A stamp as old as the newest source it has seen: later edits are newer, and a clock running ahead does no harm. */
function stamp(root, name, seen) {
  const file = join(root, "dist", `.${name}`);
  writeFileSync(file, "");
  const when = (Math.ceil(seen) + 1) / 1000;
  utimesSync(file, when, when);
}

/** They bring fonts and data of their own and are loaded only for a PDF or a Word file. */
const OUTSIDE = ["pdfkit", "docx", "mammoth", "unpdf", "rtf-stream-parser"];
/** What `src/cli/engine.ts` loads for other commands than `code`. */
const APART = [
  "check",
  "own",
  "policy",
  "read-document",
  "stats",
  "rules",
  "replay",
  "serve",
  "jsonl",
  "documents",
  "import",
  "diff",
  "verify",
];

/**
 * Bundles in memory. A bundler that leaves `const` what it is: the engine then works with the value itself, and the
 * reader is a twentieth quicker.
 */
async function bundle(root, { input, external, define = {}, output }) {
  const { build } = await import("rolldown");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const made = await build({
    cwd: root,
    write: false,
    input,
    external,
    platform: "node",
    transform: { target: "node20.19", define: { NEEDLEPOINT_VERSION: JSON.stringify(version), ...define } },
    output: { comments: false, minify: true, ...output },
    logLevel: "silent",
  });
  return made.output;
}

/** Bundles the code. Throws an Error with the bundler's own message when a source does not compile. */
export async function buildCode(root) {
  const seen = newest(root, CODE);
  const dist = join(root, "dist");
  mkdirSync(dist, { recursive: true });
  const chunks = await bundle(root, {
    input: { needlepoint: "src/cli/main.ts", compiler: "src/cli/compiler.ts" },
    external: OUTSIDE,
    output: { format: "esm", dir: dist, entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
  });
  const outputFiles = chunks.map(({ fileName, code }) => ({ path: join(dist, fileName), contents: code }));
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
  const { files, text } = await compileForBuild(join(root, "rulebook"));
  if (files === null) return { ok: false, text };
  for (const [name, contents] of Object.entries(files)) replace(join(root, "dist", name), contents);
  stamp(root, "book", seen);
  return { ok: true, text };
}

/** Builds the page into dist/web, beside its place and moved into it. Throws an Error with the bundler's own message. */
export async function buildPage(root) {
  const seen = newest(root, PAGE);
  const place = join(root, "dist", "web");
  const beside = `${place}.${process.pid}.tmp`;
  const old = `${place}.${process.pid}.old`;
  await bundlePage(root, beside);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(beside, place);
  rmSync(old, { recursive: true, force: true });
  stamp(root, "page", seen);
}

/** The page as it is for use, into a folder. Where NODE_ENV says "test", the bundler would take React as it is for its developers. */
export async function bundlePage(root, outDir) {
  const { build } = await import("vite");
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  try {
    await build({
      configFile: join(root, "web", "vite.config.ts"),
      logLevel: "error",
      build: { outDir, emptyOutDir: true },
    });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

function replace(path, contents) {
  const beside = `${path}.${process.pid}.tmp`;
  writeFileSync(beside, contents);
  renameSync(beside, path);
}
