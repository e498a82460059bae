/** The answer while it is being put together: each step of deciding adds to it. */
import type { Finding, NotePlace } from "../base/finding.ts";
import type { Contested, CountElement, Line, NotCoded, Query, Step } from "./determination.ts";
import type { Range } from "../base/range.ts";
import type { FamilyTable, RowTable } from "./tables.ts";

/** A procedure line with the row that gave it, for the steps that weigh lines against each other. */
export interface DraftLine {
  readonly family: FamilyTable;
  readonly row: RowTable;
  readonly service: number | undefined;
  /** Ids of its structures; undefined when one has none. */
  readonly ids: readonly string[] | undefined;
  readonly line: Line;
}

export interface Answer {
  readonly procedures: DraftLine[];
  readonly companions: Line[];
  readonly queries: (Query & { readonly indicators: NotePlace[] })[];
  readonly contested: Contested[];
  readonly conflicts: Finding[];
  readonly notCoded: NotCoded[];
  readonly findings: Finding[];
  readonly trace: Step[];
  readonly elements: CountElement[];
  /** Something is open that no question to the provider can settle. */
  open: boolean;
  muscles?: Range;
  byName?: Range;
  bySide?: Range;
  needled?: Range;
  groups?: Range;
}

/** An answer with nothing in it yet. Not frozen: every step of deciding adds to it. */
export function newAnswer(): Answer {
  return {
    procedures: [],
    companions: [],
    queries: [],
    contested: [],
    conflicts: [],
    notCoded: [],
    findings: [],
    trace: [],
    elements: [],
    open: false,
  };
}

/** Adds a question; the same one asked twice is one question with all its places. */
export function ask(answer: Answer, query: Query): void {
  const before = answer.queries.find((q) => q.id === query.id);
  if (before === undefined) answer.queries.push({ ...query, indicators: [...query.indicators] });
  else for (const place of query.indicators) before.indicators.push(place);
}
