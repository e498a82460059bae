/**
 * Official files in, whole table files out: opened, read, checked, compared with what is loaded, and compiled with the
 * rest of the book before anything is written. Either all of it is sound, or the folder stays as it is.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Finding } from "../../../base/finding.ts";
import { compileFiles, type Compiled, type SourceFile } from "../../compile/compile.ts";
import { isTable } from "../../compile/tables/forms.ts";
import { readTable, type Table } from "../../compile/tables/read.ts";
import { importAddOns } from "./ncci-addons.ts";
import { importCoverage } from "./mcd.ts";
import { importHcpcs } from "./hcpcs.ts";
import { importIcd10 } from "./icd10.ts";
import { importPairs } from "./ncci-pairs.ts";
import { importUnits } from "./ncci-units.ts";
import { importValues } from "./values.ts";
import type { Context, Importer } from "./made.ts";
import { BrokenWorkbook, openFile, type OpenFile } from "./open.ts";
import { wrongKind } from "./problems.ts";

/** The kinds of official file; `cpt` goes another way (descriptors.ts). */
export const KINDS = ["ncci", "mue", "rvu", "icd10", "hcpcs", "mcd"] as const;
export type ImportKind = (typeof KINDS)[number];

const IMPORTERS: Readonly<Record<ImportKind, { readonly read: Importer; readonly wanted: RegExp }>> = {
  ncci: {
    read: (files, context) => (files.every((f) => /aoc/i.test(f.name)) ? importAddOns : importPairs)(files, context),
    wanted: /(?:cci|aoc).*\.(?:txt|xlsx)$/i,
  },
  mue: { read: importUnits, wanted: /mue.*\.(?:csv|xlsx)$/i },
  rvu: { read: importValues, wanted: /pprrvu.*\.(?:csv|xlsx|txt)$/i },
  icd10: { read: importIcd10, wanted: /order.*\.txt$/i },
  hcpcs: { read: importHcpcs, wanted: /anweb.*\.(?:xlsx|csv|txt)$/i },
  mcd: { read: importCoverage, wanted: /^article(?:_x_icd10_covered)?\.csv$/i },
};

/** What the official files are called, for a finding. */
const NAMED: Readonly<Record<ImportKind, string>> = {
  ncci: "ccipra-v...-f1.txt, or AOC_V...",
  mue: "MCR_MUE_PractitionerServices_Eff_...csv",
  rvu: "PPRRVU...csv",
  icd10: "icd10cm_order_...txt",
  hcpcs: "HCPC..._ANWEB",
  mcd: "article.csv and article_x_icd10_covered.csv",
};

/** How a table differs from the one that stood in its place. */
export interface TableChange {
  readonly path: string;
  readonly fresh: boolean;
  readonly rows: number;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Keys of the first rows that differ, for people. */
  readonly examples: readonly string[];
}

export interface Import {
  readonly kind: "import";
  /** Files to write; null when something is wrong. */
  readonly files: readonly SourceFile[] | null;
  readonly changes: readonly TableChange[];
  readonly findings: readonly Finding[];
  readonly read: number;
}

export interface ImportOptions {
  readonly edition?: string;
  readonly tick?: Context["tick"];
}

const compiled = new WeakMap<readonly SourceFile[], Compiled>();

/** The book as it is, compiled once for a folder that was read. */
function loadedOf(folder: readonly SourceFile[]): Compiled {
  let is = compiled.get(folder);
  if (is === undefined) compiled.set(folder, (is = compileFiles(folder)));
  return is;
}

