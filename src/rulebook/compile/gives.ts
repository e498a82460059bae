/**
 * What a cue of each category may give: the words the reader of notes acts on. A category that is not
 * listed is still open, and takes any lower-case word with hyphens.
 */
import type { CueCategory } from "../types.ts";

export const GIVES: Readonly<Partial<Record<CueCategory, readonly string[]>>> = {
  side: ["left", "right", "bilateral", "midline"],
  stop: ["stop"],
  guidance: ["ultrasound", "fluoroscopy", "ct", "mri", "emg", "stimulation", "palpation", "none"],
  image: ["kept", "not-kept"],
  unit: ["mL", "mg", "mg/mL", "unit", "unit/mL", "%", "dose"],
  number: ["number"],
  noun: ["injections", "sites", "trigger-points", "passes", "muscles", "muscle-groups", "levels"],
  part: ["part"],
  abbreviation: ["abbreviation"],
  blank: ["blank"],
};
