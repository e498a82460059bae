/** A structure named in the note while it is being read: what the note says of it, and where. */
import type { StructureKind } from "../../rulebook/types.ts";
import type { Status } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import type { Draft } from "./mentions.ts";
import type { Verdict } from "./verdict.ts";

export interface Work {
  readonly draft: Draft;
  verdict: Verdict;
  readonly seg: Segment;
  /** A line of a list that gives side and level but no structure. */
  readonly nounMissing?: boolean;
  /** Claimed by a heading, and not told of in a description that tells of others. */
  headingOnly?: boolean;
  /** The day of the session it belongs to, in a note of several. */
  date?: string;
  /** The procedure of the note it belongs to, where the note keeps several apart. */
  service?: number;
}

/** Does the status say that something was put in or a needle used? */
export const isDone = (status: Status): boolean => status === "injected" || status === "needled";

/** Was anything done to it at the encounter? */
export const isTreated = (w: Work): boolean => isDone(w.verdict.status);

/** Muscles, one or several. */
export const MUSCLES: ReadonlySet<StructureKind> = new Set<StructureKind>(["muscle", "group"]);

/** What fluid comes out of. */
export const DRAINED: ReadonlySet<StructureKind> = new Set<StructureKind>(["joint", "bursa", "ganglion"]);
