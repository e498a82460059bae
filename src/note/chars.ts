/**
 * Character classes of note text. The text itself is never changed: matching folds case, accents and
 * curly quotes through these tables, so every offset stays an offset into the original.
 */

/** Classes of one UTF-16 code unit. */
export const SKIP = 0; // zero-width, bidi controls, soft hyphen: as if absent
export const SPACE = 1;
export const NEWLINE = 2;
export const LETTER = 3;
export const DIGIT = 4;
export const PUNCT = 5;

/** Class of each code unit. */
export const CLASS = new Uint8Array(65536);
/** Letters folded to 1..26; 0 for letters outside the Latin alphabet. */
export const FOLD = new Uint8Array(65536);
/** Punctuation folded to its plain form: curly quotes, dashes, bullets, ticks. */
export const PLAIN = new Uint16Array(65536);

const TILDE = 126;
const BACKSLASH = 92;

/**
 * Length of a line break of HL7 text at `i`, 0 when there is none: `\.br\`, or a tilde set right after a character
 * (before a number, with a space before it, it means "about").
 */
export function fieldBreak(text: string, i: number): number {
  const c = text.charCodeAt(i);
  if (c === TILDE) return i > 0 && CLASS[text.charCodeAt(i - 1)] !== SPACE && text[i - 1] !== "(" ? 1 : 0;
  return c === BACKSLASH && text.startsWith(".br\\", i + 1) ? 5 : 0;
}

/** Does the character at `i` end a line? */
function endsLine(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  return CLASS[c] === NEWLINE || c === BACKSLASH || (c === TILDE && fieldBreak(text, i) > 0);
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

const UPPER_A = 65;

function build(): void {
  CLASS.fill(PUNCT);
  for (let c = 0; c < 65536; c++) PLAIN[c] = c;
  for (let c = 0; c < 32; c++) CLASS[c] = SPACE;
  for (const c of [32, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000]) CLASS[c] = SPACE;
  for (let c = 0x2000; c <= 0x200a; c++) CLASS[c] = SPACE;
  for (const c of [10, 11, 12, 13, 0x85, 0x2028, 0x2029]) CLASS[c] = NEWLINE;
  for (const [from, to] of [
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x2069],
    [0xfe00, 0xfe0f],
  ] as const)
    for (let c = from; c <= to; c++) CLASS[c] = SKIP;
  for (const c of [0xad, 0xfeff, 0x61c, 0x180e]) CLASS[c] = SKIP;
  for (let c = 48; c <= 57; c++) CLASS[c] = DIGIT;
  for (let i = 0; i < 26; i++) {
    for (const c of [UPPER_A + i, UPPER_A + 32 + i]) {
      CLASS[c] = LETTER;
      FOLD[c] = i + 1;
    }
  }
  for (let c = 0xc0; c < 0x250; c++) {
    const base = String.fromCharCode(c).normalize("NFD").charCodeAt(0);
    if (c === 0xd7 || c === 0xf7) continue;
    CLASS[c] = LETTER;
    FOLD[c] = FOLD[base] ?? 0;
  }
  for (let c = 0x370; c < 0x600; c++) CLASS[c] = LETTER;
  for (let c = 0x300; c < 0x370; c++) CLASS[c] = SKIP; // combining accents of decomposed text
  const plain: Record<string, string> = {
    "'": "‘’‚‛′`´",
    '"': "“”„‟″",
    "-": "‐‑‒–—―−",
    "*": "•‣⁃▪●◦·",
    "☑": "☒✓✔✅",
    "☐": "□▢",
  };
  for (const [to, from] of Object.entries(plain)) for (const ch of from) PLAIN[ch.charCodeAt(0)] = to.charCodeAt(0);
}
build();
