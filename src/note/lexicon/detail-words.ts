/** The single words that are asked for at one place each (`rulebook/language/details.yaml`), each group a bit. */
import { DETAIL_WORDS } from "../../rulebook/cue-words.ts";

/** Bits of the words, by what they give. */
export const DETAIL = Object.fromEntries(DETAIL_WORDS.map((gives, i) => [gives, 1 << i])) as Readonly<
  Record<(typeof DETAIL_WORDS)[number], number>
>;
