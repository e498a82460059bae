/** One id, one thing; and a file is named after what it holds. */
import type { Finding } from "../../../base/finding.ts";
import type { Named } from "../anatomy.ts";
import type { Entry, Loaded } from "../load.ts";
import { OWN } from "../own.ts";
import { problem, shown } from "../problems.ts";

/**
 * NP1040: ids that stand twice in their kind. NP1018: files named differently from the one thing in them. NP1006: no
 * book.yaml.
 */
export function checkIds(loaded: Loaded, structures: readonly Named[]): readonly Finding[] {
  const ids = <T extends { readonly id: string }>(entries: readonly Entry<T>[]): Item[] =>
    entries.map((e) => ({ id: e.value.id, key: "id", entry: e }));
  const codes: Item[] = loaded.codes.map((e) => ({ id: e.value.code, key: "code", entry: e }));
  return [
    ...missingBook(loaded),
    ...twice("source", ids(loaded.sources)),
    ...twice(
      "structure",
      structures.map(({ structure, entry }) => ({ id: structure.id, key: "id", entry })),
    ),
    ...twice("code", codes),
    ...twice("family", ids(loaded.families)),
    ...twice("drug", ids(loaded.drugs)),
    ...twice("convention", ids(loaded.conventions)),
    ...twice("belief", ids(loaded.beliefs)),
    ...twice("gap", ids(loaded.gaps)),
    ...twice("form", ids(loaded.forms)),
    ...twice("denial", ids(loaded.denials)),
    ...twice("example", ids(loaded.examples)),
    ...twice("policy", ids(loaded.policies)),
    ...twice("payer", ids(loaded.payers)),
    ...twice("model", ids(loaded.policyModels)),
    ...twice("coverage example", ids(loaded.coverageExamples)),
    ...loaded.policies.flatMap((e) =>
      twice(
        "rule",
        (e.value.rules ?? []).map((r, i) => ({
          id: r.id,
          key: "id",
          entry: { ...e, place: (path = []) => e.place(["rules", i, ...path]) },
        })),
      ),
    ),
    ...misnamed(codes),
    ...misnamed(ids(loaded.families)),
    ...misnamed(ids(loaded.conventions)),
    ...misnamed(ids(loaded.policies.filter((e) => !e.file.startsWith(OWN)))),
    ...misnamed(ids(loaded.policyModels)),
  ];
}

interface Item {
  readonly id: string;
  readonly key: "id" | "code";
  readonly entry: Entry<unknown>;
}

function twice(what: string, items: readonly Item[]): Finding[] {
  const seen = new Map<string, Item>();
  return items.flatMap((item) => {
    const first = seen.get(item.id);
    if (first === undefined) seen.set(item.id, item);
    return first === undefined
      ? []
      : [
          problem(
            "NP1040",
            `Expected one ${what} with the id ${shown(item.id)}, found two.`,
            "Give one of them another id, or join the two.",
            [first.entry.place([first.key]), item.entry.place([item.key])],
          ),
        ];
  });
}

function misnamed(items: readonly Item[]): Finding[] {
  return items.flatMap(({ id, key, entry }) => {
    const name = entry.file.slice(entry.file.lastIndexOf("/") + 1, -".yaml".length);
    if (name === id) return [];
    return [
      problem(
        "NP1018",
        `Expected ${shown(name)} in ${entry.file}, found ${shown(id)}.`,
        `Name the file ${id}.yaml, or correct the ${key}.`,
        [entry.place([key])],
      ),
    ];
  });
}

function missingBook({ book, broken, findings }: Loaded): Finding[] {
  if (book.length === 1 || broken.size > 0 || findings.some((f) => f.rules?.[0]?.file === "book.yaml")) return [];
  const nowhere = { file: "book.yaml", line: 1, column: 1 };
  return [
    problem(
      "NP1006",
      "Expected book.yaml with the version and the horizon, found none.",
      'Write version: "1.0.0" and horizon: {from, until}.',
      [nowhere],
    ),
  ];
}
