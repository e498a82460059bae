/** `rulebook import`: official files, as they were downloaded, into the tables of a rulebook folder. */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Finding } from "../base/finding.ts";
import { readDescriptors } from "../rulebook/node/import/descriptors.ts";
import { importFiles, writeFiles, type ImportKind, type TableChange } from "../rulebook/node/import/import.ts";
import { openFile, type OpenFile } from "../rulebook/node/import/open.ts";
import { insideRulebook } from "../rulebook/node/import/problems.ts";
import { readRulebook } from "../rulebook/node/load.ts";
import { showFinding } from "../rulebook/show.ts";
import { isFolder, refusal, refusalOfFolder, refusalToWrite, Refused } from "./findings.ts";
import { LICENSED } from "./licensed.ts";
import { complain, print, printJson } from "./output.ts";
import { progress } from "./progress.ts";

export interface ImportCommand {
  readonly rulebook?: string;
  readonly into?: string;
  readonly edition?: string;
  readonly json?: boolean;
}

/**
 * Reads the files, writes the tables, and says what changed. Gives the exit code: 1, with nothing written, when
 * something is wrong. Throws Refused for files that cannot be read or written.
 */
export async function importOfficial(
  kind: ImportKind | "cpt",
  files: readonly string[],
  options: ImportCommand,
): Promise<number> {
  const given = files.map(fileAt);
  if (kind === "cpt") return importLicensed(given, options);
  const dir = options.rulebook ?? fileURLToPath(new URL("../rulebook", import.meta.url));
  let folder;
  try {
    folder = readRulebook(dir);
  } catch (error) {
    throw new Refused(refusalOfFolder(dir, "a rulebook", error));
  }
  const bar = progress("rows", null);
  const result = await importFiles(kind, given, folder, {
    tick: (rows) => bar.at(rows),
    ...(options.edition === undefined ? {} : { edition: options.edition }),
  });
  bar.stop();
  if (result.files !== null) write(() => writeFiles(dir, result.files ?? []), dir);
  if (options.json)
    await printJson({
      kind: "import",
      written: result.files !== null,
      read: result.read,
      changes: result.changes,
      findings: result.findings,
    });
  else {
    await tell(result.findings);
    if (result.files === null) process.stderr.write("needlepoint: nothing was written; the rulebook is as it was.\n");
    else {
      await print(`${result.read} rows read.`);
      for (const change of result.changes) await print(told(change));
    }
  }
  return result.files === null ? 1 : 0;
}

function told(c: TableChange): string {
  const counts = `${c.rows} rows: ${c.added} new, ${c.removed} gone, ${c.changed} changed`;
  const against = c.fresh ? "new table, against the latest before it" : "table replaced";
  return [`${c.path} (${against}), ${counts}`, ...c.examples.map((e) => `  ${e}`)].join("\n");
}

/** The AMA's words: to the user's own folder, never into the project. */
async function importLicensed(given: readonly OpenFile[], options: ImportCommand): Promise<number> {
  const dir = resolve(options.into ?? process.env["NEEDLEPOINT_HOME"] ?? join(homedir(), ".needlepoint"));
  const root = fileURLToPath(new URL("..", import.meta.url));
  if (`${dir}${sep}`.startsWith(resolve(root) + sep)) throw new Refused(insideRulebook(options.into ?? dir));
  const opened = given.map((file) => openFile(file, /(?:long|med|short).*\.txt$/i));
  const broken = opened.flatMap((o) => o.findings);
  if (broken.length > 0) throw new Refused(...broken);
  const { descriptors, findings } = readDescriptors(opened.flatMap((o) => o.files));
  if (descriptors === null) throw new Refused(...findings);
  const to = join(dir, LICENSED);
  const beside = `${to}.${process.pid}.tmp`;
  write(() => {
    mkdirSync(dir, { recursive: true });
    writeFileSync(beside, JSON.stringify(descriptors), { mode: 0o600 });
    renameSync(beside, to);
  }, to);
  const count = Object.keys(descriptors.codes).length;
  if (options.json) await printJson({ kind: "import", written: true, file: to, codes: count });
  else await print(`${count} descriptors kept in ${to}, outside the project. \`explain\` shows them beside ours.`);
  return 0;
}

async function tell(findings: readonly Finding[]): Promise<void> {
  const errors = findings.filter((f) => f.severity === "error");
  complain(errors);
  for (const f of findings) if (f.severity !== "error") await print(showFinding(f));
}

function write(work: () => void, where: string): void {
  try {
    work();
  } catch (error) {
    throw new Refused(refusalToWrite(where, error));
  }
}

function fileAt(path: string): OpenFile {
  try {
    if (statSync(path).isDirectory()) throw new Refused(isFolder(path));
    return { name: basename(path), bytes: readFileSync(path) };
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(refusal(path, error));
  }
}
