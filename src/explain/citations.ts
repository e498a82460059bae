/** Where a rule is written, in one line that a person can follow. */
import type { Citation, How, Rulebook, Tier } from "../rulebook/types.ts";

const TIERS: Readonly<Record<Tier, string>> = {
  ama: "AMA",
  government: "government",
  payer: "payer",
  society: "professional society",
  newsletter: "newsletter",
  forum: "coders' forum",
  automatic: "automatic page",
  own: "our own reading",
};

const HOWS: Readonly<Record<How, string>> = {
  "in-full": "read in full",
  "in-part": "read in part",
  "quoted-by": "not read itself, quoted by another",
  digest: "not read itself, read as a digest",
  inference: "drawn from other rules, no text says it",
  memory: "not read: shown only",
  unverified: "not read: shown only",
};

/** "CPT Changes 2003 (AMA, 2002/2003) - AMA; not read itself, quoted by ...". Unknown ids are shown as they are. */
export function sourceLine(id: string, book: Rulebook, cite?: Citation): string {
  const s = book.sources[id];
  if (s === undefined) return id;
  const how = cite?.how ?? s.how;
  const via = cite?.via === undefined ? "" : ` (${book.sources[cite.via]?.title ?? cite.via})`;
  const place = cite?.locator === undefined ? "" : `, ${cite.locator}`;
  return `${s.title}${place}. ${s.publisher}, ${s.date}. ${TIERS[s.tier]}; ${HOWS[how]}${via}.`;
}
