/**
 * Tests made from the rules themselves. Every date in the book: the answers of the day before, the day and the day
 * after change exactly there. Every row of every decision table: it can be reached, and each of its conditions,
 * flipped alone, changes the outcome.
 */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { dayAfter, dayBefore, type IsoDate } from "../base/dates.ts";
import { canonicalJson } from "../rulebook/canonical.ts";
import { compileFiles } from "../rulebook/compile/compile.ts";
import { readRulebook } from "../rulebook/node/load.ts";
import type { Fact, GuidanceFact } from "../note/facts.ts";
import { codeOn, imagingOn } from "../rulebook/on.ts";
import type { Condition, Drug, Family, Row, Rulebook } from "../rulebook/types.ts";
import { decide } from "./decide.ts";
import type { Line } from "./determination.ts";
import { makeDiagnoses } from "./edits/diagnoses.ts";
import { makeEdits } from "./edits/make-edits.ts";
import { DIMENSION, scenesOf, type Scene } from "./testing/scenes.ts";

const compiled = compileFiles(readRulebook(fileURLToPath(new URL("../../rulebook", import.meta.url))));
const book: Rulebook = compiled.book!;
const coded = book.families.filter((f) => f.notCoded === undefined);
const inside = (day: IsoDate | null): day is IsoDate =>
  day !== null && day > book.horizon.from && day < book.horizon.until;
const days = (spans: readonly { readonly from: IsoDate; readonly until: IsoDate | null }[]): readonly IsoDate[] =>
  [...new Set(spans.flatMap((s) => [s.from, s.until]).filter(inside))].sort();

/** Changes exactly on `day`: other the day before, the same until the day before `next`. */
function changesOn(day: IsoDate, next: IsoDate | undefined, answer: (day: IsoDate) => string, what: string): void {
  const on = answer(day);
  expect(answer(dayBefore(day)), `${what}: the day before ${day}`).not.toBe(on);
  if (next !== dayAfter(day)) expect(answer(dayAfter(day)), `${what}: the day after ${day}`).toBe(on);
  if (next !== undefined) expect(answer(dayBefore(next)), `${what}: the day before ${next}`).toBe(on);
}

// ---- families ------------------------------------------------------------------------------------------

const scenes = new Map(coded.map((family) => [family.id, scenesOf(book, family)]));

/** What the family's rows gave for a scene: rule and units of each line. */
function fired(family: Family, scene: Scene, day: IsoDate): string {
  const { lines } = decide(scenes.get(family.id)!.factsOf(scene), book, { date: day });
  return lines
    .flatMap((line: Line) => line.because.map((r) => `${r.rule} x${line.units} ${line.says}`))
    .filter((said) => said.startsWith(`${family.id}/`))
    .sort()
    .join("; ");
}

describe("every date of a family", () => {
  for (const family of coded) {
    const codes = new Set(family.editions.flatMap((e) => e.rows.map((r) => r.code)));
    const dated = days([
      family.coverage,
      ...family.editions,
      ...[...codes].flatMap((code) => book.codes[code]?.editions ?? []),
    ]);
    it(`${family.id}: ${dated.length === 0 ? "none inside the horizon" : dated.join(", ")}`, () => {
      const all = scenes.get(family.id)!.scenes;
      // The rules of the codes count too: an edition may change what the code says and no line.
      const answer = (day: IsoDate): string =>
        canonicalJson([all.map((s) => fired(family, s, day)), [...codes].map((code) => codeOn(book, code, day))]);
      dated.forEach((day, i) => changesOn(day, dated[i + 1], answer, family.id));
      expect(all.length).toBeGreaterThan(0);
    });
  }
});

describe("every row", () => {
  for (const family of coded)
    for (const edition of family.editions)
      for (const row of edition.rows) {
        const day = firstDay(family, row);
        it(`${row.where.rule} is reached, and by each of its conditions`, () => {
          expect(day, "a day on which family, edition and code are all in force").not.toBeNull();
          const all = scenes.get(family.id)!.scenes;
          const outcome = new Map(all.map((s) => [key(s), fired(family, s, day!).includes(`${row.where.rule} `)]));
          const units = (s: Scene): string =>
            fired(family, s, day!)
              .split("; ")
              .filter((said) => said.startsWith(`${row.where.rule} `))
              .join();
          const reached = all.filter((s) => outcome.get(key(s)) === true);
          expect(reached.length, "scenes that reach the row").toBeGreaterThan(0);
          for (const condition of row.when.filter(excludes)) {
            const dimension = DIMENSION[condition.kind];
            if (condition.kind === "place" && condition.range.min <= 1) {
              // The first place is always there: what is flipped is that the row takes no further one.
              const more = reached.some((s) =>
                reached.some((t) => t.places > s.places && differOnlyIn(s, t, "places") && units(s) === units(t)),
              );
              expect(more, `further places beyond ${JSON.stringify(condition)}`).toBe(true);
              continue;
            }
            const flipped = reached.some((s) =>
              all.some((t) => outcome.get(key(t)) === false && differOnlyIn(s, t, dimension)),
            );
            expect(flipped, `flipping ${JSON.stringify(condition)} alone`).toBe(true);
          }
        });
      }
});

