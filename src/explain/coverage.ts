/**
 * The payer's answer as a block of text, after the code and never mixed into it. Three lines first: the correct
 * code, what this payer says to bill, whether it covers it; then what decides, what is open, what was not read.
 */
import type { BilledLine } from "../coding/determination.ts";
import type { Coverage, Covered, Requirement } from "../policy/types.ts";
import { sourceLine } from "./citations.ts";
import { datesOf, EXTENT_WORDS, KIND_WORDS, WEIGHT_WORDS } from "./policy-words.ts";
import { lineOf, quoted } from "./words.ts";
import { labelled, PLAIN, wrap, type Painter } from "./wrap.ts";

interface Options {
  readonly width?: number;
  readonly color?: Painter | null;
  /** The note, for its words and line numbers. */
  readonly note?: string;
}

/** Whether the payer covers it, in words. */
export const COVERED_WORDS: Readonly<Record<Covered, string>> = {
  likely: "likely",
  not: "no",
  "cannot-tell": "cannot tell yet",
};

const COLUMN = 16;

/** Lines of the block, `width` columns each. The same coverage gives the same bytes. */
export function coverageLines(c: Coverage, options: Options = {}): string[] {
  const width = options.width ?? 80;
  const paint = options.color ?? PLAIN;
  const { payer, requirements } = c;
  const where = [payer.state, payer.contractor].filter((x) => x !== null).join(", ");
  const out = [paint.bold(`Payer: ${payer.name}${where === "" ? "" : `, ${where}`}`)];
  const row = (label: string, text: string): void => void out.push(...labelled(`  ${label}`, text, width, COLUMN));
  row(
    "Correct code",
    c.correct.length === 0
      ? "none yet"
      : `${c.correct.map(line).join(" + ")}${c.codeSettled ? "" : " at least; the code itself is asked"}`,
  );
  row("To bill", c.billAs.length === 0 ? "nothing yet" : billed(c));
  row("Covered", COVERED_WORDS[c.covered]);
  if (c.lines.length > 1) for (const l of c.lines) row("", `${l.code}: ${COVERED_WORDS[l.covered]}`);
  if (c.nextEligible !== null) row("Next eligible", `${c.nextEligible}, as far as the history goes`);

  const list = (title: string, items: readonly string[]): void => {
    if (items.length > 0) out.push(`  ${title}`, ...items.flatMap((i) => wrap(`- ${i}`, width, 6, 4)));
  };
  const note = options.note;
  const failing = requirements.filter((r) => r.status === "not-met");
  const decisive = (r: Requirement): boolean => r.weight === "decides";
  list(
    "Not met",
    failing.filter(decisive).map((r) => told(r, c, note)),
  );
  list(
    "Not met, by what may not decide",
    failing.filter((r) => !decisive(r)).map((r) => told(r, c, note)),
  );
  list("What would settle it", c.settles);
  list(
    "Left open by the text",
    requirements.filter((r) => r.status === "policy-silent" && r.open).map((r) => told(r, c, note)),
  );
  list(
    "Met",
    requirements.filter((r) => r.status === "met").map((r) => `${r.says} ${found(r, note)}${mark(r)}`),
  );
  list(
    "Not read, and not enforced",
    requirements.filter((r) => r.status === "text-not-read").map((r) => r.says),
  );
  list(
    "The text says nothing of it",
    requirements.filter((r) => r.status === "policy-silent" && !r.open).map((r) => r.says),
  );
  const aside = requirements.filter((r) => r.status === "not-applicable").length;
  if (aside > 0)
    out.push(
      ...wrap(`${aside} more ${aside === 1 ? "requirement does" : "requirements do"} not apply here.`, width, 2),
    );
  list(
    "Where policies differ",
    c.conflicts.map((x) => `${x.says} ${x.wins === null ? "Neither says which governs." : `${x.wins} goes before.`}`),
  );
  list(
    "Worth knowing",
    c.notes.map((n) => n.says),
  );
  list(
    "Documents",
    c.policies.map((p) => {
      const head = `${p.number === null ? "" : `${p.number}: `}${p.title} (${p.own ? "your own policy" : KIND_WORDS[p.kind]})`;
      const cite = p.citations[0]!;
      return `${head}, ${datesOf(p)}; ${EXTENT_WORDS[p.read]}. ${sourceLine(cite.source, c, cite)}`;
    }),
  );
  for (const f of c.findings) out.push(...wrap(`${f.reason} ${f.remedy}`, width, 4, 2));
  return out;
}

const line = (l: BilledLine): string => `${[l.code, ...l.modifiers].join("-")} x${l.units}`;

function billed(c: Coverage): string {
  const asks = c.billAs.filter((l) => l.changed);
  const lines = c.billAs.map(line).join(" + ");
  return asks.length === 0
    ? `${lines}: the correct code; nothing else is asked for`
    : `${lines}: ${asks.map((l) => l.says).join(" ")}`;
}

/** The requirement, what was found with the note's words, and where it is written. */
function told(r: Requirement, c: Coverage, note?: string): string {
  const cite = r.citations[0];
  const by = c.policies.find((p) => p.id === r.policy);
  const place =
    cite === undefined ? "" : ` ${by?.number ?? r.policy}, ${datesOf(r)}: ${sourceLine(cite.source, c, cite)}`;
  return `${r.says} ${found(r, note)}${mark(r)}${place}`;
}

function found(r: Requirement, note?: string): string {
  const places = [...new Set(r.evidence.map((x) => `${x.start} ${x.end}`))].map(
    (x) => x.split(" ").map(Number) as [number, number],
  );
  const shown =
    note === undefined
      ? []
      : places
          .slice(0, 3)
          .map(([start, end]) => `line ${lineOf(note, start)} ${quoted({ text: note.slice(start, end) })}`);
  const words = [r.found, ...shown].filter((x) => x !== "").join("; ");
  return words === "" ? "" : `Found: ${words}.`;
}

const mark = (r: Requirement): string => (WEIGHT_WORDS[r.weight] === "" ? "" : ` [${WEIGHT_WORDS[r.weight]}]`);
