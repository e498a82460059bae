/**
 * The proof sheet: one page a coder can put in front of a doctor. The answer, the note's own words with marks,
 * the count, the rule, where it is written, what would change it. Nothing stands on it that is not in the
 * determination or in the rules of the book that it names.
 */
import type { Determination } from "../coding/determination.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { sourceRuns } from "./citations.ts";
import { made, paragraph, part, points, refused, type Block, type Made, type Words } from "./document.ts";
import { counted, elements, fewer, once, rules, wordsOfNote } from "./evidence.ts";
import { checkBasis, footerOf } from "./basis.ts";
import { citationsOf, codeAndUnits, mentionName, needlesStated, notCounted, total } from "./tell.ts";
import { STATUS_WORDS } from "./words.ts";

/** More would not fit on a page, and nobody would read it. What is left out is said to be. */
const MOST = { lines: 9, sources: 6, seen: 6 };

/**
 * The sheet for a determination and the note it was made from (null when it was made from facts). Refused as
 * `checkBasis` says.
 */
export function proofOf(d: Determination, note: string | null, book: Rulebook): Made {
  const flaws = checkBasis(d, note, book);
  if (flaws.length > 0) return refused(...flaws);
  const quoted = wordsOfNote(d, note);
  return made({
    type: "proof",
    title: "Why this code",
    subtitle: `Date of service ${d.dateOfService}${d.id === "" ? "" : `, encounter ${d.id}`}`,
    date: d.dateOfService,
    footer: footerOf(d, book),
    blocks: [
      answer(d),
      ...part("Counted in the note", counted(d), elements(d, note, book), needles(d)),
      ...part("The note's own words", quoted, legend(quoted)),
      ...part("Named in the note and not counted", points(seen(d, book))),
      ...part("The rule", ...rules(d, book)),
      ...part("Where it is written", points(written(d, book))),
      ...part("In doubt", points(doubts(d))),
      ...part("What would change it", points(changes(d))),
    ],
  });
}

function answer(d: Determination): Block {
  const none = "Nothing of the procedures in this rulebook was done, as far as the note says.";
  if (d.status === "none") return { kind: "answer", tone: "none", lines: [{ label: "No code", says: none }] };
  const lines = d.lines.map((l) => ({ label: codeAndUnits(l), says: l.says }));
  if (d.status === "determined") return { kind: "answer", tone: "stands", lines };
  const says =
    lines.length > 0
      ? "The note is short of a fact. What it supports today:"
      : "The note is short of a fact, and supports no code yet.";
  return { kind: "answer", tone: "open", lines: [{ label: "Ask first", says }, ...lines.slice(0, MOST.lines)] };
}

function needles(d: Determination): Block | null {
  const stated = total(d.counts) === null ? null : needlesStated(d.counts);
  return stated === null ? null : paragraph(stated, "quiet");
}

function legend(quoted: Block | null): Block | null {
  if (quoted?.kind !== "excerpt") return null;
  const looks = new Set(quoted.lines.flatMap((line) => line?.words.map((w) => w.look) ?? []));
  const told: Words = [
    ...(looks.has("counted") ? [{ text: "counted", look: "counted" } as const, "  "] : []),
    ...(looks.has("asked") ? [{ text: "to be asked about", look: "asked" } as const, "  "] : []),
    ...(looks.has("seen") ? [{ text: "named, not counted", look: "seen" } as const] : []),
  ];
  return told.length === 0 ? null : paragraph(told, "quiet");
}

function seen(d: Determination, book: Rulebook): readonly Words[] {
  return [...notCounted(d)].map(([status, mentions]) => {
    const names = once(mentions.map((m) => mentionName(m, book)));
    return [{ text: `${STATUS_WORDS[status]}: `, look: "quiet" as const }, fewer(names, MOST.seen).join(", ")];
  });
}

function written(d: Determination, book: Rulebook): readonly Words[] {
  const all = citationsOf(d, book).map((c) => sourceRuns(c.cite, book, c.rule));
  return all.length <= MOST.sources ? all : [...all.slice(0, MOST.sources), `and ${all.length - MOST.sources} more`];
}

function doubts(d: Determination): readonly Words[] {
  const contested = d.contested
    .filter((c) => c.matters)
    .map((c): Words => {
      const answers = c.answers.map((a) => {
        const codes = a.codes.join(" or ") || "no code";
        return `${a.position === c.applied ? "Taken here" : "Otherwise"} (${codes}): ${a.says}`;
      });
      return [{ text: `${c.asks} `, look: "strong" }, answers.join(" ")];
    });
  return [
    ...contested,
    ...d.conflicts.map((c) => `${c.reason} ${c.remedy}`),
    ...d.queries.map((q) => `${q.why} ${q.asks}`),
  ];
}

function changes(d: Determination): readonly Words[] {
  return d.wouldChange.map((c) => [
    `${c.says}: `,
    { text: c.codes.length > 0 ? c.codes.join(" + ") : "no code", look: "strong" },
  ]);
}
