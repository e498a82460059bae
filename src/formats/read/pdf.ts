/** The text layer of a PDF, line by line as it stands on the page. A page that is only a picture has none. */
import { getDocumentProxy } from "unpdf";
import { encrypted, noText, pagesWithoutText, tooLarge } from "./problems.ts";
import { refuse, type ReadText } from "./read.ts";

const MOST_PAGES = 300;

interface Item {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
  /** Scale and place: the last two are x and y. */
  readonly transform: readonly number[];
}

/**
 * The text of a PDF, line by line; or NP6013, NP6015, NP6016. NP6017 names pages without text. Rejects when it is
 * damaged; `readDocument` makes a finding of that.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadText> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // The reader takes the bytes over; the caller keeps its own.
    pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, stopAtErrors: false, verbosity: 0 });
  } catch (error) {
    if ((error as { readonly name?: string }).name === "PasswordException") return refuse(encrypted("PDF"));
    throw error;
  }
  const pages = pdf.numPages;
  if (pages > MOST_PAGES) {
    await pdf.destroy();
    return refuse(tooLarge("PDF", `${MOST_PAGES} pages`));
  }
  const texts: string[] = [];
  for (let n = 1; n <= pages; n++) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    texts.push(linesOf(items.filter((item) => "str" in item)));
    page.cleanup();
  }
  await pdf.destroy();
  const without = texts.flatMap((text, i) => (text.trim() === "" ? [i + 1] : []));
  if (without.length === pages) return refuse(noText(pages));
  return {
    kind: "text",
    text: texts.filter((text) => text.trim() !== "").join("\n"),
    findings: without.length > 0 ? [pagesWithoutText(without)] : [],
  };
}

/** Items in the order they were written; a new line where the height changes, a blank one where more than a line is free. */
function linesOf(items: readonly Item[]): string {
  let out = "";
  let x = 0;
  let y: number | null = null;
  let size = 0;
  for (const item of items) {
    if (item.str === "" && !item.hasEOL) continue;
    const [left = 0, base = 0] = item.transform.slice(4);
    const high = item.height || size || 10;
    if (y !== null && Math.abs(base - y) > high * 0.5) {
      if (!out.endsWith("\n")) out += "\n";
      if (y - base > high * 2.2) out += "\n";
    } else if (y !== null && left - x > high * 1.2 && item.str.trim() !== "") out += " | ";
    else if (y !== null && left - x > high * 0.18 && !/\s$/.test(out) && !/^\s/.test(item.str)) out += " ";
    // A wide blank item is the gap between two columns of a table.
    if (item.str.trim() !== "") out += item.str;
    else if (item.str !== "" && !/\s$/.test(out)) out += item.width > high * 1.2 ? " | " : " ";
    if (item.str.trim() !== "" || item.hasEOL) [x, y, size] = [left + item.width, base, high];
  }
  return out.replace(/(?: \|)* \| *$/gm, "");
}
