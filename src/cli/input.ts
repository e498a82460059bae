/** Getting text in: from a file or standard input, with a limit, as UTF-8 and nothing else. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Finding } from "../base/finding.ts";
import { shown } from "../base/shown.ts";
import { kindOf } from "../formats/read/kind.ts";
import { LARGEST } from "../formats/read/limits.ts";
import { badJson, binary, empty, isFolder, LIMIT, notUtf8, refusal, Refused, tooLarge, utf16 } from "./findings.ts";

/** How the finding calls what was read. */
export const nameOf = (file: string): string => (file === "-" ? "standard input" : file);

/**
 * The text of a file, or of standard input for `-`. A UTF-8 byte order mark is taken off.
 * Throws Refused when there is none, or it is too large, blank, binary, or in another encoding.
 */
export async function readText(file: string): Promise<string> {
  const name = nameOf(file);
  return decode(file === "-" ? await readStdin(name) : readFile(file), name);
}

/**
 * The text of a note in a file: plain, or a Word document, PDF or RTF, told apart by what they hold. `doubts`: what
 * should be known of how it was read. Throws Refused as `readText` does.
 */
export async function readNote(file: string): Promise<{ readonly text: string; readonly doubts: readonly Finding[] }> {
  const name = nameOf(file);
  const bytes = file === "-" ? await readStdin(name, LARGEST) : readFile(file, LARGEST);
  const kind = kindOf(bytes);
  if (kind === "text" || kind === "other") return { text: decode(bytes, name), doubts: [] };
  const documents = await import("./read-document.ts").catch(() => null);
  // A process that was started from the snapshot loads nothing more; the launcher tells documents by their endings.
  if (documents === null)
    throw new Refused(binary(name, "a document whose name has no .docx, .pdf or .rtf at its end"));
  const read = await documents.readDocument(bytes);
  if (read.kind === "refused") throw new Refused({ ...read.finding, reason: `${shown(name)}: ${read.finding.reason}` });
  return { text: read.text, doubts: read.findings };
}

/** The JSON value in a file. Rejects with Refused as `readText` does, and with NP9009; `expected` says of what. */
export async function readJson(file: string, expected: string): Promise<unknown> {
  return jsonOf(await readText(file), nameOf(file), expected);
}

/** The JSON value of a text. Throws Refused (NP9009) when it is none; `expected` says what was wanted. */
export function jsonOf(text: string, name: string, expected: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refused(badJson(name, expected));
  }
}

/**
 * Bytes to text under the same rules; used for the lines of a stream too. Throws Refused: NP9004 to NP9008. `name`
 * stands in findings.
 */
export function decode(bytes: Uint8Array, name: string): string {
  const what = foreign(bytes);
  if (what === "utf-16") throw new Refused(utf16(name));
  if (what !== null) throw new Refused(binary(name, what));
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(notUtf8(name, firstBad(bytes)));
  }
  if (text.trim() === "") throw new Refused(empty(name));
  if (bytes.length > LIMIT) throw new Refused(tooLarge(name));
  return text;
}

const MAGIC: readonly [string, string][] = [
  ["%PDF", "a PDF document"],
  ["{\\rtf", "an RTF document"],
  ["PK\u0003\u0004", "a Word or Excel document or another zip archive"],
  ["\u00d0\u00cf\u0011\u00e0", "a document of an old Microsoft Office"],
  ["\u001f\u008b", "a gzip archive"],
  ["\u0089PNG", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
];

/** What the bytes are when they are not plain text; null when they may be. */
function foreign(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) return "utf-16";
  for (const [magic, what] of MAGIC) if (head.startsWith(magic)) return what;
  return bytes.includes(0) ? "binary data" : null;
}

/** Offset of the first byte that is not UTF-8: the longest good prefix, found by halving. */
function firstBad(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      // `stream` lets the prefix end inside a character.
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

/**
 * Opens a file for reading and gives its descriptor. Throws Refused: NP9001 to NP9003; never looks at a size it could
 * be lied to about.
 */
export function openFile(file: string): number {
  let fd: number;
  try {
    fd = openSync(file, "r");
  } catch (error) {
    throw new Refused(refusal(file, error));
  }
  if (fstatSync(fd).isDirectory()) {
    closeSync(fd);
    throw new Refused(isFolder(file));
  }
  return fd;
}

function readFile(file: string, limit = LIMIT): Uint8Array {
  const fd = openFile(file);
  try {
    const parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      const part = Buffer.allocUnsafe(Math.min(65_536, limit + 1 - size));
      const got = readSync(fd, part);
      if (got === 0) return Buffer.concat(parts);
      parts.push(part.subarray(0, got));
      size += got;
      if (size > limit) throw new Refused(tooLarge(file));
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(refusal(file, error));
  } finally {
    closeSync(fd);
  }
}

async function readStdin(name: string, limit = LIMIT): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size > limit) throw new Refused(tooLarge(name));
  }
  return Buffer.concat(parts);
}
