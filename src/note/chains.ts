/**
 * Lists of structures. "The left trapezius, rhomboids and right supraspinatus were injected" is one
 * chain: what is said of it is said of each member, and a side carries on until another one is named.
 */
import type { Draft } from "./mentions.ts";
import { hitFrom, isLink, type Page } from "./page.ts";
import { MARK, NUMBER, WORD } from "./tokens.ts";

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
  const out: Chain[] = [];
  let members: Draft[] = [];
  const close = (): void => {
    if (members.length > 0)
      out.push({ members, from: (members[0] as Draft).from, to: (members[members.length - 1] as Draft).to });
    members = [];
  };
  for (const d of drafts) {
    const last = members[members.length - 1];
    if (last !== undefined && !joined(p, last.to, d.from, semicolons)) close();
    members.push(d);
  }
  close();
  for (const c of out) spreadSides(c);
  return out;
}

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
      const listed = hit.entry.cues.some(
        (c) =>
          c.category === "side" ||
          c.category === "part" ||
          c.category === "number" ||
          c.category === "noun" ||
          c.category === "unit" ||
          c.category === "head",
      );
      if (!listed || hit.entry.by.act !== undefined) return false;
      k = hit.to;
    } else if (p.t.type[k] === NUMBER || isLink(p, k)) {
      if (p.lex.joins.has(p.t.id[k] as number)) separated = true;
      k++;
    } else if (p.t.type[k] === MARK && LIST_MARKS.has((p.t.id[k] as number) - 2_000_000)) {
      separated = true;
      k++;
    } else if (p.t.type[k] === WORD && (p.t.end[k] as number) - (p.t.start[k] as number) === 1) k++;
    else return false;
  }
  return separated;
}

/** A side before the list holds for the members after it; a side after the last holds for those before it. */
function spreadSides(c: Chain): void {
  let side: Draft["side"] = "unspecified";
  for (const d of c.members) {
    if (d.ownSide) side = d.side;
    else if (side !== "unspecified") d.side = side;
  }
  for (let i = c.members.length - 2; i >= 0; i--) {
    const d = c.members[i] as Draft;
    if (d.side === "unspecified") d.side = (c.members[i + 1] as Draft).side;
  }
}
