/** The rulebook compiler as the build calls it: a folder in, the artefact as JSON text (or null) and the findings as text out. */
import { writeBook } from "../rulebook/book.ts";
import { compileRulebook } from "../rulebook/node/load.ts";
import { showFinding } from "../rulebook/show.ts";

/** Compiles the rulebook in `dir`. `json` is null when there is an error; `text` holds errors and warnings. Throws when the folder cannot be read. */
export function compileForBuild(dir: string): { readonly json: string | null; readonly text: string } {
  const { book, findings } = compileRulebook(dir);
  const told = findings.filter((f) => f.severity !== "info");
  return { json: book === null ? null : writeBook(book), text: told.map(showFinding).join("\n") };
}
