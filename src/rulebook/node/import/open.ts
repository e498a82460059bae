/** Downloaded files to texts and rows: archives are unpacked, whatever lies in them, one archive in another at most. */
import { unzipSync } from "fflate";
import Papa from "papaparse";
import readSheets from "read-excel-file/node";
import type { Finding } from "../../../base/finding.ts";
import { brokenFile, tooLarge } from "./problems.ts";

export interface OpenFile {
  /** Name without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Thrown by `rowsIn` for a workbook that cannot be opened, with what is said of it (NP8001). */
export class BrokenWorkbook extends Error {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.reason);
    this.finding = finding;
  }
}

/** Largest sum of unpacked bytes: a quarter of NCCI pairs is some 250 MB. */
const LIMIT = 1_500_000_000;
const DEPTH = 2;

/**
 * The files in a download whose names `wanted` takes; the file itself when it is no archive. NP8001 and NP8014 for
 * archives that cannot be unpacked. `depth`: archives around this one.
 */
export function openFile(
  file: OpenFile,
  wanted: RegExp,
  depth = 0,
): { readonly files: readonly OpenFile[]; readonly findings: readonly Finding[] } {
  if (!isZip(file.bytes) || /\.xlsx$/i.test(file.name)) return { files: [file], findings: [] };
  let size = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(file.bytes, {
      filter: ({ name, originalSize }) => {
        const take = wanted.test(baseOf(name)) || (depth < DEPTH && /\.zip$/i.test(name));
        if (take) size += originalSize;
        return take && size <= LIMIT;
      },
    });
  } catch (error) {
    return {
      files: [],
      findings: [brokenFile(file.name, "zip archive", error instanceof Error ? error.message : "unknown")],
    };
  }
  if (size > LIMIT) return { files: [], findings: [tooLarge(file.name, LIMIT / 1e6)] };
  const opened = Object.entries(entries)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => openFile({ name: baseOf(name), bytes }, wanted, depth + 1));
  return { files: opened.flatMap((o) => o.files), findings: opened.flatMap((o) => o.findings) };
}

const baseOf = (name: string): string => name.split(/[\\/]/).at(-1) ?? name;
const isZip = (b: Uint8Array): boolean => b[0] === 0x50 && b[1] === 0x4b && (b[2] === 3 || b[2] === 5);

/** Text of a file: UTF-8, else Latin-1, in which CMS still writes its older layouts. */
export function textOf({ bytes }: OpenFile): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}

/** The lines of a text one by one, without their ends. */
export function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    yield text.charCodeAt(to - 1) === 13 ? text.slice(from, to - 1) : text.slice(from, to);
    from = to + 1;
  }
}

/**
 * The rows of a table: a workbook's first sheet, a CSV, or a text parted by tabs. Rejects with the reader's own error
 * when a workbook is damaged.
 */
export async function rowsIn(file: OpenFile): Promise<Iterable<readonly string[]>> {
  if (/\.xlsx$/i.test(file.name) || isZip(file.bytes)) return sheet(file);
  const text = textOf(file);
  if (/\.csv$/i.test(file.name)) return Papa.parse<string[]>(text, { delimiter: ",", skipEmptyLines: false }).data;
  return tabbed(text);
}

function* tabbed(text: string): Generator<readonly string[]> {
  for (const line of linesOf(text)) yield line.split("\t");
}

async function sheet(file: OpenFile): Promise<readonly (readonly string[])[]> {
  const sheets = await readSheets(Buffer.from(file.bytes)).catch((error: unknown) => {
    throw new BrokenWorkbook(brokenFile(file.name, "workbook", error instanceof Error ? error.message : "unknown"));
  });
  const rows = sheets[0]?.data ?? [];
  return rows.map((row) => row.map(written));
}

/** A cell as a text file would write it; days as CMS writes them, 20240701. */
function written(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).replaceAll("-", "");
  return typeof cell === "string" ? cell : typeof cell === "number" ? String(cell) : "";
}
