/** Where a sentence ends: not after every full stop. */
import { MEANS } from "../lexicon/lexicon.ts";
import { isName, type Hit } from "../lexicon/scan.ts";
import { CAPITAL, MARK_ID, NUMBER, SPACED, WORD, type Tokens } from "../text/tokens.ts";

const EXCLAMATION = 33;
const FULL_STOP = 46;
const QUESTION = 63;

/** Does a sentence end after token k? */
export function sentenceEnds(t: Tokens, hits: readonly Hit[], hitAt: Int32Array, k: number): boolean {
  const mark = (t.id[k] as number) - MARK_ID;
  if (mark !== FULL_STOP && mark !== QUESTION && mark !== EXCLAMATION) return false;
  const next = k + 1;
  if (((t.flags[next] as number) & SPACED) === 0) return false;
  // "R trap ........ 2 pts": dots that lead to what stands in the next column.
  if (mark === FULL_STOP && t.id[k - 1] === t.id[k] && leads(t, k)) return false;
  // "L infraspinatus . 1 cc": one that is set apart before a number leads too.
  if (mark === FULL_STOP && t.type[next] === NUMBER && k > 0 && (t.end[k - 1] as number) < (t.start[k] as number))
    return false;
  if (mark === FULL_STOP && k > 0 && t.type[k - 1] === WORD && (t.end[k - 1] as number) === (t.start[k] as number)) {
    const length = (t.end[k - 1] as number) - (t.start[k - 1] as number);
    const at = hitAt[k - 1] as number;
    const hit = at < 0 ? undefined : hits[at];
    if (hit !== undefined && (hit.bits & MEANS.abbreviation) !== 0)
      return (
        (hit.entry.by.abbreviation?.gives === "noun" && begins(t, hits, hitAt, next)) ||
        // "Allergies: no. Prepped ...": the short form of "number" has one after it.
        (hit.entry.by.status?.gives === "not" && t.type[next] !== NUMBER)
      );
    // "0.75 mL to FDB, R. Fascia not injected.": the side of an entry, where a capital begins what follows.
    if (length === 1 && ((t.flags[k - 1] as number) & CAPITAL) !== 0)
      return (
        hit?.entry.by.side !== undefined && t.isMark(k - 2, ",") && t.capitals && startsPlain(t, hits, hitAt, next)
      );
    // A side or a short form in mid-sentence ("Lt. rhomboid") goes on in lower case, if the note has another.
    if (t.capitals && length <= 4 && t.type[next] === WORD && ((t.flags[next] as number) & CAPITAL) === 0) return false;
  }
  return true;
}

/** Does a word with a capital begin here that is no name and no side? */
function startsPlain(t: Tokens, hits: readonly Hit[], hitAt: Int32Array, k: number): boolean {
  if (t.type[k] !== WORD || ((t.flags[k] as number) & CAPITAL) === 0) return false;
  const at = hitAt[k] as number;
  return at < 0 || !isName(hits[at]);
}

/** Dots in a row that are no ellipsis; before a number fewer are enough. */
const LEADER = 4;

function leads(t: Tokens, k: number): boolean {
  let n = 1;
  while (n < LEADER && t.id[k - n] === t.id[k]) n++;
  return n >= (t.type[k + 1] === NUMBER ? 2 : LEADER);
}

/** After a short form that is a noun ("glut min. R bursa ...") a capital or a side begins the next sentence. */
function begins(t: Tokens, hits: readonly Hit[], hitAt: Int32Array, k: number): boolean {
  const at = hitAt[k];
  if (at === undefined || at < 0) return t.capitals && ((t.flags[k] as number) & CAPITAL) !== 0;
  const { side, substance } = (hits[at] as Hit).entry.by;
  return side !== undefined || (((t.flags[k] as number) & CAPITAL) !== 0 && t.capitals && substance === undefined);
}
