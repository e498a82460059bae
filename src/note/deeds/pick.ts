/**
 * The choice between candidates: one structure, or none where two are told of alike. A place stands for its joint, bursa,
 * sheath or tunnel only when the deed names that kind, or a disease of joints is named with it.
 */
import type { Structure, StructureKind } from "../../rulebook/types.ts";
import { diseased, type Candidate } from "./candidates.ts";
import type { Side } from "../facts.ts";
import { isDrained, sibling } from "../structures/siblings.ts";
import type { Page } from "../page/page.ts";

/** The kinds that a deed says it went to; null when it does not say. */
export type Kinds = readonly StructureKind[] | null;

export const JOINT: Kinds = ["joint"];

/** The one structure among the candidates; null when there is none, "several" when there are more. */
export function pick(p: Page, all: readonly Candidate[], kinds: Kinds, drained: boolean): Candidate | "several" | null {
  const fit = all.map((c) => fitted(p, c, kinds, drained)).filter((c) => c !== null);
  // A place stands for a sheath or a bursa only where none is named.
  const named = kinds === null || kinds.includes("joint") ? [] : fit.filter((c) => all.includes(c));
  const list = named.length > 0 ? named : fit;
  const exact = list.filter(
    (c) => !list.some((o) => o.draft.id !== c.draft.id && mayMean(c).includes(o.draft.id ?? "")),
  );
  const first = exact[0];
  if (first === undefined) return null;
  const { id, digit } = first.draft;
  if (kinds === null && all.some((c) => c.draft.kind === "region" && elsewhere(p, c, id))) return "several";
  if (exact.some((c) => c.draft.id !== id || (c.draft.digit ?? digit) !== (digit ?? c.draft.digit))) return "several";
  const sides = new Set<Side>(exact.map((c) => c.draft.side));
  sides.delete("unspecified");
  if (sides.size > 1 && !sides.has("bilateral")) return "several";
  const side = sides.has("bilateral") ? "bilateral" : [...sides][0];
  return exact.find((c) => c.draft.side === side) ?? first;
}

/** Is it a place in which the structure does not lie? */
function elsewhere(p: Page, { draft }: Candidate, id: string | null): boolean {
  return (
    !(draft.structure?.mayMean?.includes(id ?? "") ?? false) && !p.lex.kin.places.get(id ?? "")?.has(draft.id ?? "")
  );
}

function mayMean({ draft }: Candidate): readonly string[] {
  return draft.structure?.mayMean ?? [];
}

/** The candidate as the kind that the deed went to; null when it is none of it. */
export function fitted(p: Page, c: Candidate, kinds: Kinds, drained = false): Candidate | null {
  const { draft } = c;
  // "Left wrist: 1.5 cc straw colored": what is drained in such a place is its joint.
  const isJoint = draft.kind === "region" && (diseased(p, c) || (drained && isDrained(p, draft)));
  const wanted = kinds ?? (isJoint ? JOINT : null);
  if (wanted === null) return draft.kind === "region" ? null : c;
  if (wanted.includes(draft.kind)) return c;
  if (draft.structure === null) return null;
  for (const kind of wanted) {
    const meant = sibling(p, draft.structure, kind);
    if (meant !== null && !oneOfMany(p, draft.structure, kind))
      return { ...c, draft: { ...draft, id: meant.id, structure: meant, kind: meant.kind } };
  }
  return null;
}

/** "Hand", "toe": a place with a joint at each finger or toe stands for none of them. */
function oneOfMany(p: Page, base: Structure, kind: StructureKind): boolean {
  const those = (base.mayMean ?? []).map((id) => p.lex.structures[id]).filter((s) => s?.kind === kind);
  return those.length > 1 && those.some((s) => s?.digits !== undefined);
}
