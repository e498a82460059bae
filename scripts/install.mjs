/** The packages: are they here as the lock file wants them, and if not, `npm ci`. Needs Node alone. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** True when `node_modules` holds each package of package-lock.json in its exact version. npm writes its own list last. */
export function installed(root) {
  try {
    const wanted = packages(join(root, "package-lock.json"));
    const here = packages(join(root, "node_modules", ".package-lock.json"));
    return Object.entries(wanted).every(
      ([path, p]) => path === "" || p.optional || p.devOptional || here[path]?.version === p.version,
    );
  } catch {
    return false;
  }
}

const packages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/** Runs `npm ci` without install scripts. Resolves to null when done, else to a sentence that says what to do. */
export async function install(root) {
  const args = [
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=5000",
  ];
  const { code, text, missing } = await run("npm", args, root);
  if (code === 0) return null;
  if (missing)
    return "npm was not found. It comes with Node: install Node 20.19 or newer from its own package, then try again.";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/.test(text)) {
    return "The packages could not be fetched: no connection to the npm registry. The set-up needs it once; connect, then try again.";
  }
  return `npm ci failed (exit ${code}). It said:\n${text
    .trim()
    .split("\n")
    .slice(-15)
    .map((line) => `    ${line}`)
    .join("\n")}`;
}

function run(command, args, cwd) {
  return new Promise((resolve) => {
    let text = "";
    const child = spawn(command, args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    child.stdout.on("data", (part) => (text += part));
    child.stderr.on("data", (part) => (text += part));
    child.on("error", (error) => resolve({ code: -1, text: error.message, missing: error.code === "ENOENT" }));
    child.on("close", (code) => resolve({ code, text, missing: false }));
  });
}
