/** What holds for every payer and every case: tested with the real policies and made cases. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Determination, Encounter, PastSession } from "../coding/determination.ts";
import { makeEngine } from "../coding/determine.ts";
import type { ClinicalFact, Fact } from "../note/facts.ts";
import { CLINICAL, type ClinicalOf } from "../rulebook/clinical.ts";
import { compileRulebook } from "../rulebook/node/load.ts";
import { withCoverage } from "./answer.ts";
import { cover } from "./cover.ts";
import { determinationOf } from "./example.ts";
import type { Coverage } from "./types.ts";

const compiled = compileRulebook(new URL("../../rulebook", import.meta.url).pathname);
const book = compiled.policies!;

const nowhere = { text: "", start: 0, end: 0 };
const clinical: fc.Arbitrary<ClinicalFact> = fc
  .record({
    of: fc.constantFrom(...(Object.keys(CLINICAL) as ClinicalOf[])),
    said: fc.constantFrom("yes" as const, "no" as const),
    amount: fc.option(
      fc.record({
        value: fc.integer({ min: 1, max: 100 }),
        unit: fc.constantFrom("day" as const, "week" as const, "month" as const, "percent" as const, "point" as const),
      }),
      { nil: undefined },
    ),
  })
  .map(({ of, said, amount }) => ({ kind: "clinical", of, said, ...amount, ...nowhere }));
const day = fc
  .date({ min: new Date("2012-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const code = fc.constantFrom("20552", "20553", "20560", "20561", "20550");
const past: fc.Arbitrary<PastSession> = fc.record(
  {
    dateOfService: day,
    code,
    region: fc.constantFrom("cervical", "low back", "nowhere"),
    reliefPercent: fc.integer({ min: 0, max: 100 }),
  },
  { requiredKeys: ["dateOfService", "code"] },
);

interface Asked {
  readonly determination: Determination;
  readonly encounter: Encounter;
}

const asked: fc.Arbitrary<Asked> = fc
  .record({
    dateOfService: day,
    payer: fc.constantFrom(...book.payers.map((p) => p.id), "nobody"),
    state: fc.option(fc.constantFrom(...book.contractors.map((c) => c.state)), { nil: undefined }),
    code,
    sites: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    muscles: fc.array(fc.constantFrom("trapezius", "levator-scapulae", "gluteus-medius", "piriformis"), {
      maxLength: 4,
    }),
    agents: fc.subarray(["anaesthetic", "steroid", "saline", "toxin", "prp"] as const),
    facts: fc.array(clinical, { maxLength: 12 }),
    diagnoses: fc.option(fc.subarray(["M79.18", "M54.2", "M79.7", "G44.209"]), { nil: undefined }),
    history: fc.option(fc.array(past, { maxLength: 6 }), { nil: undefined }),
  })
  .map(({ facts, muscles, sites, ...x }) => {
    const base = determinationOf({
      id: "made",
      title: "",
      dateOfService: x.dateOfService,
      payer: x.payer,
      lines: [{ code: x.code }],
      muscles: muscles.map((m) => [m, "left"] as const),
      agents: x.agents,
      ...(sites === undefined ? {} : { sites }),
      expect: { covered: "likely" },
    });
    const encounter: Encounter = {
      payer: x.payer,
      ...(x.state === undefined ? {} : { state: x.state }),
      ...(x.diagnoses === undefined ? {} : { diagnoses: x.diagnoses }),
      ...(x.history === undefined ? {} : { history: x.history }),
    };
    return { determination: { ...base, facts: [...base.facts, ...facts] }, encounter };
  });

const answer = ({ determination, encounter }: Asked): Coverage => cover(determination, encounter, book)!;
const decisive = (c: Coverage) => c.requirements.filter((r) => r.weight === "decides");

describe("for every payer, place, day and case", () => {
  it("the correct code is copied, never changed", () => {
    fc.assert(
      fc.property(asked, (a) => {
        const before = JSON.stringify(a.determination);
        const { correct } = answer(a);
        expect(correct.map((l) => l.code)).toEqual(a.determination.lines.map((l) => l.code));
        expect(JSON.stringify(a.determination)).toBe(before);
      }),
    );
  });

  it("one more fact never turns not met into policy silent", () => {
    fc.assert(
      fc.property(asked, clinical, (a, fact) => {
        const more: Fact[] = [...a.determination.facts, fact];
        const after = new Map(
          answer({ ...a, determination: { ...a.determination, facts: more } }).requirements.map((r) => [
            r.id,
            r.status,
          ]),
        );
        for (const r of answer(a).requirements)
          if (r.status === "not-met") expect([r.id, after.get(r.id)]).not.toEqual([r.id, "policy-silent"]);
      }),
      { numRuns: 300 },
    );
  });

  it("not covered rests on a rule that may decide, and likely leaves nothing open", () => {
    fc.assert(
      fc.property(asked, (a) => {
        const c = answer(a);
        if (c.covered === "not") expect(decisive(c).some((r) => r.status === "not-met")).toBe(true);
        if (c.covered === "likely")
          expect(c.requirements.filter((r) => r.open && r.codes.includes(a.determination.lines[0]!.code))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("what was not read is shown as not read, and silence needs a text read whole", () => {
    fc.assert(
      fc.property(asked, (a) => {
        const c = answer(a);
        for (const r of c.requirements) {
          if (r.weight === "lead") expect(r.status === "text-not-read" || r.status === "not-applicable").toBe(true);
          if (r.status === "policy-silent" && !r.open)
            expect(c.policies.find((p) => p.id === r.policy)?.read).toBe("full");
        }
      }),
    );
  });

  it("the documents were in force, and each is named with its dates", () => {
    fc.assert(
      fc.property(asked, (a) => {
        for (const p of answer(a).policies) {
          expect(p.from === null || p.from <= a.determination.dateOfService).toBe(true);
          expect(p.until === null || p.until > a.determination.dateOfService).toBe(true);
        }
      }),
    );
  });

  it("the same question has the same answer, and it is frozen", () => {
    fc.assert(
      fc.property(asked, (a) => {
        const c = answer(a);
        expect(JSON.stringify(answer(a))).toBe(JSON.stringify(c));
        expect(Object.isFrozen(c) && c.requirements.every(Object.isFrozen)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("a day on which a limit no longer fails is after the day asked", () => {
    fc.assert(
      fc.property(asked, (a) => {
        const { nextEligible } = answer(a);
        if (nextEligible !== null) expect(nextEligible > a.determination.dateOfService).toBe(true);
      }),
    );
  });
});

describe("with the engine", () => {
  const plain = makeEngine(compiled.book!);
  const whole = withCoverage(plain, () => book);
  const note =
    "DATE: 06/02/2025\nTrigger point injections: left trapezius, left rhomboid major, right gluteus medius, 1% lidocaine 1 cc each.";

  it.each(book.payers.map((p) => p.id))("%s changes no code", (payer) => {
    const without = plain({ note });
    const { coverage, ...rest } = whole({ note, payer, state: "IL" });
    expect(rest.lines.filter((l) => l.role === "procedure")).toEqual(
      without.lines.filter((l) => l.role === "procedure"),
    );
    expect(rest.queries).toEqual(without.queries);
    expect(coverage).not.toBeNull();
  });

  it("three muscles in two regions are coded 20553 and not covered: both are said", () => {
    const d = whole({ note, payer: "medicare", state: "IL" });
    expect(d.lines.map((l) => l.code)).toEqual(["20553"]);
    expect(d.coverage).toMatchObject({ correct: [{ code: "20553" }], billAs: [{ code: "20553" }], covered: "not" });
  });

  it("asks for no policies when no payer is named", () => {
    const never = withCoverage(plain, () => {
      throw new Error("asked");
    });
    expect(never({ note }).coverage).toBeNull();
  });
});
