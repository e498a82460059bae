/**
 * Damage by chance, the same for a seed: what scanners, programs and hurried hands do to a text. A person can still read
 * what comes out, or sees that it cannot be read; so no damage may lead to a higher code than the whole note's.
 */

/** The next number in [0, 1). */
export type Chance = () => number;

export interface Damage {
  readonly name: string;
  readonly wear: (note: string, chance: Chance) => string;
}

const upTo = (chance: Chance, least: number, most: number): number => least + Math.floor(chance() * (most - least + 1));
const oneOf = <T>(chance: Chance, list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
const lines = (note: string, to: (line: string, i: number) => string): string => note.split("\n").map(to).join("\n");
const filled = (note: string, to: (line: string, i: number) => string): string =>
  lines(note, (l, i) => (l.trim() === "" ? l : to(l, i)));

/** Changes each match with a probability. */
const some = (note: string, what: RegExp, p: number, chance: Chance, to: (m: string) => string): string =>
  note.replace(what, (m) => (chance() < p ? to(m) : m));

/** Breaks lines at a width, with `hyphen` also within words. */
export function wrap(note: string, width: number, hyphen: boolean, end = "\n"): string {
  return note
    .split("\n")
    .map((line) => {
      const out: string[] = [];
      let rest = line;
      while (rest.length > width) {
        const cut = rest.lastIndexOf(" ", width);
        const word = /^[a-z]{8,}/.exec(rest.slice(cut + 1));
        const room = width - cut - 2;
        if (hyphen && word && room >= 4 && word[0].length - room >= 3) {
          out.push(`${rest.slice(0, cut + 1 + room)}-`);
          rest = rest.slice(cut + 1 + room);
        } else if (cut <= 0) break;
        else {
          out.push(rest.slice(0, cut));
          rest = rest.slice(cut + 1);
        }
      }
      return [...out, rest].join(end);
    })
    .join(end === "\n" ? "\n" : "\n\n");
}

/** Puts `what` at spaces of the note, `times` times. */
function atSpaces(note: string, times: number, chance: Chance, what: () => string): string {
  const places = [...note.matchAll(/ /g)].map((m) => m.index);
  const chosen = new Set(Array.from({ length: times }, () => oneOf(chance, places)));
  return note.replace(/ /g, (space, at: number) => (chosen.has(at) ? what() : space));
}

const PAGE_ENDS = [
  "Page 2 of 3",
  "DOE, JANE   MRN: 0012345   DOB: 01/01/1960\nPage 2 of 3",
  "06/21/2022 14:05 FAX                 PAGE 02/03",
  "Printed 06/21/2022 14:05 by SMITH, A.\n\f\nPatient: DOE, JANE   MRN 0012345   Page 3 of 4\n",
  "\f",
  "- 2 -",
];

const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/rn/, "m"],
  [/m/, "rn"],
  [/l/, "1"],
  [/l/, "I"],
  [/i/, "l"],
  [/o/, "0"],
  [/O/, "0"],
  [/cl/, "d"],
  [/d/, "cl"],
  [/e/, "c"],
  [/c/, "e"],
  [/t/, "l"],
  [/h/, "b"],
  [/s/, "5"],
  [/u/, "ii"],
];

/** One sign of the word misread. */
function misread(word: string, chance: Chance): string {
  const able = LOOKALIKES.filter(([from]) => from.test(word));
  if (able.length === 0) return word;
  const [from, to] = oneOf(chance, able);
  return word.replace(from, to);
}

/** One slip of the hand in the word. */
function mistype(word: string, chance: Chance): string {
  const k = upTo(chance, 1, word.length - 2);
  switch (upTo(chance, 0, 3)) {
    case 0:
      return word.slice(0, k) + word.slice(k + 1);
    case 1:
      return `${word.slice(0, k)}${word[k + 1]}${word[k]}${word.slice(k + 2)}`;
    case 2:
      return word.slice(0, k) + word[k] + word.slice(k);
    default:
      return word.slice(0, k) + oneOf(chance, Array.from("aeiounrst")) + word.slice(k + 1);
  }
}

const WORDS = /[A-Za-z]+/g;
const LONG = /[A-Za-z]{5,}/g;

