/** A dropped or opened file as the text of a note. Read on this machine, in a worker of its own. */
import type { Finding } from "../../../src/base/finding.ts";

export type Read =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "refused"; readonly finding: Finding };

export const ACCEPT = ".txt,.text,.md,.docx,.pdf,.rtf,text/plain,application/pdf,application/rtf";

export async function readNote(file: File): Promise<Read> {
  const text = await file.text();
  return { kind: "text", text: text.replace(/\r\n?/g, "\n") };
}
