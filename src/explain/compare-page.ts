/** Two codes side by side on a day: procedures by their editions, imaging and drug codes by the rules that stand beside one. */
import { holds, inForce, type IsoDate } from "../base/dates.ts";
import type { Finding } from "../base/finding.ts";
import { printRange } from "../base/range.ts";
import type { Citation, Rulebook } from "../rulebook/types.ts";
import { besideOf, ruleWords, type Beside } from "./beside-page.ts";
import { find, per, type Page, type PageOptions } from "./code-page.ts";
import { lastDay } from "./days.ts";
import { noRuleOn } from "./problems.ts";
import { spanWords } from "./tell.ts";
import { wrap } from "./wrap.ts";

/** What is compared, in words. What a kind of code does not have is said not to apply. */
interface Side {
  readonly code: string;
  readonly covers: string;
  readonly counts: string;
  readonly howMany: string;
  readonly reported: string;
  readonly inForce: string;
  readonly written: string;
}

const ROWS: readonly (readonly [string, keyof Side])[] = [
  ["", "code"],
  ["Covers", "covers"],
  ["Counts", "counts"],
  ["How many", "howMany"],
  ["Reported", "reported"],
  ["In force", "inForce"],
  ["Written in", "written"],
];

/** Two codes side by side on a day; without one, on the last day of the book. NP5001 and NP5002 as for one. */
export function compareText(a: string, b: string, book: Rulebook, options: PageOptions = {}): Page<unknown> {
  const width = options.width ?? 80;
  const on = options.on ?? lastDay(book);
  const left = sideOf(a, book, on);
  if ("kind" in left) return { kind: "refused", finding: left };
  const right = sideOf(b, book, on);
  if ("kind" in right) return { kind: "refused", finding: right };
  const column = Math.floor((width - 14 - 2) / 2);
  const lines = ROWS.flatMap(([label, key]) => {
    const l = wrap(left[key], column);
    const r = wrap(right[key], column);
    return Array.from({ length: Math.max(l.length, r.length) }, (_, i) =>
      `${(i === 0 ? label : "").padEnd(14)}${(l[i] ?? "").padEnd(column + 2)}${r[i] ?? ""}`.trimEnd(),
    );
  });
  return { kind: "page", text: lines.join("\n"), data: { on, left, right } };
}

function sideOf(id: string, book: Rulebook, on: IsoDate): Side | Finding {
  const known = book.codes[id.toUpperCase()];
  const beside = known === undefined ? besideOf(id.toUpperCase(), book) : undefined;
  if (beside !== undefined) return besideSide(beside, book, on);
  const code = find(id, book);
  if (!("editions" in code)) return code;
  const edition = inForce(code.editions, on);
  if (edition === undefined) return noRuleOn(code, on);
  return {
    code: code.code,
    covers: edition.covers,
    counts: edition.counts.replace("-", " "),
    howMany: edition.range === undefined ? "any" : printRange(edition.range),
    reported: per(edition),
    inForce: spanWords(edition),
    written: titles(edition.cite, book),
  };
}

function besideSide({ code, title, rules: all }: Beside, book: Rulebook, on: IsoDate): Side | Finding {
  const rules = all.filter((r) => holds(r, on));
  if (rules.length === 0) return noRuleOn({ code, editions: all }, on);
  const drug = rules.some((r) => "unit" in r);
  return {
    code,
    covers: `${title}.`,
    counts: drug ? "amount of the drug" : "encounter",
    howMany: "does not apply",
    reported: [...new Set(rules.map((r) => ruleWords(r, book)))].join(" "),
    inForce: [...new Set(rules.map(spanWords))].join("; "),
    written: titles(
      rules.flatMap((r) => r.cite),
      book,
    ),
  };
}

const titles = (cite: readonly Citation[], book: Rulebook): string =>
  [...new Set(cite.map((c) => book.sources[c.source]?.title ?? c.source))].join("; ");
