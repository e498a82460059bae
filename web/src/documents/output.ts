/** A document out of the page: to the clipboard, or into a file. Both stay on this machine. */
import type { Paper } from "../core/messages.ts";
import { copyText } from "../shell/Copy.tsx";

type Written = Extract<Paper, { readonly text: string }>;

/** What a document can be saved as from here. */
export const FORMATS = ["html", "markdown", "text"] as const;
export type Format = (typeof FORMATS)[number];

const FILES: Readonly<Record<Format, readonly [ending: string, type: string]>> = {
  html: ["html", "text/html"],
  markdown: ["md", "text/markdown"],
  text: ["txt", "text/plain"],
};

/** With its layout, for a word processor or a spreadsheet; as text where the browser cannot. */
export async function copyRich(paper: Written): Promise<boolean> {
  try {
    const blob = (text: string, type: string): Blob => new Blob([text], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/plain": blob(paper.text, "text/plain"), "text/html": blob(paper.html, "text/html") }),
    ]);
    return true;
  } catch {
    return copyText(paper.text);
  }
}

/** The file's name carries what it is and its day, nothing of the note. */
export function download(paper: Written, format: Format): void {
  const [ending, type] = FILES[format];
  const url = URL.createObjectURL(new Blob([paper[format]], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `needlepoint-${paper.document.type}-${paper.document.date}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
