/**
 * Entries of a list that tell of themselves alone: "1. Right knee OA - injected 40 mg. 2. Left knee - exercises." What the
 * first entry says is not said of the second; what stands over the list, under it or in an entry that names no structure is.
 */
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { holds, type Page } from "../page/page.ts";
import { needleIn } from "./signs.ts";

/** Sections in which an act, a drug or a word of doing stands that is not one entry's own, by number. Looked for when first asked. */
export function sectionsTold(p: Page): (sectionNo: number) => boolean {
  let told: ReadonlySet<number> | undefined;
  return (sectionNo) => (told ??= toldIn(p)).has(sectionNo);
}

/** Whose the words are that are being read: of one entry, of all; of the entry before if another follows, else of all. */
type Of = "entry" | "all" | "open";

function toldIn(p: Page): ReadonlySet<number> {
  const told = new Set<number>();
  let entry: Segment | null = null;
  let of: Of = "all";
  /** A section told of in lines after an entry. */
  let open = -1;
  const end = (): void => {
    if (open >= 0) told.add(open);
    [entry, open] = [null, -1];
  };
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    if (seg.first) {
      const named = holds(p, no, MEANS.term);
      if (seg.kind !== "item") {
        if (entry === null || seg.paragraph !== entry.paragraph || seg.kind === "heading") end();
        of = entry === null ? "all" : "open";
      } else if (entry !== null && isUnder(p, seg, entry)) of = "entry";
      else if (named) [entry, open, of] = [seg, -1, "entry"];
      else of = "all";
    }
    if (of === "entry" || !needleIn(p, no)) continue;
    if (of === "all") told.add(seg.sectionNo);
    else open = seg.sectionNo;
  }
  end();
  return told;
}

/** Is it set in below the entry, or an item of another kind that names no structure? */
function isUnder(p: Page, seg: Segment, entry: Segment): boolean {
  return seg.indent > entry.indent || isDash(p, seg) !== isDash(p, entry);
}

/** A dash, a star, a bullet; else a number or a letter. */
function isDash(p: Page, { from }: Segment): boolean {
  return from > 0 && !p.t.isMark(from - 1, ".") && !p.t.isMark(from - 1, ")");
}
