/**
 * The rulebook compiler: texts in, one book and its findings out. Pure: it runs in the browser as it does in
 * Node. It needs a YAML reader and a schema checker, so nothing that codes a note imports it; they load the
 * finished book (../book.ts).
 *
 * A user's own folder beside the rulebook is meant to be more `files` in the same call.
 */
import type { IsoDate } from "../../base/dates.ts";
import type { Finding } from "../../base/finding.ts";
import type { DiagnosisBook, EditBook } from "../edit-types.ts";
import type { PolicyBook } from "../policy-types.ts";
import type { RuleRef, Rulebook } from "../types.ts";
import { structuresOf } from "./anatomy.ts";
import { assemble } from "./assemble.ts";
import { checkCitations } from "./check/citations.ts";
import { checkCodes } from "./check/codes.ts";
import { checkCompanions } from "./check/companions.ts";
import { checkIds } from "./check/ids.ts";
import { checkPolicies, checkPolicyReview } from "./check/policies.ts";
import { checkQuestions } from "./check/questions.ts";
import { checkReferences } from "./check/references.ts";
import { checkReview } from "./check/review.ts";
import { checkSpans } from "./check/spans.ts";
import { checkTables } from "./check/tables.ts";
import { checkCues } from "./cues.ts";
import type { ValueOf } from "./kinds.ts";
import { loadFiles } from "./load.ts";
import { withOwn, withoutOwn } from "./own.ts";
import { assemblePolicies } from "./policies.ts";
import { inFileOrder } from "./problems.ts";
import type { SourceFile } from "./source/file.ts";
import { compileTables } from "./tables/tables.ts";
import { termsOf } from "./terms.ts";

export type { SourceFile } from "./source/file.ts";

/** A worked example as written, with its place. Checked for form only. */
export type Example = ValueOf<"examples"> & { readonly where: RuleRef };

/** A worked example of a payer's answer. */
export type CoverageExample = ValueOf<"coverageExamples"> & { readonly where: RuleRef };

export interface Compiled {
  /** Null when there is an error among the findings. */
  readonly book: Rulebook | null;
  /** The policies: an artefact of their own. Null as the book is. */
  readonly policies: PolicyBook | null;
  /** The edit tables and ICD-10-CM: artefacts of their own, each loaded when first asked. Null as the book is. */
  readonly edits: EditBook | null;
  readonly diagnoses: DiagnosisBook | null;
  /** In the order of the files. */
  readonly findings: readonly Finding[];
  readonly examples: readonly Example[];
  readonly coverageExamples: readonly CoverageExample[];
}

export interface CompileOptions {
  /** The day for which review dates are judged; without it they are not. */
  readonly asOf?: IsoDate;
}

/**
 * Compiles a rulebook. `files` are all files of the folder, with paths relative to it, in any order; the same
 * files give the same book, byte for byte. Never throws for what stands in a file.
 */
export function compileFiles(files: readonly SourceFile[], options: CompileOptions = {}): Compiled {
  const loaded = withOwn(loadFiles(files));
  const structures = structuresOf(loaded);
  const { terms, findings: clashes } = termsOf(structures, loaded);
  const tables = compileTables(files, loaded);
  const findings = inFileOrder([
    ...loaded.findings,
    ...tables.findings,
    ...checkIds(loaded, structures),
    ...checkSpans(loaded),
    ...checkCitations(loaded),
    ...checkReferences(loaded, structures),
    ...checkTables(loaded, structures),
    ...checkCodes(loaded),
    ...checkQuestions(loaded),
    ...checkCompanions(loaded),
    ...checkPolicies(loaded),
    ...clashes,
    ...checkCues(loaded),
    ...(options.asOf === undefined
      ? []
      : [...checkReview(loaded, options.asOf), ...checkPolicyReview(loaded, options.asOf)]),
  ]);
  const sound = !findings.some((f) => f.severity === "error");
  const coverageExamples = loaded.coverageExamples.map(({ value, file, place }) => ({
    ...value,
    where: { rule: `coverage-example/${value.id}`, file, line: place().line },
  }));
  const examples = loaded.examples.map(({ value, file, place }) => ({
    ...value,
    where: { rule: `example/${value.id}`, file, line: place().line },
  }));
  return {
    book: sound ? assemble(withoutOwn(loaded), structures, terms) : null,
    policies: sound
      ? assemblePolicies(
          loaded,
          structures.map((s) => s.structure),
        )
      : null,
    edits: sound ? tables.edits : null,
    diagnoses: sound ? tables.diagnoses : null,
    findings,
    examples,
    coverageExamples,
  };
}
