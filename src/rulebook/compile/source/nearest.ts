/** "Did you mean": the known word closest to a mistyped one. */

/** Fewest edits (insert, delete, replace, swap of neighbours) that make `a` into `b`. */
export function edits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** The nearest of `known`, when it is near enough to be meant: one edit in three letters, three at most; else null. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | null = null;
  let least = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const n = edits(word.toLowerCase().slice(0, 60), candidate.toLowerCase().slice(0, 60));
    if (n < least) [best, least] = [candidate, n];
  }
  return best;
}

/** ` Did you mean "until"?` with its space before, or "". */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === null ? "" : ` Did you mean "${near}"?`;
}
