/** Painting over a text without changing its length: what is covered is skipped, what is written stands at its end. */

/** A character that reading skips (word joiner). */
export const COVER = "\u2060";

/** Names that programs give to the whole text of a note: they say nothing of what it holds. */
export const WHOLE = new Set(
  "note notes text body content contents document narrative report message value".split(" "),
);

/** As long as what it stands for: covers, then `shown`. What does not fit is not shown. */
export function over(covered: number, shown = ""): string {
  return shown.length > covered ? COVER.repeat(covered) : COVER.repeat(covered - shown.length) + shown;
}

/** Pieces of a text painted in order; the rest stays as it is. */
export class Paint {
  private readonly out: string[] = [];
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Covers `from` to `to` and shows `shown` at its end. A piece that is covered already, or ends before it begins, stays. */
  cover(from: number, to: number, shown = ""): void {
    if (from < this.at || to < from) return;
    this.out.push(this.text.slice(this.at, from), over(to - from, shown));
    this.at = to;
  }

  /** The whole text; the text itself when nothing was covered. */
  done(): string {
    if (this.out.length === 0) return this.text;
    this.out.push(this.text.slice(this.at));
    this.at = this.text.length;
    return this.out.join("");
  }
}
