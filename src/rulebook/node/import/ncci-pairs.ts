/**
 * NCCI procedure-to-procedure edits as CMS publishes them: up to four parts a quarter (`ccipra-v322r0-f1` ...), text
 * parted by tabs or a workbook, six lines of head. Kept are the pairs among the book's codes, and all pairs of those
 * codes that the present table also keeps in full.
 */
import { dayAfter } from "../../../base/dates.ts";
import type { Finding } from "../../../base/finding.ts";
import {
  fromOf,
  idOf,
  nameOf,
  quarterOfFile,
  readDay,
  readQuarter,
  sameQuarter,
  untilOf,
  type Quarter,
} from "./editions.ts";
import { findHead, isFinding, type HeadForm } from "./heads.ts";
import { codesOf, EVERY, FLAWS, refused, tableText, type Context, type Importer, type Made } from "./made.ts";
import { rowsIn, type OpenFile } from "./open.ts";
import { noRows, notProfessional, partsMissing, rowTwice, wrongQuarter, wrongRow } from "./problems.ts";

const FORM: HeadForm<"column1" | "column2" | "effective" | "deletion" | "modifier" | "rationale"> = {
  starts: /^column ?1$/,
  above: 0,
  columns: {
    column1: /^column ?1$/,
    column2: /^column ?2$/,
    effective: /^effective/,
    deletion: /^deletion/,
    modifier: /^modifier/,
    rationale: /rationale$/,
  },
  expected: "the NCCI procedure-to-procedure edits",
};

/** CMS's words for its reasons, and the ids this book calls them by (edits/edits.yaml). */
const RATIONALES: readonly [RegExp, string][] = [
  [/^cpt manual or cms manual/i, "manual"],
  [/^misuse of column/i, "misuse"],
  [/^standards of medical/i, "standard"],
  [/^standard preparation/i, "anes-prep"],
  [/procedure code definition$/i, "definition"],
  [/^mutually exclusive/i, "mutex"],
  [/^more extensive/i, "more-ext"],
  [/separate procedure/i, "separate"],
  [/^anesthesia service included/i, "anes-incl"],
  [/^sequential/i, "sequential"],
  [/^laboratory panel/i, "lab"],
  [/^gender/i, "gender"],
];

interface Kept {
  readonly among: string[][];
  readonly touching: string[][];
  readonly findings: Finding[];
  readonly seen: Map<string, number>;
  read: number;
  /** Latest first day of an edit: it cannot lie after the quarter. */
  latest: string;
}

/** The four practitioner parts of the NCCI pairs of a quarter. Findings instead of files when anything is wrong. */
export const importPairs: Importer = async (files, context) => {
  const hospital = files.find((f) => /ccioph|outpatient/i.test(f.name));
  if (hospital !== undefined) return refused(notProfessional(hospital.name, "the outpatient hospital table"));
  let quarter: Quarter | null = null;
  for (const { name } of files) {
    const its = quarterOfFile(name, quarterIn(name), context.edition, "ccipra-v322r0-f1 is the third of 2026");
    if (isFinding(its)) return refused(its);
    quarter ??= its;
    if (!sameQuarter(its, quarter)) return refused(wrongQuarter(name, nameOf(quarter), nameOf(its)));
  }
  const first = files[0];
  if (quarter === null || first === undefined) return refused(noRows("import", "a file of NCCI edits"));

  const { procedures, all } = codesOf(context.book);
  const loaded = context.tables.filter((t) => t.name === "ncci-pairs");
  const core = new Set(
    loaded
      .filter((t) => t.scope.startsWith("touching"))
      .at(-1)
      ?.scope.split(" ")
      .slice(1) ?? procedures,
  );
  const wide = new Set([
    ...all,
    ...loaded.filter((t) => t.scope === "among").flatMap((t) => t.rows.flatMap((r) => [r[0]!, r[1]!])),
  ]);
  const kept: Kept = { among: [], touching: [], findings: [], seen: new Map(), read: 0, latest: "" };
  for (const file of files) {
    await readPart(file, kept, { core, wide }, context);
    if (kept.findings.length > 0) return { files: [], findings: kept.findings, read: kept.read };
  }
  if (kept.among.length === 0) return refused(noRows(first.name, "pairs of the book's codes"));
  if (kept.latest >= untilOf(quarter))
    return refused(wrongQuarter(first.name, `edits that begin before ${untilOf(quarter)}`, `one from ${kept.latest}`));
  return made(quarter, kept, core, files);
};

/** Lines of the head: a copyright line, a title, and column heads over four lines. */
const HEAD = 6;

