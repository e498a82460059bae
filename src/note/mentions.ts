/** Structures named in the note, with side, level and the stretch of text that names them. */
import type { Structure, StructureKind, Term } from "../rulebook/types.ts";
import type { Mention, Side } from "./facts.ts";
import type { Segment } from "./layout.ts";
import { withLevels } from "./levels.ts";
import { MEANS, type Entry, type Lexicon } from "./lexicon.ts";
import type { Hit } from "./scan.ts";
import { NUMBER, WORD, type Tokens } from "./tokens.ts";

/** A mention while it is being worked on. */
export interface Draft {
  readonly id: string | null;
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
}

export interface Page {
  readonly lex: Lexicon;
  readonly t: Tokens;
  readonly hits: readonly Hit[];
  readonly hitAt: Int32Array;
  /** Index of the hit that ends at token i (exclusive), or -1. */
  readonly hitEnd: Int32Array;
  readonly segments: readonly Segment[];
  /** Range of hits [first, last) of each segment: first at 2n, last at 2n + 1. */
  readonly ranges: Int32Array;
  /** What the hits of each segment mean, together: bits of `MEANS`. */
  readonly bits: Int32Array;
  /** Ids of structures that the note names by a word with one meaning. */
  readonly named: () => ReadonlySet<string>;
  readonly walks: { readonly before: Walk; readonly after: Walk };
  /** Does the note hold tick boxes? */
  readonly ticks: boolean;
  /** Is anything injected, needled or blocked named anywhere? Short forms count only then. */
  readonly hasAct: boolean;
}

/** Does segment `no` hold a phrase with one of these meanings? */
export function holds(p: Page, no: number, bits: number): boolean {
  return ((p.bits[no] as number) & bits) !== 0;
}

/** Does a phrase of segment `no` pass the test? It is asked only where the segment holds one of the meanings. */
export function some(p: Page, no: number, bits: number, test: (by: Entry["by"]) => boolean): boolean {
  if (!holds(p, no, bits)) return false;
  for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++)
    if (test((p.hits[h] as Hit).entry.by)) return true;
  return false;
}

/** The hit that begins at token i. */
export function hitFrom(p: Page, i: number): Hit | undefined {
  const k = i >= 0 && i < p.t.n ? (p.hitAt[i] as number) : -1;
  return k < 0 ? undefined : p.hits[k];
}

/** The hit that ends before token i. */
export function hitBefore(p: Page, i: number): Hit | undefined {
  const k = i > 0 && i <= p.t.n ? (p.hitEnd[i] as number) : -1;
  return k < 0 ? undefined : p.hits[k];
}

const NO_DRAFTS: readonly Draft[] = [];
const NO_LEVELS: readonly string[] = [];

/** Finds the structures of one segment, in order. */
export function mentionsIn(p: Page, no: number): readonly Draft[] {
  if (!holds(p, no, MEANS.term)) return NO_DRAFTS;
  const seg = p.segments[no] as Segment;
  const out: Draft[] = [];
  for (let h = p.ranges[2 * no] as number; h < (p.ranges[2 * no + 1] as number); h++) {
    const hit = p.hits[h] as Hit;
    if (hit.entry.terms.length === 0) continue;
    const draft = draftOf(p, hit, no, seg);
    if (draft !== null) out.push(draft);
  }
  return withLevels(p, seg, out);
}

function draftOf(p: Page, hit: Hit, no: number, seg: Segment): Draft | null {
  const term = chooseTerm(p, hit, seg);
  if (term === null) return null;

  // Of several meanings, one that the note names in full elsewhere is meant.
  const meant = term.targets.length > 1 ? term.targets.filter((id) => p.named().has(id)) : term.targets;
  const target = meant[0] ?? term.targets[0];
  const base = target === undefined ? undefined : p.lex.structures[target];
  if (base === undefined) return null;
  let from = hit.from;
  let to = hit.to;
  let kind = base.kind;
  let structure: Structure = base;
  const next = hitFrom(p, to);
  const head = next === undefined ? undefined : next.entry.by.head;
  if (head?.gives === "thing") return null;
  if (head !== undefined && next !== undefined && isSoft(base.kind)) {
    if (head.gives === "other") return null;
    kind = head.gives as StructureKind;
    structure = sibling(p, base, kind) ?? base;
    to = next.to;
  } else if (base.kind === "region" && withinJoint(p, hit, seg)) {
    structure = sibling(p, base, "joint") ?? base;
    kind = structure.kind;
  }
  const level = levelNear(p, hit, seg);
  if (level !== null && structure.byLevel !== undefined)
    structure = p.lex.structures[structure.byLevel[level[0] as string] ?? ""] ?? structure;
  const own = sideNear(p, from, to, seg);
  // Parts of the muscle written beside it belong to the words shown ("upper traps", "Trapezius, upper fibers").
  for (
    let q = hitBefore(p, from);
    q !== undefined && q.from >= seg.from && q.entry.by.part?.id === "thirds";
    q = hitBefore(p, from)
  )
    from = q.from;
  return {
    id: structure.id,
    kind: kind === base.kind ? structure.kind : kind,
    orElse: (meant.length > 0 ? meant : term.targets).filter((id) => id !== target),
    from,
    to,
    segment: no,
    side: own,
    ownSide: own !== "unspecified",
    level,
    levels: NO_LEVELS,
    digit: structure.digits === undefined ? null : digitNear(p, hit.from, to, seg),
    sites: null,
  };
}

