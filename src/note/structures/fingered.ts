/** A structure that every finger or toe has, or that a finger's name holds, as so many structures as fingers are listed with it. */
import type { Side } from "../facts.ts";
import type { Hit } from "../lexicon/scan.ts";
import { isName } from "../lexicon/scan.ts";
import type { Segment } from "../page/layout.ts";
import { hitFrom, type Page } from "../page/page.ts";
import { digitsNear, digitsWith, isFingerInitials, type Digit, type Finger } from "./fingers.ts";
import type { Draft } from "./mentions.ts";

/** The fingers or toes of a structure that every one has, or that its name holds; null where it has none. */
export function fingersOf(p: Page, hit: Hit, draft: Draft, seg: Segment): readonly Finger[] | null {
  const { structure } = draft;
  if (structure?.digits !== undefined) return digitsNear(p, hit.from, draft.to, seg, structure.digits);
  const finger = p.lex.kin.fingers.get(structure?.id ?? "");
  if (finger === undefined || isFingerInitials(p, hit)) return null;
  return digitsWith(p, hit.from, draft.to, seg, finger.digit as Digit);
}

/**
 * Gives the draft its own finger, and gives back a draft for each of the others: "the A1 pulley of the right index and the
 * left middle". Each has the side that its list gives it, else that of the structure.
 */
export function asFingers(p: Page, hit: Hit, draft: Draft, fingers: readonly Finger[]): Draft[] {
  const first = fingers.find((f) => f.from === hit.from) ?? fingers[0];
  if (first === undefined) return [];
  if (draft.structure?.digits !== undefined) draft.digit = first.digit;
  const { side } = draft;
  const sideOf = (f: Finger): Side => f.side ?? side;
  if (fingers.length > 1 || side === "unspecified") draft.side = sideOf(first);
  draft.ownSide = draft.side !== "unspecified";
  return fingers
    .filter((f) => f !== first)
    .map((f) => ({ ...draft, ...asFinger(p, draft, f), side: sideOf(f), ownSide: sideOf(f) !== "unspecified" }));
}

/** The structure of the finger: the same once more, or the one of that finger's name. */
function asFinger(p: Page, { structure }: Draft, { digit }: Finger): Partial<Draft> {
  if (structure?.digits !== undefined) return { digit };
  const other = p.lex.structures[p.lex.kin.fingers.get(structure?.id ?? "")?.others[digit] ?? ""];
  return other === undefined ? {} : { id: other.id, structure: other };
}

/** Is the finger told by a word that would be a name of its own, apart from the structure (`from` to `to`)? */
export const isApart = (p: Page, f: Finger, from: number, to: number): boolean =>
  (f.from < from || f.from >= to) && isName(hitFrom(p, f.from));

/** "Trigger fingers R RF and LF": the initials are fingers here, and no structures of their own. */
export function withoutTaken(drafts: readonly Draft[], taken: readonly Finger[]): Draft[] {
  const tokens = new Set<number>();
  for (const { from, to } of taken) for (let k = from; k < to; k++) tokens.add(k);
  return drafts.filter((d) => d.digit !== null || !tokens.has(d.from));
}
