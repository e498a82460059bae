/** A family whose codes are reported once a session: its elements are counted and one row holds. */
import type { NotePlace } from "../base/finding.ts";
import { hull, type Range } from "../base/range.ts";
import { ask, type Answer } from "./answer.ts";
import { applied, contestedBy, type Contest } from "./contested.ts";
import { countElement, evidenceOf } from "./count-elements.ts";
import { idsOf, type Element } from "./elements.ts";
import { DONE, ELSEWHERE, MUSCLES, SIDE, STRUCTURE, SUBSTANCE } from "./mentions.ts";
import { conventionOpen, noRowApplies, rulesDisagree } from "./problems.ts";
import { asksFor, query, QUESTION_OF, type Asks } from "./queries.ts";
import { BY_GROUP, BY_NAME, BY_SIDE, rangesOf, type Ranges } from "./ranges.ts";
import type { Tally } from "./readings.ts";
import { sidesOf } from "./modifiers.ts";
import { fewerInjections, statedCount } from "./remarks.ts";
import { judge, traceRows, verdict, type Judged, type Verdict } from "./rows.ts";
import { placeOf, type Session } from "./sessions.ts";
import { changed, type Way } from "./sites.ts";
import { holds, statedOf, type Stated } from "./stated.ts";
import type { FamilyTable } from "./tables.ts";

export interface Scene {
  readonly session: Session;
  readonly contests: readonly Contest[];
  readonly conventions: Readonly<Record<string, string>> | undefined;
  readonly tally: Tally;
  /** Only one family of the session counts muscles: the stated numbers are about it. */
  readonly alone: boolean;
}

/** The case in hand, as its steps share it. */
interface Case {
  readonly family: FamilyTable;
  readonly elements: readonly Element[];
  readonly judged: readonly Judged[];
  readonly ranges: Ranges;
  /** The conventions that touch it, and the way of counting they lead to. */
  readonly contests: readonly Contest[];
  readonly way: Way;
}

/** Adds to `answer` the one code of a family counted by session, or the question that keeps it open. Throws nothing. */
export function decideSession(family: FamilyTable, elements: readonly Element[], scene: Scene, answer: Answer): void {
  const { session, conventions } = scene;
  const service = commonService(elements);
  const stated = statedOf(session, family.counts, service, scene.alone);
  const contests =
    scene.contests.length === 0 ? scene.contests : scene.contests.filter((c) => touches(c, family, elements));
  let way = family.counts === "muscle-group" ? BY_GROUP : BY_SIDE;
  for (const contest of contests) way = changed(way, applied(contest, conventions)?.changes);
  const ranges = rangesOf(elements, scene.tally, stated);
  const judged = judge(family, { elements, session, service });
  const here: Case = { family, elements, judged, ranges, contests, way };
  const evidence = evidenceOf(elements);

  const { range, readings } = settle(here, conventions, answer);
  const result = verdict(judged, range);
  keepCounts(here, range, answer);
  traceRows(judged, range, evidence, answer.trace);
  addConflicts(stated, range, readings, answer);
  if (result.row !== null) report(here, result, range, service, evidence, answer);
  if (result.disagree) answer.findings.push(rulesDisagree(result.possible.map((j) => j.row.row)));
  if (!result.determined) askForMissing(here, result, conventions, answer);
  // These change the code whatever the count is.
  for (const e of elements) {
    if ((e.doubts & SUBSTANCE) !== 0) put("substance", [e], here, result, answer);
    if ((e.doubts & ELSEWHERE) !== 0) put("structure", [e], here, result, answer);
  }
}

/** A convention about group words is touched only by a word that is not the name of one muscle. */
function touches(contest: Contest, family: FamilyTable, elements: readonly Element[]): boolean {
  return contest.counts === family.counts && (!contest.aboutWords || elements.some((e) => e.many !== "one"));
}

