/**
 * Fields with an equals sign: "proc=TPI; muscle=L infraspinatus; vol=2 mL". Each becomes a line with a label; lines that begin
 * with the same field are records, and become rows.
 */

/** A label and its sign, at the head of a line or after what ends a field. */
const PAIR = /^[ \t]*[A-Za-z][\w ()/#-]{0,30}?[ \t]?=(?=[ \t]?[^\s=])/;
/** Fields of a text at least. */
const FEWEST = 3;

/** The text with its fields written as others write them; as it is where it has fewer than a few. */
export function unpaired(text: string): string {
  const lines = text.split("\n");
  const cut = lines.map((line) => (PAIR.test(line) ? pairsOf(line) : null));
  const found = cut.reduce((n, pairs) => n + (pairs?.length ?? 0), 0);
  if (found < FEWEST) return text;
  const heads = cut.flatMap((pairs) =>
    pairs === null || pairs.length < 2 ? [] : [(pairs[0] as string).split("=")[0]?.trim()],
  );
  const records = new Set(heads).size < heads.length;
  return lines.map((line, i) => (cut[i] === null ? line : written(cut[i] as readonly string[], records))).join("\n");
}

/** The fields of a line, each with the mark that ends it; null when something in it is none. */
function pairsOf(line: string): readonly string[] | null {
  const pieces = line.split(/(?<=[;|])/);
  return pieces.every((piece) => PAIR.test(piece) || /^[\s;|]*$/.test(piece)) ? pieces : null;
}

function written(pieces: readonly string[], records: boolean): string {
  const end = records && pieces.length > 1 ? "|" : "\n";
  return pieces.map((piece) => capital(piece.replace("=", ":").replace(/[;|]$/, end))).join("");
}

/** A label begins with a capital: what does not may go on with the line before. */
const capital = (piece: string): string => piece.replace(/[a-z]/, (c) => c.toUpperCase());
