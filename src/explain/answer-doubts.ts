/** What is in doubt: contested points, the question to the doctor, what would change the answer, what people have been told. */
import { printRange } from "../base/range.ts";
import type { BilledLine, Contested, Determination } from "../coding/determination.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { placesIn } from "./answer-why.ts";
import { standingOf } from "./belief-words.ts";
import { beliefsFor } from "./heard.ts";
import { wrap, type Painter } from "./wrap.ts";

/** The questions with the words that raise them, the choices, and why they are asked. */
export function askedLines(d: Determination, width: number, paint: Painter, note?: string): string[] {
  return d.queries.flatMap((q) => {
    const about = note === undefined ? "" : placesIn(q.indicators, note, 6);
    return [
      ...wrap(q.asks, width, 2).map((l) => paint.ask(l)),
      ...(about === "" ? [] : wrap(`About ${about}`, width, 6, 4)),
      ...q.options.flatMap((o) => wrap(`[ ] ${o}`, width, 8, 4)),
      ...wrap(`Asked because: ${q.why}`, width, 4, 2),
    ];
  });
}

/** A point that makes no difference takes a line; one that does shows every position, its count, its codes and who holds it. */
export function contestedLines(d: Determination, book: Rulebook, width: number): string[] {
  return d.contested.flatMap((c) => {
    const head = wrap(`${c.asks}${c.matters ? "" : " No difference here."}`, width, 4, 2);
    return c.matters ? [...head, ...c.answers.flatMap((a) => wrap(`- ${position(a, c, book)}`, width, 6, 4))] : head;
  });
}

function position(a: Contested["answers"][number], c: Contested, book: Rulebook): string {
  const who = a.citations
    .map((id) => book.sources[id]?.title ?? id)
    .slice(0, 3)
    .join("; ");
  const mark = a.position === c.applied ? "applied" : "the other";
  const said = who === "" ? "" : ` Said by: ${who}.`;
  return `${mark}: ${a.says} Counts ${printRange(a.count)}: ${a.codes.join(" or ") || "no code"}.${said}`;
}

/** What would change the answer, a point each. */
export function changeLines(d: Determination, width: number): string[] {
  return d.wouldChange.flatMap((c) =>
    wrap(`- ${c.says}${c.codes.length > 0 ? `: ${c.codes.join(" + ")}` : ""}`, width, 4, 2),
  );
}

/** Claims that the note or the billed lines show, each with what to answer. */
export function beliefLines(
  d: Determination,
  book: Rulebook,
  width: number,
  billed: readonly BilledLine[] | undefined,
): string[] {
  return beliefsFor(d, book, billed).flatMap((b) => [
    ...wrap(`"${b.claim}"`, width, 4, 2),
    ...wrap(b.answer, width, 4),
    ...wrap(standingOf(b, book), width, 4),
  ]);
}
