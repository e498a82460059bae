/** `anatomy/`: muscles, groups, region words, other sites, and aliases that more than one of them share. */
import { z } from "zod";
import { citedOrNot } from "./authority.ts";
import { flag, id, shape, text } from "./leaf.ts";
import { levelReading, size, spineRegion, structureKind } from "./words.ts";

const words = z.array(text).exactOptional();
/** Ways to write it, by how much they say. */
const ways = { synonyms: words, abbr: words, ambiguous: words, misspellings: words };
const always = { id, name: text, group2002: id.exactOptional(), note: text.exactOptional() };

/** `anatomy/muscles/*.yaml`, under `muscles`. */
export const muscle = shape({
  ...always,
  ...ways,
  latin: text.exactOptional(),
  region: id,
  paired: flag,
  common: flag.exactOptional(),
  xref: z.record(text, text).exactOptional(),
  parts: words,
  byLevel: z.record(text, id).exactOptional(),
});

/** `anatomy/groups.yaml`, under `groups`: words for several muscles. */
export const group = shape({
  ...always,
  ...ways,
  setKind: z.enum(["set", "composite", "region-set", "functional"]),
  region: id.exactOptional(),
  paired: flag.exactOptional(),
  members: z.array(id),
  atMost: z.int().min(1).exactOptional(),
  open: flag.exactOptional(),
  byLevel: z.record(text, id).exactOptional(),
});

/** `anatomy/regions.yaml`, under `regions`: words for a part of the body, with what they may mean. */
export const region = shape({
  ...always,
  kind: z.literal("region"),
  region: id.exactOptional(),
  paired: flag.exactOptional(),
  mayMean: z.array(id),
  aliases: words,
  abbr: words,
  ambiguous: words,
  misspellings: words,
});

/** `anatomy/sites/*.yaml`, under `structures`: tendons, ligaments, joints, bursae, nerves and the like. */
export const site = shape({
  ...always,
  ...ways,
  kind: structureKind.exclude(["muscle", "group", "region"]),
  region: id.exactOptional(),
  paired: flag,
  size: size.exactOptional(),
  countsWith: id.exactOptional(),
  mayMean: z.array(id).min(1).exactOptional(),
  digits: z.enum(["hand", "foot"]).exactOptional(),
  byDigit: z.record(text, id).exactOptional(),
  several: flag.exactOptional(),
  levels: levelReading.exactOptional(),
  spine: spineRegion.exactOptional(),
  common: flag.exactOptional(),
  cite: citedOrNot.exactOptional(),
});

/** `anatomy/collisions.yaml`, under `collisions`: an alias that several structures share, the likeliest first. */
export const collision = shape({
  alias: text,
  targets: z.array(id).min(2),
  strength: z.enum(["name", "abbr", "ambiguous"]).exactOptional(),
  note: text.exactOptional(),
});
