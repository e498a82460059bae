/** The AMA's own words, when a licensed user has imported them (`rulebook import cpt`): kept outside the project. */
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** File name in the user's folder. */
export const LICENSED = "cpt-descriptors.json";

/**
 * The descriptor of a code from the user's folder (NEEDLEPOINT_HOME, else ~/.needlepoint); null when there is none,
 * or the file is damaged.
 */
export function licensedDescriptor(code: string): string | null {
  const dir = process.env["NEEDLEPOINT_HOME"] ?? join(homedir(), ".needlepoint");
  try {
    const kept = JSON.parse(readFileSync(join(dir, LICENSED), "utf8")) as { readonly codes?: Record<string, unknown> };
    const words = kept.codes !== undefined && Object.hasOwn(kept.codes, code) ? kept.codes[code] : null;
    return typeof words === "string" ? words : null;
  } catch {
    return null;
  }
}
