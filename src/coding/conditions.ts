/** The conditions of a row, except counts, answered from the facts with four values. */
import { not, type Truth } from "../base/truth.ts";
import type { Condition } from "../rulebook/types.ts";
import type { Element } from "./elements.ts";
import { guided, imageKept, type Session } from "./sessions.ts";
import type { Site } from "./sites.ts";

/** What the conditions are asked of: one element of a structure family, all of a session family. */
export interface Asked {
  readonly elements: readonly Element[];
  readonly session: Session;
  readonly service: number | undefined;
}

/** `bits` are the words of an `agent` or `structure` condition. */
export function answer(condition: Condition, bits: number, asked: Asked): Truth {
  switch (condition.kind) {
    case "size":
      return everyOne(asked.elements, (e) => common(e, (site) => sizeIs(site, condition.is)));
    case "structure":
      return everyOne(asked.elements, (e) =>
        common(e, (site) => (((site?.kindBit ?? e.kindBit) & bits) !== 0 ? "true" : "false")),
      );
    case "image": {
      // No guidance: nothing was kept, and nothing is left to ask.
      const said = imageKept(asked.session, condition.modality, asked.service);
      const kept: Truth = said === "n/a" ? "false" : said;
      return condition.kept ? kept : not(kept);
    }
    case "imaging": {
      const used = guided(asked.session, "fluoroscopy", asked.service) || guided(asked.session, "ct", asked.service);
      return used === condition.used ? "true" : "false";
    }
    case "agent":
      return everyOne(asked.elements, (e) => (e.agents === 0 ? "unknown" : (e.agents & bits) !== 0 ? "true" : "false"));
    case "count":
      return "unknown";
  }
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
