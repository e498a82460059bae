/**
 * Codes reported once a session stay one, also when two families lead to them (a sacroiliac joint without
 * imaging and a trigger point give the same code). Of two codes of one code family the one with the higher
 * place stands, because it covers the other.
 */
import type { DraftLine } from "./answer.ts";
import type { Line } from "./determination.ts";

/** Merges the lines of codes whose edition is `per: session` (rulebook/codes/); the others pass unchanged, in order. */
export function onceASession(drafts: readonly DraftLine[]): readonly DraftLine[] {
  if (drafts.length < 2) return drafts;
  const kept: DraftLine[] = [];
  const at = new Map<string, number>();
  for (const draft of drafts) {
    const { code, family, once } = draft.row.code;
    const key = family === "" ? code : family;
    const before = once ? at.get(key) : undefined;
    if (before === undefined) {
      if (once) at.set(key, kept.length);
      kept.push(draft);
    } else kept[before] = joined(kept[before]!, draft);
  }
  return kept;
}

function joined(a: DraftLine, b: DraftLine): DraftLine {
  const higher = a.row.code.code === b.row.code.code || a.row.rank >= b.row.rank ? a : b;
  const line: Line = { ...higher.line, because: [...a.line.because, ...b.line.because] };
  const ids = a.ids === undefined || b.ids === undefined ? undefined : [...a.ids, ...b.ids];
  return { ...higher, ids, service: a.service === b.service ? a.service : undefined, line };
}
