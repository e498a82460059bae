/**
 * What an act or a status says of a structure ("injected", "planned"), each a bit: the words around a structure are
 * asked for all of them in one look.
 */
import { ACT_WORDS, STATUS_WORDS } from "../../rulebook/cue-words.ts";
import type { Cue } from "../../rulebook/types.ts";

const ALL = [...ACT_WORDS, ...STATUS_WORDS] as const;

export type Says = (typeof ALL)[number];

export const SAYS = Object.fromEntries(ALL.map((gives, i) => [gives, 1 << i])) as Readonly<Record<Says, number>>;

/** What is to come, was earlier, was refused or only may happen: not done now. */
export const NOT_NOW = SAYS.planned | SAYS.past | SAYS.declined | SAYS.risk;

/** The same, and what is denied or was only found. */
export const OTHERWISE = NOT_NOW | SAYS.not | SAYS.exam;

/** The bit of what a cue says; 0 when it is neither an act nor a status. */
export function saysOf(cue: Cue): number {
  return cue.category === "act" || cue.category === "status" ? (SAYS[cue.gives as Says] ?? 0) : 0;
}
