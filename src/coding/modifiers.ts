/**
 * Sides and digits as modifiers. A modifier is written only when the edition of the code allows it; which
 * modifiers an edit asks for (59, XS) is not decided here.
 */
import type { Mention } from "../note/facts.ts";
import { EITHER, LEFT, MIDDLE, RIGHT, type SideIndex } from "./sites.ts";

type Digit = NonNullable<Mention["digit"]>;

/** Left hand, right hand; left foot, right foot, as the claim format numbers them. */
const DIGITS: Readonly<Record<Digit, readonly [left: string, right: string]>> = {
  thumb: ["FA", "F5"],
  index: ["F1", "F6"],
  middle: ["F2", "F7"],
  ring: ["F3", "F8"],
  little: ["F4", "F9"],
  "great-toe": ["TA", "T5"],
  "2nd-toe": ["T1", "T6"],
  "3rd-toe": ["T2", "T7"],
  "4th-toe": ["T3", "T8"],
  "5th-toe": ["T4", "T9"],
};

/**
 * The sides of all that one line stands for: 50 for both, RT or LT for one; none while a side is not known.
 * `allowed`: the modifiers that the code's edition allows (`modifiers` in rulebook/codes/).
 */
export function sidesOf(elements: readonly Sided[], allowed: ReadonlySet<string>): readonly string[] {
  if (allowed.size === 0) return [];
  const on = (side: SideIndex): boolean => elements.some((e) => e.sure && e.side === side);
  if (on(LEFT) && on(RIGHT)) return allowed.has("50") ? ["50"] : [];
  return on(EITHER) ? [] : sideModifiers(allowed, on(LEFT) ? LEFT : on(RIGHT) ? RIGHT : MIDDLE, undefined);
}

interface Sided {
  readonly side: SideIndex;
  readonly sure: boolean;
}

/**
 * RT, LT, or the digit (FA to F9 by source `hcpcs-modifiers`, TA to T9) where the code takes it; none when the side is
 * not known.
 */
export function sideModifiers(
  allowed: ReadonlySet<string>,
  side: SideIndex,
  digit: Digit | undefined,
): readonly string[] {
  if (side !== LEFT && side !== RIGHT) return [];
  const finger = digit === undefined ? undefined : DIGITS[digit][side];
  if (finger !== undefined && allowed.has(finger)) return [finger];
  const hand = side === LEFT ? "LT" : "RT";
  return allowed.has(hand) ? [hand] : [];
}
