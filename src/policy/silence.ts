/** What no rule speaks of: silent when the whole text was read, not read otherwise. The two are never mixed up. */
import type { Policy, Topic } from "../rulebook/policy-types.ts";
import { codesOn, type Case } from "./case.ts";
import type { Requirement } from "./types.ts";

/** Topics a payer usually has a word on. */
const USUAL: readonly { readonly topic: Topic; readonly words: string }[] = [
  { topic: "diagnosis", words: "diagnoses" },
  { topic: "findings", words: "findings on examination" },
  { topic: "prior-care", words: "care before the injection" },
  { topic: "frequency", words: "how often" },
  { topic: "agents", words: "what may be injected" },
  { topic: "authorization", words: "authorisation" },
];

/** Parts known to exist and not read, and usual topics on which nothing was read. */
export function silences(c: Case, policies: readonly Policy[], judged: readonly Requirement[]): readonly Requirement[] {
  const speaking = policies.filter((p) => p.services.some((s) => c.services.has(s)));
  const unread = speaking.flatMap((p) =>
    p.unread
      .filter((u) => u.services.some((s) => c.services.has(s)))
      .filter((u) => u.agents === undefined || u.agents.some((a) => c.agents.has(a)))
      .map((u): Requirement => bare(c, p, u.services, u.topic, "text-not-read", u.says, u.open)),
  );
  // Findings and care before are not asked of needling that is not covered at all; and silence needs a text.
  const excluded = judged.some((r) => r.status === "not-met" && r.topic === "technique" && r.weight === "decides");
  const covering = speaking.filter((p) => p.kind !== "decision");
  if (excluded || covering.length === 0) return unread;
  const spoken = new Set([...judged, ...unread].map((r) => r.topic));
  const whole = covering.every((p) => p.read === "full");
  const main = covering[0]!;
  const quiet = USUAL.filter(({ topic }) => !spoken.has(topic)).map(({ topic, words }) =>
    whole
      ? bare(
          c,
          main,
          main.services,
          topic,
          "policy-silent",
          `The text was read whole and says nothing of ${words}.`,
          false,
        )
      : bare(
          c,
          main,
          main.services,
          topic,
          "text-not-read",
          `Nothing was read of ${words}; more of the text may say.`,
          false,
        ),
  );
  return [...unread, ...quiet];
}

function bare(
  c: Case,
  policy: Policy,
  services: readonly string[],
  topic: Topic,
  status: "policy-silent" | "text-not-read",
  says: string,
  open: boolean,
): Requirement {
  const codes = codesOn(c, services);
  const address = policy.cite.map((cite) => c.book.sources[cite.source]?.address).find((a) => a != null);
  return {
    id: `${policy.id}/${topic}`,
    policy: policy.id,
    topic,
    says,
    status,
    found: "",
    evidence: [],
    codes,
    weight: "decides",
    open,
    settles: open
      ? `Open ${policy.number ?? policy.title}${address === undefined ? "" : ` (${address})`}: ${says}`
      : null,
    nextEligible: null,
    exception: null,
    from: policy.from,
    until: policy.until,
    citations: policy.cite,
    where: { ...policy.where, rule: `${policy.id}/${topic}` },
  };
}
