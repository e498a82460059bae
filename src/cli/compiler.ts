/** The rulebook compiler as the build calls it: a folder in, the artefacts as JSON texts (or null) and the findings as text out. */
import { writeBook } from "../rulebook/book.ts";
import { canonicalJson } from "../rulebook/canonical.ts";
import { compileRulebook } from "../rulebook/node/load.ts";
import { showFinding } from "../rulebook/show.ts";

export interface Built {
  /** File name in dist/ to its contents; null when there is an error. */
  readonly files: Readonly<Record<string, string>> | null;
  /** Errors and warnings. */
  readonly text: string;
}

/** Compiles the rulebook in `dir`. Throws Node's own error when the folder cannot be read. */
export function compileForBuild(dir: string): Built {
  const { book, policies, edits, diagnoses, examples, findings } = compileRulebook(dir);
  const told = findings.filter((f) => f.severity !== "info");
  return {
    files: book &&
      policies && {
        "rulebook.json": writeBook(book),
        "policies.json": canonicalJson(policies),
        "examples.json": canonicalJson(examples),
        "edits.json": canonicalJson(edits),
        "diagnoses.json": canonicalJson(diagnoses),
      },
    text: told.map(showFinding).join("\n"),
  };
}
