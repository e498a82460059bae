/** Structures named in the note, with side, level and the stretch of text that names them. */
import type { Structure, StructureKind, Term } from "../../rulebook/types.ts";
import type { Mention, Side } from "../facts.ts";
import type { Finger } from "./fingers.ts";
import { asFingers, fingersOf, isApart, withoutTaken } from "./fingered.ts";
import type { Segment } from "../page/layout.ts";
import { hasLevels, withLevels } from "./levels.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { howMany } from "./how-many.ts";
import { meantBy } from "./meanings.ts";
import { withoutPlaces } from "./lies-in.ts";
import { firstWith, hitBefore, hitFrom, holds, isLevel, isOneOf, nextWith, type Page, some } from "../page/page.ts";
import { isEach } from "../page/single-words.ts";
import { type Hit, isName } from "../lexicon/scan.ts";
import { sharesEnd, shareStart } from "./shared-words.ts";
import { sibling } from "./siblings.ts";
import { sideNear } from "./side-near.ts";
import { chooseTerm, memberMeant, modifies, musclesOf } from "./term-choice.ts";
import { NUMBER, WORD } from "../text/tokens.ts";
import { DEFINITE, OF } from "../text/small-words.ts";

/** A mention while it is being worked on. */
export interface Draft {
  readonly id: string | null;
  /** The book's structure of that id. */
  readonly structure: Structure | null;
  readonly kind: StructureKind;
  readonly orElse: readonly string[];
  /** Token range of the words shown. */
  from: number;
  to: number;
  readonly segment: number;
  side: Side;
  /** Did the note put the side next to this very structure? */
  ownSide: boolean;
  level: string | null;
  /** Levels of the spine, for a structure that lies at levels. */
  levels: readonly string[];
  digit: NonNullable<Mention["digit"]> | null;
  sites: number | null;
  /** "Two MCP joints": so many of the name; one when nothing is said. */
  number: number;
  /** A blank stands where its side or level belongs ("the *** knee"). */
  readonly blank: boolean;
}

const NO_DRAFTS: readonly Draft[] = [];
const NO_HITS: readonly Hit[] = [];
const NO_LEVELS: readonly string[] = [];
const NO_OTHERS: readonly string[] = [];

/** Finds the structures of one segment, in order. */
export function mentionsIn(p: Page, no: number): readonly Draft[] {
  if (!holds(p, no, MEANS.term)) return NO_DRAFTS;
  const seg = p.segments[no] as Segment;
  let out: Draft[] = [];
  let taken: Finger[] | null = null;
  for (let h = firstWith(p, no, MEANS.term); h >= 0; h = nextWith(p, no, MEANS.term, h)) {
    const hit = p.hits[h] as Hit;
    const draft = draftOf(p, hit, no, seg);
    if (draft === null) continue;
    const fingered = draft.id !== null && p.lex.kin.fingers.has(draft.id);
    const short = fingered ? null : sharesEnd(p, hit, seg.from);
    const ahead = short === null ? null : draftOf(p, short, no, seg);
    if (ahead !== null) {
      if (out[out.length - 1]?.from === ahead.from) out.pop(); // "peroneal" by itself
      out.push(ahead);
    }
    // "Suboccipital muscle rectus capitis posterior major": the group only says what kind of muscle follows.
    const last = out.length > 0 ? out[out.length - 1] : undefined;
    if (last !== undefined && last.kind === "group" && introduces(p, last, draft)) out.pop();
    out.push(draft);
    for (const after of fingered ? NO_HITS : shareStart(p, hit, seg.to)) {
      const more = draftOf(p, after, no, seg);
      if (more !== null) out.push(more);
    }
    const { structure } = draft;
    if (structure === null) continue;
    if (structure.several === true) draft.number = howMany(p, draft, seg);
    const fingers = fingersOf(p, hit, draft, seg);
    if (fingers === null) continue;
    if (fingers.length === 0) draft.number = howMany(p, draft, seg);
    for (const more of asFingers(p, hit, draft, fingers)) out.push(more);
    for (const f of fingers) if (isApart(p, f, hit.from, draft.to)) (taken ??= []).push(f);
  }
  if (taken !== null) out = withoutTaken(out, taken);
  if (out.length === 1) return out.some(hasLevels) ? withLevels(p, seg, out) : out;
  const named = withoutPlaces(p, out);
  return named.some(hasLevels) ? withLevels(p, seg, named) : named;
}

/** Does the name of a member follow the name of its group, with nothing but "muscle" between? */
function introduces(p: Page, group: Draft, member: Draft): boolean {
  const members = group.structure?.members;
  if (members === undefined || member.id === null || !members.includes(member.id)) return false;
  for (let k = group.to; k < member.from; k++) if (hitFrom(p, k)?.entry.by.part?.id !== "stuff") return false;
  if (!member.ownSide) [member.side, member.ownSide] = [group.side, group.ownSide];
  return true;
}

