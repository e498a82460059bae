/** Gives structures that words point back to their verdict, all but those that the words except. */
import type { Page } from "../page/page.ts";
import type { Hit } from "../lexicon/scan.ts";
import type { Verdict } from "../structures/verdict.ts";
import type { Work } from "../structures/work.ts";

/** Gives the structures meant their verdict, but for those excepted right after token `from`. */
export function settle(p: Page, here: readonly Work[], from: number, meant: readonly Work[], verdict: Verdict): void {
  const excepted = exceptions(p, here, from);
  for (const w of excepted) w.verdict = EXCEPTED;
  for (const w of meant) w.verdict = excepted.some((x) => names(p, x, w)) ? EXCEPTED : verdict;
}

/** Left out by name. */
export const EXCEPTED: Verdict = { status: "other", because: "exception", verb: true };

/** Structures named right after "except", up to the verb. */
function exceptions(p: Page, here: readonly Work[], from: number): Work[] {
  const after = here.filter((w) => w.draft.from >= from);
  const first = after[0];
  if (first === undefined) return [];
  let open = false;
  // "All were injected with 1 cc of lidocaine except the ...": nothing but the article and a side stands after it.
  for (let k = Math.max(from, first.draft.from - EXCEPTED_NEXT); k < first.draft.from; k++) {
    const at = p.hitAt[k] as number;
    if (at >= 0 && (p.hits[at] as Hit).entry.by.reference?.gives === "except") open = true;
  }
  return open ? after : [];
}

/** Tokens from "except" to what it excepts, at most. */
const EXCEPTED_NEXT = 7;

/** Is the excepted structure this one, or the group it belongs to? */
function names(p: Page, excepted: Work, w: Work): boolean {
  const a = excepted.draft;
  if (a.side !== "unspecified" && w.draft.side !== "unspecified" && a.side !== w.draft.side) return false;
  if (a.id === w.draft.id || a.orElse.includes(w.draft.id ?? "")) return true;
  const group = a.id === null ? undefined : p.lex.structures[a.id];
  return group?.members?.includes(w.draft.id ?? "") ?? false;
}
