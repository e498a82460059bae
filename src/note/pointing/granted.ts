/**
 * An act that a sentence names as wanted, planned or once done, and that is then told as done without its name: "She asked for
 * a knee injection and we went ahead with it today", "... so I gave her one on the left".
 */
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { negated } from "../status/near.ts";
import { firstWith, holds, isOneOf, nextWith, type Page, some, hitFrom } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import { oneSide } from "../sides/sides.ts";
import { MUSCLES, type Work } from "../structures/work.ts";
import { SAYS } from "../lexicon/says.ts";

/** "It went well": of an injection that was past, it tells how that one went. */
const WELL = "went-well";
/** Segments back to the one that names the act. */
const NEAR = 2;
const OPEN = new Set(["planned", "past", "declined", "other"]);
const UNLESS = ["before", "if", "unless", "once", "when", "whether", "until", "till"];
const OTHER_TIME = SAYS.past | SAYS.planned | SAYS.not;

/** Gives what the words "went ahead with it" mean the act that they tell of; `next`: the structures before segment `no` ends. */
export function grantedIn(p: Page, work: readonly Work[], next: number, no: number): readonly Work[] {
  for (let h = firstWith(p, no, MEANS.reference); h >= 0; h = nextWith(p, no, MEANS.reference, h)) {
    const hit = p.hits[h] as Hit;
    if (hit.entry.by.reference?.gives === "granted") return granted(p, work, next, no, hit);
  }
  return NONE;
}

const NONE: readonly Work[] = [];

function granted(p: Page, work: readonly Work[], next: number, no: number, hit: Hit): readonly Work[] {
  const seg = p.segments[no] as Segment;
  if (isOneOf(p, hit.from - 1, UNLESS) || negated(p, { hit }) || otherTime(p, hit.to, seg.to)) return NONE;
  let last = next - 1;
  while (last >= 0 && (work[last] as Work).draft.from >= hit.from) last--;
  const named = work[last];
  if (named === undefined || no - named.draft.segment > NEAR || named.seg.paragraph !== seg.paragraph) return NONE;
  const meant: Work[] = [];
  for (let i = last; i >= 0 && (work[i] as Work).draft.segment === named.draft.segment; i--)
    meant.push(work[i] as Work);
  if (hit.entry.by.reference?.id === WELL && meant.some((w) => w.verdict.status !== "planned")) return NONE;
  if (meant.some((w) => !OPEN.has(w.verdict.status) || w.verdict.because.startsWith("landmark"))) return NONE;
  const act = namedAct(p, named.draft.segment);
  if (act === null || (new Set(meant.map((w) => w.draft.id)).size > 1 && meant.some((w) => !MUSCLES.has(w.draft.kind))))
    return NONE;
  const side = holds(p, no, MEANS.side) ? oneSide(p, hit.from, seg.to) : "unspecified";
  for (const w of meant) {
    w.verdict = { status: act, because: "granted", verb: true };
    if (w.draft.side === "unspecified") w.draft.side = side;
  }
  return meant;
}

/** Is another day told of after the words ("did it last year")? */
function otherTime(p: Page, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const hit = hitFrom(p, k);
    if (hit !== undefined && (hit.entry.status & OTHER_TIME) !== 0) return true;
  }
  return false;
}

const NAMES = new Set(["injection", "inject", "injected", "drawing"]);

/** What the sentence names: an injection or a needling; null when neither. */
function namedAct(p: Page, no: number): "injected" | "needled" | null {
  if (some(p, no, MEANS.act, ({ act }) => act !== undefined && NAMES.has(act.gives))) return "injected";
  return some(p, no, MEANS.act, ({ act }) => act?.gives === "needling") ? "needled" : null;
}
