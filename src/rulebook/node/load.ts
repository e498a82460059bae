/** Rule files from a folder: the only part of the compiler that touches a file system. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { hashText } from "../hash.ts";
import type { TextAtHand } from "../compile/verify.ts";
import { compileFiles, type Compiled, type CompileOptions, type SourceFile } from "../compile/compile.ts";

/**
 * Reads every file under `dir` but hidden ones, sorted by path. Throws Node's own error when the folder cannot be
 * read, an Error when it is no folder.
 */
export function readRulebook(dir: string): readonly SourceFile[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(dir, path), "utf8") }));
}

/**
 * Texts of sources as they lie in a folder and its folders, each with the hash of its bytes; what is no text is left
 * out. Throws as `readRulebook` does.
 */
export function readTexts(dir: string): readonly TextAtHand[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|md|html?|csv|ya?ml|json)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return { name: relative(dir, path).split(sep).join("/"), text, hash: hashText(text) };
    });
}

/** Compiles the rulebook in a folder. Throws as `readRulebook` does; for what stands in the files, never. */
export const compileRulebook = (dir: string, options: CompileOptions = {}): Compiled =>
  compileFiles(readRulebook(dir), options);
