/** The closed lists of the rulebook: every word a rule file may use for what it speaks of. */

export type Tier = "ama" | "government" | "payer" | "society" | "newsletter" | "forum" | "automatic" | "own";

/** How the text was read. `memory` and `unverified` never decide a code. */
export type How = "in-full" | "in-part" | "quoted-by" | "digest" | "inference" | "memory" | "unverified";

export type StructureKind =
  | "muscle"
  | "group"
  | "region"
  | "tendon-sheath"
  | "ligament"
  | "aponeurosis"
  | "tendon-origin"
  | "tendon"
  | "joint"
  | "bursa"
  | "tunnel"
  | "nerve"
  | "ganglion"
  | "cord"
  | "scar"
  | "facet"
  | "sacroiliac"
  | "epidural"
  | "plane"
  | "vessel"
  | "other";

/** What a cue word speaks about; each category has its own closed list of `gives`. */
export type CueCategory =
  | "side"
  | "act"
  | "status"
  | "stop"
  | "heading"
  | "reference"
  | "substance"
  | "guidance"
  | "image"
  | "unit"
  | "number"
  | "noun"
  | "part"
  | "head"
  | "abbreviation"
  | "label"
  | "blank"
  | "link"
  | "statement"
  | "purpose"
  | "clinical"
  | "digit"
  | "decoy"
  | "pointer"
  | "short"
  | "finding"
  | "deed"
  | "detail";

export type CountedThing = "muscle" | "muscle-group" | "structure" | "joint" | "nerve" | "session" | "site" | "level";

export type AgentClass =
  | "anaesthetic"
  | "steroid"
  | "saline"
  | "proliferant"
  | "toxin"
  | "prp"
  | "nsaid"
  | "hyaluronan"
  | "sarapin"
  | "ozone"
  | "collagenase"
  | "neurolytic"
  | "contrast"
  | "vitamin"
  | "other"
  | "none";

export type Technique = "injection" | "needling" | "aspiration" | "block";

/** How codes of a family, or units of a code, are reported. */
export type Per = "session" | "structure" | "place";

export type Modality = "ultrasound" | "fluoroscopy" | "ct" | "mri" | "emg" | "stimulation";

/** On which answers a form of the claim is said. */
export type FormOccasion =
  | "both-sides"
  | "again"
  | "more-procedures"
  | "digit"
  | "visit"
  | "imaging-in-facility"
  | "vial-left"
  | "vial-used-up";

export type SpineRegion = "cervical" | "thoracic" | "lumbar" | "sacral";

/**
 * What levels written beside a structure stand for. `joint`: "L4-5" is one joint, "L4" one of the two at L4. `branch`:
 * the nerves L4 and L5, which serve one joint between them. `foramen`: "L4" and "L4-5" are one way out. `segment`: "T5"
 * is one place, "T5-7" three. `rib`: the same, and a rib's own number ("6th") counts.
 */
export type LevelReading = "joint" | "branch" | "foramen" | "segment" | "rib";
