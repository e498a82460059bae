/** Where a statement is written, and how far that was read. */
import type { How, Tier } from "./words.ts";

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly tier: Tier;
  readonly how: How;
  readonly address: string | null;
  /** Where in it, for a citation that names no place of its own. */
  readonly locator?: string;
  readonly note?: string;
  /** How many of the facts that citations of it rest on a check has found in its text, and in what text. */
  readonly checked?: { readonly found: number; readonly of: number; readonly is: TextIs };
}

/** How near the text that was checked is to the source itself. */
export type TextIs = "text" | "excerpt" | "quotation" | "digest" | "data";

export interface Citation {
  readonly source: string;
  readonly locator?: string;
  readonly how: How;
  /** Source id through which it was read, when quoted by another. */
  readonly via?: string;
  /** What the source says, in our words. */
  readonly claim?: string;
  /** What must be found in its text. */
  readonly find?: readonly string[];
}
