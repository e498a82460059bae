/** Do two places of a note speak of the same structure, as far as their words go? */
import type { Side } from "./facts.ts";
import type { Work } from "./finish.ts";
import { MEANS } from "./lexicon.ts";
import type { Draft } from "./mentions.ts";
import { holds, some, type Page } from "./page.ts";

/** The same structure, a part, a member, a group or a place that may stand for it; on whatever side. */
export function namesSame(p: Page, a: Draft, b: Draft): boolean {
  if (a.digit !== null && b.digit !== null && a.digit !== b.digit) return false;
  if (a.id === null || b.id === null || a.id === b.id) return true;
  if (a.orElse.includes(b.id) || b.orElse.includes(a.id)) return true;
  return mayBe(p, a.id, b.id) || mayBe(p, b.id, a.id) || counted(p, a.id) === counted(p, b.id);
}

/** May the wider word `a` stand for `b`? */
function mayBe(p: Page, a: string, b: string): boolean {
  const wide = p.lex.structures[a];
  if (wide === undefined) return false;
  if (wide.members?.includes(b) || wide.mayMean?.includes(b)) return true;
  if (Object.values(wide.byDigit ?? {}).includes(b) || Object.values(wide.byLevel ?? {}).includes(b)) return true;
  // A place without a list, and a group whose members cannot be listed, may be anything of their kind.
  if (wide.kind === "region") return wide.mayMean === undefined;
  return wide.open === true && p.lex.structures[b]?.group2002 === wide.group2002;
}

/** A bursa is counted with its joint. */
function counted(p: Page, id: string): string {
  return p.lex.structures[id]?.countsWith ?? id;
}

/**
 * Does something told of bear the claim out, side and all? A side that one of the two does not give is no contradiction.
 * `claims`: segments that claim and do not tell.
 */
export function borneOut(p: Page, claim: Work, told: readonly Work[], claims: ReadonlySet<number>): boolean {
  const sides = new Set<Side>();
  for (const t of told) if (t.date === claim.date && namesSame(p, t.draft, claim.draft)) sides.add(t.draft.side);
  const { side } = claim.draft;
  if (sides.size === 0) return false;
  if (side === "unspecified" || side === "midline" || sides.has("unspecified") || sides.has("midline")) return true;
  if (sides.has("bilateral") || sides.has(side)) return true;
  if (side !== "bilateral") return false;
  const missing = (["left", "right"] as const).filter((s) => !sides.has(s));
  return missing.every((s) => spokenOf(p, s, told, claims));
}

/** A sentence of doing that speaks of that side, though it names no structure there ("the same on the right"). */
function spokenOf(p: Page, side: Side, told: readonly Work[], claims: ReadonlySet<number>): boolean {
  const sections = new Set(told.map((t) => t.seg.sectionNo));
  return p.segments.some(
    (seg, no) =>
      sections.has(seg.sectionNo) &&
      !claims.has(no) &&
      holds(p, no, MEANS.act | MEANS.substance | MEANS.reference) &&
      some(p, no, MEANS.side, (by) => by.side?.gives === side || by.side?.gives === "bilateral") &&
      !some(p, no, MEANS.status, ({ status }) => status !== undefined && !status.pseudo && DENIES.has(status.gives)),
  );
}

const DENIES = new Set(["not", "declined", "planned", "past"]);
