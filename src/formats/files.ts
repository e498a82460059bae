/** A document as the bytes of a file. PDF and Word are loaded when they are asked for. */
import { asHtml } from "../explain/as-html.ts";
import { asMarkdown } from "../explain/as-markdown.ts";
import { asText } from "../explain/as-text.ts";
import type { Document } from "../explain/document.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(`${text}\n`);

/** Ending of a file name, without its dot, to what makes it. */
export const FORMATS = {
  txt: async (d: Document) => utf8(asText(d)),
  md: async (d: Document) => utf8(asMarkdown(d)),
  html: async (d: Document) => utf8(asHtml(d)),
  pdf: async (d: Document) => (await import("./pdf/pdf.ts")).asPdf(d),
  docx: async (d: Document) => (await import("./docx/docx.ts")).asDocx(d),
} as const;

export type Format = keyof typeof FORMATS;

/** The format that a file name asks for by its ending, or null. */
export function formatOf(name: string): Format | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(FORMATS, ending) ? (ending as Format) : null;
}
