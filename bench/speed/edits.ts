/** The edit tables: a determination of ten lines looked up in full, loading, and their size for the page. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Line } from "../../src/coding/determination.ts";
import { makeEdits } from "../../src/coding/edits/make-edits.ts";
import type { Asked } from "../../src/coding/edits/seam.ts";
import { writeBook } from "../../src/rulebook/book.ts";
import { canonicalJson } from "../../src/rulebook/canonical.ts";
import type { DiagnosisBook, EditBook } from "../../src/rulebook/edit-types.ts";
import { compileRulebook } from "../../src/rulebook/node/load.ts";
import { spread, type Row, type Section } from "./measure.ts";

const LINES: readonly (readonly [code: string, units: number, ...modifiers: string[]])[] = [
  ["20610", 1, "RT"],
  ["20610", 1, "LT"],
  ["20553", 1, "59"],
  ["20550", 2],
  ["64405", 1, "50"],
  ["76942", 1],
  ["20526", 1, "RT"],
  ["J3301", 8],
  ["J1010", 40],
  ["64450", 1],
];
const NOTE = `Assessment: myofascial pain syndrome of the neck, occipital neuralgia, right shoulder pain, left knee osteoarthritis.
No radiculopathy. Plan: injections as described; return in six weeks. `;

export async function editsSection(quick: boolean): Promise<Section> {
  const compiled = compileRulebook(join(process.cwd(), "rulebook"));
  const { book, edits, diagnoses } = compiled;
  if (book === null || edits === null || diagnoses === null) throw new Error("The rulebook has errors.");
  const lines = LINES.map(([code, units, ...modifiers]): Line => ({
    code,
    units,
    modifiers,
    role: "procedure",
    says: "",
    because: [],
  }));
  const asked: Asked = {
    lines,
    date: "2025-06-02",
    billed: [],
    diagnoses: [],
    facts: [],
    note: undefined,
    facility: null,
  };
  const step = makeEdits(edits, () => diagnoses);
  const found = step(asked);
  const pairs = found.findings.filter((f) => /^NP701[012]$/.test(f.code)).length;
  const rows: Row[] = [
    micro(
      "ten lines: pairs, units, add-ons, amounts, supplies",
      () => step(asked),
      quick,
      `${pairs} pairs found, ${found.findings.length} findings, 8 amounts; budget 50`,
    ),
    micro(
      "the same, decided and billed, four diagnoses",
      () => step({ ...asked, billed: lines, diagnoses: ["M79.18", "M54.5", "M25.511", "G44.86"] }),
      quick,
    ),
    micro("diagnosis words of a note of 3 KB", () => step({ ...asked, lines: [], note: NOTE.repeat(14) }), quick),
    ...sizes({ rulebook: writeBook(book), edits: canonicalJson(edits), diagnoses: canonicalJson(diagnoses) }),
  ];
  return {
    title: "Edits",
    about:
      "Ten lines on a day after the last quarter loaded, every table asked. Processor time, not time on the clock.",
    rows,
  };
}

/** Microseconds of processor time a call. */
function micro(name: string, work: () => unknown, quick: boolean, note?: string): Row {
  const calls = quick ? 2000 : 10_000;
  const values: number[] = [];
  for (let run = 0; run < 9; run++) {
    const before = process.cpuUsage();
    for (let i = 0; i < calls; i++) work();
    const { user, system } = process.cpuUsage(before);
    if (run > 1) values.push((user + system) / calls);
  }
  return spread(name, "us", values, { role: "own", ...(note === undefined ? {} : { note }) });
}

function sizes(artefacts: { readonly rulebook: string; readonly edits: string; readonly diagnoses: string }): Row[] {
  const parse: Record<keyof typeof artefacts, (json: string) => unknown> = {
    rulebook: (json) => JSON.parse(json) as unknown,
    edits: (json) => makeEdits(JSON.parse(json) as EditBook, () => JSON.parse(artefacts.diagnoses) as DiagnosisBook),
    diagnoses: (json) => JSON.parse(json) as unknown,
  };
  return (Object.keys(artefacts) as (keyof typeof artefacts)[]).flatMap((name) => {
    const json = artefacts[name];
    const values = Array.from({ length: 9 }, () => {
      const before = process.cpuUsage();
      parse[name](json);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }).slice(2);
    return [
      spread(`${name}.json, gzipped`, "kB", [gzipSync(json, { level: 9 }).length / 1000]),
      spread(`${name}.json, loaded`, "ms", values),
    ];
  });
}
