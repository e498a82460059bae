/**
 * The question to the provider, by AHIMA/ACDIS practice: what the record says and where, an open question or
 * choices with "other" and "unable to determine", room for the answer. Nothing of payment, of a count that
 * would be enough, or of the code that would follow: what a line of the note itself says of these is left out.
 */
import type { Determination, Query } from "../coding/determination.ts";
import { shortHash } from "../rulebook/hash.ts";
import { leads } from "../rulebook/leading.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { checkBasis } from "./basis.ts";
import {
  blank,
  boxes,
  heading,
  made,
  paragraph,
  refused,
  runs,
  type Block,
  type ExcerptLine,
  type Made,
} from "./document.ts";
import { excerptOf } from "./excerpt.ts";
import { nothingToAsk } from "./problems.ts";

const MOST_LINES = 8;

/**
 * The questions of a determination as one letter, by source `ahima-acdis-query-2022`; refused with NP5013 when there
 * are none, and as `checkBasis` says.
 */
export function queryOf(d: Determination, note: string | null, book: Rulebook): Made {
  const flaws = checkBasis(d, note, book);
  if (flaws.length > 0) return refused(...flaws);
  if (d.queries.length === 0) return refused(nothingToAsk());
  return made({
    type: "query",
    title: "Question to the provider",
    subtitle: `Procedure note of ${d.dateOfService}${d.id === "" ? "" : `, encounter ${d.id}`}`,
    date: d.dateOfService,
    footer: `Please answer from your own knowledge of the visit. Input ${shortHash(d.receipt.input)}.`,
    blocks: [
      paragraph(
        "Your procedure note leaves open what is asked below. Please answer in your own words or tick what " +
          "applies, and add the answer to the record as a dated addendum. Any answer is right that says what was done.",
      ),
      ...d.queries.flatMap((q, i) => question(q, note, d.queries.length > 1 ? `Question ${i + 1}` : "Question")),
      heading("Answered by"),
      blank("Provider, signature, date"),
    ],
  });
}

function question(q: Query, note: string | null, title: string): readonly Block[] {
  const asked = note === null ? [] : quotation(q, note);
  const choices = q.options.filter((o) => !/^(?:other|unable to determine)\b/i.test(o));
  return [
    heading(title),
    paragraph([{ text: q.asks, look: "strong" }]),
    paragraph(q.why, "quiet"),
    ...(asked.length === 0 ? [] : [{ kind: "excerpt", lines: asked } as const]),
    // Without a choice that the record supports the question is open: room for words comes first.
    ...(choices.length === 0
      ? [blank("Answer", 2), boxes(q.options.filter((o) => /^unable/i.test(o)))]
      : [boxes(q.options.map((o) => (/^other\b/i.test(o) ? "Other (please specify): ____________________" : o)))]),
  ];
}

/** The lines that prompt the question. A line that names a code or money is cut to the words asked about, or to its number. */
function quotation(q: Query, note: string): readonly (ExcerptLine | null)[] {
  const marks = q.indicators.map(({ start, end }) => ({ start, end, look: "asked" as const }));
  return excerptOf(note, marks, MOST_LINES).map((line) => {
    if (line === null || leads(textOf(line), "record") === null) return line;
    const words = line.words.filter((w) => w.look === "asked" && leads(w.text, "record") === null);
    return { number: line.number, words: words.length > 0 ? words : [{ text: "(see this line of the note)" }] };
  });
}

const textOf = (line: ExcerptLine): string =>
  runs(line.words)
    .map((w) => w.text)
    .join("");
