/** Plain words for sides, statuses and counts. */
import type { NotePlace } from "../base/finding.ts";
import type { Modality } from "../rulebook/types.ts";
import type { Mention, Status } from "../note/facts.ts";

/** Guidance, in words. */
export const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  ultrasound: "ultrasound",
  fluoroscopy: "fluoroscopy",
  ct: "CT",
  mri: "MR",
  emg: "electromyography",
  stimulation: "stimulation of the muscle",
};

/** What became of a structure, in words. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  injected: "injected",
  needled: "needled, nothing put in",
  examined: "examined only",
  planned: "planned or only considered",
  past: "at an earlier time",
  declined: "declined, skipped or stopped before",
  risk: "named as a risk",
  other: "named, but not treated",
};

/** "left trapezius", "trapezius (both sides)", "piriformis (side not said)". */
export function sided(name: string, side: string): string {
  if (side === "bilateral") return `${name} (both sides)`;
  if (side === "unspecified") return `${name} (side not said)`;
  return side === "midline" ? name : `${side} ${name}`;
}

/** Line number (from 1) of an offset in the note. */
export function lineOf(note: string, offset: number): number {
  let n = 1;
  for (let i = note.indexOf("\n"); i >= 0 && i < offset; i = note.indexOf("\n", i + 1)) n++;
  return n;
}

/** "line 6: "left trap"": the words at a place of the note, with the number of their line. */
export const placeWords = (note: string, { start, end }: NotePlace): string =>
  `line ${lineOf(note, start)}: ${quoted({ text: note.slice(start, end) })}`;

/** The note's words of a mention on one line, in quotes, 48 characters at most. */
export function quoted(m: Pick<Mention, "text">): string {
  const text = m.text.replace(/\s+/g, " ").trim();
  return `"${text.length > 48 ? `${text.slice(0, 45)}...` : text}"`;
}
