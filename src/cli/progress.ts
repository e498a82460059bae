/** A progress bar on standard error: only on a terminal, only for work longer than a second. */
import type { SingleBar } from "cli-progress";

const AFTER = 1000;
const EVERY = 100;

export interface Progress {
  /** Work done so far, in the unit of `total`; cheap enough to call often. */
  at(done: number): Promise<void>;
  stop(): void;
}

/**
 * A bar for work of `total` steps; null: how much there is, is not known, and only what was done is shown. `unit`:
 * "MB", "notes".
 */
export function progress(unit: string, total: number | null): Progress {
  const start = Date.now();
  let last = start;
  let bar: SingleBar | null = null;
  return {
    async at(done) {
      if (!process.stderr.isTTY) return;
      const now = Date.now();
      if (now - start < AFTER || now - last < EVERY) return;
      last = now;
      if (bar === null) {
        const format =
          total === null
            ? `  {value} ${unit}  {duration_formatted}`
            : `  {bar} {percentage} %  {value}/{total} ${unit}  {eta_formatted} left`;
        bar = (await import("./bar.ts")).makeBar(format);
        bar.start(total ?? 0, 0);
      }
      bar.update(Math.round(done));
    },
    stop: () => bar?.stop(),
  };
}
