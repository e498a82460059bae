import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeDecider } from "./decide.ts";
import { normaliseFacts } from "./normalise.ts";
import { smallBook } from "./small-book.ts";

const reasons = (json: unknown): string[] => normaliseFacts(json).findings.map((f) => f.reason);

describe("facts written by hand", () => {
  it("need only what identifies them", () => {
    expect(
      normaliseFacts([
        { kind: "muscle", id: "trapezius", status: "injected" },
        { kind: "count", of: "injections", value: 3 },
      ]),
    ).toEqual({
      facts: [
        { kind: "muscle", id: "trapezius", side: "unspecified", status: "injected", text: "", start: 0, end: 0 },
        { kind: "count", of: "injections", value: 3, text: "", start: 0, end: 0 },
      ],
      findings: [],
    });
    expect(normaliseFacts([{ kind: "guidance", modality: "ultrasound" }]).facts).toMatchObject([
      { use: "guide", imageKept: null, described: null },
    ]);
  });

  it("may be findings that only a payer asks for, which change no code", () => {
    const facts = [
      { kind: "clinical", of: "taut-band" },
      { kind: "muscle", id: "trapezius", status: "injected" },
    ];
    expect(normaliseFacts(facts).facts).toMatchObject([
      { kind: "clinical", of: "taut-band", said: "yes" },
      { kind: "muscle" },
    ]);
    const decide = makeDecider(smallBook);
    expect(decide(normaliseFacts(facts).facts, { date: "2025-06-02" })).toEqual(
      decide(normaliseFacts(facts.slice(1)).facts, { date: "2025-06-02" }),
    );
    expect(reasons([{ kind: "clinical", of: "tautband" }])).toHaveLength(1);
  });

  it("are left out whole when a field is wrong, and the finding says where, what was expected and what was found", () => {
    expect(reasons([{ kind: "muscle", id: "trapezius", status: "injectd" }])).toEqual([
      'facts[0].status: expected one of injected, needled, examined, planned, past, declined, risk, other, found "injectd".',
    ]);
    expect(normaliseFacts([{ kind: "muscle", id: "trapezius", status: "injectd" }]).facts).toEqual([]);
    expect(reasons([{ kind: "muscle", id: "trapezius" }])).toEqual([
      expect.stringContaining("facts[0].status: expected one of injected"),
    ]);
    expect(reasons([{ kind: "count", of: "injections", value: -1 }])).toEqual([
      "facts[0].value: expected a whole number, 0 or more, found -1.",
    ]);
    expect(reasons([{ kind: "substance", dose: { value: "40", unit: "mg" } }])).toEqual([
      expect.stringContaining("facts[0].dose: expected { value: a number, unit: one of mg, mL, unit, dose }"),
    ]);
    expect(reasons([{ kind: "muscle", id: "trapezius", status: "injected", date: "2025-02-30" }])).toEqual([
      expect.stringContaining("facts[0].date: expected a date"),
    ]);
  });

  it("must be a list of objects with a kind", () => {
    expect(reasons({})).toEqual(["facts: expected a list of facts, found an object."]);
    expect(reasons([null, "x", [], {}])).toEqual([
      "facts[0]: expected an object with a kind, found null.",
      'facts[1]: expected an object with a kind, found "x".',
      "facts[2]: expected an object with a kind, found a list.",
      "facts[3].kind: expected the kind of the fact (muscle, substance, count, ...), found nothing.",
    ]);
    expect(reasons([{ kind: "mussel", status: "injected" }])).toEqual([
      expect.stringContaining("facts[0].kind: expected one of muscle, group"),
    ]);
  });

  it("keep their sense when a field is misspelt, with a warning", () => {
    const { facts, findings } = normaliseFacts([{ kind: "muscle", id: "trapezius", status: "injected", sied: "left" }]);
    expect(facts).toHaveLength(1);
    expect(findings.map((f) => [f.code, f.severity])).toEqual([["NP3021", "warning"]]);
  });

  it("come from no prototype", () => {
    expect(reasons(JSON.parse('[{"kind":"__proto__","status":"injected"}]'))).toEqual([
      expect.stringContaining("facts[0].kind"),
    ]);
    expect(reasons([Object.create({ kind: "muscle", id: "trapezius", status: "injected" })])).toHaveLength(1);
  });

  it("never make the engine throw, whatever they are", () => {
    const decide = makeDecider(smallBook);
    const kind = fc.constantFrom(
      "muscle",
      "group",
      "region",
      "joint",
      "substance",
      "guidance",
      "count",
      "label",
      "statement",
      "toString",
    );
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        "injected",
        "left",
        "unspecified",
        "trapezius",
        "rhomboids",
        "neck",
        "given",
        "mg",
        null,
        3,
        {},
      ),
      fc.jsonValue(),
    );
    const keys = [
      "id",
      "side",
      "status",
      "of",
      "value",
      "says",
      "modality",
      "dose",
      "agents",
      "level",
      "digit",
      "doubts",
      "sites",
      "orElse",
    ];
    const entry = fc
      .tuple(kind, fc.dictionary(fc.constantFrom(...keys), value))
      .map(([k, rest]) => ({ kind: k, ...rest }));
    fc.assert(
      fc.property(fc.oneof(fc.array(entry, { maxLength: 6 }), fc.jsonValue()), (json) => {
        const { facts } = normaliseFacts(json);
        expect(["determined", "query", "none"]).toContain(decide(facts, { date: "2025-06-02" }).status);
      }),
      { numRuns: 500 },
    );
  });
});
