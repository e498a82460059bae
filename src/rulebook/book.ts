/** The compiled book as text and back. What the command line, the page and the tests load. */
import { canonicalJson } from "./canonical.ts";
import { deepFreeze } from "./freeze.ts";
import { hashValue } from "./hash.ts";
import type { Rulebook } from "./types.ts";

/** The book as canonical JSON: the contents of dist/rulebook.json. */
export const writeBook = (book: Rulebook): string => canonicalJson(book);

/**
 * Reads what `writeBook` wrote. The text is trusted to be a whole compiled book: `isIntact` tells whether it is.
 * Throws an Error when it is not JSON, or not a rulebook at all.
 */
export function loadBook(json: string): Rulebook {
  const book = JSON.parse(json) as Partial<Rulebook> | null;
  if (book?.kind !== "rulebook" || typeof book.hash !== "string") throw new Error("This is not a compiled rulebook.");
  return deepFreeze(book as Rulebook);
}

/** Does the book's hash fit its contents? Takes milliseconds: for receipts and checks, not for every start. */
export function isIntact(book: Rulebook): boolean {
  const { hash, ...content } = book;
  return hash === hashValue(content);
}
