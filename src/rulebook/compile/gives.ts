/**
 * What a cue of each category may give: the words the reader of notes acts on. A word that is not here would be
 * read and have no effect, so the checker refuses it; a new one comes with the code that acts on it. A
 * category that is not listed is open, and takes any lower-case word with hyphens.
 */
import { CLINICAL, PARTS } from "../clinical.ts";
import {
  ACT_WORDS,
  DEED_WORDS,
  DETAIL_WORDS,
  FINDING_WORDS,
  POINTER_WORDS,
  STATEMENT_WORDS,
  STATUS_WORDS,
} from "../cue-words.ts";
import type { CueCategory } from "../types.ts";

/** The words of each category. */
export const GIVES: Readonly<Partial<Record<CueCategory, readonly string[]>>> = {
  side: ["left", "right", "bilateral", "midline"],
  digit: ["thumb", "index", "middle", "ring", "little", "great-toe", "2nd-toe", "3rd-toe", "4th-toe", "5th-toe"],
  act: ACT_WORDS,
  status: STATUS_WORDS,
  heading: [
    "procedure",
    "exam",
    "history",
    "indication",
    "assessment",
    "plan",
    "consent",
    "medication",
    "guidance",
    "outcome",
    "billing",
    "copied",
    "copied-end",
    "prior-note",
    "complaint",
    "consent-form",
    "reviewed",
    "addendum",
    "education",
    "not-done",
    "other-care",
    "context",
    "field",
  ],
  statement: STATEMENT_WORDS,
  reference: [
    "above",
    "there-injected",
    "same",
    "correction",
    "except",
    "knot",
    "kind-joint",
    "kind-aponeurosis",
    "kind-ligament",
    "kind-ganglion",
    "kind-tendon-origin",
    "kind-bursa",
    "kind-tendon-sheath",
    "kind-tunnel",
    "same-side",
    "other-side",
    "withdrawn",
    "void",
    "refused",
    "granted",
  ],
  head: ["tendon-origin", "tendon-sheath", "tendon", "plane", "nerve", "joint", "bursa", "other", "thing", "effusion"],
  link: ["link", "and", "open", "inner", "ends"],
  stop: ["stop"],
  guidance: ["ultrasound", "fluoroscopy", "ct", "mri", "emg", "stimulation", "palpation", "none"],
  image: ["kept", "not-kept", "picture", "keeping", "another", "denying"],
  unit: ["mL", "mg", "mg/mL", "unit", "unit/mL", "%", "dose"],
  number: ["number"],
  noun: ["injections", "sites", "trigger-points", "passes", "muscles", "muscle-groups", "levels"],
  part: ["part"],
  abbreviation: ["abbreviation", "noun"],
  label: ["cpt"],
  blank: ["blank"],
  decoy: ["decoy"],
  pointer: POINTER_WORDS,
  finding: FINDING_WORDS,
  deed: DEED_WORDS,
  detail: DETAIL_WORDS,
  clinical: [...Object.keys(CLINICAL), ...PARTS],
};

/** A substance is a drug of drugs/, or one of these words for a whole class. */
export const SUBSTANCE_CLASSES: readonly string[] = [
  "local-anaesthetic",
  "steroid",
  "botulinum-toxin",
  "hyaluronan",
  "none",
];
