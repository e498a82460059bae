/**
 * Reading takes work that grows with the length of a text and no faster, whatever the text is made of: shown by counting,
 * not by a clock. The engine counts how often each stretch of the program runs.
 */
import { Session, type Profiler } from "node:inspector";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadEngine, type Engine } from "../eval/engine.ts";
import { HOSTILE } from "./hostile.ts";

const ROOT = join(import.meta.dirname, "..", "..");
/** Characters of the smaller text; the larger has four times as many. */
const LENGTH = 6000;
/** Work that no length explains: tables that grow by doubling, words that come to be known. */
const SLACK = 1.6;

const session = new Session();
let engine: Engine;

beforeAll(() => {
  engine = loadEngine(ROOT);
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
});
afterAll(() => session.disconnect());

/** How often stretches of the reader's program ran since it was last asked. */
function ran(): number {
  let taken: Profiler.TakePreciseCoverageReturnType | undefined;
  session.post("Profiler.takePreciseCoverage", (error, result) => {
    if (error === null) taken = result;
  });
  if (taken === undefined) throw new Error("Expected the engine's counts at once; it gave none.");
  let n = 0;
  for (const { url, functions } of taken.result)
    if (url.includes("/src/note/")) for (const f of functions) for (const { count } of f.ranges) n += count;
  return n;
}

function work(text: string): number {
  ran();
  engine.read(text);
  return ran();
}

test.each(Object.keys(HOSTILE))("%s", (name) => {
  const make = HOSTILE[name] as (chars: number) => string;
  // Once unseen, so that what is done at first and never again is not counted.
  work(make(LENGTH));
  const once = work(make(LENGTH));
  expect(once).toBeGreaterThan(0);
  expect(work(make(4 * LENGTH))).toBeLessThanOrEqual(4 * SLACK * once);
});
