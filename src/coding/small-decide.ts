/** Deciding by the small book, and the answer on one line, for tests. */
import type { Fact } from "../note/facts.ts";
import { makeDecider, type DecideOptions, type Decision } from "./decide.ts";
import { smallBook } from "./small-book.ts";

const decider = makeDecider(smallBook);

/** Decides for 2025-06-02 unless said otherwise. */
export const decide = (facts: readonly Fact[], more: Partial<DecideOptions> = {}): Decision =>
  decider(facts, { date: "2025-06-02", ...more });

/** "determined 20553". */
export const answer = (d: Decision): string =>
  [d.status, ...d.lines.map((l) => [l.code, ...l.modifiers].join("-") + (l.units === 1 ? "" : ` x${l.units}`))].join(
    " ",
  );

/** Ids of the questions asked. */
export const asked = (d: Decision): string[] => d.queries.map((q) => q.id);
