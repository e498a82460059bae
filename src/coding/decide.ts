/**
 * Facts to a decision: the one path. Sort the facts of the session, route and merge what was treated, let
 * each family decide, then add imaging, drugs and conflicts. Pure and synchronous; what does not depend on
 * the facts is compiled once for a book and once for each era of dates.
 */
import type { IsoDate } from "../base/dates.ts";
import type { CountFact, Fact } from "../note/facts.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { ask, newAnswer, type Answer, type DraftLine } from "./answer.ts";
import { decideSession, type Scene } from "./by-session.ts";
import { decidePlaces } from "./by-place.ts";
import { decideStructures } from "./by-structure.ts";
import { addImaging } from "./companions.ts";
import { imagingUsed } from "./conditions.ts";
import { addConflicts } from "./conflicts.ts";
import { evidenceOf } from "./count-elements.ts";
import type { Counts, Determination, Line } from "./determination.ts";
import { addForms } from "./forms.ts";
import { addDrugs } from "./drugs.ts";
import { collect, type Element } from "./elements.ts";
import { withoutInjected } from "./needled.ts";
import { onceASession } from "./once.ts";
import { outsideHorizon, unknownStructure } from "./problems.ts";
import { query } from "./queries.ts";
import { makeTally } from "./readings.ts";
import { addSeen, notCodedFamily, notCodedStructures } from "./seen.ts";
import { openSession, placeOf, statement, type Session, type Setting } from "./sessions.ts";
import { compileBook, type Era, type FamilyTable } from "./tables.ts";

/** What a decision depends on besides the facts and the book. */
export interface DecideOptions {
  readonly date: IsoDate;
  /** Convention id to position id: the organisation's choices. */
  readonly conventions?: Readonly<Record<string, string>>;
  readonly setting?: Setting;
  readonly payer?: string;
}

/** A determination without what only an encounter has: id, receipt, edits, coverage. */
export interface Decision extends Pick<
  Determination,
  | "dateOfService"
  | "status"
  | "lines"
  | "counts"
  | "queries"
  | "contested"
  | "conflicts"
  | "notCoded"
  | "findings"
  | "trace"
> {
  readonly kind: "decision";
}

export type Decider = (facts: readonly Fact[], options: DecideOptions) => Decision;

/**
 * Makes the decider of a rulebook. The decider keeps tables and scratch space, no memory of what it decided:
 * the same facts give the same decision, whatever came before. It never throws for a fact or a date.
 * Decisions are read-only by type; `makeEngine` also freezes them.
 */
export function makeDecider(book: Rulebook): Decider {
  const table = compileBook(book);
  const tally = makeTally(table.sites.atoms);
  return (facts, options) => {
    const { date } = options;
    const { horizon } = book;
    const answer = newAnswer();
    if (date < horizon.from || date >= horizon.until) {
      answer.findings.push(outsideHorizon(date, horizon));
      return conclude(date, "none", answer, [], NO_COUNTS);
    }
    const era = table.era(date);
    const session = openSession(facts, date, options.setting);
    const found = collect(session, table, era);
    for (const mention of found.unknown) answer.findings.push(unknownStructure(mention.id ?? "", placeOf(mention)));
    answer.notCoded.push(...notCodedStructures(found.unrouted));
    const elements = withoutInjected(found.list);
    decideFamilies(
      byFamily(elements),
      { session, contests: table.contests, conventions: options.conventions, tally, alone: true },
      date,
      answer,
    );
    if (elements.length === 0) askUnnamed(session, era, answer);
    const procedures = onceASession(answer.procedures);
    addImaging(session, era, procedures, answer);
    addDrugs(session, elements, era, options.payer, answer);
    addForms(session, era, options.payer, procedures, answer);
    const lines = linesOf(procedures, answer);
    addConflicts(session, table, lines, answer);
    if (elements.length === 0 && answer.notCoded.length === 0 && answer.queries.length === 0)
      addSeen(session, table, answer);
    const status = answer.queries.length > 0 || answer.open ? "query" : procedures.length > 0 ? "determined" : "none";
    return conclude(date, status, answer, lines, countsOf(session, elements, answer));
  };
}

const deciders = new WeakMap<Rulebook, Decider>();

/** Decides with a decider kept for each book: for callers that hold no decider of their own. Throws nothing. */
export function decide(facts: readonly Fact[], book: Rulebook, options: DecideOptions): Decision {
  let decider = deciders.get(book);
  if (decider === undefined) deciders.set(book, (decider = makeDecider(book)));
  return decider(facts, options);
}

