/** Decision rows as sets of cases: do two of them share one, and does some case have none? */
import type { Range } from "../../../base/range.ts";
import { printRange } from "../../../base/range.ts";
import type { AgentClass, Condition, SpineRegion, StructureKind } from "../../types.ts";

type Size = "small" | "intermediate" | "major";

/** All that the conditions of a row can ask; a missing key is a question that is not asked. */
export interface Case {
  readonly count?: Range;
  readonly size?: Size;
  readonly kinds?: readonly StructureKind[];
  readonly kept?: boolean;
  readonly imaging?: boolean;
  readonly agents?: readonly AgentClass[];
  readonly spine?: readonly SpineRegion[];
  readonly place?: Range;
  readonly sides?: "one" | "both";
  readonly catheter?: boolean;
}

/** A row's conditions as one case. Conditions of one kind are not repeated (NP1064). */
export function caseOf(when: readonly Condition[]): Case {
  let out: Case = {};
  for (const c of when) {
    switch (c.kind) {
      case "count":
        out = { ...out, count: c.range };
        break;
      case "size":
        out = { ...out, size: c.is };
        break;
      case "structure":
        out = { ...out, kinds: c.kinds };
        break;
      case "image":
        out = { ...out, kept: c.kept };
        break;
      case "imaging":
        out = { ...out, imaging: c.used };
        break;
      case "agent":
        out = { ...out, agents: c.classes };
        break;
      case "spine":
        out = { ...out, spine: c.is };
        break;
      case "place":
        out = { ...out, place: c.range };
        break;
      case "sides":
        out = { ...out, sides: c.is === "one" ? "one" : "both" };
        break;
      case "catheter":
        out = { ...out, catheter: c.left };
        break;
    }
  }
  return out;
}

/** Cases to which both apply, in words; null when there are none. */
export function overlap(a: Case, b: Case): string | null {
  const words: string[] = [];
  for (const [what, x, y] of [
    ["a count", a.count, b.count],
    ["place", a.place, b.place],
  ] as const) {
    if (x === undefined && y === undefined) continue;
    const both = shared(x ?? ANY, y ?? ANY);
    if (both === null) return null;
    words.push(`${what === "place" ? "place" : "a count of"} ${printRange(both)}`);
  }
  if (a.sides !== undefined && b.sides !== undefined && a.sides !== b.sides) return null;
  if (a.catheter !== undefined && b.catheter !== undefined && a.catheter !== b.catheter) return null;
  if (a.size !== undefined && b.size !== undefined && a.size !== b.size) return null;
  if (a.kept !== undefined && b.kept !== undefined && a.kept !== b.kept) return null;
  if (a.imaging !== undefined && b.imaging !== undefined && a.imaging !== b.imaging) return null;
  if (a.kinds !== undefined && b.kinds !== undefined) {
    const both = a.kinds.filter((k) => b.kinds!.includes(k));
    if (both.length === 0) return null;
    words.push(both.join(" or "));
  }
  if (a.spine !== undefined && b.spine !== undefined) {
    const both = a.spine.filter((s) => b.spine!.includes(s));
    if (both.length === 0) return null;
    words.push(both.join(" or "));
  }
  if (a.agents !== undefined && b.agents !== undefined) {
    const both = a.agents.filter((k) => b.agents!.includes(k));
    // A mixture holds agents of both lists; only "nothing injected" shuts out the rest.
    const apart = both.length === 0 && (only(a.agents, "none") || only(b.agents, "none"));
    if (apart) return null;
    words.push(both.length > 0 ? both.join(" or ") : `a mixture of ${a.agents[0]} and ${b.agents[0]}`);
  }
  const size = a.size ?? b.size;
  if (size !== undefined) words.push(`size ${size}`);
  const kept = a.kept ?? b.kept;
  if (kept !== undefined) words.push(kept ? "an image kept" : "no image kept");
  const imaging = a.imaging ?? b.imaging;
  if (imaging !== undefined) words.push(imaging ? "imaging used" : "no imaging used");
  const sides = a.sides ?? b.sides;
  if (sides !== undefined) words.push(sides === "both" ? "both sides" : "one side");
  const catheter = a.catheter ?? b.catheter;
  if (catheter !== undefined) words.push(catheter ? "a catheter left" : "no catheter left");
  return words.length === 0 ? "every case" : words.join(", ");
}

