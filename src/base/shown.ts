/**
 * A value somebody typed, safe to show in a sentence: one line, without control and format characters (a terminal would
 * obey them), at most `most` UTF-16 units. What is cut ends in "…".
 */
export function shown(value: string, most = 60): string {
  const line = value.replace(UNSAFE, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1).replace(HALF, "")}…` : line;
}

/** Controls, formats, private characters, halves of characters, and every end of a line. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;
/** The first half of a character whose second was cut off. */
const HALF = /[\uD800-\uDBFF]$/;
