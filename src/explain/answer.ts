/**
 * The answer in plain words: what `needlepoint code` prints. Eighty columns, the code first, then the
 * count on the note's own words, why, where it is written, what is in doubt, what to ask.
 */
import { inForce } from "../base/dates.ts";
import { printRange } from "../base/range.ts";
import type { BilledLine, Determination, Line } from "../coding/determination.ts";
import { isMention, type Mention, type Status } from "../note/facts.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { sourceLine } from "./citations.ts";
import { coverageOf } from "../policy/answer.ts";
import { coverageLines } from "./coverage.ts";
import { amountLines, diagnosisLines, editLines } from "./edits-text.ts";
import { beliefsFor } from "./heard.ts";
import { lineOf, quoted, sided, STATUS_WORDS } from "./words.ts";
import { labelled, PLAIN, wrap, type Painter } from "./wrap.ts";

export interface AnswerOptions {
  /** Columns; 80 unless told. */
  readonly width?: number;
  readonly color?: Painter | null;
  /** The note, for line numbers. */
  readonly note?: string;
  /** The claim as it was sent: what is wrong with it may be a common belief. */
  readonly billed?: readonly BilledLine[];
  readonly detail?: "line" | "steps" | "everything";
}

/** Text of a determination, ending without a newline. The same determination gives the same bytes. */
export function answerText(d: Determination, book: Rulebook, options: AnswerOptions = {}): string {
  const width = options.width ?? 80;
  const paint = options.color ?? PLAIN;
  const out: string[] = [];
  const section = (title: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    out.push("", paint.bold(title), ...lines);
  };
  out.push(...headline(d, width, paint));
  if (options.detail === "line") return out.join("\n");
  const coverage = coverageOf(d);
  if (coverage !== null) out.push("", ...coverageLines(coverage, { ...options, width }));
  section("Counted in the note", counted(d, width, options.note));
  section("Seen, and not counted", notCounted(d, book, width, options.note));
  section("Why", why(d, width));
  section("Where it is written", written(d, book, width));
  section("Contested", contested(d, book, width));
  section(
    "In conflict",
    d.conflicts.flatMap((c) => wrap(`${c.reason} ${c.remedy}`, width, 4, 2)),
  );
  section("Ask the doctor", asked(d, width, paint, options.note));
  section(
    "What would change it",
    d.wouldChange.flatMap((c) =>
      wrap(`- ${c.says}${c.codes.length > 0 ? `: ${c.codes.join(" + ")}` : ""}`, width, 4, 2),
    ),
  );
  section(
    "Not coded here",
    d.notCoded.flatMap((n) => wrap(`${n.says} ${n.because}`, width, 4, 2)),
  );
  section("Edits", editLines(d, width));
  section("What Medicare pays", amountLines(d, width));
  section("Diagnoses in the note (for the coder to choose)", diagnosisLines(d, width, options.note));
  section(
    "You may have been told",
    beliefsFor(d, book, options.billed).flatMap((b) => [
      ...wrap(`"${b.claim}"`, width, 4, 2),
      ...wrap(b.answer, width, 4),
    ]),
  );
  section(
    "Notes",
    d.findings.flatMap((f) => wrap(`${f.reason} ${f.remedy}`, width, 4, 2)),
  );
  if (options.detail === "everything")
    section(
      "Every rule tried",
      d.trace.flatMap((s) => wrap(`${s.outcome.padEnd(7)} ${s.rule} (${s.file}:${s.line}) ${s.says}`, width, 10, 2)),
    );
  out.push("", paint.dim(footer(d, book)));
  return out.join("\n");
}

function headline(d: Determination, width: number, paint: Painter): string[] {
  const out: string[] = [];
  if (d.status === "none")
    out.push(paint.bold("No code: nothing of these families was done, as far as the note says."));
  if (d.status === "query")
    out.push(
      paint.ask(
        d.lines.length > 0
          ? "Ask the doctor. The least that the note supports:"
          : "Ask the doctor. The note supports no code yet.",
      ),
    );
  for (const line of d.lines) {
    const code = [line.code, ...line.modifiers].join("-");
    const head = `${code} x${line.units}`.padEnd(14);
    wrap(line.says, width, 14).forEach((l, i) =>
      out.push(i === 0 ? (d.status === "determined" ? paint.good(head) : paint.bold(head)) + l.trimStart() : l),
    );
  }
  return out;
}

