/** One set of facts under every edition of the rules: where the answer changes, and why. */
import type { Decider, DecideOptions, Decision } from "../../../src/coding/decide.ts";
import type { Fact } from "../../../src/note/facts.ts";
import type { Rulebook } from "../../../src/rulebook/types.ts";
import type { Era } from "./messages.ts";

/** The eras so far, one step at a time, so that a newer note can interrupt. Yields after each day; returns the eras. */
export function* timeline(
  decide: Decider,
  book: Rulebook,
  days: readonly string[],
  facts: readonly Fact[],
  options: Omit<DecideOptions, "date">,
): Generator<undefined, readonly Era[]> {
  const eras: Era[] = [];
  for (const day of [book.horizon.from, ...days.filter((d) => d > book.horizon.from)]) {
    const decision = decide(facts, { ...options, date: day });
    const codes = procedures(decision);
    const last = eras.at(-1);
    const why = last === undefined ? [] : changes(book, day, [...last.codes, ...codes]);
    if (last === undefined || !same(last, decision.status, codes) || why.length > 0) {
      if (last !== undefined) eras[eras.length - 1] = { ...last, until: day };
      eras.push({ from: day, until: null, codes, status: decision.status, why });
    }
    yield;
  }
  return eras;
}

const same = (era: Era, status: Era["status"], codes: readonly string[]): boolean =>
  era.status === status && era.codes.join() === codes.join();

const procedures = (d: Decision): string[] => [
  ...new Set(d.lines.filter((l) => l.role !== "drug").map((l) => [l.code, ...l.modifiers].join("-"))),
];

/** What the editions that begin on that day say of their change, for the codes at hand. */
function changes(book: Rulebook, day: string, codes: readonly string[]): string[] {
  const known = [...new Set(codes.map((c) => c.slice(0, 5)))].map((c) => book.codes[c]);
  const said = known.flatMap((code) =>
    (code?.editions ?? []).flatMap((e) => (e.from === day && e.change !== undefined ? [e.change] : [])),
  );
  return [...new Set(said)];
}
