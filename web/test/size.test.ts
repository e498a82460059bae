/** The page's weight: what is fetched before the first answer, compressed as a host would send it. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BUILT } from "./page.ts";

const gz = (file: string): number => gzipSync(readFileSync(join(BUILT, file))).length;
const assets = readdirSync(join(BUILT, "assets")).map((name) => `assets/${name}`);
const html = readFileSync(join(BUILT, "index.html"), "utf8");

/** What a script takes in before it runs: `from "./x.js"` and `import "./x.js"`, not `import("./x.js")`. */
function withStatic(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of readFileSync(join(BUILT, file), "utf8").matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
    withStatic(`assets/${name}`, seen);
  return seen;
}

const entry = /src="\.\/(assets\/index-[^"]+\.js)"/.exec(html)?.[1] ?? "";
const worker = assets.find((file) => /\/worker-[^/]+\.js$/.test(file)) ?? "";
const initial = [...withStatic(entry), ...withStatic(worker)];
const sum = (files: readonly string[]): number => files.reduce((bytes, file) => bytes + gz(file), 0);

describe("the page's weight", () => {
  it("is under 300 kB of JavaScript before the first answer, the core included", () => {
    expect(entry).not.toBe("");
    expect(worker).not.toBe("");
    expect(sum(initial)).toBeLessThan(300_000);
  });
  it("is under 40 kB of styles", () => {
    expect(sum(assets.filter((file) => /\/index-[^/]+\.css$/.test(file)))).toBeLessThan(40_000);
  });
  it("keeps readers of documents, library, documents and map for when they are opened", () => {
    for (const name of ["pdfjs", "docx", "rtf", "Library", "Documents", "BodyMap"]) {
      expect(
        assets.some((file) => file.startsWith(`assets/${name}`)),
        name,
      ).toBe(true);
      expect(
        initial.some((file) => file.startsWith(`assets/${name}`)),
        name,
      ).toBe(false);
    }
  });
  it("keeps the rulebook beside the code, not in it", () => {
    expect(gz(assets.find((file) => file.includes("rulebook")) ?? "")).toBeLessThan(250_000);
    for (const file of initial) expect(readFileSync(join(BUILT, file), "utf8")).not.toContain("levetor scapulae");
  });
});
