/**
 * Which row of a family holds. Exactly one true and all others false: determined. Otherwise the least that
 * the facts support, and what is not known. No row is ever taken for want of another.
 */
import type { NotePlace } from "../base/finding.ts";
import type { Range } from "../base/range.ts";
import { within, type Truth } from "../base/truth.ts";
import type { Condition } from "../rulebook/types.ts";
import { answer, type Asked } from "./conditions.ts";
import type { Step } from "./determination.ts";
import type { FamilyTable, RowTable } from "./tables.ts";

/** A row with what its conditions, apart from the count, come to. */
export interface Judged {
  readonly row: RowTable;
  readonly others: Truth;
  /** The first condition that could not be answered. */
  readonly unknown: Condition["kind"] | null;
  /** True when nothing but guidance, imaging, the substance or a second side is unknown: a floor may then be reported. */
  readonly mild: boolean;
}

export interface Verdict {
  readonly determined: boolean;
  /** The row that holds, or the least supported; null when nothing is. */
  readonly row: RowTable | null;
  /** Every row that some admissible reading makes true. */
  readonly possible: readonly Judged[];
  /** More than one row is true whatever is still unknown. */
  readonly disagree: boolean;
}

/** What may be unknown when a floor is reported: it adds to a code, and does not choose between two. */
const MILD: ReadonlySet<Condition["kind"]> = new Set(["image", "imaging", "agent", "sides"]);

/** Answers the conditions of all rows once; counts are judged later, for each reading. */
export function judge(family: FamilyTable, asked: Asked): readonly Judged[] {
  return family.rows.map((row) => {
    let others: Truth = "true";
    let unknown: Condition["kind"] | null = null;
    let mild = true;
    for (let i = 0; i < row.others.length; i++) {
      const condition = row.others[i]!;
      const truth = answer(condition, row.otherBits[i]!, asked);
      if (truth === "false") others = "false";
      else if (truth === "unknown") {
        unknown ??= condition.kind;
        const least =
          condition.kind === "size" && row.row.anySize === true && asked.elements.every((e) => e.site !== null);
        if (!MILD.has(condition.kind) && !least) mild = false;
        if (others === "true") others = "unknown";
      }
    }
    return { row, others, unknown, mild };
  });
}

/** What the rows come to when the count is known to lie in a range. */
export function verdict(judged: readonly Judged[], range: Range): Verdict {
  let holds: RowTable | null = null;
  let open = false;
  let disagree = false;
  const possible: Judged[] = [];
  for (const j of judged) {
    const truth = truthOf(j, range);
    if (truth === "false") continue;
    possible.push(j);
    if (truth === "unknown") open = true;
    else if (holds === null) holds = j.row;
    else disagree = true;
  }
  if (holds !== null && !open && !disagree) return { determined: true, row: holds, possible, disagree };
  return { determined: false, row: disagree ? holds : leastOf(judged, range.min), possible, disagree };
}

/** The truth of a row over every count of a range. */
export function truthOf(j: Judged, range: Range): Truth {
  if (j.others === "false") return "false";
  const counted = within(range, j.row.count);
  return counted === "true" ? j.others : counted;
}

/**
 * The least supported: the first row that holds at the lowest count. An unknown image or substance counts as
 * absent only where the row is marked as a floor.
 */
function leastOf(judged: readonly Judged[], min: number): RowTable | null {
  const lowest = { min, max: min };
  for (const j of judged) if (truthOf(j, lowest) === "true") return j.row;
  for (const j of judged) if (j.row.row.floor === true && j.mild && truthOf(j, lowest) === "unknown") return j.row;
  return null;
}

/** Records every row that was looked at. */
export function traceRows(
  judged: readonly Judged[],
  range: Range,
  evidence: readonly NotePlace[],
  trace: Step[],
): void {
  for (const j of judged) {
    const { where, says } = j.row.row;
    trace.push({
      rule: where.rule,
      file: where.file,
      line: where.line,
      outcome: truthOf(j, range),
      says,
      found: j.row.counted ? range : null,
      citations: j.row.citations,
      evidence,
    });
  }
}
