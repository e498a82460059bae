/** What is to be said of a belief beside its answer: since when it is wrong, who says it, or that nobody with authority does. */
import type { Belief, Rulebook, Tier } from "../rulebook/types.ts";

/** Whose word would settle what a code means, or what is covered. */
const AUTHORITY: ReadonlySet<Tier> = new Set(["ama", "government", "payer"]);

/** More names than this say nothing more. */
const NAMED = 3;

/** "Wrong since 2002-01-01. Nobody with authority says it. Heard in: ...". */
export function standingOf(b: Belief, book: Pick<Rulebook, "sources">): string {
  const said = [since(b), nobody(b, book), heard(b, book)];
  return said.filter((s) => s !== "").join(" ");
}

function since({ verdict, since: day }: Belief): string {
  if (verdict === "unproven") return "Unproven.";
  if (day === undefined) return "";
  return verdict === "superseded" ? `So it was before ${day}.` : `Wrong since ${day}.`;
}

/** What was true once had its authority then. */
function nobody(b: Belief, { sources }: Pick<Rulebook, "sources">): string {
  const tiers = b.saidBy.flatMap((c) => sources[c.source]?.tier ?? []);
  return b.verdict === "superseded" || tiers.some((t) => AUTHORITY.has(t)) ? "" : "Nobody with authority says it.";
}

function heard({ saidBy }: Belief, { sources }: Pick<Rulebook, "sources">): string {
  if (saidBy.length === 0) return "No page that says it is known here.";
  const pages = saidBy.slice(0, NAMED).map((c) => {
    const title = sources[c.source]?.title ?? c.source;
    return c.claim === undefined ? title : `${title} (${c.claim.replace(/\.$/, "")})`;
  });
  return `Heard in: ${pages.join("; ")}.`;
}