function draftOf(p: Page, hit: Hit, no: number, seg: Segment): Draft | null {
  const named = hit.entry.structure;
  if (hitFrom(p, hit.to)?.entry.by.head?.gives === "effusion" && !drainedBeside(p, hit, seg)) return null;
  const first = named ?? p.lex.structures[hit.entry.terms[0]?.targets[0] ?? ""];
  const muscles = first?.kind === "region" ? musclesOf(p, hit, seg) : -1;
  // "The neck muscles": some muscles, by no name that the book has.
  if (first !== undefined && muscles >= 0) {
    const draft = drafted(p, { ...hit, to: muscles }, no, seg, first, NO_OTHERS);
    return draft === null ? null : { ...draft, id: null, structure: null, kind: "group" };
  }
  if (named?.kind === "region" && modifies(p, hit)) return null;
  if (named !== undefined) return drafted(p, hit, no, seg, memberMeant(p, hit, named), NO_OTHERS);
  const term = chooseTerm(p, hit, seg);
  return term === null ? null : draftAs(p, hit, no, seg, term);
}

/** "R knee effusion drained", "the effusion was aspirated", "aspirated the left knee effusion": told right beside it. */
function drainedBeside(p: Page, { from, to }: Hit, seg: Segment): boolean {
  for (let k = to + 1; k < Math.min(seg.to, to + BESIDE); k++) {
    const act = hitFrom(p, k)?.entry.by.act;
    if (act !== undefined) return act.gives === "aspirated";
  }
  for (let k = from - 1; k >= Math.max(seg.from, from - BESIDE); k--) {
    const act = hitBefore(p, k + 1)?.entry.by.act;
    if (act !== undefined) return act.gives === "aspirated";
  }
  return false;
}

/** Tokens between "effusion" and what tells that it was drained, at most. */
const BESIDE = 4;

/** The draft of a phrase in one of its meanings. */
export function draftAs(p: Page, hit: Hit, no: number, seg: Segment, term: Term): Draft | null {
  const ids = meantBy(p, term, seg);
  const base = p.lex.structures[ids[0] as string];
  if (base === undefined) return null;
  return drafted(p, hit, no, seg, base, ids === hit.entry.name?.targets ? hit.entry.others : ids.slice(1));
}

/** The draft of a phrase that names a structure, with the nouns, sides and levels around it. */
function drafted(
  p: Page,
  hit: Hit,
  no: number,
  seg: Segment,
  base: Structure,
  orElse: readonly string[],
): Draft | null {
  let from = hit.from;
  let to = hit.to;
  let kind = base.kind;
  let structure: Structure = base;
  const next = hitFrom(p, to);
  const head = next === undefined ? undefined : next.entry.by.head;
  if (head?.gives === "thing") return null;
  if (head?.gives === "effusion") {
    structure = sibling(p, base, "joint") ?? base;
    kind = structure.kind;
  } else if (head !== undefined && next !== undefined && isSoft(base.kind)) {
    if (head.gives === "other") return null;
    kind = head.gives as StructureKind;
    const other = sibling(p, base, kind);
    // "RC jt": what is no joint of the book's is not the muscle or the place of that name either.
    if (other === null && kind === "joint") return null;
    structure = other ?? base;
    to = next.to;
  } else if (MUSCLE.has(base.kind) && isOneOf(p, from - 1, OF_THE) && headBefore(p, from, seg) !== null) {
    kind = headBefore(p, from, seg) as StructureKind;
    structure = sibling(p, base, kind) ?? base;
  } else if (base.kind === "region" && (withinJoint(p, hit, seg) || asksJoint(p, from))) {
    structure = sibling(p, base, "joint") ?? base;
    kind = structure.kind;
  } else if (base.kind === "epidural" && base.mayMean !== undefined) {
    structure = byRoute(p, base, base.mayMean, no, seg);
  }
  const level = levelNear(p, hit, seg);
  if (level !== null && structure.byLevel !== undefined)
    structure = p.lex.structures[structure.byLevel[level[0] as string] ?? ""] ?? structure;
  const beside = sideNear(p, from, to, seg);
  const own = beside === "unspecified" && ofEach(p, from, to, structure) ? "bilateral" : beside;
  // Parts of the muscle written beside it belong to the words shown ("upper traps", "Trapezius, upper fibers").
  for (
    let q = hitBefore(p, from);
    q !== undefined && q.from >= seg.from && q.entry.by.part?.id === "thirds";
    q = hitBefore(p, from)
  )
    from = q.from;
  return {
    id: structure.id,
    structure,
    kind: kind === base.kind ? structure.kind : kind,
    orElse,
    from,
    to,
    segment: no,
    side: own,
    ownSide: own !== "unspecified",
    level,
    levels: NO_LEVELS,
    digit: null,
    sites: null,
    number: 1,
    blank: own === "unspecified" && blankBefore(p, from, seg),
  };
}

/** A blank of a template before the structure, parted from it; a bullet or a mark of emphasis is none. */
function blankBefore(p: Page, from: number, seg: Segment): boolean {
  const k = from - 1;
  if (k <= seg.from || (p.t.end[k] as number) === (p.t.start[from] as number)) return false;
  return p.t.isMark(k, "*") || p.t.isMark(k, "_") || hitBefore(p, from)?.entry.by.blank !== undefined;
}

