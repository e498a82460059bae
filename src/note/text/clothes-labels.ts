/**
 * Fields that stand on one line with nothing but spaces between: "Date: 6/2/25 Proc: TPI Site: L masseter Med: lido". Each
 * begins a line of its own.
 */

/** Labels of a line at least. */
const FEWEST = 3;
const LABEL = /(?<=^|\s)[A-Z][A-Za-z/#]{1,13}:(?=\s)/g;
const BEFORE = / (?=[A-Z][A-Za-z/#]{1,13}:\s)/g;

/** The text with an end of line for the space before such a label, where a line begins with one and holds no sentence. */
export function fielded(text: string): string {
  if (!hasFields(text)) return text;
  return text
    .split("\n")
    .map((line) => (isFields(line) ? line.replace(BEFORE, "\n") : line))
    .join("\n");
}

/** Do so many colons stand in one line anywhere? */
function hasFields(text: string): boolean {
  let [first, second] = [-1, -1];
  for (let i = text.indexOf(":"); i >= 0; i = text.indexOf(":", i + 1)) {
    if (first >= 0) {
      const end = text.indexOf("\n", first);
      if (end < 0 || end > i) return true;
    }
    [first, second] = [second, i];
  }
  return false;
}

function isFields(line: string): boolean {
  const first = line.indexOf(":");
  if (first < 0 || line.indexOf(":", first + 1) < 0 || /[.;|]\s|\S {2,}\S/.test(line)) return false;
  const labels = [...line.matchAll(LABEL)];
  return labels.length >= FEWEST && labels[0]?.index === line.search(/\S/);
}
