/** Pages of the codes that stand beside a procedure: imaging and drugs. They have rules and lines, and no editions of their own. */
import { holds, type IsoDate } from "../base/dates.ts";
import type { Citation, Drug, DrugLine, ImagingRule, Rulebook } from "../rulebook/types.ts";
import { sourceLine } from "./citations.ts";
import { spanWords } from "./tell.ts";
import { MODALITY_WORDS } from "./words.ts";
import { wrap } from "./wrap.ts";

export interface Beside {
  readonly code: string;
  readonly title: string;
  readonly rules: readonly (ImagingRule | (DrugLine & { readonly drug: Drug["name"] }))[];
}

type Lists = Pick<Rulebook, "imaging" | "drugs">;

/** What the book says of an imaging or drug code, oldest first; undefined when it says nothing. */
export function besideOf(code: string, book: Lists): Beside | undefined {
  const imaging = book.imaging.filter((i) => i.code === code);
  const drugs = book.drugs.flatMap((d) => d.lines.filter((l) => l.code === code).map((l) => ({ ...l, drug: d.name })));
  const rules = [...imaging, ...drugs].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  if (rules.length === 0) return undefined;
  const title =
    imaging[0] === undefined
      ? `Supply of ${[...new Set(drugs.map((d) => d.drug))].join(" or ")}`
      : `Guidance by ${MODALITY_WORDS[imaging[0].modality]}`;
  return { code, title, rules };
}

/** Codes of the book that have such a page. */
export const besideCodes = (book: Lists): readonly string[] => [
  ...new Set([...book.imaging.map((i) => i.code), ...book.drugs.flatMap((d) => d.lines.map((l) => l.code))]),
];

/** Lines of the page: the rules in force on the day, or all of them. */
export function besideLines(b: Beside, book: Rulebook, on: IsoDate | null, width: number): string[] {
  const rules = on === null ? b.rules : b.rules.filter((r) => holds(r, on));
  return [
    `${b.code}  ${b.title}`,
    ...rules.flatMap((r) => ["", ...told(r, book, width), ...cites(r.cite, book, width)]),
  ];
}

const told = (r: Beside["rules"][number], book: Rulebook, width: number): string[] => [
  ...wrap(ruleWords(r, book), width),
  spanWords(r),
];

/** One rule in words: what a unit is, or beside which families it stands and how. */
export function ruleWords(r: Beside["rules"][number], book: Rulebook): string {
  if ("unit" in r) return `One unit is ${r.unit.amount} ${r.unit.measure} of ${r.drug}.`;
  const families = r.families.map((id) => book.families.find((f) => f.id === id)?.title ?? id);
  return `Beside ${families.map((f) => f.charAt(0).toLowerCase() + f.slice(1)).join(", ")}: ${r.says}`;
}

const cites = (list: readonly Citation[], book: Rulebook, width: number): string[] =>
  list.flatMap((c) =>
    wrap(`- ${sourceLine(c.source, book, c)}${c.claim === undefined ? "" : ` It says: ${c.claim}`}`, width, 4, 2),
  );
