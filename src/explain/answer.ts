/**
 * The answer in plain words: what `needlepoint code` prints. Eighty columns, the code first; when a fact is missing,
 * the question next; then the count on the note's own words, why, where it is written, what is in doubt. Its parts
 * stand in files of their own and know nothing of each other.
 */
import type { BilledLine, Determination } from "../coding/determination.ts";
import { coverageOf } from "../policy/coverage-of.ts";
import { shortHash } from "../rulebook/hash.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { askedLines, beliefLines, changeLines, contestedLines } from "./answer-doubts.ts";
import { countedLines, notCountedLines } from "./answer-counted.ts";
import { stepLines, traceLines, whyLines, writtenLines } from "./answer-why.ts";
import { coverageLines } from "./coverage.ts";
import { amountLines, diagnosisLines, editLines } from "./edits-text.ts";
import { codeAndUnits } from "./tell.ts";
import { PLAIN, wrap, type Painter } from "./wrap.ts";

/** `line`: the answer alone. `steps`: each rule that gave it, what was found, the note's words, the citation. `everything`: every rule tried too. */
export type Detail = "line" | "steps" | "everything";

export interface AnswerOptions {
  /** Columns; 80 unless told. */
  readonly width?: number;
  readonly color?: Painter | null;
  /** The note, for line numbers. */
  readonly note?: string;
  /** The claim as it was sent: what is wrong with it may be a common belief. */
  readonly billed?: readonly BilledLine[];
  /** Without it: the page a coder works from. */
  readonly detail?: Detail;
}

/** Said already where what was not counted is listed. */
const TOLD_ABOVE = new Set(["NP3041"]);

/**
 * Text of a determination, ending without a newline, in lines of `width` columns. The same determination gives the
 * same bytes.
 */
export function answerText(d: Determination, book: Rulebook, options: AnswerOptions = {}): string {
  const width = options.width ?? 80;
  const paint = options.color ?? PLAIN;
  const { note, detail } = options;
  const out: string[] = [];
  const section = (title: string, lines: readonly string[]): void => {
    if (lines.length > 0) out.push("", paint.bold(title), ...lines);
  };
  const points = (items: readonly string[]): readonly string[] => items.flatMap((item) => wrap(item, width, 4, 2));
  out.push(...headline(d, width, paint));
  if (detail === "line") return out.join("\n");

  section("Ask the doctor", askedLines(d, width, paint, note));
  const coverage = coverageOf(d);
  if (coverage !== null) out.push("", ...coverageLines(coverage, { ...options, width }));
  section("Counted in the note", countedLines(d, book, width, note));
  section("Seen, and not counted", notCountedLines(d, book, width, note));
  if (detail === undefined) {
    section("Why", whyLines(d, book, width));
    section("Where it is written", writtenLines(d, book, width));
  } else section("Step by step", stepLines(d, book, width, detail === "everything", note));
  section("Contested", contestedLines(d, book, width));
  section("In conflict", points(d.conflicts.map((c) => `${c.reason} ${c.remedy}`)));
  section("What would change it", changeLines(d, width));
  section("Not coded here", points(d.notCoded.map((n) => `${n.says}. ${n.because}`)));
  section("Edits", editLines(d, width));
  section("What Medicare pays", amountLines(d, width));
  section("Diagnoses in the note (for the coder to choose)", diagnosisLines(d, width, note));
  section("You may have been told", beliefLines(d, book, width, options.billed));
  const notes = d.findings.filter((f) => !TOLD_ABOVE.has(f.code));
  section("Notes", points(notes.map((f) => `${f.reason} ${f.remedy}`)));
  if (detail === "everything") section("Every rule tried", traceLines(d, width));
  out.push("", paint.dim(footer(d, book)));
  return out.join("\n");
}

function headline(d: Determination, width: number, paint: Painter): string[] {
  const out: string[] = [];
  // What could not be decided says nothing of what was done.
  if (d.status === "none" && d.findings.some((f) => f.severity === "error"))
    out.push(paint.bold("No answer: the encounter could not be decided; the notes below say why."));
  else if (d.status === "none")
    out.push(paint.bold("No code: nothing of these families was done, as far as the note says."));
  if (d.status === "query")
    out.push(
      paint.ask(
        d.lines.length > 0
          ? "Ask the doctor. The least that the note supports:"
          : "Ask the doctor. The note supports no code yet.",
      ),
    );
  // Wide enough for the longest code with its modifiers, so that the words of all lines begin together.
  const column = Math.max(14, ...d.lines.map((line) => codeAndUnits(line).length + 2));
  for (const line of d.lines) {
    const head = codeAndUnits(line).padEnd(column);
    wrap(line.says, width, column).forEach((l, i) =>
      out.push(i === 0 ? (d.status === "determined" ? paint.good(head) : paint.bold(head)) + l.trimStart() : l),
    );
  }
  return out;
}

function footer(d: Determination, book: Rulebook): string {
  const day = d.dateOfService === "" ? "No day's rules" : `Rules of ${d.dateOfService}`;
  return `${day} - rulebook ${book.version} ${shortHash(book.hash)} - needlepoint ${d.receipt.engine}`;
}