/** The range under the conventions that apply, and those under every other position, which are shown when they differ. */
function settle(
  here: Case,
  conventions: Scene["conventions"],
  answer: Answer,
): { range: Range; readings: readonly Range[] } {
  let range = here.ranges.narrowed(here.way);
  const readings = [range];
  for (const contest of here.contests) {
    const reached = contest.stands.map((s) => here.ranges.narrowed(changed(here.way, s.changes)));
    const stand = applied(contest, conventions);
    // Nothing chosen: every position is an admissible reading.
    if (stand === undefined) range = reached.reduce(hull, range);
    for (const r of reached) readings.push(r);
    if (reached.every((r) => r.min === reached[0]!.min && r.max === reached[0]!.max)) continue;
    const answers = reached.map((count) => ({
      count,
      codes: verdict(here.judged, count).possible.map((j) => j.row.code.code),
    }));
    answer.contested.push(contestedBy(contest, stand?.position.id ?? "none", answers));
  }
  return { range, readings };
}

function report(
  { family, elements }: Case,
  { row }: Verdict,
  range: Range,
  service: number | undefined,
  evidence: readonly NotePlace[],
  answer: Answer,
): void {
  const { where, says } = row!.row;
  const { code } = row!;
  answer.procedures.push({
    family,
    ids: idsOf(elements),
    row: row!,
    service,
    line: {
      code: code.code,
      units: 1,
      modifiers: sidesOf(elements, row!.code.modifiers),
      role: "procedure",
      says: code.says ?? says,
      because: [{ rule: where.rule, says, found: range, citations: row!.citations, evidence }],
    },
  });
}

/** Asks for the facts whose answers alone would lead to different codes. */
function askForMissing(here: Case, result: Verdict, conventions: Scene["conventions"], answer: Answer): void {
  const { elements, judged, ranges, way, contests, family } = here;
  const unknown = result.possible.find((j) => j.unknown !== null)?.unknown ?? null;
  if (unknown !== null) put(asksFor(unknown), elements, here, result, answer);
  const doubts = elements.reduce((all, e) => all | e.doubts, 0);
  const counting = QUESTION_OF.filter(([bit]) => (bit & (MUSCLES | SIDE | DONE | STRUCTURE) & doubts) !== 0);
  const codes = (only: number): number =>
    verdict(judged, ranges.narrowed(way, only)).possible.reduce((mask, j) => mask | (1 << j.row.rank), 0);
  const least = codes(0);
  const decisive = counting.filter(([bit]) => codes(bit) !== least);
  const chosen = decisive.length > 0 ? decisive : unknown !== null ? [] : counting;
  for (const [bit, asks] of chosen)
    put(
      asks,
      elements.filter((e) => (e.doubts & bit) !== 0),
      here,
      result,
      answer,
    );
  if (unknown !== null || chosen.length > 0) return;
  const open = contests.find((c) => applied(c, conventions) === undefined);
  answer.open = true;
  answer.findings.push(
    open !== undefined && !result.disagree
      ? conventionOpen(open.convention.id)
      : noRowApplies(family.family, "the count"),
  );
}

function put(asks: Asks, of: readonly Element[], { family, way }: Case, result: Verdict, answer: Answer): void {
  const key = asks === "muscles" && way.by === "group" ? "groups" : asks;
  const rule = (result.row ?? result.possible[0]?.row)?.row.where.rule ?? family.family.id;
  ask(answer, query(family.questions, key, rule, evidenceOf(of)));
}

function addConflicts(stated: Stated, range: Range, readings: readonly Range[], answer: Answer): void {
  for (const fact of stated.counted) {
    if (!readings.some((r) => holds(r, fact.value)))
      answer.conflicts.push(statedCount(fact.of.replace("-", " "), fact.value, range, placeOf(fact)));
  }
  if (stated.total !== null && stated.total.value < range.min) {
    answer.conflicts.push(fewerInjections(stated.total.value, range, placeOf(stated.total)));
  }
}

/** Keeps the counts and the elements for people. */
function keepCounts({ family, elements, way, ranges }: Case, range: Range, answer: Answer): void {
  for (const e of elements) answer.elements.push(countElement(e, way));
  if (!family.muscular) return;
  const needled = elements.every((e) => e.technique === "needling");
  if (needled) answer.needled = range;
  else if (family.counts === "muscle-group") answer.groups = range;
  else if (family.counts === "muscle") answer.muscles = range;
  if (needled && answer.bySide !== undefined) return;
  answer.bySide = ranges.words(BY_SIDE);
  answer.byName = ranges.words(BY_NAME);
}

/** The procedure that all belong to, when it is one. */
function commonService(elements: readonly Element[]): number | undefined {
  const first = elements[0]?.service;
  return elements.every((e) => e.service === first) ? first : undefined;
}
