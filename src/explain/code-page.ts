/** What a code's rule says, on a date, over time, and beside another's. */
import type { Finding } from "../base/finding.ts";
import { holds, inForce } from "../base/dates.ts";
import { printRange } from "../base/range.ts";
import type { Belief, Code, CodeEdition, Rulebook } from "../rulebook/types.ts";
import { sourceInFull, sourceLine } from "./citations.ts";
import { standingOf } from "./belief-words.ts";
import { besideCodes, besideLines, besideOf, type Beside } from "./beside-page.ts";
import { lastDay } from "./days.ts";
import { noRuleOn, unknownCode } from "./problems.ts";
import { spanWords } from "./tell.ts";
import { wrap } from "./wrap.ts";

export interface PageOptions {
  /** ISO date; without one, the last day of the book. */
  readonly on?: string;
  readonly width?: number;
}

/** Text, and the same as data for `--json`; or the finding that says why there is none. */
export type Page<T> =
  | { readonly kind: "page"; readonly text: string; readonly data: T }
  | { readonly kind: "refused"; readonly finding: Finding };

/**
 * The rule of a code in force on a day, as text and data. NP5001 for a code the book does not have, NP5002 for a day
 * without a rule.
 */
export function explainCode(id: string, book: Rulebook, options: PageOptions = {}): Page<unknown> {
  const beside = besideOf(id.toUpperCase(), book);
  if (beside !== undefined && book.codes[id.toUpperCase()] === undefined) return besidePage(beside, book, options);
  const code = find(id, book);
  if (!("editions" in code)) return { kind: "refused", finding: code };
  const width = options.width ?? 80;
  const on = options.on ?? lastDay(book);
  const edition = inForce(code.editions, on);
  if (edition === undefined) return { kind: "refused", finding: noRuleOn(code, on) };
  const contested = book.conventions.filter((c) => mentions(c, code.code));
  const beliefs = book.beliefs.filter((b) => b.codes.includes(code.code));
  const lines = [
    `${code.code}  ${code.title}`,
    "",
    ...wrap(edition.covers, width),
    "",
    ...wrap(rule(edition), width),
    ...(edition.notes ?? []).flatMap((n) => wrap(`- ${n}`, width, 2, 0)),
    ...modifiers(edition, width),
    "",
    spanWords(edition),
    ...edition.cite.flatMap((c) =>
      wrap(`- ${sourceInFull(c, book, undefined)}${c.claim === undefined ? "" : ` It says: ${c.claim}`}`, width, 4, 2),
    ),
  ];
  if (contested.length > 0)
    lines.push("", "Contested", ...contested.flatMap((c) => wrap(`- ${c.asks} ${c.workingRule}`, width, 4, 2)));
  if (beliefs.length > 0)
    lines.push("", "You may have been told", ...beliefs.flatMap((b) => wrap(told(b, book), width, 4, 2)));
  return {
    kind: "page",
    text: lines.join("\n"),
    data: { code: code.code, title: code.title, on, edition, contested, beliefs },
  };
}

function besidePage(beside: Beside, book: Rulebook, options: PageOptions): Page<unknown> {
  const on = options.on ?? lastDay(book);
  if (!beside.rules.some((r) => holds(r, on)))
    return { kind: "refused", finding: noRuleOn({ code: beside.code, editions: beside.rules }, on) };
  const beliefs = book.beliefs.filter((b) => b.codes.includes(beside.code));
  const width = options.width ?? 80;
  const heard = beliefs.flatMap((b) => wrap(told(b, book), width, 4, 2));
  const text = [
    ...besideLines(beside, book, on, width),
    ...(heard.length === 0 ? [] : ["", "You may have been told", ...heard]),
  ].join("\n");
  return { kind: "page", text, data: { ...beside, on, rules: beside.rules.filter((r) => holds(r, on)), beliefs } };
}

/** Every edition of a code on a timeline, as text and data. NP5001 for a code the book does not have. */
export function historyText(id: string, book: Rulebook, options: PageOptions = {}): Page<unknown> {
  const beside = besideOf(id.toUpperCase(), book);
  if (beside !== undefined && book.codes[id.toUpperCase()] === undefined)
    return { kind: "page", text: besideLines(beside, book, null, options.width ?? 80).join("\n"), data: beside };
  const code = find(id, book);
  if (!("editions" in code)) return { kind: "refused", finding: code };
  const width = options.width ?? 80;
  const lines = [`${code.code}  ${code.title}`];
  for (const e of code.editions) {
    lines.push("", spanWords(e), ...wrap(e.covers, width, 2, 2), ...wrap(rule(e), width, 2, 2));
    if (e.change !== undefined) lines.push(...wrap(`Changed: ${e.change}`, width, 2, 2));
    lines.push(...e.cite.flatMap((c) => wrap(`- ${sourceLine(c.source, book, c)}`, width, 6, 4)));
  }
  return { kind: "page", text: lines.join("\n"), data: code };
}

const told = (b: Belief, book: Rulebook): string => `- "${b.claim}" ${b.answer} ${standingOf(b, book)}`;

function mentions(c: Rulebook["conventions"][number], code: string): boolean {
  return [c.asks, c.workingRule, ...c.positions.map((p) => p.says)].some((t) => t.includes(code));
}

function rule(e: CodeEdition): string {
  const what = e.counts.replace("-", " ");
  const range = e.range === undefined ? "" : ` It takes ${printRange(e.range)}.`;
  return `Counts by ${what}, ${per(e)}.${range}`;
}

/** How often an edition is reported, in words. */
export function per(e: CodeEdition): string {
  const how = {
    session: "once a session",
    structure: "once for each structure",
    place: "by the place it has in order",
  };
  return how[e.per];
}

function modifiers(e: CodeEdition, width: number): string[] {
  if (e.modifiers === undefined || e.modifiers.length === 0) return [];
  return wrap(
    `Modifiers: ${e.modifiers.map((m) => `${m.modifier} ${m.allowed ? "allowed" : "not allowed"}`).join(", ")}.`,
    width,
  );
}

/** The code, or NP5001 with its like. */
export function find(id: string, book: Rulebook): Code | Finding {
  const code = book.codes[id.toUpperCase()];
  if (code !== undefined) return code;
  const near = [...Object.keys(book.codes), ...besideCodes(book)]
    .map((c) => ({ c, same: Array.from(c).filter((ch, i) => ch === id[i]).length }))
    .sort((x, y) => y.same - x.same || (x.c < y.c ? -1 : 1))
    .slice(0, 4)
    .map((x) => x.c);
  return unknownCode(id, near);
}
