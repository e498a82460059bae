/**
 * From mentions to elements: what is counted once. Mentions of the same structure and side are one element,
 * however often the note names them; both sides are two. A mention without a side joins the sided element
 * of the same name, for it may be the same muscle; alone it may be one side or both.
 */
import type { NotePlace } from "../base/finding.ts";
import type { Mention } from "../note/facts.ts";
import type { Technique } from "../rulebook/types.ts";
import {
  assess,
  BLANK,
  DONE,
  ELSEWHERE,
  MUSCLES,
  SIDE,
  STRUCTURE,
  unnamedPlace,
  type Assessed,
  type Many,
} from "./mentions.ts";
import { placeOf, type Session } from "./sessions.ts";
import { EITHER, LEFT, MIDDLE, RIGHT, type CountBy, type SideIndex, type Site } from "./sites.ts";
import type { BookTable, Era, FamilyTable } from "./tables.ts";

export interface Element {
  readonly family: FamilyTable;
  site: Site | null;
  /** Other structures of the same family that the words may stand for instead. */
  readonly others: readonly Site[];
  readonly kindBit: number;
  name: string;
  readonly side: SideIndex;
  readonly technique: Technique;
  readonly digit: Mention["digit"] | undefined;
  readonly level: string | undefined;
  /** Levels of the spine written for it, each once. */
  readonly levels: string[];
  /** Undefined when it belongs to no procedure in particular, or to several. */
  service: number | undefined;
  /** What it is merged by: the structure, or the joint with which it is counted, or the words. */
  readonly what: string;
  readonly many: Many;
  readonly open: boolean;
  /** What the word may stand for, by way of counting. */
  atoms: Readonly<Record<CountBy, readonly number[]>>;
  /** False: it may turn out that nothing was done here. */
  sure: boolean;
  /** Numbers of injections stated for it; null when none is: see `boundOf`. */
  sites: StatedSites[] | null;
  /** How many structures of the name it is: more than one where the note says so. */
  number: number;
  doubts: number;
  agents: number;
  readonly evidence: NotePlace[];
}

/** A number of injections stated for one structure. */
export interface StatedSites {
  readonly count: number;
  readonly level: string | undefined;
  /** Stated for both sides together: the elements of both hold the same number. */
  both: boolean;
}

export interface Elements {
  readonly list: readonly Element[];
  /** Treated, and no family of the book takes them. */
  readonly unrouted: readonly Assessed[];
  /** Ids that the book does not have. */
  readonly unknown: readonly Mention[];
}

/** Ids by which a note may speak of the elements; undefined when one has none. */
export function idsOf(elements: readonly Element[]): readonly string[] | undefined {
  const ids = new Set<string>();
  for (const e of elements) {
    if (e.site === null) return undefined;
    ids.add(e.what).add(e.site.id);
    for (const o of e.others) ids.add(o.id);
  }
  return [...ids];
}

type ByKey = Map<string | number, Element>;

const NO_ATOMS: Element["atoms"] = { side: [], name: [], group: [] };
const SIDES: Readonly<Record<Mention["side"], readonly SideIndex[]>> = {
  left: [LEFT],
  right: [RIGHT],
  bilateral: [LEFT, RIGHT],
  midline: [MIDDLE],
  unspecified: [EITHER],
};

/** Routes and merges the treated mentions of a session. Their order has no effect on what is counted. */
export function collect(session: Session, book: BookTable, era: Era): Elements {
  const byKey: ByKey = new Map();
  const unrouted: Assessed[] = [];
  const unknown: Mention[] = [];
  for (const mention of session.treated) {
    const assessed = assess(mention, session, book, era);
    if (mention.id !== null && assessed.site === null) unknown.push(mention);
    if (assessed.family === null) unrouted.push(assessed);
    else addTo(byKey, assessed, assessed.family, book);
  }
  const unnamed = session.treated.length === 0 ? unnamedPlace(session) : null;
  if (unnamed !== null) {
    const assessed = assess(unnamed, session, book, era);
    if (assessed.family !== null) addTo(byKey, assessed, assessed.family, book);
  }
  return { list: joinVaguer(byKey), unrouted, unknown };
}

function addTo(byKey: ByKey, assessed: Assessed, family: FamilyTable, book: BookTable): void {
  const { mention, site, others } = assessed;
  // A bursa is counted with its joint where each joint is counted.
  const home =
    site !== null && site.countsWith !== null && family.family.per === "structure"
      ? (book.sites.byId.get(site.countsWith) ?? site)
      : site;
  for (const named of SIDES[mention.side]) {
    const side = site !== null && !site.paired ? MIDDLE : named === MIDDLE && site !== null ? EITHER : named;
    const key = keyOf(assessed, family, home, side);
    const before = byKey.get(key);
    if (before === undefined) {
      const doubts = assessed.doubts | (assessed.many !== "one" || others.length > 0 ? MUSCLES : 0);
      byKey.set(key, {
        family,
        site,
        others,
        side,
        kindBit: assessed.kindBit,
        technique: assessed.technique,
        many: assessed.many,
        open: assessed.open,
        what: whatOf(assessed, home),
        name: site?.name ?? (mention.text === "" ? mention.kind : mention.text),
        digit: digitOf(assessed),
        level: mention.level,
        levels: [...new Set(mention.levels ?? [])],
        service: mention.service,
        atoms: site === null ? NO_ATOMS : atomsOf(site, others, side),
        sure: assessed.sure,
        sites: sitesOf(mention),
        agents: assessed.agents,
        number: mention.number ?? 1,
        doubts: named === EITHER && side === EITHER ? doubts | SIDE : doubts & ~BLANK,
        evidence: [placeOf(mention)],
      });
      continue;
    }
    addLevels(before, mention.levels ?? []);
    merge(before, assessed.sure, sitesOf(mention), assessed.doubts, assessed.agents);
    before.number = mention.again === true ? before.number + 1 : Math.max(before.number, mention.number ?? 1);
    if (before.service !== mention.service) before.service = undefined;
    before.evidence.push(placeOf(mention));
    if (home === site && site !== null) {
      before.site = site;
      before.name = site.name;
    }
  }
}

