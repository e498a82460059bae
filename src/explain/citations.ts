/** Where a rule is written: a citation resolved to everything a person needs to follow it. */
import { spanText, type Span } from "../base/dates.ts";
import type { Citation, How, Rulebook, Source, TextIs, Tier } from "../rulebook/types.ts";
import { webAddress, type Run } from "./document.ts";

/** Whose document it is, in words. */
export const TIERS: Readonly<Record<Tier, string>> = {
  ama: "AMA",
  government: "government",
  payer: "payer",
  society: "professional society",
  newsletter: "newsletter",
  forum: "coders' forum",
  automatic: "automatic page",
  own: "our own reading",
};

/** How it was read, in words. */
export const HOWS: Readonly<Record<How, string>> = {
  "in-full": "read in full",
  "in-part": "read in part",
  "quoted-by": "not read itself, quoted by another",
  digest: "not read itself, read as a digest",
  inference: "drawn from other rules, no text says it",
  memory: "not read: shown only",
  unverified: "not read: shown only",
};

/** A citation with what its source says of itself. */
export interface Resolved {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly locator: string | null;
  readonly tier: string;
  /** How it was read; a quotation names who quotes. */
  readonly how: string;
  /** What it says, in our words. */
  readonly claim: string | null;
  /** Where it can be had, or else where it was read. */
  readonly address: string | null;
  /** What a check by machine found of it, or null when there was none. */
  readonly checked: string | null;
}

/** The citation with what its source says of itself; null when the book has no such source. */
export function resolve(cite: Citation, book: Pick<Rulebook, "sources">): Resolved | null {
  const source = book.sources[cite.source];
  if (source === undefined) return null;
  const teller = cite.via === undefined ? undefined : book.sources[cite.via];
  const via = teller?.title ?? cite.via;
  return {
    id: source.id,
    title: source.title,
    publisher: source.publisher,
    date: source.date,
    locator: cite.locator ?? source.locator ?? null,
    tier: TIERS[source.tier],
    how: `${HOWS[cite.how]}${via === undefined ? "" : ` (${via})`}`,
    claim: cite.claim ?? null,
    address: source.address ?? teller?.address ?? null,
    checked: checkedOf(source),
  };
}

const IN: Readonly<Record<TextIs, string>> = {
  text: "in its text",
  excerpt: "in a part of its text",
  quotation: "where it is quoted",
  digest: "in an account of it",
  data: "in its data",
};

function checkedOf({ checked }: Source): string | null {
  if (checked === undefined) return null;
  const { found, of, is } = checked;
  return `${found === of ? "" : `${found} of `}${of} ${of === 1 ? "fact" : "facts"} checked ${IN[is]}`;
}

/** The citation in the list that names the source; without one, the source as it stands in the book. */
export function citationOf(id: string, cites: readonly Citation[], book: Pick<Rulebook, "sources">): Citation {
  return cites.find((c) => c.source === id) ?? { source: id, how: book.sources[id]?.how ?? "unverified" };
}

/** "CPT Changes 2003 - rationale. AMA, 2002/2003. AMA; not read itself, quoted by ...". Unknown ids are shown as they are. */
export function sourceLine(id: string, book: Pick<Rulebook, "sources">, cite?: Citation): string {
  const r = resolve(cite ?? citationOf(id, [], book), book);
  if (r === null) return id;
  return `${titled(r)}. ${r.publisher}, ${r.date.replace(/\.$/, "")}. ${manner(r)}.`;
}

/** All of it: the place or that none is given, the span of the rule it stands under when known, the address. */
export function sourceInFull(cite: Citation, book: Pick<Rulebook, "sources">, rule: Span | undefined): string {
  const r = resolve(cite, book);
  if (r === null) return cite.source;
  return `${placed(r)}. ${r.publisher}, ${r.date.replace(/\.$/, "")}. ${manner(r)}. ${[...rest(r, rule)].join(" ")}`;
}

/** The same as runs of a document: the title leads to the address, when it has one. */
export function sourceRuns(cite: Citation, book: Pick<Rulebook, "sources">, rule: Span | undefined): readonly Run[] {
  const r = resolve(cite, book);
  if (r === null) return [{ text: cite.source }];
  const link = webAddress(r.address);
  return [
    { text: placed(r), look: "strong", ...(link !== undefined && { link }) },
    { text: `. ${r.publisher}, ${r.date.replace(/\.$/, "")}. ` },
    { text: `${manner(r)}. ${rest(r, rule).join(" ")}`, look: "quiet" },
  ];
}

/** For which rule it stands, and where it can be had. */
const rest = (r: Resolved, rule: Span | undefined): readonly string[] => [
  ...(rule === undefined ? [] : [`The rule is in force from ${spanText(rule)}.`]),
  r.address ?? "No address.",
];

const placed = (r: Resolved): string => (r.locator === null ? `${r.title}, no place in it given` : titled(r));

const manner = (r: Resolved): string => [r.tier, r.how, r.checked].filter((x) => x !== null).join("; ");

const titled = (r: Resolved): string => `${r.title}${r.locator === null ? "" : `, ${r.locator}`}`;
