/**
 * A count that may be known only within bounds. `max: null` means that no upper bound can be read
 * from the words ("cervical paraspinals" is at least one muscle and may be any number).
 */
export interface Range {
  readonly min: number;
  readonly max: number | null;
}

/** A range of exactly `n`. */
export const exactly = (n: number): Range => ({ min: n, max: n });

/** The sum of two ranges; unbounded when either is. */
export const add = (a: Range, b: Range): Range => ({
  min: a.min + b.min,
  max: a.max === null || b.max === null ? null : a.max + b.max,
});

/** The smallest range that holds both; without end when either is. */
export const hull = (a: Range, b: Range): Range => ({
  min: Math.min(a.min, b.min),
  max: a.max === null || b.max === null ? null : Math.max(a.max, b.max),
});

/** "3", "1 to 2", "1 or more". */
export function printRange(r: Range): string {
  if (r.max === null) return `${r.min} or more`;
  return r.min === r.max ? String(r.min) : `${r.min} to ${r.max}`;
}
