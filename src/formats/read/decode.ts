/** Bytes to text in the encodings that documents come in. */

/** Where Windows-1252 differs from Latin-1: 80 to 9F. Node 20 decodes it as Latin-1, so it is done here. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Bytes to text. `label` as the WHATWG names encodings; one that is not known is read as Windows-1252, as most
 * programs do. Bytes that stand for nothing become U+FFFD.
 */
export function decode(bytes: Uint8Array, label: string): string {
  if (label !== "windows-1252") {
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // Not known here.
    }
  }
  return new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (c) => HIGH[c.charCodeAt(0) - 0x80] as string);
}
