/** What a payer wants to find in the record, as fields of the clinic's form: read from its policies, rule by rule. */
import type { Survey, SurveyedPolicy, SurveyedRule } from "../policy/survey.ts";
import { elementWords } from "../rulebook/clinical.ts";
import type { Topic } from "../rulebook/policy-types.ts";
import type { Citation } from "../rulebook/types.ts";
import { sourceLine } from "./citations.ts";
import { blank, paragraph, type Block, type Words } from "./document.ts";
import { datesOf, TOPIC_WORDS, WEIGHT_WORDS } from "./policy-words.ts";

export interface Field {
  readonly title: string;
  readonly why: string;
  /** Ids of the rules that read it. */
  readonly readBy: readonly string[];
  readonly form: readonly Block[];
}

/** Topics whose rules a note can answer; the others speak of the claim, or of what was chosen to be done. */
const IN_THE_NOTE: readonly Topic[] = ["findings", "prior-care", "response", "frequency", "documentation"];

interface Asked extends SurveyedRule {
  readonly policy: SurveyedPolicy["policy"];
}

/** One field for each topic on which the payer's policies ask something of the record. */
export function policyFields(s: Survey): readonly Field[] {
  const all = rulesOf(s);
  return IN_THE_NOTE.flatMap((topic) => {
    const mine = all.filter((a) => a.rule.topic === topic);
    if (mine.length === 0) return [];
    const policies = [...new Set(mine.map((a) => `${a.policy.number ?? a.policy.title}, ${datesOf(a.policy)}`))];
    return [
      {
        title: `${TOPIC_WORDS[topic]} (${s.payer.name})`,
        why: `Asked by ${policies.join("; ")}.`,
        readBy: mine.map((a) => a.rule.where.rule),
        form: formsOf(mine),
      },
    ];
  });
}

/** Says that there is no text, where there is none. */
export function policyNote(s: Survey): Block | null {
  if (rulesOf(s).length > 0) return null;
  const none = `Nothing that ${s.payer.name} asks of the record for this procedure on ${s.day} is known here.`;
  return paragraph([none, ...s.findings.map((f) => ` ${f.reason} ${f.remedy}`)].join(""));
}

/** The documents behind the fields, each once, with every place in it. */
export function policySources(s: Survey): readonly Words[] {
  const places = new Map<string, { readonly cite: Citation; readonly at: Set<string> }>();
  for (const cite of rulesOf(s).flatMap((a) => [...a.policy.cite, ...a.rule.cite])) {
    const one = places.get(cite.source) ?? { cite, at: new Set<string>() };
    places.set(cite.source, one);
    const at = cite.locator ?? s.sources[cite.source]?.locator;
    if (at !== undefined) one.at.add(at);
  }
  return [...places.values()].map(({ cite, at }) =>
    sourceLine(cite.source, s, at.size === 0 ? cite : { ...cite, locator: [...at].join("; ") }),
  );
}

/** Rules of every place and document, those that say the same once. */
function rulesOf(s: Survey): readonly Asked[] {
  const seen = new Set<string>();
  const all = s.places.flatMap((p) => p.policies.flatMap((of) => of.rules.map((r) => ({ ...r, policy: of.policy }))));
  return all.filter(({ rule }) => {
    const key = `${rule.phase ?? ""} ${rule.says}`;
    return IN_THE_NOTE.includes(rule.topic) && !seen.has(key) && seen.add(key) !== undefined;
  });
}

/**
 * What is asked, in the policy's order, and a line to write on for each thing that shows it, each once. The line names
 * the thing alone: how much of it is enough stands in the rule, and is no answer to copy.
 */
function formsOf(list: readonly Asked[]): readonly Block[] {
  const lines = new Set<string>();
  return list.flatMap((a) => {
    const fresh = thingsOf(a).filter((t) => !lines.has(t));
    fresh.forEach((t) => lines.add(t));
    return [says(a), ...fresh.map((t) => blank(t))];
  });
}

/** What must not be there asks for no line. */
function thingsOf({ rule }: Asked): readonly string[] {
  if (rule.topic === "frequency") return ["Earlier sessions: days, and places injected"];
  if (rule.form === "absent") return [];
  return "of" in rule ? rule.of.map((e) => sentence(elementWords(e.is))) : ["Shown by"];
}

function says({ rule, weight }: Asked): Block {
  const phase = rule.phase === undefined ? "" : rule.phase === "initial" ? "First injection: " : "Repeats: ";
  const mark = WEIGHT_WORDS[weight] === "" ? "" : ` (${WEIGHT_WORDS[weight]})`;
  return paragraph([`${phase}${rule.says}`, { text: mark, look: "quiet" }]);
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
