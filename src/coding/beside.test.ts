import { describe, expect, it } from "vitest";
import type { Fact } from "../note/facts.ts";
import { makeDecider, type DecideOptions } from "./decide.ts";
import { smallBook } from "./small-book.ts";
import { given, guidance, injected, says } from "./small-facts.ts";

const decider = makeDecider(smallBook);
const lines = (facts: readonly Fact[], more: Partial<DecideOptions> = {}): string =>
  decider(facts, { date: "2025-06-02", ...more })
    .lines.filter((l) => l.role !== "procedure")
    .map((l) => `${[l.code, ...l.modifiers].join("-")} x${l.units}`)
    .join(", ");
const findings = (facts: readonly Fact[], more: Partial<DecideOptions> = {}): string[] =>
  decider(facts, { date: "2025-06-02", ...more }).findings.map((f) => f.code);

describe("imaging beside a procedure", () => {
  const one = injected("trapezius");

  it("is reported once an encounter, when it guided and an image was kept", () => {
    expect(lines([one, guidance("ultrasound", true)])).toBe("76942 x1");
    expect(
      lines([one, injected("flexor-sheath-ring"), guidance("ultrasound", true), guidance("ultrasound", true)]),
    ).toBe("76942 x1");
  });

  it("is not reported for what the note does not say", () => {
    for (const g of [
      guidance("ultrasound", null),
      guidance("ultrasound", false),
      guidance("ultrasound", true, { use: "look" }),
      guidance("ultrasound", true, { use: "planned" }),
      guidance("ultrasound", true, { described: false }),
    ]) {
      expect(lines([one, g])).toBe("");
    }
    expect(lines([guidance("ultrasound", true)])).toBe("");
  });

  it("leaves a step in the trace either way", () => {
    const step = (kept: boolean | null): unknown =>
      decider([one, guidance("ultrasound", kept)], { date: "2025-06-02" }).trace.at(-1);
    expect(step(true)).toMatchObject({ rule: "imaging/76942", outcome: "true", found: true });
    expect(step(null)).toMatchObject({ outcome: "unknown", found: null });
    expect(step(false)).toMatchObject({ outcome: "false", found: false });
  });

  it("takes the code of the date", () => {
    const facts = [one, guidance("fluoroscopy", true)];
    expect(lines(facts, { date: "2003-12-31" })).toBe("");
    expect(lines(facts, { date: "2006-12-31" })).toBe("76003 x1");
    expect(lines(facts, { date: "2007-01-01" })).toBe("77002 x1");
  });

  it("is only for the families that the rule names, and the procedure it guided", () => {
    expect(lines([injected("knee"), guidance("ultrasound", true)])).toBe("");
    expect(
      lines([
        injected("knee", "left", { service: 0 }),
        injected("trapezius", "left", { service: 1 }),
        guidance("ultrasound", true, { service: 0 }),
      ]),
    ).toBe("");
  });
});

