/**
 * Closed lists as bits, so that "is any of these among those" is one AND on the hot path.
 * The order has no meaning outside a running process and is never stored.
 */
import type { AgentClass, StructureKind, Technique } from "../rulebook/types.ts";

const KINDS: readonly StructureKind[] = [
  "muscle",
  "group",
  "region",
  "tendon-sheath",
  "ligament",
  "aponeurosis",
  "tendon-origin",
  "tendon",
  "joint",
  "bursa",
  "tunnel",
  "nerve",
  "ganglion",
  "cord",
  "scar",
  "facet",
  "sacroiliac",
  "epidural",
  "plane",
  "vessel",
  "other",
];
const AGENTS: readonly AgentClass[] = [
  "anaesthetic",
  "steroid",
  "saline",
  "proliferant",
  "toxin",
  "prp",
  "nsaid",
  "hyaluronan",
  "sarapin",
  "ozone",
  "collagenase",
  "neurolytic",
  "contrast",
  "vitamin",
  "other",
  "none",
];
const TECHNIQUES: readonly Technique[] = ["injection", "needling", "aspiration", "block"];

function bits<T extends string>(words: readonly T[]): (list: readonly T[]) => number {
  const bit = new Map<string, number>(words.map((word, i) => [word, 1 << i]));
  return (list) => {
    let mask = 0;
    for (const word of list) mask |= bit.get(word) ?? 0;
    return mask;
  };
}

/** Bits of a list of structure kinds. A word outside the list has no bit. */
export const kindBits = bits(KINDS);
/** Bits of a list of agent classes. */
export const agentBits = bits(AGENTS);
/** Bits of a list of techniques. */
export const techniqueBits = bits(TECHNIQUES);

/** The words of the closed lists, for checking what people write by hand. */
export const WORDS = { kinds: KINDS, agents: AGENTS, techniques: TECHNIQUES } as const;
