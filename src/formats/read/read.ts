/**
 * A file as the text of a note. Runs on the command line and in the page; the reader of each form is loaded when a file of that
 * form comes. What can be read is read whole or refused: nothing is cut off in silence.
 */
import type { Finding } from "../../base/finding.ts";
import { isProtected, kindOf } from "./kind.ts";
import { decode } from "./decode.ts";
import { LARGEST, LONGEST } from "./limits.ts";
import { blankDocument, damaged, encrypted, notReadable, oldWord, tooLarge } from "./problems.ts";

export type ReadText =
  /** `findings`: what the reader of the note should know, such as a page without text. */
  | { readonly kind: "text"; readonly text: string; readonly findings: readonly Finding[] }
  | { readonly kind: "refused"; readonly finding: Finding };

/** No text, and why not. */
export const refuse = (finding: Finding): ReadText => ({ kind: "refused", finding });

/**
 * The text of a document, its lines ending in \n, or the finding that refuses it (NP6011 to NP6018). Never rejects
 * for what a file can hold.
 */
export async function readDocument(bytes: Uint8Array): Promise<ReadText> {
  const kind = kindOf(bytes);
  if (kind === "other") return refuse(notReadable("binary data"));
  if (kind === "zip") return refuse(notReadable("a spreadsheet or another archive"));
  if (kind === "ole") return refuse(isProtected(bytes) ? encrypted("Word document") : oldWord());
  const name = { text: "text", docx: "Word document", pdf: "PDF", rtf: "RTF document" }[kind];
  if (bytes.length > LARGEST) return refuse(tooLarge(name, `${LARGEST / 1024 / 1024} MB`));
  try {
    const read = await READERS[kind](bytes);
    if (read.kind === "refused") return read;
    const text = tidy(read.text);
    if (text.length > LONGEST) return refuse(tooLarge(name, `${LONGEST / 1024 / 1024} million characters of text`));
    return text.trim() === "" ? refuse(blankDocument(name)) : { ...read, text };
  } catch {
    // The readers' own messages may quote what they stumbled over.
    return refuse(damaged(name));
  }
}

const READERS = {
  text: async (bytes: Uint8Array) => plain(bytes),
  docx: async (bytes: Uint8Array) => (await import("./docx.ts")).readDocx(bytes),
  pdf: async (bytes: Uint8Array) => (await import("./pdf.ts")).readPdf(bytes),
  rtf: async (bytes: Uint8Array) => (await import("./rtf.ts")).readRtf(bytes),
} as const;

/** UTF-8, or UTF-16 with its mark; else what Windows programs of the west write. */
function plain(bytes: Uint8Array): ReadText {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide) return { kind: "text", text: decode(bytes, bytes[0] === 0xff ? "utf-16le" : "utf-16be"), findings: [] };
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), findings: [] };
  } catch {
    return { kind: "text", text: decode(bytes, "windows-1252"), findings: [] };
  }
}

/** One kind of line end and of space, no space before a line end, no more than one blank line. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    .replace(/[\u00a0\u202f\u2007]/g, " ")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\s+$/g, "");
}
