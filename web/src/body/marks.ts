/** From what the answer says of muscles to what each drawn shape shows. */
import type { Drawn, Figure } from "./figure.ts";
import { back } from "./figures/back.ts";
import { front } from "./figures/front.ts";
import { nape, pelvicFloor, sole } from "./figures/insets.ts";
import { profile } from "./figures/profile.ts";

export type MarkState = "injected" | "uncertain" | "examined";
export type MarkSide = "left" | "right" | "bilateral" | "midline" | "unspecified";

/** One muscle or group word of the note. */
export interface Mark {
  readonly id: string;
  readonly side: MarkSide;
  readonly state: MarkState;
  /** What it is called: "left rhomboids". */
  readonly name: string;
  /** Muscles a group word may stand for. They are drawn as uncertain: which of them, the word does not say. */
  readonly members?: readonly string[];
}

/** Always shown. */
export const BODY_FIGURES: readonly Figure[] = [front, back];
/** Shown when they hold something marked; the head always, because half of its muscles are on no other figure. */
export const INSETS: readonly Figure[] = [profile, nape, pelvicFloor, sole];

export type Half = "left" | "right";

/** Stronger states win where two marks meet on one shape. */
const STRENGTH: Readonly<Record<MarkState, number>> = { examined: 0, uncertain: 1, injected: 2 };

export interface Shown {
  readonly mark: Mark;
  readonly state: MarkState;
}

const key = (id: string, half: Half): string => `${id}/${half}`;
const drawnIds: ReadonlySet<string> = new Set(
  [...BODY_FIGURES, ...INSETS].flatMap((figure) => figure.muscles.map((m) => m.id)),
);

/** Is there a shape for this muscle, or for a member of the group? */
export function isDrawn(mark: Mark): boolean {
  return drawnIds.has(mark.id) || (mark.members ?? []).some((id) => drawnIds.has(id));
}

function halvesOf(side: MarkSide): readonly Half[] {
  return side === "left" || side === "right" ? [side] : ["left", "right"];
}

/** What each shape shows. A side that the note does not give marks both, and is uncertain on both. */
export function shownOn(marks: readonly Mark[]): ReadonlyMap<string, Shown> {
  const out = new Map<string, Shown>();
  for (const mark of marks) {
    const whole = drawnIds.has(mark.id);
    const ids = whole ? [mark.id] : (mark.members ?? []);
    const vague = (!whole && ids.length > 1) || mark.side === "unspecified";
    const state = mark.state === "injected" && vague ? "uncertain" : mark.state;
    for (const id of ids)
      for (const half of halvesOf(mark.side)) {
        const before = out.get(key(id, half));
        if (before === undefined || STRENGTH[state] > STRENGTH[before.state]) out.set(key(id, half), { mark, state });
      }
  }
  return out;
}

/** What the shape of a muscle shows on one half of the body; undefined when nothing. */
export function shownAt(shown: ReadonlyMap<string, Shown>, id: string, half: Half): Shown | undefined {
  return shown.get(key(id, half));
}

/** Does the figure hold a marked shape? */
export function holdsMark(figure: Figure, shown: ReadonlyMap<string, Shown>): boolean {
  return figure.muscles.some((m) => shown.has(key(m.id, "left")) || shown.has(key(m.id, "right")));
}

/** Superficial first, so that hatched deep ones lie over their landmark; a deep one only when it is marked. */
export function inOrder(figure: Figure): readonly Drawn[] {
  return [...figure.muscles.filter((m) => m.deep === undefined), ...figure.muscles.filter((m) => m.deep)];
}
