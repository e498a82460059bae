/** The conditions of a row, except counts, answered from the facts with four values. */
import { not, type Truth } from "../base/truth.ts";
import type { Condition } from "../rulebook/types.ts";
import type { Element } from "./elements.ts";
import { guided, imageKept, type Session } from "./sessions.ts";

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
      return everyOne(asked.elements, (e) =>
        e.site?.size == null ? "unknown" : e.site.size === condition.is ? "true" : "false",
      );
    case "structure":
      return everyOne(asked.elements, (e) => (((e.site?.kindBit ?? e.kindBit) & bits) !== 0 ? "true" : "false"));
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
