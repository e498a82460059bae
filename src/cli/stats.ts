/** `rulebook stats`: what the book holds, what it rests on, and what should be looked at again. */
import { runExamples } from "../coding/examples.ts";
import { makeReader } from "../note/read.ts";
import { checkExamples, type CoverageCase } from "../policy/example.ts";
import type { Compiled } from "../rulebook/compile/compile.ts";
import { statsOf, type BookStats, type Part } from "../rulebook/stats.ts";
import { tableStats, type TableStats } from "../rulebook/table-stats.ts";
import { compiled } from "./check.ts";
import { Refused } from "./findings.ts";
import { print, printJson } from "./output.ts";

interface ExampleStats {
  /** current, superseded, contested, open, payer-specific, coverage. */
  readonly status: string;
  readonly hold: number;
  readonly fail: number;
  readonly skipped: number;
}

/** Prints the table and gives the exit code. Throws Refused with the findings when the book has errors. */
export async function stats(folder: string | undefined, options: { readonly json?: boolean }): Promise<number> {
  const all = compiled(folder);
  const { book, edits, diagnoses, findings } = all;
  if (book === null) throw new Refused(...findings);
  // Review dates are judged today; no answer to a note depends on it.
  const numbers = statsOf(book, new Date().toISOString().slice(0, 10));
  const tables = edits === null || diagnoses === null ? [] : tableStats(edits, diagnoses);
  const examples = exampleStats(all);
  const due = findings.filter((f) => f.code === "NP1070").map((f) => f.reason);
  if (options.json) await printJson({ kind: "rulebook-stats", ...numbers, examples, tables, pastReview: due });
  else await print(text(numbers, examples, tables, due).join("\n"));
  return 0;
}

function exampleStats({ book, policies, examples, coverageExamples }: Compiled): readonly ExampleStats[] {
  if (book === null) return [];
  const { results } = runExamples(book, examples, makeReader(book));
  const by = new Map<string, { hold: number; fail: number; skipped: number }>();
  results.forEach((result, i) => {
    const status = examples[i]!.status;
    const counts = by.get(status) ?? { hold: 0, fail: 0, skipped: 0 };
    by.set(status, counts);
    counts[result.outcome === "pass" ? "hold" : result.outcome === "fail" ? "fail" : "skipped"]++;
  });
  const payers = coverageExamples as readonly CoverageCase[];
  if (policies !== null && payers.length > 0) {
    const { failed } = checkExamples(payers, policies);
    by.set("coverage", { hold: payers.length - failed, fail: failed, skipped: 0 });
  }
  return [...by].map(([status, counts]) => ({ status, ...counts }));
}

function text(
  s: BookStats,
  examples: readonly ExampleStats[],
  tables: readonly TableStats[],
  due: readonly string[],
): readonly string[] {
  const { counts: c } = s;
  return [
    `Rulebook ${s.version}`,
    `For dates of service from ${s.horizon.from} up to, not including, ${s.horizon.until}`,
    s.hash,
    ...grid(
      "Holds",
      ["", "number"],
      [
        ["rules (what is dated and can decide)", c.rules],
        ["  code editions", c.codeEditions],
        ["  rows of decision tables", c.rows],
        ["  imaging rules", c.imaging],
        ["  supply lines", c.drugLines],
        ["codes", c.codes],
        ["families, of which not coded", `${c.families}, ${c.familiesNotCoded}`],
        ["structures", c.structures],
        ["ways to write them", c.terms],
        ["cue words", c.cues],
        ["contested points", c.conventions],
        ["beliefs", c.beliefs],
        ["declared gaps", c.gaps],
        ["sources", c.sources],
      ],
    ),
    ...restOn("By tier", s.citations.byTier, s.restOn.byTier),
    ...restOn("By how it was read", s.citations.byHow, s.restOn.byHow),
    ...grid(
      "Worked examples",
      ["status", "hold", "fail", "skipped"],
      [...examples, sum(examples)].map((e) => [e.status, e.hold, e.fail, e.skipped]),
    ),
    ...grid(
      "Families",
      ["family", "from", "until", "editions", "rows", "review by"],
      s.families.map((f) => [
        f.id,
        f.from,
        f.until ?? "open",
        f.editions,
        f.coded ? f.rows : "not coded",
        `${f.reviewBy}${f.pastReview === true ? " PAST" : ""}`,
      ]),
    ),
    ...grid(
      "Tables",
      ["table", "edition", "from", "until", "codes", "rows"],
      tables.map((t) => [t.table, t.edition, t.from, t.until, t.codes, t.rows]),
    ),
    "",
    `Past its review date: ${due.length === 0 ? "nothing" : due.length}`,
    ...due.map((reason) => `  ${reason}`),
  ];
}

const sum = (examples: readonly ExampleStats[]): ExampleStats => ({
  status: "all",
  hold: examples.reduce((n, e) => n + e.hold, 0),
  fail: examples.reduce((n, e) => n + e.fail, 0),
  skipped: examples.reduce((n, e) => n + e.skipped, 0),
});

/** Citations as they stand, and rules by the best that stands behind each. */
function restOn<T extends string>(
  title: string,
  citations: readonly Part<T>[],
  rules: readonly Part<T>[],
): readonly string[] {
  return grid(
    title,
    ["", "citations", "share", "rules resting on it", "share"],
    citations.map((part, i) => [part.what, part.count, percent(part), rules[i]!.count, percent(rules[i]!)]),
  );
}

const percent = ({ share }: Part<string>): string => `${(share * 100).toFixed(1)} %`;

/** A titled table: the first column to the left, the rest to the right. */
function grid(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): readonly string[] {
  if (rows.length === 0) return [];
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ")}`.trimEnd();
  return ["", title, ...cells.map(line)];
}
