/**
 * The same note in other clothes. What a clerk, a fax or a screen does to a text without changing what it
 * says must not change the answer: a measure of what was learnt from the language and what from one note.
 */

import { wrap } from "./damage.ts";

export interface Disguise {
  readonly name: string;
  readonly wear: (note: string) => string;
}

export const DISGUISES: readonly Disguise[] = [
  { name: "upper case", wear: (n) => n.toUpperCase() },
  { name: "lower case", wear: (n) => n.toLowerCase() },
  { name: "CRLF line ends", wear: (n) => n.replaceAll("\n", "\r\n") },
  { name: "wrapped at 60", wear: (n) => wrap(n, 60, false) },
  { name: "wrapped at 40", wear: (n) => wrap(n, 40, false) },
  { name: "wrapped at 72", wear: (n) => wrap(n, 72, false) },
  { name: "wrapped at 30", wear: (n) => wrap(n, 30, false) },
  { name: "wrapped at 50, capitals", wear: (n) => wrap(n, 50, false).toUpperCase() },
  { name: "wrapped at 50, small letters", wear: (n) => wrap(n, 50, false).toLowerCase() },
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
  { name: "bidi marks around words", wear: (n) => n.replace(/\b([a-z]{5,})\b/g, "\u202a$1\u202c") },
  { name: "HL7 line ends", wear: (n) => n.replaceAll("\n", "\\.br\\") },
  { name: "HL7 repetitions", wear: (n) => n.replaceAll("\n", "~") },
  { name: "long words split", wear: (n) => damage(n, (w) => `${w.slice(0, 5)} ${w.slice(5)}`) },
  {
    name: "letters swapped in long words",
    wear: (n) => damage(n, (w) => `${w.slice(0, 4)}${w[5]}${w[4]}${w.slice(6)}`),
  },
  { name: "a letter lost in long words", wear: (n) => damage(n, (w) => w.slice(0, 5) + w.slice(6)) },
  { name: "no commas", wear: (n) => n.replace(/,(?=\s)/g, "") },
  { name: "no full stops at line ends", wear: (n) => n.replace(/\.(?=\n|$)/g, "") },
  { name: "left and right exchanged", wear: (n) => n.replace(/\b(left|right)\b/gi, swap) },
  {
    name: "letter head and foot",
    wear: (n) => `Sunny Valley Clinic\n100 Main Street\n\n${n}\n\nElectronically signed.\nPage 1 of 1\n`,
  },
];

/** What a scanner or a hurried hand does to the long names of muscles, never to other words. */
function damage(note: string, to: (word: string) => string): string {
  return note.replace(/\b[a-z]{6,}(?:atus|pezius|boids?|apulae|eus|formis|imus|edius|oid|eter|borum|spinals)\b/g, to);
}

function swap(word: string): string {
  const other = word.toLowerCase() === "left" ? "right" : "left";
  if (word === word.toUpperCase()) return other.toUpperCase();
  return word[0] === word[0]?.toUpperCase() ? `${other[0]?.toUpperCase()}${other.slice(1)}` : other;
}
