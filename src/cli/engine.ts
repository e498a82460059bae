/** The book and the engine on it, loaded when a command first needs them. */
import { readFileSync } from "node:fs";
import type { Determination, Encounter } from "../coding/determination.ts";
import { makeEngine } from "../coding/determine.ts";
import { loadBook as readBook } from "../rulebook/book.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { noBook, Refused } from "./findings.ts";

/** The compiled rulebook that lies beside this program. Throws Refused when it is missing or damaged. */
export function loadBook(): Rulebook {
  try {
    return readBook(readFileSync(new URL("rulebook.json", import.meta.url), "utf8"));
  } catch {
    throw new Refused(noBook());
  }
}

/** The engine with the book's reader: an encounter in, its determination out. */
export function loadEngine(book: Rulebook): (encounter: Encounter) => Determination {
  return makeEngine(book);
}
