/** The single words that show a deed, or that there was none (`rulebook/language/deeds.yaml`), each a bit. */
import { DEED_WORDS } from "../../rulebook/cue-words.ts";
import type { StructureKind } from "../../rulebook/types.ts";

/** Bits of the words, by what they give. */
export const DEED = Object.fromEntries(DEED_WORDS.map((gives, i) => [gives, 1 << i])) as Readonly<
  Record<(typeof DEED_WORDS)[number], number>
>;

/** The kind of structure each word tells of. */
export const KIND_TOLD: readonly (readonly [number, readonly StructureKind[]])[] = [
  [DEED.joint, ["joint"]],
  [DEED.bursa, ["bursa"]],
  [DEED.sheath, ["tendon-sheath"]],
  [DEED.tunnel, ["tunnel"]],
  [DEED.cyst, ["ganglion", "bursa"]],
];
