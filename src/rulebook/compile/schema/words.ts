/** The closed lists of the contract (types.ts), for checking what people write. */
import { z } from "zod";
import type {
  AgentClass,
  CountedThing,
  CueCategory,
  FormOccasion,
  How,
  LevelReading,
  Modality,
  Per,
  SpineRegion,
  StructureKind,
  Technique,
  Tier,
} from "../../types.ts";

/** A list that must hold every word of a union: forgetting one does not compile. */
export const every = <T extends string>(words: Record<T, true>) => z.enum(Object.keys(words) as [T, ...T[]]);

/** Whose document it is. */
export const tier = every<Tier>({
  ama: true,
  government: true,
  payer: true,
  society: true,
  newsletter: true,
  forum: true,
  automatic: true,
  own: true,
});

/** How a text was read. */
export const how = every<How>({
  "in-full": true,
  "in-part": true,
  "quoted-by": true,
  digest: true,
  inference: true,
  memory: true,
  unverified: true,
});

/** What a structure is. */
export const structureKind = every<StructureKind>({
  muscle: true,
  group: true,
  region: true,
  "tendon-sheath": true,
  ligament: true,
  aponeurosis: true,
  "tendon-origin": true,
  tendon: true,
  joint: true,
  bursa: true,
  tunnel: true,
  nerve: true,
  ganglion: true,
  cord: true,
  scar: true,
  facet: true,
  sacroiliac: true,
  epidural: true,
  plane: true,
  vessel: true,
  other: true,
});

/** What was put in. */
export const agentClass = every<AgentClass>({
  anaesthetic: true,
  steroid: true,
  saline: true,
  proliferant: true,
  toxin: true,
  prp: true,
  nsaid: true,
  hyaluronan: true,
  sarapin: true,
  ozone: true,
  collagenase: true,
  neurolytic: true,
  contrast: true,
  vitamin: true,
  other: true,
  none: true,
});

/** How it was done. */
export const technique = every<Technique>({ injection: true, needling: true, aspiration: true, block: true });

/** What a code counts. */
export const countedThing = every<CountedThing>({
  muscle: true,
  "muscle-group": true,
  structure: true,
  joint: true,
  nerve: true,
  session: true,
  site: true,
  level: true,
});

/** What a cue word speaks about. */
export const cueCategory = every<CueCategory>({
  side: true,
  act: true,
  status: true,
  stop: true,
  heading: true,
  reference: true,
  substance: true,
  guidance: true,
  image: true,
  unit: true,
  number: true,
  noun: true,
  part: true,
  head: true,
  abbreviation: true,
  label: true,
  blank: true,
  link: true,
  statement: true,
  purpose: true,
  clinical: true,
  digit: true,
  decoy: true,
  pointer: true,
  short: true,
  finding: true,
  deed: true,
  detail: true,
});

/** Of a joint or bursa. */
export const size = z.enum(["small", "intermediate", "major"]);
/** How codes of a family, or units of a code, are reported. */
export const per = every<Per>({ session: true, structure: true, place: true });
/** What guided the needle. */
export const modality = every<Modality>({
  ultrasound: true,
  fluoroscopy: true,
  ct: true,
  mri: true,
  emg: true,
  stimulation: true,
});
/** On which answers a form of the claim is said. */
export const formOccasion = every<FormOccasion>({
  "both-sides": true,
  again: true,
  "more-procedures": true,
  digit: true,
  visit: true,
  "imaging-in-facility": true,
  "vial-left": true,
  "vial-used-up": true,
});
/** Parts of the spine. */
export const spineRegion = every<SpineRegion>({ cervical: true, thoracic: true, lumbar: true, sacral: true });
/** What levels written beside a structure stand for. */
export const levelReading = every<LevelReading>({ joint: true, branch: true, foramen: true, segment: true, rib: true });
