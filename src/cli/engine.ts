/** The book and the engine on it, loaded when a command first needs them. */
import { readFileSync } from "node:fs";
import type { Determination, Encounter } from "../coding/determination.ts";
import { makeEngine } from "../coding/determine.ts";
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

/** The compiled rulebook that lies beside this program. Throws Refused when it is missing or damaged. */
export function loadBook(): Rulebook {
  return kept?.book ?? load("rulebook.json", readBook);
}

/** What payers require: read only when a payer is named. Throws Refused as `loadBook` does. */
export function loadPolicies(): PolicyBook {
  return kept?.policies ?? load("policies.json", (json) => JSON.parse(json) as PolicyBook);
}

function load<T>(name: string, read: (json: string) => T): T {
  try {
    return read(readFileSync(new URL(name, import.meta.url), "utf8"));
  } catch {
    throw new Refused(noBook());
  }
}

/** The engine with the book's reader: an encounter in, its determination out. */
export function loadEngine(book: Rulebook): Decide {
  return kept?.book === book ? kept.decide : makeEngine(book);
}

/** Loads everything and keeps it: what a snapshot of this process will hold. */
export function keepLoaded(): Loaded {
  const book = loadBook();
  kept = { book, policies: loadPolicies(), decide: makeEngine(book) };
  return kept;
}
