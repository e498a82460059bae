/** The single words that show a deed, or that there was none (`rulebook/language/deeds.yaml`), each a bit. */
import { DEED_WORDS } from "../rulebook/cue-words.ts";
import type { StructureKind } from "../rulebook/types.ts";
import type { Page } from "./page.ts";
import { WORD } from "./tokens.ts";

/** Bits of the words, by what they give. */
export const DEED = Object.fromEntries(DEED_WORDS.map((gives, i) => [gives, 1 << i])) as Readonly<
  Record<(typeof DEED_WORDS)[number], number>
>;

/** What token k shows: bits of `DEED`. */
export function deedWord(p: Page, k: number): number {
  return k >= 0 && k < p.t.n && p.t.type[k] === WORD ? (p.lex.deeds[p.t.id[k] as number] ?? 0) : 0;
}

/** The kind of structure each word tells of. */
export const KIND_TOLD: readonly (readonly [number, readonly StructureKind[]])[] = [
  [DEED.joint, ["joint"]],
  [DEED.bursa, ["bursa"]],
  [DEED.sheath, ["tendon-sheath"]],
  [DEED.tunnel, ["tunnel"]],
  [DEED.cyst, ["ganglion", "bursa"]],
];