const key = (scene: Scene): string => canonicalJson(scene);

function differOnlyIn(a: Scene, b: Scene, dimension: keyof Scene): boolean {
  return (Object.keys(a) as (keyof Scene)[]).every((k) => (a[k] === b[k]) === (k !== dimension));
}

/** A condition that takes everything there can be cannot be flipped: one or more, of what has to be one at least. */
function excludes(condition: Condition): boolean {
  return !(
    (condition.kind === "count" || condition.kind === "place") &&
    condition.range.min <= 1 &&
    condition.range.max === null
  );
}

function firstDay(family: Family, row: Row): IsoDate | null {
  const edition = family.editions.find((e) => e.rows.includes(row))!;
  const spans = [family.coverage, edition, book.horizon];
  const from = spans
    .map((s) => s.from)
    .sort()
    .at(-1)!;
  const starts = [from, ...(book.codes[row.code]?.editions.map((e) => e.from) ?? [])].filter((d) => d >= from).sort();
  const holds = (d: IsoDate): boolean =>
    spans.every((s) => d >= s.from && (s.until === null || d < s.until)) &&
    codeOn(book, row.code, d).kind === "in-force";
  return starts.find(holds) ?? null;
}

// ---- imaging, drugs ------------------------------------------------------------------------------------

describe("every date of imaging beside a family", () => {
  for (const family of coded.filter((f) => f.companions.length > 0)) {
    const rules = book.imaging.filter((rule) => rule.families.includes(family.id));
    const dated = days(rules);
    it.skipIf(dated.length === 0)(`${family.id}: ${dated.join(", ")}`, () => {
      const answer = (day: IsoDate): string => canonicalJson(imagingOn(book, family.id, day));
      dated.forEach((day, i) => changesOn(day, dated[i + 1], answer, family.id));
    });
  }
});

describe("every imaging rule", () => {
  for (const rule of book.imaging)
    it(`${rule.where.rule}: needs the modality, that it steered the needle${rule.needsImage ? ", and an image" : ""}`, () => {
      const guide = {
        kind: "guidance",
        modality: rule.modality,
        use: "guide",
        imageKept: true,
        described: true,
        text: "",
        start: 0,
        end: 0,
      } as const;
      let tried = 0;
      for (const family of coded.filter((f) => rule.families.includes(f.id) && f.companions.includes(rule.modality))) {
        const day = [rule.from, family.coverage.from].sort().at(-1)!;
        if (!codesOn(family, day) || (rule.until !== null && day >= rule.until)) continue;
        const { scenes: all, factsOf } = scenes.get(family.id)!;
        const reported = (facts: readonly Fact[]): boolean =>
          decide(facts, book, { date: day }).lines.some((l) => l.code === rule.code && l.role === "imaging");
        const scene = all.find((s) => reported([...withoutImaging(factsOf(s)), guide]));
        if (scene === undefined) continue;
        tried++;
        const base = withoutImaging(factsOf(scene));
        const beside = (more: Partial<GuidanceFact>): boolean => reported([...base, { ...guide, ...more }]);
        expect([family.id, beside({}), beside({ use: "look" }), reported(base)]).toEqual([
          family.id,
          true,
          false,
          false,
        ]);
        if (rule.needsImage)
          expect([family.id, beside({ imageKept: false }), beside({ imageKept: null })]).toEqual([
            family.id,
            false,
            false,
          ]);
      }
      expect(tried, "families beside which it is reported").toBeGreaterThan(0);
    });
});

const withoutImaging = (facts: readonly Fact[]): readonly Fact[] => facts.filter((f) => f.kind !== "guidance");
const codesOn = (family: Family, day: IsoDate): boolean =>
  day < (family.coverage.until ?? "9999-12-31") &&
  day < book.horizon.until &&
  family.editions.some((e) => day >= e.from && (e.until === null || day < e.until));

/** Supplies of a drug given with a trigger point: codes and units on a day, by several doses. */
function supplied(drug: Drug, day: IsoDate): string {
  return canonicalJson(
    [10, 40, 80, 100].map((value) =>
      (["mg", "unit", "dose", "mL"] as const).map((unit) => {
        const given = {
          kind: "substance",
          id: drug.id,
          name: drug.name,
          agent: drug.agent,
          status: "given",
          dose: { value, unit },
          text: "",
          start: 0,
          end: 0,
        } as const;
        return decide([given], book, { date: day }).lines.map(
          (l) => `${l.code} x${l.units} ${l.because[0]?.citations.join()}`,
        );
      }),
    ),
  );
}

describe("every date of a supply code", () => {
  for (const drug of book.drugs.filter((d) => d.agent !== "anaesthetic" && d.lines.length > 0)) {
    const dated = days(drug.lines);
    it.skipIf(dated.length === 0)(`${drug.id}: ${dated.join(", ")}`, () => {
      dated.forEach((day, i) => changesOn(day, dated[i + 1], (d) => supplied(drug, d), drug.id));
    });
  }
});

// ---- tables --------------------------------------------------------------------------------------------

