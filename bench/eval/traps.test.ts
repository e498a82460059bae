/** Every trap, to the letter: the marked structures are treated, on their side, in their place, and nothing else is. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isMention } from "../../src/note/facts.ts";
import { loadEngine } from "./engine.ts";
import { trapCase, trapsIn } from "./traps.ts";

const root = join(import.meta.dirname, "../..");
const engine = loadEngine(root);
const traps = trapsIn(join(root, "bench/traps"));

const show = (m: { status: string; side: string; start: number; end: number }, text: string): string =>
  `${m.status} ${m.side} "${text.slice(m.start, m.end)}" at ${m.start}`;

describe.each([...new Set(traps.map((t) => t.trap))])("%s", (trap) => {
  const here = traps.filter((t) => t.trap === trap);
  test.each(here.map((t) => [t.text, t] as const))("%s", (text, { marks }) => {
    const treated = engine
      .read(text)
      .facts.filter(isMention)
      .filter((m) => m.status === "injected" || m.status === "needled");
    expect(treated.map((m) => show(m, text)).sort()).toEqual(marks.map((m) => show(m, text)).sort());
    for (const mark of marks)
      if (mark.id !== null) expect(treated.find((m) => m.start === mark.start)?.id).toBe(mark.id);
  });
});

test("a mark is read with its side, its place and its structure", () => {
  expect(trapCase("t", "The «Ln|upper trapezius=trapezius» was needled.")).toEqual({
    trap: "t",
    text: "The upper trapezius was needled.",
    marks: [{ start: 4, end: 19, side: "left", status: "needled", id: "trapezius" }],
  });
  expect(() => trapCase("t", "The «trapezius» was needled.")).toThrow(/not written/);
});

test("there are several hundred", () => expect(traps.length).toBeGreaterThanOrEqual(300));
