/**
 * The note in one byte for each UTF-16 code unit: case, accents and curly quotes can be folded by small tables then,
 * and an offset into the bytes is an offset into the original, which is never changed.
 */

/** Classes of a byte. */
export const SKIP = 0; // zero-width, bidi controls, soft hyphen: as if absent
export const SPACE = 1;
export const NEWLINE = 2;
export const LETTER = 3;
export const DIGIT = 4;
export const PUNCT = 5;

// Bytes of ASCII stand for themselves. Those from 129 to 154 are a to z with an accent.
const ACCENTED = 128;
const OTHER_LETTER = 160;
const ABSENT = 161;
/** A mark beyond ASCII: the text itself says which. */
const OTHER_MARK = 162;

/** Class of each byte. */
export const CLASS = new Uint8Array(256);
/** A letter that no word of the rulebook holds. */
export const NO_LETTER = 27;
/** Letters folded to 1..26, those outside the Latin alphabet to 27; 0 for all that is no letter. */
export const FOLD = new Uint8Array(256);
/** Byte of each code unit. */
const BYTE = new Uint8Array(65536);
/** Punctuation folded to its plain form: curly quotes, dashes, bullets, ticks. */
const PLAIN = new Uint16Array(65536);

const between = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Code units that show nothing: soft hyphen, zero width, marks of direction, variants of a sign. */
export const HIDDEN: readonly number[] = [
  0xad,
  0x61c,
  0x180e,
  ...between(0x200b, 0x200f),
  ...between(0x202a, 0x202e),
  ...between(0x2060, 0x2069),
  ...between(0xfe00, 0xfe0f),
  0xfeff,
];
/** Spaces of other widths, all of one code unit. */
export const SPACES: readonly number[] = [0xa0, 0x1680, ...between(0x2000, 0x200a), 0x202f, 0x205f, 0x3000];

const encoder = new TextEncoder();

/**
 * Writes the bytes of `text` into `room`, with a blank after the last and a 1 after that if it is plain ASCII; gives `room`, or a larger one where it is too
 * small. A text of plain ASCII, as most are, is copied at once.
 */
export function bytesOf(text: string, room: Uint8Array): Uint8Array {
  const { length } = text;
  const bytes = room.length > length + 1 ? room : new Uint8Array(2 * length + 2);
  const { read, written } = encoder.encodeInto(text, bytes);
  const plain = read === length && written === length;
  if (!plain) for (let i = 0; i < length; i++) bytes[i] = BYTE[text.charCodeAt(i)] as number;
  bytes[length] = 32;
  bytes[length + 1] = plain ? 1 : 0;
  return bytes;
}

/** The mark at `i` in its plain form, as a code unit. */
export function plainMark(text: string, bytes: Uint8Array, i: number): number {
  const b = bytes[i] as number;
  return PLAIN[b === OTHER_MARK ? text.charCodeAt(i) : b] as number;
}

const BLANK = 32;
const TILDE = 126;
const BACKSLASH = 92;

/**
 * Length of a line break of HL7 text at `i`, 0 when there is none: `\.br\`, or a tilde set right after a character
 * (before a number, with a space before it, it means "about").
 */
export function fieldBreak(text: string, i: number): number {
  const c = text.charCodeAt(i);
  if (c === TILDE) return i > 0 && classOf(text.charCodeAt(i - 1)) !== SPACE && text[i - 1] !== "(" ? 1 : 0;
  return c === BACKSLASH && text.startsWith(".br\\", i + 1) ? 5 : 0;
}

function classOf(codeUnit: number): number {
  return CLASS[BYTE[codeUnit] as number] as number;
}

/** Does the character at `i` end a line? */
function endsLine(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  if (c >= BLANK && c < BACKSLASH) return false;
  return classOf(c) === NEWLINE || c === BACKSLASH || (c === TILDE && fieldBreak(text, i) > 0);
}

/** Where the line begins in which the character at `at` stands. */
export function lineStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && !endsLine(text, i - 1)) i--;
  return i;
}

/** The same for places asked in the order of the text: each character is looked at once. */
export function lineStarts(text: string): (at: number) => number {
  let seen = 0;
  let start = 0;
  return (at) => {
    if (at < seen) seen = start = 0;
    for (let i = at; i > seen; i--) {
      if (!endsLine(text, i - 1)) continue;
      start = i;
      break;
    }
    seen = at;
    return start;
  };
}

function build(): void {
  BYTE.fill(OTHER_MARK);
  for (let c = 0; c < 65536; c++) PLAIN[c] = c;
  for (let c = 0; c < 128; c++) BYTE[c] = c;
  for (const c of SPACES) BYTE[c] = 32;
  for (const c of [0x85, 0x2028, 0x2029]) BYTE[c] = 11;
  for (let c = 0xc0; c < 0x250; c++) {
    const base = String.fromCharCode(c).normalize("NFD").toLowerCase().charCodeAt(0);
    if (c !== 0xd7 && c !== 0xf7) BYTE[c] = base >= 97 && base <= 122 ? ACCENTED + base - 96 : OTHER_LETTER;
  }
  for (let c = 0x370; c < 0x600; c++) BYTE[c] = OTHER_LETTER;
  for (const c of [...HIDDEN, ...between(0x300, 0x36f)]) BYTE[c] = ABSENT; // and accents of decomposed text

  CLASS.fill(PUNCT);
  CLASS.fill(SPACE, 0, 33);
  CLASS.fill(NEWLINE, 10, 14);
  CLASS.fill(DIGIT, 48, 58);
  for (let letter = 1; letter <= 26; letter++)
    for (const b of [64 + letter, 96 + letter, ACCENTED + letter]) [CLASS[b], FOLD[b]] = [LETTER, letter];
  [CLASS[OTHER_LETTER], FOLD[OTHER_LETTER]] = [LETTER, NO_LETTER];
  CLASS[ABSENT] = SKIP;

  const plain: Record<string, string> = {
    "'": "‘’‚‛′`´",
    '"': "“”„‟″",
    "-": "‐‑‒–—―−",
    "*": "•‣⁃▪●◦·∙■◆◇♦❖➢➤►▶▸➔✦✧\uf0b7\uf0a7\uf0d8\uf076",
    "☑": "☒✓✔✅",
    "☐": "□▢",
  };
  for (const [to, from] of Object.entries(plain)) for (const ch of from) PLAIN[ch.charCodeAt(0)] = to.charCodeAt(0);
}
build();
