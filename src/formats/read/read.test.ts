/** Documents in: what comes out of each form, and what is said when one cannot be read. */
import { describe, expect, it } from "vitest";
import { LARGEST } from "./limits.ts";
import { readDocument } from "./read.ts";
import { bomb, docx, NOTE, pdf, rtf } from "./testing/make.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = async (bytes: Uint8Array): Promise<string> => {
  const read = await readDocument(bytes);
  if (read.kind === "refused") throw new Error(read.finding.reason);
  return read.text;
};
const code = async (bytes: Uint8Array): Promise<string> => {
  const read = await readDocument(bytes);
  return read.kind === "refused" ? read.finding.code : "read";
};

describe("plain text", () => {
  it("is read as UTF-8, its mark taken off, its line ends made one", async () =>
    expect(await text(utf8("\ufeffa\r\nb\rc"))).toBe("a\nb\nc"));
  it("is read as UTF-16 when it says so", async () =>
    expect(await text(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0xb5, 0]))).toBe("aµ"));
  it("is read as Windows text when it is not UTF-8", async () =>
    expect(await text(Uint8Array.from([0x93, 0x61, 0x94]))).toBe("“a”"));
});

describe("Word", () => {
  it("gives its paragraphs as lines", async () => expect(await text(await docx())).toBe(NOTE.join("\n")));
  it("gives a table's rows as lines of cells", async () =>
    expect(
      await text(
        await docx(
          ["Injected:"],
          [
            ["Muscle", "Side"],
            ["trapezius", "left"],
          ],
        ),
      ),
    ).toBe("Injected:\nMuscle | Side\ntrapezius | left"));
  it("keeps what looks like markup as text", async () =>
    expect(await text(await docx(["<b>left</b> & <script>"]))).toBe("<b>left</b> & <script>"));
  it("is not unpacked when it would fill the memory", async () => expect(await code(bomb())).toBe("NP6015"));
  it("says so when it is damaged", async () => expect(await code((await docx()).slice(0, 2000))).toBe("NP6014"));
});

describe("PDF", () => {
  it("gives its lines, pages one after the other", async () =>
    expect((await text(await pdf([["left trapezius"], ["right trapezius"]]))).split(/\n+/)).toEqual([
      "left trapezius",
      "right trapezius",
    ]));
  it("keeps punctuation and words apart", async () => {
    const read = await text(await pdf());
    for (const line of NOTE.slice(0, 3)) expect(read).toContain(line);
  });
  it("without a text layer is refused as a scan", async () => expect(await code(await pdf([[], []]))).toBe("NP6016"));
  it("with one page that has none is read, and the page is named", async () => {
    const read = await readDocument(await pdf([["left trapezius injected"], []]));
    expect(read).toMatchObject({ kind: "text", findings: [{ code: "NP6017", severity: "warning" }] });
    expect(read.kind === "text" && read.findings[0]?.reason).toContain("Page 2");
  });
  it("behind a password is refused as such", async () =>
    expect(await code(await pdf([["left trapezius"]], "secret"))).toBe("NP6013"));
  it("says so when it is damaged", async () => expect(await code(utf8("%PDF-1.7\nnothing"))).toBe("NP6014"));
});

describe("RTF", () => {
  it("gives its lines, with its own characters", async () => {
    const read = await text(rtf());
    expect(read.split("\n").slice(0, 4)).toEqual(NOTE);
  });
  it("leaves out fonts, headers, pictures, and what is hidden or deleted", async () =>
    expect(await text(rtf())).not.toMatch(/Arial|Page header|hidden|not done|0100090000|Riched/));
  it("shows a ticked box of a symbol font, and rows as lines of cells", async () =>
    expect(await text(rtf())).toMatch(/☒ consent\nMuscle \| Side$/));
  it("reads other code pages", async () =>
    expect(await text(Uint8Array.from("{\\rtf1\\ansi\\ansicpg1251 \\'cf}", (c) => c.charCodeAt(0)))).toBe("П"));
  it("makes no room for bytes that are not there", async () =>
    expect(await code(utf8("{\\rtf1 \\bin2000000000 x}"))).toBe("NP6014"));
});

describe("what cannot be read", () => {
  it.each([
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), "NP6011"],
    ["a spreadsheet", utf8("PK\u0003\u0004 xl/workbook.xml"), "NP6011"],
    ["a Word document of long ago", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "NP6012"],
    [
      "a protected Word document",
      Uint8Array.from(`\u00d0\u00cf\u0011\u00e0${"EncryptedPackage".split("").join("\0")}`, (c) => c.charCodeAt(0)),
      "NP6013",
    ],
    ["an empty file", utf8(" \n"), "NP6018"],
    ["a very large file", utf8("a".repeat(LARGEST + 1)), "NP6015"],
  ])("%s is refused with what to do", async (_, bytes, expected) => {
    const read = await readDocument(bytes);
    expect(read).toMatchObject({ kind: "refused", finding: { code: expected, severity: "error" } });
    expect(read.kind === "refused" && read.finding.remedy.length).toBeGreaterThan(10);
  });
});
