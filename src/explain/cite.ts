/** Full-text search over everything written: "where is it written?" */
import MiniSearch from "minisearch";
import { holds, type IsoDate } from "../base/dates.ts";
import type { PolicyBook } from "../rulebook/policy-types.ts";
import type { Rulebook, Tier } from "../rulebook/types.ts";
import type { Page } from "./code-page.ts";
import { entriesOf, type Entry, type ExampleText } from "./entries.ts";
import { nothingFound } from "./problems.ts";
import { wrap } from "./wrap.ts";

export interface CiteOptions {
  readonly width?: number;
  readonly policies?: PolicyBook;
  readonly examples?: readonly ExampleText[];
  /** What has dates must hold on this day. */
  readonly on?: IsoDate;
  /** Only what this payer wrote. */
  readonly payer?: string;
  /** Only what speaks of this code. */
  readonly code?: string;
  /** Only what rests on a source of this tier. */
  readonly tier?: Tier;
}

/** A document is worth less than the rule that cites it, and what is not coded less than what is. */
const WEIGHT: Readonly<Record<Entry["kind"], number>> = {
  code: 1.1,
  contested: 1.1,
  belief: 1.2,
  policy: 0.75,
  denial: 1.1,
  template: 0.9,
  source: 0.55,
  example: 0.5,
  gap: 0.5,
};

/** Words too common to tell anything. */
const EMPTY = new Set(
  "a an and any are as at be but by can do does for from had has have how i if in is it its me my no not of on one or our should so some than that the their them then there they this to use was we what when where which who why will with would you your".split(
    " ",
  ),
);

/**
 * The best ten entries for the words, best first; a slip of a letter in five is forgiven. NP5003 when nothing speaks
 * of them.
 */
export function citeSearch(words: string, book: Rulebook, options: CiteOptions = {}): Page<readonly Entry[]> {
  const all = entriesOf(book, options.policies ?? null, options.examples ?? []).filter((e) => passes(e, options));
  const index = new MiniSearch<Entry>({
    fields: ["title", "asked", "text"],
    storeFields: ["id"],
    processTerm: (term) => (EMPTY.has(term.toLowerCase()) ? null : stem(term.toLowerCase())),
    searchOptions: {
      boost: { title: 2, asked: 2 },
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (/\d/.test(term) || term.length < 5 ? false : 0.2),
      weights: { fuzzy: 0.3, prefix: 0.4 },
    },
  });
  index.addAll(all);
  const weight = new Map(all.map((e) => [e.id, WEIGHT[e.kind]]));
  const query = asked(words, book);
  const onlyCodes = query.split(" ").every((w) => EMPTY.has(w) || isCode(w));
  const boostDocument = (id: unknown): number =>
    (weight.get(String(id)) ?? 1) * (onlyCodes && isCode(String(id)) ? 4 : 1);
  const near = index.search(query, { boostDocument });
  // Two letters changed over are two slips; forgiven only where nothing nearer is written.
  const found = (near.length > 0 ? near : index.search(query, { boostDocument, fuzzy: slips })).slice(0, 10);
  const byId = new Map(all.map((e) => [e.id, e]));
  const hits = found.map((f) => byId.get(String(f.id)) as Entry);
  if (hits.length === 0) return { kind: "refused", finding: nothingFound() };
  const width = options.width ?? 80;
  const text = hits
    .flatMap((h) => [
      ...wrap(h.title.startsWith(`${h.id} `) ? h.title : `${h.id}: ${h.title}`, width, 2, 0),
      ...wrap(h.text.length > 220 ? `${h.text.slice(0, 217)}...` : h.text, width, 4),
      "",
    ])
    .join("\n")
    .trimEnd();
  return { kind: "page", text, data: hits };
}

/** The words with the book's own words for them beside them. */
function asked(words: string, book: Rulebook): string {
  return words
    .toLowerCase()
    .split(/\s+/)
    .flatMap((w) => {
      const key = w.replace(/[^a-z0-9/-]/g, "");
      return Object.hasOwn(book.search, key) ? [w, ...book.search[key]!] : [w];
    })
    .join(" ");
}

/** Letters that may be wrong in a word, when nothing was found with one in five. */
const slips = (term: string): number | false => (/\d/.test(term) || term.length < 5 ? false : 2);

const isCode = (word: string): boolean => /^[0-9a-z]\d{3}[0-9a-z]$/i.test(word);

/** Singular and plural are one word. */
const stem = (term: string): string => (term.length > 4 && /[^s]s$/.test(term) ? term.slice(0, -1) : term);

function passes(e: Entry, { on, payer, code, tier }: CiteOptions): boolean {
  if (on !== undefined && e.spans !== undefined && !e.spans.some((s) => holds(s, on))) return false;
  if (payer !== undefined && !e.payers.includes(payer)) return false;
  if (code !== undefined && !e.codes.includes(code.toUpperCase())) return false;
  return tier === undefined || e.tiers.includes(tier);
}
