/** Quoted-printable: a mail's soft line ends and `=XX` bytes. */
import { Paint } from "./paint.ts";

const BYTE = /=([0-9A-F]{2})/y;

/** Shows what the mail's coding stands for. Only a soft line end, a coded space at a line end or `=3D` shows such coding. */
export function unmail(text: string): string {
  // "===== EXAM =====" rules a heading off: an equals sign of the text itself is written otherwise in such a mail.
  if (!/(?<!=)=\r?\n|=20\r?\n|=3D/.test(text)) return text;
  const paint = new Paint(text);
  for (let i = text.indexOf("="); i >= 0; i = text.indexOf("=", i + 1)) {
    const soft = text[i - 1] === "=" ? 0 : text[i + 1] === "\n" ? 2 : text.startsWith("\r\n", i + 1) ? 3 : 0;
    if (soft > 0) {
      paint.cover(i, i + soft);
      continue;
    }
    const first = byteAt(text, i);
    if (first < 0) continue;
    const bytes = [first];
    while (bytes.length < lengthOf(first)) {
      const next = byteAt(text, i + 3 * bytes.length);
      if ((next & 0xc0) !== 0x80) break;
      bytes.push(next);
    }
    paint.cover(i, i + 3 * bytes.length, character(bytes));
    i += 3 * bytes.length - 1;
  }
  return paint.done();
}

function byteAt(text: string, i: number): number {
  BYTE.lastIndex = i;
  const m = BYTE.exec(text);
  return m === null ? -1 : Number.parseInt(m[1] as string, 16);
}

/** Bytes of a character of UTF-8 that begins so; others are read as Latin-1. */
const lengthOf = (first: number): number => (first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 1);

function character(bytes: readonly number[]): string {
  const [a = 0, b = 0, c = 0] = bytes;
  if (bytes.length === 3) return String.fromCharCode(((a & 15) << 12) | ((b & 63) << 6) | (c & 63));
  return bytes.length === 2 ? String.fromCharCode(((a & 31) << 6) | (b & 63)) : String.fromCharCode(a);
}
