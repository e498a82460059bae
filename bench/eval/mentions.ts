/**
 * The reader's mentions against the labelled ones, by overlap of their places.
 * Every labelled mention meets at most one of the reader's, and the other way round.
 */
import { isMention, type Fact, type Mention } from "../../src/note/facts.ts";
import type { StructureKind } from "../../src/rulebook/types.ts";
import type { MentionLabel } from "./corpus.ts";
import type { Tallies } from "./tally.ts";

export interface Pair {
  readonly label: MentionLabel | null;
  readonly ours: Mention | null;
  readonly verdict: "found" | "missed" | "extra" | "ignored" | "wrong structure";
  readonly sideRight: boolean;
  readonly statusRight: boolean;
}

/** Which of our kinds a label's kind may be: the labels are coarser. */
const KINDS: Readonly<Record<string, readonly StructureKind[]>> = {
  muscle: ["muscle"],
  group: ["group"],
  region: ["region"],
  tendon: ["tendon", "tendon-sheath", "tendon-origin", "aponeurosis"],
  ligament: ["ligament", "aponeurosis"],
  bursa: ["bursa"],
  joint: ["joint", "facet", "sacroiliac"],
  nerve: ["nerve", "ganglion", "cord"],
  tunnel: ["tunnel"],
};

const STATUS: Readonly<Record<string, string>> = { examined: "exam" };
/** Our status in the labels' words. */
export const labelStatus = (m: Mention): string => STATUS[m.status] ?? m.status;
const isDone = (status: string): boolean => status === "injected" || status === "needled";

const dashed = (id: string): string => id.toLowerCase().replaceAll(" ", "-");

/** The same structure: by id where the label has one, else by kind. */
export function sameStructure(label: MentionLabel, ours: Mention): boolean {
  if (label.id === null) return (KINDS[label.kind] ?? []).includes(ours.kind);
  return [ours.id, ...(ours.orElse ?? [])].some((id) => id !== null && dashed(id) === dashed(label.id as string));
}

const shared = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Body areas and complaints are left out of the labels, so a bare region that nothing was done to is not held against us. */
const isIgnorable = (m: Mention): boolean => m.kind === "region" && !isDone(m.status);

/** Pairs in note order. */
export function pairUp(labels: readonly MentionLabel[], facts: readonly Fact[]): Pair[] {
  const ours = facts.filter(isMention);
  const candidates = labels.flatMap((label, l) =>
    ours.flatMap((m, o) => {
      const common = shared(label, m);
      return common > 0 ? [{ l, o, score: common + (sameStructure(label, m) ? 1000 : 0) }] : [];
    }),
  );
  candidates.sort((a, b) => b.score - a.score || a.l - b.l || a.o - b.o);
  const ofLabel = new Map<number, number>();
  const ofOurs = new Map<number, number>();
  for (const { l, o } of candidates) {
    if (ofLabel.has(l) || ofOurs.has(o)) continue;
    ofLabel.set(l, o);
    ofOurs.set(o, l);
  }
  const pairs: Pair[] = labels.map((label, l) => {
    const o = ofLabel.get(l);
    if (o === undefined) return { label, ours: null, verdict: "missed", sideRight: false, statusRight: false };
    const m = ours[o] as Mention;
    return {
      label,
      ours: m,
      verdict: sameStructure(label, m) ? "found" : "wrong structure",
      sideRight: m.side === label.side,
      statusRight: labelStatus(m) === label.status,
    };
  });
  ours.forEach((m, o) => {
    if (ofOurs.has(o)) return;
    pairs.push({
      label: null,
      ours: m,
      verdict: isIgnorable(m) ? "ignored" : "extra",
      sideRight: false,
      statusRight: false,
    });
  });
  return pairs.sort((a, b) => (a.label ?? a.ours ?? { start: 0 }).start - (b.label ?? b.ours ?? { start: 0 }).start);
}

/** Adds one note's pairs to the tallies: structures, side, and each status by itself. */
export function tallyMentions(pairs: readonly Pair[], into: Tallies): void {
  for (const p of pairs) {
    const { label, ours } = p;
    if (p.verdict === "ignored") continue;
    if (p.verdict === "found") into.of("structure").hit++;
    else {
      if (ours !== null) into.of("structure").extra++;
      if (label !== null) into.of("structure").missed++;
    }
    // Done or not is what the code hangs on; it is counted over all mentions, found or not.
    const wantDone = label !== null && isDone(label.status) ? label.status : null;
    const gotDone = ours !== null && isDone(ours.status) ? ours.status : null;
    const ok = into.of("treated structure").compare(gotDone, wantDone, (a, b) => a === b && p.verdict === "found");
    if (label === null || ours === null || p.verdict !== "found") continue;
    into.of("side").compare(stated(ours.side), stated(label.side));
    for (const status of new Set([labelStatus(ours), label.status])) {
      into
        .of(`status: ${status}`)
        .add(
          Number(p.statusRight),
          Number(!p.statusRight && labelStatus(ours) === status),
          Number(!p.statusRight && label.status === status),
        );
    }
    if (ok && wantDone !== null) into.of("side of a treated structure").compare(stated(ours.side), stated(label.side));
  }
}

const stated = (side: string): string | null => (side === "unspecified" ? null : side);
