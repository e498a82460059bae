/**
 * What differs between two versions of a book, piece by piece. Each difference can be put into the old book by itself,
 * so that an answer that changes can be traced to the piece that changed it.
 */
import { canonicalJson } from "../../rulebook/canonical.ts";
import type { CodeEdition, Family, FamilyEdition, Row, Rulebook } from "../../rulebook/types.ts";

export interface RuleChange {
  readonly kind: "rule-change";
  /** `trigger-point/20553/2003-01-01`, `code/20553/2020-01-01`, `drugs/triamcinolone`, `terms`. */
  readonly rule: string;
  readonly how: "new" | "gone" | "changed";
  /** Which fields differ, when it is changed. */
  readonly fields: readonly string[];
  /** File and line in the newer book, or the older when it is gone; null where the book keeps none. */
  readonly where: string | null;
  /** The old book with this one piece as it is in the new one. */
  readonly into: (old: Rulebook) => Rulebook;
}

/** Differences from `old` to `fresh`, in the order of the book: rules first, then words. Neither book is changed. */
export function changesOf(old: Rulebook, fresh: Rulebook): readonly RuleChange[] {
  return [
    ...horizon(old, fresh),
    ...codeChanges(old, fresh),
    ...familyChanges(old, fresh),
    ...listChanges(
      "imaging",
      (b) => b.imaging,
      (rule) => rule.where.rule,
      old,
      fresh,
    ),
    ...listChanges(
      "drugs",
      (b) => b.drugs,
      (drug) => `drugs/${drug.id}`,
      old,
      fresh,
    ),
    ...listChanges(
      "forms",
      (b) => b.forms,
      (f) => `forms/${f.id}`,
      old,
      fresh,
    ),
    ...listChanges(
      "conventions",
      (b) => b.conventions,
      (c) => `conventions/${c.id}`,
      old,
      fresh,
    ),
    ...listChanges(
      "beliefs",
      (b) => b.beliefs,
      (b) => `beliefs/${b.id}`,
      old,
      fresh,
    ),
    ...listChanges(
      "denials",
      (b) => b.denials,
      (d) => `denials/${d.id}`,
      old,
      fresh,
    ),
    ...listChanges(
      "gaps",
      (b) => b.gaps,
      (g) => `gaps/${g.id}`,
      old,
      fresh,
    ),
    ...records("sources", old, fresh),
    ...records("structures", old, fresh),
    ...records("search", old, fresh),
    ...words("terms", old, fresh),
    ...words("cues", old, fresh),
    ...words("plainWords", old, fresh),
  ];
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** A value without the place it is written at: a moved line is no change. */
const plain = (value: object): object => ({ ...value, where: undefined });

function fieldsOf(a: object, b: object): readonly string[] {
  const [x, y] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(x), ...Object.keys(y)])]
    .filter((key) => key !== "where" && !same(x[key] ?? null, y[key] ?? null))
    .sort();
}

function change(
  rule: string,
  was: object | undefined,
  is: object | undefined,
  into: RuleChange["into"],
): readonly RuleChange[] {
  if (was !== undefined && is !== undefined && same(plain(was), plain(is))) return [];
  if (was === undefined && is === undefined) return [];
  const { where } = (is ?? was) as { readonly where?: { readonly file: string; readonly line: number } };
  return [
    {
      kind: "rule-change",
      rule,
      how: was === undefined ? "new" : is === undefined ? "gone" : "changed",
      fields: was !== undefined && is !== undefined ? fieldsOf(was, is) : [],
      where: where === undefined ? null : `${where.file}:${where.line}`,
      into,
    },
  ];
}

function horizon(old: Rulebook, fresh: Rulebook): readonly RuleChange[] {
  return change("book/horizon", old.horizon, fresh.horizon, (b) => ({ ...b, horizon: fresh.horizon }));
}

/** Things of a list by their ids. A new one takes the place it has in the new list. */
function put<T>(list: readonly T[], id: (t: T) => string, name: string, order: readonly T[]): readonly T[] {
  const is = order.find((t) => id(t) === name);
  if (is === undefined) return list.filter((t) => id(t) !== name);
  if (list.some((t) => id(t) === name)) return list.map((t) => (id(t) === name ? is : t));
  const after = new Set(order.slice(order.indexOf(is) + 1).map(id));
  const at = list.findIndex((t) => after.has(id(t)));
  return at < 0 ? [...list, is] : [...list.slice(0, at), is, ...list.slice(at)];
}

const idsOf = <T>(a: readonly T[], b: readonly T[], id: (t: T) => string): readonly string[] => [
  ...new Set([...b.map(id), ...a.map(id)]),
];

function listChanges<K extends "imaging" | "drugs" | "forms" | "conventions" | "beliefs" | "denials" | "gaps">(
  key: K,
  of: (book: Rulebook) => Rulebook[K],
  id: (item: Rulebook[K][number]) => string,
  old: Rulebook,
  fresh: Rulebook,
): readonly RuleChange[] {
  const [was, is] = [of(old) as readonly Rulebook[K][number][], of(fresh) as readonly Rulebook[K][number][]];
  return idsOf(was, is, id).flatMap((name) =>
    change(
      name,
      was.find((t) => id(t) === name),
      is.find((t) => id(t) === name),
      (b) => ({ ...b, [key]: put(of(b) as readonly Rulebook[K][number][], id, name, is) }),
    ),
  );
}

