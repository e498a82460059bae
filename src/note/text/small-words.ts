/**
 * The small words of English that rules ask for by themselves, each list once: there are no more of them, so they are no data.
 * Words that somebody may add to stand in `rulebook/language/`.
 */
export const THE = ["the"];
/** Before a name: they say that it is known, or whose it is. */
export const DEFINITE = ["the", "her", "his", "their"];
export const OF = ["of"];
export const IN = ["in"];
export const TO = ["to"];
export const ON = ["on"];
export const AND = ["and"];
export const FOR = ["for"];
export const ALL = ["all"];
export const BOTH = ["both"];
export const EACH = ["each"];
export const ONLY = ["only", "just"];
export const IT = ["it"];
export const THAT = ["that"];
export const THIS = ["this"];
export const WE = ["i", "we"];
export const IS = ["is", "are"];
export const WAS = ["was", "were"];
export const WITH = ["with"];
export const TODAY = ["today"];
