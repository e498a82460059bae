/** The page's weight: what is fetched before the first answer, compressed as a host would send it. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bundlePage } from "../../scripts/build.mjs";
import { BUILT } from "./page.ts";
import { gzipped, scriptsAtStart, weightAtStart } from "./weight.ts";

const gz = (file: string): number => gzipped(BUILT, file);
const assets = readdirSync(join(BUILT, "assets")).map((name) => `assets/${name}`);
const initial = scriptsAtStart(BUILT);
const sum = (files: readonly string[]): number => files.reduce((bytes, file) => bytes + gz(file), 0);

describe("the page's weight", () => {
  it("is under 300 kB of JavaScript before the first answer, the core included", () => {
    expect(weightAtStart(BUILT)).toBeLessThan(300_000);
  });
  it("is the same wherever it is built", async () => {
    // The tests run with NODE_ENV=test, which takes React as it is for its developers: heavier, and three times as slow.
    const folder = mkdtempSync(join(tmpdir(), "needlepoint-page-"));
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = "development";
    try {
      await bundlePage(fileURLToPath(new URL("../..", import.meta.url)), folder);
      expect(process.env.NODE_ENV).toBe("development");
      expect(weightAtStart(folder)).toBeLessThan(300_000);
      expect(readdirSync(join(folder, "assets")).filter((name) => name.includes("jsx-dev"))).toEqual([]);
    } finally {
      process.env.NODE_ENV = before;
      rmSync(folder, { recursive: true, force: true });
    }
  });
  it("is under 40 kB of styles", () => {
    expect(sum(assets.filter((file) => /\/index-[^/]+\.css$/.test(file)))).toBeLessThan(40_000);
  });
  it("keeps readers of documents, library, documents, map, payers and search for when they are asked for", () => {
    for (const name of ["pdfjs", "docx", "rtf", "Library", "Documents", "BodyMap", "paper", "cover", "cite"]) {
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
