/**
 * A document as a Word file. What the library stamps on it from a clock or by chance is put right afterwards
 * (stable.ts), so that the same document is the same file, byte for byte.
 */
import {
  AlignmentType,
  BorderStyle,
  Document as File,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
  type ParagraphChild,
} from "docx";
import { clean, runs, webAddress, type Block, type Document, type Run, type Words } from "../../explain/document.ts";
import * as colours from "../colours.ts";
import { stable } from "./stable.ts";

/** Word writes colours without the sign before them. */
const plainHex = <K extends string>(colours: Readonly<Record<K, string>>): Readonly<Record<K, string>> =>
  Object.fromEntries(Object.entries<string>(colours).map(([k, c]) => [k, c.slice(1).toUpperCase()])) as Record<
    K,
    string
  >;
const [INK, GROUND] = [plainHex(colours.INK), plainHex(colours.GROUND)];
/** Half points, as Word counts. */
const SIZE = { title: 36, answer: 32, body: 20, small: 18, foot: 15 } as const;
const MARGIN = 1000;
const WIDTH = 12_240 - 2 * MARGIN;

/** The bytes of the .docx file. The same document gives the same bytes. */
export async function asDocx(document: Document): Promise<Uint8Array> {
  const file = new File({
    title: clean(document.title),
    subject: clean(document.subtitle),
    creator: "Needlepoint",
    description: "",
    lastModifiedBy: "Needlepoint",
    styles: { default: { document: { run: { font: "Arial", size: SIZE.body, color: INK.text } } } },
    numbering: {
      config: [
        { reference: "points", levels: [level(LevelFormat.BULLET, "\u2022")] },
        { reference: "numbers", levels: [level(LevelFormat.DECIMAL, "%1.")] },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 12_240, height: 15_840 },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: new Footer({ children: [plain(document.footer, { size: SIZE.foot, color: INK.quiet })] }) },
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            spacing: { after: 40 },
            children: [new TextRun({ text: clean(document.title), bold: true, size: SIZE.title, color: INK.brand })],
          }),
          new Paragraph({
            spacing: { after: 160 },
            border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: INK.brand, space: 4 } },
            children: [new TextRun({ text: clean(document.subtitle), color: INK.quiet })],
          }),
          ...document.blocks.flatMap(drawn),
        ],
      },
    ],
  });
  return stable(new Uint8Array(await Packer.toArrayBuffer(file)), document.date);
}

const RULED = { style: BorderStyle.SINGLE, size: 4, color: INK.quiet, space: 1 } as const;

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 260, hanging: 220 } } },
});

function drawn(block: Block): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { before: 200, after: 50 },
          children: [
            new TextRun({ text: clean(block.text), bold: true, size: SIZE.small, color: INK.brand, allCaps: true }),
          ],
        }),
      ];
    case "paragraph": {
      const quiet = block.look === "quiet" ? { size: SIZE.small, color: INK.quiet } : {};
      return [new Paragraph({ spacing: { after: 80 }, children: words(block.words, quiet) })];
    }
    case "answer":
      return block.lines.map(
        (l) =>
          new Paragraph({
            shading: { type: ShadingType.CLEAR, fill: GROUND[block.tone], color: "auto" },
            border: {
              left: {
                style: BorderStyle.SINGLE,
                size: 24,
                color: block.tone === "open" ? INK.ask : INK.brand,
                space: 8,
              },
            },
            spacing: { before: 60, after: 60 },
            children: [
              new TextRun({ text: clean(l.label), bold: true, size: SIZE.answer }),
              new TextRun({ text: `   ${clean(l.says)}`, size: 22 }),
            ],
          }),
      );
    case "list":
      return block.items.map((item) =>
        block.look === "boxes"
          ? new Paragraph({
              spacing: { after: 60 },
              children: [new TextRun({ text: "\u2610  ", font: "Segoe UI Symbol" }), ...words(item)],
            })
          : new Paragraph({
              numbering: { reference: block.look, level: 0 },
              spacing: { after: 30 },
              children: words(item),
            }),
      );
    case "table":
      return [table(block), new Paragraph({ spacing: { after: 60 }, children: [] })];
    case "excerpt":
      return block.lines.map(
        (line, i) =>
          new Paragraph({
            spacing: { before: i === 0 ? 60 : 0, after: i === block.lines.length - 1 ? 100 : 0 },
            indent: { left: 560, hanging: 560 },
            tabStops: [{ type: "left", position: 560 }],
            children:
              line === null
                ? [new TextRun({ text: "\t...", font: "Courier New", size: SIZE.small })]
                : [
                    new TextRun({ text: `${line.number}\t`, size: SIZE.small, color: INK.quiet }),
                    ...words(line.words, { font: "Courier New", size: SIZE.small }),
                  ],
          }),
      );
    case "blank":
      return [
        new Paragraph({
          keepNext: true,
          children: [new TextRun({ text: clean(block.label), size: SIZE.small, color: INK.quiet })],
        }),
        ...Array.from(
          { length: block.lines },
          (_, i) =>
            new Paragraph({
              keepNext: i < block.lines - 1,
              spacing: { line: 460, lineRule: LineRuleType.EXACT },
              // Word draws one border around paragraphs alike: `between` gives each its own line.
              border: { bottom: RULED, between: RULED },
              children: [],
            }),
        ),
        new Paragraph({ spacing: { after: 40 }, children: [] }),
      ];
  }
}

const plain = (text: string, look: IRunOptions): Paragraph =>
  new Paragraph({ children: [new TextRun({ ...look, text: clean(text) })] });

function table(block: Extract<Block, { kind: "table" }>): Table {
  const widths = block.widths.map((w) => Math.round(w * WIDTH));
  const cell = (children: ParagraphChild[], i: number): TableCell =>
    new TableCell({
      width: { size: widths[i] as number, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 60, right: 60 },
      children: [new Paragraph({ children })],
    });
  const head = block.head.map((text, i) => cell([new TextRun({ text: clean(text), bold: true, size: SIZE.small })], i));
  const rows = block.rows.map(
    (cells) =>
      new TableRow({
        cantSplit: true,
        ...(block.form && { height: { value: 460, rule: "atLeast" as const } }),
        children: cells.map((c, i) => cell(words(c, { size: SIZE.small }), i)),
      }),
  );
  const edge = { style: BorderStyle.SINGLE, size: 4, color: INK.line };
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  return new Table({
    columnWidths: widths,
    width: { size: WIDTH, type: WidthType.DXA },
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: edge,
      insideHorizontal: edge,
      insideVertical: block.form ? edge : none,
    },
    rows: [new TableRow({ tableHeader: true, children: head }), ...rows],
  });
}

const words = (w: Words, look: IRunOptions = {}): ParagraphChild[] => runs(w).map((r) => run(r, look));

function run({ text, look, link }: Run, base: IRunOptions): ParagraphChild {
  const own = new TextRun({ ...base, ...looks(look), text: clean(text) });
  const address = webAddress(link);
  return address === undefined ? own : new ExternalHyperlink({ link: address, children: [own] });
}

function looks(look: Run["look"]): IRunOptions {
  switch (look) {
    case "strong":
      return { bold: true };
    case "quiet":
      return { color: INK.quiet };
    case "counted":
    case "asked":
      return { bold: true, shading: { type: ShadingType.CLEAR, fill: GROUND[look], color: "auto" } };
    case "seen":
      return { underline: { type: "dotted", color: INK.quiet } };
    default:
      return {};
  }
}
