/** What the built page takes in before its first answer, weighed as a host would send it. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Bytes of one file of the folder, gzipped. */
export const gzipped = (folder: string, file: string): number => gzipSync(readFileSync(join(folder, file))).length;

/** The scripts that page and worker take in before they run: `import "./x.js"`, not `import("./x.js")`. Throws when there are none. */
export function scriptsAtStart(folder: string): readonly string[] {
  const found = new Set<string>();
  const take = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(join(folder, file), "utf8");
    for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) take(`assets/${name}`);
  };
  const entry = /src="\.\/(assets\/index-[^"]+\.js)"/.exec(readFileSync(join(folder, "index.html"), "utf8"))?.[1];
  const worker = readdirSync(join(folder, "assets")).find((name) => /^worker-[^/]+\.js$/.test(name));
  if (entry === undefined || worker === undefined) throw new Error("a page has an entry and a worker");
  take(entry);
  take(`assets/${worker}`);
  return [...found];
}

/** Bytes of those scripts, gzipped one by one. */
export const weightAtStart = (folder: string): number =>
  scriptsAtStart(folder).reduce((bytes, file) => bytes + gzipped(folder, file), 0);
