/**
 * Which facts belong to this session. A mention counts when something was put in, or a needle, on this
 * date; everything else was only seen. The rest of the facts are laid out by kind, so that later steps
 * need not sift again.
 */
import type { IsoDate } from "../base/dates.ts";
import type { NotePlace } from "../base/finding.ts";
import type { Truth } from "../base/truth.ts";
import {
  isMention,
  type CountFact,
  type Fact,
  type GuidanceFact,
  type LabelFact,
  type Mention,
  type StatementFact,
  type SubstanceFact,
} from "../note/facts.ts";
import type { Setting } from "../rulebook/policy-types.ts";
import { agentBits } from "./bits.ts";

export type { Setting } from "../rulebook/policy-types.ts";

export interface Session {
  readonly treated: Mention[];
  readonly seen: Mention[];
  readonly substances: SubstanceFact[];
  readonly guidance: GuidanceFact[];
  readonly counts: CountFact[];
  readonly labels: LabelFact[];
  readonly statements: StatementFact[];
  /** The drugs are the facility's. */
  readonly facility: boolean;
  /** What the note says it was done for. */
  readonly purposes: ReadonlySet<string>;
}

/** Is it a place that supplies its own drugs and rooms? Null when the setting does not say. */
export function inFacility(setting: Setting | undefined): boolean | null {
  return setting === undefined || setting === "other" ? null : setting !== "office";
}

/** Sorts the facts of a note for one date of service. */
export function openSession(facts: readonly Fact[], date: IsoDate, setting: Setting | undefined): Session {
  const session = {
    treated: [] as Mention[],
    seen: [] as Mention[],
    substances: [] as SubstanceFact[],
    guidance: [] as GuidanceFact[],
    counts: [] as CountFact[],
    labels: [] as LabelFact[],
    statements: [] as StatementFact[],
    facility: inFacility(setting) === true,
    purposes: new Set<string>(),
  };
  for (const fact of facts) {
    if (isMention(fact)) {
      const done = fact.status === "injected" || fact.status === "needled";
      if (done && (fact.date === undefined || fact.date === date)) session.treated.push(fact);
      else session.seen.push(fact);
    } else if (fact.kind === "substance") session.substances.push(fact);
    else if (fact.kind === "guidance") session.guidance.push(fact);
    else if (fact.kind === "count") session.counts.push(fact);
    else if (fact.kind === "label") session.labels.push(fact);
    else if (fact.kind === "statement") {
      session.statements.push(fact);
      if (fact.says === "facility") session.facility = true;
      else if (fact.says === "purpose" && fact.value !== undefined) session.purposes.add(fact.value);
    }
  }
  // Told of structures that were not treated after all, it is told of all that were.
  session.guidance = session.guidance.map((g) =>
    g.for === undefined || session.treated.some((m) => about(g, m.id === null ? [] : [m.id])) ? g : general(g),
  );
  return session;
}

function general({ for: _of, ...rest }: GuidanceFact): GuidanceFact {
  return rest;
}

/** Two facts belong together unless the note puts them into different procedures. */
export function sameService(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** The statement, if the note makes it about this procedure or about none in particular. */
export function statement(session: Session, says: StatementFact["says"], service?: number): StatementFact | undefined {
  for (const s of session.statements) if (s.says === says && sameService(s.service, service)) return s;
  return undefined;
}

/** Was the needle steered by this kind of imaging? */
export function guided(
  session: Session,
  modality: GuidanceFact["modality"],
  service: number | undefined,
  ids?: readonly string[],
): boolean {
  for (const g of session.guidance)
    if (g.modality === modality && g.use === "guide" && sameService(g.service, service) && about(g, ids)) return true;
  return false;
}

/** Is the guidance told of one of these structures, or of the session as a whole? */
export function about(g: GuidanceFact, ids: readonly string[] | undefined): boolean {
  return g.for === undefined || ids === undefined || ids.some((id) => g.for!.includes(id));
}

/** Was an image of that guidance kept? `n/a` without guidance; unknown when not said, or said both ways. */
export function imageKept(
  session: Session,
  modality: GuidanceFact["modality"],
  service: number | undefined,
  ids?: readonly string[],
): Truth {
  let kept = false;
  let notKept = false;
  let used = false;
  for (const g of session.guidance) {
    if (g.modality !== modality || g.use !== "guide" || !sameService(g.service, service) || !about(g, ids)) continue;
    used = true;
    if (g.imageKept === true) kept = true;
    else if (g.imageKept === false) notKept = true;
  }
  if (!used) return "n/a";
  return kept === notKept ? "unknown" : kept ? "true" : "false";
}

/** Places of the guidance, for the evidence. */
export function guidancePlaces(session: Session, modality: GuidanceFact["modality"], service?: number): NotePlace[] {
  return session.guidance
    .filter((g) => g.modality === modality && g.use === "guide" && sameService(g.service, service))
    .map(placeOf);
}

/**
 * Bits (bits.ts) of what was put into this structure; 0 when nothing is known. A substance that the note ties to no
 * structure was given to all those of its procedure.
 */
export function agentsOf(session: Session, mention: Mention): number {
  if (mention.agents !== undefined && mention.agents.length > 0) return agentBits(mention.agents);
  if (mention.status === "needled" || mention.technique === "needling") return 0;
  let given = 0;
  for (const s of session.substances)
    if (s.status === "given" && sameService(s.service, mention.service)) given |= agentBits([s.agent]);
  return given;
}

/** The place alone: offsets into the note, `end` exclusive. */
export function placeOf(fact: NotePlace): NotePlace {
  return { start: fact.start, end: fact.end };
}