/** Elements by family, families in their order of priority. */
function byFamily(elements: readonly Element[]): readonly Element[][] {
  const groups: Element[][] = [];
  for (const e of elements) {
    const group = groups.find((g) => g[0]!.family === e.family);
    if (group === undefined) groups.push([e]);
    else group.push(e);
  }
  return groups.length < 2 ? groups : groups.sort((a, b) => a[0]!.family.index - b[0]!.family.index);
}

function decideFamilies(groups: readonly Element[][], scene: Scene, date: IsoDate, answer: Answer): void {
  const counting = groups.filter(([e]) => e!.family.counts === "muscle" || e!.family.counts === "muscle-group").length;
  const shared = counting > 1 ? { ...scene, alone: false } : scene;
  for (const elements of groups) {
    const { family } = elements[0]!;
    const { notCoded } = family.family;
    if (notCoded !== undefined || family.rows.length === 0) {
      answer.notCoded.push(notCodedFamily(family, elements, date));
      // What the note says already is not asked again.
      if (notCoded?.asks !== undefined && !(notCoded.asks === "imaging" && imagingUsed(scene.session) !== "unknown"))
        ask(answer, query(family.questions, notCoded.asks, family.family.id, evidenceOf(elements)));
    } else if (family.family.per === "place") decidePlaces(family, elements, shared, answer);
    else if (family.family.per === "session") decideSession(family, elements, shared, answer);
    else decideStructures(family, elements, shared, answer);
    addCaveats(family, date, answer);
  }
}

function addCaveats(family: FamilyTable, date: IsoDate, answer: Answer): void {
  for (const caveat of family.caveats) answer.findings.push(caveat);
  if (date >= family.review.by) answer.findings.push(family.review.finding);
}

/** Something was injected and the field for the structure is empty: no family can be chosen, so no code is. */
function askUnnamed(session: Session, era: Era, answer: Answer): void {
  const blank = statement(session, "structure-blank");
  const done = statement(session, "injection-done") ?? statement(session, "needling-done");
  if (blank === undefined || done === undefined || era.asksUnnamed === null) return;
  const { family, questions } = era.asksUnnamed;
  ask(answer, query(questions, "structure", family.id, [placeOf(blank), placeOf(done)]));
}

function linesOf(procedures: readonly DraftLine[], answer: Answer): readonly Line[] {
  const lines: Line[] = [];
  for (const { line } of procedures) lines.push(line);
  for (const line of answer.companions) lines.push(line);
  return lines;
}

const NO_COUNTS: Counts = { elements: [], sites: null, needlePasses: null };

function countsOf(session: Session, elements: readonly Element[], answer: Answer): Counts {
  const counts: { -readonly [K in keyof Counts]?: Counts[K] } = {};
  if (answer.muscles !== undefined) counts.muscles = answer.muscles;
  if (answer.byName !== undefined) counts.byName = answer.byName;
  if (answer.bySide !== undefined) counts.bySide = answer.bySide;
  if (answer.needled !== undefined) counts.needled = answer.needled;
  if (answer.groups !== undefined) counts.groups = answer.groups;
  counts.elements = answer.elements;
  counts.sites =
    stated(session, "sites") ?? stated(session, "injections") ?? stated(session, "trigger-points") ?? sitesOf(elements);
  counts.needlePasses = stated(session, "passes");
  return counts as Counts;
}

/** The largest number stated of a kind; smaller ones may be parts of it. */
function stated(session: Session, of: CountFact["of"]): number | null {
  let most: number | null = null;
  for (const count of session.counts) if (count.of === of && (most === null || count.value > most)) most = count.value;
  return most;
}

/** What is stated structure by structure, added up: each statement once, though it may speak of both sides. */
function sitesOf(elements: readonly Element[]): number | null {
  const counts = new Map<string, number>();
  for (const e of elements)
    for (const s of e.sites ?? [])
      counts.set([e.family.index, e.what, e.digit, s.level, s.count, s.both ? "both" : e.side].join(), s.count);
  return counts.size === 0 ? null : [...counts.values()].reduce((sum, n) => sum + n, 0);
}

function conclude(
  date: IsoDate,
  status: Decision["status"],
  answer: Answer,
  lines: readonly Line[],
  counts: Counts,
): Decision {
  return {
    kind: "decision",
    dateOfService: date,
    status,
    lines,
    counts,
    queries: answer.queries,
    contested: answer.contested,
    conflicts: answer.conflicts,
    notCoded: answer.notCoded,
    findings: answer.findings,
    trace: answer.trace,
  };
}
