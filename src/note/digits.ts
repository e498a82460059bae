/** Where digits begin in the text: dates and printed codes are looked for there and nowhere else. */
import { CLASS, DIGIT } from "./chars.ts";
import { NUMBER, type Tokens } from "./tokens.ts";

/** A stretch of digits with nothing between them. */
export interface Digits {
  readonly start: number;
  readonly length: number;
}

/** Every stretch of digits of the note, in order; "0.25" is two. */
export function digitsOf(t: Tokens): readonly Digits[] {
  const out: Digits[] = [];
  for (let k = 0; k < t.n; k++) {
    if (t.type[k] !== NUMBER) continue;
    const end = t.end[k] as number;
    for (let i = t.start[k] as number; i < end;) {
      const start = i;
      while (i < end && CLASS[t.bytes[i] as number] === DIGIT) i++;
      if (i > start) out.push({ start, length: i - start });
      else i++;
    }
  }
  return out;
}
