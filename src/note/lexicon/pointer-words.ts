/** The single words that point back, and those of what an examination finds (`pointers.yaml`, `findings.yaml`): bits of each. */
import type { FINDING_WORDS, POINTER_WORDS } from "../../rulebook/cue-words.ts";

export const QUANTIFIER = 1;
export const ONE = 2;
export const OF = 4;
export const DETERMINER = 8;
export const PRONOUN = 16;
export const ADJECTIVE = 32;
export const NOUN = 64;
export const PLACE = 128;
export const PREPOSITION = 256;
export const BETWEEN = 512;
export const GOES_ON = 1024;
export const RECEIVED = 2048;
export const JOINT = 4096;
export const SAID_OF = 1 << 13;
export const IN_EXAM = 1 << 14;
export const IN_DRAWING = 1 << 15;
/** A structure that has a trigger point, whatever it is called. */
export const POINT = 1 << 16;
/** A finding is denied right after it. */
export const ABSENT = 1 << 17;
export const TENDER = 1 << 18;
export const MARK = 1 << 19;
const TWITCH = 1 << 20;
const JUMP = 1 << 21;
const REFERRAL = 1 << 22;
export const ACTIVE = 1 << 23;
const LATENT = 1 << 24;
export const POSITIVE = 1 << 25;
export const SCORE = 1 << 26;
export const BELOW = 1 << 27;
/** It takes some of what is pointed to, or those that stand out. */
export const PART = 1 << 28;
export const WORST = 1 << 29;
/** It is said to be the same as another time. */
export const SAME = 1 << 30;
/** It takes so many from the head or the end of a list ("only the first two"). */
export const ORDINAL = 1 << 31;
/** All that an examination may find or mark at a structure. */
export const FINDING = POINT | TENDER | MARK | TWITCH | JUMP | REFERRAL | ACTIVE | LATENT | POSITIVE;

/** Bits of the words of `rulebook/language/pointers.yaml` and `findings.yaml`, by what they give. */
export const POINTER: Readonly<Record<(typeof POINTER_WORDS | typeof FINDING_WORDS)[number], number>> = {
  quantifier: QUANTIFIER,
  one: ONE,
  of: OF,
  article: DETERMINER,
  demonstrative: DETERMINER | PRONOUN,
  pronoun: PRONOUN,
  adjective: ADJECTIVE,
  ordinal: ORDINAL,
  same: DETERMINER | ADJECTIVE | SAME,
  above: ADJECTIVE | NOUN,
  noun: NOUN,
  joint: NOUN | JOINT,
  place: PLACE,
  preposition: PREPOSITION,
  between: BETWEEN,
  "goes-on": GOES_ON,
  received: RECEIVED,
  part: PART,
  worst: PART | WORST,
  "said-of": SAID_OF,
  "in-exam": IN_EXAM,
  "in-drawing": IN_DRAWING,
  point: POINT,
  twitch: TWITCH,
  jump: JUMP,
  referral: REFERRAL,
  active: ACTIVE,
  latent: LATENT,
  tender: TENDER,
  mark: MARK,
  positive: POSITIVE,
  absent: ABSENT,
  score: SCORE,
  below: BELOW,
};

/** Words that may stand between the pointing word and the end of its noun. */
export const NOMINAL = ADJECTIVE | NOUN | PLACE | FINDING;
