/** Dates: every rule ends after it begins, and editions follow one another without overlap or gap. */
import type { Span } from "../../../base/dates.ts";
import type { Finding } from "../../../base/finding.ts";
import type { Entry, Loaded } from "../load.ts";
import { problem } from "../problems.ts";
import type { Path } from "../source/yaml.ts";

interface Placed {
  readonly span: Span;
  readonly entry: Entry<unknown>;
  readonly path: Path;
}

/** Everything that is wrong with dates alone: NP1020, NP1021, NP1022, NP1024, NP1026. */
export function checkSpans(loaded: Loaded): readonly Finding[] {
  const list = (entry: Entry<unknown>, key: string, spans: readonly Span[]): Placed[] =>
    spans.map((span, i) => ({ span, entry, path: [key, i] }));
  const codes = loaded.codes.map((e) => list(e, "editions", e.value.editions));
  const families = loaded.families.map((e) => list(e, "editions", e.value.editions));
  const others: Placed[] = [
    ...loaded.drugs.flatMap((e) => list(e, "lines", e.value.lines)),
    ...[...loaded.imaging, ...loaded.forms].map((e) => ({ span: e.value, entry: e, path: [] })),
    ...loaded.families.map((e) => ({ span: e.value.coverage, entry: e, path: ["coverage"] })),
    ...loaded.book.map((e) => ({ span: e.value.horizon, entry: e, path: ["horizon"] })),
  ];
  return [
    ...[...codes.flat(), ...families.flat(), ...others].flatMap(backwards),
    ...[...codes, ...families].flatMap(sequence),
    ...loaded.families.flatMap((e) => uncovered(e, loaded)),
  ];
}

function backwards({ span, entry, path }: Placed): Finding[] {
  if (span.until === null || span.from < span.until) return [];
  return [
    problem(
      "NP1020",
      `Expected an end after ${span.from}, found ${span.until}: a rule holds from its first day up to, not including, its last.`,
      "Correct one of the two dates.",
      [entry.place([...path, "until"])],
    ),
  ];
}

/** Neighbours in time must touch: the end of one is the beginning of the next. */
function sequence(editions: readonly Placed[]): Finding[] {
  const inOrder = [...editions].sort((a, b) => (a.span.from < b.span.from ? -1 : a.span.from > b.span.from ? 1 : 0));
  return inOrder.slice(1).flatMap((next, i) => {
    const before = inOrder[i]!;
    const end = before.span.until;
    const places = [before.entry.place([...before.path, "until"]), next.entry.place([...next.path, "from"])];
    if (end === null || end > next.span.from) {
      const both =
        end === null
          ? `from ${next.span.from} on`
          : `from ${next.span.from} to the day before ${end < (next.span.until ?? "9") ? end : next.span.until}`;
      return [
        problem(
          "NP1021",
          `Expected one edition in force on each day, found two ${both}.`,
          `End the earlier edition with until: ${next.span.from}.`,
          places,
        ),
      ];
    }
    if (end === next.span.from) return [];
    return [
      problem(
        "NP1022",
        `Expected an edition for each day, found none from ${end} to the day before ${next.span.from}.`,
        "Let the next edition begin on the day the earlier one ends; days without a rule are said in an edition of their own.",
        places,
      ),
    ];
  });
}

/** A coded family must have an edition for all it claims to cover, and claim no more than the book. */
function uncovered(entry: Loaded["families"][number], loaded: Loaded): Finding[] {
  const { coverage, editions, notCoded } = entry.value;
  if (notCoded !== undefined && editions.length === 0) return [];
  const first = editions.map((e) => e.from).sort()[0];
  const open = editions.some((e) => e.until === null);
  const last =
    editions
      .map((e) => e.until ?? "")
      .sort()
      .at(-1) ?? "";
  const findings: Finding[] = [];
  const wrong = (key: "from" | "until", reason: string): void => {
    findings.push(
      problem("NP1024", reason, "Narrow the coverage, or write the edition.", [entry.place(["coverage", key])]),
    );
  };
  if (first !== undefined && coverage.from < first)
    wrong("from", `Expected coverage from ${first}, where the first edition begins; found ${coverage.from}.`);
  if (first !== undefined && !open && (coverage.until === null || coverage.until > last))
    wrong(
      "until",
      `Expected coverage until ${last}, where the last edition ends; found ${coverage.until ?? "no end"}.`,
    );
  const horizon = loaded.book[0]?.value.horizon;
  if (
    horizon !== undefined &&
    (coverage.from < horizon.from || coverage.until === null || coverage.until > horizon.until)
  ) {
    findings.push(
      problem(
        "NP1026",
        `Expected coverage within the book's horizon, ${horizon.from} to ${horizon.until}; found ${coverage.from} to ${coverage.until ?? "no end"}.`,
        "Narrow the coverage, or widen the horizon in book.yaml.",
        [entry.place(["coverage"])],
      ),
    );
  }
  return findings;
}
