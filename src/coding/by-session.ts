/** A family whose codes are reported once a session: its elements are counted and one row holds. */
import { hull, type Range } from "../base/range.ts";
import { ask, type Answer } from "./answer.ts";
import { applied, contestedBy, type Contest } from "./contested.ts";
import { countElement, evidenceOf } from "./count-elements.ts";
import type { Element } from "./elements.ts";
import { DONE, ELSEWHERE, MUSCLES, SIDE, STRUCTURE, SUBSTANCE } from "./mentions.ts";
import { conventionOpen, noRowApplies, rulesDisagree } from "./problems.ts";
import { fewerInjections, statedCount } from "./remarks.ts";
import { asksFor, query, QUESTION_OF, type Asks } from "./queries.ts";
import type { Tally } from "./readings.ts";
import { judge, traceRows, verdict, type Judged, type Verdict } from "./rows.ts";
import { placeOf, type Session } from "./sessions.ts";
import type { Way } from "./sites.ts";
import { holds, narrow, NOTHING_STATED, statedOf, type Stated } from "./stated.ts";
import type { FamilyTable } from "./tables.ts";

export interface Scene {
  readonly session: Session;
  readonly contests: readonly Contest[];
  readonly conventions: Readonly<Record<string, string>> | undefined;
  readonly tally: Tally;
  /** Only one family of the session counts muscles: the stated numbers are about it. */
  readonly alone: boolean;
}

export function decideSession(family: FamilyTable, elements: readonly Element[], scene: Scene, answer: Answer): void {
  const { session, tally } = scene;
  const service = commonService(elements);
  const stated = statedOf(session, family.counts, service, scene.alone);
  const contests = scene.contests.filter((c) => c.counts === family.counts && isTouched(c, elements));
  const way = contests.reduce<Way>((w, c) => ({ ...w, ...applied(c, scene.conventions)?.changes }), wayOf(family));
  const rangeBy = (w: Way, only?: number): Range => {
    const counted = tally(elements, w, only);
    return stated === NOTHING_STATED ? counted : narrow(counted, tally(elements, w, MUSCLES | SIDE), stated);
  };
  const judged = judge(family, { elements, session, service });
  const evidence = evidenceOf(elements);

  let range = rangeBy(way);
  const readings = [range];
  for (const contest of contests) {
    const ranges = contest.stands.map((s) => rangeBy({ ...way, ...s.changes }));
    readings.push(...ranges);
    const stand = applied(contest, scene.conventions);
    // Nothing chosen: every position is an admissible reading.
    if (stand === undefined) range = ranges.reduce(hull, range);
    if (ranges.every((r) => r.min === ranges[0]!.min && r.max === ranges[0]!.max)) continue;
    const reached = ranges.map((count) => ({
      count,
      codes: verdict(judged, count).possible.map((j) => j.row.code.code),
    }));
    answer.contested.push(contestedBy(contest, stand?.position.id ?? "none", reached));
  }
  const result = verdict(judged, range);
  keepCounts(family, elements, way, range, tally, answer);
  traceRows(judged, range, evidence, answer.trace);
  conflicts(stated, range, readings, answer);
  if (result.row !== null) {
    const { row, code, citations } = result.row;
    answer.procedures.push({
      family,
      row: result.row,
      service,
      line: {
        code: code.code,
        units: 1,
        modifiers: [],
        role: "procedure",
        says: code.says ?? row.says,
        because: [{ rule: row.where.rule, says: row.says, found: range, citations, evidence }],
      },
    });
  }
  if (result.disagree) answer.findings.push(rulesDisagree(result.possible.map((j) => j.row.row)));
  const put = (asks: Asks, of: readonly Element[]): void =>
    ask(
      answer,
      query(
        family.family,
        asks,
        (result.row ?? result.possible[0]?.row)?.row.where.rule ?? family.family.id,
        evidenceOf(of),
      ),
    );
  if (!result.determined) {
    const missing = whatIsMissing(elements, judged, result, (only) => rangeBy(way, only));
    for (const { asks, of } of missing) put(asks === "muscles" && way.by === "group" ? "groups" : asks, of);
    if (missing.length === 0) {
      answer.open = true;
      const open = contests.find((c) => applied(c, scene.conventions) === undefined);
      answer.findings.push(
        open !== undefined && !result.disagree
          ? conventionOpen(open.convention.id)
          : noRowApplies(family.family, "the count"),
      );
    }
  }
  // These change the code whatever the count is.
  for (const bit of [SUBSTANCE, ELSEWHERE]) {
    const of = elements.filter((e) => (e.doubts & bit) !== 0);
    if (of.length > 0) put(bit === SUBSTANCE ? "substance" : "structure", of);
  }
}