function counted(d: Determination, width: number, note?: string): string[] {
  const out: string[] = [];
  const { counts } = d;
  const total = counts.muscles ?? counts.needled ?? counts.groups;
  if (total !== undefined) {
    const both =
      counts.byName !== undefined &&
      counts.bySide !== undefined &&
      printRange(counts.byName) !== printRange(counts.bySide);
    const split = both ? ` (by name ${printRange(counts.byName)}, by side ${printRange(counts.bySide)})` : "";
    out.push(
      `  ${printRange(total)} ${total === counts.groups ? "muscle groups" : total.max === 1 ? "muscle" : "muscles"}${split}`,
    );
  }
  for (const e of counts.elements) {
    const place = e.evidence.find((x) => x.end > x.start);
    const words =
      place === undefined || note === undefined
        ? ""
        : `, line ${lineOf(note, place.start)}: ${quoted({ text: note.slice(place.start, place.end) })}`;
    out.push(...wrap(`- ${e.name}${words}`, width, 6, 2));
  }
  const sites = [
    counts.sites === null ? "" : `${counts.sites} injection sites`,
    counts.needlePasses === null ? "" : `${counts.needlePasses} needle passes`,
  ].filter((s) => s !== "");
  if (sites.length > 0 && total !== undefined)
    out.push(...wrap(`${sites.join(" and ")} stated: these are never counted as muscles.`, width, 2));
  return out;
}

function notCounted(d: Determination, book: Rulebook, width: number, note?: string): string[] {
  const by = new Map<Status, string[]>();
  for (const f of d.facts) {
    if (!isMention(f) || f.status === "injected" || f.status === "needled") continue;
    const list = by.get(f.status) ?? [];
    const name = words(f, book, note);
    if (!list.includes(name)) list.push(name);
    by.set(f.status, list);
  }
  return [...by].flatMap(([status, list]) => {
    const shown = list.slice(0, 8);
    const rest = list.length - shown.length;
    return wrap(`${STATUS_WORDS[status]}: ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`, width, 4, 2);
  });
}

function words(m: Mention, book: Rulebook, note?: string): string {
  const name = m.id === null ? m.text : (book.structures[m.id]?.name ?? m.text);
  const at = note === undefined || m.end === 0 ? "" : ` (line ${lineOf(note, m.start)})`;
  return `${m.side === "unspecified" ? name : sided(name, m.side)}${at}`;
}

function why(d: Determination, width: number): string[] {
  const seen = new Set<string>();
  return d.lines.flatMap((line) =>
    line.because.flatMap((r) => {
      const key = `${line.code} ${r.says}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return labelled(`  ${line.code}`, r.says, width, 10);
    }),
  );
}

/** The sources of the lines, each once, with the edition's dates. */
function written(d: Determination, book: Rulebook, width: number): string[] {
  const out: string[] = [];
  const seen = new Set<string>();
  for (const line of d.lines) {
    if (line.role === "drug" && out.length > 0) continue;
    const edition = inForce(book.codes[line.code]?.editions ?? [], d.dateOfService);
    if (edition !== undefined) {
      const until =
        edition.until === null ? "with no end known" : `until ${edition.until} (first day it no longer holds)`;
      out.push(...wrap(`${line.code}: in force from ${edition.from}, ${until}.`, width, 4, 2));
    }
    for (const id of sourcesOf(line)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const cite = edition?.cite.find((c) => c.source === id);
      out.push(...wrap(`- ${sourceLine(id, book, cite)}`, width, 6, 4));
    }
  }
  return out;
}

function sourcesOf(line: Line): string[] {
  return [...new Set(line.because.flatMap((r) => r.citations))];
}

function contested(d: Determination, book: Rulebook, width: number): string[] {
  return d.contested.flatMap((c) => {
    const head = wrap(`${c.asks}${c.matters ? "" : " No difference here."}`, width, 4, 2);
    if (!c.matters) return head;
    const answers = c.answers.flatMap((a) => {
      const mark = a.position === c.applied ? "applied" : "the other";
      const who = a.citations
        .map((id) => book.sources[id]?.title ?? id)
        .slice(0, 3)
        .join("; ");
      return wrap(
        `- ${mark}: ${a.says} Counts ${printRange(a.count)}: ${a.codes.join(" or ") || "no code"}. ${who === "" ? "" : `Said by: ${who}.`}`,
        width,
        6,
        4,
      );
    });
    return [...head, ...answers];
  });
}

function asked(d: Determination, width: number, paint: Painter, note?: string): string[] {
  return d.queries.flatMap((q) => [
    ...wrap(q.asks, width, 2).map((l) => paint.ask(l)),
    ...(note === undefined ? [] : placesOf(q.indicators, note, width)),
    ...q.options.flatMap((o) => wrap(`[ ] ${o}`, width, 8, 4)),
    ...wrap(`Needed because: ${q.why}`, width, 4, 2),
  ]);
}

/** The note's own words that raise the question, each once. */
function placesOf(places: Determination["queries"][number]["indicators"], note: string, width: number): string[] {
  const shown = [
    ...new Set(
      places
        .filter((x) => x.end > x.start)
        .map((x) => `line ${lineOf(note, x.start)}: ${quoted({ text: note.slice(x.start, x.end) })}`),
    ),
  ].slice(0, 6);
  return shown.length === 0 ? [] : wrap(`About ${shown.join("; ")}`, width, 6, 4);
}

function footer(d: Determination, book: Rulebook): string {
  return `Rules of ${d.dateOfService} - rulebook ${book.version} ${book.hash.slice(7, 19)} - needlepoint ${d.receipt.engine}`;
}
