/**
 * A rulebook of one page, for tests: a dozen structures and six families, enough to show every mechanism
 * without the size of the real book. Its citations are invented; nothing here is coding authority.
 */
import { deepFreeze } from "../rulebook/freeze.ts";
import type { Condition, Convention, Family, FamilyEdition, Row, Rulebook } from "../rulebook/types.ts";
import { CODES, cite } from "./small-codes.ts";
import { STRUCTURES } from "./small-structures.ts";

const row = (number: string, when: readonly Condition[], floor = false): Omit<Row, "where"> => ({
  code: number,
  when,
  says: `Row of ${number}.`,
  cite: cite(`source-${number}`),
  ...(floor ? { floor } : {}),
});
const few: Condition = { kind: "count", range: { min: 1, max: 2 } };
const many: Condition = { kind: "count", range: { min: 3, max: null } };
const size = (is: "intermediate" | "major"): Condition => ({ kind: "size", is });
const image = (kept: boolean): Condition => ({ kind: "image", modality: "ultrasound", kept });

const since = (
  from: string,
  until: string | null,
  counts: FamilyEdition["counts"],
  ...rows: readonly Omit<Row, "where">[]
): Omit<FamilyEdition, "rows"> & { rows: readonly Omit<Row, "where">[] } => ({
  from,
  until,
  counts,
  rows,
  cite: cite("book"),
});
type Draft = Omit<Family, "editions" | "title" | "coverage" | "reviewBy" | "questions" | "companions"> & {
  readonly editions: readonly ReturnType<typeof since>[];
  readonly companions?: Family["companions"];
};
const family = (f: Draft): Family => ({
  title: f.id,
  companions: [],
  coverage: { from: "1999-01-01", until: null },
  reviewBy: "2027-01-01",
  questions: Object.fromEntries(
    ["muscles", "side", "structure", "done", "substance", "image", "groups"].map((key) => [
      key,
      { asks: `Ask ${key}.`, options: ["Left", "Other", "Unable to determine"], why: `Why ${key}.` },
    ]),
  ),
  ...f,
  editions: f.editions.map((e) => ({
    ...e,
    rows: e.rows.map((r, i) => ({
      ...r,
      where: { rule: `${f.id}/${r.code}/${e.from}`, file: `families/${f.id}.yaml`, line: 10 + i },
    })),
  })),
});

const FAMILIES: readonly Family[] = [
  family({
    id: "trigger-point",
    priority: 50,
    per: "session",
    companions: ["ultrasound", "fluoroscopy"],
    takes: { techniques: ["injection"], kinds: ["muscle", "group", "region"], notAgents: ["toxin", "prp"] },
    editions: [
      since("1999-01-01", "2002-01-01", "site", row("20550", [], true)),
      since("2002-01-01", "2003-01-01", "muscle-group", row("20552", [few], true), row("20553", [many])),
      since("2003-01-01", null, "muscle", row("20552", [few], true), row("20553", [many])),
    ],
  }),
  family({
    id: "dry-needling",
    priority: 60,
    per: "session",
    takes: { techniques: ["needling"], kinds: ["muscle", "group", "region"] },
    editions: [
      since("1999-01-01", "2020-01-01", "session", row("20999", [], true)),
      since("2020-01-01", null, "muscle", row("20560", [few], true), row("20561", [many])),
    ],
  }),
  family({
    id: "joint",
    priority: 30,
    per: "structure",
    companions: ["fluoroscopy", "ultrasound"],
    takes: { techniques: ["injection", "aspiration"], kinds: ["joint", "bursa"], notAgents: ["toxin", "prp"] },
    editions: [
      since("1999-01-01", "2015-01-01", "joint", row("20605", [size("intermediate")]), row("20610", [size("major")])),
      since(
        "2015-01-01",
        null,
        "joint",
        row("20605", [size("intermediate"), image(false)], true),
        row("20606", [size("intermediate"), image(true)]),
        row("20610", [size("major"), image(false)], true),
        row("20611", [size("major"), image(true)]),
      ),
    ],
  }),
  family({
    id: "tendon",
    priority: 40,
    per: "structure",
    companions: ["ultrasound"],
    takes: {
      techniques: ["injection"],
      kinds: ["tendon-sheath", "ligament", "aponeurosis", "tendon-origin", "tendon"],
      notAgents: ["toxin", "prp"],
    },
    editions: [
      since(
        "2002-01-01",
        null,
        "structure",
        row("20550", [{ kind: "structure", kinds: ["tendon-sheath", "ligament", "aponeurosis"] }]),
        row("20551", [{ kind: "structure", kinds: ["tendon-origin"] }]),
      ),
    ],
  }),
  family({
    id: "sacroiliac-unguided",
    priority: 32,
    per: "session",
    companions: ["ultrasound"],
    takes: { techniques: ["injection"], kinds: ["sacroiliac"], imaging: "absent" },
    editions: [since("2012-01-01", null, "session", row("20552", [], true))],
  }),
  family({
    id: "toxin",
    priority: 10,
    per: "session",
    takes: { techniques: ["injection"], agents: ["toxin"] },
    editions: [],
    notCoded: { because: "Coded by territory.", cite: cite("book") },
  }),
];

