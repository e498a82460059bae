/** Sources, and citations of them. */
import { z } from "zod";
import { id, shape, text } from "./leaf.ts";
import { how, tier } from "./words.ts";

/** `sources/*.yaml`, under `sources`. */
export const source = shape({
  id,
  title: text,
  publisher: text,
  date: text,
  tier,
  how,
  address: text.nullable(),
  /** Where in it, for a citation that names no place of its own. */
  locator: text.exactOptional(),
  note: text.exactOptional(),
});

/** A pointer into a source, and how that was read. */
export const citation = shape({
  source: id,
  locator: text.exactOptional(),
  how,
  via: id.exactOptional(),
  claim: text.exactOptional(),
  /** What must be found in its text: numbers, ids, dates, a key term; words of one entry stand together. */
  find: z.array(text).min(1).exactOptional(),
});

/** At least one citation. */
export const cited = z.array(citation).min(1);
/** None is allowed: the point is that nobody with authority says it. */
export const citedOrNot = z.array(citation);
