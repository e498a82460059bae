/**
 * A family whose codes go by place: the first level of the spine or limb, the second, the further ones. Places are put
 * in order, each takes the row that holds for it, and rows that take several places add up as the rule says.
 */
import type { NotePlace } from "../base/finding.ts";
import { ask, type Answer } from "./answer.ts";
import type { Scene } from "./by-session.ts";
import { evidenceOf, sideOf } from "./count-elements.ts";
import type { Reason } from "./determination.ts";
import { idsOf, type Element } from "./elements.ts";
import { BLANK, DONE, ELSEWHERE, STRUCTURE, SUBSTANCE } from "./mentions.ts";
import { sidesOf } from "./modifiers.ts";
import { levelParts, limbPart, type Part, type Place } from "./places.ts";
import { noRowApplies, rulesDisagree } from "./problems.ts";
import { asksFor, query, QUESTION_OF, type Asks } from "./queries.ts";
import { judge, traceRows, verdict, type Judged } from "./rows.ts";
import type { FamilyTable, RowTable } from "./tables.ts";

/** Doubts about an element that are asked whatever the places come to. */
const ASKING = DONE | STRUCTURE | ELSEWHERE | SUBSTANCE | BLANK;

/** Adds to `answer` the codes of a family told by place: one for the first, the second and each further place of a part. Throws nothing. */
export function decidePlaces(family: FamilyTable, elements: readonly Element[], scene: Scene, answer: Answer): void {
  const spines = [...new Map(family.rows.flatMap(spineOf).map((is) => [is.join(), is])).values()];
  const parts = family.limbOf === null ? levelParts(elements, spines) : [limbPart(family, elements, scene.tally)];
  for (const part of parts) decidePart(family, part, scene, answer);
  for (const e of elements)
    for (const [bit, asks] of QUESTION_OF)
      if ((e.doubts & bit & ASKING) !== 0) put(family, asks, null, e.evidence, answer);
}

const spineOf = ({ others }: RowTable) => others.flatMap((c) => (c.kind === "spine" ? [c.is] : []));

function decidePart(family: FamilyTable, part: Part, scene: Scene, answer: Answer): void {
  const { session } = scene;
  const service = part.elements[0]?.service;
  const judged = judge(family, { elements: part.elements, session, service, spine: part.spine });
  const evidence = evidenceOf(part.elements);
  const taken = new Map<RowTable, Place[]>();
  let asked = false;
  const asks = (what: Asks, row: RowTable | null, of: readonly NotePlace[]): void => {
    asked = true;
    put(family, what, row, of, answer);
  };
  part.sure.forEach((place, i) => {
    answer.elements.push(...countedAt(place, family));
    const here = judged.filter(({ row }) => within(row, i + 1));
    const result = verdict(here, place.count);
    if (result.row !== null) taken.set(result.row, [...(taken.get(result.row) ?? []), place]);
    if (result.disagree) answer.findings.push(rulesDisagree(result.possible.map((j) => j.row.row)));
    if (result.determined || result.disagree) return;
    const open = result.possible.find((j) => j.unknown !== null);
    if (open?.unknown != null) asks(asksFor(open.unknown), open.row, evidenceOf(place.elements));
    else if (result.possible.length > 0)
      asks("muscles", result.row ?? result.possible[0]!.row, evidenceOf(place.elements));
  });
  if (part.sideOpen.length > 0) asks("side", null, evidenceOf(part.sideOpen));
  if (mayGrow(judged, part)) asks("levels", null, evidence);
  trace(judged, part, taken, evidence, answer);
  for (const [row, places] of taken) report(family, row, places, answer);
  if (taken.size > 0 || asked || !part.elements.some((e) => e.sure)) return;
  if (part.sure.length === 0) asks("levels", null, evidence);
  else {
    answer.open = true;
    answer.findings.push(noRowApplies(family.family, part.sure[0]!.name));
  }
}

const within = ({ place }: RowTable, n: number): boolean => n >= place.min && (place.max === null || n <= place.max);

/** Would places that may be there besides the sure ones add a line or a unit? */
function mayGrow(judged: readonly Judged[], { sure, most }: Part): boolean {
  if (most <= sure.length) return false;
  return judged.some(
    ({ row, others }) =>
      others !== "false" &&
      row.place.min <= most &&
      (row.place.max === null || row.place.max > sure.length) &&
      (row.row.each === true || row.place.min > sure.length),
  );
}

function trace(
  judged: readonly Judged[],
  part: Part,
  taken: ReadonlyMap<RowTable, unknown>,
  evidence: readonly NotePlace[],
  answer: Answer,
): void {
  const places = { min: part.sure.length, max: part.most === Infinity ? null : part.most };
  const reached = judged.map((j): Judged => {
    if (taken.has(j.row) || j.others === "false") return j;
    const possible = j.row.place.min <= part.most;
    return {
      ...j,
      others:
        possible && j.others === "unknown"
          ? "unknown"
          : possible && j.row.place.min > part.sure.length
            ? "unknown"
            : "false",
    };
  });
  traceRows(reached, places, evidence, answer.trace);
}

function report(family: FamilyTable, row: RowTable, places: readonly Place[], answer: Answer): void {
  const bySides = new Map<string, Place[]>();
  for (const place of places) {
    const key = row.row.each === true ? sidesOf(place.elements, row.code.modifiers).join() : "";
    bySides.set(key, [...(bySides.get(key) ?? []), place]);
  }
  for (const group of bySides.values()) {
    const elements = [...new Set(group.flatMap((p) => p.elements))];
    const because: Reason = {
      rule: row.row.where.rule,
      says: row.row.says,
      found: group.map((p) => p.name).join(", "),
      citations: row.citations,
      evidence: evidenceOf(elements),
    };
    answer.procedures.push({
      family,
      ids: idsOf(elements),
      row,
      service: elements[0]!.service,
      line: {
        code: row.code.code,
        units: row.row.each === true ? group.length : 1,
        modifiers: modifiersOf(group, row),
        role: "procedure",
        says: row.code.says ?? row.row.says,
        because: [because],
      },
    });
  }
}

/** Both sides only where one place has both: left at one level and right at another are not both sides of one. */
function modifiersOf(places: readonly Place[], row: RowTable): readonly string[] {
  const each = places.map((p) => sidesOf(p.elements, row.code.modifiers));
  const both = each.find((m) => m.includes("50"));
  if (both !== undefined) return both;
  return each.every((m) => m.join() === each[0]!.join()) ? each[0]! : [];
}

function countedAt(place: Place, family: FamilyTable) {
  return place.sides.map((side) => {
    const here = place.elements.filter((e) => e.side === side);
    return {
      id: here[0]!.site?.id ?? null,
      name: place.name,
      side: sideOf(here[0]!),
      muscles: place.count,
      family: family.family.id,
      evidence: evidenceOf(here),
    };
  });
}

function put(family: FamilyTable, asks: Asks, row: RowTable | null, of: readonly NotePlace[], answer: Answer): void {
  ask(answer, query(family.questions, asks, row?.row.where.rule ?? family.family.id, of));
}
