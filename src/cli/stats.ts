/** `rulebook stats`: what the book holds, and what it rests on. */
import { runExamples } from "../coding/examples.ts";
import { makeReader } from "../note/read.ts";
import type { Citation, Rulebook } from "../rulebook/types.ts";
import { compiled } from "./check.ts";
import { Refused } from "./findings.ts";
import { print, printJson } from "./output.ts";

type Count = Record<string, number>;

/** Prints the table. Throws Refused with the findings when the book has errors. */
export async function stats(folder: string | undefined, options: { readonly json?: boolean }): Promise<number> {
  const { book, findings, examples } = compiled(folder);
  if (book === null) throw new Refused(...findings);
  const run = runExamples(book, examples, makeReader(book));
  const numbers = {
    ...count(book),
    examples: { hold: run.passed, "do not hold": run.failed, "cannot be run yet": run.skipped },
    "past review": findings.filter((f) => f.code === "NP1070").length,
  };
  if (options.json) await printJson({ kind: "rulebook-stats", ...numbers });
  else await print(table(book, numbers));
  return 0;
}

/** A rule: a dated statement that can decide, with what it rests on. */
function rulesOf(book: Rulebook): readonly (readonly Citation[])[] {
  return [
    ...Object.values(book.codes).flatMap((code) => code.editions.map((e) => e.cite)),
    ...book.families.flatMap((f) => f.editions.flatMap((e) => e.rows.map((row) => row.cite))),
    ...book.imaging.map((rule) => rule.cite),
    ...book.drugs.flatMap((drug) => drug.lines.map((line) => line.cite)),
  ];
}

function count(book: Rulebook) {
  const rules = rulesOf(book);
  const opinions = [...book.conventions.map((c) => c.cite), ...book.beliefs.flatMap((b) => [b.cite, b.saidBy])];
  const tierOf = (c: Citation): string => book.sources[c.source]?.tier ?? "unknown";
  return {
    holds: {
      codes: Object.keys(book.codes).length,
      families: book.families.length,
      rules: rules.length,
      structures: Object.keys(book.structures).length,
      "ways to write them": book.terms.length,
      "cue words": book.cues.length,
      "contested points": book.conventions.length,
      beliefs: book.beliefs.length,
      gaps: book.gaps.length,
      sources: Object.keys(book.sources).length,
    },
    families: Object.fromEntries(book.families.map((f) => [f.id, years(f.coverage)])),
    structures: tally(Object.values(book.structures).map((s) => s.kind)),
    "sources by tier": tally(Object.values(book.sources).map((s) => s.tier)),
    "sources by how they were read": tally(Object.values(book.sources).map((s) => s.how)),
    "citations by tier": tally([...rules, ...opinions].flat().map(tierOf)),
    "citations by how they were read": tally([...rules, ...opinions].flat().map((c) => c.how)),
    // A rule counts for every tier that stands behind it.
    "rules by tier behind them": tally(rules.flatMap((cite) => [...new Set(cite.map(tierOf))])),
  };
}

function tally(words: readonly string[]): Count {
  const counts: Count = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

const years = ({ from, until }: { from: string; until: string | null }): string => `${from} to ${until ?? "today"}`;

function table(book: Rulebook, numbers: Record<string, unknown>): string {
  const lines = [
    `Rulebook ${book.version}, for dates of service from ${book.horizon.from} up to, not including, ${book.horizon.until}`,
    book.hash,
  ];
  for (const [title, value] of Object.entries(numbers)) {
    if (typeof value !== "object" || value === null) lines.push("", `${title}: ${String(value)}`);
    else {
      lines.push("", title);
      const width = Math.max(...Object.keys(value).map((key) => key.length));
      for (const [key, v] of Object.entries(value)) lines.push(`  ${key.padEnd(width)}  ${String(v).padStart(5)}`);
    }
  }
  return lines.join("\n");
}
