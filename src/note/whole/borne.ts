/** What the description of a note bears out of what its headings and summaries claim. */
import type { Side } from "../facts.ts";
import { isTreated, type Work } from "../structures/work.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { Named } from "../structures/named.ts";
import { holds, some, type Page, saysAny } from "../page/page.ts";
import { pointersIn } from "../pointing/pointers.ts";
import { SAYS } from "../lexicon/says.ts";

/** Reasons that say no more of a structure than that the needle came to it, or nothing. */
const REACHED = new Set(["section procedure", "landmark-words", "no section"]);
const DENIES = SAYS.not | SAYS.declined | SAYS.planned | SAYS.past;
const TELLING = MEANS.act | MEANS.substance | MEANS.reference;

/** `work`: all structures of the note in order; `told`: those the description tells of; `claims`: those only claimed. */
export class Borne {
  private readonly p: Page;
  private readonly work: readonly Work[];
  private readonly named: Named;
  private readonly described: readonly Work[];
  /** Segments that claim and do not tell. */
  private readonly claiming: ReadonlySet<number>;
  private spoken: ReadonlySet<Side> | null = null;
  private pointedAt: ReadonlySet<number> | null = null;
  private silent: ReadonlySet<number> | null = null;
  private come: Named | null = null;

  constructor(p: Page, work: readonly Work[], told: readonly Work[], claims: ReadonlySet<Work>) {
    [this.p, this.work, this.described, this.named] = [p, work, told, new Named(p, told)];
    this.claiming = new Set([...claims].map((w) => w.draft.segment));
  }

  /** Does something told of bear the claim out, side and all? A side that one of the two does not give is no contradiction. */
  bears(claim: Work): boolean {
    const missing = lacking(claim.draft.side, this.named.sidesOf(claim));
    return missing.length === 0 || (missing.length === 1 && missing.every((s) => s !== null && this.speaksOf(s)));
  }

  /** The place where the description names the structure, on whatever side. */
  told(claim: Work): Work | undefined {
    return this.named.of(claim)[0];
  }

  /** Does the description name a member of the group? */
  tellsMemberOf({ draft }: Work): boolean {
    const members = draft.id === null ? undefined : this.p.lex.structures[draft.id]?.members;
    return members !== undefined && members.some((id) => this.named.has(id));
  }

  /**
   * Does the description leave open whether it means the claim: does it point back to the heading, past no other
   * structure ("each of the sites above was injected"), or come to the structure ("the left joint was aligned") and tell of
   * an injection without saying where?
   */
  leavesOpen(claim: Work): boolean {
    this.pointedAt ??= this.pointed();
    if (this.pointedAt.has(claim.draft.segment)) return true;
    this.come ??= new Named(
      this.p,
      this.work.filter((w) => REACHED.has(w.verdict.because)),
    );
    const open = this.come.of(claim);
    if (open.length === 0) return false;
    const sides = new Set([...this.named.sidesOf(claim), ...open.map((w) => w.draft.side)]);
    if (lacking(claim.draft.side, sides).length > 0) return false;
    this.silent ??= this.silentActs();
    return open.some((w) => this.silent?.has(w.seg.sectionNo) === true);
  }

  /** A sentence of doing speaks of that side, though it names no structure there ("the same on the right"). */
  private speaksOf(side: Side): boolean {
    this.spoken ??= this.sidesSpoken();
    return this.spoken.has(side);
  }

  private sidesSpoken(): ReadonlySet<Side> {
    const { p } = this;
    const sections = new Set(this.described.map((t) => t.seg.sectionNo));
    const out = new Set<Side>();
    p.segments.forEach((seg, no) => {
      if (!sections.has(seg.sectionNo) || this.claiming.has(no) || !holds(p, no, TELLING)) return;
      if (saysAny(p, no, DENIES)) return;
      for (const side of ["left", "right"] as const)
        if (some(p, no, MEANS.side, (by) => by.side?.gives === side || by.side?.gives === "bilateral")) out.add(side);
    });
    return out;
  }

  /** Segments that words in a later one point back to. */
  private pointed(): ReadonlySet<number> {
    const { p, work } = this;
    const out = new Set<number>();
    let next = 0;
    let last: number | undefined;
    p.segments.forEach((seg, no) => {
      const above = some(p, no, MEANS.reference, ({ reference }) => reference?.gives === "above");
      const at = above ? seg.from : holds(p, no, TELLING | MEANS.unit) ? pointersIn(p, seg)[0]?.from : undefined;
      for (; next < work.length && (work[next] as Work).draft.from < (at ?? seg.to); next++)
        if ((work[next] as Work).draft.kind !== "region") last = (work[next] as Work).draft.segment;
      if (at !== undefined && last !== undefined && last < no) out.add(last);
    });
    return out;
  }

  /** Sections with an injection that names no structure. */
  private silentActs(): ReadonlySet<number> {
    const { p, work } = this;
    const busy = new Set(work.filter(isTreated).map((w) => w.draft.segment));
    const out = new Set<number>();
    p.segments.forEach((seg, no) => {
      if (!busy.has(no) && some(p, no, MEANS.act, ({ act }) => act?.gives === "injected" || act?.gives === "performed"))
        out.add(seg.sectionNo);
    });
    return out;
  }
}

/** The sides of a claim that the sides told of do not have; [null] when nothing at all is told of it. */
function lacking(claimed: Side, sides: ReadonlySet<Side>): (Side | null)[] {
  if (sides.size === 0) return [null];
  if (claimed === "unspecified" || claimed === "midline" || sides.has("unspecified") || sides.has("midline")) return [];
  if (sides.has("bilateral")) return [];
  const wanted: Side[] = claimed === "bilateral" ? ["left", "right"] : [claimed];
  const missing = wanted.filter((s) => !sides.has(s));
  // The other side as a whole contradicts; one side of two may be told of without its name.
  return missing.length === wanted.length ? [null] : missing;
}
