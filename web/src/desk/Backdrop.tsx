/** The note's text with its marks, behind the field in which it is written. Lines that did not change are not drawn again. */
import { memo, useMemo, type ReactNode } from "react";
import type { Mark } from "../core/messages.ts";

interface Line {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Index of the first mark among all. */
  readonly first: number;
}

/** The text by lines, each with the marks that begin in it; a mark over a line end is cut there. */
export function linesOf(text: string, marks: readonly Mark[]): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  let m = 0;
  for (;;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const first = m;
    while (m < marks.length && (marks[m] as Mark).start < end) m++;
    lines.push({ start, text: text.slice(start, end), marks: marks.slice(first, m), first });
    if (newline < 0) return lines;
    start = newline + 1;
  }
}

const LineView = memo(
  ({ line, active }: { readonly line: Line; readonly active: number }): ReactNode => {
    const parts: ReactNode[] = [];
    let at = 0;
    line.marks.forEach((m, i) => {
      const from = Math.max(at, m.start - line.start);
      const to = Math.min(line.text.length, m.end - line.start);
      if (to <= from) return;
      const no = line.first + i;
      parts.push(
        line.text.slice(at, from),
        <mark key={no} data-mark={no} data-tone={m.tone} data-active={no === active || undefined}>
          {line.text.slice(from, to)}
        </mark>,
      );
      at = to;
    });
    // A line without text still has its height.
    parts.push(line.text.slice(at), line.text === "" ? "\u200b" : "");
    return <div className="line">{parts}</div>;
  },
  (a, b) =>
    a.line.text === b.line.text &&
    a.line.first === b.line.first &&
    sameActive(a, b) &&
    a.line.marks.length === b.line.marks.length &&
    a.line.marks.every((m, i) => {
      const n = b.line.marks[i] as Mark;
      return (
        m.tone === n.tone && m.start - a.line.start === n.start - b.line.start && m.end - m.start === n.end - n.start
      );
    }),
);

/** Is the active mark the same for this line: the same one in it, or in neither? */
function sameActive(
  a: { readonly line: Line; readonly active: number },
  b: { readonly line: Line; readonly active: number },
): boolean {
  const inside = ({ line, active }: typeof a): number =>
    active >= line.first && active < line.first + line.marks.length ? active : -1;
  return inside(a) === inside(b);
}

export const Backdrop = memo(
  ({ text, marks, active }: { readonly text: string; readonly marks: readonly Mark[]; readonly active: number }) => {
    const lines = useMemo(() => linesOf(text, marks), [text, marks]);
    return (
      <div className="backdrop" aria-hidden="true">
        {lines.map((line, i) => (
          <LineView key={i} line={line} active={active} />
        ))}
      </div>
    );
  },
);
