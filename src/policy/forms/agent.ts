/** `agent`: what may and may not be injected. */
import type { NotePlace } from "../../base/finding.ts";
import type { PolicyRule } from "../../rulebook/policy-types.ts";
import type { AgentClass } from "../../rulebook/types.ts";
import type { Case } from "../case.ts";
import type { Verdict } from "../types.ts";

type Rule = Extract<PolicyRule, { form: "agent" }>;

/** Saline dilutes and contrast shows: beside a drug they are not what the policy means. */
const CARRIERS: readonly AgentClass[] = ["saline", "contrast"];

/** Was only what the policy allows injected? A substance whose class is not known leaves it open. */
export function judgeAgent({ agents }: Case, rule: Rule): Verdict {
  const found = [...agents.keys()];
  const drugs = found.filter((a) => !CARRIERS.includes(a));
  const counted = drugs.length > 0 ? drugs : found;
  const places = (list: readonly AgentClass[]): readonly NotePlace[] => list.flatMap((a) => agents.get(a) ?? []);
  const settles = "What was injected, by name.";
  if (found.length === 0)
    return { status: "not-documented", found: "the note does not say what was injected", settles };
  const barred = found.filter((a) => rule.not.includes(a));
  const alone = counted.every((a) => rule.notAlone.includes(a)) ? counted : [];
  const foreign = rule.only.length === 0 ? [] : counted.filter((a) => !rule.only.includes(a));
  const known = foreign.filter((a) => a !== "other");
  const wrong = [...new Set([...barred, ...alone, ...known])];
  if (wrong.length > 0)
    return { status: "not-met", found: `injected: ${wrong.map(agentWords).join(", ")}`, evidence: places(wrong) };
  if (foreign.length > 0)
    return {
      status: "not-documented",
      found: "a substance whose class is not known",
      evidence: places(foreign),
      settles,
    };
  return { status: "met", found: `injected: ${found.map(agentWords).join(", ")}`, evidence: places(found) };
}

const WORDS: Partial<Record<AgentClass, string>> = {
  anaesthetic: "local anaesthetic",
  proliferant: "a proliferant",
  toxin: "botulinum toxin",
  prp: "platelet-rich plasma",
  nsaid: "an anti-inflammatory",
};

/** Kinds of drug in plain words. */
export const agentWords = (agent: AgentClass): string => WORDS[agent] ?? agent;