describe("every date of the tables", () => {
  const edits = compiled.edits!;
  const icd = compiled.diagnoses!;
  const step = makeEdits(edits, () => icd);
  const ask = (date: IsoDate, code: string, modifiers: readonly string[] = []) =>
    step({
      lines: [{ code, units: 1, modifiers, role: "procedure", says: "", because: [] }],
      date,
      billed: [],
      diagnoses: [],
      facts: [],
      note: undefined,
      facility: null,
    });

  it("ICD-10-CM: each code is valid from its first billable day to its last", () => {
    const { validity } = makeDiagnoses(icd);
    const valid = (code: string, day: IsoDate): boolean => validity(code, day).kind === "valid";
    let checked = 0;
    for (const [code, , , first, last] of Object.values(icd.categories).flatMap((text) =>
      text.split("\n").map((l) => l.split("\t")),
    )) {
      if (code === undefined || first === undefined || last === undefined || first === "") continue;
      const [from, until] = [`${Number(first) - 1}-10-01`, `${last}-10-01`];
      checked++;
      if (!valid(code, from) || !valid(code, dayBefore(until))) expect.fail(`${code} from ${from} until ${until}`);
      if (from > icd.table.from && valid(code, dayBefore(from))) expect.fail(`${code} on ${dayBefore(from)}`);
      if (until < icd.table.until && valid(code, until)) expect.fail(`${code} on ${until}`);
    }
    expect(checked).toBeGreaterThan(4500);
  });

  it("ICD-10-CM: what ended with finer codes after it names them, all billable that day", () => {
    const { validity } = makeDiagnoses(icd);
    for (const [code, day, parts] of [
      ["M79.1", "2018-10-01", ["M79.10", "M79.11", "M79.12", "M79.18"]],
      ["M54.5", "2021-10-01", ["M54.50", "M54.51", "M54.59"]],
      ["R51", "2020-10-01", ["R51.0", "R51.9"]],
    ] as const) {
      expect(validity(code, dayBefore(day)).kind).toBe("valid");
      const after = validity(code, day);
      expect(after.kind === "not-valid" ? after.instead.map((i) => i.split(" ")[0]) : after).toEqual(parts);
      for (const part of parts) expect([part, validity(part, day).kind]).toEqual([part, "valid"]);
    }
    const synovitis = validity("M65.9", "2024-10-01");
    expect(synovitis.kind === "not-valid" && synovitis.instead[0]?.startsWith("M65.90 ")).toBe(true);
  });

  it("supplies: each code is valid from its first day to its last", () => {
    const warned = (code: string, day: IsoDate): boolean => ask(day, code).findings.some((f) => f.code === "NP7060");
    const last = edits.supplies.at(-1)!;
    for (const [code, packed] of Object.entries(last.rows)) {
      const [from = "", until = ""] = packed.split(",");
      if (from !== "") expect([code, warned(code, dayBefore(from)), warned(code, from)]).toEqual([code, true, false]);
      if (until !== "")
        expect([code, warned(code, dayBefore(until)), warned(code, until)]).toEqual([code, false, true]);
    }
  });

  it("national amounts: each release answers for its own days", () => {
    for (const table of edits.values)
      for (const [code, packed] of Object.entries(table.rows))
        for (const row of packed.split(";")) {
          const [part = "", release, from = "", until = "", status = ""] = row.split(",");
          if (edits.status[status] !== undefined && status !== "R") continue;
          const on = (day: IsoDate) => ask(day, code, part === "" ? [] : [part]).lines[0]?.amount;
          if (on(from) === undefined) continue;
          expect([code, on(from)?.release, on(from)?.inForce]).toEqual([code, release, true]);
          expect([code, on(dayBefore(until))?.release]).toEqual([code, release]);
          expect([code, on(dayBefore(from))?.release === release && on(dayBefore(from))?.inForce]).toEqual([
            code,
            false,
          ]);
        }
  });

  it("pairs: each edit inside its table's quarter holds until its end, and never with indicator 9", () => {
    for (const table of edits.pairs) {
      for (const [column1, packed] of Object.entries(table.rows)) {
        const rows = packed.split(";").map((r) => r.split(","));
        for (const [column2 = ""] of rows) {
          const active = rows.find(
            ([c, from = "", until = "", indicator]) =>
              c === column2 && indicator !== "9" && from <= table.from && (until === "" || until > table.from),
          );
          const found = step({
            // As billed: to lines of its own the step adds what sets them apart.
            lines: [],
            date: table.from,
            billed: [column1, column2].map((code) => ({ code, units: 1, modifiers: [] })),
            diagnoses: [],
            facts: [],
            note: undefined,
            facility: null,
          }).findings.filter(
            (f) =>
              (f.code === "NP7010" || f.code === "NP7011") &&
              f.reason.startsWith(`As billed, ${column2} stands beside ${column1} `),
          );
          const expected = active === undefined ? [] : [active[3] === "0" ? "NP7010" : "NP7011"];
          if (found.map((f) => f.code).join() !== expected.join())
            expect.fail(`${column1} and ${column2}: ${found.map((f) => f.code).join()}`);
        }
      }
    }
  });
});
