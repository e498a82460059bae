/** Marks of plain text: emphasis and struck words of markdown, underscores for spaces, a note in the field of a table. */
import { Paint } from "./paint.ts";

const MARKS =
  /(?<![^\s(])~~(?=\S)[^~\n]{1,200}~~(?!\w)|(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])[^*_\n]{1,120}[^\s*_]\1(?![\w*])|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])/g;

/** `**left** levator_scapulae` without its marks. What is struck out is covered: the note no longer says it. */
export function unmarked(text: string): string {
  const paint = new Paint(text);
  for (const m of text.matchAll(MARKS)) {
    const from = m.index;
    const to = from + m[0].length;
    const marks = m[1]?.length ?? 0;
    if (marks === 0) paint.cover(from, to, m[0] === "_" ? " " : "");
    else {
      paint.cover(from, from + marks);
      for (let k = text.indexOf("_", from + marks); k >= 0 && k < to - marks; k = text.indexOf("_", k + 1))
        paint.cover(k, k + 1, " ");
      paint.cover(to - marks, to);
    }
  }
  return paint.done();
}

/** `Muscle........: piriformis`: the dots only lead the eye. */
export function undotted(text: string): string {
  const paint = new Paint(text);
  for (const m of text.matchAll(/(?<!\.)\.{2,200}\s{0,3}(?=:)|(?<=[\w)\]])[ \t]?\.{4,200}(?=[ \t]{0,3}\w)/g))
    paint.cover(m.index, m.index + m[0].length, text[m.index + m[0].length] === ":" ? "" : ": ");
  return paint.done();
}

/** `17,"Procedure: ...` begins a line of its own after the comma, and its doubled quotes are single. */
export function untabled(text: string): string {
  const paint = new Paint(text);
  for (let i = text.indexOf(',"'); i >= 0; i = text.indexOf(',"', i + 1)) {
    let end = i + 2;
    while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
    if (end >= text.length) break;
    const field = text.slice(i + 2, end);
    if (/[,\r\n]/.test(text[end + 1] ?? "\n") && (field.includes("\n") || field.includes('""'))) {
      paint.cover(i, i + 2, ";\n");
      for (let k = text.indexOf('""', i + 2); k >= 0 && k < end; k = text.indexOf('""', k + 2))
        paint.cover(k, k + 2, '"');
      paint.cover(end, end + 1);
    }
    i = end;
  }
  return paint.done();
}
