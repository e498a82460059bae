/** A family whose codes are reported for each structure: one unit a structure and side, however many needles. */
import type { Range } from "../base/range.ts";
import { ask, type Answer } from "./answer.ts";
import type { Scene } from "./by-session.ts";
import { countElement, evidenceOf, nameOf } from "./count-elements.ts";
import type { Reason } from "./determination.ts";
import { idsOf, type Element } from "./elements.ts";
import { BLANK, DONE, ELSEWHERE, STRUCTURE, SUBSTANCE } from "./mentions.ts";
import { sideModifiers } from "./modifiers.ts";
import { noRowApplies, rulesDisagree } from "./problems.ts";
import { asksFor, query, QUESTION_OF } from "./queries.ts";
import { BY_SIDE } from "./ranges.ts";
import { judge, traceRows, verdict } from "./rows.ts";
import { LEFT, RIGHT } from "./sites.ts";
import type { FamilyTable, RowTable } from "./tables.ts";

interface Unit {
  readonly element: Element;
  readonly row: RowTable;
}

/** Doubts under which an element has no line at all, or has one and still asks. */
const ASKING = DONE | STRUCTURE | ELSEWHERE | SUBSTANCE | BLANK;

/** Adds to `answer` a line for each structure and side of a family, and the questions that keep one open. Throws nothing. */
export function decideStructures(
  family: FamilyTable,
  elements: readonly Element[],
  scene: Scene,
  answer: Answer,
): void {
  const total = family.rows.some((row) => row.counted) ? atLeastOne(scene.tally(elements, BY_SIDE)) : ONE;
  const units: Unit[] = [];
  const exact = new Set(elements.flatMap((e) => (e.sure && e.atoms.side.length === 1 ? e.atoms.side : [])));
  for (const element of elements) {
    // Words for one of several structures, one of which is named beside them, may only repeat it.
    if (element.others.length > 0 && element.atoms.side.some((atom) => exact.has(atom))) continue;
    const one = [element];
    const judged = judge(family, { elements: one, session: scene.session, service: element.service });
    const result = verdict(judged, total);
    traceRows(judged, total, element.evidence, answer.trace);
    answer.elements.push(countElement(element, BY_SIDE));
    const rule = result.row?.row.where.rule ?? result.possible[0]?.row.row.where.rule ?? family.family.id;
    if (element.sure && result.row !== null) units.push({ element, row: result.row });
    if (result.disagree) answer.findings.push(rulesDisagree(result.possible.map((j) => j.row.row)));
    let asked = false;
    for (const [bit, asks] of QUESTION_OF) {
      if ((element.doubts & bit & ASKING) === 0) continue;
      asked = true;
      ask(answer, query(family.questions, asks, rule, element.evidence));
    }
    if (result.determined) continue;
    const unknown = result.possible.find((j) => j.unknown !== null)?.unknown;
    if (unknown != null) ask(answer, query(family.questions, asksFor(unknown), rule, element.evidence));
    else if (!asked) {
      answer.open = true;
      answer.findings.push(noRowApplies(family.family, element.name));
    }
  }
  report(family, units, answer);
}

const ONE: Range = { min: 1, max: 1 };
/** The element in hand is one, whatever is doubtful about the others. */
const atLeastOne = (r: Range): Range => ({ min: Math.max(1, r.min), max: r.max });

/** Lines: both sides of one structure together where the code takes modifier 50, else a line each. */
function report(family: FamilyTable, units: readonly Unit[], answer: Answer): void {
  const rights = new Map<string, Unit>();
  if (units.length > 1) for (const unit of units) if (unit.element.side === RIGHT) rights.set(pairKey(unit), unit);
  const paired = new Set<Unit>();
  for (const unit of units) {
    const { element, row } = unit;
    const other = element.side === LEFT ? rights.get(pairKey(unit)) : undefined;
    if (other !== undefined && !takesDigit(unit) && row.code.modifiers.has("50")) paired.add(unit).add(other);
  }
  for (const unit of units) {
    const { element, row } = unit;
    if (!paired.has(unit))
      push(family, row, [element], sideModifiers(row.code.modifiers, element.side, element.digit), answer);
    else if (element.side === LEFT) push(family, row, [element, rights.get(pairKey(unit))!.element], ["50"], answer);
  }
}

function pairKey({ element, row }: Unit): string {
  return `${row.rank}|${element.what}|${element.digit ?? ""}|${element.level ?? ""}`;
}

function takesDigit({ element, row }: Unit): boolean {
  const [modifier] = sideModifiers(row.code.modifiers, element.side, element.digit);
  return modifier !== undefined && modifier !== "LT" && modifier !== "RT";
}

function push(
  family: FamilyTable,
  row: RowTable,
  elements: readonly Element[],
  modifiers: readonly string[],
  answer: Answer,
): void {
  const first = elements[0]!;
  const because: Reason = {
    rule: row.row.where.rule,
    says: row.row.says,
    found: elements.map(nameOf).join(" and "),
    citations: row.citations,
    evidence: evidenceOf(elements),
  };
  answer.procedures.push({
    family,
    ids: idsOf(elements),
    row,
    service: first.service,
    line: {
      code: row.code.code,
      units: Math.max(...elements.map((e) => e.number)),
      modifiers,
      role: "procedure",
      says: row.code.says ?? row.row.says,
      because: [because],
    },
  });
}
