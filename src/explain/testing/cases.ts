/** The cases that documents are looked at on: the forum thread that the project grew out of, and notes like it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Determination } from "../../coding/determination.ts";
import { makeEngine } from "../../coding/determine.ts";
import { makeReader } from "../../note/read.ts";
import { compileRulebook } from "../../rulebook/node/load.ts";
import type { PolicyBook } from "../../rulebook/policy-types.ts";
import type { Rulebook } from "../../rulebook/types.ts";

export const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const compiled = compileRulebook(at("rulebook"));
export const book = compiled.book as Rulebook;
export const policies = compiled.policies as PolicyBook;
export const decide = makeEngine(book, { read: makeReader(book) });
export const example = (name: string): string => readFileSync(at(`examples/${name}.txt`), "utf8");

/** The four cases of the thread: three muscles; the AMA's two examples; the paraspinous list. */
export const SEED = ["three-muscles", "one-muscle", "three-muscles-ama-2002", "paraspinous-list"] as const;

export const determined = (name: string): { readonly note: string; readonly d: Determination } => {
  const note = example(name);
  return { note, d: decide({ note }) };
};

/** A golden file outlives other rules of the book: what changes with any of them is taken out. */
export const lasting = (text: string): string =>
  text
    .replaceAll(book.hash.slice(7, 19), "<rulebook>")
    .replaceAll(/\brulebook \d+\.\d+\.\d+/g, "rulebook <version>")
    .replaceAll(/(\.yaml):\d+/g, "$1:<line>");
