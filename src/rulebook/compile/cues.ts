/** Cue words: one cue for each way of writing, in the order of the files. */
import type { Finding } from "../../base/finding.ts";
import type { Cue } from "../types.ts";
import { GIVES } from "./gives.ts";
import type { Entry, Loaded, } from "./load.ts";
import type { ValueOf } from "./kinds.ts";
import { kept, keyOf } from "./phrase.ts";
import { problem, shown } from "./problems.ts";
import { didYouMean } from "./source/nearest.ts";

type CueEntry = Entry<ValueOf<"cues">>;

/** Every cue of the book. */
export function cuesOf(loaded: Loaded): readonly Cue[] {
  return loaded.cues.flatMap(({ value: { words, ...rest } }) => words.map((w) => ({ ...rest, words: kept(w) })));
}

/** What is wrong with the cues. */
export function checkCues(loaded: Loaded): readonly Finding[] {
  const plain = new Map(loaded.plainWords.map((entry) => [keyOf(entry.value), entry]));
  const seen = new Map<string, { entry: CueEntry; index: number }>();
  const ids = new Map<string, CueEntry>();
  const findings: Finding[] = [];
  for (const entry of loaded.cues) {
    const { category, gives, words, id } = entry.value;
    findings.push(...checkGives(entry, category, gives));
    const before = ids.get(`${category} ${id}`);
    if (before !== undefined) {
      findings.push(problem("NP1040", `Expected one cue with the id ${shown(id)} in the category ${category}, found two.`, "Give one of them another id.", [before.place(["id"]), entry.place(["id"])]));
    }
    ids.set(`${category} ${id}`, entry);
    words.forEach((w, index) => {
      const key = keyOf(w);
      const first = seen.get(`${category} ${key}`);
      if (first !== undefined) {
        findings.push(
          problem("NP1053", `Expected ${shown(w)} once in the category ${category}, found it with ${shown(first.entry.value.id)} and with ${shown(id)}; only the first would work.`, "Remove one.", [
            first.entry.place(["words", first.index]),
            entry.place(["words", index]),
          ]),
        );
      } else seen.set(`${category} ${key}`, { entry, index });
      const ordinary = plain.get(key);
      if (ordinary !== undefined) {
        findings.push(
          problem("NP1054", `Expected ${shown(w)} to be a cue or a plain word, found it as both.`, "Remove it from plain-words.txt: a cue word is never taken for a misspelt name.", [
            entry.place(["words", index]),
            ordinary.place(),
          ]),
        );
      }
    });
  }
  return findings;
}

function checkGives(entry: CueEntry, category: Cue["category"], gives: string): Finding[] {
  const known = GIVES[category];
  if (known === undefined ? /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(gives) : known.includes(gives)) return [];
  const expected = known === undefined ? "a word of lower-case letters and hyphens" : `one of ${known.join(", ")}`;
  return [
    problem("NP1055", `A cue of the category ${category} gives ${expected}; found ${shown(gives)}.${didYouMean(gives, known ?? [])}`, "Correct it: the reader knows no other.", [entry.place(["gives"])]),
  ];
}
