/** Writing a file whole or not at all: beside its place first, then renamed into it. */
import { rmSync, renameSync, statSync, writeFileSync } from "node:fs";
import { isFolder, refusalToWrite, Refused } from "./findings.ts";

/**
 * Writes a file. Throws Refused (NP9002, NP9010) when it cannot be written; what stood there before is then still
 * there, and nothing half-written.
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Refused(isFolder(file));
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, bytes, { flag: "wx" });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Refused(refusalToWrite(file, error));
  }
}
