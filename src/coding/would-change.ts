/**
 * What would change the answer. Each entry is found by deciding again with one fact flipped, so it can say
 * only what the rules really do; a flip that changes no code is not shown. This costs a few decisions, which
 * is why it is done for an encounter and not in `decide`.
 */
import { isMention, type Fact, type Mention } from "../note/facts.ts";
import type { IsoDate } from "../base/dates.ts";
import type { Rulebook, Structure } from "../rulebook/types.ts";
import type { Change } from "./determination.ts";
import type { Decider, Decision, DecideOptions } from "./decide.ts";

interface Flip {
  readonly says: string;
  readonly facts: readonly Fact[];
}

/** A note with more facts than this is no note of one session; to decide it again and again is not worth the wait. */
const MOST_FACTS = 2000;

export type FindChanges = (facts: readonly Fact[], options: DecideOptions, now: Decision) => readonly Change[];

/**
 * Makes the search for a book: everything within one fact of another code. It decides some times over and throws
 * nothing.
 */
export function makeWouldChange(decide: Decider, book: Rulebook): FindChanges {
  const muscles = Object.values(book.structures).filter((s) => s.kind === "muscle" && s.byLevel === undefined);
  return (facts, options, now) => {
    const treated = facts.filter((f) => isTreated(f, options.date));
    if (treated.length === 0 || facts.length > MOST_FACTS) return [];
    const codes = codesOf(now);
    const changes: Change[] = [];
    for (const flip of [
      ...oneMore(book, muscles, treated, facts, now),
      ...imageKept(facts),
      ...fluid(facts, options.date),
      ...bothSides(facts, options.date),
    ]) {
      const then = decide(flip.facts, options);
      const other = codesOf(then);
      if (other.join() === codes.join()) continue;
      changes.push({ says: flip.says, rule: ruleOf(then, codes) ?? ruleOf(now, other) ?? "", codes: other });
    }
    return changes;
  };
}

function isTreated(fact: Fact, date: IsoDate): fact is Mention {
  return isMention(fact) && (fact.status === "injected" || fact.status === "needled") && (fact.date ?? date) === date;
}

/** One more muscle named as treated, in the way of the last one. */
function oneMore(
  book: Rulebook,
  muscles: readonly Structure[],
  treated: readonly Mention[],
  facts: readonly Fact[],
  now: Decision,
): Flip[] {
  if (now.counts.muscles === undefined && now.counts.groups === undefined && now.counts.needled === undefined)
    return [];
  const last = treated.findLast((m) => m.id !== null && book.structures[m.id]?.kind === "muscle") ?? treated.at(-1)!;
  const named = new Set(treated.flatMap((m) => [m.id, ...(book.structures[m.id ?? ""]?.members ?? [])]));
  const groups = new Set(treated.map((m) => book.structures[m.id ?? ""]?.group2002));
  const free = muscles.find((s) => !named.has(s.id) && !groups.has(s.group2002));
  if (free === undefined) return [];
  const { orElse: _other, doubts: _doubts, sites: _sites, level: _level, digit: _digit, ...like } = last;
  // Totals stated for the session would hold the new muscle down, and it would have been counted in them.
  const rest = facts.filter((f) => f.kind !== "count");
  return [
    {
      says: "If one more muscle was treated and is named in the note",
      facts: [...rest, { ...like, kind: "muscle", id: free.id, side: "left" }],
    },
  ];
}

function imageKept(facts: readonly Fact[]): Flip[] {
  const open = facts.filter(
    (f) => f.kind === "guidance" && f.use === "guide" && f.imageKept === null && f.described !== false,
  );
  if (open.length === 0) return [];
  return [
    {
      says: "If an image of the guidance was kept and what it showed described",
      facts: facts.map((f) => (f.kind === "guidance" && open.includes(f) ? { ...f, imageKept: true } : f)),
    },
  ];
}

/** Needled only, as far as the note says, beside a drug that it also names. */
function fluid(facts: readonly Fact[], date: IsoDate): Flip[] {
  const unclear = (f: Fact): f is Mention => isTreated(f, date) && (f.doubts?.includes("fluid-unclear") ?? false);
  if (!facts.some(unclear)) return [];
  return [
    {
      says: "If something was injected through the needle",
      facts: facts.map((f) => {
        if (!unclear(f)) return f;
        const { technique: _technique, ...rest } = f;
        return { ...rest, status: "injected", doubts: f.doubts!.filter((d) => d !== "fluid-unclear") };
      }),
    },
  ];
}

function bothSides(facts: readonly Fact[], date: IsoDate): Flip[] {
  const open = (f: Fact): f is Mention => isTreated(f, date) && f.side === "unspecified" && f.id !== null;
  if (!facts.some(open)) return [];
  return [
    {
      says: "If both sides were treated where the note gives no side",
      facts: facts.map((f) =>
        open(f) ? { ...f, side: "bilateral", doubts: f.doubts?.filter((d) => d !== "side-blank") ?? [] } : f,
      ),
    },
  ];
}

/** Codes that a decision reports, each with its modifiers and, when there are several, its units; drugs do not change by these flips. */
function codesOf(d: Decision): readonly string[] {
  return d.lines
    .filter((l) => l.role !== "drug")
    .map((l) => [l.code, ...l.modifiers].join("-") + (l.units === 1 ? "" : ` x${l.units}`));
}

function ruleOf(d: Decision, known: readonly string[]): string | undefined {
  return d.lines.find((l) => l.role !== "drug" && !known.some((code) => code.startsWith(l.code)))?.because[0]?.rule;
}
