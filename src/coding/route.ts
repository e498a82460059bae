/**
 * Which family a treated structure belongs to: the first, by priority, that takes it. A substance that is
 * not named is admissible for a plain injection and never meets a family that asks for a substance.
 */
import type { Technique } from "../rulebook/types.ts";
import type { Mention } from "../note/facts.ts";
import { kindBits, techniqueBits } from "./bits.ts";
import { guided, type Session } from "./sessions.ts";
import type { Site } from "./sites.ts";
import type { Era, FamilyTable } from "./tables.ts";

/** What routing looks at. */
export interface Treated {
  readonly technique: Technique;
  readonly kindBit: number;
  readonly site: Site | null;
  readonly agents: number;
  readonly service: number | undefined;
}

/** How it was done: as the note says, else by the status of the mention. */
export function techniqueOf(mention: Mention): Technique {
  return mention.technique ?? (mention.status === "needled" ? "needling" : "injection");
}

const MUSCULAR = kindBits(["muscle", "group"]);
const BESIDE = kindBits(["tendon-origin", "tendon", "tendon-sheath", "bursa", "ligament", "nerve", "plane"]);

/**
 * The kind of a structure as one bit, of `told`, the kind of the fact as a bit. The book knows better than a
 * hand-written fact what kind an id is; only a tendon, bursa or the like that a note
 * calls by a muscle goes by the muscle's id.
 */
export function kindBitOf(told: number, site: Site | null): number {
  if (site === null) return told;
  return (site.kindBit & MUSCULAR) !== 0 && (told & BESIDE) !== 0 ? told : site.kindBit;
}

/** The family that takes it, or null: recognised, and no family of the book speaks of it. */
export function route(treated: Treated, session: Session, era: Era): FamilyTable | null {
  const technique = techniqueBits([treated.technique]);
  let steered: boolean | undefined;
  for (const family of era.families) {
    if ((family.techniques & technique) === 0 || (family.kinds & treated.kindBit) === 0) continue;
    if (family.structures !== null && (treated.site === null || !family.structures.has(treated.site.id))) continue;
    if (family.agents !== 0 && (family.agents & treated.agents) === 0) continue;
    if ((family.notAgents & treated.agents) !== 0) continue;
    if (family.regions !== null && !family.regions.has(treated.site?.region ?? "")) continue;
    if (family.purposes.length > 0 && !family.purposes.some((p) => session.purposes.has(p))) continue;
    if (family.notPurposes.some((p) => session.purposes.has(p))) continue;
    if (family.imaging !== null) {
      const ids = treated.site === null ? undefined : [treated.site.id];
      steered ??= guided(session, "fluoroscopy", treated.service, ids) || guided(session, "ct", treated.service, ids);
      if (steered !== (family.imaging === "required")) continue;
    }
    return family;
  }
  return null;
}
