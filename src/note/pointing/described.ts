/**
 * Structures that words point back to by what was found at them or by where they were named: "each trigger point
 * described in the exam", "the muscles that twitched", "all points circled on the diagram". When it cannot be told
 * which are meant, the answer is that some of them were treated, and no more.
 */
import { foundAt, foundIn, type Found } from "./findings.ts";
import { OTHER_DAYS } from "../page/sections.ts";
import type { Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import type { Page } from "../page/page.ts";
import { ACTIVE, FINDING, MARK, POINT, POSITIVE, TENDER } from "../lexicon/pointer-words.ts";
import type { Pointer } from "./pointers.ts";
import { ASIDE, isNumber, namedBefore, OPEN } from "./references.ts";
import { scored, type Score } from "../structures/scores.ts";

export interface Described {
  readonly meant: readonly Work[];
  /** False: some are meant, and it cannot be told which. */
  readonly sure: boolean;
}

interface Candidate extends Found {
  readonly w: Work;
}

/** Sections whose structures were examined neither today nor here. */
const NO_FINDINGS = new Set<string>([...OTHER_DAYS, "medication", "procedure", "addendum"]);
/** What stands between the examination and the procedure says why, or what may come. */
const BETWEEN = new Set(["history", "assessment", "indication", "plan", "medication", "education", "consent"]);
/** Denied findings are weighed here one by one; the other reasons stand. */
const DENIED = new Set(["negation", "not-after"]);
/** Words that are also used of any trigger point: what nobody is said to have, they do not ask for. */
const LOOSE = ACTIVE | MARK | POSITIVE | TENDER;
/** Segments back over which a list may reach to the line that leads it. */
const LIST = 40;

const UNCLEAR: Described = { meant: [], sure: false };

/** The structures meant by `pointer` in segment `no`; null when it says neither what was found nor where. */
export function described(p: Page, work: readonly Work[], pointer: Asked): Described | null {
  const asked = askedBy(pointer);
  const plain = asked === 0 && pointer.score === null && !pointer.inExam && !pointer.inDrawing;
  if (plain && !examinedLast(work, pointer.from)) return null;
  const all = candidates(p, work, pointer);
  if (all.length === 0) return null;
  if (pointer.score !== null) return byScore(p, all, pointer.score);
  if (plain) return pointedOut(all, pointer);
  const drawn = pointer.inDrawing && asked === 0 ? MARK : 0;
  const wanted = asked | drawn;
  if (wanted === 0) return found(all, (pointer.asks & POINT) !== 0);
  const yes = all.filter((c) => (c.has & wanted) === wanted && (c.lacks & wanted) === 0);
  if (yes.length > 0) return counted(yes, pointer);
  const spoken = all.some((c) => ((c.has | c.lacks) & wanted) !== 0);
  const some = pointer.asksAfter & (TENDER | ACTIVE | POSITIVE);
  return spoken || drawn !== 0 || pointer.inDrawing || some !== 0 || (wanted & ~LOOSE) !== 0 ? UNCLEAR : null;
}

/** What words that point back ask for. */
export type Asked = Pick<Pointer, "from" | "count" | "asks" | "asksAfter" | "score" | "inExam" | "inDrawing">;

/** Was the structure named last named in the examination, and not yet treated? */
function examinedLast(work: readonly Work[], at: number): boolean {
  const last = namedBefore(work, at).find(
    (w) =>
      !BETWEEN.has(w.seg.section) &&
      w.verdict.status !== "past" &&
      (!ASIDE.has(w.verdict.because) || DENIED.has(w.verdict.because)),
  );
  if (last === undefined) return false;
  return last.verdict.status === "examined" || (last.seg.section === "exam" && OPEN.has(last.verdict.status));
}

/** "These points", "the above": what the examination found, where it says so of some; null where it says it of none. */
function pointedOut(all: readonly Candidate[], { asks, count }: Asked): Described | null {
  const points = (asks & POINT) !== 0;
  if (!all.some((c) => (c.has & ~c.lacks & POINT) !== 0)) return null;
  const told = found(all, points);
  return !told.sure || (count !== null && !isNumber(told.meant, count)) ? null : told;
}

/** The muscles that were given the score, each on the side on which it was. */
function byScore(p: Page, all: readonly Candidate[], score: Score): Described {
  const meant: Work[] = [];
  let any = false;
  all.forEach(({ w }, i) => {
    const next = all[i + 1]?.w.draft;
    const end = next !== undefined && next.segment === w.draft.segment ? next.from : w.seg.to;
    const side = scored(p, w, end, score);
    any ||= side !== undefined;
    if (side === null || side === undefined) return;
    w.draft.side = side;
    meant.push(w);
  });
  return any && meant.length > 0 ? { meant, sure: true } : UNCLEAR;
}

/** What makes out the structures meant; "a positive twitch" asks for a twitch. */
function askedBy({ asks }: Asked): number {
  const others = asks & ~(POINT | POSITIVE);
  return others === 0 ? asks & POSITIVE : others;
}

function counted(list: readonly Candidate[], { count }: Asked): Described {
  const meant = list.map((c) => c.w);
  return count === null || isNumber(meant, count) ? { meant, sure: true } : UNCLEAR;
}

/** What the examination found: trigger points where they are asked for or told of, else whatever was found. */
function found(all: readonly Candidate[], points: boolean): Described {
  const some = all.filter((c) => (c.has & ~c.lacks & FINDING) !== 0);
  const withPoint = some.filter((c) => (c.has & ~c.lacks & POINT) !== 0);
  const list = withPoint.length > 0 ? withPoint : some;
  const meant = list.map((c) => c.w);
  if (meant.length === 0) {
    const segment = all[0]?.w.draft.segment;
    const one = all.every((c) => c.w.draft.segment === segment && c.lacks === 0);
    return one ? { meant: all.map((c) => c.w), sure: true } : UNCLEAR;
  }
  // "Each muscle noted in the exam": are those that were only tender among them?
  return { meant, sure: points || list.length === some.length };
}

/** The structures an examination names before the pointing words, each with what was found there. */
function candidates(p: Page, work: readonly Work[], { from }: Asked): Candidate[] {
  const named = namedBefore(work, from).toReversed();
  const examined = named.filter((w) => w.seg.section === "exam");
  const pool = examined.length > 0 ? examined : named.filter((w) => !NO_FINDINGS.has(w.seg.section));
  const out: Candidate[] = [];
  for (let i = 0; i < pool.length;) {
    const { segment } = (pool[i] as Work).draft;
    let end = i;
    while (end < pool.length && (pool[end] as Work).draft.segment === segment) end++;
    const here = pool.slice(i, end);
    const findings = foundAt(p, p.segments[segment] as Segment, here, leadOf(p, segment));
    here.forEach((w, k) => {
      if (isOpen(w)) out.push({ w, ...(findings[k] as Found) });
    });
    i = end;
  }
  return out;
}

const isOpen = (w: Work): boolean =>
  OPEN.has(w.verdict.status) && (!ASIDE.has(w.verdict.because) || DENIED.has(w.verdict.because));

/** What the line that leads a list says of its entries. */
function leadOf(p: Page, no: number): Found {
  const seg = p.segments[no] as Segment;
  let k = no - 1;
  while (k >= 0 && no - k < LIST && isEntry(p.segments[k] as Segment, seg)) k--;
  const head = p.segments[k];
  const leads = head !== undefined && (head.kind === "heading" || p.t.isMark(head.to - 1, ":"));
  return leads && isEntry(seg, seg) ? foundIn(p, head.from, head.to) : { has: 0, lacks: 0 };
}

/** An item of a list, a row, or a bare line of the same paragraph. */
function isEntry(one: Segment, like: Segment): boolean {
  return one.kind === like.kind && one.kind !== "heading" && one.kind !== "field" && one.paragraph === like.paragraph;
}
