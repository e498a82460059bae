/** RTF tokens to text: a state for each open group, and the words that write something or leave something out. */
import { decode } from "./decode.ts";

export interface RtfToken {
  /** 0: a group begins, 1: it ends, 2: a control word, 3: text. */
  readonly type: number;
  readonly word?: string;
  readonly param?: number;
  readonly data?: Uint8Array;
}

interface Group {
  /** Nothing of it is text: fonts, colours, pictures, headers, what was deleted. */
  readonly silent: boolean;
  readonly hidden: boolean;
  readonly font: number | null;
  /** Characters that stand in for a `\u` character, for old readers. */
  readonly standIns: number;
}

/** Groups that hold no text of the note. */
const SILENT = new Set(
  (
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf " +
    "listtable listoverridetable rsidtbl generator xmlnstbl themedata colorschememapping latentstyles datastore " +
    "fldinst bkmkstart bkmkend annotation atnid atnauthor atnref comment revtbl filetbl mmathPr wgrffmtfilter pgptbl"
  ).split(" "),
);

/** What a word writes. */
const WRITES: Readonly<Record<string, string>> = {
  par: "\n",
  line: "\n",
  sect: "\n",
  page: "\n",
  row: "\n",
  cell: " | ",
  nestcell: " | ",
  nestrow: "\n",
  tab: "\t",
  bullet: "•",
  endash: "–",
  emdash: "—",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  emspace: " ",
  enspace: " ",
  "~": " ",
  _: "-",
  "-": "",
  "{": "{",
  "}": "}",
  "\\": "\\",
  "\n": "\n",
  "\r": "\n",
};

/** `\fcharsetN` to the encoding of its bytes. */
const CHARSETS: Readonly<Record<number, string>> = {
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  134: "gbk",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  238: "windows-1250",
};
const SYMBOLS = 2;
/** Boxes and ticks of the symbol fonts (Wingdings), the ones a form uses. */
const BOXES: Readonly<Record<number, string>> = { 0x6f: "☐", 0xa8: "☐", 0xfe: "☒", 0x78: "☒", 0xfc: "☒", 0xfd: "☒" };

/** Takes the tokens of a document one by one and gives its text at the end. */
export class RtfText {
  private out = "";
  private group: Group = { silent: false, hidden: false, font: null, standIns: 1 };
  private readonly stack: Group[] = [];
  private readonly charsets = new Map<number, number>();
  private page = "windows-1252";
  private inFonts = false;
  private font = 0;
  private first: number | null = null;
  /** Characters still to be passed over after a `\u`. */
  private skip = 0;
  private bytes: number[] = [];
  private starred = false;

  take(token: RtfToken): void {
    if (token.type === 2 && token.word === "'") return this.byte(token.data?.[0] ?? 63);
    if (token.type === 3) return this.text(token.data ?? new Uint8Array());
    this.flush();
    if (token.type === 0) this.open();
    else if (token.type === 1) this.close();
    else this.word(token.word ?? "", token.param);
  }

  /** The text, when all tokens were taken. */
  end(): string {
    this.flush();
    return this.out.replace(/ \| *(?=\n|$)/g, "");
  }

  private open(): void {
    this.stack.push(this.group);
    this.starred = false;
    this.skip = 0;
  }

  private close(): void {
    this.group = this.stack.pop() ?? this.group;
    if (this.stack.length < 2) this.inFonts = false;
    this.skip = 0;
  }

  private set(part: Partial<Group>): void {
    this.group = { ...this.group, ...part };
  }

  private word(word: string, param: number | undefined): void {
    if (word === "*") this.starred = true;
    else if (word === "fonttbl") this.inFonts = true;
    // A starred group of a kind that is not known is meant to be left out whole.
    if (SILENT.has(word) || (this.starred && word !== "*" && word !== "shppict")) this.set({ silent: true });
    if (word !== "*") this.starred = false;
    if (word === "ansicpg" && param !== undefined) this.page = labelOf(param);
    else if (word === "deff") this.first = param ?? 0;
    else if (word === "f") this.setFont(param ?? 0);
    else if (word === "fcharset" && this.inFonts) this.charsets.set(this.font, param ?? 0);
    else if (word === "uc") this.set({ standIns: param ?? 1 });
    else if (word === "v" || word === "deleted") this.set({ hidden: param !== 0 });
    else if (word === "plain") this.set({ hidden: false, font: null });
    else if (word === "u" && param !== undefined) {
      this.write(String.fromCharCode(param < 0 ? param + 65_536 : param));
      this.skip = this.group.standIns;
    } else if (Object.hasOwn(WRITES, word)) this.write(WRITES[word] as string);
  }

  private setFont(n: number): void {
    if (this.inFonts) this.font = n;
    else this.set({ font: n });
  }

  private byte(value: number): void {
    if (this.skip > 0) this.skip--;
    else this.bytes.push(value);
  }

  private text(data: Uint8Array): void {
    const passed = Math.min(this.skip, data.length);
    this.skip -= passed;
    for (const value of data.subarray(passed)) this.bytes.push(value);
  }

  /** Bytes are decoded together: in some encodings two make one character. */
  private flush(): void {
    if (this.bytes.length === 0) return;
    const bytes = this.bytes;
    this.bytes = [];
    const charset = this.charsets.get(this.group.font ?? this.first ?? -1);
    if (charset === SYMBOLS) this.write(bytes.map((b) => BOXES[b] ?? String.fromCharCode(b)).join(""));
    else this.write(decode(Uint8Array.from(bytes), CHARSETS[charset ?? 0] ?? this.page));
  }

  private write(text: string): void {
    if (!this.group.silent && !this.group.hidden) this.out += text;
  }
}

/** Code pages whose encoding is not called `windows-N`. */
const PAGES: Readonly<Record<number, string>> = {
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  65001: "utf-8",
};
const labelOf = (page: number): string => PAGES[page] ?? `windows-${page}`;
