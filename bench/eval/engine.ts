/** The engine as it stands in the sources: rule files compiled in this process, so that nothing stale is scored. */
import { join } from "node:path";
import { makeDecider, type Decider } from "../../src/coding/decide.ts";
import { makeEngine, type Engine as Determine } from "../../src/coding/determine.ts";
import type { Reading } from "../../src/note/facts.ts";
import { makeReader } from "../../src/note/read.ts";
import { compileRulebook } from "../../src/rulebook/node/load.ts";
import { showFinding } from "../../src/rulebook/show.ts";
import type { Rulebook } from "../../src/rulebook/types.ts";

export interface Engine {
  readonly book: Rulebook;
  readonly read: (note: string) => Reading;
  readonly decide: Decider;
  readonly determine: Determine;
}

/** Compiles `root`/rulebook. When the rule files have errors, says the first of them on stderr and ends the program with 1. */
export function loadEngine(root: string): Engine {
  const { book, findings } = compileRulebook(join(root, "rulebook"));
  if (book === null) {
    const errors = findings.filter((f) => f.severity === "error");
    process.stderr.write(`The rulebook has errors (${errors.length}); nothing can be measured. The first:\n`);
    process.stderr.write(`${errors.slice(0, 3).map(showFinding).join("\n")}\n`);
    process.exit(1);
  }
  return { book, read: makeReader(book), decide: makeDecider(book), determine: makeEngine(book) };
}
