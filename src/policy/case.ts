/** What an encounter offers a policy, gathered once: lines, what was treated, what the note says, earlier sessions. */
import type { IsoDate } from "../base/dates.ts";
import type { NotePlace } from "../base/finding.ts";
import { dotted } from "../base/icd.ts";
import type { Range } from "../base/range.ts";
import type { BilledLine, Determination, Encounter, PastSession } from "../coding/determination.ts";
import {
  isMention,
  type ClinicalFact,
  type Fact,
  type GuidanceFact,
  type Mention,
  type SubstanceFact,
} from "../note/facts.ts";
import type { ClinicalOf } from "../rulebook/clinical.ts";
import type { PolicyBook, Service } from "../rulebook/policy-types.ts";
import type { AgentClass } from "../rulebook/types.ts";

export interface Case {
  readonly book: PolicyBook;
  readonly day: IsoDate;
  readonly lines: readonly BilledLine[];
  readonly billed: readonly BilledLine[] | null;
  /** Codes of the lines and of the claim. */
  readonly codes: ReadonlySet<string>;
  /** Services that were done. */
  readonly services: ReadonlySet<string>;
  /** Injected or needled at this session. */
  readonly treated: readonly Mention[];
  readonly clinical: ReadonlyMap<ClinicalOf, readonly ClinicalFact[]>;
  readonly given: readonly SubstanceFact[];
  readonly agents: ReadonlyMap<AgentClass, readonly NotePlace[]>;
  /** Imaging that steered the needle. */
  readonly guided: readonly GuidanceFact[];
  readonly diagnoses: {
    readonly codes: readonly string[];
    readonly from: "claim" | "note";
    readonly evidence: readonly NotePlace[];
  };
  /** Before this day, one a day, the latest first; null when nobody said. */
  readonly history: readonly PastSession[] | null;
  /** Earlier sessions known to be, of which nothing can be told. */
  readonly gaps: number;
  /** Sessions given that are not earlier. */
  readonly notEarlier: number;
  readonly sites: number | null;
  readonly setting: NonNullable<Encounter["setting"]> | null;
  /** Injections: as few and as many as the note's numbers allow. */
  readonly injections: Range;
}

/** The case without structures that these services do not treat: a knee of the same day, beside trigger points. */
export function narrowed(c: Case, services: readonly string[]): Case {
  const kinds = services.flatMap((s) => c.book.services[s]?.kinds ?? []);
  const treated = c.treated.filter((m) => kinds.includes(m.kind));
  if (treated.length === 0 || treated.length === c.treated.length) return c;
  // What went into the others is left out too, where the note ties each substance to its structure.
  const tied = treated.every((m) => m.agents !== undefined);
  if (!tied) return { ...c, treated };
  const agents = new Set(treated.flatMap((m) => m.agents!));
  const given = c.given.filter((s) => agents.has(s.agent));
  return { ...c, treated, given, agents: agentsOf(treated, given) };
}

const IMAGING = ["ultrasound", "fluoroscopy", "ct", "mri"];

/** Gathers the case. Pure; keeps the determination's own places in the note. */
export function caseOf(determination: Determination, encounter: Encounter, book: PolicyBook): Case {
  const { facts, dateOfService: day, counts } = determination;
  const treated = facts.filter(isMention).filter((m) => isDone(m) && (m.date === undefined || m.date === day));
  const given = facts.filter((f): f is SubstanceFact => f.kind === "substance" && f.status === "given");
  const stated = facts.flatMap((f) => (f.kind === "count" && COUNTS.has(f.of) ? [f.value] : []));
  const numbers = [...stated, ...[counts.sites, counts.needlePasses].filter((n) => n !== null)];
  const earlier = (encounter.history ?? []).filter((h) => h.dateOfService < day);
  const seen = {
    codes: new Set([...determination.lines, ...(encounter.billed ?? [])].map((l) => l.code)),
    clinical: group(
      facts.filter((f): f is ClinicalFact => f.kind === "clinical"),
      (f) => f.of,
    ),
    guided: facts.filter(
      (f): f is GuidanceFact => f.kind === "guidance" && f.use === "guide" && IMAGING.includes(f.modality),
    ),
  };
  return {
    ...seen,
    book,
    day,
    services: new Set(Object.entries(book.services).flatMap(([id, s]) => (isDoneHere(id, s, seen) ? [id] : []))),
    lines: determination.lines.map(({ code, units, modifiers }) => ({ code, units, modifiers })),
    billed: encounter.billed ?? null,
    treated,
    given,
    agents: agentsOf(treated, given),
    diagnoses: diagnosesOf(encounter, facts),
    history: encounter.history === undefined ? null : latestFirst(earlier),
    gaps: encounter.historyGaps ?? 0,
    setting: encounter.setting ?? null,
    notEarlier: (encounter.history ?? []).length - earlier.length,
    sites: counts.sites,
    injections:
      numbers.length > 0
        ? { min: Math.min(...numbers), max: Math.max(...numbers) }
        : { min: Math.max(1, treated.length), max: null },
  };
}

