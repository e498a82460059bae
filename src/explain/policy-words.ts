/** Plain words of policies: how far one was read, what may rest on it, its dates. */
import type { Extent, PolicyKind, Topic } from "../rulebook/policy-types.ts";
import type { Weight } from "../policy/types.ts";

/** How far a text was read. */
export const EXTENT_WORDS: Readonly<Record<Extent, string>> = {
  full: "read whole",
  criteria: "read in part, criteria among it",
  header: "only its heading was read",
  none: "not read",
};

/** What may rest on a rule; empty for what may decide. */
export const WEIGHT_WORDS: Readonly<Record<Weight, string>> = {
  decides: "",
  told: "one summary tells it; shown, never enforced",
  "old-copy": "from a copy too old for this day; shown, not enforced",
  undated: "from a copy without a date; shown, not enforced",
  lead: "recalled, not read; shown, never enforced",
  "gives-way": "another policy goes before it",
  disputed: "another policy says otherwise",
};

/** What kind of document it is. */
export const KIND_WORDS: Readonly<Record<PolicyKind, string>> = {
  ncd: "national coverage decision",
  lcd: "local coverage decision",
  article: "billing article",
  policy: "medical policy",
  guideline: "guideline",
  "claims-edit": "claims edit",
  "fee-schedule": "fee schedule",
  regulation: "regulation",
  notice: "notice",
  decision: "a decision that quotes it",
};

/** Headings of topics. */
export const TOPIC_WORDS: Readonly<Record<Topic, string>> = {
  diagnosis: "Diagnoses",
  findings: "Findings on examination",
  "prior-care": "Care before and beside",
  response: "Response to earlier injections",
  frequency: "How often",
  agents: "What may be injected",
  technique: "Technique and place",
  imaging: "Imaging guidance",
  units: "Units",
  claim: "On the claim",
  authorization: "Authorisation",
  documentation: "In the record",
};

/** "from 2024-04-01, no end known", "its first day is not known; seen to stand on 2019-06-01". */
export function datesOf(p: {
  readonly from: string | null;
  readonly until: string | null;
  readonly seen?: string | null;
}): string {
  const from = p.from === null ? "its first day is not known" : `from ${p.from}`;
  const until = p.until === null ? "no end known" : `until ${p.until} (first day it no longer holds)`;
  const seen =
    p.seen === undefined ? "" : p.seen === null ? "; the copy read has no date" : `; seen to stand on ${p.seen}`;
  return `${from}, ${until}${seen}`;
}