async function readPart(file: OpenFile, kept: Kept, wanted: Wanted, context: Context): Promise<void> {
  const rows = (await rowsIn(file))[Symbol.iterator]();
  const first: (readonly string[])[] = [];
  for (let next = rows.next(); !next.done; next = rows.next()) if (first.push(next.value) === HEAD) break;
  const head = findHead(file.name, first, FORM);
  if (isFinding(head)) {
    kept.findings.push(head);
    return;
  }
  let line = HEAD;
  for (let next = rows.next(); !next.done && kept.findings.length < FLAWS; next = rows.next()) {
    line++;
    if (next.value.every((c) => c.trim() === "")) continue;
    kept.read++;
    if (kept.read % EVERY === 0) await context.tick(kept.read);
    const row = next.value;
    takeRow((id) => (row[head.column[id]] ?? "").trim(), { name: file.name, line }, kept, wanted);
  }
}

interface Wanted {
  /** All pairs of these. */
  readonly core: ReadonlySet<string>;
  /** Pairs among these. */
  readonly wide: ReadonlySet<string>;
}

function takeRow(
  cell: (id: keyof typeof FORM.columns) => string,
  at: { readonly name: string; readonly line: number },
  kept: Kept,
  { core, wide }: Wanted,
): void {
  const [column1, column2, indicator, deleted] = [cell("column1"), cell("column2"), cell("modifier"), cell("deletion")];
  const from = readDay(cell("effective"));
  const last = deleted === "*" || deleted === "" ? "" : readDay(deleted);
  const codes = /^[0-9A-Z]{5} [0-9A-Z]{5}$/.test(`${column1} ${column2}`);
  if (!codes || !/^[019]$/.test(indicator) || from === null || last === null) {
    const expected = !codes
      ? "two codes of five characters"
      : from === null || last === null
        ? "an effective day, and a deletion day or *"
        : "a modifier indicator 0, 1 or 9";
    const found = [column1, column2, cell("effective"), deleted, indicator].join(" ").trim();
    kept.findings.push(wrongRow(at.name, at.line, expected, found.slice(0, 60) || "nothing"));
    return;
  }
  const inside = wide.has(column1) && wide.has(column2);
  if (!inside && !core.has(column1) && !core.has(column2)) return;
  if (from > kept.latest) kept.latest = from;
  const key = `${column1} with ${column2} from ${from} to ${last || "now"}`;
  const before = kept.seen.get(key);
  if (before !== undefined) kept.findings.push(rowTwice(at.name, at.line, before, key));
  kept.seen.set(key, at.line);
  const until = last === "" ? "" : dayAfter(last);
  (inside ? kept.among : kept.touching).push([
    column1,
    column2,
    from,
    until,
    indicator,
    rationaleOf(cell("rationale")),
  ]);
}

const rationaleOf = (words: string): string => RATIONALES.find(([said]) => said.test(words))?.[1] ?? "other";

/** v322 is version 32.2: the third quarter of 2026. */
function quarterIn(name: string): Quarter | null {
  const [, version, part] = /[-_]v(\d\d)([0-3])r\d/i.exec(name) ?? [];
  return version === undefined ? null : readQuarter(`${1994 + Number(version)}Q${Number(part) + 1}`);
}

function made(quarter: Quarter, kept: Kept, core: ReadonlySet<string>, files: readonly OpenFile[]): Made {
  const parts = new Set(files.flatMap((f) => /-f(\d)\b/i.exec(f.name)?.[1] ?? []));
  const missing = ["1", "2", "3", "4"].filter((p) => !parts.has(p)).map((p) => `f${p}`);
  const head = {
    edition: nameOf(quarter),
    from: fromOf(quarter),
    until: untilOf(quarter),
    cite: "ncci-ptp-files",
    taken: `CMS, ${files.map((f) => f.name).join(", ")}`,
  };
  const whole = missing.length === 0;
  return {
    read: kept.read,
    findings: whole ? [] : [partsMissing(files[0]!.name, missing)],
    files: [
      {
        path: `edits/ncci-pairs-${idOf(quarter)}.csv`,
        text: tableText("ncci-pairs", { ...head, scope: whole ? "among" : "listed" }, kept.among),
      },
      {
        path: `edits/ncci-pairs-${idOf(quarter)}-any.csv`,
        text: tableText(
          "ncci-pairs",
          { ...head, scope: whole ? `touching ${[...core].sort().join(" ")}` : "listed" },
          kept.touching,
        ),
      },
    ],
  };
}
