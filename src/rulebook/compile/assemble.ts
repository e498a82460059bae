/** Checked entries to the compiled book: rearranged, sorted, hashed, frozen. */
import { inOrder } from "../../base/order.ts";
import { deepFreeze } from "../freeze.ts";
import { hashValue } from "../hash.ts";
import type { Code, Family, FamilyEdition, ImagingRule, RuleRef, Rulebook, Source, Structure, Term } from "../types.ts";
import type { Named } from "./anatomy.ts";
import { cuesOf } from "./cues.ts";
import type { Loaded } from "./load.ts";
import { factsAsked } from "./verify.ts";

/** Makes the book. `loaded` must be free of errors. */
export function assemble(loaded: Loaded, structures: readonly Named[], terms: readonly Term[]): Rulebook {
  const { version, horizon } = loaded.book[0]!.value;
  const content: Omit<Rulebook, "hash"> = {
    kind: "rulebook",
    version,
    horizon,
    sources: record<Source>(checkedSources(loaded)),
    structures: record<Structure>(structures.map(({ structure }) => [structure.id, structure])),
    terms,
    cues: cuesOf(loaded),
    plainWords: [...new Set(loaded.plainWords.map((e) => e.value))].sort(),
    codes: record<Code>(loaded.codes.map(({ value }) => [value.code, { ...value, editions: byDate(value.editions) }])),
    families: loaded.families.map(familyOf).sort((a, b) => a.priority - b.priority || inOrder(a.id, b.id)),
    imaging: loaded.imaging.map(imagingOf).sort((a, b) => inOrder(a.where.rule, b.where.rule)),
    drugs: loaded.drugs
      .map(({ value }) => ({
        ...value,
        lines: [...value.lines].sort((a, b) => inOrder(a.code, b.code) || inOrder(a.from, b.from)),
      }))
      .sort(byId),
    forms: loaded.forms.map((e) => e.value).sort(byId),
    conventions: loaded.conventions.map((e) => e.value).sort(byId),
    beliefs: loaded.beliefs.map((e) => e.value).sort(byId),
    search: Object.fromEntries(loaded.searchWords.map(({ value }) => [value.say.toLowerCase(), value.also])),
    denials: loaded.denials.map((e) => e.value).sort(byId),
    gaps: loaded.gaps.map((e) => e.value).sort(byId),
  };
  return deepFreeze({ ...content, hash: hashValue(content) });
}

/** Sources with what the record of the check (verified.yaml) says of their facts. */
function checkedSources(loaded: Loaded): readonly (readonly [string, Source])[] {
  const asked = new Map<string, Set<string>>();
  for (const { source, find } of factsAsked(loaded)) asked.set(source, (asked.get(source) ?? new Set()).add(find));
  return loaded.sources.map(({ value }) => {
    const facts = asked.get(value.id) ?? new Set();
    const found = loaded.verified.flatMap(({ value: v }) => (v.source === value.id && facts.has(v.find) ? [v] : []));
    const [first] = found;
    if (first === undefined) return [value.id, value];
    return [value.id, { ...value, checked: { found: found.length, of: facts.size, is: first.is } }];
  });
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => inOrder(a.id, b.id);
const byDate = <T extends { readonly from: string }>(editions: readonly T[]): readonly T[] =>
  [...editions].sort((a, b) => inOrder(a.from, b.from));
const record = <T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> =>
  Object.fromEntries([...entries].sort(([a], [b]) => inOrder(a, b)));

/** A row's rule id is `family/code/from`, with `/2` and on for further rows that give the same code. */
function familyOf({ value, file, place }: Loaded["families"][number]): Family {
  const editions = value.editions.map((edition, i): FamilyEdition => {
    const rows = edition.rows.map((row, j) => {
      const again = edition.rows.slice(0, j).filter((r) => r.code === row.code).length;
      const where: RuleRef = {
        rule: `${value.id}/${row.code}/${edition.from}${again === 0 ? "" : `/${again + 1}`}`,
        file,
        line: place(["editions", i, "rows", j]).line,
      };
      return { ...row, where };
    });
    return { ...edition, rows };
  });
  return { ...value, editions: byDate(editions) };
}

function imagingOf({ value, file, place }: Loaded["imaging"][number]): ImagingRule {
  return { ...value, where: { rule: `imaging/${value.code}/${value.from}`, file, line: place().line } };
}
