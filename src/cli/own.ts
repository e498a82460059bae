/** A user's own policies: YAML files in a folder of theirs, checked and compiled together with the book's. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Finding } from "../base/finding.ts";
import { compileFiles, type Compiled, type CompileOptions, type SourceFile } from "../rulebook/compile/compile.ts";
import { OWN } from "../rulebook/compile/own.ts";
import { readRulebook } from "../rulebook/node/load.ts";
import type { PolicyBook } from "../rulebook/policy-types.ts";
import { noBook, noPolicies, refusalOfFolder, Refused } from "./findings.ts";
import { complain } from "./output.ts";

/** The rulebook's parts that policies rest on. Rules on codes are not among them, so nothing here can touch one. */
const BASE = /^(?:book\.yaml$|sources\/|anatomy\/|policies\/(?!examples\/))/;

/**
 * The book's policies with those of `dir`. Throws Refused with every error, and as `compileOwn` does; warnings are
 * told.
 */
export function policiesWith(dir: string): PolicyBook {
  const { policies, findings } = compileOwn(dir, BASE);
  if (policies === null) throw new Refused(...findings.filter((f) => f.severity === "error"));
  complain(findings.filter((f) => f.severity === "warning"));
  return policies;
}

/**
 * The rulebook of this checkout with the policies of `dir` in it; `parts` picks the files of the rulebook. Throws
 * Refused: NP9001, NP9003 or NP9012 for the folder, NP9030 when there is no policy in it, NP9090.
 */
export function compileOwn(dir: string, parts: RegExp, options: CompileOptions = {}): Compiled {
  const own = read(existsSync(join(dir, "book.yaml")) ? join(dir, OWN) : dir)
    .filter(({ path }) => /\.ya?ml$/.test(path))
    .map(({ path, text }) => ({ path: OWN + path.replace(/\.yml$/, ".yaml"), text }));
  if (own.length === 0) throw new Refused(noPolicies(dir));
  let book: readonly SourceFile[];
  try {
    book = readRulebook(fileURLToPath(new URL("../rulebook", import.meta.url)));
  } catch {
    throw new Refused(noBook());
  }
  const compiled = compileFiles([...book.filter((f) => parts.test(f.path)), ...own], options);
  return { ...compiled, findings: compiled.findings.map((f) => placed(f, dir)) };
}

/** The finding with the user's own file names. */
function placed(f: Finding, dir: string): Finding {
  const name = (file: string): string => (file.startsWith(OWN) ? join(dir, file.slice(OWN.length)) : file);
  return f.rules === undefined ? f : { ...f, rules: f.rules.map((r) => ({ ...r, file: name(r.file) })) };
}

function read(dir: string): readonly SourceFile[] {
  try {
    return readRulebook(dir);
  } catch (error) {
    throw new Refused(refusalOfFolder(dir, "policies of your own", error));
  }
}
