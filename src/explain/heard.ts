/**
 * Beliefs that the note or the billed lines exhibit: said, wrong, and answered. Each belief of the book names the
 * signs that call it up (`shownBy`); this file finds the signs. None of them touches the answer.
 */
import type { BilledLine, Determination } from "../coding/determination.ts";
import { isMention } from "../note/facts.ts";
import type { Belief, Rulebook } from "../rulebook/types.ts";

/** At most this many; more would bury the answer. */
const SHOWN = 2;

/** The more a sign tells, the sooner its belief is shown: what was printed or billed before what the note happens to hold. */
const TELLING = [
  /^(?:claimed|together|units)-/,
  /^guidance/,
  /^groups/,
  /^levels/,
  /^sides/,
  /^group-word/,
  /^parts/,
  /./,
];

/**
 * Beliefs of the book that bear on what this note shows, the most telling first. `billed`: the claim, when it is
 * known. One that the determination speaks of already (a finding that repeats its claim) is not said twice.
 */
export function beliefsFor(d: Determination, book: Rulebook, billed: readonly BilledLine[] = []): readonly Belief[] {
  const signs = signsOf(d, billed);
  const told = d.findings.map((f) => f.reason);
  const called = (b: Belief): readonly string[] => (b.shownBy ?? []).filter((s) => signs.has(s));
  const rank = (b: Belief): number => TELLING.findIndex((kind) => called(b).some((s) => kind.test(s)));
  return book.beliefs
    .filter((b) => called(b).length > 0 && !told.some((reason) => reason.endsWith(b.claim)))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, SHOWN);
}

/**
 * What can be seen in a determination and a claim. `claimed-<code or modifier>`: printed in the note or billed, and not
 * supported. `units-<code>`: billed more often than supported. `together-<code>-<code>`: both billed or printed.
 */
export function signsOf(d: Determination, billed: readonly BilledLine[]): ReadonlySet<string> {
  const signs = new Set<string>();
  ofClaim(d, billed, signs);
  ofCounts(d, signs);
  ofNote(d, signs);
  return signs;
}

function ofClaim(d: Determination, billed: readonly BilledLine[], signs: Set<string>): void {
  const printed = d.facts.flatMap((f) => (f.kind === "label" ? [f] : []));
  const codes = new Set([
    ...printed.filter((f) => f.of === "cpt" || f.of === "hcpcs").map((f) => f.value.toLowerCase().slice(0, 5)),
    ...billed.map((l) => l.code.toLowerCase()),
  ]);
  const supported = new Set(d.lines.map((l) => l.code.toLowerCase()));
  for (const code of codes) {
    if (!supported.has(code)) signs.add(`claimed-${code}`);
    for (const other of codes) if (other !== code) signs.add(`together-${code}-${other}`);
  }
  const own = new Set(d.lines.flatMap((l) => l.modifiers.map((m) => m.toLowerCase())));
  const modifiers = [
    ...printed.filter((f) => f.of === "modifier").map((f) => f.value),
    ...billed.flatMap((l) => l.modifiers),
  ];
  for (const m of modifiers) if (!own.has(m.toLowerCase())) signs.add(`claimed-${m.toLowerCase()}`);
  const units = (code: string, lines: readonly BilledLine[]): number =>
    lines.filter((l) => l.code.toLowerCase() === code).reduce((sum, l) => sum + l.units, 0);
  for (const code of supported) if (units(code, billed) > units(code, d.lines)) signs.add(`units-${code}`);
  const guided = d.lines.some((l) => l.role === "imaging" && !codes.has(l.code.toLowerCase()));
  if (guided && billed.length > 0) signs.add("guidance-left-out");
}

function ofCounts(d: Determination, signs: Set<string>): void {
  const muscles = d.counts.muscles ?? d.counts.needled;
  if (muscles === undefined) return;
  if (d.counts.sites !== null && d.counts.sites > 2 && muscles.min <= 2) signs.add("many-injections-few-muscles");
  const treated = d.facts.filter(isMention).filter((m) => m.status === "injected" || m.status === "needled");
  if (
    treated.some((m) => m.level !== undefined) &&
    (muscles.max === null || muscles.max > muscles.min || muscles.min <= 2)
  )
    signs.add("levels");
  if (d.contested.some((c) => c.matters && c.convention === "cp-a")) signs.add("sides-decide");
  if (d.status === "query" && treated.some((m) => m.kind === "group")) signs.add("group-word");
  const parts = new Map<string, Set<string>>();
  for (const m of treated) {
    const key = `${m.id} ${m.side}`;
    parts.set(key, (parts.get(key) ?? new Set()).add(m.text.toLowerCase().replace(/\s+/g, " ")));
  }
  if ([...parts.values()].some((words) => words.size > 1) && muscles.min <= 2) signs.add("parts");
}

function ofNote(d: Determination, signs: Set<string>): void {
  for (const f of d.facts) {
    if (f.kind === "count" && f.of === "muscle-groups") signs.add("groups");
    if (f.kind === "count" && f.of === "levels") signs.add("levels");
  }
}
