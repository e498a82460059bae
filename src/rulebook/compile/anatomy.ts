/** The four kinds of anatomy file as one: structures, and the ways to write each. */
import type { Structure } from "../types.ts";
import type { Entry, Loaded } from "./load.ts";
import type { Path } from "./source/yaml.ts";

/** A structure of any file, with what it is called. */
export interface Named {
  readonly structure: Structure;
  readonly entry: Entry<unknown>;
  readonly aliases: readonly Alias[];
}

/** One way to write a structure, as the file has it. */
export interface Alias {
  readonly words: string;
  readonly strength: "name" | "abbr" | "ambiguous";
  readonly misspelt: boolean;
  readonly path: Path;
}

interface Ways {
  readonly name: string;
  readonly synonyms?: readonly string[];
  readonly aliases?: readonly string[];
  readonly abbr?: readonly string[];
  readonly ambiguous?: readonly string[];
  readonly misspellings?: readonly string[];
}

/**
 * All structures with the ways to write each, in the order of the files. One id may stand twice (NP1040 is for
 * checkIds).
 */
export function structuresOf(loaded: Loaded): readonly Named[] {
  const named = <T extends Ways>(entries: readonly Entry<T>[], make: (value: T) => Structure): Named[] =>
    entries.map((entry) => ({ structure: make(entry.value), entry, aliases: aliasesOf(entry.value) }));
  return [
    ...named(loaded.muscles, ({ synonyms: _s, abbr: _a, ambiguous: _b, misspellings: _m, ...rest }) => ({
      kind: "muscle",
      ...rest,
    })),
    ...named(loaded.groups, ({ synonyms: _s, abbr: _a, ambiguous: _b, misspellings: _m, ...rest }) => ({
      kind: "group",
      paired: true,
      ...rest,
    })),
    ...named(loaded.regions, ({ aliases: _l, abbr: _a, ambiguous: _b, misspellings: _m, ...rest }) => ({
      paired: true,
      ...rest,
    })),
    ...named(loaded.sites, ({ synonyms: _s, abbr: _a, ambiguous: _b, misspellings: _m, ...rest }) => rest),
  ];
}

function aliasesOf(value: Ways): Alias[] {
  const list = (key: keyof Ways, strength: Alias["strength"], misspelt = false): Alias[] =>
    ((value[key] ?? []) as readonly string[]).map((words, i) => ({ words, strength, misspelt, path: [key, i] }));
  return [
    { words: value.name, strength: "name", misspelt: false, path: ["name"] },
    ...list("synonyms", "name"),
    ...list("aliases", "name"),
    ...list("abbr", "abbr"),
    ...list("ambiguous", "ambiguous"),
    ...list("misspellings", "name", true),
  ];
}