const PLACES: readonly Damage[] = [
  { name: "wrapped at any width", wear: (n, c) => wrap(n, upTo(c, 22, 110), false) },
  { name: "wrapped, words broken", wear: (n, c) => wrap(n, upTo(c, 28, 90), true) },
  { name: "wrapped, blank lines between", wear: (n, c) => wrap(n, upTo(c, 40, 90), false, "\n\n") },
  { name: "line breaks anywhere", wear: (n, c) => atSpaces(n, 3, c, () => "\n") },
  { name: "blank line anywhere", wear: (n, c) => atSpaces(n, 1, c, () => "\n\n") },
  { name: "page turned anywhere", wear: (n, c) => atSpaces(n, 1, c, () => `\n${oneOf(c, PAGE_ENDS)}\n`) },
  {
    name: "page turned, wrapped",
    wear: (n, c) => {
      const all = wrap(n, upTo(c, 50, 90), false).split("\n");
      all.splice(upTo(c, 1, all.length), 0, oneOf(c, PAGE_ENDS));
      return all.join("\n");
    },
  },
  {
    name: "numbered lines, wrapped",
    wear: (n, c) => filled(wrap(n, upTo(c, 50, 90), false), (l, i) => `${i + 1}  ${l}`),
  },
  { name: "quoted in a mail", wear: (n, c) => lines(wrap(n, upTo(c, 60, 76), false), (l) => `> ${l}`) },
  {
    name: "times at line starts",
    wear: (n, c) => filled(n, (l, i) => `[00:${String(upTo(c, 0, 9) + 10)}:${String(10 + (i % 50))}] ${l}`),
  },
  { name: "speaker at line starts", wear: (n) => filled(n, (l) => `Dr. Smith: ${l}`) },
  {
    name: "bullets before lines",
    wear: (n, c) => filled(n, (l) => `${oneOf(c, ["•", "▪", "●", "◦", "–", "*", "➢", "►", ""])} ${l}`),
  },
  { name: "spaces and tabs", wear: (n, c) => some(n, / /g, 0.2, c, () => oneOf(c, ["  ", "\t", "   "])) },
];

const SIGNS: readonly Damage[] = [
  { name: "misread, few words", wear: (n, c) => some(n, WORDS, 0.04, c, (w) => misread(w, c)) },
  { name: "misread, many words", wear: (n, c) => some(n, WORDS, 0.15, c, (w) => misread(w, c)) },
  { name: "slips, few words", wear: (n, c) => some(n, LONG, 0.06, c, (w) => mistype(w, c)) },
  { name: "slips, many words", wear: (n, c) => some(n, LONG, 0.2, c, (w) => mistype(w, c)) },
  {
    name: "deciding words damaged",
    wear: (n, c) =>
      n.replace(/\b(?:not|no|without|deferred|left alone|held|spared|declined|denied)\b/gi, (w) => misread(w, c)),
  },
  { name: "spaces lost, few", wear: (n, c) => some(n, / /g, 0.04, c, () => "") },
  { name: "spaces lost, many", wear: (n, c) => some(n, / /g, 0.2, c, () => "") },
  { name: "words torn, few", wear: (n, c) => some(n, LONG, 0.06, c, (w) => tear(w, c)) },
  { name: "words torn, many", wear: (n, c) => some(n, LONG, 0.25, c, (w) => tear(w, c)) },
  { name: "signs lost", wear: (n, c) => some(n, /[.,;:()-]/g, 0.15, c, () => "") },
  { name: "all signs lost", wear: (n) => n.replace(/[,;:()]|\.(?!\d)/g, "") },
  { name: "full stops lost", wear: (n) => n.replace(/\.(?=\s)/g, "") },
  { name: "signs doubled", wear: (n, c) => some(n, /[.,;:](?=\s)/g, 0.5, c, (m) => m + m) },
  { name: "false stops", wear: (n, c) => some(n, / (?=[a-z])/g, 0.05, c, () => ". ") },
  { name: "Title Case", wear: (n) => n.replace(WORDS, (w) => (w[0] as string).toUpperCase() + w.slice(1)) },
  {
    name: "invisible signs",
    wear: (n, c) =>
      n.replace(/[a-z ]/g, (m) => (c() < 0.05 ? m + oneOf(c, ["\u200b", "\u200f", "\u00ad", "\ufeff", "\u2060"]) : m)),
  },
  {
    name: "strange spaces and dashes",
    wear: (n, c) =>
      some(n, / /g, 0.3, c, () => oneOf(c, ["\u00a0", "\u2009", "\u202f", "\u3000"])).replace(/-/g, "\u2011"),
  },
];