const COUNTS: ReadonlySet<string> = new Set(["injections", "sites", "trigger-points"]);
const isDone = (m: Mention): boolean => m.status === "injected" || m.status === "needled";

/** The place of a fact in the note; none for facts written by hand. */
export const placeOf = ({ start, end }: NotePlace): readonly NotePlace[] => (end > start ? [{ start, end }] : []);

/** Codes of these services that a line or the claim carries. */
export const codesOn = ({ book, codes }: Case, services: readonly string[]): readonly string[] =>
  services.flatMap((s) => book.services[s]?.codes.filter((code) => codes.has(code)) ?? []);

/** Was it done, by a line, the claim, or what the note shows of it? */
function isDoneHere(id: string, { codes }: Service, c: Pick<Case, "codes" | "guided" | "clinical">): boolean {
  if (codes.some((code) => c.codes.has(code))) return true;
  if (id === "imaging") return c.guided.length > 0;
  return id === "sedation" && (c.clinical.get("sedation") ?? []).some((f) => f.said === "yes");
}

/** Earlier sessions of these services; null when nobody gave a history. */
export function pastOf(c: Case, services: readonly string[]): readonly PastSession[] | null {
  const codes = services.flatMap((s) => c.book.services[s]?.codes ?? []);
  return c.history?.filter((h) => codes.includes(h.code)) ?? null;
}

function agentsOf(treated: readonly Mention[], given: readonly SubstanceFact[]): Case["agents"] {
  const agents = new Map<AgentClass, NotePlace[]>();
  const add = (agent: AgentClass, places: readonly NotePlace[]): void => {
    if (agent === "none") return;
    const known = agents.get(agent);
    if (known === undefined) agents.set(agent, [...places]);
    else known.push(...places);
  };
  for (const m of treated) for (const agent of m.agents ?? []) add(agent, []);
  for (const s of given) add(s.agent, placeOf(s));
  return agents;
}

/** The claim's diagnoses; without them, those printed in the note. Written with the dot. */
function diagnosesOf(encounter: Encounter, facts: readonly Fact[]): Case["diagnoses"] {
  if (encounter.diagnoses !== undefined) return { codes: encounter.diagnoses.map(dotted), from: "claim", evidence: [] };
  const labels = facts.flatMap((f) => (f.kind === "label" && f.of === "icd10" ? [f] : []));
  return { codes: labels.map((l) => dotted(l.value)), from: "note", evidence: labels.flatMap(placeOf) };
}

/** Lines of one code and day are one session. */
function latestFirst(sessions: readonly PastSession[]): readonly PastSession[] {
  const seen = new Set<string>();
  return [...sessions]
    .sort((a, b) => (a.dateOfService > b.dateOfService ? -1 : a.dateOfService < b.dateOfService ? 1 : 0))
    .filter(({ dateOfService, code, region }) => {
      const id = `${dateOfService} ${code} ${region ?? ""}`;
      return !seen.has(id) && seen.add(id) !== undefined;
    });
}

function group<T, K>(items: readonly T[], by: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const known = groups.get(by(item));
    if (known === undefined) groups.set(by(item), [item]);
    else known.push(item);
  }
  return groups;
}