/** `folder`: all files of the rulebook. Pure but for time; throws for nothing that stands in a file. */
export async function importFiles(
  kind: ImportKind,
  given: readonly OpenFile[],
  folder: readonly SourceFile[],
  options: ImportOptions = {},
): Promise<Import> {
  const nothing = (findings: readonly Finding[], read = 0): Import => ({
    kind: "import",
    files: null,
    changes: [],
    findings,
    read,
  });
  const { read, wanted } = IMPORTERS[kind];
  const opened = given.map((file) => openFile(file, wanted));
  const broken = opened.flatMap((o) => o.findings);
  if (broken.length > 0) return nothing(broken);
  const files = opened.flatMap((o) => o.files);
  if (files.length === 0)
    return nothing([wrongKind(given[0]?.name ?? "import", NAMED[kind], "an archive without a file of that name")]);
  const now = loadedOf(folder);
  if (now.book === null) return nothing(now.findings);
  const tables = folder.filter((f) => isTable(f.path)).flatMap((f) => readTable(f).table ?? []);
  let made;
  try {
    made = await read(files, {
      book: now.book,
      tables,
      policies: now.policies?.policies ?? [],
      edition: options.edition,
      tick: options.tick ?? (async () => {}),
    });
  } catch (error) {
    if (error instanceof BrokenWorkbook) return nothing([error.finding]);
    throw error;
  }
  if (made.files.length === 0) return nothing(made.findings, made.read);
  const paths = new Set(made.files.map((f) => f.path));
  const next = [...folder.filter((f) => !paths.has(f.path)), ...made.files];
  const wrong = compileFiles(next).findings.filter((f) => f.severity === "error");
  if (wrong.length > 0) return nothing([...made.findings, ...wrong], made.read);
  const changes = made.files.map((file) =>
    changeOf(
      file,
      folder.find((f) => f.path === file.path),
      tables,
    ),
  );
  return { kind: "import", files: made.files, changes, findings: made.findings, read: made.read };
}

function changeOf(file: SourceFile, before: SourceFile | undefined, tables: readonly Table[]): TableChange {
  const fresh = isTable(file.path) ? readTable(file).table : null;
  const name = fresh?.name;
  const old = before === undefined ? null : (tables.find((t) => t.file === before.path) ?? null);
  // A new quarter is compared with the latest before it.
  const base =
    old ?? tables.filter((t) => t.name === name && t.scope.split(" ")[0] === fresh?.scope.split(" ")[0]).at(-1) ?? null;
  const [is, was] = [keyed(fresh), keyed(base)];
  const added = [...is.keys()].filter((k) => !was.has(k));
  const removed = [...was.keys()].filter((k) => !is.has(k));
  const changed = [...is].filter(([k, row]) => was.has(k) && was.get(k) !== row).map(([k]) => k);
  return {
    path: file.path,
    fresh: before === undefined,
    rows: fresh?.rows.length ?? 1,
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    examples: [
      ...changed.map((k) => `changed ${k}`),
      ...added.map((k) => `new ${k}`),
      ...removed.map((k) => `gone ${k}`),
    ].slice(0, 10),
  };
}

/** Rows by what people call them: the code, or the pair; of values without release and days. */
function keyed(table: Table | null): Map<string, string> {
  const out = new Map<string, string>();
  for (const row of table?.rows ?? []) {
    const [key, value] =
      table?.name === "pfs-values"
        ? [`${row[3]} ${row[4]}`.trim(), row.slice(5).join(",")]
        : table?.name === "ncci-pairs"
          ? [`${row[0]} ${row[1]}${row[3] === "" ? "" : ` until ${row[3]}`}`, row[4]!]
          : table?.name === "ncci-addons"
            ? [`${row[0]} ${row[1]}`, row[2]!]
            : [row[0]!, row.slice(1).join(",")];
    out.set(key, value);
  }
  return out;
}

/**
 * Writes the files under `dir`: all beside their places first, then each into its place. When one cannot be put there
 * those before it are put back as they were. Throws the file system's own error.
 */
export function writeFiles(dir: string, files: readonly SourceFile[]): void {
  const beside = files.map((f) => {
    const to = join(dir, f.path);
    return { to, fresh: `${to}.${process.pid}.tmp`, old: `${to}.${process.pid}.old`, text: f.text };
  });
  const done: typeof beside = [];
  try {
    for (const f of beside) {
      mkdirSync(dirname(f.to), { recursive: true });
      writeFileSync(f.fresh, f.text);
    }
    for (const f of beside) {
      if (existsSync(f.to)) copyFileSync(f.to, f.old);
      done.push(f);
      renameSync(f.fresh, f.to);
    }
  } catch (error) {
    for (const f of done.toReversed()) {
      if (existsSync(f.old)) renameSync(f.old, f.to);
      else if (!existsSync(f.fresh)) rmSync(f.to, { force: true });
    }
    throw error;
  } finally {
    for (const f of beside) for (const path of [f.fresh, f.old]) rmSync(path, { force: true });
  }
}
