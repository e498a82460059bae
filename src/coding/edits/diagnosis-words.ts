/**
 * Diagnosis words of a note, each with its places and the codes a coder may look at. Shown, never chosen; what the
 * note denies is left out. One pass over the note, whatever the number of phrases: only a word that begins one is
 * ever cut out of the text.
 */
import type { IsoDate } from "../../base/dates.ts";
import { dayBefore, holds } from "../../base/dates.ts";
import type { NotePlace } from "../../base/finding.ts";
import type { DiagnosisWords, EditBook } from "../../rulebook/edit-types.ts";
import type { DiagnosisSeen } from "../determination.ts";

interface Phrase {
  readonly words: readonly string[];
  /** Null: a denial. */
  readonly of: DiagnosisWords | null;
}

/** A search for diagnosis words in a note, with the codes in force on a day to look at. None is chosen. */
export function makeDiagnosisWords(book: EditBook): (note: string, day: IsoDate) => readonly DiagnosisSeen[] {
  const { by, letters } = index([
    ...book.diagnosisWords.flatMap((d) => d.words.map((w) => ({ words: wordsOf(w), of: d }))),
    ...book.notSaid.map((w) => ({ words: wordsOf(w), of: null })),
  ]);
  // After the years loaded the last of them is shown, and `asOf` says so: a code to look at is no code given.
  const until = book.diagnosisWords
    .flatMap((d) => d.candidates.map((c) => c.until))
    .sort()
    .at(-1);
  const last = until === undefined ? undefined : dayBefore(until);
  // Codes change on 1 October alone: the list of a fiscal year is made once.
  const kept = new Map<string, DiagnosisSeen["candidates"]>();
  const candidatesOn = (d: DiagnosisWords, day: IsoDate): DiagnosisSeen["candidates"] => {
    const key = `${d.id} ${day.slice(0, 4)}${day.slice(5) < "10-01"}`;
    let list = kept.get(key);
    if (list === undefined) {
      list = d.candidates.filter((c) => holds(c, day)).map(({ code, says }) => Object.freeze({ code, says }));
      // Only lists that hold something are kept: the years they are of are few.
      if (list.length > 0) kept.set(key, Object.freeze(list));
    }
    return list;
  };
  return (note, day) => {
    const seen = new Map<DiagnosisWords, NotePlace[]>();
    // A denial holds to the end of its clause.
    let deniedUntil = -1;
    for (let at = 0; at < note.length;) {
      if (!isWord(note.charCodeAt(at))) {
        at++;
        continue;
      }
      let end = wordEnd(note, at);
      if (letters.has(note.charCodeAt(at) | 32)) {
        const hit = longest(by, note, at, end);
        if (hit !== null) {
          end = hit.end;
          if (hit.of === null) deniedUntil = clauseEnd(note, end);
          else if (at >= deniedUntil) {
            const places = seen.get(hit.of);
            if (places === undefined) seen.set(hit.of, [{ start: at, end }]);
            else places.push({ start: at, end });
          }
        }
      }
      at = end;
    }
    const asOf = last !== undefined && day > last ? last : day;
    return [...seen].map(([d, evidence]) => ({
      says: d.name,
      evidence,
      candidates: candidatesOn(d, asOf),
      asOf,
    }));
  };
}

/** ASCII letters, digits, and everything beyond ASCII but its punctuation and spaces. */
function isWord(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || (c >= 0xc0 && c < 0x2000);
}

/** An apostrophe belongs to the word when a letter follows it. */
function wordEnd(text: string, from: number): number {
  let i = from;
  for (;;) {
    const c = text.charCodeAt(i);
    if (isWord(c) || ((c === 39 || c === 0x2019) && isWord(text.charCodeAt(i + 1)))) i++;
    else return i;
  }
}

const plain = (word: string): string => word.toLowerCase().replace("\u2019", "'");

function wordsOf(phrase: string): readonly string[] {
  const words: string[] = [];
  for (let i = 0; i < phrase.length; i++) {
    if (!isWord(phrase.charCodeAt(i))) continue;
    const end = wordEnd(phrase, i);
    words.push(plain(phrase.slice(i, end)));
    i = end;
  }
  return words;
}

/** First word to phrases, longest first; and the letters with which any begins. */
function index(phrases: readonly Phrase[]) {
  const by = new Map<string, Phrase[]>();
  const letters = new Set<number>();
  for (const phrase of phrases) {
    const first = phrase.words[0];
    if (first === undefined) continue;
    letters.add(first.charCodeAt(0) | 32);
    const list = by.get(first);
    if (list === undefined) by.set(first, [phrase]);
    else list.push(phrase);
  }
  for (const list of by.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { by, letters };
}

function longest(
  by: ReadonlyMap<string, readonly Phrase[]>,
  note: string,
  at: number,
  end: number,
): { readonly of: Phrase["of"]; readonly end: number } | null {
  for (const phrase of by.get(plain(note.slice(at, end))) ?? []) {
    let to = end;
    let k = 1;
    for (; k < phrase.words.length; k++) {
      const next = nextWord(note, to);
      if (next < 0) break;
      const after = wordEnd(note, next);
      if (plain(note.slice(next, after)) !== phrase.words[k]) break;
      to = after;
    }
    if (k === phrase.words.length) return { of: phrase.of, end: to };
  }
  return null;
}

/** Start of the next word, with nothing between but spaces, hyphens, slashes and line ends; -1 when there is none. */
function nextWord(note: string, from: number): number {
  for (let i = from; i < note.length && i < from + 4; i++) {
    const c = note.charCodeAt(i);
    if (isWord(c)) return i;
    if (c !== 32 && c !== 45 && c !== 47 && c !== 10 && c !== 13 && c !== 9) return -1;
  }
  return -1;
}

/** Place of the next full stop, semicolon or line end. */
function clauseEnd(note: string, from: number): number {
  let i = from;
  while (i < note.length && !".;\n".includes(note[i]!)) i++;
  return i;
}
