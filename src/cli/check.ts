/** `rulebook check`: is the book sound, and does every worked example still hold? */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runExamples } from "../coding/examples.ts";
import { makeReader } from "../note/read.ts";
import type { Compiled } from "../rulebook/compile/compile.ts";
import { checkExamples, type CoverageCase } from "../policy/example.ts";
import { compileRulebook } from "../rulebook/node/load.ts";
import { showFinding } from "../rulebook/show.ts";
import { Refused, refusalOfFolder } from "./findings.ts";
import { print, printJson } from "./output.ts";
import { compileOwn } from "./own.ts";

/**
 * Prints the findings and what was checked. Gives the exit code: 1 when there is an error among them, else 0. Throws
 * Refused as `compiled` does.
 */
export async function check(folder: string | undefined, options: { readonly json?: boolean }): Promise<number> {
  const { book, policies, findings, examples, coverageExamples } = compiled(folder);
  const run = book === null ? null : runExamples(book, examples, makeReader(book));
  const payers = coverageExamples as readonly CoverageCase[];
  const paid = policies === null ? null : checkExamples(payers, policies);
  const all = [...findings, ...(run?.findings ?? []), ...(paid?.findings ?? [])];
  const count = (severity: string): number => all.filter((f) => f.severity === severity).length;
  const errors = count("error");
  if (options.json) {
    await printJson({
      kind: "rulebook-check",
      hash: book?.hash ?? null,
      errors,
      warnings: count("warning"),
      findings: all,
      examples: run?.results ?? null,
      coverageExamples: paid === null ? null : { passed: payers.length - paid.failed, failed: paid.failed },
      own: policies?.own ?? [],
    });
  } else {
    for (const f of all) await print(`${showFinding(f)}\n`);
    await print(`${plural(errors, "error")}, ${plural(count("warning"), "warning")}.`);
    if (run === null) await print("The worked examples were not run: a book with errors has no answers.");
    else await print(`Worked examples: ${run.passed} hold, ${run.failed} do not, ${run.skipped} cannot be run yet.`);
    if (policies !== null && paid !== null) {
      await print(`Worked examples of coverage: ${payers.length - paid.failed} hold, ${paid.failed} do not.`);
      if (policies.own.length > 0) await print(`Your own policies: ${policies.own.join(", ")}.`);
    }
    if (book !== null) await print(`Rulebook ${book.version}, ${book.hash}.`);
  }
  return errors > 0 ? 1 : 0;
}

/** The book's examples of coverage speak of its own policies alone. */
const NOT_EXAMPLES = /^(?!policies\/examples\/)/;

/**
 * The book of a folder, or of this checkout; a folder of policies only is checked beside this checkout's book. Throws
 * Refused when there is no such folder.
 */
export function compiled(folder: string | undefined): Compiled {
  const dir = folder ?? fileURLToPath(new URL("../rulebook", import.meta.url));
  // Whether a rule is due for review is asked of today; no answer to a note depends on it.
  const asOf = new Date().toISOString().slice(0, 10);
  try {
    if (statSync(dir).isDirectory() && !existsSync(join(dir, "book.yaml")) && !existsSync(join(dir, "codes")))
      return compileOwn(dir, NOT_EXAMPLES, { asOf });
    return compileRulebook(dir, { asOf });
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(refusalOfFolder(dir, "a rulebook", error));
  }
}

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