/** Kinds whose meaning a following noun may change ("trapezius tendon", "erector spinae plane"). */
function isSoft(kind: StructureKind): boolean {
  return kind === "muscle" || kind === "group" || kind === "region" || kind === "tendon";
}

function sibling(p: Page, base: Structure, kind: StructureKind): Structure | null {
  for (const tail of ["insertion", "origin", "tendon", "sheath", "plane", "joint", "nerve"]) {
    const s = p.lex.structures[`${base.id}-${tail}`];
    if (s !== undefined && s.kind === kind) return s;
  }
  // "Shoulder joint": the first of that kind which the place may stand for.
  const of = base.mayMean?.find((id) => p.lex.structures[id]?.kind === kind);
  return of === undefined ? null : (p.lex.structures[of] ?? null);
}

/** "Intra-articular injection of the right hip", "right hip intra-articular injection". */
function withinJoint(p: Page, hit: Hit, seg: Segment): boolean {
  for (let k = Math.max(seg.from, hit.from - 7); k < Math.min(seg.to, hit.to + 4); k++)
    if (hitFrom(p, k)?.entry.by.part?.id === "within-joint") return true;
  return false;
}

/** Short forms need an injection in the note; ambiguous ones also a side or another structure beside them. */
function chooseTerm(p: Page, hit: Hit, seg: Segment): Term | null {
  const terms = hit.entry.terms;
  const name = terms.find((x) => x.strength === "name");
  if (name !== undefined)
    return p.lex.structures[name.targets[0] as string]?.kind === "region" && modifies(p, hit) ? null : name;
  if (!p.hasAct) return null;
  const abbr = terms.find((x) => x.strength === "abbr");
  const short = (p.t.end[hit.to - 1] as number) - (p.t.start[hit.from] as number) <= 3;
  if (short && hit.entry.cues.length > 0) return null;
  const sided = sideNear(p, hit.from, hit.to, seg) !== "unspecified";
  if (abbr !== undefined) return short && !writtenShort(p, hit, sided, abbr) ? null : abbr;
  const told = hitFrom(p, hit.to)?.entry.by.act?.gives === "injection" && !short; // "de Quervain's injection"
  return sided || told ? (terms[0] ?? null) : null;
}

/** A form of three letters or fewer is a name next to a side, or in capitals when the structure is a common one. */
function writtenShort(p: Page, hit: Hit, sided: boolean, term: Term): boolean {
  const text = p.t.text.slice(p.t.start[hit.from], p.t.end[hit.to - 1]);
  const capitals = !p.t.capitals || (text === text.toUpperCase() && text !== text.toLowerCase());
  if (sided) return capitals || text.length === 3;
  return capitals && p.lex.structures[term.targets[0] as string]?.common === true;
}

/** A region word right before another structure or a noun like "spine" only describes it. */
function modifies(p: Page, hit: Hit): boolean {
  const next = hitFrom(p, hit.to);
  return (
    next !== undefined &&
    (next.entry.terms.length > 0 ||
      next.entry.by.head?.gives === "other" ||
      next.entry.by.head?.gives === "thing" ||
      next.entry.by.part?.id === "thirds")
  );
}

/** Side words beside a structure: before it ("left upper trapezius") or after it ("trapezius bilaterally"). */
function sideNear(p: Page, from: number, to: number, seg: Segment): Side {
  const before = sideBefore(p, from, seg);
  return before === "unspecified" ? sideAfter(p, to, seg) : before;
}

/** The last walk in search of a side: it ends the same from any place on it, so no stretch is walked twice. */
export interface Walk {
  low: number;
  high: number;
  side: Side;
}

function sideBefore(p: Page, from: number, seg: Segment): Side {
  const { before } = p.walks;
  let side: Side = "unspecified";
  let k = from;
  while (k > seg.from) {
    if (k >= before.low && k <= before.high) {
      ({ low: k, side } = before);
      break;
    }
    const hit = hitBefore(p, k);
    if (hit !== undefined && hit.from >= seg.from) {
      const cue = hit.entry.by.side;
      if (cue !== undefined && (!cue.bare || isLetterSide(p, hit))) side = cue.gives as Side;
      if (side !== "unspecified") break;
      if (hit.entry.by.part === undefined && hit.entry.by.act?.gives !== "target" && !isLevel(p, hit.from)) break;
      k = hit.from;
    } else if (
      isLink(p, k - 1) ||
      p.t.isMark(k - 1, "(") ||
      isLevel(p, k - 1) ||
      isShortened(p, k - 1) ||
      closesSide(p, k - 1)
    )
      k--;
    else break;
  }
  [before.low, before.high, before.side] = [k, from, side];
  return side;
}

