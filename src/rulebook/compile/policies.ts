/** Checked policy entries to the compiled policy book: models unfolded, rules placed, weighed, hashed, frozen. */
import { deepFreeze } from "../freeze.ts";
import { hashValue } from "../hash.ts";
import type { Policy, PolicyBook, PolicyNote, PolicyRule, Standing, Topic, Unread } from "../policy-types.ts";
import type { Citation, RuleRef, Source, Structure } from "../types.ts";
import type { ValueOf } from "./kinds.ts";
import type { Entry, Loaded } from "./load.ts";
import { OWN } from "./own.ts";

type Written = ValueOf<"policies">;
type WrittenRule = NonNullable<Written["rules"]>[number];
type Parts = Pick<Written, "rules" | "unread" | "notes" | "services" | "cite">;

/** Makes the policy book. `loaded` must be free of errors and hold the own policies (`withOwn`). */
export function assemblePolicies(loaded: Loaded, structures: readonly Structure[]): PolicyBook {
  const models = new Map(loaded.policyModels.map((e) => [e.value.id, e]));
  const policies = loaded.policies.map((entry) => policyOf(entry, models)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const cited = new Set(
    policies.flatMap(citationsOf).flatMap((c) => [c.source, ...(c.via === undefined ? [] : [c.via])]),
  );
  const content: Omit<PolicyBook, "hash"> = {
    kind: "policy-book",
    own: loaded.policies.filter((e) => e.file.startsWith(OWN)).map((e) => e.value.id),
    payers: loaded.payers.map(({ value: { also = [], states = [], ...rest } }) => ({ ...rest, also, states })),
    contractors: loaded.contractors.map((e) => e.value),
    services: Object.fromEntries(
      loaded.services.map(({ value: { id, title, codes, kinds = [] } }) => [id, { title, codes, kinds }]),
    ),
    conditions: Object.fromEntries(loaded.conditions.map(({ value }) => [value.id, value.codes])),
    regions: regionsOf(loaded, structures),
    regionWords: Object.fromEntries(
      loaded.bodyRegions.flatMap(({ value }) =>
        [value.id, ...(value.words ?? [])].map((w) => [w.toLowerCase(), value.id]),
      ),
    ),
    policies,
    sources: Object.fromEntries(
      loaded.sources.map((e): [string, Source] => [e.value.id, e.value]).filter(([id]) => cited.has(id)),
    ),
  };
  return deepFreeze({ ...content, hash: hashValue(content) });
}

/**
 * How far a rule may carry an answer: text that was read does, so do two digests that do not share a source;
 * one digest or an inference is told and no more; what is recalled is a lead.
 */
export function standingOf(cite: readonly Citation[], sources?: ReadonlyMap<string, Source>): Standing {
  const hows = cite.map((c) => {
    const own = sources?.get(c.source)?.how;
    return own === "memory" || own === "unverified" ? own : c.how;
  });
  if (hows.some((how) => how === "in-full" || how === "in-part" || how === "quoted-by")) return "decides";
  const digests = new Set(cite.filter((c) => c.how === "digest").map((c) => c.source));
  if (digests.size >= 2) return "decides";
  return digests.size === 1 || hows.includes("inference") ? "told" : "lead";
}

function policyOf(entry: Entry<Written>, models: ReadonlyMap<string, Entry<ValueOf<"policyModels">>>): Policy {
  const { value } = entry;
  const { rules: _r, unread: _u, notes: _n, same, jurisdictions = [], states = [], over = [], ...head } = value;
  const model = same === undefined ? undefined : models.get(same);
  const parts: { readonly of: Entry<unknown>; readonly parts: Parts }[] = [{ of: entry, parts: value }];
  if (model !== undefined) parts.push({ of: model, parts: model.value });
  const seen = new Set<string>();
  return {
    ...head,
    jurisdictions,
    states,
    over,
    rules: parts.flatMap(({ of, parts: p }) =>
      (p.rules ?? []).flatMap((rule, i) => {
        if (seen.has(rule.id)) return [];
        seen.add(rule.id);
        return [ruleOf(rule, value.id, p, placeOf(of, rule.id, ["rules", i]))];
      }),
    ),
    unread: parts.flatMap(({ parts: p }) =>
      (p.unread ?? []).map((u): Unread => ({ open: false, services: p.services, ...u })),
    ),
    notes: parts.flatMap(({ parts: p }) => (p.notes ?? []).map((n): PolicyNote => ({ cite: p.cite, ...n }))),
    where: placeOf(entry, value.id, []),
  };
}

const placeOf = (entry: Entry<unknown>, rule: string, path: readonly (string | number)[]): RuleRef => ({
  rule,
  file: entry.file,
  line: entry.place(path).line,
});

function ruleOf(rule: WrittenRule, policy: string, parts: Parts, where: RuleRef): PolicyRule {
  const cite = rule.cite ?? parts.cite;
  const services = rule.services ?? parts.services;
  const id = `${policy}/${rule.id}`;
  const base = {
    topic: rule.topic ?? topicOf(rule, services),
    from: null,
    until: null,
    ...defaultsOf(rule, services),
    ...rule,
    id,
    services,
    cite,
    standing: standingOf(cite),
    where: { ...where, rule: id },
  };
  return base as unknown as PolicyRule;
}

function topicOf(rule: WrittenRule, services: readonly string[]): Topic {
  switch (rule.form) {
    case "criteria":
    case "absent":
      return rule.topic;
    case "diagnosis":
      return "diagnosis";
    case "agent":
      return "agents";
    case "stance":
      return services.includes("imaging") ? "imaging" : "technique";
    case "limit":
    case "interval":
      return "frequency";
    case "units":
      return "units";
    case "authorization":
      return "authorization";
    default:
      return "claim";
  }
}

/** What a rule may leave unsaid. */
function defaultsOf(rule: WrittenRule, services: readonly string[]): object {
  switch (rule.form) {
    case "criteria":
      return { least: rule.of.length };
    case "absent":
      return { firm: true };
    case "diagnosis":
      return { in: [], out: [], conditions: [], notConditions: [], closed: false };
    case "agent":
      return { only: [], not: [], notAlone: [] };
    case "limit":
      return { unitOpen: false, window: "unstated", scope: "patient", pools: services, advice: false };
    case "interval":
      return { scope: "patient", pools: services };
    case "beside":
      return { agents: [] };
    case "modifier":
      return { when: [], bySide: false };
    case "same-day":
      return { codes: [], kinds: [], region: "any" };
    default:
      return {};
  }
}

const citationsOf = (policy: Policy): readonly Citation[] => [
  ...policy.cite,
  ...policy.rules.flatMap((r) => r.cite),
  ...policy.notes.flatMap((n) => n.cite),
];

/** A structure that a region lists belongs where it is listed; any other goes with its region of anatomy/. */
function regionsOf({ bodyRegions }: Loaded, structures: readonly Structure[]): PolicyBook["regions"] {
  const listed = new Map<string, string[]>();
  for (const { value } of bodyRegions)
    for (const id of value.structures ?? []) listed.set(id, [...(listed.get(id) ?? []), value.id]);
  const byAnatomy = (region: string | undefined): string[] =>
    bodyRegions.filter((e) => region !== undefined && e.value.anatomy?.includes(region)).map((e) => e.value.id);
  return Object.fromEntries(
    structures
      .map(({ id, region }): [string, string[]] => [id, listed.get(id) ?? byAnatomy(region)])
      .filter(([, regions]) => regions.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