const ANY: Range = { min: 0, max: null };

/** What two ranges have in common. */
function shared(x: Range, y: Range): Range | null {
  const min = Math.max(x.min, y.min);
  const max = Math.min(x.max ?? Infinity, y.max ?? Infinity);
  return min > max ? null : { min, max: max === Infinity ? null : max };
}

const only = <T>(list: readonly T[], word: T): boolean => list.length === 1 && list[0] === word;

/** One question that rows ask, with the answers that must all be taken, and how each is said. */
interface Question {
  readonly answers: readonly unknown[];
  readonly takes: (row: Case, answer: unknown) => boolean;
  readonly says: (answer: unknown) => string;
}

/**
 * The first case in each corner that no row takes. Structure kinds, agents, parts of the spine and sides may be left
 * out on purpose (the provider is asked); a count, a place, a size, a kept image, imaging or a catheter may not.
 */
export function holes(rows: readonly Case[], sizes: readonly Size[]): readonly string[] {
  const listed = (of: (c: Case) => readonly string[] | undefined): Question => ({
    answers: [...new Set(rows.flatMap((r) => of(r) ?? []))],
    takes: (row, answer) => of(row)?.includes(answer as string) ?? true,
    says: String,
  });
  const one = <T>(of: (c: Case) => T | undefined, answers: readonly T[], says: (answer: T) => string): Question => ({
    answers: rows.some((r) => of(r) !== undefined) ? answers : [],
    takes: (row, answer) => of(row) === undefined || of(row) === answer,
    says: (answer) => says(answer as T),
  });
  const bounds = rows.flatMap((r) => (r.place === undefined ? [] : [r.place.min, (r.place.max ?? r.place.min) + 1]));
  const questions: readonly Question[] = [
    listed((c) => c.kinds),
    listed((c) => c.agents),
    listed((c) => c.spine),
    one(
      (c) => c.size,
      sizes,
      (size) => `size ${size}`,
    ),
    one(
      (c) => c.kept,
      [false, true],
      (kept) => (kept ? "image kept" : "no image kept"),
    ),
    one(
      (c) => c.imaging,
      [false, true],
      (used) => (used ? "imaging used" : "no imaging used"),
    ),
    listed((c) => (c.sides === undefined ? undefined : [c.sides === "both" ? "both sides" : "one side"])),
    one(
      (c) => c.catheter,
      [false, true],
      (left) => (left ? "a catheter left" : "no catheter left"),
    ),
    {
      answers: [...new Set(bounds.length === 0 ? [] : [1, ...bounds])].sort((a, b) => a - b),
      takes: (row, answer) => inside(row.place ?? ANY, answer as number),
      says: (answer) => `place ${String(answer)}`,
    },
  ];
  const out: string[] = [];
  const corner = (here: readonly Case[], from: number, words: readonly string[]): void => {
    const question = questions[from];
    if (question === undefined) {
      const missing = here.length === 0 ? "" : missingCount(here);
      if (missing !== null) out.push([missing, words.join(", ")].filter((word) => word !== "").join(", with "));
      return;
    }
    if (question.answers.length === 0) corner(here, from + 1, words);
    for (const answer of question.answers)
      corner(
        here.filter((row) => question.takes(row, answer)),
        from + 1,
        [...words, question.says(answer)],
      );
  };
  corner(rows, 0, []);
  return out;
}

const inside = ({ min, max }: Range, n: number): boolean => n >= min && (max === null || n <= max);

/** "a count of 3", "a count of 5 or more"; null when every count from 1 on is taken. */
function missingCount(rows: readonly Case[]): string | null {
  const ranges = rows.map((r) => r.count ?? { min: 0, max: null }).sort((a, b) => a.min - b.min);
  let next = 1;
  for (const range of ranges) {
    if (range.min > next) return `a count of ${printRange({ min: next, max: range.min - 1 })}`;
    if (range.max === null) return null;
    next = Math.max(next, range.max + 1);
  }
  return `a count of ${next} or more`;
}
