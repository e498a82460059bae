/**
 * Procedure-to-procedure pairs. Column 1 is paid, column 2 only when the indicator is 1 and a modifier on one of
 * the two says that they differ. A pair that was deleted and is active again counts as active; indicator 9 is no
 * edit. One and the same side on both shows no difference.
 */
import type { IsoDate } from "../../base/dates.ts";
import type { Finding } from "../../base/finding.ts";
import type { EditBook, EditModifier, PairTable } from "../../rulebook/edit-types.ts";
import { needsModifier, neverTogether, notInExtract, passesWith } from "./problems.ts";
import type { EditLine, Subject } from "./subject.ts";
import type { Consulted } from "./caveats.ts";
import { editionsOf, unpackedBy } from "./unpack.ts";

/** Tables of one edition: asked together. */
interface Quarter extends Pick<PairTable, "edition" | "from" | "until" | "cite"> {
  readonly parts: readonly {
    readonly table: PairTable;
    readonly rows: (column1: string) => ReadonlyMap<string, readonly PairRow[]>;
    readonly codes: ReadonlySet<string>;
  }[];
}

export interface Pairs {
  /** Findings on a subject's pairs; codes for which that none was found says nothing go into `unknown`. */
  check(subject: Subject, day: IsoDate, unknown: Set<string>): readonly Finding[];
  consulted(day: IsoDate): Consulted;
  /**
   * The second codes of edits of indicator 1 between two codes of `among` that no modifier sets apart yet. Each such
   * code stands for structures of its own: a structure is taken by one family alone.
   */
  second(lines: readonly EditLine[], day: IsoDate, among: ReadonlySet<string>): ReadonlySet<string>;
  /** The finding for what `check` put into `unknown`. */
  uncovered(codes: ReadonlySet<string>, day: IsoDate): Finding | null;
}

/**
 * A check of lines against the NCCI pairs of the book, by the quarter of the day: NP7003, NP7010 to NP7012. Which
 * modifiers bring a pair past its edit is in rulebook/edits/edits.yaml (sources `mln-1783722`, `ncci-modifier-list`).
 */
export function makePairs(book: EditBook): Pairs {
  const quarters = quartersOf(book);
  const editionOn = editionsOf(quarters);
  const modifiers = new Map(book.modifiers.map((m) => [m.id, m]));
  return {
    check({ who, lines, codes }, day, unknown) {
      const edition = editionOn(day);
      if (edition === undefined || codes.length < 2) return [];
      const { table: quarter, inside, on } = edition;
      const findings: Finding[] = [];
      const marks = new Map<string, Marks>();
      const of = (code: string): Marks => {
        let its = marks.get(code);
        if (its === undefined) marks.set(code, (its = marksOf(lines, code, modifiers)));
        return its;
      };
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
            const used = apart(of(row.column1), of(row.column2));
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
    consulted: (day) => ({ what: "NCCI pairs", edition: editionOn(day), first: quarters[0]?.from ?? null }),
    second(lines, day, among) {
      const out = new Set<string>();
      const edition = editionOn(day);
      const codes = [...new Set(lines.map((line) => line.code))].filter((code) => among.has(code));
      if (edition === undefined) return out;
      for (const column1 of codes)
        for (const column2 of codes) {
          const row = find(edition.table, column1, column2, edition.on);
          const set = () => apart(marksOf(lines, column1, modifiers), marksOf(lines, column2, modifiers));
          if (row?.indicator === "1" && set().length === 0) out.add(column2);
        }
      return out;
    },
    uncovered(codes, day) {
      const edition = editionOn(day);
      return codes.size === 0 || edition === undefined ? null : notInExtract([...codes].sort(), edition.table);
    },
  };
}

function quartersOf(book: EditBook): readonly Quarter[] {
  const byEdition = new Map<string, Quarter["parts"][number][]>();
  for (const table of book.pairs) {
    const key = `${table.from} ${table.until}`;
    const part = { table, rows: pairRows(table), codes: new Set(table.codes) };
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
  readonly from: IsoDate;
  /** Empty: no end. */
  readonly until: IsoDate;
  readonly indicator: string;
  readonly rationale: string;
}

const NO_PAIRS: ReadonlyMap<string, readonly PairRow[]> = new Map();

/** Column 1 to its rows by column 2. Rows of indicator 9 are no edits and are left out. */
function pairRows(table: PairTable): Quarter["parts"][number]["rows"] {
  return unpackedBy(table.rows, NO_PAIRS, (rows, column1) => {
    const by = new Map<string, PairRow[]>();
    for (const [column2 = "", from = "", until = "", indicator = "", rationale = ""] of rows) {
      if (indicator === "9") continue;
      const list = by.get(column2) ?? [];
      list.push({ column1, column2, from, until, indicator, rationale });
      by.set(column2, list);
    }
    return by;
  });
}

function find(quarter: Quarter, column1: string, column2: string, on: IsoDate): PairRow | undefined {
  for (const { rows } of quarter.parts)
    for (const row of rows(column1).get(column2) ?? [])
      if (row.from <= on && (row.until === "" || on < row.until)) return row;
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

/** What sets a code's lines apart from others: modifiers such as 59, and sides and digits, line by line. */
interface Marks {
  readonly own: readonly (readonly string[])[];
  readonly sites: readonly (readonly string[])[];
}

function marksOf(lines: readonly EditLine[], code: string, known: ReadonlyMap<string, EditModifier>): Marks {
  const own: string[][] = [];
  const sites: string[][] = [];
  for (const line of lines) {
    if (line.code !== code) continue;
    const bypassing = line.modifiers.filter((m) => known.get(m)?.bypasses === true);
    own.push(bypassing.filter((m) => known.get(m)?.onBoth !== true));
    sites.push(bypassing.filter((m) => known.get(m)?.onBoth === true));
  }
  return { own, sites };
}

/**
 * Modifiers that set two codes apart: one such as 59 on every line of either code; or sides and digits on every line
 * of both, none of them on lines of both.
 */
function apart(first: Marks, second: Marks): readonly string[] {
  for (const { own } of [second, first]) if (own.every((m) => m.length > 0)) return [...new Set(own.flat())];
  const set = [...first.sites, ...second.sites].every((m) => m.length > 0);
  if (!set) return [];
  const shared = first.sites.flat().some((m) => second.sites.flat().includes(m));
  return shared ? [] : [...new Set([...second.sites.flat(), ...first.sites.flat()])];
}
