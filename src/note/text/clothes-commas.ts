/** A table whose cells are parted by commas: its head names columns that only such tables have. It becomes one with bars. */

/** The head of such a table: names of columns, one of them that of the place. */
const HEAD =
  /^[ \t]*(?=[^\n]*\b(?:muscle|site|structure|joint|location|area|region|target|side|laterality)\b)"?[\w #()%/.-]{1,24}"?(?:,[ \t]?"?[\w #()%/.-]{1,24}"?){2,12}[ \t\r]*$/i;
const NAMES =
  /^(?:date|dos|muscles?|sites?|structures?|joints?|location|area|region|target|side|laterality|l\/r|needle|gauge|size|length|drug|med|medication|agent|injectate|solution|conc|dose|mg|ml|cc|vol|volume|amount|units?|qty|no|n|count|sites?|points?|passes|needles|injections?|inj|injected|treated|needled|done|performed|given|status|twitch|ltr|lot|exp|ndc|time|depth|level|notes?|comments?|tender|pain|vas|code|cpt|provider|guidance|approach)\b/i;

/** The text with bars for the commas of such tables, each of the same length as before. */
export function uncommaed(text: string): string {
  const lines = text.split("\n");
  let cells = 0;
  let changed = false;
  for (const [i, line] of lines.entries()) {
    const n = line.split(",").length;
    if (cells > 0 && n === cells) {
      lines[i] = line.replaceAll(",", "|");
      changed = true;
    } else {
      cells =
        HEAD.test(line) &&
        line.split(",").filter((cell) => NAMES.test(cell.trim().replaceAll('"', ""))).length * 3 >= n * 2
          ? n
          : 0;
      if (cells > 0) lines[i] = line.replaceAll(",", "|");
    }
  }
  return changed ? lines.join("\n") : text;
}
