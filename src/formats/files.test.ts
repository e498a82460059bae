/** Documents as files: read back by other programs, and the same bytes each time. */
import mammoth from "mammoth";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { acrossOf } from "../explain/across.ts";
import { bare, type Document, type Made } from "../explain/document.ts";
import { proofOf } from "../explain/proof.ts";
import { queryOf } from "../explain/query.ts";
import { templateOf } from "../explain/template.ts";
import { book, decide, determined, example, SEED } from "../explain/testing/cases.ts";
import { FORMATS, formatOf } from "./files.ts";

const document = (made: Made): Document => {
  if (made.kind === "refused") throw new Error(made.findings.map((f) => f.reason).join(" "));
  return made.document;
};
const proof = (name: string): Document => document(proofOf(determined(name).d, determined(name).note, book));
const all: readonly [string, Document][] = [
  ...SEED.map((name): [string, Document] => [`proof of ${name}`, proof(name)]),
  ["query", document(queryOf(determined("paraspinous-list").d, determined("paraspinous-list").note, book))],
  ["across", document(acrossOf({ note: example("three-muscles") }, book, decide))],
  ["template", document(templateOf("trigger-point", book))],
];

/** Everything that a document says, in runs of words, as a reader should find it in any format. */
function said(d: Document): readonly string[] {
  const words = d.blocks.flatMap((b): readonly string[] => {
    switch (b.kind) {
      case "heading":
        return [b.text];
      case "paragraph":
        return [bare(b.words)];
      case "answer":
        return b.lines.flatMap((l) => [l.label, l.says]);
      case "list":
        return b.items.map(bare);
      case "table":
        return [...b.head, ...b.rows.flatMap((cells) => cells.map(bare))];
      case "excerpt":
        return b.lines.flatMap((l) => (l === null ? [] : [bare(l.words)]));
      case "blank":
        return [b.label];
    }
  });
  return [d.title, d.subtitle, ...words, d.footer];
}

/** Letters and digits alone: lines are broken, and headings set in capitals, as each format likes. */
const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, "");

describe.each(all)("%s", (_, d) => {
  it("as PDF: every word comes out again, in order", async () => {
    const { text } = await extractText(await getDocumentProxy(await FORMATS.pdf(d)), { mergePages: true });
    for (const words of said(d)) for (const word of words.split(/\s+/)) expect(letters(text)).toContain(letters(word));
    if (d.type === "proof" || d.type === "query")
      for (const words of said(d)) expect(letters(text)).toContain(letters(words));
  });

  it("as Word: another reader finds every word", async () => {
    const bytes = await FORMATS.docx(d);
    const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(messages.filter((m) => m.type === "error")).toEqual([]);
    const text = letters(value);
    for (const words of said(d).filter((w) => w !== d.footer)) expect(text).toContain(letters(words));
  });

  it.each(["txt", "md", "html", "pdf", "docx"] as const)("as %s: the same bytes each time", async (format) => {
    const [first, again] = [await FORMATS[format](d), await FORMATS[format](d)];
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
  });
});

it.each(SEED)("the proof of %s is one page, tagged", async (name) => {
  const bytes = await FORMATS.pdf(proof(name));
  expect((await getDocumentProxy(bytes.slice())).numPages).toBe(1);
  expect(Buffer.from(bytes).includes("/Marked true")).toBe(true);
});

it("a long note makes no longer proof", async () => {
  const note = `Trigger point injections with 1% lidocaine. Injected:\n${["trapezius", "rhomboid major", "rhomboid minor", "supraspinatus", "infraspinatus", "levator scapulae", "splenius capitis", "gluteus medius", "gluteus maximus", "piriformis", "quadratus lumborum", "deltoid", "teres minor", "latissimus dorsi"].map((m) => `- left ${m}, 1 cc, with a long remark about how well it was tolerated and how much better it felt afterwards\n- right ${m}`).join("\n")}\n`;
  const d = decide({ note, dateOfService: "2025-06-02" });
  const pdf = await getDocumentProxy(await FORMATS.pdf(document(proofOf(d, note, book))));
  expect(pdf.numPages).toBe(1);
});

it("letters that the fonts lack are written as near as can be", async () => {
  const note =
    "Trigger point injections with 1% lidocaine.\nInjected: left trapezius \u2265 1 cc, \u0141\u00f3d\u017a, \u4e2d, left rhomboid minor, left supraspinatus.\n";
  const d = decide({ note, dateOfService: "2025-06-02" });
  const { text } = await extractText(await getDocumentProxy(await FORMATS.pdf(document(proofOf(d, note, book)))), {
    mergePages: true,
  });
  expect(text).toMatch(/>= 1 cc/);
});

it("a format is known by the ending of a name", () => {
  expect([
    formatOf("a.PDF"),
    formatOf("a.b/c.docx"),
    formatOf("a"),
    formatOf("a.exe"),
    formatOf("x.constructor"),
  ]).toEqual(["pdf", "docx", null, null, null]);
});
