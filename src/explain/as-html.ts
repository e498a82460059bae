/**
 * A document as HTML: `asHtmlBody` for a page that has its own styles, `asHtml` whole, in one file without a
 * script, a font or an address that would be fetched, made for print.
 */
import { clean, runs, webAddress, type Block, type Document, type Run, type Words } from "./document.ts";
import { STYLE } from "./html-style.ts";

/** The document as a page of its own. Its policy forbids everything but its own style. */
export function asHtml(document: Document): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(`${document.title}: ${document.subtitle}`)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    asHtmlBody(document),
    "</body>",
    "</html>",
  ].join("\n");
}

/** The document as one `article` element; its classes begin with `np-`. */
export function asHtmlBody(document: Document): string {
  return [
    `<article class="np-document np-${document.type}">`,
    `<header><h1>${escape(document.title)}</h1><p>${escape(document.subtitle)}</p></header>`,
    ...document.blocks.map(drawn),
    `<footer>${escape(document.footer)}</footer>`,
    "</article>",
  ].join("\n");
}

function drawn(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h2>${escape(block.text)}</h2>`;
    case "paragraph":
      return `<p${block.look === undefined ? "" : ` class="np-${block.look}"`}>${line(block.words)}</p>`;
    case "answer":
      return `<dl class="np-answer np-${block.tone}">${block.lines
        .map((l) => `<div><dt>${escape(l.label)}</dt><dd>${escape(l.says)}</dd></div>`)
        .join("")}</dl>`;
    case "list": {
      const tag = block.look === "numbers" ? "ol" : "ul";
      const box = block.look === "boxes" ? '<span class="np-box" aria-hidden="true"></span>' : "";
      return `<${tag} class="np-${block.look}">${block.items.map((item) => `<li>${box}${line(item)}</li>`).join("")}</${tag}>`;
    }
    case "table":
      return table(block);
    case "excerpt":
      return `<div class="np-excerpt">${block.lines
        .map((l) => (l === null ? "<p>&hellip;</p>" : `<p><span>${l.number}</span> ${line(l.words)}</p>`))
        .join("")}</div>`;
    case "blank":
      return `<div class="np-blank"><p>${escape(block.label)}</p>${"<hr>".repeat(block.lines)}</div>`;
  }
}

function table(block: Extract<Block, { kind: "table" }>): string {
  const columns = block.widths.map((w) => `<col style="width:${Math.round(w * 100)}%">`).join("");
  const head = block.head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join("");
  const rows = block.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${line(cell)}</td>`).join("")}</tr>`).join("");
  return `<table${block.form ? ' class="np-form"' : ""}><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

const line = (words: Words): string => runs(words).map(run).join("");

function run({ text, look, link }: Run): string {
  const shown = escape(text);
  const address = webAddress(link);
  if (address !== undefined) return `<a href="${escape(address)}" rel="noreferrer">${shown}</a>`;
  if (look === undefined) return shown;
  if (look === "strong") return `<strong>${shown}</strong>`;
  return look === "quiet" ? `<span class="np-quiet">${shown}</span>` : `<mark class="np-${look}">${shown}</mark>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string): string => clean(text).replace(/[&<>"']/g, (c) => ENTITIES[c] as string);
