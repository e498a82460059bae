/** What cues of some categories may give: the words that the reader acts on, and that the checker lets through. */

/** What was done (category `act`). */
export const ACT_WORDS = [
  "injected",
  "needled",
  "aspirated",
  "blocked",
  "performed",
  "injection",
  "drawing",
  "needling",
  "block",
  "inject",
  "material",
  "target",
] as const;

/** How a structure stands in the note (category `status`). */
export const STATUS_WORDS = [
  "exam",
  "planned",
  "called-for",
  "open",
  "past",
  "declined",
  "aside",
  "not",
  "risk",
  "other",
  "local",
  "route",
  "diagnosis",
  "done",
] as const;

/** What is said of the session as a whole (category `statement`). */
export const STATEMENT_WORDS = [
  "not-performed",
  "nothing-injected",
  "no-other-structure",
  "coding-question",
  "needle-only",
  "facility",
  "trigger-point",
  "surgery",
  "visit",
  "closure",
  "summing-up",
  "no-needling",
  "skin-lesion",
  "about",
  "letter",
  "lesson",
  "research",
  "paperwork",
  "operation",
  "arthrogram",
] as const;

/** What single words show of a deed, or that there was none (category `deed`). */
export const DEED_WORDS = [
  "fluid",
  "drawn",
  "loss",
  "manner",
  "way",
  "frame",
  "taken",
  "driven",
  "open",
  "same",
  "posture",
  "skin",
  "joint",
  "bursa",
  "sheath",
  "tunnel",
  "cyst",
  "disease",
  "elsewhere",
  "after",
  "span",
  "visit",
  "whose",
  "recipe",
] as const;
