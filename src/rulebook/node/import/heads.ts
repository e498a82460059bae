/** Column heads of official tables: found by their words, since CMS moves columns from year to year. */
import type { Finding } from "../../../base/finding.ts";
import { wrongColumns, wrongKind } from "./problems.ts";

export interface Head<T extends string> {
  readonly column: Readonly<Record<T, number>>;
  /** Index of the first row after the head. */
  readonly next: number;
}

export interface HeadForm<T extends string> {
  /** Which row is the head, by its first cell. */
  readonly starts: RegExp;
  /** Heads stand over each other in up to so many rows above. */
  readonly above: number;
  /** Column to the words of its head, joined from above, in lower case. */
  readonly columns: Readonly<Record<T, RegExp>>;
  /** For the finding: "the NCCI pairs of CMS". */
  readonly expected: string;
}

/**
 * The head among the first rows, or the finding that says what is wrong: NP8002 when it is no such table, NP8003 when
 * columns are missing.
 */
export function findHead<T extends string>(
  name: string,
  first: readonly (readonly string[])[],
  form: HeadForm<T>,
): Head<T> | Finding {
  const at = first.findIndex((row) => form.starts.test(plain(row[0])));
  if (at < 0) return wrongKind(name, form.expected, looksLike(first));
  const width = first[at]!.length;
  const heads = Array.from({ length: width }, (_, c) =>
    first
      .slice(Math.max(0, at - form.above), at + 1)
      .map((row) => plain(row[c]))
      .filter((words) => words !== "")
      .join(" "),
  );
  const column = {} as Record<T, number>;
  const missing: string[] = [];
  for (const id of Object.keys(form.columns) as T[]) {
    column[id] = heads.findIndex((words) => form.columns[id].test(words));
    if (column[id] < 0) missing.push(id);
  }
  if (missing.length > 0)
    return wrongColumns(
      name,
      missing,
      heads
        .filter((h) => h !== "")
        .join(" | ")
        .slice(0, 200) || "no heads",
    );
  return { column, next: at + 1 };
}

/** Is it a finding, and not what was asked for? */
export const isFinding = (x: object): x is Finding => "kind" in x && x.kind === "finding";

const plain = (cell: string | undefined): string => (cell ?? "").replace(/\s+/g, " ").trim().toLowerCase();

const LOOKS: readonly [RegExp, string][] = [
  [/column ?1 ?\/ ?column ?2/, "NCCI pairs"],
  [/mue values/, "medically unlikely edits"],
  [/relative value file/, "the relative value file"],
  [/add-?on/, "add-on code edits"],
  [/hcpc.*long description/, "the HCPCS file"],
  [/article_id|lcd_id/, "the coverage database"],
];

/** What the first rows look like, in words for a finding; never their text. */
export function looksLike(first: readonly (readonly string[])[]): string {
  const text = first.flat().map(plain).join(" ");
  if (/\b\d{5} [a-z]\d\d\S* +[01] /.test(text)) return "an ICD-10-CM order file";
  const found = LOOKS.find(([words]) => words.test(text));
  return found === undefined ? "none of the layouts known here" : found[1];
}
