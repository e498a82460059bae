/**
 * The same note in other clothes. What a clerk, a fax or a screen does to a text without changing what it
 * says must not change the answer: a measure of what was learnt from the language and what from one note.
 */

export interface Disguise {
  readonly name: string;
  readonly wear: (note: string) => string;
}

/** Breaks lines at the last space before `width`, as old systems do. */
function wrap(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => {
      const out: string[] = [];
      let rest = line;
      while (rest.length > width) {
        const cut = rest.lastIndexOf(" ", width);
        if (cut <= 0) break;
        out.push(rest.slice(0, cut));
        rest = rest.slice(cut + 1);
      }
      return [...out, rest].join("\n");
    })
    .join("\n");
}

export const DISGUISES: readonly Disguise[] = [
  { name: "upper case", wear: (n) => n.toUpperCase() },
  { name: "lower case", wear: (n) => n.toLowerCase() },
  { name: "CRLF line ends", wear: (n) => n.replaceAll("\n", "\r\n") },
  { name: "wrapped at 60", wear: (n) => wrap(n, 60) },
  { name: "wrapped at 40", wear: (n) => wrap(n, 40) },
  { name: "two spaces for one", wear: (n) => n.replaceAll(" ", "  ") },
  {
    name: "tab indent",
    wear: (n) =>
      n
        .split("\n")
        .map((l) => (l === "" ? l : `\t${l}`))
        .join("\n"),
  },
  { name: "non-breaking spaces", wear: (n) => n.replaceAll(" ", "\u00a0") },
  { name: "blank line between lines", wear: (n) => n.replaceAll("\n", "\n\n") },
  { name: "curly quotes", wear: (n) => n.replaceAll("'", "\u2019").replace(/"([^"\n]*)"/g, "\u201c$1\u201d") },
  { name: "zero-width space in words", wear: (n) => n.replace(/([a-z]{4})([a-z]{4})/g, "$1\u200b$2") },
  { name: "left and right exchanged", wear: (n) => n.replace(/\b(left|right)\b/gi, swap) },
  {
    name: "letter head and foot",
    wear: (n) => `Sunny Valley Clinic\n100 Main Street\n\n${n}\n\nElectronically signed.\nPage 1 of 1\n`,
  },
];

function swap(word: string): string {
  const other = word.toLowerCase() === "left" ? "right" : "left";
  if (word === word.toUpperCase()) return other.toUpperCase();
  return word[0] === word[0]?.toUpperCase() ? `${other[0]?.toUpperCase()}${other.slice(1)}` : other;
}
