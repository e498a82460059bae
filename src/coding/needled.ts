/**
 * A muscle that was needled and injected counts under injection only (the dry needling codes are not
 * reported with a trigger point injection of the same muscle).
 */
import type { Element } from "./elements.ts";
import { MUSCLES } from "./mentions.ts";
import { EITHER } from "./sites.ts";

/**
 * Leaves out, or makes uncertain, what was needled and also injected (the notes of 20560 and 20561 in
 * rulebook/codes/; convention `cp-i`). Gives the list itself when nothing changes.
 */
export function withoutInjected(elements: readonly Element[]): readonly Element[] {
  if (!elements.some((e) => e.technique === "needling") || elements.every((e) => e.technique === "needling"))
    return elements;
  const certain = new Set<number>();
  const possible = new Set<number>();
  for (const e of elements) {
    if (e.technique === "needling") continue;
    const one = e.sure && e.many === "one" && e.atoms.side.length === 1;
    for (const atom of e.atoms.side) (one ? certain : possible).add(atom);
  }
  const injected = elements.filter((e) => e.technique !== "needling");
  return elements.filter((e) => {
    if (e.technique !== "needling" || e.many === "place") return true;
    // The same word on the same side (or on no side) speaks of the same muscles.
    if (injected.some((i) => i.what === e.what && (i.side === e.side || i.side === EITHER || e.side === EITHER)))
      return false;
    const left = e.atoms.side.filter((atom) => !certain.has(atom));
    if (left.length === 0) return false;
    if (left.length < e.atoms.side.length || left.some((atom) => possible.has(atom))) {
      e.atoms = { ...e.atoms, side: left, name: [...new Set(left.map((atom) => atom - (atom % 3) + 2))] };
      e.sure = false;
      e.doubts |= MUSCLES;
    }
    return true;
  });
}
