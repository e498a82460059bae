/** Structures named in a note, laid out so that it can be asked what is said of one of them, whatever words were used. */
import type { Side } from "../facts.ts";
import type { Work } from "./work.ts";
import type { Draft } from "./mentions.ts";
import type { Page } from "../page/page.ts";

/** Do the two name the same structure, as far as their words go; on whatever side? */
export function namesSame(p: Page, a: Draft, b: Draft): boolean {
  const [one, other] = [fingerOf(p, a), fingerOf(p, b)];
  if (one !== null && other !== null && one !== other) return false;
  if (a.id === null || b.id === null || a.orElse.includes(b.id) || b.orElse.includes(a.id)) return true;
  return p.lex.kin.names.get(a.id)?.has(b.id) === true;
}

/** The finger it is said of, or that its name holds. */
const fingerOf = (p: Page, { id, digit }: Draft): string | null =>
  digit ?? p.lex.kin.fingers.get(id ?? "")?.digit ?? null;

/** Of one structure: the same side, finger and day. */
function alike(a: Work, b: Work): boolean {
  return a.draft.side === b.draft.side && a.draft.digit === b.draft.digit && a.date === b.date;
}

/** Asking costs the same however long the note is: of each structure the first place of each side and finger is kept. */
export class Named {
  private readonly p: Page;
  private readonly byId = new Map<string | null, Work[]>();

  constructor(p: Page, list: readonly Work[]) {
    this.p = p;
    for (const w of list) {
      this.add(w.draft.id, w);
      for (const id of w.draft.orElse) this.add(id, w);
    }
  }

  private add(id: string | null, w: Work): void {
    const places = this.byId.get(id);
    if (places === undefined) this.byId.set(id, [w]);
    else if (places.length < MOST && !places.some((x) => alike(x, w))) places.push(w);
  }

  /** Where the structure is named, on any side: on the day of `like` when it has one. */
  of({ draft, date }: Work): Work[] {
    const ids = [draft.id, ...draft.orElse].flatMap((id) => [
      ...(id === null ? [] : (this.p.lex.kin.names.get(id) ?? [])),
    ]);
    if (draft.id === null) ids.push(...[...this.byId.keys()].filter((id) => id !== null));
    const out: Work[] = [];
    for (const id of new Set<string | null>([...ids, null]))
      for (const w of this.byId.get(id) ?? []) if (w.date === date && namesSame(this.p, w.draft, draft)) out.push(w);
    return out;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  sidesOf(w: Work): Set<Side> {
    const out = new Set<Side>();
    // Of the few structures that most notes name, each is asked; otherwise all those of the same name are looked up.
    if (this.byId.size > FEW) for (const x of this.of(w)) out.add(x.draft.side);
    else
      for (const [id, places] of this.byId)
        if (this.mayName(w.draft, id))
          for (const x of places) if (x.date === w.date && namesSame(this.p, x.draft, w.draft)) out.add(x.draft.side);
    return out;
  }

  private mayName({ id, orElse }: Draft, other: string | null): boolean {
    if (id === null || other === null) return true;
    const { names } = this.p.lex.kin;
    return names.get(id)?.has(other) === true || orElse.some((x) => names.get(x)?.has(other));
  }
}

/** Places of one structure that are kept: sides, fingers and days make no more in any note. */
const MOST = 100;
/** Structures that are asked one by one. */
const FEW = 24;
