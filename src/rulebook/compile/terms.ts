/** The ways of writing structures, made into terms: one for each way, however many structures share it. */
import type { Finding } from "../../base/finding.ts";
import type { Term } from "../types.ts";
import type { Alias, Named } from "./anatomy.ts";
import type { Entry, Loaded } from "./load.ts";
import { formsOf, kept, keyOf } from "./phrase.ts";
import { problem, shown } from "./problems.ts";

interface Claim extends Alias {
  readonly id: string;
  readonly entry: Entry<unknown>;
}

const STRENGTHS = ["ambiguous", "abbr", "name"] as const;

/** Terms sorted by their words, and what is wrong with them: NP1050 to NP1052. */
export function termsOf(
  structures: readonly Named[],
  loaded: Loaded,
): { readonly terms: readonly Term[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const claims = new Map<string, Claim[]>();
  for (const { structure, entry, aliases } of structures) {
    for (const alias of aliases) {
      const key = keyOf(alias.words);
      const list = claims.get(key) ?? [];
      if (list.length === 0) claims.set(key, list);
      list.push({ ...alias, id: structure.id, entry });
    }
  }
  const shared = new Map(loaded.collisions.map((entry) => [keyOf(entry.value.alias), entry]));
  const terms = new Map<string, Term>();
  for (const [key, list] of claims) {
    const collision = shared.get(key);
    if (collision === undefined) findings.push(...clash(list), ...repeated(list));
    else findings.push(...left(list, collision));
    if (collision === undefined) terms.set(key, termOf(list));
  }
  for (const [key, { value }] of shared) {
    terms.set(key, {
      words: kept(value.alias),
      // As written: the likeliest stands first.
      targets: value.targets,
      strength: value.strength ?? "ambiguous",
    });
  }
  // A form that is added here is looked at too: "de quervains" has a plural of its own.
  for (const term of terms.values()) {
    if (term.strength !== "name" || term.misspelt === true) continue;
    for (const form of formsOf(term.words))
      if (!terms.has(keyOf(form))) terms.set(keyOf(form), { ...term, words: form });
  }
  const list = [...terms.values()].sort((a, b) => (a.words < b.words ? -1 : 1));
  findings.push(...unnamed(structures, list));
  return { terms: list, findings };
}

/** One structure's term: the strongest of the ways it is listed. */
function termOf(list: readonly Claim[]): Term {
  const strength = STRENGTHS[Math.max(...list.map((c) => STRENGTHS.indexOf(c.strength)))]!;
  const words = kept(list[0]!.words);
  const targets = [...new Set(list.map((c) => c.id))];
  return list.every((c) => c.misspelt) ? { words, targets, strength, misspelt: true } : { words, targets, strength };
}

function clash(list: readonly Claim[]): Finding[] {
  const first = list[0]!;
  const other = list.find((c) => c.id !== first.id);
  if (other === undefined) return [];
  return [
    problem(
      "NP1050",
      `Expected ${shown(first.words)} to stand for one structure, found it with ${first.id} and with ${other.id}.`,
      "Remove it from one of them, or list it in anatomy/collisions.yaml with all its targets.",
      [first.entry.place(first.path), other.entry.place(other.path)],
    ),
  ];
}

function repeated(list: readonly Claim[]): Finding[] {
  return list
    .slice(1)
    .flatMap((claim, i) =>
      list[i]!.id === claim.id
        ? [
            problem(
              "NP1051",
              `Expected ${shown(claim.words)} once for ${claim.id}, found it again: hyphens, full stops and capitals make no difference.`,
              "Remove one.",
              [list[i]!.entry.place(list[i]!.path), claim.entry.place(claim.path)],
            ),
          ]
        : [],
    );
}

/** A structure that lists a shared alias must be among its targets, or it would be lost without a word. */
function left(list: readonly Claim[], collision: Loaded["collisions"][number]): Finding[] {
  return list
    .filter((c) => !collision.value.targets.includes(c.id))
    .map((c) =>
      problem(
        "NP1050",
        `Expected ${c.id} among the targets of the shared alias ${shown(collision.value.alias)}, found ${collision.value.targets.join(", ")}.`,
        "Add it to the targets, or remove the alias from the structure.",
        [c.entry.place(c.path), collision.place(["targets"])],
      ),
    );
}

function unnamed(structures: readonly Named[], terms: readonly Term[]): Finding[] {
  const own = new Set(terms.filter((t) => t.strength === "name" && t.targets.length === 1).map((t) => t.targets[0]));
  return structures
    .filter(({ structure }) => !own.has(structure.id))
    .map(({ structure, entry }) =>
      problem(
        "NP1052",
        `Expected a name or synonym that stands for ${structure.id} alone, found none.`,
        "Add a synonym that no other structure shares.",
        [entry.place(["name"])],
      ),
    );
}
