/** The book and the engine on it, loaded when a command first needs them. */
import { readFileSync } from "node:fs";
import type { Determination, Encounter } from "../coding/determination.ts";
import { makeEngine } from "../coding/determine.ts";
import { loadBook as readBook } from "../rulebook/book.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { noBook, Refused } from "./findings.ts";

type Decide = (encounter: Encounter) => Determination;

/** Set in a process that was started from a snapshot: both are in its memory already. */
let kept: { readonly book: Rulebook; readonly decide: Decide } | null = null;

/** The compiled rulebook that lies beside this program. Throws Refused when it is missing or damaged. */
export function loadBook(): Rulebook {
  if (kept !== null) return kept.book;
  try {
    return readBook(readFileSync(new URL("rulebook.json", import.meta.url), "utf8"));
  } catch {
    throw new Refused(noBook());
  }
}

/** The engine with the book's reader: an encounter in, its determination out. */
export function loadEngine(book: Rulebook): Decide {
  return kept?.book === book ? kept.decide : makeEngine(book);
}

/** Loads both and keeps them: what a snapshot of this process will hold. */
export function keepLoaded(): { readonly book: Rulebook; readonly decide: Decide } {
  const book = loadBook();
  kept = { book, decide: makeEngine(book) };
  return kept;
}
