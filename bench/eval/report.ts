/** The scores as text: a table a set, a table of attributes, rates by group, and every miss on one line. */
import { printLines } from "./compare.ts";
import type { Scored } from "./score.ts";
import { attributes, groupBy, summarise } from "./summary.ts";
import { percent, type Tallies } from "./tally.ts";

type Cell = string | number;

/** Columns as wide as their widest cell; the first is left-aligned, the rest right. */
export function table(head: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const all = [head, ...rows].map((r) => r.map(String));
  const width = head.map((_, i) => Math.max(...all.map((r) => (r[i] ?? "").length)));
  return all
    .map((r) =>
      r
        .map((c, i) => (i === 0 ? c.padEnd(width[i] ?? 0) : c.padStart(width[i] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const of = ([right, all]: readonly [number, number]): string => `${right}/${all}`;

/** One row a group: how many were right, and each kind of wrong. */
export function verdicts(groups: ReadonlyMap<string, readonly Scored[]>): string {
  const head = [
    "",
    "n",
    "exact",
    "%",
    "codes",
    "status",
    "modif.",
    "compan.",
    "over",
    "under",
    "over-c.",
    "needless",
    "missed-q",
    "all",
  ];
  return table(
    head,
    [...groups].map(([name, scored]) => {
      const s = summarise(scored);
      return [
        name,
        s.notes,
        s.exact,
        percent(s.notes ? s.exact / s.notes : null),
        s.codes,
        s.status,
        of(s.modifiers),
        of(s.companions),
        s.overCoded,
        s.underCoded,
        s.overCompanion,
        of([s.needlessQuery, s.noQueryDue]),
        of([s.missedQuery, s.queryDue]),
        s.everything,
      ];
    }),
  );
}

export function tallies(t: Tallies): string {
  const rows = [...t.rows].sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1));
  return table(
    ["", "P", "R", "F1", "right", "extra", "missed"],
    rows.map(([name, r]) => [name, percent(r.precision), percent(r.recall), percent(r.f1), r.hit, r.extra, r.missed]),
  );
}
const ORDER = [
  "structure",
  "treated structure",
  "side",
  "side of a treated structure",
  "status:",
  "count",
  "substance",
  "strength",
  "dose",
  "guidance",
  "image kept",
  "guidance code",
  "drug code and units",
  "final code",
  "query",
];
const order = (name: string): number => {
  const i = ORDER.findIndex((o) => name === o || name.startsWith(o.endsWith(":") || o === "count" ? o : "\0"));
  return i < 0 ? ORDER.length : i;
};

/** What is wrong with one answer, in a few words. */
export function faults({ verdict: v }: Scored): string {
  const list = [
    v.overCoded && "OVER-CODED",
    v.underCoded && "under-coded",
    v.needlessQuery && "needless query",
    v.missedQuery && "missed query",
    v.overCompanion && "companion over-coded",
    !v.exact && v.codesRight && v.statusRight && "codes and status of different answers",
    !v.exact && !v.codesRight && !v.overCoded && !v.underCoded && !v.needlessQuery && "codes",
    v.exact && v.companionsRight === false && !v.overCompanion && "companions",
    v.exact && v.companionsRight !== false && !v.allRight && "other families",
    v.modifiersRight === false && "modifiers",
  ];
  return list.filter(Boolean).join(", ") || (v.exact ? "" : "status");
}

/** One line a miss: id, what is wrong, got, expected, why the label says so. */
export function misses(scored: readonly Scored[], width = 110): string {
  return scored
    .filter((s) => faults(s) !== "")
    .map((s) => {
      const { got, want } = s.verdict;
      const said = (a: {
        status: string;
        codes: Parameters<typeof printLines>[0];
        companions: Parameters<typeof printLines>[0] | null;
      }): string => `${a.status} ${printLines(a.codes)}${a.companions?.length ? ` + ${printLines(a.companions)}` : ""}`;
      const asks = s.answer.queries.map((q) => q.rule).join(", ");
      return [
        `${s.sample.id}  ${faults(s)}`,
        `    got   ${said(got)}${got.elsewhere.length ? ` (elsewhere ${printLines(got.elsewhere)})` : ""}${asks ? `  asks ${asks}` : ""}`,
        `    want  ${said(want)}${s.sample.answers.length > 1 ? `  (+${s.sample.answers.length - 1} acceptable)` : ""}${s.sample.contested ? "  contested" : ""}`,
        `    why   ${s.sample.why.slice(0, width)}`,
      ].join("\n");
    })
    .join("\n");
}

/** Groups that are not all right; how many are. */
export function weakest(title: string, scored: readonly Scored[], keys: (s: Scored) => readonly string[]): string {
  const groups = [...groupBy(scored, keys)].map(([name, list]) => ({
    name,
    n: list.length,
    right: list.filter((s) => s.verdict.exact).length,
  }));
  const weak = groups.filter((g) => g.right < g.n).sort((a, b) => a.right / a.n - b.right / b.n || b.n - a.n);
  const head = `${title}: ${groups.length - weak.length} of ${groups.length} all exact`;
  return weak.length === 0
    ? head
    : `${head}\n${table(
        ["", "exact", "of"],
        weak.map((g) => [g.name, g.right, g.n]),
      )}`;
}

/** The whole report over samples already chosen. */
export function report(scored: readonly Scored[], listMisses = true): string {
  const out: string[] = [];
  for (const [set, list] of groupBy(scored, (s) => [s.sample.set])) {
    out.push(`== ${set}: ${list.length} ==`);
    const rows = new Map<string, readonly Scored[]>(
      [...groupBy(list, (s) => [s.sample.family])].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    if (set === "cases") {
      rows.set(
        "uncontested",
        list.filter((s) => !s.sample.contested),
      );
      rows.set(
        "contested",
        list.filter((s) => s.sample.contested),
      );
    }
    rows.set("all", list);
    out.push(verdicts(rows), tallies(attributes(list)));
    if (list.length > 1) {
      out.push(weakest("voices", list, (s) => [s.sample.voice]));
      out.push(weakest("tags", list, (s) => s.sample.tags));
    }
    if (listMisses) {
      const text = misses(list);
      out.push(text === "" ? "no misses" : `misses\n${text}`);
    }
  }
  return out.join("\n\n");
}

export const LEGEND = [
  "exact: status, codes and units are those of one acceptable answer. codes, status: each by itself.",
  "modif., compan.: right / labelled. over: a line or a higher code than any acceptable answer supports.",
  "under: less than every acceptable answer. over-c.: guidance or drug units beyond the labels.",
  "needless: asked / where nothing need be asked. missed-q: not asked / where only a question is right.",
  "all: exact with companions (and, in cases, codes of other families). extra: said, not so. missed: so, not said.",
].join("\n");
