/** The committed record of scores: one JSON line a recorded run, dated by hand or by the last commit, never by the clock. */
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { isDate } from "../../src/base/dates.ts";
import type { Scored } from "./score.ts";
import { groupBy, summarise } from "./summary.ts";

/** The date given, or that of the last commit; null when neither is known. */
export function dateOf(given: string | undefined): string | null {
  if (given !== undefined) return isDate(given) ? given : null;
  const git = spawnSync("git", ["log", "-1", "--format=%cs"], { encoding: "utf8" });
  const date = git.stdout?.trim() ?? "";
  return git.status === 0 && date !== "" ? date : null;
}

/** Adds the line, unless the last one already says the same. */
export function record(file: string, date: string, hash: string, scored: readonly Scored[], more: object): void {
  const sets = Object.fromEntries(
    [...groupBy(scored, (s) => [s.sample.set])].map(([set, list]) => [set, summarise(list)]),
  );
  const line = JSON.stringify({ date, rulebook: hash, ...sets, ...more });
  const last = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").at(-1) : "";
  if (line !== last) appendFileSync(file, `${line}\n`);
}
