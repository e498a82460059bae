/** Words that may stand nowhere in the tracked tree: the AMA's descriptors, and paths of somebody's machine. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const tracked = list()
  .filter((file) => statSync(join(ROOT, file), { throwIfNoEntry: false })?.isFile())
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), "utf8") }))
  .filter(({ text }) => !text.includes("\0"));

/** Files under version control and new ones that are about to be; without git, all that an unpacked archive has. */
function list(): string[] {
  try {
    const git = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    return execFileSync("git", git, { cwd: ROOT, stdio: ["ignore", "pipe", "ignore"] })
      .toString()
      .split("\0")
      .filter(Boolean);
  } catch {
    const made = /^(?:node_modules|dist|out|coverage|\.node|\.git|\.setup-lock)/;
    return readdirSync(ROOT, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .filter((file) => !made.test(file));
  }
}

/**
 * The descriptors themselves may not stand here either, so the list holds hashes: every run of six
 * words of each descriptor of the families coded here, as `shingles` writes it.
 */
const DESCRIPTORS = new Set(
  readFileSync(new URL("descriptor-hashes.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#")),
);
const RUN = 6;

/** Each run of six words, lower case, without punctuation, "muscle(s)" read as "muscles". */
function shingles(text: string): { words: string; at: number }[] {
  const words = [
    ...text
      .toLowerCase()
      .replaceAll("(s)", "s")
      .matchAll(/[a-z0-9]+/g),
  ];
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((first, i) => ({
    words: words
      .slice(i, i + RUN)
      .map((w) => w[0])
      .join(" "),
    at: first.index,
  }));
}

const isDescriptor = (words: string): boolean =>
  DESCRIPTORS.has(createHash("sha256").update(words).digest("hex").slice(0, 12));

describe("the tracked tree", () => {
  it("would know a descriptor's words if it met them", () => {
    // The control stands in the list too; written backwards here so that this file does not contain it.
    const control = "here stands phrase control plain a".split(" ");
    expect(isDescriptor(control.toReversed().join(" "))).toBe(true);
    expect(isDescriptor(control.join(" "))).toBe(false);
    expect(shingles("A tendon(s), or: two (three) four five").map((s) => s.words)).toEqual([
      "a tendons or two three four",
      "tendons or two three four five",
    ]);
  });

  it("carries no CPT descriptor of the AMA", () => {
    const found = tracked.flatMap(({ file, text }) =>
      shingles(text)
        .filter((s) => isDescriptor(s.words))
        .map((s) => `${file}: "${s.words}"`),
    );
    expect(found).toEqual([]);
  });

  it("names no path of a machine and no registry host", () => {
    const forbidden = [/\/(?:work|root|home)\/[a-z]/i, /\/tmp\/np/, /registry\.npm[a-z]*\./];
    const found = tracked.flatMap(({ file, text }) =>
      forbidden.flatMap((pattern) => {
        const hit = pattern.exec(text);
        return hit ? [`${file}: ${hit[0]}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });
});
