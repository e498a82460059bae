/**
 * Golden files of the four cases as PDF and Word: the text that another reader finds, and a hash of what is drawn. The
 * hash is of contents before they are packed, because each version of zlib packs in its own way.
 */
import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import type { Document, Made } from "../explain/document.ts";
import { proofOf } from "../explain/proof.ts";
import { book, determined, lasting, SEED } from "../explain/testing/cases.ts";
import { FORMATS } from "./files.ts";

/** The proof sheet, with a foot that outlives other rules of the book. */
function sheetOf(name: string): Document {
  const { note, d } = determined(name);
  const made: Made = proofOf(d, note, book);
  if (made.kind === "refused") throw new Error(made.findings.map((f) => f.reason).join(" "));
  return { ...made.document, footer: lasting(made.document.footer) };
}

const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** A PDF with its packed streams laid open, and without what counts their packed bytes. */
function laidOpen(pdf: Uint8Array): string {
  const file = Buffer.from(pdf).toString("latin1");
  const open = file.replace(/stream\n([^]*?)\nendstream/g, (whole, packed: string) => {
    const bytes = Buffer.from(packed, "latin1");
    return bytes[0] === 0x78 ? `stream\n${inflateSync(bytes).toString("latin1")}\nendstream` : whole;
  });
  return open
    .slice(0, open.lastIndexOf("xref"))
    .replace(/\/Length \d+/g, "/Length")
    .trimEnd();
}

describe.each(SEED)("the proof of %s, as the golden files have it", (name) => {
  it("as PDF", async () => {
    const bytes = await FORMATS.pdf(sheetOf(name));
    const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true });
    await expect(`${text}\n\nsha-256 of the contents: ${sha256(laidOpen(bytes))}\n`).toMatchFileSnapshot(
      `golden/proof-${name}.pdf.txt`,
    );
  });

  it("as Word", async () => {
    const bytes = await FORMATS.docx(sheetOf(name));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const xml = strFromU8(unzipSync(bytes)["word/document.xml"] as Uint8Array);
    await expect(`${value}\n\nsha-256 of word/document.xml: ${sha256(xml)}\n`).toMatchFileSnapshot(
      `golden/proof-${name}.docx.txt`,
    );
  });
});
