/** What a document stands on: is the determination this book's, and this note's? */
import type { Finding } from "../base/finding.ts";
import type { Determination } from "../coding/determination.ts";
import { isMention } from "../note/facts.ts";
import { shortHash } from "../rulebook/hash.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { codeNotInBook, otherBook, otherNote } from "./problems.ts";

/**
 * Findings that forbid a document: errors of the determination itself, another rulebook (NP5010), an unknown code
 * (NP5012), another note (NP5011).
 */
export function checkBasis(d: Determination, note: string | null, book: Rulebook): readonly Finding[] {
  const errors = d.findings.filter((f) => f.severity === "error");
  if (errors.length > 0) return errors;
  if (d.receipt.rulebook !== book.hash) return [otherBook(d.receipt.rulebook, book.hash)];
  const drugs = new Set(book.drugs.flatMap((drug) => drug.lines.map((l) => l.code)));
  const imaging = new Set(book.imaging.map((i) => i.code));
  const unknown = d.lines.find((l) => book.codes[l.code] === undefined && !drugs.has(l.code) && !imaging.has(l.code));
  if (unknown !== undefined) return [codeNotInBook(unknown.code)];
  const elsewhere = (f: Determination["facts"][number]): boolean =>
    isMention(f) && f.end > f.start && note?.slice(f.start, f.end) !== f.text;
  return note !== null && d.facts.some(elsewhere) ? [otherNote()] : [];
}

/** What it was made with, so that it can be made again. */
export function footerOf(d: Determination, book: Rulebook): string {
  return (
    `Rules of ${d.dateOfService}. Made with Needlepoint ${d.receipt.engine}, rulebook ${book.version} ` +
    `${shortHash(book.hash)}, from input ${shortHash(d.receipt.input)}. The licensed CPT book decides.`
  );
}
