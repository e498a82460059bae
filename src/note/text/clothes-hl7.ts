/** Segments of an HL7 v2 message: of an observation (OBX) its name and its text are the note's, of a comment (NTE) its text. */
import { Paint, WHOLE } from "./paint.ts";

const SEGMENT = /^(?:MSH|EVN|PID|PV1|ORC|OBR|OBX|NTE|TXA|AL1|DG1|ZDS)\|/;
/** Field that holds the text, counted from the segment's name. */
const TEXT: Readonly<Record<string, number>> = { OBX: 5, NTE: 3 };
const ESCAPES: Readonly<Record<string, string>> = { F: "|", S: "^", T: "&", R: " ", E: "/" };

/** Covers what belongs to the message. A name that says the same as the one before is not said again. */
export function unsegment(text: string): string {
  if (!/(?:^|[\r\n])(?:OBX|NTE)\|/.test(text)) return text;
  const paint = new Paint(text);
  let named = "";
  for (let from = 0; from < text.length;) {
    let to = from;
    while (to < text.length && text[to] !== "\n" && text[to] !== "\r") to++;
    const kind = text.slice(from, from + 3);
    if (SEGMENT.test(text.slice(from, from + 4))) {
      const field = TEXT[kind];
      const bars = field === undefined ? [] : barsOf(text, from, to);
      if (field === undefined || bars.length < field) paint.cover(from, to);
      else {
        const name = kind === "OBX" ? nameOf(text.slice((bars[2] as number) + 1, bars[3])) : named;
        const begins = (bars[field - 1] as number) + 1;
        // The name ends in a colon and a line end of its own, for the text may begin with a heading.
        paint.cover(from, begins, name === named || WHOLE.has(name.toLowerCase()) ? "" : `${name}:\n`);
        named = name;
        escapes(text, begins, bars[field] ?? to, paint);
        paint.cover(bars[field] ?? to, to);
      }
    }
    from = to + 1;
  }
  return paint.done();
}

function barsOf(text: string, from: number, to: number): number[] {
  const out: number[] = [];
  for (let i = from; i < to; i++) if (text[i] === "|") out.push(i);
  return out;
}

/** "PROC^Procedure Note^L": the words, or the code where there are none. */
function nameOf(field: string): string {
  const [code = "", words = ""] = field.split("^");
  return words === "" ? code : words;
}

function escapes(text: string, from: number, to: number, paint: Paint): void {
  for (let i = text.indexOf("\\", from); i >= 0 && i + 2 < to; i = text.indexOf("\\", i + 1)) {
    const shown = text[i + 2] === "\\" ? ESCAPES[text[i + 1] as string] : undefined;
    if (shown === undefined) continue;
    paint.cover(i, i + 3, shown);
    i += 2;
  }
}
