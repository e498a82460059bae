/** Citations name sources that exist, and nothing decides that nobody has read. */
import type { Finding } from "../../../base/finding.ts";
import type { Citation, How } from "../../types.ts";
import type { Entry, Loaded } from "../load.ts";
import { problem, shown } from "../problems.ts";
import { didYouMean } from "../source/nearest.ts";
import type { Path } from "../source/yaml.ts";

/** A list of citations, where it stands, and what rests on it. */
interface Cited {
  readonly cite: readonly Citation[];
  readonly entry: Entry<unknown>;
  readonly path: Path;
  /** Set when a code is decided by it. */
  readonly decides?: string;
  /** Of a rule that decides: its code and family. */
  readonly about?: { readonly code: string; readonly family: string };
}

const UNREAD: readonly How[] = ["memory", "unverified"];

/** NP1031: sources that are not in the book. NP1032: rules that decide without anything read to stand on. */
export function checkCitations(loaded: Loaded): readonly Finding[] {
  const sources = new Map(loaded.sources.map((e) => [e.value.id, e.value]));
  const lists = citationLists(loaded);
  const unknown = lists.flatMap(({ cite, entry, path }) =>
    cite.flatMap((c, i) =>
      (["source", "via"] as const).flatMap((key) => {
        const id = c[key];
        if (id === undefined || sources.has(id) || loaded.broken.has(id)) return [];
        return [
          problem(
            "NP1031",
            `Expected a source of sources/, found ${shown(id)}.${didYouMean(id, sources.keys())}`,
            "Correct the id, or enter the document in sources/.",
            [entry.place([...path, i, key])],
          ),
        ];
      }),
    ),
  );
  const strays = [...loaded.facts, ...loaded.texts, ...loaded.verified].flatMap(({ value, place }) =>
    sources.has(value.source) || loaded.broken.has(value.source)
      ? []
      : [
          problem(
            "NP1031",
            `Expected a source of sources/, found ${shown(value.source)}.${didYouMean(value.source, sources.keys())}`,
            "Correct the id, or enter the document in sources/.",
            [place(["source"])],
          ),
        ],
  );
  const read = (c: Citation): boolean =>
    !UNREAD.includes(c.how) && !UNREAD.includes(sources.get(c.source)?.how ?? c.how);
  const unread = lists.flatMap(({ cite, entry, path, decides }) => {
    if (decides === undefined || cite.some(read)) return [];
    return [
      problem(
        "NP1032",
        `Expected ${decides} to rest on something that was read, found only ${cite.map((c) => `${c.source} (${UNREAD.includes(c.how) ? c.how : sources.get(c.source)!.how})`).join(", ")}.`,
        "Cite what was read, or declare a gap: nothing unverified decides.",
        [entry.place(path, "key")],
      ),
    ];
  });
  return [...unknown, ...strays, ...unread];
}

/** Every list of citations in the book's coding rules, with what rests on it. */
export function citationLists(loaded: Loaded): readonly Cited[] {
  const notCoded = new Set(loaded.families.filter((e) => e.value.notCoded !== undefined).map((e) => e.value.id));
  const out: Cited[] = [];
  const add = (
    entry: Entry<unknown>,
    path: Path,
    cite: readonly Citation[] | undefined,
    decides?: string,
    about?: Cited["about"],
  ): void => {
    if (cite !== undefined)
      out.push({ cite, entry, path, ...(decides !== undefined && { decides }), ...(about !== undefined && { about }) });
  };
  for (const entry of loaded.codes) {
    const decides = (what: string) => (notCoded.has(entry.value.family) ? undefined : what);
    entry.value.editions.forEach((edition, i) => {
      add(
        entry,
        ["editions", i, "cite"],
        edition.cite,
        decides(`the edition of ${entry.value.code} from ${edition.from}`),
        entry.value,
      );
      edition.modifiers?.forEach((m, j) =>
        add(
          entry,
          ["editions", i, "modifiers", j, "cite"],
          m.cite,
          decides(`modifier ${m.modifier} with ${entry.value.code}`),
          entry.value,
        ),
      );
    });
  }
  for (const entry of loaded.families) {
    entry.value.editions.forEach((edition, i) => {
      add(entry, ["editions", i, "cite"], edition.cite, `the edition of ${entry.value.id} from ${edition.from}`);
      edition.rows.forEach((row, j) =>
        add(entry, ["editions", i, "rows", j, "cite"], row.cite, `the row for ${row.code}`, {
          code: row.code,
          family: entry.value.id,
        }),
      );
    });
    add(entry, ["notCoded", "cite"], entry.value.notCoded?.cite);
  }
  for (const entry of loaded.imaging)
    add(entry, ["cite"], entry.value.cite, `the rule for ${entry.value.code}`, {
      code: entry.value.code,
      family: "imaging",
    });
  for (const entry of loaded.drugs)
    entry.value.lines.forEach((line, i) =>
      add(entry, ["lines", i, "cite"], line.cite, `the unit of ${line.code}`, { code: line.code, family: "drugs" }),
    );
  for (const entry of loaded.forms)
    add(entry, ["cite"], entry.value.cite, entry.value.adds === true ? `modifier ${entry.value.modifier}` : undefined);
  for (const entry of loaded.conventions) {
    add(entry, ["cite"], entry.value.cite);
    entry.value.positions.forEach((p, i) => add(entry, ["positions", i, "cite"], p.cite));
  }
  for (const entry of loaded.beliefs)
    for (const key of ["saidBy", "cite"] as const) add(entry, [key], entry.value[key]);
  for (const entry of [...loaded.editRules, ...loaded.diagnosisWords]) add(entry, ["cite"], entry.value.cite);
  for (const entry of loaded.denials) add(entry, ["cite"], entry.value.cite);
  for (const entry of loaded.sites) add(entry, ["cite"], entry.value.cite);
  for (const entry of loaded.examples) add(entry, ["cite"], entry.value.cite);
  for (const entry of [...loaded.policies, ...loaded.policyModels]) {
    add(entry, ["cite"], entry.value.cite);
    entry.value.rules?.forEach((r, i) => add(entry, ["rules", i, "cite"], r.cite));
    entry.value.notes?.forEach((n, i) => add(entry, ["notes", i, "cite"], n.cite));
  }
  return out;
}
