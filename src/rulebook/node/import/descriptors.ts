/**
 * The AMA's descriptors of a licensed user: code and words a line (LONGULT.txt, MEDU.txt, SHORTU.txt), parted by a tab
 * or spaces. They are written to the user's own folder and never into the project.
 */
import type { Finding } from "../../../base/finding.ts";
import { FLAWS } from "./made.ts";
import { linesOf, textOf, type OpenFile } from "./open.ts";
import { notDescriptors, rowTwice } from "./problems.ts";

export interface Descriptors {
  readonly kind: "licensed-descriptors";
  /** File name they came from. */
  readonly from: string;
  readonly codes: Readonly<Record<string, string>>;
}

/** The fullest words win: LONG before MED before SHORT. */
const ORDER = [/long/i, /med/i, /short/i];

/** The AMA's words by code, from a licensed user's files; null, with findings, when they are none. */
export function readDescriptors(files: readonly OpenFile[]): {
  readonly descriptors: Descriptors | null;
  readonly findings: readonly Finding[];
} {
  const file = ORDER.map((name) => files.find((f) => name.test(f.name))).find((f) => f !== undefined) ?? files[0];
  if (file === undefined) return { descriptors: null, findings: [notDescriptors("import")] };
  const codes: Record<string, string> = {};
  const at = new Map<string, number>();
  const findings: Finding[] = [];
  let line = 0;
  let words = 0;
  for (const text of linesOf(textOf(file))) {
    line++;
    const [, code, says] = /^"?(\d{4}[0-9A-Z])"?[\t, ]\s*"?(.*?\S)"?\s*$/.exec(text) ?? [];
    if (code === undefined || says === undefined) continue;
    words++;
    const before = at.get(code);
    if (before !== undefined && codes[code] !== says && findings.length < FLAWS)
      findings.push(rowTwice(file.name, line, before, code));
    at.set(code, line);
    codes[code] = says;
  }
  // Copyright lines stand above and below; most lines are codes, or it is another file.
  if (words === 0 || words < line / 2) return { descriptors: null, findings: [notDescriptors(file.name)] };
  if (findings.length > 0) return { descriptors: null, findings };
  return { descriptors: { kind: "licensed-descriptors", from: file.name, codes }, findings: [] };
}
