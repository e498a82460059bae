/** Documents of every form, made for the tests: of this module, of the command line and of the page. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { zipSync } from "fflate";
import Pdf from "pdfkit";

/** A note, line by line. */
export const NOTE: readonly string[] = [
  "PROCEDURE: Trigger point injections.",
  "The following muscles were injected with 1 cc each of 1% lidocaine:",
  "left trapezius, left rhomboid major, left supraspinatus.",
  "“No complications” – seen in 4 weeks.",
];

export async function docx(
  lines: readonly string[] = NOTE,
  table?: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
  const rows = (table ?? []).map((row) => new TableRow({ children: row.map(cell) }));
  const children = [
    ...lines.map((text) => new Paragraph({ children: [new TextRun(text)] })),
    ...(rows.length > 0 ? [new Table({ rows })] : []),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

/** `pages`: the lines of each; an empty page has a drawing and no text, as a scan has. */
export function pdf(pages: readonly (readonly string[])[] = [NOTE], password?: string): Promise<Uint8Array> {
  const doc = new Pdf({ autoFirstPage: false, ...(password !== undefined && { userPassword: password }) });
  const parts: Buffer[] = [];
  doc.on("data", (part: Buffer) => parts.push(part));
  const done = new Promise<Uint8Array>((resolve) => doc.on("end", () => resolve(new Uint8Array(Buffer.concat(parts)))));
  for (const lines of pages) {
    doc.addPage();
    if (lines.length === 0) doc.rect(50, 50, 300, 300).fill("#ccc");
    for (const line of lines) doc.fontSize(11).text(line, { width: 460 });
  }
  doc.end();
  return done;
}

/** As an older word processor writes it: code page 1252, with a hidden run, a header, a picture and a deleted word. */
export function rtf(lines: readonly string[] = NOTE): Uint8Array {
  const escaped = (text: string): string =>
    text
      .replace(/[\\{}]/g, (c) => `\\${c}`)
      .replace(/“/g, "\\'93")
      .replace(/”/g, "\\ldblquote".replace("l", "r") + " ")
      .replace(/–/g, "\\u8211?");
  const body = lines.map((line) => `${escaped(line)}\\par`).join("\n");
  const text = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset2 Wingdings;}}
{\colortbl;\red0\green0\blue0;}{\*\generator Riched20 10.0}{\header Page header}
{\v hidden words}{\deleted not done}{\pict\wmetafile8 0100090000}
\viewkind4\uc1\pard\f0\fs22 ${body}
{\f1\'fe}{\f0  consent}\par
\trowd\cellx2000\cellx4000 Muscle\cell Side\cell\row
}`;
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

/** A small file that says it unpacks to a gigabyte. */
export function bomb(): Uint8Array {
  const zip = zipSync({
    "word/document.xml": new Uint8Array(70 * 1024 * 1024),
    "[Content_Types].xml": new Uint8Array(1),
  });
  return zip;
}
