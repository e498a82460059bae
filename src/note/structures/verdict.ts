/** What the note says of a structure, and the word or section that decided it. */
import type { Status } from "../facts.ts";

export interface Verdict {
  readonly status: Status;
  /** Cue id or section that decided. */
  readonly because: string;
  readonly block?: boolean;
  readonly aspirated?: boolean;
  /** True when a verb of doing governs, not only a heading or a noun. */
  readonly verb: boolean;
}

/** A verdict; no verb governs unless `more` says so. */
export function verdict(status: Status, because: string, more?: Partial<Verdict>): Verdict {
  return more === undefined ? { status, because, verb: false } : { status, because, verb: false, ...more };
}
