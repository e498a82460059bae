/**
 * Sentences that are nothing but a list of sites ("R trap x4, R rhomboid major x2."). They say themselves what was
 * done to them no more than the items of a list do: the short sentence before them says it ("TPI #3 of series.").
 */
import type { Segment } from "../page/layout.ts";
import type { Draft } from "../structures/mentions.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { hitFrom, holds, isLink, isOneOf, type Page } from "../page/page.ts";
import { OTHER_DAYS } from "../page/sections.ts";
import { actNamed } from "./signs.ts";
import { MARK, NUMBER } from "../text/tokens.ts";
import { isName } from "../lexicon/scan.ts";

/** Tokens of an opening sentence at most. */
const OPENING = 12;
/** Sections in which a sentence opens no list of what was done. */
const CLOSED = new Set<string>([...OTHER_DAYS, "exam", "assessment", "indication", "not-done"]);

/** The act named by a short sentence that names no structure; null when it plans, denies or remembers one. */
export function openingOf(p: Page, no: number): "injected" | "needled" | null {
  const seg = p.segments[no] as Segment;
  if (!holds(p, no, MEANS.act) || CLOSED.has(seg.section)) return null;
  // "Trigger point dry needling: prone, 0.30x60 mm.": a label opens the list that follows in its paragraph too.
  const opens = seg.kind === "sentence" ? seg.to - seg.from <= OPENING : actNamed(p, no) === labelAct(p, seg);
  return opens ? actNamed(p, no) : null;
}

/** The act that a line of some field begins with. */
function labelAct(p: Page, { from, labelEnd }: Segment): "injected" | "needled" | null {
  const gives = labelEnd > from ? hitFrom(p, from)?.entry.by.act?.gives : undefined;
  return gives === "injection" ? "injected" : gives === "needling" ? "needled" : null;
}

/** "Dry needling: deferred. L QL, L glut med.": what the rest of the line names was not treated. */
export function calledOff(p: Page, seg: Segment): boolean {
  if (labelAct(p, seg) === null) return false;
  const status = hitFrom(p, seg.labelEnd + 1)?.entry.by.status;
  return status !== undefined && !status.pseudo && (status.gives === "declined" || status.gives === "planned");
}

/** "0.30x60 mm.", "25g 1.5 inch.": a sentence of sizes between the opening and its list. */
export function onlySizes(p: Page, { from, to }: Segment): boolean {
  for (let k = from; k < to; k++)
    if (p.t.type[k] !== NUMBER && p.t.type[k] !== MARK && !isOneOf(p, k, SIZES)) return false;
  return true;
}

const SIZES = ["x", "mm", "cm", "g", "ga", "gauge", "inch", "inches", "in", "needle", "needles"];

/** Is the sentence made of structures, sides, parts, counts and amounts only? */
export function bareList(p: Page, seg: Segment, drafts: readonly Draft[]): boolean {
  if ((seg.kind !== "sentence" && (seg.first || seg.kind !== "field")) || drafts.length === 0) return false;
  for (let k = seg.from; k < seg.to;) {
    const hit = hitFrom(p, k);
    if (hit !== undefined) {
      const { side, part, number, noun, unit, head } = hit.entry.by;
      if (!isName(hit) && (side ?? part ?? number ?? noun ?? unit ?? head) === undefined) return false;
      k = hit.to;
      // "Multifidus at L4 and L5 to lamina"
    } else if (isOneOf(p, k, TO) && isOneOf(p, k + 1, BONE)) k += 2;
    else if (p.t.type[k] === NUMBER || p.t.type[k] === MARK || isLink(p, k)) k++;
    else return false;
  }
  return true;
}

const TO = ["to", "onto"];
const BONE = ["lamina", "laminae", "bone", "periosteum"];

/** Does the sentence begin with a side and a colon? */
export function otherSide(p: Page, seg: Segment): boolean {
  const hit = hitFrom(p, seg.from);
  return hit?.entry.by.side !== undefined && p.t.isMark(hit.to, ":");
}