const tear = (w: string, chance: Chance): string => {
  const k = upTo(chance, 2, w.length - 2);
  return `${w.slice(0, k)} ${w.slice(k)}`;
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "%": "&#37;",
};
const escaped = (s: string): string => s.replace(/[&<>"'%]/g, (m) => ENTITIES[m] as string);

const MACHINES: readonly Damage[] = [
  {
    name: "HTML paragraphs",
    wear: (n) =>
      n
        .split("\n")
        .map((l) => `<p>${escaped(l)}</p>`)
        .join(""),
  },
  {
    name: "HTML breaks, bold words",
    wear: (n, c) =>
      some(escaped(n), /(?<![&#])\b[a-z]{4,}\b(?!;)/g, 0.1, c, (w) => `<b>${w}</b>`)
        .replaceAll("\n", "<br/>\n")
        .replace(/ /g, (s) => (c() < 0.1 ? "&nbsp;" : s)),
  },
  {
    name: "HTML list",
    wear: (n) =>
      `<ul class="note">\n${filled(n, (l) => `  <li><span style="color:#000">${escaped(l)}</span></li>`)}\n</ul>`,
  },
  { name: "XML", wear: (n) => `<?xml version="1.0"?><note><text xml:space="preserve">${escaped(n)}</text></note>` },
  {
    name: "RTF",
    wear: (n, c) =>
      `{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Arial;}}\\f0\\fs20 ${some(n, /\b[a-z]{4,}\b/g, 0.1, c, (w) => `{\\b ${w}}`)
        .replaceAll("'", "\\'92")
        .replaceAll("\n", "\\par\n")}\\par}`,
  },
  { name: "remnants of RTF", wear: (n) => n.replaceAll("\n", "\\par\n") },
  {
    name: "markdown",
    wear: (n, c) => some(n, /\b[A-Za-z]{4,}\b/g, 0.1, c, (w) => oneOf(c, [`**${w}**`, `*${w}*`, `_${w}_`, `__${w}__`])),
  },
  { name: "JSON text", wear: (n) => JSON.stringify({ id: 17, note: n }) },
  { name: "JSON lines", wear: (n) => JSON.stringify({ lines: n.split("\n") }, null, 1) },
  { name: "CSV field", wear: (n) => `id,date,note\n17,2024-01-01,"${n.replaceAll('"', '""')}"\n` },
  {
    name: "HL7 segments",
    wear: (n) =>
      filled(n, (l, i) => `OBX|${i + 1}|TX|NOTE^Note||${l.replaceAll("&", "\\T\\").replaceAll("|", "\\F\\")}||||||F`),
  },
  {
    name: "HL7 one segment",
    wear: (n) =>
      `MSH|^~\\&|A|B|C|D|20240101||ORU^R01|1|P|2.3\nOBX|1|TX|NOTE^Note||${n.replaceAll("&", "\\T\\").replaceAll("|", "\\F\\").replaceAll("\n", "~")}||||||F\n`,
  },
  {
    name: "quoted-printable",
    wear: (n) =>
      lines(n, (l) => {
        const coded = [...new TextEncoder().encode(l)]
          .map((b) =>
            b === 61 || b > 126 || (b < 32 && b !== 9)
              ? `=${b.toString(16).toUpperCase().padStart(2, "0")}`
              : String.fromCharCode(b),
          )
          .join("");
        return (coded.replace(/ $/, "=20").match(/(?:=..|[^=]){1,72}/g) ?? [""]).join("=\n");
      }),
  },
  { name: "underscores for spaces", wear: (n, c) => some(n, /(?<=[A-Za-z]) (?=[A-Za-z])/g, 0.5, c, () => "_") },
];

/** Every damage; each is seeded by its place here, the note's and the seed asked for. */
export const DAMAGES: readonly Damage[] = [...PLACES, ...SIGNS, ...MACHINES];
