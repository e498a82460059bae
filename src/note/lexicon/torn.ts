/**
 * Words that an export tore or ran together: "tro-" / "chanteric" at the end of a line, "lefttrapeziusinjected" and
 * "injectionIndications:" where a space or the end of a line was lost. They are put right where the rulebook knows the
 * words that come out, and left alone where it does not.
 */
import { FOLD } from "../text/chars.ts";
import { is, ROLE, type Lexicon } from "./lexicon.ts";
import { LINE_START, WORD, type Cut, type Tokens } from "../text/tokens.ts";
import { find, lookup, tail, whole } from "../text/words.ts";

/** Id of a token that another has swallowed. */
export const SWALLOWED = -1;

/** Joins the two halves of words that a hyphen parts at the end of a line. True when there were any. */
export function joinTorn(lex: Lexicon, t: Tokens): boolean {
  if (!t.text.includes("-\n") && !t.text.includes("-\r\n")) return false;
  let joined = false;
  for (let l = 1; l < t.lineCount; l++) {
    const k = t.lines[l] as number;
    const a = k - 2;
    if (!t.isMark(k - 1, "-") || t.type[a] !== WORD || t.type[k] !== WORD || t.end[a] !== t.start[k - 1]) continue;
    const id = lookup(lex.table, t.bytes, t.start[a] as number, t.end[k] as number);
    if (id === 0) continue;
    t.id[a] = id;
    t.end[a] = t.end[k] as number;
    t.id[k - 1] = SWALLOWED;
    t.id[k] = SWALLOWED;
    t.flags[k] = (t.flags[k] as number) & ~LINE_START;
    joined = true;
  }
  if (joined) t.joinLines();
  return joined;
}

/** Letters of a word that may be several, at least. */
const GLUED = 7;
/** Letters of a part in small letters, at least. */
const PART = 3;

/** Where the unknown word `i` is to be cut; null when it is not made of known ones. */
export function cutsOf(lex: Lexicon, t: Tokens, i: number): Cut | null {
  const from = t.start[i] as number;
  const to = t.end[i] as number;
  if (to - from < GLUED) return null;
  return atCapitals(lex, t, i, from, to) ?? (to - from <= LONGEST_GLUED ? unglued(lex, t, i, from, to) : null);
}

/** "kneeRight", "injectionIndications": a capital in the middle, and known words on both sides. */
function atCapitals(lex: Lexicon, t: Tokens, i: number, from: number, to: number): Cut | null {
  const ends: number[] = [];
  for (let k = from + 2; k + 1 < to; k++) if (isSmall(t, k - 1) && isCapital(t, k) && isSmall(t, k + 1)) ends.push(k);
  if (ends.length === 0) return null;
  ends.push(to);
  const ids = idsOf(lex, t, from, ends);
  // A label on the lost line: "mgComplications: none".
  return ids === null ? null : { at: i, ends, ids, line: t.isMark(i + 1, ":") || t.isMark(i + 2, ":") };
}

function idsOf(lex: Lexicon, t: Tokens, from: number, ends: readonly number[]): number[] | null {
  const ids: number[] = [];
  let at = from;
  for (const end of ends) {
    const id = lookup(lex.table, t.bytes, at, end);
    if (id === 0) return null;
    ids.push(id);
    at = end;
  }
  return ids;
}

const LONGEST_GLUED = 48;

/** "lefttrapeziusinjected": known words of some length, one of them of a structure's name, the longest first. */
function unglued(lex: Lexicon, t: Tokens, i: number, from: number, to: number): Cut | null {
  const ends: number[] = [];
  const ids: number[] = [];
  for (let at = from; at < to;) {
    // The numbers by which words are known are kept while the letters are gone through once.
    let [w, last, id, end] = [0, 0, 0, at];
    for (let k = at; k < to; k++) {
      const letter = FOLD[t.bytes[k] as number] as number;
      if (letter === 0) return null;
      w = whole(w, letter);
      last = tail(last, letter);
      const [length, left] = [k + 1 - at, to - k - 1];
      if (length < PART || (left > 0 && left < PART)) continue;
      const known = find(lex.table, w, last, length, t.bytes, at, k + 1);
      if (known !== 0) [id, end] = [known, k + 1];
    }
    if (id === 0) return null;
    ends.push(end);
    ids.push(id);
    at = end;
  }
  const named = (id: number): boolean => is(lex, id, ROLE.target) || SIDES.has(lex.table.list[id - 1] as string);
  const fits =
    ids.length > 1 && ids.some(named) && ids.every((id) => named(id) || BESIDE.has(lex.table.list[id - 1] as string));
  return fits ? { at: i, ends, ids, line: false } : null;
}

/** What may be run together with a name: "transtriceps" is one word. */
const BESIDE = new Set(
  "and the both upper lower middle major minor injected injection needled needling aspirated muscle muscles joint bursa tendon sheath with into was were trigger point points pain tender".split(
    " ",
  ),
);
const SIDES = new Set(["left", "right", "bilateral"]);

const isSmall = (t: Tokens, k: number): boolean => (t.bytes[k] as number) >= 97 && FOLD[t.bytes[k] as number] !== 0;
const isCapital = (t: Tokens, k: number): boolean => (t.bytes[k] as number) >= 65 && (t.bytes[k] as number) <= 90;
