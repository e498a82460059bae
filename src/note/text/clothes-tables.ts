/**
 * A table whose cells are parted by commas, tabs or gaps: its head names columns that only such tables have. It becomes one
 * with bars, so that there is one kind of table to read; what stands under which column is kept.
 */

interface Cell {
  readonly at: number;
  readonly text: string;
}

/** Names of columns. */
const NAME =
  /^(?:date|dos|muscles?|sites?|structures?|joints?|location|area|region|target|side|laterality|l\/r|r|l|rt|lt|right|left|needle|gauge|size|length|agent|injectate|solution|conc|dose|mg|ml|cc|vol|volume|amount|units?|qty|no|n|#|count|points?|passes|needles|injections?|inj|injected|treated|needled|done|performed|given|status|twitch|ltr|stim|e-?stim|lot|exp|ndc|time|depth|level|notes?|comments?|tender|ttp|grade|provider|guidance|approach)(?:\s?[(#/]?\s?(?:r|l|ml|cc|mg|mm|g|y\/n|injected|treated|done)\)?)?$/i;
/** One of them is that of the place, or of its side. */
const PLACE = /^(?:muscles?|sites?|structures?|joints?|location|area|region|target|side|laterality|right|left)\b/i;
/** Cells of a table at least, and at most. */
const FEWEST = 3;
const MOST = 16;

/** The text with bars in its tables, of the same length as before. */
export function tabled(text: string): string {
  const lines = text.split("\n");
  let head: Head | null = null;
  let headAt = -1;
  let changed = false;
  for (const [i, line] of lines.entries()) {
    const row = head === null ? null : head.row(line);
    if (head !== null && row !== null) {
      lines[headAt] = head.line;
      lines[i] = row;
      changed = true;
    } else [head, headAt] = [headOf(line), i];
  }
  return changed ? lines.join("\n") : text;
}

interface Head {
  readonly line: string;
  /** A line of the table with its bars; null for a line of another kind. */
  readonly row: (line: string) => string | null;
}

function headOf(line: string): Head | null {
  for (const mark of [",", "\t"]) {
    const cells = line.split(mark);
    if (cells.length < FEWEST || cells.length > MOST || !areNames(cells)) continue;
    const row = (other: string): string | null =>
      other.split(mark).length === cells.length ? other.replaceAll(mark, "|") : null;
    return { line: line.replaceAll(mark, "|"), row };
  }
  if (!/\S {2,}\S/.test(line)) return null;
  const cells = cellsOf(line);
  const first = cells[0] as Cell;
  const blank = first.at > 2;
  if (cells.length + (blank ? 1 : 0) < FEWEST || cells.length > MOST || !areNames(cells.map((c) => c.text)))
    return null;
  const all = blank ? [{ at: 0, text: "=" }, ...cells] : cells;
  const named = blank ? `=${line.slice(1)}` : line;
  return {
    line:
      barred(
        named,
        all,
        all.map((_, i) => i),
      ) ?? line,
    row: (other) => rowUnder(other, all),
  };
}

function areNames(cells: readonly string[]): boolean {
  const names = cells.map((c) => c.trim().replaceAll('"', "")).filter((c) => c !== "");
  const known = names.filter((c) => NAME.test(c)).length;
  return names.length > 1 && known * 3 >= names.length * 2 && names.some((c) => PLACE.test(c)) && names.every(isShort);
}

const isShort = (name: string): boolean => name.length <= 24 && !/[.:;]/.test(name.replace(/\.$/, ""));

function cellsOf(line: string): Cell[] {
  const out: Cell[] = [];
  for (const m of line.matchAll(/\S(?:[^\s]| (?! ))*/g)) out.push({ at: m.index, text: m[0].trimEnd() });
  return out;
}

/** The cells of a line under those of the head: as many, in order, or each under the nearest. */
function rowUnder(line: string, head: readonly Cell[]): string | null {
  const cells = cellsOf(line);
  // Boxes are read by where they stand.
  if (/[[\u2610\u2611]/.test(line) || cells.length < 2 || cells.length > head.length) return null;
  const under = cells.map((c, i) => (cells.length === head.length ? i : nearest(head, c.at)));
  return under.every((u, i) => i === 0 || u > (under[i - 1] as number)) ? barred(line, cells, under) : null;
}

function nearest(head: readonly Cell[], at: number): number {
  let best = 0;
  head.forEach((c, i) => {
    if (Math.abs(c.at - at) < Math.abs((head[best] as Cell).at - at)) best = i;
  });
  return best;
}

/** The line with as many bars in each gap as columns lie between its cells; null where a gap is too narrow. */
function barred(line: string, cells: readonly Cell[], under: readonly number[]): string | null {
  let out = line;
  for (let i = 0; i < cells.length; i++) {
    const bars = (under[i] as number) - (i === 0 ? 0 : (under[i - 1] as number));
    const before = i === 0 ? 0 : (cells[i - 1] as Cell).at + (cells[i - 1] as Cell).text.length;
    const { at } = cells[i] as Cell;
    if (at - before < bars) return null;
    out = out.slice(0, before) + "|".repeat(bars) + out.slice(before + bars);
  }
  return out;
}
