/** Policies: what they name exists, their dates run forward, and no payer has two texts of one number on one day. */
import type { IsoDate } from "../../../base/dates.ts";
import type { Finding } from "../../../base/finding.ts";
import type { ValueOf } from "../kinds.ts";
import type { Entry, Loaded } from "../load.ts";
import { OWN } from "../own.ts";
import { problem, shown } from "../problems.ts";
import { didYouMean } from "../source/nearest.ts";
import type { Path } from "../source/yaml.ts";

type PolicyEntry = Entry<ValueOf<"policies">>;

/** Everything wrong with policies but their form: NP1047 names, NP1020 and NP1021 dates. */
export function checkPolicies(loaded: Loaded): readonly Finding[] {
  return [...names(loaded), ...loaded.policies.flatMap(backwards), ...overlaps(loaded.policies)];
}

/** NP1070: policies whose review was due on or before `asOf`. */
export function checkPolicyReview(loaded: Loaded, asOf: IsoDate): readonly Finding[] {
  return loaded.policies
    .filter((e) => e.value.reviewBy <= asOf)
    .map((e) =>
      problem(
        "NP1070",
        `Expected ${e.value.id} to be reviewed by ${e.value.reviewBy}; it is ${asOf}.`,
        "Open the payer's present document, correct what changed, then set a later day.",
        [e.place(["reviewBy"])],
      ),
    );
}

function names(loaded: Loaded): Finding[] {
  const findings: Finding[] = [];
  const ask =
    (what: string, list: Iterable<string>) =>
    (entry: Entry<unknown>, path: Path, id: string | undefined): void => {
      const known = new Set(list);
      if (id === undefined || known.has(id) || loaded.broken.has(id)) return;
      findings.push(
        problem(
          "NP1047",
          `Expected ${what}, found ${shown(id)}.${didYouMean(id, known)}`,
          "Correct the word, or add what it names.",
          [entry.place(path)],
        ),
      );
    };
  const ids = <T extends { readonly id: string }>(entries: readonly Entry<T>[]): string[] =>
    entries.map((e) => e.value.id);
  const payer = ask("a payer of policies/payers.yaml", ids(loaded.payers));
  const service = ask("a service of policies/services.yaml", ids(loaded.services));
  const condition = ask("a condition of policies/conditions.yaml", ids(loaded.conditions));
  const model = ask("a model of policies/models/", ids(loaded.policyModels));
  const policy = ask("a policy of policies/", ids(loaded.policies));
  const jurisdiction = ask(
    "a jurisdiction of policies/medicare/contractors.yaml",
    loaded.contractors.map((e) => e.value.jurisdiction),
  );

  for (const e of loaded.policies) {
    const { payers, jurisdictions = [], over = [], same, adopts } = e.value;
    payers.forEach((id, i) => payer(e, ["payers", i], id));
    jurisdictions.forEach((id, i) => jurisdiction(e, ["jurisdictions", i], id));
    over.forEach((id, i) => policy(e, ["over", i], id));
    model(e, ["same"], same);
    payer(e, ["adopts"], adopts);
  }
  for (const e of [...loaded.policies, ...loaded.policyModels]) {
    const { services, rules = [], unread = [] } = e.value;
    services.forEach((id, i) => service(e, ["services", i], id));
    unread.forEach((u, i) => u.services?.forEach((id, j) => service(e, ["unread", i, "services", j], id)));
    rules.forEach((rule, i) => {
      rule.services?.forEach((id, j) => service(e, ["rules", i, "services", j], id));
      if (rule.form === "limit" || rule.form === "interval")
        rule.pools?.forEach((id, j) => service(e, ["rules", i, "pools", j], id));
      if (rule.form === "diagnosis")
        for (const key of ["conditions", "notConditions"] as const)
          rule[key]?.forEach((id, j) => condition(e, ["rules", i, key, j], id));
    });
  }
  return findings;
}

function backwards(e: PolicyEntry): Finding[] {
  const spans: { from: IsoDate | null | undefined; until: IsoDate | null | undefined; path: Path }[] = [
    { from: e.value.from, until: e.value.until, path: [] },
    ...(e.value.rules ?? []).map((r, i) => ({ from: r.from, until: r.until, path: ["rules", i] })),
  ];
  return spans.flatMap(({ from, until, path }) => {
    if (from == null || until == null || from < until) return [];
    return [
      problem(
        "NP1020",
        `Expected an end after ${from}, found ${until}: a rule holds from its first day up to, not including, its last.`,
        "Correct one of the two dates.",
        [e.place([...path, "until"])],
      ),
    ];
  });
}

/** One number of one payer may have several texts, one after the other. */
function overlaps(entries: readonly PolicyEntry[]): Finding[] {
  const dated = entries.filter((e) => e.value.number !== null && e.value.from !== null);
  return dated.flatMap((b, i) =>
    dated.slice(0, i).flatMap((a) => {
      if (a.value.number !== b.value.number || !shares(a, b) || isOwn(a) !== isOwn(b)) return [];
      const [first, second] = a.value.from! <= b.value.from! ? [a, b] : [b, a];
      if (first.value.until !== null && first.value.until <= second.value.from!) return [];
      return [
        problem(
          "NP1021",
          `Expected one text of ${shown(a.value.number)} in force on each day, found ${first.value.id} and ${second.value.id} from ${second.value.from} on.`,
          "Let the first end (until) on the day the second begins.",
          [first.place(["until"]), second.place(["from"])],
        ),
      ];
    }),
  );
}

/** A user's copy of a text may stand beside the book's: which goes before, its `over` says. */
const isOwn = (e: PolicyEntry): boolean => e.file.startsWith(OWN);

const shares = (a: PolicyEntry, b: PolicyEntry): boolean =>
  a.value.payers.some((p) => b.value.payers.includes(p)) &&
  a.value.services.some((s) => b.value.services.includes(s)) &&
  (a.value.jurisdictions === undefined ||
    b.value.jurisdictions === undefined ||
    a.value.jurisdictions.some((j) => b.value.jurisdictions!.includes(j)));
