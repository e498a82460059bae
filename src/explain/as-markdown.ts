/** A document as Markdown. Every character of the note that Markdown or HTML would read as its own is escaped. */
import { clean, runs, webAddress, type Block, type Document, type Run, type Words } from "./document.ts";

/** Markdown of the document, ending without a newline. */
export function asMarkdown(document: Document): string {
  return [
    `# ${escape(document.title)}`,
    escape(document.subtitle),
    ...document.blocks.map(drawn),
    "---",
    `<small>${escape(document.footer)}</small>`,
  ].join("\n\n");
}

function drawn(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `## ${escape(block.text)}`;
    case "paragraph":
      return block.look === "warning" ? `> ${line(block.words)}` : line(block.words);
    case "answer":
      return block.lines.map((l) => `**${escape(l.label)}** ${escape(l.says)}`).join("  \n");
    case "list":
      return block.items
        .map((item, i) => `${{ points: "-", numbers: `${i + 1}.`, boxes: "- [ ]" }[block.look]} ${line(item)}`)
        .join("\n");
    case "table":
      return [
        `| ${block.head.map(escape).join(" | ")} |`,
        `| ${block.head.map(() => "---").join(" | ")} |`,
        ...block.rows.map((cells) => `| ${cells.map((cell) => line(cell) || " ").join(" | ")} |`),
      ].join("\n");
    case "excerpt":
      return block.lines.map((l) => (l === null ? "> ..." : `> ${l.number}: ${line(l.words)}`)).join("  \n");
    case "blank":
      return [escape(block.label), ...Array.from({ length: block.lines }, () => "\\_".repeat(40))].join("\n\n");
  }
}

const line = (words: Words): string => runs(words).map(run).join("");

function run({ text, look, link }: Run): string {
  const shown = escape(text);
  const address = webAddress(link);
  if (address !== undefined) return `[${shown}](<${address}>)`;
  if (look !== "strong" && look !== "counted" && look !== "asked") return shown;
  // Spaces inside the stars would show the stars.
  return shown.replace(/^(\s*)(.*?)(\s*)$/, (_, before, words, after) =>
    words ? `${before}**${words}**${after}` : shown,
  );
}

/** Text as Markdown shows it. A number and dot, or a dash, begin no list; a bar ends no cell. */
const escape = (text: string): string =>
  clean(text)
    .replace(/[\\`*_{}[\]<>|~#]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