/** "(R) levator scapulae": a side in brackets at the head of a list member belongs to what follows it. */
function closesSide(p: Page, k: number): boolean {
  const side = p.t.isMark(k, ")") ? hitBefore(p, k) : undefined;
  return side?.entry.by.side !== undefined && opensSide(p, side);
}

function opensSide(p: Page, side: Hit): boolean {
  const k = side.from - 2;
  if (!p.t.isMark(side.from - 1, "(") || !p.t.isMark(side.to, ")")) return false;
  return k < 0 || p.t.isMark(k, ",") || p.t.isMark(k, ":") || p.t.isMark(k, ";") || isLink(p, k);
}

function sideAfter(p: Page, to: number, seg: Segment): Side {
  const { after } = p.walks;
  let side: Side = "unspecified";
  let k = to;
  while (k < seg.to) {
    if (k >= after.low && k <= after.high) {
      ({ high: k, side } = after);
      break;
    }
    const hit = hitFrom(p, k);
    if (hit !== undefined) {
      const cue = hit.entry.by.side;
      if (cue !== undefined && (!cue.bare || isLetterSide(p, hit)) && !describesNext(p, hit) && !opensSide(p, hit))
        side = cue.gives as Side;
      if (side !== "unspecified" || hit.entry.by.part === undefined) break;
      k = hit.to;
    } else if (p.t.isMark(k, "(") || p.t.isMark(k, ",") || p.t.isMark(k, "-") || p.t.isMark(k, "|") || isLink(p, k))
      k++;
    else break;
  }
  [after.low, after.high, after.side] = [to, k, side];
  return side;
}

/** Does the side belong to a structure right after it? */
function describesNext(p: Page, hit: Hit): boolean {
  const next = hitFrom(p, hit.to) ?? (isShortened(p, hit.to) ? hitFrom(p, hit.to + 1) : undefined);
  return next !== undefined && next.entry.terms.length > 0;
}

/** Is token k the full stop of a short form for a side ("Rt. trapezius")? */
function isShortened(p: Page, k: number): boolean {
  if (!p.t.isMark(k, ".")) return false;
  const hit = hitBefore(p, k);
  return (
    hit !== undefined &&
    hit.entry.by.side !== undefined &&
    (p.t.end[k - 1] as number) - (p.t.start[k - 1] as number) <= 2
  );
}

/** A single letter is a side when it is a capital, or when it stands alone before a structure in lower-case notes. */
export function isLetterSide(p: Page, hit: Hit): boolean {
  if (hit.to - hit.from !== 1 || p.t.isMark(hit.from - 1, "'")) return false;
  // "L4", "L5-S1" are levels.
  return !(p.t.type[hit.to] === NUMBER && p.t.start[hit.to] === p.t.end[hit.from]);
}

export function isLevel(p: Page, k: number): boolean {
  if (k < 0 || k >= p.t.n) return false;
  if (p.t.type[k] === NUMBER) return true;
  if (p.t.type[k] !== WORD || (p.t.end[k] as number) - (p.t.start[k] as number) !== 1) return false;
  return "ctls".includes(p.t.textOf(k).toLowerCase()) && p.t.type[k + 1] === NUMBER && p.t.start[k + 1] === p.t.end[k];
}

export function isLink(p: Page, k: number): boolean {
  return k >= 0 && k < p.t.n && p.lex.links.has(p.t.id[k] as number);
}

/** The finger or toe named within a few words of the structure. */
function digitNear(p: Page, from: number, to: number, seg: Segment): Draft["digit"] {
  for (let far = 0; far < 8; far++) {
    for (const k of [from - 1 - far, to + far] as const) {
      const hit = k >= seg.from && k < seg.to ? hitFrom(p, k) : undefined;
      const digit = hit?.entry.by.digit;
      if (digit !== undefined) return digit.gives as NonNullable<Mention["digit"]>;
    }
  }
  return null;
}

/** "C5" or "L4-5" near the structure: the letter and number as written. */
function levelNear(p: Page, hit: Hit, seg: Segment): string | null {
  for (let k = Math.max(seg.from, hit.from - 5); k < Math.min(seg.to - 1, hit.to + 6); k++)
    if (p.t.type[k] === WORD && isLevel(p, k)) return p.t.text.slice(p.t.start[k], p.t.end[k + 1]).toUpperCase();
  return null;
}
