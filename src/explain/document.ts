/**
 * A document before it has a format: one small tree that the proof sheet, the query, the appeal and the
 * template are built as, and that each format (text, Markdown, HTML, PDF, Word) draws in its own way. Plain frozen
 * data without a clock: the same determination gives the same tree, and the same tree the same bytes.
 */
import type { Finding } from "../base/finding.ts";
import { deepFreeze } from "../rulebook/freeze.ts";

/** How a run of words looks. `counted`, `seen`, `asked` mark words of the note: by what became of them. */
export type Look = "strong" | "quiet" | "counted" | "seen" | "asked";

export interface Run {
  readonly text: string;
  readonly look?: Look;
  /** A web address, `https:` or `http:` only. */
  readonly link?: string;
}

/** Words on a line: a text, or runs of different looks. */
export type Words = string | readonly (string | Run)[];

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly look?: "quiet" | "warning"; readonly words: Words }
  /** The answer itself, large: a code and its sentence. `tone`: whether it stands. */
  | {
      readonly kind: "answer";
      readonly tone: "stands" | "open" | "none";
      readonly lines: readonly { readonly label: string; readonly says: string }[];
    }
  /** `boxes`: choices to tick. */
  | { readonly kind: "list"; readonly look: "points" | "numbers" | "boxes"; readonly items: readonly Words[] }
  /** `widths`: shares of the line, adding to 1. `form`: rows are to be written in, and keep their lines. */
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly Words[])[];
      readonly widths: readonly number[];
      readonly form?: true;
    }
  /** Lines of the note with their numbers; a null is a gap. */
  | { readonly kind: "excerpt"; readonly lines: readonly (ExcerptLine | null)[] }
  /** Something to write on: a label and so many ruled lines. */
  | { readonly kind: "blank"; readonly label: string; readonly lines: number };

export interface ExcerptLine {
  readonly number: number;
  readonly words: readonly Run[];
}

export interface Document {
  readonly kind: "document";
  /** What it is: "Proof sheet", "Question to the provider". */
  readonly type: "proof" | "query" | "appeal" | "template" | "across";
  readonly title: string;
  /** Under the title: date of service, and what identifies it. */
  readonly subtitle: string;
  readonly blocks: readonly Block[];
  /** Small print at the foot: what it was made with, so that it can be made again. */
  readonly footer: string;
  /** ISO day that a format may carry as its own; never a clock's. */
  readonly date: string;
}

/** A document, or the finding that says why there is none (severity `info`: there is nothing to write). */
export type Made =
  | { readonly kind: "made"; readonly document: Document }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** A finished document, frozen. */
export const made = (document: Omit<Document, "kind">): Made =>
  deepFreeze({ kind: "made", document: { kind: "document", ...document } });

/** No document, and why not. */
export const refused = (...findings: readonly Finding[]): Made => Object.freeze({ kind: "refused", findings });

// ---- building blocks, so that a document reads as one ------------------------------------------------

/** A heading of a part. */
export const heading = (text: string): Block => ({ kind: "heading", text });
/** Running words. */
export const paragraph = (words: Words, look?: "quiet" | "warning"): Block =>
  look === undefined ? { kind: "paragraph", words } : { kind: "paragraph", look, words };
/** A list with a dash for each item. */
export const points = (items: readonly Words[]): Block => ({ kind: "list", look: "points", items });
/** A list with a box to tick for each item. */
export const boxes = (items: readonly Words[]): Block => ({ kind: "list", look: "boxes", items });
/** A label with `lines` empty lines to write on. */
export const blank = (label: string, lines = 1): Block => ({ kind: "blank", label, lines });

/** A heading with what stands under it, or nothing when that is empty. */
export function part(title: string, ...blocks: readonly (Block | null)[]): readonly Block[] {
  const some = blocks.filter((b) => b !== null && !isEmpty(b)) as readonly Block[];
  return some.length === 0 ? [] : [heading(title), ...some];
}

function isEmpty(block: Block): boolean {
  if (block.kind === "list") return block.items.length === 0;
  if (block.kind === "table") return block.rows.length === 0;
  return block.kind === "excerpt" && block.lines.length === 0;
}

/** Words as runs. */
export const runs = (words: Words): readonly Run[] =>
  typeof words === "string" ? [{ text: words }] : words.map((w) => (typeof w === "string" ? { text: w } : w));

/** Words without their looks. */
export const bare = (words: Words): string =>
  runs(words)
    .map((run) => run.text)
    .join("");

/**
 * A text that is safe to draw: no control characters, no marks that turn the direction of writing or are not
 * seen. A note is written by anybody, and what a reader sees must be what it says.
 */
export function clean(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ").replace(UNSEEN, "");
}
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** The address when it is one of the web, else undefined: nothing else is ever a link. */
export const webAddress = (address: string | null | undefined): string | undefined =>
  address != null && /^https?:\/\/[^\s"'<>\\]+$/.test(address) ? address : undefined;
