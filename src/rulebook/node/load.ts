/** Rule files from a folder: the only part of the compiler that touches a file system. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { compileFiles, type Compiled, type CompileOptions, type SourceFile } from "../compile/compile.ts";

/** Reads every file under `dir` but hidden ones, sorted by path. Throws Node's own error when the folder cannot be read. */
export function readRulebook(dir: string): readonly SourceFile[] {
  if (!statSync(dir).isDirectory()) throw new Error(`${dir} is not a folder.`);
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(dir, path), "utf8") }));
}

/** Compiles the rulebook in a folder. */
export const compileRulebook = (dir: string, options: CompileOptions = {}): Compiled =>
  compileFiles(readRulebook(dir), options);
