/** The book and the engine on it, loaded when a command first needs them. */
import { readFileSync } from "node:fs";
import type { Determination, Encounter } from "../coding/determination.ts";
import { makeEngine } from "../coding/determine.ts";
import { withCoverage } from "../policy/answer.ts";
import { makeEdits } from "../coding/edits/make-edits.ts";
import type { Edits } from "../coding/edits/seam.ts";
import type { DiagnosisBook, EditBook } from "../rulebook/edit-types.ts";
import type { ExampleText } from "../explain/entries.ts";
import type { PolicyBook } from "../rulebook/policy-types.ts";
import { loadBook as readBook } from "../rulebook/book.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { noBook, Refused } from "./findings.ts";

type Decide = (encounter: Encounter) => Determination;

interface Loaded {
  readonly book: Rulebook;
  readonly policies: PolicyBook;
  readonly decide: Decide;
}

/** Set in a process that was started from a snapshot: all of it is in its memory already. */
let kept: Loaded | null = null;
let read: PolicyBook | null = null;

/** The compiled rulebook that lies beside this program. Throws Refused when it is missing or damaged. */
export function loadBook(): Rulebook {
  return kept?.book ?? load("rulebook.json", readBook);
}

/**
 * What payers require, with a user's own where they were added: read only when a payer is named. Throws Refused as
 * `loadBook` does.
 */
export function loadPolicies(): PolicyBook {
  return read ?? kept?.policies ?? (read = load("policies.json", (json) => JSON.parse(json) as PolicyBook));
}

/** The worked examples: read only when something is looked up. Throws Refused as `loadBook` does. */
export function loadExamples(): readonly ExampleText[] {
  return load("examples.json", (json) => JSON.parse(json) as readonly ExampleText[]);
}

/**
 * Adds the policies in a user's folder to the book's, for the rest of this process. Rejects with Refused when they
 * are unsound or there are none.
 */
export async function addPolicies(dir: string): Promise<void> {
  read = (await import("./own.ts")).policiesWith(dir);
}

function load<T>(name: string, parse: (json: string) => T): T {
  try {
    return parse(readFileSync(new URL(name, import.meta.url), "utf8"));
  } catch {
    throw new Refused(noBook());
  }
}

/**
 * The engine with the book's reader: an encounter in, its determination out, with the payer's answer when it
 * names one. `policies` are those of the book, unless a user's own were added to them.
 */
export function loadEngine(book: Rulebook, policies: () => PolicyBook = loadPolicies): Decide {
  return withCoverage(kept?.book === book ? kept.decide : makeEngine(book, { edits: lazyEdits() }), policies);
}

/** The edit tables, read when lines are first looked up; ICD-10-CM when a diagnosis is. */
function lazyEdits(): Edits {
  let edits: Edits | undefined;
  const diagnoses = (): DiagnosisBook => load("diagnoses.json", (json) => JSON.parse(json) as DiagnosisBook);
  return (asked) => (edits ??= makeEdits(loadEdits(), diagnoses))(asked);
}

/** The edit tables. Throws Refused as `loadBook` does. */
export const loadEdits = (): EditBook => load("edits.json", (json) => JSON.parse(json) as EditBook);

/** Loads everything and keeps it: what a snapshot of this process will hold. Throws Refused as `loadBook` does. */
export function keepLoaded(): Loaded {
  const book = loadBook();
  kept = { book, policies: loadPolicies(), decide: makeEngine(book, { edits: lazyEdits() }) };
  return kept;
}
