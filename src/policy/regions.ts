/** Body regions of what was treated. A muscle that crosses a border may be counted to either side of it. */
import type { Truth } from "../base/truth.ts";
import type { Mention } from "../note/facts.ts";
import type { PolicyBook } from "../rulebook/policy-types.ts";

/** Region ids (rulebook/policies/regions.yaml) a mention may be counted to; null when the words do not say. */
export function regionsOf(book: PolicyBook, mention: Mention): readonly string[] | null {
  const ids = [mention.id, ...(mention.orElse ?? [])].filter((id) => id !== null);
  const regions = ids.flatMap((id) => (Object.hasOwn(book.regions, id) ? book.regions[id]! : []));
  return regions.length > 0 ? [...new Set(regions)] : regionNamed(book, mention.text);
}

/** The region a person wrote ("Cervical", "low back"), as a list of one; null when it is none. */
export function regionNamed(book: PolicyBook, words: string): readonly string[] | null {
  const key = words.trim().toLowerCase();
  return Object.hasOwn(book.regionWords, key) ? [book.regionWords[key]!] : null;
}

/**
 * True when one region can hold all, false when two of them share none. Unknown when a place is not known, or when
 * each two share a region and all together do not.
 */
export function sameRegion(all: readonly (readonly string[] | null)[]): Truth {
  // A muscle named a hundred times is one place.
  const places = [...new Map(all.map((p) => [p?.join(" ") ?? null, p])).values()];
  const known = places.filter((p) => p !== null);
  const apart = known.some((a, i) => known.slice(0, i).some((b) => !a.some((r) => b.includes(r))));
  if (apart) return "false";
  if (known.length < places.length || known.length === 0) return "unknown";
  return known[0]!.some((r) => known.every((p) => p.includes(r))) ? "true" : "unknown";
}

/** "cervical or scapular or thoracic; pelvic": the places, for people. */
export function regionWords(places: readonly (readonly string[] | null)[]): string {
  return [...new Set(places.flatMap((p) => (p === null ? ["a place not named"] : [p.join(" or ")])))].join("; ");
}
