/** Encounters answered by two versions of a book: which answers change, from what to what, and because of which rule. */
import { makeReader } from "../../note/read.ts";
import { hashValue } from "../../rulebook/hash.ts";
import type { Rulebook } from "../../rulebook/types.ts";
import type { Determination, Encounter } from "../determination.ts";
import { makeEngine, type Engine } from "../determine.ts";
import type { RuleChange } from "./changes.ts";

export interface AnswerChange {
  readonly kind: "answer-change";
  readonly id: string;
  readonly dateOfService: string;
  /** "determined: 20552 x1", "query: 20552 x1; asks muscles". */
  readonly was: string;
  readonly is: string;
  /** Rules each of which changes the answer by itself; empty when only several together do. */
  readonly because: readonly string[];
}

/** Parts of a book that the reader is made from; without a change in them a note is read the same. */
const READ_FROM = ["terms", "cues", "plainWords", "structures", "drugs"] as const;

/**
 * Makes the comparison: an encounter in, its change out, or null when both books answer the same. Engines for single
 * changes are made when an answer first differs, and kept.
 */
export function makeCorpusDiff(
  old: Rulebook,
  fresh: Rulebook,
  changes: readonly RuleChange[],
): (encounter: Encounter) => AnswerChange | null {
  const readers = new Map<string, ReturnType<typeof makeReader>>();
  const engineOf = (book: Rulebook): Engine => {
    const key = hashValue(READ_FROM.map((part) => book[part]));
    let read = readers.get(key);
    if (read === undefined) readers.set(key, (read = makeReader(book)));
    return makeEngine(book, { read });
  };
  const [before, after] = [engineOf(old), engineOf(fresh)];
  const single = new Map<RuleChange, Engine>();
  return (encounter) => {
    const [was, is] = [before(encounter), after(encounter)];
    const [a, z] = [answerOf(was), answerOf(is)];
    if (a === z) return null;
    const because = changes.filter((change) => {
      let engine = single.get(change);
      if (engine === undefined) single.set(change, (engine = engineOf(change.into(old))));
      return answerOf(engine(encounter)) !== a;
    });
    return {
      kind: "answer-change",
      id: is.id,
      dateOfService: is.dateOfService,
      was: a,
      is: z,
      because: because.map((c) => c.rule),
    };
  };
}

/** What counts as the answer: status, lines with units and modifiers, what is asked, what is not coded. */
function answerOf(d: Determination): string {
  const lines = d.lines.map((l) => `${[l.code, ...[...l.modifiers].sort()].join("-")} x${l.units}`).sort();
  const parts = [
    `${d.status}: ${lines.length === 0 ? "no code" : lines.join(", ")}`,
    d.queries.length === 0
      ? ""
      : `asks ${d.queries
          .map((q) => q.id)
          .sort()
          .join(", ")}`,
    d.notCoded.length === 0 ? "" : `not coded ${[...new Set(d.notCoded.map((n) => n.family))].sort().join(", ")}`,
  ];
  return parts.filter((p) => p !== "").join("; ");
}
