/** What else a name may stand for: the joint of a place, the tendon of a muscle. */
import type { Structure, StructureKind } from "../../rulebook/types.ts";
import type { Page } from "../page/page.ts";
import type { Draft } from "./mentions.ts";
import { DRAINED } from "./work.ts";

/** The structure of another kind that a name or a place may stand for; null when the book has none. */
export function sibling(p: Page, base: Structure, kind: StructureKind): Structure | null {
  for (const tail of kind === "joint" ? JOINT : TAILS) {
    const s = p.lex.structures[`${base.id}-${tail}`];
    if (s !== undefined && s.kind === kind) return s;
  }
  // "Shoulder joint": the first of that kind which the place may stand for.
  const of = base.mayMean?.find((id) => p.lex.structures[id]?.kind === kind);
  return of === undefined ? null : (p.lex.structures[of] ?? null);
}

const JOINT = ["joint"];
const TAILS = ["insertion", "origin", "tendon", "sheath", "plane", "nerve"];

/**
 * What is drained, and a place with a joint larger than a finger's ("the left wrist was aspirated"); "negative aspiration" at
 * a muscle is a check, not a treatment.
 */
export function isDrained(p: Page, { kind, structure }: Pick<Draft, "kind" | "structure">): boolean {
  if (kind !== "region") return DRAINED.has(kind);
  if (structure === null) return false;
  let drained = PLACES.get(structure);
  if (drained === undefined) {
    const size = sibling(p, structure, "joint")?.size;
    PLACES.set(structure, (drained = size === "intermediate" || size === "major"));
  }
  return drained;
}

/** Places looked up before: whether their joint is such a one is a fact of the rulebook. */
const PLACES = new WeakMap<Structure, boolean>();
