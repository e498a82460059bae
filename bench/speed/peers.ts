/**
 * The libraries Needlepoint is measured beside. They are no dependency of it: `npm run bench -- --peers`
 * installs them into bench/.peers, which is not tracked, and without them their rows are left out.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FOLDER = "bench/.peers";
const PEERS: Readonly<Record<string, string>> = {
  "wink-nlp": "2.4.0",
  "wink-eng-lite-web-model": "1.8.1",
  "json-rules-engine": "7.3.1",
  "cql-execution": "3.3.2",
};

/** Installs the peers. Returns null when done, else npm's last words. */
export function installPeers(root: string): string | null {
  const folder = join(root, FOLDER);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    `${JSON.stringify({ private: true, type: "module", dependencies: PEERS }, null, 2)}\n`,
  );
  const npm = spawnSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    encoding: "utf8",
  });
  return npm.status === 0 ? null : (npm.stderr || String(npm.error)).trim().split("\n").slice(-5).join("\n");
}

/** Loads a peer; null, with a word on stderr, when it is not installed. */
export async function peer(name: string): Promise<unknown> {
  const from = join(process.cwd(), FOLDER, "package.json");
  if (!existsSync(join(process.cwd(), FOLDER, "node_modules", name))) {
    process.stderr.write(`${name} is not installed, its row is left out (npm run bench -- --peers installs it).\n`);
    return null;
  }
  const module = (await import(pathToFileURL(createRequire(from).resolve(name)).href)) as { default?: unknown };
  return module.default ?? module;
}
