/**
 * One small coding decision, the same for every engine: trigger points in one or two muscles or in three,
 * a tendon sheath, an origin, a joint by size with ultrasound as the date has it, or nothing but "injected".
 * A test load, not coding advice.
 */
import type { Encounter } from "../../src/coding/determination.ts";
import type { Fact, GuidanceFact, Mention, Side } from "../../src/note/facts.ts";
import type { Rulebook, Structure } from "../../src/rulebook/types.ts";
import { pick, prng } from "./notes.ts";

export interface Case {
  readonly kind: string;
  /** -1: not documented. */
  readonly muscles: number;
  readonly size: string;
  readonly us: boolean;
  readonly bilateral: boolean;
  readonly dos: string;
}

export function cases(n = 20_000): Case[] {
  const rnd = prng(7);
  // The order of the picks fixes the load.
  return Array.from({ length: n }, () => {
    const kind = pick(rnd, ["trigger", "trigger", "sheath", "origin", "joint"]);
    return {
      kind,
      muscles: kind === "trigger" && rnd() < 0.9 ? 1 + Math.floor(rnd() * 6) : -1,
      size: kind === "joint" ? pick(rnd, ["small", "intermediate", "major"]) : "none",
      us: rnd() < 0.4,
      bilateral: rnd() < 0.2,
      dos: pick(rnd, ["2013-06-01", "2019-02-03", "2025-05-06"]),
    };
  });
}

export const MODERN = "2015-01-01";
const JOINT: Readonly<Record<string, readonly [string, string]>> = {
  small: ["20600", "20604"],
  intermediate: ["20605", "20606"],
  major: ["20610", "20611"],
};

/** The floor, and the answer every engine must give. */
export function plain(f: Case): string {
  switch (f.kind) {
    case "trigger":
      return f.muscles < 0 ? "QUERY" : f.muscles >= 3 ? "20553" : "20552";
    case "sheath":
      return "20550";
    case "origin":
      return "20551";
    default: {
      const [a, b] = JOINT[f.size] as readonly [string, string];
      return (!f.us ? a : f.dos >= MODERN ? b : `${a}+76942`) + (f.bilateral ? "-50" : "");
    }
  }
}

/** The 14 rules as data, for engines that take tables. */
export interface CaseRow {
  readonly kind: string;
  readonly min?: number;
  readonly max?: number;
  readonly size?: string;
  readonly us?: boolean;
  readonly era?: "new" | "old";
  readonly out: string;
}
export const ROWS: readonly CaseRow[] = [
  { kind: "trigger", min: 3, max: 999, out: "20553" },
  { kind: "trigger", min: 1, max: 2, out: "20552" },
  { kind: "trigger", min: -1, max: -1, out: "QUERY" },
  { kind: "sheath", out: "20550" },
  { kind: "origin", out: "20551" },
  ...Object.entries(JOINT).flatMap(([size, [bare, guided]]): CaseRow[] => [
    { kind: "joint", size, us: false, out: bare },
    { kind: "joint", size, us: true, era: "new", out: guided },
    { kind: "joint", size, us: true, era: "old", out: `${bare}+76942` },
  ]),
];

/** The case as Needlepoint is asked: facts with their places, as a reader would hand them over. */
export function asEncounter(c: Case, book: Rulebook): Encounter {
  const all = Object.values(book.structures);
  const first = (test: (s: Structure) => boolean): Structure => {
    const found = all.find(test);
    if (!found) throw new Error("the rulebook lacks a structure this load needs");
    return found;
  };
  const side: Side = c.bilateral ? "bilateral" : "right";
  let at = 0;
  const place = (text: string): { text: string; start: number; end: number } => ({
    text,
    start: at,
    end: (at += text.length + 1) - 1,
  });
  const treat = (s: Structure): Mention => ({
    kind: s.kind,
    id: s.id,
    side: c.kind === "joint" ? side : "right",
    status: "injected",
    technique: "injection",
    agents: ["anaesthetic"],
    service: 0,
    ...place(s.name),
  });
  const facts: Fact[] = [];
  if (c.kind === "trigger" && c.muscles > 0) {
    facts.push(
      ...all
        .filter((s) => s.kind === "muscle" && s.paired)
        .slice(0, c.muscles)
        .map(treat),
    );
  } else if (c.kind === "trigger") {
    facts.push(
      { kind: "statement", says: "trigger-point", ...place("trigger point") },
      { kind: "statement", says: "injection-done", ...place("injected") },
    );
  } else if (c.kind === "sheath") facts.push(treat(first((s) => s.kind === "tendon-sheath")));
  else if (c.kind === "origin") facts.push(treat(first((s) => s.kind === "tendon-origin")));
  else facts.push(treat(first((s) => s.kind === "joint" && s.size === c.size)));
  const guide: GuidanceFact = {
    kind: "guidance",
    modality: "ultrasound",
    use: "guide",
    imageKept: true,
    described: true,
    service: 0,
    ...place("ultrasound"),
  };
  if (c.us && c.kind === "joint") facts.push(guide);
  return { id: "c", dateOfService: c.dos, facts };
}
