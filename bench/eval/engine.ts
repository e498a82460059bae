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

/** Compiles `root`/rulebook. Throws an Error that shows the first findings when the rule files have errors. */
export function loadEngine(root: string): Engine {
  const { book, findings } = compileRulebook(join(root, "rulebook"));
  if (book === null) {
    const errors = findings.filter((f) => f.severity === "error");
    throw new Error(
      `the rulebook has ${errors.length} errors, first:\n${errors.slice(0, 3).map(showFinding).join("\n")}`,
    );
  }
  return { book, read: makeReader(book), decide: makeDecider(book), determine: makeEngine(book) };
}
