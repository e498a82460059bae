/** Cue words: one cue for each way of writing, in the order of the files. */
import type { Finding } from "../../base/finding.ts";
import type { Cue } from "../types.ts";
import { GIVES, SUBSTANCE_CLASSES } from "./gives.ts";
import type { ValueOf } from "./kinds.ts";
import type { Entry, Loaded } from "./load.ts";
import { kept, keyOf } from "./phrase.ts";
import { problem, shown } from "./problems.ts";
import { didYouMean } from "./source/nearest.ts";

type CueEntry = Entry<ValueOf<"cues">>;

/** Every cue of the book; a spelling that differs only in hyphens from an earlier one is left out. */
export function cuesOf(loaded: Loaded): readonly Cue[] {
  const seen = new Set<string>();
  const isNew = (list: string, words: string): boolean => {
    const key = `${list} ${keyOf(words)}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  return loaded.cues.flatMap(({ value: { words, ...rest } }) =>
    words.filter((w) => isNew(listOf(rest), w)).map((w) => ({ ...rest, words: kept(w) })),
  );
}

/** The list in which a word may stand once: a category; of details each group, for each is asked for by itself. */
function listOf({ category, gives }: Pick<Cue, "category" | "gives">): string {
  return category === "detail" ? `${category} ${gives}` : category;
}

/** What is wrong with the cues: NP1040, NP1053 to NP1056. */
export function checkCues(loaded: Loaded): readonly Finding[] {
  const seen = new Map<string, Seen>();
  const ids = new Map<string, CueEntry>();
  const findings: Finding[] = [];
  for (const entry of loaded.cues) {
    const { category, words, id } = entry.value;
    findings.push(...checkGives(entry, loaded));
    const before = ids.get(`${category} ${id}`);
    if (before !== undefined) {
      findings.push(
        problem(
          "NP1040",
          `Expected one cue with the id ${shown(id)} in the category ${category}, found two.`,
          "Give one of them another id.",
          [before.place(["id"]), entry.place(["id"])],
        ),
      );
    }
    ids.set(`${category} ${id}`, entry);
    words.forEach((w, index) => {
      const key = `${listOf(entry.value)} ${keyOf(w)}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, { entry, index });
      else findings.push(again(w, first, { entry, index }));
    });
  }
  return [...findings, ...alsoPlain(loaded)];
}

interface Seen {
  readonly entry: CueEntry;
  readonly index: number;
}

function again(words: string, first: Seen, second: Seen): Finding {
  const places = [first.entry.place(["words", first.index]), second.entry.place(["words", second.index])];
  const [a, b] = [first.entry.value, second.entry.value];
  if (a === b) {
    return problem(
      "NP1056",
      `Expected ${shown(words)} once in the cue ${shown(a.id)}, found it again: hyphens, full stops and capitals make no difference.`,
      "Remove one.",
      places,
    );
  }
  return problem(
    "NP1053",
    `Expected ${shown(words)} once in the category ${a.category}, found it with ${shown(a.id)} and with ${shown(b.id)}; only the first would work.`,
    "Remove one.",
    places,
  );
}

/** One warning for the whole list: a cue word is never taken for a misspelt name, so it need not be listed. */
function alsoPlain(loaded: Loaded): Finding[] {
  const cues = new Map<string, Seen>();
  // What payers ask for is looked for apart: its words may be plain ones.
  for (const entry of loaded.cues)
    if (entry.value.category !== "clinical")
      entry.value.words.forEach((w, index) => cues.set(keyOf(w), { entry, index }));
  const both = loaded.plainWords.filter((word) => cues.has(keyOf(word.value)));
  const first = both[0];
  if (first === undefined) return [];
  const { entry, index } = cues.get(keyOf(first.value))!;
  const some = both
    .slice(0, 8)
    .map((word) => word.value)
    .join(", ");
  return [
    problem(
      "NP1054",
      `Expected plain words that are no cues, found ${both.length} that are: ${some}${both.length > 8 ? ", ..." : ""}.`,
      "Remove them from plain-words.txt: a cue word is never taken for a misspelt name.",
      [first.place(), entry.place(["words", index])],
    ),
  ];
}

function checkGives(entry: CueEntry, loaded: Loaded): Finding[] {
  const { category, gives } = entry.value;
  const drugs = category === "substance" ? loaded.drugs.map((drug) => drug.value.id) : [];
  const known = category === "substance" ? [...SUBSTANCE_CLASSES, ...drugs] : GIVES[category];
  if (known === undefined ? /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(gives) : known.includes(gives)) return [];
  if (loaded.broken.has(gives)) return [];
  const expected =
    category === "substance"
      ? `a drug of drugs/, or one of ${SUBSTANCE_CLASSES.join(", ")}`
      : known === undefined
        ? "a word of lower-case letters and hyphens"
        : `one of ${known.join(", ")}`;
  return [
    problem(
      "NP1055",
      `A cue of the category ${category} gives ${expected}; found ${shown(gives)}.${didYouMean(gives, known ?? [])}`,
      "Correct it: the reader knows no other.",
      [entry.place(["gives"])],
    ),
  ];
}
