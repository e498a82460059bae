/**
 * One treated mention by itself: what it names, which family takes it, and what about it is not certain.
 */
import type { Mention } from "../note/facts.ts";
import type { Technique } from "../rulebook/types.ts";
import { kindBits } from "./bits.ts";
import { kindBitOf, route, techniqueOf } from "./route.ts";
import { agentsOf, statement, type Session } from "./sessions.ts";
import type { Site } from "./sites.ts";
import type { BookTable, Era, FamilyTable } from "./tables.ts";

/** Why an element is not certain: each is a question that could be asked. Bits. */
export const MUSCLES = 1;
/** Which side is not known. */
export const SIDE = 2;
/** Whether it was treated at all is not known. */
export const DONE = 4;
/** Which structure the words name is not known. */
export const STRUCTURE = 8;
/** What was put in is not known. */
export const SUBSTANCE = 16;
/** The side was asked for and left blank. */
export const BLANK = 32;
/** The words may name a structure of another family. */
export const ELSEWHERE = 64;

/** What a word names on a side: one thing; any members of a set; or a place without a name. */
export type Many = "one" | "set" | "place";

export interface Assessed {
  readonly mention: Mention;
  readonly site: Site | null;
  /** Other structures the words may stand for instead. */
  readonly others: readonly Site[];
  readonly kindBit: number;
  readonly technique: Technique;
  readonly agents: number;
  /** Null: no family of the book takes it. */
  readonly family: FamilyTable | null;
  readonly many: Many;
  readonly open: boolean;
  readonly sure: boolean;
  readonly doubts: number;
}

const REGION = kindBits(["region"]);
const NONE: readonly Site[] = [];

/** One mention as the rules of `era` see it: its family, technique and what about it is in doubt. */
export function assess(mention: Mention, session: Session, book: BookTable, era: Era): Assessed {
  const site = siteOf(mention, book);
  const kindBit = kindBitOf(kindBits([mention.kind]), site);
  const beside = site !== null && kindBit !== site.kindBit;
  const service = mention.service;
  const agents = agentsOf(session, mention);
  let technique = techniqueOf(mention);
  let doubts = doubtsOf(mention, session);
  let family: FamilyTable | null = null;
  if ((doubts & SUBSTANCE) !== 0) {
    // Needle only is the least that "needled, perhaps with something in it" supports.
    family = route({ technique: "needling", kindBit, site, agents: 0, service }, session, era);
    if (family !== null) technique = "needling";
  }
  family ??= route({ technique, kindBit, site, agents, service }, session, era);
  const region = (kindBit & REGION) !== 0;
  // A bare "low back injection" may be a joint, a nerve or a muscle: it supports no code by itself.
  if (region && technique !== "needling" && statement(session, "trigger-point", service) === undefined)
    doubts |= STRUCTURE;
  let others = NONE;
  if (mention.orElse !== undefined) {
    others = mention.orElse.flatMap((id) => (id === mention.id ? [] : (book.sites.byId.get(id) ?? [])));
    for (const other of others) {
      if (route({ technique, kindBit: other.kindBit, site: other, agents, service }, session, era) !== family)
        doubts |= STRUCTURE | ELSEWHERE;
    }
  }
  return {
    mention,
    site,
    others,
    kindBit,
    technique,
    agents,
    family,
    doubts,
    many: region || site === null ? "place" : site.single || beside ? "one" : "set",
    // A structure with a name that the book lacks is one thing, which may be counted already by another name.
    open: site === null ? region || mention.kind === "group" : region || (site.open && !beside),
    sure: (doubts & (DONE | STRUCTURE)) === 0,
  };
}

/** The structure an id names, as exactly as its level or digit tells. */
function siteOf(mention: Mention, book: BookTable): Site | null {
  if (mention.id === null) return null;
  const site = book.sites.byId.get(mention.id) ?? null;
  if (site === null) return null;
  let exact: string | undefined;
  if (site.byDigit !== null && mention.digit !== undefined) exact = site.byDigit[mention.digit];
  else if (site.byLevel !== null && mention.level !== undefined) {
    // "C7-T1" crosses two levels: the word stays open to both.
    const letters = new Set(mention.level.toUpperCase().replace(/[^A-Z]/g, ""));
    exact = letters.size === 1 ? site.byLevel[[...letters][0]!] : undefined;
  }
  return exact === undefined ? site : (book.sites.byId.get(exact) ?? site);
}

function doubtsOf(mention: Mention, session: Session): number {
  let doubts = 0;
  for (const doubt of mention.doubts ?? []) {
    if (doubt === "heading-only" || doubt === "done-unclear") doubts |= DONE;
    else if (doubt === "fluid-unclear") doubts |= SUBSTANCE;
    else if (doubt === "side-blank" && mention.side === "unspecified") doubts |= BLANK;
  }
  return saysNothingDone(mention, session) ? doubts | DONE : doubts;
}

/** A note that denies the very procedure in which it names the structure: neither may be believed blindly. */
function saysNothingDone(mention: Mention, session: Session): boolean {
  if (mention.service === undefined) return false;
  return session.statements.some(
    (s) =>
      s.service === mention.service &&
      (s.says === "not-performed" || (s.says === "nothing-injected" && mention.status === "injected")),
  );
}

/** "Trigger points were injected", and no place at all: one place without a name. Null when nothing of the kind is said. */
export function unnamedPlace(session: Session): Mention | null {
  if (session.statements.length === 0 || statement(session, "trigger-point") === undefined) return null;
  if (statement(session, "nothing-injected") !== undefined || statement(session, "not-performed") !== undefined)
    return null;
  const injected = statement(session, "injection-done");
  const done = injected ?? statement(session, "needling-done");
  if (done === undefined) return null;
  return {
    kind: "region",
    id: null,
    side: "unspecified",
    status: injected === undefined ? "needled" : "injected",
    text: done.text,
    start: done.start,
    end: done.end,
    ...(done.service === undefined ? {} : { service: done.service }),
  };
}
