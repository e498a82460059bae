/** A rulebook finding as plain text: for terminals, editors and golden files. */
import type { Finding } from "../base/finding.ts";

/**
 * `error NP1021: reason`, then each place as `file:line:column` with its quoted line, then the remedy.
 * Ends without a newline. No colour.
 */
export function showFinding(f: Finding): string {
  const lines = [`${f.severity} ${f.code}: ${f.reason}`];
  for (const place of f.rules ?? []) {
    lines.push(`  --> ${place.file}:${place.line}:${place.column}`);
    if (place.frame !== undefined) for (const line of place.frame.split("\n")) lines.push(`  ${line}`.trimEnd());
  }
  lines.push(`  ${f.remedy}`);
  return lines.join("\n");
}
