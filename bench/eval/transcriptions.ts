/**
 * Every unlabelled transcription through the whole path: nothing may throw, offsets must be exact, facts in order.
 * Whatever codes or asks is listed with the sentences that led to it, for a person to judge.
 */
import type { Determination } from "../../src/coding/determination.ts";
import { isMention } from "../../src/note/facts.ts";
import { printLines } from "./compare.ts";
import type { Transcription } from "./corpus.ts";
import type { Engine } from "./engine.ts";

export interface Robustness {
  readonly notes: number;
  readonly bytes: number;
  /** Ids with what went wrong. */
  readonly faults: readonly string[];
  readonly ms: { readonly median: number; readonly p99: number; readonly max: number; readonly slowest: string };
  readonly status: Readonly<Record<string, number>>;
  readonly coded: readonly { readonly from: Transcription; readonly answer: Determination }[];
}

export function robustness(engine: Engine, all: readonly Transcription[]): Robustness {
  const faults: string[] = [];
  const coded: { from: Transcription; answer: Determination }[] = [];
  const times: { ms: number; id: string }[] = [];
  const status: Record<string, number> = { determined: 0, query: 0, none: 0 };
  for (const from of all.slice(0, 200)) engine.determine({ id: from.id, note: from.note }); // warm
  for (const from of all) {
    const start = performance.now();
    let answer: Determination;
    try {
      answer = engine.determine({ id: from.id, note: from.note });
    } catch (error) {
      faults.push(`${from.id} threw ${error instanceof Error ? error.name : "something"}`);
      continue;
    }
    times.push({ ms: performance.now() - start, id: from.id });
    faults.push(...misplaced(from, answer));
    status[answer.status] = (status[answer.status] ?? 0) + 1;
    if (answer.status !== "none") coded.push({ from, answer });
  }
  times.sort((a, b) => a.ms - b.ms);
  const at = (q: number): number => times[Math.min(times.length - 1, Math.floor(q * times.length))]?.ms ?? 0;
  return {
    notes: all.length,
    bytes: all.reduce((n, t) => n + t.note.length, 0),
    faults,
    status,
    coded,
    ms: { median: at(0.5), p99: at(0.99), max: at(1), slowest: times.at(-1)?.id ?? "" },
  };
}

/** Facts whose words are not where they say, or that stand out of order. */
function misplaced(from: Transcription, answer: Determination): string[] {
  let last = 0;
  return answer.facts.flatMap((f) => {
    const out: string[] = [];
    if (f.text !== from.note.slice(f.start, f.end) || f.end < f.start)
      out.push(`${from.id} ${f.kind} at ${f.start}: text is not the note's`);
    if (f.start < last) out.push(`${from.id} ${f.kind} at ${f.start}: out of order`);
    last = f.start;
    return out;
  });
}

/** The sentence (or line) around a place, on one line; a decimal point ends no sentence. */
function around(note: string, start: number, end: number): string {
  const before = note.slice(Math.max(0, start - 400), start);
  const from = Math.max(before.lastIndexOf("\n"), before.lastIndexOf(". ")) + 1;
  const rest = note.slice(end, end + 400);
  const stop = /\.\s|\n/.exec(rest);
  const to = stop ? stop.index + 1 : rest.length;
  return `${before.slice(from)}\u00bb${note.slice(start, end)}\u00ab${rest.slice(0, to)}`.replace(/\s+/g, " ").trim();
}

/** One block for each answer that codes or asks something. */
export function printCoded({ coded }: Robustness, withLabelled = true): string {
  return coded
    .filter((c) => withLabelled || !c.from.labelled)
    .map(({ from, answer }) => {
      const places = [
        ...answer.lines.flatMap((l) => l.because.flatMap((b) => b.evidence)),
        ...answer.queries.flatMap((q) => q.indicators),
        ...answer.facts.filter((f) => isMention(f) && (f.status === "injected" || f.status === "needled")),
      ];
      const sentences = [...new Set(places.map((p) => around(from.note, p.start, p.end)))].filter(Boolean);
      return [
        `${from.id}  ${answer.status} ${printLines(answer.lines)}  [${from.specialty}: ${from.title}]${from.labelled ? " (labelled)" : ""}`,
        ...answer.counts.elements.map((e) => `    counts ${e.side} ${e.name} (${e.family})`),
        ...answer.queries.map((q) => `    asks   ${q.rule}: ${q.asks.slice(0, 140)}`),
        ...sentences.slice(0, 8).map((s) => `    > ${s.length > 300 ? `${s.slice(0, 300)}...` : s}`),
      ].join("\n");
    })
    .join("\n");
}

export function printRobustness(r: Robustness): string {
  const ms = (x: number): string => x.toFixed(2);
  return [
    `${r.notes} transcriptions, ${(r.bytes / 1e6).toFixed(1)} MB: ${r.faults.length} faults; ` +
      `determined ${r.status["determined"]}, query ${r.status["query"]}, none ${r.status["none"]}`,
    `ms a note: median ${ms(r.ms.median)}, p99 ${ms(r.ms.p99)}, max ${ms(r.ms.max)} (${r.ms.slowest})`,
    ...r.faults.slice(0, 50),
  ].join("\n");
}
