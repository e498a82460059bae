/** One note of our own against its answer: every respect in which the answer differs, in words. */
import { printRange } from "../../src/base/range.ts";
import type { Determination } from "../../src/coding/determination.ts";
import { judge, printLines, sameTotals, totals, view } from "./compare.ts";
import type { Answer, CodeLabel } from "./corpus.ts";
import type { OwnNote } from "./own.ts";

type Answered = Pick<Determination, "status" | "lines" | "counts">;

/** Empty when the answer is right in everything that the label says. `knows`: is the code in the book at all? */
export function differences(note: OwnNote, d: Answered, knows: (code: string) => boolean): string[] {
  const { sample, muscles, imaging } = note;
  const verdict = judge(sample, d);
  const out: string[] = [];
  if (!verdict.exact) out.push(`answer ${said(d)}, expected ${sample.answers.map(print).join(" or ")}`);
  // Codes of other families: those the book has must be there, none may be there that no answer has.
  const here = verdict.got.elsewhere;
  const allowed = sample.answers.flatMap((a) => elsewhere(a).map((l) => l.code));
  const due = sample.answers.length === 1 ? elsewhere(sample.answers[0]).filter((l) => knows(l.code)) : [];
  if (!due.every((l) => totals(here).get(l.code) === l.units) || !here.every((l) => allowed.includes(l.code)))
    out.push(`beside it ${printLines(here)}, expected ${printLines(due)}`);
  const counted = d.counts.bySide ?? d.counts.needled;
  if (muscles !== null && !(counted?.min === muscles[0] && counted.max === muscles[1]))
    out.push(
      `muscles ${counted ? printRange(counted) : "none"}, expected ${printRange({ min: muscles[0], max: muscles[1] })}`,
    );
  const guided = verdict.got.companions.map((l) => l.code).filter((c) => c.startsWith("7"));
  if (imaging !== null && guided.sort().join() !== [...imaging].sort().join())
    out.push(`imaging ${guided.join(" ") || "none"}, expected ${imaging.join(" ") || "none"}`);
  return out;
}

/** Is the answer the one that the note is known to get? */
export function isKnownMiss(note: OwnNote, d: Answered): boolean {
  const got = view(d);
  const want = note.miss?.answer;
  return (
    want !== undefined &&
    d.status === want.status &&
    sameTotals(totals([...got.codes, ...got.elsewhere]), totals([...want.codes, ...elsewhere(want)]))
  );
}

const elsewhere = (a: Answer): readonly CodeLabel[] => a.elsewhere ?? [];
const print = (a: Answer): string => `${a.status} ${printLines([...a.codes, ...elsewhere(a)])}`;

/** The answer in a line: `query 20552x1`. */
export function said(d: Answered): string {
  const got = view(d);
  return `${d.status} ${printLines([...got.codes, ...got.elsewhere])}`;
}
