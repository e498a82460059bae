/**
 * The traps of `bench/traps/`: sentences with every treated structure marked, «R|trapezius». A trap with words holds
 * one case for each word in each of its sentences. What is unmarked must not be treated.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly side: string;
  readonly status: "injected" | "needled";
  /** Structure id, where the trap gives one. */
  readonly id: string | null;
}

export interface TrapCase {
  readonly trap: string;
  /** The text as the reader gets it, without marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

const SIDES: Readonly<Record<string, string>> = { L: "left", R: "right", B: "bilateral", "?": "unspecified" };
const MARK = /«([LRB?])(n?)\|([^»=]*)(?:=([a-z-]+))?»/g;

/** Takes the marks out of a sentence. Throws when a mark is not written as one. */
export function trapCase(trap: string, written: string): TrapCase {
  const marks: Mark[] = [];
  let text = "";
  let last = 0;
  for (const m of written.matchAll(MARK)) {
    text += written.slice(last, m.index);
    const words = m[3] as string;
    marks.push({
      start: text.length,
      end: text.length + words.length,
      side: SIDES[m[1] as string] as string,
      status: m[2] === "n" ? "needled" : "injected",
      id: m[4] ?? null,
    });
    text += words;
    last = m.index + m[0].length;
  }
  text += written.slice(last);
  if (/[«»]/.test(text)) throw new Error(`${trap}: a mark is not written «R|words» in: ${written}`);
  return { trap, text, marks };
}

interface RawTrap {
  readonly trap: string;
  readonly words?: readonly string[];
  readonly cases: readonly string[];
}

/** Every case of every file of the folder. */
export function trapsIn(folder: string): TrapCase[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith(".yaml"))
    .sort()
    .flatMap((f) => (parse(readFileSync(join(folder, f), "utf8")) as { traps: readonly RawTrap[] }).traps)
    .flatMap(({ trap, words, cases }) =>
      cases.flatMap((c) =>
        words !== undefined && c.includes("{word}")
          ? words.map((w) => trapCase(trap, c.replaceAll("{word}", w)))
          : [trapCase(trap, c)],
      ),
    );
}
