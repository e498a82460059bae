/**
 * A text as a person sees it: without the clothes of a program and without characters that show nothing (zero width,
 * marks of direction), and with plain spaces. What was read in it is put back into the places of the original.
 */
import { HIDDEN, SPACES } from "./chars.ts";
import { unclothed } from "./clothes.ts";
import { SIGN } from "./tokens.ts";
import type { Reading } from "../facts.ts";

/** The text seen, and where in the original each of its characters stands. */
interface Seen {
  readonly text: string;
  readonly at: Int32Array;
}

const anyOf = (codeUnits: readonly number[]): RegExp => new RegExp(`[${String.fromCharCode(...codeUnits)}]`);
const A_HIDDEN = anyOf(HIDDEN);
const A_SPACE = anyOf(SPACES);
const IS_HIDDEN = new Uint8Array(65536);
for (const c of HIDDEN) IS_HIDDEN[c] = 1;
const FIRST_HIDDEN = IS_HIDDEN.indexOf(1);

/** Null when the text is seen as it stands, as nearly every text is. `signs`: those it holds (bits of `SIGN`). */
export function asSeen(text: string, signs: number): Seen | null {
  const beyond = (signs & SIGN.beyond) !== 0;
  const plain = beyond && A_SPACE.test(text) ? text.replace(new RegExp(A_SPACE, "g"), " ") : text;
  const first = beyond && A_HIDDEN.test(plain) ? shown(plain) : null;
  const before = first?.text ?? plain;
  const bare = unclothed(before, signs);
  if (bare === before) return first ?? (plain === text ? null : { text: plain, at: countTo(plain.length) });
  const second = shown(bare);
  return first === null ? second : { text: second.text, at: second.at.map((i) => first.at[i] as number) };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Facts and dates of what was seen, in the places and words of the original. */
export function inPlacesOf(text: string, seen: Seen, reading: Reading): Reading {
  const { at } = seen;
  const startOf = ({ start }: Place): number => at[start] as number;
  const endOf = ({ start, end }: Place): number => (end > start ? (at[end - 1] as number) + 1 : (at[start] as number));
  return Object.freeze({
    ...reading,
    facts: Object.freeze(
      reading.facts.map((f) => {
        const [start, end] = [startOf(f), endOf(f)];
        return Object.freeze({ ...f, start, end, text: text.slice(start, end) });
      }),
    ),
    dates: Object.freeze(reading.dates.map((d) => ({ ...d, start: startOf(d), end: endOf(d) }))),
  });
}

function shown(text: string): Seen {
  const codes = new Uint16Array(text.length);
  const at = new Int32Array(text.length + 1);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= FIRST_HIDDEN && IS_HIDDEN[c] === 1) continue;
    codes[n] = c;
    at[n++] = i;
  }
  at[n] = text.length;
  const out: string[] = [];
  for (let i = 0; i < n; i += PIECE)
    out.push(String.fromCharCode.apply(null, codes.subarray(i, Math.min(n, i + PIECE)) as unknown as number[]));
  return { text: out.join(""), at: at.subarray(0, n + 1) };
}

/** Code units put together at once. */
const PIECE = 4096;

const countTo = (n: number): Int32Array => Int32Array.from({ length: n + 1 }, (_, i) => i);
