/**
 * What can be wrong with a document that is to be read (NP601x). No text of it ever stands in a finding: a reason names a
 * form, a size or a page.
 */
import { finding, type Finding } from "../../base/finding.ts";

const error = (code: string, reason: string, remedy: string): Finding =>
  finding({ code, severity: "error", reason, remedy });

/** NP6011: a file is neither text nor Word, PDF or RTF. `what`: what it is, with its article. */
export const notReadable = (what: string): Finding =>
  error(
    "NP6011",
    `Expected a note as text, Word (.docx), PDF or RTF, found ${what}.`,
    "Save it in one of these forms, or paste its text.",
  );

/** NP6012: a Word document of 2003 or older. */
export const oldWord = (): Finding =>
  error(
    "NP6012",
    "Expected a Word document of today (.docx), found one of Word 2003 or older (.doc).",
    "Open it and save it as .docx, or paste its text.",
  );

/** NP6013: a document is protected by a password. `what`: its form, as in "PDF". */
export const encrypted = (what: string): Finding =>
  error("NP6013", `The ${what} is protected by a password.`, "Save a copy without the password, or paste its text.");

/** NP6014: a document is damaged, or is none. `what`: its form. */
export const damaged = (what: string): Finding =>
  error(
    "NP6014",
    `The ${what} is damaged, or is none: it could not be opened.`,
    "Open it in its own program and save it anew, or paste its text.",
  );

/** NP6015: a document is too large, or would be when unpacked. `limit`: the most, in words with its unit. */
export const tooLarge = (what: string, limit: string): Finding =>
  error("NP6015", `The ${what} is larger than is read here (${limit}).`, "Give the one note, not the whole record.");

/** NP6016: a PDF has no text: it is a scan. */
export const noText = (pages: number): Finding =>
  error(
    "NP6016",
    `The PDF has ${pages} ${pages === 1 ? "page" : "pages"} and no text: it is a scan or a picture of a note.`,
    "Have its text recognised (OCR) and check it, or type what matters. Nothing was read.",
  );

/** NP6017: some pages of a PDF have no text and were not read. `pages`: their numbers, from 1. */
export const pagesWithoutText = (pages: readonly number[]): Finding =>
  finding({
    code: "NP6017",
    severity: "warning",
    reason: `${pages.length === 1 ? "Page" : "Pages"} ${pages.join(", ")} of the PDF ${pages.length === 1 ? "has" : "have"} no text and ${pages.length === 1 ? "was" : "were"} not read.`,
    remedy: "Look at them: a scanned page may hold what was done.",
  });

/** NP6018: a document has no text in it. `what`: its form. */
export const blankDocument = (what: string): Finding =>
  error("NP6018", `The ${what} has no text in it.`, "Check that it is the right file.");
