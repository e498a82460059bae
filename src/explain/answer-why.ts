/** Why: the rule met what was found. Where it is written. The steps, and every rule tried. */
import { printRange, type Range } from "../base/range.ts";
import type { NotePlace } from "../base/finding.ts";
import type { Determination, Line } from "../coding/determination.ts";
import type { CodeEdition, Rulebook } from "../rulebook/types.ts";
import { citationOf, sourceInFull, sourceLine } from "./citations.ts";
import { codeAndUnits, editionOf, howMany, inForceSentence, ruleSentence, ruleSpan, total } from "./tell.ts";
import { placeWords } from "./words.ts";
import { labelled, wrap } from "./wrap.ts";

/** A sentence or two for each line: what was found, what the code takes, and whether it could be otherwise. */
export function whyLines(d: Determination, book: Rulebook, width: number): string[] {
  const seen = new Set<string>();
  return d.lines.flatMap((line) => {
    const says = whyOf(line, d, book);
    if (seen.has(`${line.code} ${says}`)) return [];
    seen.add(`${line.code} ${says}`);
    return labelled(`  ${line.code}`, says, width, 10);
  });
}

function whyOf(line: Line, d: Determination, book: Rulebook): string {
  const edition = editionOf(line, d, book);
  const sum = total(d.counts);
  const counts = line.because.map((r) => r.found).find(isRange) ?? null;
  if (edition?.range === undefined || sum === null || counts === null) return plain(line, edition);
  const found = `${howMany(counts, edition.counts)} found in the note.`;
  return `${found} ${ruleSentence(edition)} ${standing(counts, d)}`.trim();
}

/** A code that takes no number: one line for each structure, an image, a drug. */
function plain(line: Line, edition: CodeEdition | undefined): string {
  const says = [...new Set(line.because.map((r) => r.says))].join(" ") || line.says;
  return line.role !== "procedure" || edition === undefined ? says : `${says} ${ruleSentence(edition)}`;
}

function standing(found: Range, d: Determination): string {
  if (d.status === "query") return "What the note leaves open could change that.";
  return found.min === found.max ? "" : "Every reading of the note gives it.";
}

const isRange = (found: unknown): found is Range => typeof found === "object" && found !== null && "min" in found;

/** The sources of the lines, each once, with the edition's dates. */
export function writtenLines(d: Determination, book: Rulebook, width: number): string[] {
  const out: string[] = [];
  const seen = new Set<string>();
  for (const line of d.lines) {
    if (line.role === "drug" && out.length > 0) continue;
    const edition = editionOf(line, d, book);
    if (edition !== undefined && !seen.has(line.code)) {
      seen.add(line.code);
      const sentence = inForceSentence(edition);
      out.push(...wrap(`${line.code}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`, width, 4, 2));
    }
    for (const id of new Set(line.because.flatMap((r) => r.citations))) {
      if (seen.has(id)) continue;
      seen.add(id);
      const cite = edition?.cite.find((c) => c.source === id);
      out.push(...wrap(`- ${sourceLine(id, book, cite)}`, width, 6, 4));
    }
  }
  return out;
}

/** Each rule that gave a line: the rule, what was found, the note's words, the citation (`full`: with place, dates and address). */
export function stepLines(d: Determination, book: Rulebook, width: number, full: boolean, note?: string): string[] {
  const steps = d.lines.flatMap((line) => line.because.map((reason) => ({ line, reason })));
  return steps.flatMap(({ line, reason }, i) => {
    const edition = editionOf(line, d, book);
    const row = (label: string, text: string): string[] =>
      text === "" ? [] : labelled(`     ${label}`, text, width, 16);
    return [
      ...labelled(`  ${i + 1}.`, `${codeAndUnits(line)}: ${reason.says}`, width, 5),
      ...row("rule", reason.rule),
      ...row("takes", edition === undefined ? "" : ruleSentence(edition)),
      ...row("found", foundWords(reason.found, edition)),
      ...row("note", note === undefined ? "" : placesIn(reason.evidence, note)),
      ...reason.citations.flatMap((id) => {
        const cite = citationOf(id, edition?.cite ?? [], book);
        return row(
          "written",
          full ? sourceInFull(cite, book, ruleSpan(reason.rule, book)) : sourceLine(id, book, cite),
        );
      }),
    ];
  });
}

function foundWords(found: unknown, edition: CodeEdition | undefined): string {
  if (isRange(found)) return edition === undefined ? printRange(found) : howMany(found, edition.counts);
  if (typeof found === "string" || typeof found === "number") return String(found);
  return typeof found === "boolean" ? (found ? "yes" : "no") : "";
}

/** Places in the note, each once, as "line 6: ...", `most` of them; lines count from 1. */
export function placesIn(places: readonly NotePlace[], note: string, most = 8): string {
  const shown = places.filter((x) => x.end > x.start).map((x) => placeWords(note, x));
  const once = [...new Set(shown)];
  return `${once.slice(0, most).join("; ")}${once.length > most ? `; and ${once.length - most} more` : ""}`;
}

/** Every rule that was tried, and what came of it. */
export function traceLines(d: Determination, width: number): string[] {
  return d.trace.flatMap((s) => wrap(`${s.outcome.padEnd(7)} ${s.rule} (${s.file}:${s.line}) ${s.says}`, width, 10, 2));
}