function keyOf(a: Assessed, family: FamilyTable, home: Site | null, side: SideIndex): string | number {
  const digit = home?.digit != null ? "" : (digitOf(a) ?? "");
  if (home !== null && digit === "" && a.others.length === 0) return (family.index * 100_000 + home.index) * 4 + side;
  return `${family.index}|${whatOf(a, home)}|${side}|${digit}`;
}

/** The structure's own digit; the mention's where the structure exists once a digit, or is not known. */
function digitOf({ mention, site }: Assessed): Mention["digit"] {
  if (site === null || site.perDigit) return mention.digit;
  return (site.digit as Mention["digit"] | null) ?? undefined;
}

function whatOf(a: Assessed, home: Site | null): string {
  if (home === null) return `${a.mention.kind}:${a.mention.text.toLowerCase()}`;
  return a.others.length === 0 ? home.id : [home.id, ...a.others.map((o) => o.id)].sort().join("/");
}

function atomsOf(site: Site, others: readonly Site[], side: SideIndex): Element["atoms"] {
  const by = (of: CountBy): readonly number[] =>
    others.length === 0 ? site.atoms[of][side] : [...new Set([site, ...others].flatMap((s) => s.atoms[of][side]))];
  return { side: by("side"), name: by("name"), group: by("group") };
}

function sitesOf(mention: Mention): StatedSites[] | null {
  return mention.sites === undefined
    ? null
    : [{ count: mention.sites, level: mention.level, both: mention.side === "bilateral" }];
}

/**
 * The most muscles that the injections stated for an element allow; Infinity when none are stated. The same number
 * said twice of one level is said again; different numbers, and other levels, are added, so that the bound stays a
 * bound.
 */
export function boundOf(e: Element): number {
  return e.sites === null ? Infinity : e.sites.reduce((sum, s) => sum + s.count, 0);
}

function addLevels(into: Element, levels: readonly string[]): void {
  for (const level of levels) if (!into.levels.includes(level)) into.levels.push(level);
}

function merge(
  into: Element,
  sure: boolean,
  sites: readonly StatedSites[] | null,
  doubts: number,
  agents: number,
): void {
  for (const more of sites ?? []) {
    into.sites ??= [];
    const same = into.sites.find((s) => s.count === more.count && s.level === more.level);
    if (same === undefined) into.sites.push(more);
    else same.both ||= more.both;
  }
  into.doubts |= doubts;
  into.sure ||= sure;
  // What is certain somewhere in the note is not made doubtful by its heading.
  if (into.sure) into.doubts &= ~(DONE | STRUCTURE | ELSEWHERE);
  into.agents |= agents;
}

/**
 * A vaguer word joins the one it may repeat: without a side the left or right one, without a digit the one
 * with a digit. What is said most exactly stays, whatever the order of the note.
 */
function joinVaguer(byKey: ByKey): readonly Element[] {
  const all = [...byKey.values()];
  if (!all.some(isVague)) return all;
  const alike = new Map<string, Element[]>();
  for (const e of all) {
    if (e.many === "place") continue;
    const key = `${e.family.index}|${e.site?.vaguer ?? e.what}${e.site?.levels == null ? `|${e.level ?? ""}` : ""}`;
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [e]);
    else group.push(e);
  }
  const gone = new Set<Element>();
  for (const group of alike.values()) {
    const kept: Element[] = [];
    for (const e of group.sort(byExactness)) {
      const home = kept.find((k) => mayBeSame(k, e));
      // What is certain does not make a doubtful side certain where sides are counted: it may be the other one.
      const apart = home !== undefined && e.sure && !home.sure && e.family.family.per === "session";
      if (home === undefined || apart) kept.push(e);
      else {
        addLevels(home, e.levels);
        merge(home, e.sure, e.sites, e.doubts & ~(SIDE | BLANK), e.agents);
        // "Three MCP joints", and the index named: it is one of the three.
        if (home.digit === e.digit) home.number = Math.max(home.number, e.number);
        home.evidence.push(...e.evidence);
        gone.add(e);
      }
    }
  }
  return all.filter((e) => !gone.has(e));
}

function isVague(e: Element): boolean {
  return (
    e.side === EITHER || (e.site !== null && e.digit === undefined && (e.site.perDigit || e.site.byDigit !== null))
  );
}

/** Two exact elements never are the same: their keys differ. */
function mayBeSame(a: Element, b: Element): boolean {
  const side = a.side === b.side || a.side === EITHER || b.side === EITHER;
  return side && (a.digit === b.digit || a.digit === undefined || b.digit === undefined);
}

function byExactness(a: Element, b: Element): number {
  const vague = (e: Element): number => (e.side === EITHER ? 2 : 0) + (e.digit === undefined ? 1 : 0);
  const name = (e: Element): string => `${e.side}${e.digit ?? ""}`;
  // A vague word repeats what is certain before it makes certain what is not.
  return vague(a) - vague(b) || Number(b.sure) - Number(a.sure) || (name(a) < name(b) ? -1 : 1);
}