describe("drugs", () => {
  const mg = (value: number): { readonly value: number; readonly unit: "mg" } => ({ value, unit: "mg" });

  it("turns the dose into whole units, rounded up and shown", () => {
    expect(lines([given("triamcinolone", { dose: mg(40) })])).toBe("J3301 x4");
    const d = decider([given("triamcinolone", { dose: mg(35) })], { date: "2025-06-02" });
    expect(d.lines[0]).toMatchObject({
      code: "J3301",
      units: 4,
      role: "drug",
      says: "triamcinolone 35 mg; one unit is 10 mg: 4, rounded up from 3.5.",
    });
    expect(d.status).toBe("none");
  });

  it("reads a volume by its strength", () => {
    expect(
      lines([given("triamcinolone", { dose: { value: 1, unit: "mL" }, strength: { value: 40, unit: "mg/mL" } })]),
    ).toBe("J3301 x4");
    expect(lines([given("triamcinolone", { dose: { value: 2, unit: "mL" }, strength: { value: 1, unit: "%" } })])).toBe(
      "J3301 x2",
    );
  });

  it("says that the dose is missing, and bills nothing", () => {
    expect(lines([given("triamcinolone")])).toBe("");
    expect(findings([given("triamcinolone", { dose: { value: 1, unit: "mL" } })])).toContain("NP3070");
  });

  it("takes the code of the date, and the size that fits the dose", () => {
    expect(lines([given("methylprednisolone", { dose: mg(40) })], { date: "2024-03-31" })).toBe("J1030 x1");
    expect(lines([given("methylprednisolone", { dose: mg(20) })], { date: "2024-03-31" })).toBe("J1020 x1");
    expect(lines([given("methylprednisolone", { dose: mg(80) })], { date: "2024-03-31" })).toBe("J1040 x1");
    expect(lines([given("methylprednisolone", { dose: mg(30) })], { date: "2024-03-31" })).toBe("J1030 x1");
    expect(lines([given("methylprednisolone", { dose: mg(40) })], { date: "2024-04-01" })).toBe("J1010 x40");
  });

  it("adds what was given in different procedures, and not what is said twice", () => {
    const dose = mg(20);
    expect(lines([given("triamcinolone", { dose }), given("triamcinolone", { dose })])).toBe("J3301 x2");
    expect(lines([given("triamcinolone", { dose, service: 0 }), given("triamcinolone", { dose, service: 1 })])).toBe(
      "J3301 x4",
    );
    const apart = [given("triamcinolone", { dose, service: 0 }), given("triamcinolone", { dose: mg(10), service: 1 })];
    expect(lines(apart)).toBe("J3301 x3");
  });

  it("bills the discarded rest as far as rounding up has not used it", () => {
    expect(lines([given("methylprednisolone", { dose: mg(30), wasted: mg(10), vial: "single-dose" })])).toBe(
      "J1010 x30, J1010-JW x10",
    );
    expect(
      lines([
        given("triamcinolone", { dose: mg(30), vial: "single-dose" }),
        given("triamcinolone", { status: "discarded", dose: mg(10) }),
      ]),
    ).toBe("J3301 x3, J3301-JW x1");
    expect(lines([given("triamcinolone", { dose: mg(35), wasted: mg(5) })])).toBe("J3301 x4");
    expect(lines([given("methylprednisolone", { dose: mg(30), wasted: mg(10), vial: "multi-dose" })])).toBe(
      "J1010 x30",
    );
  });

  it("says JZ to Medicare from July 2023 when a single-dose vial was used up, as the note says", () => {
    const used = given("triamcinolone", { dose: mg(40), wasted: mg(0), vial: "single-dose" });
    expect(lines([used], { payer: "medicare" })).toBe("J3301-JZ x4");
    expect(lines([used], { payer: "medicare", date: "2023-06-30" })).toBe("J3301 x4");
    expect(lines([used], { payer: "aetna" })).toBe("J3301 x4");
    expect(lines([given("triamcinolone", { dose: mg(40), vial: "single-dose" })], { payer: "medicare" })).toBe(
      "J3301 x4",
    );
  });

  it("bills no anaesthetic, nothing a facility supplied, nothing not given", () => {
    expect(lines([given("lidocaine", { dose: mg(50) })])).toBe("");
    expect(findings([given("lidocaine")])).toContain("NP3072");
    const dose = mg(40);
    for (const setting of ["asc", "hospital-outpatient", "emergency"] as const)
      expect([setting, lines([given("triamcinolone", { dose })], { setting })]).toEqual([setting, ""]);
    expect(lines([given("triamcinolone", { dose }), says("facility")])).toBe("");
    expect(findings([given("triamcinolone", { dose }), says("facility")])).toContain("NP3071");
    for (const status of ["mentioned", "declined", "past", "planned", "discarded"] as const)
      expect(lines([given("triamcinolone", { dose, status })])).toBe("");
  });

  it("does not round up the dust of binary fractions", () => {
    const book = {
      ...smallBook,
      drugs: [
        {
          ...smallBook.drugs[0]!,
          lines: [{ ...smallBook.drugs[0]!.lines[0]!, unit: { amount: 0.1, measure: "mg" as const } }],
        },
      ],
    };
    const d = makeDecider(book)([given("triamcinolone", { dose: mg(0.3) })], { date: "2025-06-02" });
    expect(d.lines[0]?.units).toBe(3);
  });
});
