/** One way of timing for every contender: warm-up first, then K runs; minimum, median and maximum are all shown. */

export interface Row {
  readonly name: string;
  /** What the figures are: `notes/s`, `ms`, `MB`. */
  readonly unit: string;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  readonly runs: number;
  /** What was checked, or anything else a reader should know. */
  readonly note?: string;
  /** Rows of one group are compared: each with its floor and its peers. */
  readonly role?: "own" | "peer" | "floor";
}

export interface Section {
  readonly title: string;
  /** What was run, in a sentence or two. */
  readonly about: string;
  readonly rows: readonly Row[];
}

export interface Options {
  readonly runs?: number;
  readonly warm?: number;
  readonly role?: NonNullable<Row["role"]>;
  readonly note?: string;
}

export function spread(
  name: string,
  unit: string,
  values: readonly number[],
  more: Pick<Row, "note" | "role"> = {},
): Row {
  const v = [...values].sort((a, b) => a - b);
  return { name, unit, min: v[0] ?? 0, median: v[v.length >> 1] ?? 0, max: v.at(-1) ?? 0, runs: v.length, ...more };
}

/** Times `work` over `n` things: a row of things a second. */
export async function rate(name: string, unit: string, n: number, work: () => unknown, o: Options = {}): Promise<Row> {
  const { runs = 5, warm = 2, ...more } = o;
  return spread(
    name,
    unit,
    (await times(work, runs, warm)).map((ms) => (1000 * n) / ms),
    more,
  );
}

/**
 * Milliseconds of each run, warm-up left out. Memory is tidied before the warm-up and not between the runs: forced to
 * tidy, the engine also throws away compiled code, and the next run would time its compiler.
 */
export async function times(work: () => unknown, runs: number, warm: number): Promise<number[]> {
  if (warm > 0) globalThis.gc?.();
  for (let i = 0; i < warm; i++) await work();
  const out: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    out.push(performance.now() - start);
  }
  return out;
}

/** The value at share `q` of a list, e.g. 0.99. */
export function quantile(values: readonly number[], q: number): number {
  const v = [...values].sort((a, b) => a - b);
  return v[Math.min(v.length - 1, Math.floor(q * v.length))] ?? 0;
}
