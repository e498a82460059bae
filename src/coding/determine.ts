/**
 * Encounter to determination: resolve the date, read the note, decide, add what would change the answer,
 * edits and the receipt, and freeze. One bad encounter gives findings, never an exception.
 */
import type { Finding } from "../base/finding.ts";
import type { Fact } from "../note/facts.ts";
import { makeReader, type Reader } from "../note/read.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { makeDecider, type Decider, type Decision, type DecideOptions } from "./decide.ts";
import { dateOf } from "./dates.ts";
import type { Determination, Encounter } from "./determination.ts";
import { noEdits, type Edits } from "./edits/seam.ts";
import { deepFreeze } from "../rulebook/freeze.ts";
import { normaliseFacts } from "./normalise.ts";
import { nothingToRead, unknownConvention, unknownPosition } from "./problems.ts";
import { receiptOf } from "./receipt.ts";
import { inFacility } from "./sessions.ts";
import { makeWouldChange } from "./would-change.ts";

export type Engine = (encounter: Encounter) => Determination;

export interface EngineParts {
  /** Reads a note; the reader of the book when left out. */
  readonly read?: Reader;
  /** The decider of the book; made when left out. */
  readonly decide?: Decider;
  /** Looks the lines up in edit tables; none when left out. */
  readonly edits?: Edits;
}

/**
 * Makes the engine of a rulebook. Takes an encounter as in the public contract, gives a frozen determination.
 * Facts given by hand stand in place of the note's; a note given beside them is evidence only. Throws for
 * nothing an encounter can hold.
 *
 * @example
 * const determine = makeEngine(book);
 * determine({ dateOfService: "2025-06-02", note: "Trigger points injected: left trapezius." }).lines;
 */
export function makeEngine(book: Rulebook, parts: EngineParts = {}): Engine {
  const decide = parts.decide ?? makeDecider(book);
  const changes = makeWouldChange(decide, book);
  const edits = parts.edits ?? noEdits;
  let read = parts.read;
  return (encounter) => {
    const reading =
      encounter.facts === undefined && encounter.note !== undefined
        ? (read ??= makeReader(book))(encounter.note, encounter.payer !== undefined)
        : null;
    const hand = encounter.facts === undefined ? null : normaliseFacts(encounter.facts);
    const facts: readonly Fact[] = hand?.facts ?? reading?.facts ?? [];
    const { date, findings: dating } = dateOf(encounter, facts, reading, book.horizon);
    const asked = hand === null && reading === null ? [nothingToRead()] : (hand?.findings ?? reading?.findings ?? []);
    const before: readonly Finding[] = [...asked, ...dating, ...choices(encounter, book)];
    const options = optionsOf(encounter, date ?? "");
    const decision = date === null ? UNDECIDED : decide(facts, options);
    const edited = edits({
      lines: decision.lines,
      date: decision.dateOfService,
      billed: encounter.billed ?? [],
      diagnoses: encounter.diagnoses ?? [],
      facts,
      note: encounter.note,
      facility: facilityOf(encounter, facts),
    });
    return deepFreeze<Determination>({
      kind: "determination",
      id: encounter.id ?? "",
      dateOfService: decision.dateOfService,
      status: decision.status,
      lines: edited.lines,
      counts: decision.counts,
      facts,
      queries: decision.queries,
      wouldChange: date === null ? [] : changes(facts, options, decision),
      contested: decision.contested,
      conflicts: decision.conflicts,
      notCoded: decision.notCoded,
      edits: edited.findings,
      diagnoses: edited.diagnoses,
      coverage: null,
      findings: [...before, ...decision.findings],
      trace: decision.trace,
      receipt: receiptOf(encounter, book.hash, edited.tables),
    });
  };
}

/** What the encounter says of the setting, else the note. */
function facilityOf({ setting }: Encounter, facts: readonly Fact[]): boolean | null {
  return inFacility(setting) ?? (facts.some((f) => f.kind === "statement" && f.says === "facility") ? true : null);
}

function optionsOf(encounter: Encounter, date: string): DecideOptions {
  return {
    date,
    ...(encounter.conventions === undefined ? {} : { conventions: encounter.conventions }),
    ...(encounter.setting === undefined ? {} : { setting: encounter.setting }),
    ...(encounter.payer === undefined ? {} : { payer: encounter.payer }),
  };
}

/** What is given back when the date is none: nothing can be in force on it. */
const UNDECIDED: Decision = deepFreeze<Decision>({
  kind: "decision",
  dateOfService: "",
  status: "none",
  lines: [],
  counts: { elements: [], sites: null, needlePasses: null },
  queries: [],
  contested: [],
  conflicts: [],
  notCoded: [],
  findings: [],
  trace: [],
});

/** Choices of the organisation that the book cannot honour. */
function choices(encounter: Encounter, book: Rulebook): readonly Finding[] {
  return Object.entries(encounter.conventions ?? {}).flatMap(([id, position]) => {
    const convention = book.conventions.find((c) => c.id === id);
    if (convention === undefined) return [unknownConvention(id)];
    const known = convention.positions.map((p) => p.id);
    return known.includes(position) ? [] : [unknownPosition(id, position, known)];
  });
}
