/** Elements as people read them, and their places in the note. */
import type { NotePlace } from "../base/finding.ts";
import { printRange } from "../base/range.ts";
import type { CountElement } from "./determination.ts";
import type { Element } from "./elements.ts";
import { SIDE } from "./mentions.ts";
import { rangeOf } from "./readings.ts";
import { EITHER, LEFT, RIGHT, type Way } from "./sites.ts";

/** One element: "left trapezius", "left rhomboids (1 to 2)". */
export function countElement(e: Element, way: Way): CountElement {
  const muscles = rangeOf(e, way);
  const name = nameOf(e);
  return {
    id: e.site?.id ?? null,
    side: sideOf(e),
    muscles,
    family: e.family.family.id,
    evidence: e.evidence,
    name: muscles.min === muscles.max ? name : `${name} (${printRange(muscles)})`,
  };
}

/** The structure with its side, when it has one. */
export function nameOf(e: Element): string {
  return e.side === LEFT ? `left ${e.name}` : e.side === RIGHT ? `right ${e.name}` : e.name;
}

/** The side of an element in the words of facts; `unspecified` where the note leaves it open. */
export function sideOf(e: Element): string {
  if (e.side === LEFT) return "left";
  if (e.side === RIGHT) return "right";
  return e.side === EITHER && (e.doubts & SIDE) !== 0 ? "unspecified" : "midline";
}

/** The places of all elements, in their order. */
export function evidenceOf(elements: readonly Element[]): readonly NotePlace[] {
  if (elements.length === 1) return elements[0]!.evidence;
  const places: NotePlace[] = [];
  for (const e of elements) for (const place of e.evidence) places.push(place);
  return places;
}
