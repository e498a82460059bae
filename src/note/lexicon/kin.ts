/** Which names may mean the same thing, and what lies in a place, as far as the rulebook's anatomy goes. */
import type { Structure } from "../../rulebook/types.ts";

type Structures = Readonly<Record<string, Structure>>;

export interface Kin {
  /** Ids that may name the same: members of a group, what a place or a general name may stand for, a joint and its bursa. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Places (region words) in which a structure lies. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
  /** Structures that hold a finger in their name: which one, and those of the other fingers. */
  readonly fingers: ReadonlyMap<string, OfFinger>;
}

export interface OfFinger {
  readonly digit: string;
  /** The structure that every finger has. */
  readonly of: string;
  readonly others: Readonly<Record<string, string>>;
}

/** Asked once for each loaded book. Every structure has an entry in `names`. */
export function kinOf(structures: Structures): Kin {
  const all = Object.values(structures);
  const names = new Map(all.map((s) => [s.id, new Set([s.id])]));
  const places = new Map<string, Set<string>>();
  const fingers = new Map<string, OfFinger>();
  const join = (a: string, b: string): void => {
    if (!names.has(a) || !names.has(b)) return;
    names.get(a)?.add(b);
    names.get(b)?.add(a);
  };
  for (const s of all) {
    for (const id of narrower(s)) join(s.id, id);
    for (const [digit, id] of Object.entries(s.byDigit ?? {}))
      fingers.set(id, { digit, of: s.id, others: s.byDigit ?? {} });
    // The members of such a group cannot be listed: any muscle of its part of the body may be one.
    if (s.open === true && s.group2002 !== undefined)
      for (const o of all) if (o.group2002 === s.group2002 && o.kind !== "region") join(s.id, o.id);
    if (s.kind === "region")
      for (const id of within(structures, s)) places.set(id, (places.get(id) ?? new Set()).add(s.id));
    if (s.countsWith === undefined) continue;
    join(s.id, s.countsWith);
    for (const o of all) if (o.countsWith === s.countsWith) join(s.id, o.id);
  }
  return { names, places, fingers };
}

function narrower(s: Structure): string[] {
  return [
    ...(s.members ?? []),
    ...(s.mayMean ?? []),
    ...Object.values(s.byDigit ?? {}),
    ...Object.values(s.byLevel ?? {}),
  ];
}

/** What the place may stand for, and what that is made of. */
function within(structures: Structures, place: Structure): string[] {
  return narrower(place).flatMap((id) => {
    const one = structures[id];
    return one === undefined ? [] : [id, ...narrower(one)];
  });
}
