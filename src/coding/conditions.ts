/** The conditions of a row, except counts, answered from the facts with four values. */
import { not, type Truth } from "../base/truth.ts";
import type { Condition, SpineRegion } from "../rulebook/types.ts";
import { idsOf, type Element } from "./elements.ts";
import { kindBitOf } from "./route.ts";
import { about, guided, imageKept, sameService, type Session } from "./sessions.ts";
import { EITHER, LEFT, RIGHT, type SideIndex, type Site } from "./sites.ts";

/** What the conditions are asked of: one element of a structure family, all of a session family. */
export interface Asked {
  readonly elements: readonly Element[];
  readonly session: Session;
  readonly service: number | undefined;
  /** Parts of the spine in which the places lie, where that is asked. */
  readonly spine?: readonly SpineRegion[];
}

/**
 * One condition of a row asked of the facts; `bits` are the words of an `agent` or `structure` condition. `unknown`
 * for what the note leaves open, and for counts and places, which rows.ts judges.
 */
export function answer(condition: Condition, bits: number, asked: Asked): Truth {
  switch (condition.kind) {
    case "size":
      return everyOne(asked.elements, (e) => common(e, (site) => sizeIs(site, condition.is)));
    case "structure":
      return everyOne(asked.elements, (e) =>
        common(e, (site) => ((kindBitOf(e.kindBit, site) & bits) !== 0 ? "true" : "false")),
      );
    case "image": {
      // No guidance: nothing was kept, and nothing is left to ask.
      const said = imageKept(asked.session, condition.modality, asked.service, idsOf(asked.elements));
      const kept: Truth = said === "n/a" ? "false" : said;
      return condition.kept ? kept : not(kept);
    }
    case "imaging": {
      const used = imagingUsed(asked.session, asked.service, idsOf(asked.elements));
      return condition.used ? used : not(used);
    }
    case "agent":
      return everyOne(asked.elements, (e) => (e.agents === 0 ? "unknown" : (e.agents & bits) !== 0 ? "true" : "false"));
    case "spine": {
      const parts = asked.spine ?? [];
      const within = parts.filter((part) => condition.is.includes(part));
      return parts.length === 0
        ? "unknown"
        : within.length === parts.length
          ? "true"
          : within.length === 0
            ? "false"
            : "unknown";
    }
    case "sides": {
      const both = bothSides(asked.elements);
      // A code that is for both sides by its own definition asks for no side; a single one shuts it out.
      if (condition.is === "both-or-unsaid") return both === "unknown" && !oneSided(asked.elements) ? "true" : both;
      return condition.is === "both" ? both : not(both);
    }
    case "catheter":
      // A catheter is left on purpose and said to be: silence is none.
      return asked.session.purposes.has("catheter") === condition.left ? "true" : "false";
    case "count":
    case "place":
      return "unknown";
  }
}

/**
 * Fluoroscopy or CT: used, said not to have been, or not spoken of (unknown). `ids`: only guidance told of one of
 * these structures, or of the session as a whole.
 */
export function imagingUsed(session: Session, service?: number, ids?: readonly string[]): Truth {
  if (guided(session, "fluoroscopy", service, ids) || guided(session, "ct", service, ids)) return "true";
  const denied = session.guidance.some(
    (g) =>
      sameService(g.service, service) &&
      about(g, ids) &&
      (g.modality === "none" ||
        (g.use === "not-used" && (g.modality === "fluoroscopy" || g.modality === "ct")) ||
        (g.use === "guide" && (g.modality === "palpation" || g.modality === "ultrasound"))),
  );
  return denied ? "false" : "unknown";
}

const oneSided = (elements: readonly Element[]): boolean => elements.some((e) => e.side === LEFT || e.side === RIGHT);

/** Were both sides treated? What lies in the middle says nothing of it. */
function bothSides(elements: readonly Element[]): Truth {
  const treated = elements.filter((e) => e.sure);
  const on = (side: SideIndex): boolean => treated.some((e) => e.side === side);
  if (on(LEFT) && on(RIGHT)) return "true";
  return on(EITHER) || !(on(LEFT) || on(RIGHT)) ? "unknown" : "false";
}

function sizeIs(site: Site | null, size: NonNullable<Site["size"]>): Truth {
  return site === null || site.size === null ? "unknown" : site.size === size ? "true" : "false";
}

/** The answer for whatever the words may stand for; unknown when it depends on that. */
function common(e: Element, ask: (site: Site | null) => Truth): Truth {
  const truth = ask(e.site);
  for (const other of e.others) if (ask(other) !== truth) return "unknown";
  return truth;
}

/** The common answer of all elements; unknown when they differ. */
function everyOne(elements: readonly Element[], ask: (e: Element) => Truth): Truth {
  let common: Truth | undefined;
  for (const e of elements) {
    const truth = ask(e);
    if (common !== undefined && common !== truth) return "unknown";
    common = truth;
  }
  return common ?? "unknown";
}
