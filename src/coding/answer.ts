/** The answer while it is being put together: each step of deciding adds to it. */
import type { Finding } from "../base/finding.ts";
import type { Contested, CountElement, Line, NotCoded, Query, Step } from "./determination.ts";
import type { Range } from "../base/range.ts";
import type { FamilyTable, RowTable } from "./tables.ts";

/** A procedure line with the row that gave it, for the steps that weigh lines against each other. */
export interface DraftLine {
  readonly family: FamilyTable;
  readonly row: RowTable;
  readonly service: number | undefined;
  readonly line: Line;
}

export interface Answer {
  readonly procedures: DraftLine[];
  readonly companions: Line[];
  readonly queries: Query[];
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

/** Adds a question; the same one asked twice is one question with both places. */
export function ask(answer: Answer, query: Query): void {
  const i = answer.queries.findIndex((q) => q.id === query.id);
  const before = answer.queries[i];
  if (before === undefined) answer.queries.push(query);
  else answer.queries[i] = { ...before, indicators: [...before.indicators, ...query.indicators] };
}
