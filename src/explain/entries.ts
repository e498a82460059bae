/** Everything in the book that can be looked up, one entry a rule, point, belief, policy, document or example. */
import type { Span } from "../base/dates.ts";
import type { Policy, PolicyBook } from "../rulebook/policy-types.ts";
import type { Citation, Rulebook, Tier } from "../rulebook/types.ts";
import { besideCodes, besideOf } from "./beside-page.ts";

export interface Entry {
  /** What to call it: "20553", "contested A", "policy uniform-2024". */
  readonly id: string;
  readonly kind: "code" | "contested" | "belief" | "policy" | "source" | "denial" | "template" | "example" | "gap";
  readonly title: string;
  readonly text: string;
  /** Other ways in which people ask for it. */
  readonly asked?: string;
  /** Days on which it holds; absent: it has none. */
  readonly spans?: readonly Span[];
  readonly codes: readonly string[];
  readonly tiers: readonly Tier[];
  readonly payers: readonly string[];
}

/** A worked example, as far as it can be looked up. */
export interface ExampleText {
  readonly id: string;
  readonly title: string;
  readonly dateOfService: string;
  readonly note?: string;
  readonly cite: readonly Citation[];
  readonly expect: { readonly lines: readonly { readonly code: string }[] };
}

/** The entries of a book, with its policies and examples when they are given. */
export function entriesOf(
  book: Rulebook,
  policies: PolicyBook | null,
  examples: readonly ExampleText[],
): readonly Entry[] {
  const tiersOf = (cite: readonly Citation[]): readonly Tier[] => [
    ...new Set(cite.flatMap((c) => book.sources[c.source]?.tier ?? [])),
  ];
  const none = { codes: [], payers: [] };
  return [
    ...book.conventions.map((c): Entry => {
      const text = [c.workingRule, c.amaText, ...c.positions.map((p) => p.says)].join(" ");
      const cite = [...c.cite, ...c.positions.flatMap((p) => p.cite)];
      return {
        ...none,
        id: `contested ${c.letter}`,
        kind: "contested",
        title: c.asks,
        text,
        codes: codesIn(`${c.asks} ${text}`),
        tiers: tiersOf(cite),
      };
    }),
    ...book.beliefs.map((b): Entry => ({
      id: `belief ${b.id}`,
      kind: "belief",
      title: `"${b.claim}"`,
      text: `${b.answer} ${b.codes.join(" ")}`,
      ...(b.askedAs !== undefined && { asked: b.askedAs.join(" ") }),
      codes: b.codes,
      tiers: tiersOf([...b.cite, ...b.saidBy]),
      payers: [],
    })),
    ...Object.values(book.codes).map((c): Entry => ({
      id: c.code,
      kind: "code",
      title: `${c.code} ${c.title}`,
      text: c.editions.map((e) => [e.covers, e.says, e.change ?? "", ...(e.notes ?? []), e.from].join(" ")).join(" "),
      spans: c.editions,
      codes: [c.code],
      tiers: tiersOf(c.editions.flatMap((e) => e.cite)),
      payers: [],
    })),
    ...besideCodes(book).flatMap((code): Entry[] => {
      const b = besideOf(code, book);
      if (b === undefined || book.codes[code] !== undefined) return [];
      const says = b.rules.map((r) =>
        "unit" in r ? `${r.drug}; one unit is ${r.unit.amount} ${r.unit.measure}` : r.says,
      );
      const tiers = tiersOf(b.rules.flatMap((r) => r.cite));
      return [
        {
          ...none,
          id: code,
          kind: "code",
          title: `${code} ${b.title}`,
          text: [...new Set(says)].join(". "),
          spans: b.rules,
          codes: [code],
          tiers,
        },
      ];
    }),
    ...(policies?.policies ?? []).map((p) => policyEntry(p, policies as PolicyBook, tiersOf)),
    ...book.denials.map((d): Entry => ({
      ...none,
      id: `denial ${d.id}`,
      kind: "denial",
      title: `Denial: ${d.words.slice(0, 4).join(", ")}`,
      text: `${d.says} Reason ${d.codes.join(", ")}.`,
      tiers: tiersOf(d.cite),
    })),
    ...book.families
      .filter((f) => f.notCoded === undefined)
      .map((f): Entry => ({
        ...none,
        id: `template ${f.id}`,
        kind: "template",
        title: `What the note must show: ${f.title.toLowerCase()}`,
        text: Object.values(f.questions)
          .map((q) => q.why)
          .join(" "),
        codes: [...new Set(f.editions.flatMap((e) => e.rows.map((r) => r.code)))],
        tiers: [],
      })),
    ...Object.values(book.sources).map((s): Entry => ({
      ...none,
      id: `source ${s.id}`,
      kind: "source",
      title: s.title,
      text: `${s.publisher} ${s.date} ${s.note ?? ""}`,
      codes: codesIn(s.title),
      tiers: [s.tier],
    })),
    ...examples.map((x): Entry => ({
      id: `example ${x.id}`,
      kind: "example",
      title: x.title,
      text: (x.note ?? "").slice(0, 300),
      spans: [{ from: x.dateOfService, until: null }],
      codes: x.expect.lines.map((l) => l.code),
      tiers: tiersOf(x.cite),
      payers: [],
    })),
    ...book.gaps.map((g): Entry => ({
      ...none,
      id: `gap ${g.id}`,
      kind: "gap",
      title: g.says,
      text: g.because,
      tiers: [],
    })),
  ];
}

function policyEntry(p: Policy, book: PolicyBook, tiersOf: (cite: readonly Citation[]) => readonly Tier[]): Entry {
  const payers = book.payers.filter((x) => p.payers.includes(x.id));
  const rules = p.rules.map((r) => r.says);
  return {
    id: `policy ${p.id}`,
    kind: "policy",
    title: `${p.number === null ? "" : `${p.number} `}${p.title}`,
    text: [`${KIND[p.kind] ?? p.kind} of ${payers.map((x) => x.name).join(", ")}`, ...rules]
      .map((s) => (s.endsWith(".") ? s : `${s}.`))
      .join(" "),
    ...(p.from !== null && { spans: [{ from: p.from, until: p.until }] }),
    codes: p.services.flatMap((s) => book.services[s]?.codes ?? []),
    tiers: tiersOf(p.cite),
    payers: p.payers,
  };
}

const KIND: Readonly<Record<string, string>> = {
  lcd: "Local coverage policy (LCD)",
  ncd: "National coverage policy (NCD)",
  article: "Billing article",
};

const codesIn = (text: string): readonly string[] => [...new Set(text.match(/\b\d{5}\b/g) ?? [])];
