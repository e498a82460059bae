/**
 * Lists of structures. "The left trapezius, rhomboids and right supraspinatus were injected" is one
 * chain: what is said of it is said of each member, and a side carries on until another one is named.
 */
import { is, MEANS, ROLE } from "../lexicon/lexicon.ts";
import type { Draft } from "./mentions.ts";
import { hitFrom, isLink, type Page } from "../page/page.ts";
import { MARK, MARK_ID, NUMBER, WORD } from "../text/tokens.ts";

export interface Chain {
  readonly members: readonly Draft[];
  readonly from: number;
  readonly to: number;
}

const LIST_MARKS = new Set(
  [",", "/", "+", "&", "(", ")", "-", "|", "#", '"', "%", "=", "[", "]"].map((c) => c.charCodeAt(0)),
);

/** Groups the mentions of one segment into chains. `semicolons`: they part the members of a list here, and do not end it. */
export function chains(p: Page, drafts: readonly Draft[], semicolons = false): Chain[] {
  if (drafts.length === 1) return [chainOf(drafts)];
  const out: Chain[] = [];
  let first = 0;
  for (let i = 1; i <= drafts.length; i++) {
    const next = drafts[i];
    const last = drafts[i - 1] as Draft;
    if (next !== undefined && joined(p, last.to, next.from, semicolons) && !(last.kind !== "nerve" && isBlock(p, next)))
      continue;
    const members = drafts.slice(first, i);
    spreadSides(members);
    out.push(chainOf(members));
    first = i;
  }
  return out;
}

/** "Toe PIP, digital block 2 cc": a nerve named by its block is no member of a list of what is not. */
function isBlock(p: Page, { kind, from, to }: Draft): boolean {
  if (kind !== "nerve") return false;
  return [from, to - 1].some((k) => hitFrom(p, k)?.entry.by.act?.gives === "block");
}

function chainOf(members: readonly Draft[]): Chain {
  return { members, from: (members[0] as Draft).from, to: (members[members.length - 1] as Draft).to };
}

/** Phrases that a list may hold beside its members. */
const LISTED = MEANS.side | MEANS.part | MEANS.number | MEANS.noun | MEANS.unit | MEANS.head;

/** Is there nothing between the two but what a list holds? */
function joined(p: Page, from: number, to: number, semicolons: boolean): boolean {
  let separated = false;
  for (let k = from; k < to;) {
    if (semicolons && p.t.isMark(k, ";")) {
      separated = true;
      k++;
      continue;
    }
    const hit = hitFrom(p, k);
    if (hit !== undefined) {
      if ((hit.bits & LISTED) === 0 || (hit.bits & MEANS.act) !== 0) return false;
      k = hit.to;
    } else if (p.t.type[k] === NUMBER || isLink(p, k)) {
      if (is(p.lex, p.t.id[k] as number, ROLE.join)) separated = true;
      k++;
    } else if (p.t.type[k] === MARK && LIST_MARKS.has((p.t.id[k] as number) - MARK_ID)) {
      separated = true;
      k++;
    } else if (p.t.type[k] === WORD && (p.t.end[k] as number) - (p.t.start[k] as number) === 1) k++;
    else return false;
  }
  return separated;
}

/** A side before the list holds for the members after it; a side after the last holds for those before it. */
function spreadSides(members: readonly Draft[]): void {
  let side: Draft["side"] = "unspecified";
  for (const d of members) {
    if (d.ownSide) side = d.side;
    else if (side !== "unspecified") d.side = side;
  }
  for (let i = members.length - 2; i >= 0; i--) {
    const d = members[i] as Draft;
    if (d.side === "unspecified") d.side = (members[i + 1] as Draft).side;
  }
}
