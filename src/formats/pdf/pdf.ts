/**
 * A document as a tagged PDF: headings, lists, tables and paragraphs are what they are to a screen reader too.
 * Its dates and its id come from the document, so that the same document is the same file, byte for byte.
 */
import Pdf from "pdfkit";
import type { Document } from "../../explain/document.ts";
import { flow, type Layout, type Mark, type Node } from "./flow.ts";
import { INK } from "../colours.ts";
import { fold, PAGE, type Measure } from "./type.ts";

/** A sheet that should be one page is set smaller until it is, down to what can still be read on paper. */
const SCALES = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72];

/** The bytes of the PDF file. The same document gives the same bytes. */
export async function asPdf(document: Document): Promise<Uint8Array> {
  const day = new Date(`${document.date}T00:00:00Z`);
  const pdf = new Pdf({
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-US",
    displayTitle: true,
    info: {
      Title: fold(document.title),
      Subject: fold(document.subtitle),
      Creator: "Needlepoint",
      Producer: "Needlepoint",
      CreationDate: day,
      ModDate: day,
    },
  });
  const whole = collected(pdf);
  const measure: Measure = (text, style) => pdf.font(style.face).fontSize(style.size).widthOfString(text);
  const layout = fitted(document, measure);
  const nodes = new Map<Node, PDFKit.PDFStructureElement>();
  for (let page = 0; page < layout.pages; page++) {
    pdf.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
    const here = layout.marks.filter((m) => m.page === page);
    pdf.markContent("Artifact", { type: "Layout" });
    for (const mark of here) if (mark.kind !== "text") shape(pdf, mark);
    pdf.endMarkedContent();
    for (const mark of here) if (mark.kind === "text") text(pdf, mark, nodes);
  }
  for (const [node, element] of nodes) if (node.parent === null) element.end();
  pdf.end();
  return whole;
}

function fitted(document: Document, measure: Measure): Layout {
  const first = flow(document, 1, measure);
  if (document.type === "template" || document.type === "across" || first.pages === 1) return first;
  for (const scale of SCALES) {
    const layout = flow(document, scale, measure);
    if (layout.pages === 1) return layout;
  }
  return first;
}

function shape(pdf: PDFKit.PDFDocument, mark: Exclude<Mark, { kind: "text" }>): void {
  if (mark.kind === "ground") pdf.rect(mark.x, mark.y, mark.width, mark.height).fill(mark.color);
  else if (mark.kind === "box") pdf.lineWidth(0.8).rect(mark.x, mark.y, mark.size, mark.size).stroke(INK.text);
  else pdf.lineWidth(mark.width).moveTo(mark.x, mark.y).lineTo(mark.to, mark.y).stroke(mark.color);
}

function text(
  pdf: PDFKit.PDFDocument,
  mark: Extract<Mark, { kind: "text" }>,
  nodes: Map<Node, PDFKit.PDFStructureElement>,
): void {
  const { piece, node, x, y } = mark;
  const content = pdf.markStructureContent(node.tag);
  pdf.font(piece.style.face).fontSize(piece.style.size).fillColor(piece.style.color);
  pdf.text(piece.text, x, y, { lineBreak: false });
  pdf.endMarkedContent();
  elementOf(node, pdf, nodes).add(content);
  if (piece.link !== undefined) pdf.link(x, y, piece.width, piece.style.size, piece.link);
}

/** The structure element of a node, entered under its parent when it is first written to. */
function elementOf(
  node: Node,
  pdf: PDFKit.PDFDocument,
  nodes: Map<Node, PDFKit.PDFStructureElement>,
): PDFKit.PDFStructureElement {
  const known = nodes.get(node);
  if (known !== undefined) return known;
  const element = pdf.struct(node.tag);
  nodes.set(node, element);
  if (node.parent === null) pdf.addStructure(element);
  else elementOf(node.parent, pdf, nodes).add(element);
  return element;
}

function collected(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on("data", (part: Uint8Array) => parts.push(part));
    pdf.on("error", reject);
    pdf.on("end", () => {
      const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of parts) {
        file.set(part, at);
        at += part.length;
      }
      resolve(file);
    });
  });
}
