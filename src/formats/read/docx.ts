/**
 * A Word document as text: paragraphs as lines, table rows as lines of cells, ticked boxes as they stand. What was
 * deleted with tracked changes, comments, headers and footers is no part of it.
 */
import { unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { tooLarge } from "./problems.ts";
import { refuse, type ReadText } from "./read.ts";

/** The document's own parts, unpacked. A file of a few kilobytes can unpack to gigabytes. */
const UNPACKED = 64 * 1024 * 1024;
const PARTS = /^(?:word\/[^/]*\.xml|word\/_rels\/[^/]*|_rels\/[^/]*|\[Content_Types\]\.xml)$/;

/**
 * The text of a Word document, tables as lines of cells; or NP6015. Rejects when it is damaged; `readDocument` makes
 * a finding of that.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadText> {
  let size = 0;
  const parts = unzipSync(bytes, {
    filter: (file) => {
      if (!PARTS.test(file.name)) return false;
      size += file.originalSize;
      return size <= UNPACKED;
    },
  });
  if (size > UNPACKED) return refuse(tooLarge("Word document", `${UNPACKED / 1024 / 1024} MB unpacked`));
  // Only what was measured is handed on, without pictures and macros.
  const { buffer } = zipSync(parts, { level: 0 });
  // The one is read in a browser, the other on the command line.
  const input = typeof Buffer === "undefined" ? { arrayBuffer: buffer } : { buffer: Buffer.from(buffer) };
  const { value } = await mammoth.convertToHtml(input);
  return { kind: "text", text: textOf(value), findings: [] };
}

/** The few elements that the converter writes, as text. */
function textOf(html: string): string {
  return html
    .replace(/<t[dh][^>]*>([^]*?)<\/t[dh]>/g, (_, cell: string) => `${inline(cell)} | `)
    .replace(/ \| <\/tr>/g, "</tr>")
    .replace(/<li[^>]*>/g, "- ")
    .replace(/<input[^>]*type="checkbox"[^>]*>/g, (box) => (/\bchecked\b/.test(box) ? "[x] " : "[ ] "))
    .replace(/<h[1-6][^>]*>/g, "\n")
    .replace(/<br *\/?>|<\/(?:p|tr|li|h[1-6]|table)>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] as string);
}

/** A cell keeps to one line. */
const inline = (cell: string): string => cell.replace(/<\/p>|<br *\/?>/g, " ").trim();

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};
