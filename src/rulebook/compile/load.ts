/** Texts to typed entries: every file parsed and checked for form, each thing in it with its place. */
import { z } from "zod";
import type { Finding, RulePlace } from "../../base/finding.ts";
import { isElsewhere, kindOf, KINDS, PLACES, PLAIN_WORDS, type KindName, type ValueOf } from "./kinds.ts";
import { problem, shown } from "./problems.ts";
import { placeAt, type SourceFile } from "./source/file.ts";
import { didYouMean } from "./source/nearest.ts";
import { validate } from "./source/validate.ts";
import { LIMITS, parseYaml, type Path } from "./source/yaml.ts";

/** One thing of a rule file. */
export interface Entry<T> {
  readonly value: T;
  readonly file: string;
  /** The place of something inside it; of itself when no path is given. */
  readonly place: (path?: Path, which?: "value" | "key") => RulePlace;
}

export type Entries = { readonly [K in KindName]: readonly Entry<ValueOf<K>>[] };

export interface Loaded extends Entries {
  readonly plainWords: readonly Entry<string>[];
  /** Ids of things whose form is wrong: known to exist, so that nobody who names them is blamed as well. */
  readonly broken: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/**
 * Reads all files, in the order of their paths whatever the order given. Whatever is wrong with a form is in
 * `findings` (NP1001 to NP1019); what is left out for it is in `broken`.
 */
export function loadFiles(files: readonly SourceFile[]): Loaded {
  const entries = Object.fromEntries(Object.keys(KINDS).map((name) => [name, []])) as unknown as {
    [K in KindName]: Entry<unknown>[];
  };
  const plainWords: Entry<string>[] = [];
  const broken = new Set<string>();
  const findings: Finding[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const kind = kindOf(file.path);
    if (kind !== null) {
      const some = loadFile(file, kind, entries[kind], broken);
      findings.push(...some.slice(0, LIMITS.findings));
      if (some.length > LIMITS.findings) findings.push(more(file));
    } else if (file.path === PLAIN_WORDS) plainWords.push(...loadWords(file));
    else if (!isElsewhere(file.path)) findings.push(lost(file));
  }
  return { ...(entries as unknown as Entries), plainWords, broken, findings };
}

function loadFile(file: SourceFile, kind: KindName, into: Entry<unknown>[], broken: Set<string>): readonly Finding[] {
  const { parsed, findings: flaws } = parseYaml(file);
  if (parsed === null) return flaws;
  const { item, list, head } = KINDS[kind];
  const findings = [...flaws];
  const take = (data: unknown, at: Path): void => {
    // A file that is not plain YAML is not judged further; what it names is known to exist.
    const { value, findings: some } =
      flaws.length > 0 ? { value: null, findings: [] } : validate<unknown>(item, data, parsed, at);
    findings.push(...some);
    if (value === null) names(data).forEach((name) => broken.add(name));
    else
      into.push({
        value,
        file: file.path,
        place: (path = [], which = "value") => parsed.place([...at, ...path], which),
      });
  };
  if (list === null) take(parsed.data, []);
  else {
    const top = validate(headed(list, head), parsed.data, parsed, []);
    if (top.value === null) return flaws.length > 0 ? flaws : top.findings;
    const { [list]: items, ...rest } = top.value;
    (items as unknown[]).forEach((data, i) => {
      const whole = typeof data === "object" && data !== null && !Array.isArray(data) ? { ...rest, ...data } : data;
      if (findings.length <= LIMITS.findings) take(whole, [list, i]);
    });
  }
  return findings;
}

function headed(list: string, head: z.core.$ZodLooseShape): z.ZodType<Record<string, unknown>> {
  const known = [list, ...Object.keys(head)].join(" ");
  return z.strictObject(
    { ...head, [list]: z.array(z.unknown()) },
    { error: (issue) => (issue.code === "unrecognized_keys" ? known : undefined) },
  );
}

function names(data: unknown): string[] {
  const { id, code } = (data ?? {}) as { id?: unknown; code?: unknown };
  return [id, code].filter((name) => typeof name === "string" || typeof name === "number").map(String);
}

/** One word a line; `#` begins a comment. */
function loadWords(file: SourceFile): Entry<string>[] {
  const words: Entry<string>[] = [];
  let start = 0;
  for (const line of file.text.split("\n")) {
    const word = line.replace(/#.*/, "").trim().toLowerCase();
    const at = start + line.search(/\S/);
    if (word !== "") words.push({ value: word, file: file.path, place: () => placeAt(file, at, at + word.length) });
    start += line.length + 1;
  }
  return words;
}

function lost(file: SourceFile): Finding {
  const renamed = file.path.replace(/\.[^./]*$/, ".yaml");
  const folder = file.path.slice(0, Math.max(0, file.path.lastIndexOf("/")));
  const near = kindOf(renamed) === null ? didYouMean(folder || file.path, PLACES) : ` Did you mean "${renamed}"?`;
  return problem(
    "NP1005",
    `Expected a rule file that the format knows, found ${shown(file.path)}: nothing would read it.${near}`,
    "Move it to the folder of its kind, or name it .yaml.",
    [placeAt(file, 0, 1)],
  );
}

const more = (file: SourceFile): Finding =>
  problem(
    "NP1008",
    `Expected a rule file, found more than ${LIMITS.findings} flaws in it.`,
    "Correct those shown, then check again.",
    [placeAt(file, 0, 1)],
  );
