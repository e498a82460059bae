/**
 * An injection beside an operation. What is put in during one belongs to it, unless the list of procedures names the
 * injection as one of its own on the other side of the body, and the description tells of it with a steroid:
 * "1. Right carpal tunnel release. 2. Left trigger thumb injection". On the same side it is left to the operation.
 */
import type { Side } from "../facts.ts";
import type { Given } from "../given/given.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { namesSame } from "../structures/named.ts";
import { isOneOf, some, type Page } from "../page/page.ts";
import { oneSide, OPPOSITE } from "../sides/sides.ts";
import { isTreated, type Work } from "../structures/work.ts";

const NONE: ReadonlySet<Work> = new Set();

/** Those injections of an operation that are services of their own. `work` is in order of the note. */
export function besideOperation(p: Page, work: readonly Work[], given: Given): ReadonlySet<Work> {
  const named = work.filter((w) => isEntry(w.seg) && namesInjection(p, w.draft.segment));
  const operated = sideOperated(p);
  if (named.length === 0 && operated === "unspecified") return NONE;
  const out = new Set<Work>();
  for (const w of work) {
    const { segment } = w.draft;
    if (!isTreated(w) || !w.verdict.verb || !(given.inSentence(segment, "steroid") || isApart(p, segment))) continue;
    // "Right knee arthroscopy. In a separate session the left knee was injected."
    if (w.draft.side === OPPOSITE[operated] && !namesOperation(p, w.draft.segment)) out.add(w);
    if (isEntry(w.seg)) continue;
    const title = named.find((t) => t.draft.side === w.draft.side && same(p, t, w));
    if (title !== undefined && operatedOpposite(p, title)) out.add(w);
  }
  return out;
}

/** "Separately, the left knee was injected". */
function isApart(p: Page, no: number): boolean {
  const { from, to } = p.segments[no] as Segment;
  for (let k = from; k < to; k++) if (isOneOf(p, k, APART)) return true;
  return false;
}

const APART = ["separately", "separate"];

/** The side on which the first operation that the note names was done. */
function sideOperated(p: Page): Side {
  const seg = p.segments.find((_, no) => namesOperation(p, no));
  const side = seg === undefined ? "unspecified" : oneSide(p, seg.from, seg.to);
  return side === "left" || side === "right" ? side : "unspecified";
}

const namesOperation = (p: Page, no: number): boolean =>
  some(p, no, MEANS.statement, ({ statement }) => statement?.id === "operations");

/** An item of a list, or a short line. */
const isEntry = (s: Segment): boolean =>
  s.kind === "item" || (s.kind === "sentence" && s.first && s.to - s.from <= LINE);
const LINE = 14;

function namesInjection(p: Page, no: number): boolean {
  return some(p, no, MEANS.act, ({ act }) => act?.gives === "injection");
}

/** Do the other items of the list, one at least, all name the other side? */
function operatedOpposite(p: Page, { draft, seg }: Work): boolean {
  let others = 0;
  for (let no = 0; no < p.segments.length; no++) {
    const s = p.segments[no] as Segment;
    if (s.paragraph !== seg.paragraph || s.sectionNo !== seg.sectionNo || !isEntry(s) || namesInjection(p, no))
      continue;
    if (oneSide(p, s.from, s.to) !== OPPOSITE[draft.side]) return false;
    others++;
  }
  return others > 0;
}

function same(p: Page, { draft: a }: Work, { draft: b }: Work): boolean {
  if (a.id === null || b.id === null) return false;
  return namesSame(p, a, b) || p.lex.kin.places.get(b.id)?.has(a.id) === true;
}
