/** Decision rows as sets of cases: do two of them share one, and does some case have none? */
import type { Range } from "../../../base/range.ts";
import { printRange } from "../../../base/range.ts";
import type { AgentClass, Condition, StructureKind } from "../../types.ts";

type Size = "small" | "intermediate" | "major";

/** All that the conditions of a row can ask; a missing key is a question that is not asked. */
export interface Case {
  readonly count?: Range;
  readonly size?: Size;
  readonly kinds?: readonly StructureKind[];
  readonly kept?: boolean;
  readonly imaging?: boolean;
  readonly agents?: readonly AgentClass[];
}

/** A row's conditions as one case. Conditions of one kind are not repeated (NP1064). */
export function caseOf(when: readonly Condition[]): Case {
  let out: Case = {};
  for (const c of when) {
    switch (c.kind) {
      case "count":
        out = { ...out, count: c.range };
        break;
      case "size":
        out = { ...out, size: c.is };
        break;
      case "structure":
        out = { ...out, kinds: c.kinds };
        break;
      case "image":
        out = { ...out, kept: c.kept };
        break;
      case "imaging":
        out = { ...out, imaging: c.used };
        break;
      case "agent":
        out = { ...out, agents: c.classes };
        break;
    }
  }
  return out;
}

/** Cases to which both apply, in words; null when there are none. */
export function overlap(a: Case, b: Case): string | null {
  const words: string[] = [];
  if (a.count !== undefined || b.count !== undefined) {
    const [x, y] = [a.count ?? { min: 0, max: null }, b.count ?? { min: 0, max: null }];
    const both = { min: Math.max(x.min, y.min), max: Math.min(x.max ?? Infinity, y.max ?? Infinity) };
    if (both.min > both.max) return null;
    words.push(`a count of ${printRange({ min: both.min, max: both.max === Infinity ? null : both.max })}`);
  }
  if (a.size !== undefined && b.size !== undefined && a.size !== b.size) return null;
  if (a.kept !== undefined && b.kept !== undefined && a.kept !== b.kept) return null;
  if (a.imaging !== undefined && b.imaging !== undefined && a.imaging !== b.imaging) return null;
  if (a.kinds !== undefined && b.kinds !== undefined) {
    const both = a.kinds.filter((k) => b.kinds!.includes(k));
    if (both.length === 0) return null;
    words.push(both.join(" or "));
  }
  if (a.agents !== undefined && b.agents !== undefined) {
    const both = a.agents.filter((k) => b.agents!.includes(k));
    // A mixture holds agents of both lists; only "nothing injected" shuts out the rest.
    const apart = both.length === 0 && (only(a.agents, "none") || only(b.agents, "none"));
    if (apart) return null;
    words.push(both.length > 0 ? both.join(" or ") : `a mixture of ${a.agents[0]} and ${b.agents[0]}`);
  }
  const size = a.size ?? b.size;
  if (size !== undefined) words.push(`size ${size}`);
  const kept = a.kept ?? b.kept;
  if (kept !== undefined) words.push(kept ? "an image kept" : "no image kept");
  const imaging = a.imaging ?? b.imaging;
  if (imaging !== undefined) words.push(imaging ? "imaging used" : "no imaging used");
  return words.length === 0 ? "every case" : words.join(", ");
}

const only = <T>(list: readonly T[], word: T): boolean => list.length === 1 && list[0] === word;

/**
 * The first case in each corner that no row takes. Structure kinds and agents may be left out on purpose (the
 * provider is asked); a count, a size, a kept image or imaging may not.
 */
export function holes(rows: readonly Case[], sizes: readonly Size[]): readonly string[] {
  const any = <T>(ask: (c: Case) => T | undefined, values: readonly T[]): readonly (T | undefined)[] =>
    rows.some((r) => ask(r) !== undefined) ? values : [undefined];
  const kinds = [...new Set(rows.flatMap((r) => r.kinds ?? []))];
  const agents = [...new Set(rows.flatMap((r) => r.agents ?? []))];
  const out: string[] = [];
  for (const kind of kinds.length > 0 ? kinds : [undefined])
    for (const agent of agents.length > 0 ? agents : [undefined])
      for (const size of any((c) => c.size, sizes))
        for (const kept of any((c) => c.kept, [false, true]))
          for (const imaging of any((c) => c.imaging, [false, true])) {
            const here = rows.filter(
              (r) =>
                (r.kinds === undefined || kind === undefined || r.kinds.includes(kind)) &&
                (r.agents === undefined || agent === undefined || r.agents.includes(agent)) &&
                (r.size === undefined || r.size === size) &&
                (r.kept === undefined || r.kept === kept) &&
                (r.imaging === undefined || r.imaging === imaging),
            );
            const corner = [
              kind,
              agent,
              size === undefined ? undefined : `size ${size}`,
              kept === undefined ? undefined : kept ? "image kept" : "no image kept",
              imaging === undefined ? undefined : imaging ? "imaging used" : "no imaging used",
            ];
            const where = corner.filter((word) => word !== undefined).join(", ");
            const missing = here.length === 0 ? "" : missingCount(here);
            if (missing !== null) out.push([missing, where].filter((word) => word !== "").join(", with "));
          }
  return out;
}

/** "a count of 3", "a count of 5 or more"; null when every count from 1 on is taken. */
function missingCount(rows: readonly Case[]): string | null {
  const ranges = rows.map((r) => r.count ?? { min: 0, max: null }).sort((a, b) => a.min - b.min);
  let next = 1;
  for (const range of ranges) {
    if (range.min > next) return `a count of ${printRange({ min: next, max: range.min - 1 })}`;
    if (range.max === null) return null;
    next = Math.max(next, range.max + 1);
  }
  return `a count of ${next} or more`;
}