function records(key: "sources" | "structures" | "search", old: Rulebook, fresh: Rulebook): readonly RuleChange[] {
  const [was, is] = [old[key] as Record<string, object>, fresh[key] as Record<string, object>];
  return [...new Set([...Object.keys(is), ...Object.keys(was)])].flatMap((id) =>
    change(`${key}/${id}`, was[id], is[id], (b) => {
      const { [id]: _, ...rest } = b[key] as Record<string, object>;
      return { ...b, [key]: is[id] === undefined ? rest : { ...rest, [id]: is[id] } };
    }),
  );
}

/** Words by themselves decide nothing, and a dictionary of them is made as one: they change as one. */
function words(key: "terms" | "cues" | "plainWords", old: Rulebook, fresh: Rulebook): readonly RuleChange[] {
  if (same(old[key], fresh[key])) return [];
  const texts = (list: readonly unknown[]): Set<string> => new Set(list.map(canonicalJson));
  const [was, is] = [texts(old[key]), texts(fresh[key])];
  const [added, gone] = [[...is].filter((t) => !was.has(t)), [...was].filter((t) => !is.has(t))];
  return [
    {
      kind: "rule-change",
      rule: key,
      how: "changed",
      fields: [`${added.length} new`, `${gone.length} gone`],
      where: null,
      into: (b) => ({ ...b, [key]: fresh[key] }),
    },
  ];
}

const fromOf = (e: { readonly from: string }): string => e.from;

function codeChanges(old: Rulebook, fresh: Rulebook): readonly RuleChange[] {
  const all = [...new Set([...Object.keys(fresh.codes), ...Object.keys(old.codes)])].sort();
  return all.flatMap((code) => {
    const [was, is] = [old.codes[code], fresh.codes[code]];
    if (was === undefined || is === undefined)
      return change(`code/${code}`, was, is, (b) => {
        const { [code]: _, ...rest } = b.codes;
        return { ...b, codes: is === undefined ? rest : { ...rest, [code]: is } };
      });
    return idsOf(was.editions, is.editions, fromOf).flatMap((from) =>
      change(
        `code/${code}/${from}`,
        was.editions.find((e) => e.from === from),
        is.editions.find((e) => e.from === from),
        (b) => {
          const here = b.codes[code] ?? was;
          const editions = put<CodeEdition>(here.editions, fromOf, from, is.editions);
          return { ...b, codes: { ...b.codes, [code]: { ...here, editions } } };
        },
      ),
    );
  });
}

const ruleOf = (row: Row): string => row.where.rule;

function familyChanges(old: Rulebook, fresh: Rulebook): readonly RuleChange[] {
  return idsOf(old.families, fresh.families, (f) => f.id).flatMap((id) => {
    const [was, is] = [old.families.find((f) => f.id === id), fresh.families.find((f) => f.id === id)];
    const swap = (b: Rulebook, family: Family): Rulebook => ({
      ...b,
      families: b.families.map((f) => (f.id === id ? family : f)),
    });
    const here = (b: Rulebook): Family => b.families.find((f) => f.id === id)!;
    if (was === undefined || is === undefined)
      return change(id, was, is, (b) => ({ ...b, families: put(b.families, (f) => f.id, id, fresh.families) }));
    return [
      ...change(id, { ...was, editions: [] }, { ...is, editions: [] }, (b) =>
        swap(b, { ...is, editions: here(b).editions }),
      ),
      ...idsOf(was.editions, is.editions, fromOf).flatMap((from) => editionChanges(id, from, was, is, here, swap)),
    ];
  });
}

function editionChanges(
  id: string,
  from: string,
  was: Family,
  is: Family,
  here: (b: Rulebook) => Family,
  swap: (b: Rulebook, family: Family) => Rulebook,
): readonly RuleChange[] {
  const [a, z] = [was.editions.find((e) => e.from === from), is.editions.find((e) => e.from === from)];
  const edit = (b: Rulebook, to: (e: FamilyEdition) => FamilyEdition): Rulebook =>
    swap(b, { ...here(b), editions: here(b).editions.map((e) => (e.from === from ? to(e) : e)) });
  if (a === undefined || z === undefined)
    return change(`${id}/${from}`, a, z, (b) =>
      swap(b, { ...here(b), editions: put(here(b).editions, fromOf, from, is.editions) }),
    );
  return [
    ...change(`${id}/${from}`, { ...a, rows: [] }, { ...z, rows: [] }, (b) => edit(b, (e) => ({ ...z, rows: e.rows }))),
    ...idsOf(a.rows, z.rows, ruleOf).flatMap((rule) =>
      change(
        rule,
        a.rows.find((r) => ruleOf(r) === rule),
        z.rows.find((r) => ruleOf(r) === rule),
        (b) => edit(b, (e) => ({ ...e, rows: put(e.rows, ruleOf, rule, z.rows) })),
      ),
    ),
  ];
}
