/**
 * A text as a person sees it: without the clothes of a program and without characters that show nothing (zero width,
 * marks of direction), and with plain spaces. What was read in it is put back into the places of the original.
 */
import { unclothed } from "./clothes.ts";
import { SIGN } from "./tokens.ts";
import type { Reading } from "./facts.ts";

/** The text seen, and where in the original each of its characters stands. */
interface Seen {
  readonly text: string;
  readonly at: Int32Array;
}

/** Characters that show nothing; covers are of them. */
const HIDDEN = /[\ufe00-\ufe0f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const HIDDEN_RUN = new RegExp(`${HIDDEN.source}+`, "g");
/** Spaces of other widths, all of one code unit. */
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/** Null when the text is seen as it stands, as nearly every text is. `signs`: those it holds (bits of `SIGN`). */
export function asSeen(text: string, signs: number): Seen | null {
  const beyond = (signs & SIGN.beyond) !== 0;
  const plain = beyond && SPACES.test(text) ? text.replace(new RegExp(SPACES.source, "g"), " ") : text;
  const first = beyond && HIDDEN.test(plain) ? shown(plain) : null;
  const before = first?.text ?? plain;
  const bare = unclothed(before, signs);
  if (bare === before) return first ?? (plain === text ? null : { text: plain, at: countTo(plain.length) });
  const second = shown(bare);
  return first === null ? second : { text: second.text, at: second.at.map((i) => first.at[i] as number) };
}

/** Facts and dates of what was seen, in the places and words of the original. */
export function inPlacesOf(text: string, seen: Seen, reading: Reading): Reading {
  const place = <T extends { start: number; end: number }>(of: T): T => {
    const start = seen.at[of.start] as number;
    const end = of.end > of.start ? (seen.at[of.end - 1] as number) + 1 : start;
    return { ...of, start, end };
  };
  return Object.freeze({
    ...reading,
    facts: Object.freeze(
      reading.facts.map((f) => {
        const there = place(f);
        return Object.freeze({ ...there, text: text.slice(there.start, there.end) });
      }),
    ),
    dates: Object.freeze(reading.dates.map(place)),
  });
}

function shown(text: string): Seen {
  const out: string[] = [];
  const at = new Int32Array(text.length + 1);
  let n = 0;
  let from = 0;
  const keep = (to: number): void => {
    out.push(text.slice(from, to));
    for (let i = from; i < to; i++) at[n++] = i;
  };
  for (const m of text.matchAll(HIDDEN_RUN)) {
    keep(m.index);
    from = m.index + m[0].length;
  }
  keep(text.length);
  at[n] = text.length;
  return { text: out.join(""), at: at.subarray(0, n + 1) };
}

const countTo = (n: number): Int32Array => Int32Array.from({ length: n + 1 }, (_, i) => i);