/** The way of counting before any convention has its say. */
function wayOf(family: FamilyTable): Way {
  return family.counts === "muscle-group" ? BY_GROUP : BY_SIDE;
}
const BY_GROUP: Way = { by: "group", words: "bounded" };
const BY_SIDE: Way = { by: "side", words: "bounded" };
const BY_NAME: Way = { by: "name", words: "bounded" };

/** A convention about group words is touched only by a word that is not the name of one muscle. */
function isTouched(contest: Contest, elements: readonly Element[]): boolean {
  return contest.stands.some((s) => s.changes.by !== undefined) || elements.some((e) => e.many !== "one");
}

/** The facts to ask for: those whose answers alone would lead to different codes. */
function whatIsMissing(
  elements: readonly Element[],
  judged: readonly Judged[],
  result: Verdict,
  rangeOf: (only: number) => Range,
): readonly { readonly asks: Asks; readonly of: readonly Element[] }[] {
  const unknown = result.possible.flatMap((j) =>
    j.unknown === null ? [] : [{ asks: asksFor(j.unknown), of: elements }],
  );
  const doubts = elements.reduce((all, e) => all | e.doubts, 0);
  const counting = QUESTION_OF.filter(([bit]) => (bit & (MUSCLES | SIDE | DONE | STRUCTURE) & doubts) !== 0);
  const codes = (only: number): string =>
    verdict(judged, rangeOf(only))
      .possible.map((j) => j.row.rank)
      .join();
  const least = codes(0);
  const decisive = counting.filter(([bit]) => codes(bit) !== least);
  const chosen = decisive.length > 0 ? decisive : unknown.length > 0 ? [] : counting;
  return [...unknown, ...chosen.map(([bit, asks]) => ({ asks, of: elements.filter((e) => (e.doubts & bit) !== 0) }))];
}

function conflicts(stated: Stated, range: Range, readings: readonly Range[], answer: Answer): void {
  for (const fact of stated.counted) {
    if (!readings.some((r) => holds(r, fact.value)))
      answer.conflicts.push(statedCount(fact.of.replace("-", " "), fact.value, range, placeOf(fact)));
  }
  if (stated.total !== null && stated.total.value < range.min) {
    answer.conflicts.push(fewerInjections(stated.total.value, range, placeOf(stated.total)));
  }
}

/** Keeps the counts and the elements for people. By name and by side they are what the words give, whatever numbers are stated. */
function keepCounts(
  family: FamilyTable,
  elements: readonly Element[],
  way: Way,
  range: Range,
  tally: Tally,
  answer: Answer,
): void {
  for (const e of elements) answer.elements.push(countElement(e, way));
  if (!family.muscular) return;
  const needled = elements.every((e) => e.technique === "needling");
  if (needled) answer.needled = range;
  else if (family.counts === "muscle-group") answer.groups = range;
  else if (family.counts === "muscle") answer.muscles = range;
  if (needled && answer.bySide !== undefined) return;
  answer.bySide = tally(elements, BY_SIDE);
  answer.byName = tally(elements, BY_NAME);
}

/** The procedure that all belong to, when it is one. */
function commonService(elements: readonly Element[]): number | undefined {
  const first = elements[0]?.service;
  return elements.every((e) => e.service === first) ? first : undefined;
}
