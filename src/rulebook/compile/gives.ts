/**
 * What a cue of each category may give: the words the reader of notes acts on. A word that is not here would be
 * read and have no effect, so the checker refuses it; a new one comes with the code that acts on it. A
 * category that is not listed is open, and takes any lower-case word with hyphens.
 */
import { CLINICAL, PARTS } from "../clinical.ts";
import type { CueCategory } from "../types.ts";

export const GIVES: Readonly<Partial<Record<CueCategory, readonly string[]>>> = {
  side: ["left", "right", "bilateral", "midline"],
  digit: ["thumb", "index", "middle", "ring", "little", "great-toe", "2nd-toe", "3rd-toe", "4th-toe", "5th-toe"],
  act: [
    "injected",
    "injection",
    "inject",
    "needled",
    "needling",
    "aspirated",
    "blocked",
    "block",
    "performed",
    "target",
    "material",
  ],
  status: ["exam", "planned", "past", "declined", "not", "risk", "other", "local", "route", "diagnosis", "done"],
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
    "addendum",
    "education",
    "not-done",
    "context",
    "field",
  ],
  statement: [
    "not-performed",
    "nothing-injected",
    "no-other-structure",
    "needle-only",
    "facility",
    "trigger-point",
    "surgery",
    "visit",
    "closure",
  ],
  reference: [
    "above",
    "these",
    "these-injected",
    "same",
    "correction",
    "except",
    "knot",
    "kind-joint",
    "kind-bursa",
    "kind-tendon-sheath",
    "kind-tunnel",
  ],
  head: ["tendon-origin", "tendon-sheath", "tendon", "plane", "nerve", "joint", "bursa", "other", "thing"],
  link: ["link", "and", "open"],
  stop: ["stop"],
  guidance: ["ultrasound", "fluoroscopy", "ct", "mri", "emg", "stimulation", "palpation", "none"],
  image: ["kept", "not-kept"],
  unit: ["mL", "mg", "mg/mL", "unit", "unit/mL", "%", "dose"],
  number: ["number"],
  noun: ["injections", "sites", "trigger-points", "passes", "muscles", "muscle-groups", "levels"],
  part: ["part"],
  abbreviation: ["abbreviation", "noun"],
  label: ["cpt"],
  blank: ["blank"],
  decoy: ["decoy"],
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
