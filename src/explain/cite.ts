/** Full-text search over everything written in the book: sources, rules, contested points, beliefs. */
import MiniSearch from "minisearch";
import type { Rulebook } from "../rulebook/types.ts";
import type { Page } from "./code-page.ts";
import { nothingFound } from "./problems.ts";
import { wrap } from "./wrap.ts";

export interface Entry {
  readonly id: string;
  readonly kind: "source" | "code" | "contested" | "belief" | "gap";
  readonly title: string;
  readonly text: string;
}

/** Words that people use and the book writes otherwise. */
const SAME: Readonly<Record<string, string>> = {
  tpi: "trigger point",
  sides: "left right",
  side: "left right",
  us: "ultrasound",
  scs: "steroid",
  inj: "injection",
  mod: "modifier",
};

/** Everything that can be found, one entry a rule, point, belief or document. */
export function entries(book: Rulebook): Entry[] {
  return [
    ...book.conventions.map((c): Entry => ({
      id: `contested ${c.letter}`,
      kind: "contested",
      title: c.asks,
      text: [c.workingRule, c.amaText, ...c.positions.map((p) => p.says)].join(" "),
    })),
    ...book.beliefs.map((b): Entry => ({
      id: `belief ${b.id}`,
      kind: "belief",
      title: `"${b.claim}"`,
      text: `${b.answer} ${b.codes.join(" ")}`,
    })),
    ...Object.values(book.codes).map((c): Entry => ({
      id: c.code,
      kind: "code",
      title: `${c.code} ${c.title}`,
      text: c.editions.map((e) => [e.covers, e.says, e.change ?? "", ...(e.notes ?? []), e.from].join(" ")).join(" "),
    })),
    ...Object.values(book.sources).map((s): Entry => ({
      id: `source ${s.id}`,
      kind: "source",
      title: s.title,
      text: `${s.publisher} ${s.date} ${s.note ?? ""}`,
    })),
    ...book.gaps.map((g): Entry => ({ id: `gap ${g.id}`, kind: "gap", title: g.says, text: g.because })),
  ];
}

/** The best ten entries for the words, best first; typing slips of one letter in five are forgiven. */
export function citeSearch(words: string, book: Rulebook, options: { readonly width?: number } = {}): Page<unknown> {
  const all = entries(book);
  const index = new MiniSearch<Entry>({
    fields: ["title", "text"],
    storeFields: ["id"],
    searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(all);
  const query = words
    .toLowerCase()
    .split(/\s+/)
    .map((w) => (SAME[w] === undefined ? w : `${w} ${SAME[w]}`))
    .join(" ");
  const found = index
    .search(query, { boostDocument: (id) => (String(id).startsWith("source") ? 0.6 : 1) })
    .slice(0, 10);
  const hits = found.map((f) => all.find((e) => e.id === f.id) as Entry);
  if (hits.length === 0)
    return {
      kind: "refused",
      finding: nothingFound(),
    };
  const width = options.width ?? 80;
  const text = hits
    .flatMap((h) => [
      ...wrap(`${h.id}: ${h.title}`, width, 2, 0),
      ...wrap(h.text.length > 220 ? `${h.text.slice(0, 217)}...` : h.text, width, 4),
      "",
    ])
    .join("\n")
    .trimEnd();
  return { kind: "page", text, data: hits };
}
