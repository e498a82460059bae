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
  readonly note?: string;
}

export interface Citation {
  readonly source: string;
  readonly locator?: string;
  readonly how: How;
  /** Source id through which it was read, when quoted by another. */
  readonly via?: string;
  /** What the source says, in our words. */
  readonly claim?: string;
}
