/** The marks on the note: which words were counted, which were seen and why they do not count. Pure. */
import type { CountElement, Determination } from "../../../src/coding/determination.ts";
import { sided, STATUS_WORDS } from "../../../src/explain/words.ts";
import { isMention, type Fact, type Mention } from "../../../src/note/facts.ts";
import type { Rulebook } from "../../../src/rulebook/types.ts";
import { marks as say } from "../strings/marks.ts";
import type { Mark, StructureMark, Tone } from "./messages.ts";

interface Draft {
  readonly start: number;
  readonly end: number;
  readonly tone: Tone;
  readonly title: string;
  readonly why: readonly string[];
  readonly of: readonly StructureMark[];
}

const STRENGTH: Readonly<Record<Tone, number>> = { counted: 3, uncertain: 2, seen: 1, read: 0 };

/** Marks in note order. They never overlap: where two facts stand on the same words, the stronger one gives the tone. */
export function marksOf(d: Determination, book: Rulebook): readonly Mark[] {
  const at = byPlace(d);
  const drafts = d.facts.flatMap((fact) => draft(fact, d, at, book));
  drafts.sort((a, b) => a.start - b.start || b.end - a.end);
  const marks: Draft[] = [];
  for (const next of drafts) {
    const last = marks.at(-1);
    if (last === undefined || next.start >= last.end) marks.push(next);
    else marks.splice(-1, 1, ...merged(last, next));
  }
  return marks;
}

/** Elements of the count, and evidence of the lines, by the place they rest on. */
function byPlace(d: Determination): { elements: Map<string, CountElement[]>; lines: Set<string>; asked: Set<string> } {
  const elements = new Map<string, CountElement[]>();
  for (const e of d.counts.elements)
    for (const p of e.evidence) {
      const key = keyOf(p);
      const list = elements.get(key);
      if (list === undefined) elements.set(key, [e]);
      else if (!list.includes(e)) list.push(e);
    }
  const lines = new Set(d.lines.flatMap((l) => l.because.flatMap((b) => b.evidence.map(keyOf))));
  const asked = new Set(d.queries.flatMap((q) => q.indicators.map(keyOf)));
  return { elements, lines, asked };
}

const keyOf = (p: { readonly start: number; readonly end: number }): string => `${p.start}-${p.end}`;

function draft(fact: Fact, d: Determination, at: ReturnType<typeof byPlace>, book: Rulebook): Draft[] {
  if (fact.end <= fact.start) return [];
  const { start, end } = fact;
  if (!isMention(fact)) {
    const note = readOnly(fact, d);
    return note === null ? [] : [{ start, end, tone: "read", title: note[0], why: [note[1]], of: [] }];
  }
  const key = keyOf(fact);
  const name = nameOf(fact, book);
  const elements = at.elements.get(key) ?? [];
  const treated = fact.status === "injected" || fact.status === "needled";
  const because = fact.because === undefined ? [] : [say.because(fact.because)];
  const mark = (tone: Tone, state: StructureMark["state"], why: readonly string[]): Draft => ({
    start,
    end,
    tone,
    title: name,
    why: [...why, ...because],
    of: fact.id === null ? [] : [{ id: fact.id, side: fact.side, state }],
  });
  if (treated && elements.length > 0) {
    const open = elements.some((e) => e.muscles.min !== e.muscles.max) && at.asked.has(key);
    const unsure = open || elements.some((e) => e.muscles.min === 0);
    const counted = say.countedAs(elements.map((e) => e.name));
    const doubts = (fact.doubts ?? []).map((x) => say.doubts[x]);
    return [mark(unsure ? "uncertain" : "counted", unsure ? "uncertain" : "injected", [counted, ...doubts])];
  }
  if (treated && at.lines.has(key)) return [mark("counted", "injected", [say.decides])];
  if (treated) return [mark("seen", "uncertain", [say.treatedNotCounted])];
  return [mark("seen", "examined", [say.notCounted(STATUS_WORDS[fact.status])])];
}

function nameOf(m: Mention, book: Rulebook): string {
  const known = m.id !== null && Object.hasOwn(book.structures, m.id) ? book.structures[m.id] : undefined;
  const name = known?.name ?? m.text.replace(/\s+/g, " ");
  return m.side === "unspecified" && m.status !== "injected" ? name : sided(name, m.side);
}

/** What the note says beside structures: title and sentence; null when it bears on nothing. */
function readOnly(fact: Fact, d: Determination): readonly [string, string] | null {
  if (fact.kind === "substance") {
    const finding = d.findings.find((f) => f.note?.start === fact.start && f.note.end === fact.end);
    const line = d.lines.find(
      (l) => l.role === "drug" && l.because.some((b) => b.evidence.some((p) => p.start === fact.start)),
    );
    const told =
      line === undefined
        ? finding === undefined
          ? say.substance[fact.status]
          : finding.reason
        : say.reported(line.code);
    return [fact.name, told];
  }
  if (fact.kind === "guidance") return [say.guidance(fact.modality), say.guidanceUse[fact.use]];
  if (fact.kind === "count") return [say.stated(fact.value, fact.of), say.neverMuscles];
  if (fact.kind === "label") return [fact.value, say.label];
  return null;
}

/** Two that overlap: on the same words one mark tells both; else the weaker one is cut where the stronger begins. */
function merged(a: Draft, b: Draft): Draft[] {
  const stronger = STRENGTH[b.tone] > STRENGTH[a.tone] ? b : a;
  if (a.start === b.start && a.end === b.end)
    return [
      {
        ...stronger,
        title: a.title === b.title ? a.title : `${a.title}; ${b.title}`,
        why: [...new Set([...a.why, ...b.why])],
        of: [...a.of, ...b.of],
      },
    ];
  if (stronger === a) return [a];
  const before = { ...a, end: b.start };
  return before.end > before.start ? [before, b] : [b];
}
