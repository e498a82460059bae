/**
 * Every finding that reading, checking and compiling a rulebook can give (NP1xxx). One table, so that no
 * number is used twice; docs/findings.md shows it to people, and a test keeps the two the same.
 */
import { finding, type Finding, type RulePlace, type Severity } from "../../base/finding.ts";
import { inOrder } from "../../base/order.ts";
import { shown as cut } from "../../base/shown.ts";

interface Kind {
  readonly severity: Severity;
  /** What is wrong, in general. */
  readonly means: string;
}

const error = (means: string): Kind => ({ severity: "error", means });
const warning = (means: string): Kind => ({ severity: "warning", means });

/** Severity and meaning of each number. */
export const PROBLEMS = {
  // ---- files and YAML
  NP1001: error("The file is not valid YAML."),
  NP1002: error("A key stands twice in one map."),
  NP1003: error("Anchors, aliases, tags and keys that are not words are not used in rule files."),
  NP1004: error("The file is too large or nested too deep."),
  NP1005: error("A file lies where no rule file is read from."),
  NP1006: error("A file that every rulebook needs is missing."),
  NP1007: error("The file is empty."),
  NP1008: error("A file has more findings than are shown."),
  // ---- shape
  NP1010: error("A key that the format does not know."),
  NP1011: error("A key that the format needs is missing."),
  NP1012: error("A value is of another form than the format asks for."),
  NP1013: error("A code is not text in quotes, or not of five characters."),
  NP1014: error("A date is not a day of the calendar, written YYYY-MM-DD."),
  NP1015: error("A word that is not of the closed list."),
  NP1016: error("An id is not written in lower case with hyphens."),
  NP1017: error("A range is not [least, most], with null for no end."),
  NP1018: error("The file is named differently from what it holds."),
  // ---- dates
  NP1020: error("A rule ends on or before the day it begins."),
  NP1021: error("Two editions of one thing are in force on the same day."),
  NP1022: error("Between two editions there are days for which there is no rule."),
  NP1023: error("A row gives a code on days on which the code is not in force."),
  NP1024: error("A family claims dates for which it has no edition."),
  NP1025: error("A code's edition and the family's row count differently."),
  NP1026: warning("A family claims dates that lie outside the book's horizon."),
  // ---- authority
  NP1030: error("A dated value has no citation."),
  NP1031: error("A citation names a source that is not in sources/."),
  NP1032: error("A rule that decides rests only on what nobody has read."),
  // ---- names of other things
  NP1040: error("Two things have one id."),
  NP1041: error("A structure is named that the book does not have."),
  NP1042: error("A family is named that the book does not have."),
  NP1043: error("A row gives a code that has no file in codes/."),
  NP1044: error("A convention's default is none of its positions."),
  NP1045: error("A structure of another kind is needed here."),
  NP1046: error("A convention is named that the book does not have."),
  NP1047: error("A policy names a payer, service, condition or text that the policies do not have."),
  NP1048: error("A family asks for a purpose that no cue words give."),
  // ---- words
  NP1050: error("Two structures claim one way of writing."),
  NP1051: warning("A way of writing is listed twice for one structure."),
  NP1052: warning("No way of writing a structure stands for it alone."),
  NP1053: error("Two cues of one category claim the same words."),
  NP1054: warning("A cue word is also listed as a plain word."),
  NP1055: error("A cue gives something that its category does not have."),
  NP1056: warning("A cue lists the same words twice."),
  // ---- decision tables
  NP1060: error("Two rules both apply and give different codes."),
  NP1061: error("No row says what holds for some count, size or image."),
  NP1062: error("A family that is coded has no rows."),
  NP1063: error("Two rows of an edition are marked as the floor of one case."),
  NP1064: error("A row states one kind of condition twice."),
  NP1065: error(
    "A question to the provider leads: it names a code, money or a count that would be enough, or asks for a yes.",
  ),
  // ---- tables
  NP1080: error("A table does not say what it is, of which days, and where it comes from."),
  NP1081: error("A table has other columns than its kind."),
  NP1082: error("A cell of a table is of another form than its column."),
  NP1083: error("A row of a table stands twice."),
  NP1084: error("Two tables of one kind claim the same days."),
  // ---- upkeep
  NP1070: warning("A rule file is past the day it was to be reviewed."),
} as const satisfies Record<string, Kind>;

export type Problem = keyof typeof PROBLEMS;

/** Makes the finding. `reason`: what was expected and found. `rules`: the places, two when two disagree. */
export function problem(code: Problem, reason: string, remedy: string, rules: readonly RulePlace[]): Finding {
  return finding({ code, severity: PROBLEMS[code].severity, reason, remedy, rules: Object.freeze([...rules]) });
}

/** A value as it may stand in a reason: quoted, short, on one line. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "string") return `"${cut(value)}"`;
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return `${value}`;
  if (Array.isArray(value)) return shownList(value);
  return `a map with ${
    Object.keys(value)
      .slice(0, 4)
      .map((key) => cut(key))
      .join(", ") || "no keys"
  }`;
}

function shownList(list: readonly unknown[]): string {
  if (list.length === 0) return "an empty list";
  const short = list.length <= 4 && list.every((part) => typeof part !== "object" || part === null);
  return short ? cut(JSON.stringify(list).replaceAll(",", ", ")) : `a list of ${list.length}`;
}

const order = (f: Finding): RulePlace => f.rules?.[0] ?? { file: "", line: 0, column: 0 };

/** Findings in the order of the files; the same findings in the same order every time. */
export function inFileOrder(findings: readonly Finding[]): readonly Finding[] {
  return Object.freeze(
    [...findings].sort((x, y) => {
      const [a, b] = [order(x), order(y)];
      return (
        inOrder(a.file, b.file) ||
        inOrder(a.line, b.line) ||
        inOrder(a.column, b.column) ||
        inOrder(x.code, y.code) ||
        inOrder(x.reason, y.reason)
      );
    }),
  );
}
