/**
 * Procedure-to-procedure pairs. Column 1 is paid, column 2 only when the indicator is 1 and a modifier on one of
 * the two says that they differ. A pair that was deleted and is active again counts as active; indicator 9 is no
 * edit. One and the same side on both shows no difference.
 */
import type { IsoDate } from "../../base/dates.ts";
import type { Finding } from "../../base/finding.ts";
import type { EditBook, EditModifier, PairTable } from "../../rulebook/edit-types.ts";
import {
  earlierThanTables,
  laterThanTables,
  needsModifier,
  neverTogether,
  notInExtract,
  passesWith,
} from "./problems.ts";
import type { EditLine, Subject } from "./subject.ts";
import { editionOn, rowsOf, type Rows } from "./unpack.ts";

/** Tables of one edition: asked together. */
interface Quarter extends Pick<PairTable, "edition" | "from" | "until" | "cite"> {
  readonly parts: readonly {
    readonly table: PairTable;
    readonly rows: Rows;
    readonly codes: ReadonlySet<string>;
  }[];
}

export interface Pairs {
  /** Findings on a subject's pairs; codes for which that none was found says nothing go into `unknown`. */
  check(subject: Subject, day: IsoDate, unknown: Set<string>): readonly Finding[];
  /** What to say of the table itself for a day; null when it is the day's own. */
  caveat(day: IsoDate): Finding | null;
  /** The finding for what `check` put into `unknown`. */
  uncovered(codes: ReadonlySet<string>, day: IsoDate): Finding | null;
}

export function makePairs(book: EditBook): Pairs {
  const quarters = quartersOf(book);
  const modifiers = new Map(book.modifiers.map((m) => [m.id, m]));
  return {
    check({ who, lines, codes }, day, unknown) {
      const edition = editionOn(quarters, day);
      if (edition === undefined || codes.length < 2) return [];
      const { table: quarter, inside, on } = edition;
      const findings: Finding[] = [];
      for (let i = 1; i < codes.length; i++)
        for (let j = 0; j < i; j++) {
          const [a, b] = [codes[j]!, codes[i]!];
          const row = find(quarter, a, b, on) ?? find(quarter, b, a, on);
          if (row === undefined) {
            if (!covered(quarter, a, b)) unknown.add(a).add(b);
            continue;
          }
          const why = book.rationales[row.rationale] ?? row.rationale;
          const hit = { column1: row.column1, column2: row.column2, table: quarter, inside, why };
          if (row.indicator === "0") findings.push(neverTogether(who, hit));
          else {
            const used = apart(lines, row, modifiers);
            const asks = book.asks[row.rationale] ?? book.asks["default"] ?? "";
            findings.push(
              used.length === 0
                ? needsModifier(who, hit, asks, book.cite)
                : passesWith(who, hit, used, used.map((m) => modifiers.get(m)!.asks).join("; "), book.cite),
            );
          }
        }
      return findings;
    },
    caveat(day) {
      const edition = editionOn(quarters, day);
      if (edition === undefined) return earlierThanTables("NCCI pairs", day, quarters[0]?.from ?? null);
      return edition.inside ? null : laterThanTables("NCCI pairs", edition.table, day);
    },
    uncovered(codes, day) {
      const edition = editionOn(quarters, day);
      return codes.size === 0 || edition === undefined ? null : notInExtract([...codes].sort(), edition.table);
    },
  };
}

function quartersOf(book: EditBook): readonly Quarter[] {
  const byEdition = new Map<string, { table: PairTable; rows: Rows; codes: ReadonlySet<string> }[]>();
  for (const table of book.pairs) {
    const key = `${table.from} ${table.until}`;
    const part = { table, rows: rowsOf(table.rows), codes: new Set(table.codes) };
    const before = byEdition.get(key);
    if (before === undefined) byEdition.set(key, [part]);
    else before.push(part);
  }
  return [...byEdition.values()].map((parts) => {
    const { edition, from, until, cite } = parts[0]!.table;
    return { edition, from, until, cite, parts };
  });
}

interface PairRow {
  readonly column1: string;
  readonly column2: string;
  readonly indicator: string;
  readonly rationale: string;
}

function find(quarter: Quarter, column1: string, column2: string, on: IsoDate): PairRow | undefined {
  for (const { rows } of quarter.parts)
    for (const [second, from = "", until = "", indicator = "", rationale = ""] of rows(column1)) {
      if (second !== column2 || indicator === "9") continue;
      if (from <= on && (until === "" || on < until)) return { column1, column2, indicator, rationale };
    }
  return undefined;
}

/** Would the loaded rows hold this pair if there were an edit? */
function covered(quarter: Quarter, a: string, b: string): boolean {
  return quarter.parts.some(({ table, codes }) =>
    table.scope === "complete"
      ? true
      : table.scope === "among"
        ? codes.has(a) && codes.has(b)
        : table.scope === "touching" && (codes.has(a) || codes.has(b)),
  );
}

/**
 * Modifiers that set the two codes apart: one such as 59 on every line of either code; or sides and digits on
 * every line of both, none of them on lines of both.
 */
function apart(
  lines: readonly EditLine[],
  { column1, column2 }: PairRow,
  known: ReadonlyMap<string, EditModifier>,
): readonly string[] {
  const of = (code: string, sites: boolean): readonly (readonly string[])[] =>
    lines
      .filter((l) => l.code === code)
      .map((l) =>
        l.modifiers.filter((m) => known.get(m)?.bypasses === true && (known.get(m)?.onBoth === true) === sites),
      );
  for (const code of [column2, column1]) {
    const own = of(code, false);
    if (own.every((m) => m.length > 0)) return [...new Set(own.flat())];
  }
  const [first, second] = [of(column1, true), of(column2, true)];
  const set = [...first, ...second].every((m) => m.length > 0);
  const shared = first.flat().some((m) => second.flat().includes(m));
  return set && !shared ? [...new Set([...second.flat(), ...first.flat()])] : [];
}