const position = (id: string, source: string): Convention["positions"][number] => ({
  id,
  says: `Position ${id}.`,
  cite: cite(source),
});
const convention = (
  letter: string,
  byDefault: string | null,
  ...positions: readonly Convention["positions"][number][]
): Convention => ({
  id: `cp-${letter.toLowerCase()}`,
  letter,
  asks: `Question ${letter}?`,
  positions,
  default: byDefault,
  workingRule: "",
  amaText: "",
  cite: [],
});

const IMAGING_WHERE = { rule: "imaging/76942", file: "imaging/guidance.yaml", line: 3 };

/** The book of one page. */
export const smallBook: Rulebook = deepFreeze<Rulebook>({
  kind: "rulebook",
  version: "0.0.0",
  hash: `sha256-${"0".repeat(64)}`,
  horizon: { from: "1999-01-01", until: "2027-01-01" },
  sources: {},
  structures: Object.fromEntries(STRUCTURES.map((s) => [s.id, s])),
  terms: [],
  cues: [],
  plainWords: [],
  codes: Object.fromEntries(CODES.map((c) => [c.code, c])),
  families: FAMILIES,
  imaging: [
    {
      code: "76942",
      modality: "ultrasound",
      from: "2004-01-01",
      until: null,
      needsImage: true,
      says: "Ultrasound.",
      families: ["trigger-point", "tendon", "sacroiliac-unguided"],
      cite: cite("imaging"),
      where: IMAGING_WHERE,
    },
    {
      code: "76003",
      modality: "fluoroscopy",
      from: "2004-01-01",
      until: "2007-01-01",
      needsImage: true,
      says: "Fluoroscopy.",
      families: ["trigger-point", "joint"],
      cite: cite("imaging"),
      where: IMAGING_WHERE,
    },
    {
      code: "77002",
      modality: "fluoroscopy",
      from: "2007-01-01",
      until: null,
      needsImage: true,
      says: "Fluoroscopy.",
      families: ["trigger-point", "joint"],
      cite: cite("imaging"),
      where: IMAGING_WHERE,
    },
  ],
  drugs: [
    {
      id: "triamcinolone",
      name: "triamcinolone",
      agent: "steroid",
      lines: [
        { code: "J3301", from: "1999-01-01", until: null, unit: { amount: 10, measure: "mg" }, cite: cite("hcpcs") },
      ],
    },
    {
      id: "methylprednisolone",
      name: "methylprednisolone",
      agent: "steroid",
      lines: [
        ...(
          [
            ["J1020", 20],
            ["J1030", 40],
            ["J1040", 80],
          ] as const
        ).map(([j, amount]) => ({
          code: j,
          from: "1999-01-01",
          until: "2024-04-01",
          unit: { amount, measure: "mg" as const },
          cite: cite("hcpcs"),
        })),
        { code: "J1010", from: "2024-04-01", until: null, unit: { amount: 1, measure: "mg" }, cite: cite("hcpcs") },
      ],
    },
    {
      id: "lidocaine",
      name: "lidocaine",
      agent: "anaesthetic",
      lines: [
        { code: "J2001", from: "1999-01-01", until: null, unit: { amount: 10, measure: "mg" }, cite: cite("hcpcs") },
      ],
    },
    {
      id: "botulinum",
      name: "botulinum toxin",
      agent: "toxin",
      lines: [
        { code: "J0585", from: "1999-01-01", until: null, unit: { amount: 1, measure: "unit" }, cite: cite("hcpcs") },
      ],
    },
  ],
  conventions: [
    convention("A", "by-side", position("by-side", "newsletter"), position("by-name", "forum")),
    convention("C", "bounded", position("bounded", "own"), position("one-each", "newsletter")),
    convention("D", "by-muscle", position("by-muscle", "ama"), position("by-region", "newsletter")),
  ],
  beliefs: [
    {
      id: "sheath-code-per-point",
      claim: "20550 for each trigger point.",
      verdict: "superseded",
      answer: "Not since 2002.",
      saidBy: [],
      cite: cite("ama"),
      codes: ["20550", "20552", "20553"],
    },
    {
      id: "unlike",
      claim: "About other codes too.",
      verdict: "wrong",
      answer: "No.",
      saidBy: [],
      cite: cite("ama"),
      codes: ["20550", "20552", "20610"],
    },
  ],
  search: {},
  denials: [],
  forms: [
    {
      id: "jw",
      modifier: "JW",
      when: "vial-left",
      adds: true,
      who: "all",
      says: "Left.",
      from: "1999-01-01",
      until: null,
      cite: [],
    },
    {
      id: "jz",
      modifier: "JZ",
      when: "vial-used-up",
      adds: true,
      payer: "medicare",
      who: "Medicare",
      says: "Nothing left.",
      from: "2023-07-01",
      until: null,
      cite: [],
    },
  ],
  gaps: [],
});
