/** The form of the case files: a sentence, files or changes of files, and what the checker must say. For tests. */
import type { SourceFile } from "../compile.ts";

export interface Case {
  /** What is wrong, in a sentence: the first lines of the file. */
  readonly says: string;
  readonly files: readonly SourceFile[];
  /** The golden text under `=== findings`. */
  readonly expected: string;
}

/**
 * Sections begin with `=== path` (a whole file), `~~~ path` (a change of that file of `base`) or `--- path` (it is
 * taken away). A change is `-` lines that stand there exactly once, then `+` lines that replace them; changes of one
 * file are parted by an empty line, and `+` lines alone are added at the end.
 */
export function readCase(text: string, base: readonly SourceFile[]): Case {
  const files = new Map(base.map((file) => [file.path, file.text]));
  const [says = "", ...sections] = text.split(/^(?=(?:===|~~~|---) )/m);
  let expected = "";
  for (const section of sections) {
    const end = section.indexOf("\n");
    const [mark, path] = [section.slice(0, 3), section.slice(4, end).trim()];
    const body = section.slice(end + 1);
    if (path === "findings") expected = body.trimEnd();
    else if (mark === "===") files.set(path, body);
    else if (mark === "---") files.delete(path);
    else files.set(path, changed(path, files.get(path) ?? "", body));
  }
  return { says: says.trim(), files: [...files].map(([path, text]) => ({ path, text })), expected };
}

function changed(path: string, text: string, changes: string): string {
  let out = text;
  for (const change of changes.split(/\n\s*\n/)) {
    const lines = change.split("\n");
    const take = (mark: string): string =>
      lines
        .filter((line) => line.startsWith(mark))
        .map((line) => `${line.slice(1)}\n`)
        .join("");
    const [old, fresh] = [take("-"), take("+")];
    if (old === "") out += fresh;
    else if (out.split(old).length !== 2) throw new Error(`${path} does not hold exactly once:\n${old}`);
    else out = out.replace(old, () => fresh);
  }
  return out;
}