/** "Each heel", "each knee joint": a place or structure of which there is one on each side, and nothing that it only describes. */
function ofEach(p: Page, from: number, to: number, structure: Structure): boolean {
  if (!ONE_A_SIDE.has(structure.kind) || !isEach(p, from - 1)) return false;
  const { paired, digits, levels, mayMean } = structure;
  if (!paired || digits !== undefined || levels !== undefined) return false;
  if (mayMean?.some((id) => p.lex.structures[id]?.digits !== undefined) === true) return false;
  const { term, part, head, noun } = MEANS;
  return ((hitFrom(p, to)?.bits ?? 0) & (term | part | head | noun)) === 0;
}

const ONE_A_SIDE = new Set<StructureKind>(["joint", "bursa", "region", "tunnel", "sacroiliac"]);

/** Kinds whose meaning a following noun may change ("trapezius tendon", "erector spinae plane"). */
function isSoft(kind: StructureKind): boolean {
  return kind === "muscle" || kind === "group" || kind === "region" || kind === "tendon";
}

const MUSCLE = new Set<StructureKind>(["muscle", "group"]);
const OF_THE = ["of", "the", "left", "right"];

/** "The enthesis of the left gluteus medius", "tendon sheath of the peroneals": the noun before the muscle says what of it is meant. */
function headBefore(p: Page, from: number, seg: Segment): StructureKind | null {
  let k = from;
  for (let side = hitBefore(p, k); side?.entry.by.side !== undefined; side = hitBefore(p, k)) k = side.from;
  if (isOneOf(p, k - 1, DEFINITE)) k--;
  for (let side = hitBefore(p, k); side?.entry.by.side !== undefined; side = hitBefore(p, k)) k = side.from;
  if (k <= seg.from || !isOneOf(p, k - 1, OF)) return null;
  const head = hitBefore(p, k - 1);
  if (head === undefined || isName(head)) return null;
  // "The tendon sheath" points back where no "of the peroneals" follows.
  const gives = head.entry.by.head?.gives ?? head.entry.by.reference?.gives.replace(/^kind-/, "");
  return gives !== undefined && TENDONS.has(gives) ? (gives as StructureKind) : null;
}

const TENDONS = new Set<string>(["tendon-origin", "tendon-sheath", "tendon"]);

/** "Intra-articular injection of the right hip", "right hip intra-articular injection". */
function withinJoint(p: Page, hit: Hit, seg: Segment): boolean {
  for (let k = Math.max(seg.from, hit.from - 7); k < Math.min(seg.to, hit.to + 4); k++)
    if (hitFrom(p, k)?.entry.by.part?.id === "within-joint") return true;
  return false;
}

/** "Joint: left hip", "Joint injected: (x) shoulder": the field asks for a joint. */
function asksJoint(p: Page, from: number): boolean {
  let k = from;
  for (let side = hitBefore(p, k); side?.entry.by.side !== undefined; side = hitBefore(p, k)) k = side.from;
  if (p.t.isMark(k - 1, "\u2611")) k--;
  else if (p.t.isMark(k - 1, ")") && p.t.isMark(k - 3, "(")) k -= 3;
  if (!p.t.isMark(k - 1, ":")) return false;
  return isOneOf(p, k - 2, JOINTS) || (isOneOf(p, k - 2, ENTERED) && isOneOf(p, k - 3, JOINTS));
}

const JOINTS = ["joint", "joints"];
const ENTERED = ["injected", "aspirated", "treated", "entered"];

/** "Epidural injection ... paramedian approach, loss of resistance": the route told of beside it, where the note names no other. */
function byRoute(p: Page, base: Structure, routes: readonly string[], no: number, seg: Segment): Structure {
  if (routes.some((id) => p.named().has(id))) return base;
  for (let i = Math.max(0, no - SENTENCES); i <= no + SENTENCES; i++)
    if (p.segments[i]?.paragraph === seg.paragraph && tellsRoute(p, i)) return routeOf(p, base);
  return base;
}

/** Sentences before and after the word in which its route is looked for. */
const SENTENCES = 4;
const tellsRoute = (p: Page, no: number): boolean => some(p, no, MEANS.part, ({ part }) => part?.id === "interlaminar");
const routeOf = (p: Page, base: Structure): Structure => p.lex.structures[`${base.id}-interlaminar`] ?? base;

/** "C5" or "L4-5" near the structure: the letter and number as written. */
function levelNear(p: Page, hit: Hit, seg: Segment): string | null {
  for (let k = Math.max(seg.from, hit.from - 5); k < Math.min(seg.to - 1, hit.to + 6); k++)
    if (p.t.type[k + 1] === NUMBER && p.t.type[k] === WORD && isLevel(p, k))
      return p.t.text.slice(p.t.start[k], p.t.end[k + 1]).toUpperCase();
  return null;
}
