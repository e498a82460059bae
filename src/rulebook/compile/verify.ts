/**
 * The citation checker: does each source's text, as far as it is at hand, hold what citations of it rest on? No
 * sentence is compared, since none is copied: a fact is a few words, numbers or ids that stand together in one
 * passage. Pure; reading the texts and writing the record are for the caller.
 */
import type { RulePlace } from "../../base/finding.ts";
import type { TextIs } from "../types.ts";
import { citationLists } from "./check/citations.ts";
import { loadFiles, type Loaded } from "./load.ts";
import type { SourceFile } from "./source/file.ts";

/** A text at hand. `name` as it lies in its folder; `hash` of its bytes. */
export interface TextAtHand {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

export interface FactChecked {
  readonly source: string;
  readonly find: string;
  readonly place: RulePlace;
  /** `recorded`: not at hand now, found in an earlier check. `contradicted`: a text is at hand and lacks it. */
  readonly outcome: "found" | "recorded" | "contradicted" | "not-at-hand";
  readonly file?: string;
  readonly is?: TextIs;
  readonly hash?: string;
}

export interface Verified {
  readonly facts: readonly FactChecked[];
  /** Rules that decide, and whether a citation of theirs has a fact that was found. */
  readonly rules: readonly { readonly what: string; readonly place: RulePlace; readonly checked: boolean }[];
}

/**
 * Checks the facts of a rulebook's files against texts. Files that are wrong in form ask for less; nothing is thrown.
 */
export function verifyFiles(files: readonly SourceFile[], texts: readonly TextAtHand[]): Verified {
  const loaded = loadFiles(files);
  const byName = new Map(texts.map((t) => [t.name, t]));
  const atHand = (source: string) => textsOf(source, loaded, byName);
  const recorded = new Map(loaded.verified.map(({ value }) => [`${value.source} ${value.find}`, value]));
  const facts = factsAsked(loaded).map(({ source, find, place }): FactChecked => {
    const held = atHand(source);
    const hit = held.find(({ text, mark }) => holds(text, find, mark));
    if (hit !== undefined)
      return { source, find, place, outcome: "found", file: hit.text.name, is: hit.is, hash: hit.text.hash };
    if (held.length > 0)
      return { source, find, place, outcome: "contradicted", file: held[0]!.text.name, is: held[0]!.is };
    const before = recorded.get(`${source} ${find}`);
    if (before === undefined) return { source, find, place, outcome: "not-at-hand" };
    return { source, find, place, outcome: "recorded", file: before.file, is: before.is, hash: before.hash };
  });
  return { facts, rules: rulesOf(loaded, facts) };
}

interface Asked {
  readonly source: string;
  readonly find: string;
  readonly place: RulePlace;
}

/** Every fact once: those of facts/, and those a citation holds itself. What is read through another is sought in the other. */
export function factsAsked(loaded: Loaded): readonly Asked[] {
  const all: Asked[] = [
    ...loaded.facts.flatMap(({ value, place }) =>
      value.find.map((find, i) => ({ source: value.source, find, place: place(["find", i]) })),
    ),
    ...citationLists(loaded).flatMap(({ cite, entry, path }) =>
      cite.flatMap((c, i) =>
        (c.find ?? []).map((find, j) => ({
          source: c.via ?? c.source,
          find,
          place: entry.place([...path, i, "find", j]),
        })),
      ),
    ),
  ];
  const seen = new Set<string>();
  return all.filter(({ source, find }) => {
    const key = `${source} ${find}`;
    return !seen.has(key) && seen.add(key);
  });
}

interface Held {
  readonly text: TextAtHand;
  readonly is: TextIs;
  readonly mark?: string;
}

/** Texts of a source: those that facts/texts.yaml names, nearest first, and any file named by the source's id. */
function textsOf(source: string, loaded: Loaded, byName: ReadonlyMap<string, TextAtHand>): readonly Held[] {
  const named = loaded.texts.flatMap(({ value }): Held[] => {
    const text = value.source === source ? byName.get(value.file) : undefined;
    return text === undefined ? [] : [{ text, is: value.is, ...(value.mark !== undefined && { mark: value.mark }) }];
  });
  const own = [...byName.values()].filter((t) => t.name.replace(/^.*\//, "").replace(/\.[^.]+$/, "") === source);
  const extra = own.filter((t) => !named.some((n) => n.text === t)).map((text): Held => ({ text, is: "excerpt" }));
  const near: readonly TextIs[] = ["text", "data", "quotation", "excerpt", "digest"];
  return [...named, ...extra].sort((a, b) => near.indexOf(a.is) - near.indexOf(b.is));
}

/** Within so many characters the words of a fact must stand: a sentence or two, a row of a table. */
const NEAR = 400;

/** Do all words of the fact stand together in one passage (that holds the mark)? */
export function holds(text: TextAtHand, fact: string, mark?: string): boolean {
  const words = fact.toLowerCase().split(/\s+/);
  return passages(text).some((passage) => together(words, passage, mark?.toLowerCase()));
}

/** A dossier names its source within so many characters of what it tells of it. */
const NEAR_MARK = 1000;

function together(words: readonly string[], passage: string, mark: string | undefined): boolean {
  const places = words.map((w) => placesOf(w, passage));
  const marks = mark === undefined ? null : placesOf(mark, passage);
  return (places[0] ?? []).some(
    (at) =>
      places.every((list) => list.some((x) => Math.abs(x - at) <= NEAR)) &&
      (marks === null || marks.some((x) => Math.abs(x - at) <= NEAR_MARK)),
  );
}

/** Where a word stands by itself: "20552" is not found in "120552". */
function placesOf(word: string, passage: string): readonly number[] {
  const out: number[] = [];
  const apart = (c: string | undefined): boolean => c === undefined || !/[a-z0-9]/.test(c);
  for (let i = passage.indexOf(word); i >= 0; i = passage.indexOf(word, i + 1))
    if (apart(passage[i - 1]) && apart(passage[i + word.length])) out.push(i);
  return out;
}

/** A row of a table, an item of a list of records, or a paragraph; lower case, without markup. */
function passages({ name, text }: TextAtHand): readonly string[] {
  const plain = /\.html?$/i.test(name)
    ? text.replace(/<(script|style)\b[^]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ")
    : text;
  const parts = /\.csv$/i.test(name)
    ? plain.split("\n")
    : /\.ya?ml$/i.test(name)
      ? plain.split(/^(?=- )/m)
      : plain.split(/\n\s*\n|\n(?=\|)/);
  return parts.map((p) => p.toLowerCase().replace(/\s+/g, " "));
}

function rulesOf(loaded: Loaded, facts: readonly FactChecked[]): Verified["rules"] {
  const good = new Set(
    facts.filter((f) => f.outcome === "found" || f.outcome === "recorded").map((f) => `${f.source} ${f.find}`),
  );
  const byCode = (source: string, code: string, family: string): boolean =>
    loaded.facts.some(
      ({ value }) =>
        value.source === source &&
        (value.of === undefined || value.of.includes(code) || value.of.includes(family)) &&
        value.find.every((find) => good.has(`${source} ${find}`)),
    );
  return citationLists(loaded).flatMap(({ cite, entry, path, decides, about }) => {
    if (decides === undefined || about === undefined) return [];
    const checked = cite.some(
      (c) =>
        (c.find !== undefined && c.find.every((find) => good.has(`${c.via ?? c.source} ${find}`))) ||
        byCode(c.source, about.code, about.family),
    );
    return [{ what: decides, place: entry.place(path, "key"), checked }];
  });
}
