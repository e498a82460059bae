import { describe, expect, it } from "vitest";
import { answer, asked, decide } from "./small-decide.ts";
import { given, guidance, injected, label, says } from "./small-facts.ts";

describe("routing", () => {
  it("keeps a structure of another agent out of the count, and says why it is not coded", () => {
    const d = decide([
      injected("trapezius", "left", { agents: ["toxin"] }),
      injected("supraspinatus", "left", { agents: ["anaesthetic"] }),
    ]);
    expect(answer(d)).toBe("determined 20552");
    expect(d.notCoded).toMatchObject([{ family: "toxin", says: "toxin: trapezius", because: "Coded by territory." }]);
  });

  it("keeps a family from a substance that it refuses", () => {
    const d = decide([injected("trapezius", "left", { agents: ["prp", "anaesthetic"] })]);
    expect(answer(d)).toBe("none");
    expect(d.notCoded).toMatchObject([{ family: "none", says: "trapezius: injection" }]);
  });

  it("gives a substance tied to no structure to all structures of its procedure", () => {
    expect(answer(decide([injected("trapezius"), given("botulinum")]))).toBe("none");
    expect(answer(decide([injected("trapezius", "left", { service: 0 }), given("botulinum", { service: 1 })]))).toBe(
      "determined 20552",
    );
  });

  it("looks for imaging only among the guidance of the procedure", () => {
    expect(answer(decide([injected("sacroiliac-joint")]))).toBe("determined 20552");
    expect(decide([injected("sacroiliac-joint"), guidance("fluoroscopy", true)]).notCoded).toHaveLength(1);
    expect(
      answer(
        decide([injected("sacroiliac-joint", "left", { service: 0 }), guidance("fluoroscopy", true, { service: 1 })]),
      ),
    ).toBe("determined 20552");
  });

  it("names what no family takes", () => {
    const d = decide([injected("occipital-nerve"), injected("occipital-nerve", "right")]);
    expect(answer(d)).toBe("none");
    expect(d.notCoded).toMatchObject([{ family: "none", says: "occipital nerve: injection" }]);
    expect(d.notCoded[0]?.evidence).toHaveLength(2);
  });
});

describe("nothing done", () => {
  it("gives no line, and says what was seen and why it did not count", () => {
    const d = decide([
      injected("trapezius", "left", { status: "examined" }),
      injected("levator-scapulae", "right", { status: "planned" }),
      injected("supraspinatus", "left", { status: "declined" }),
    ]);
    expect(answer(d)).toBe("none");
    expect(d.findings.map((f) => f.reason)).toEqual([
      "Nothing was injected or needled at this encounter, as far as the note says.",
      "Not counted: left trapezius. It was examined, not treated.",
      "Not counted: right levator scapulae. It is planned, not done.",
      "Not counted: left supraspinatus. It was declined or left undone.",
    ]);
  });

  it("counts nothing in a procedure that the note denies", () => {
    const d = decide([injected("trapezius", "left", { service: 1 }), says("not-performed", { service: 1 })]);
    expect(answer(d)).toBe("query");
    expect(asked(d)).toEqual(["trigger-point/done"]);
    expect(answer(decide([says("trigger-point"), says("injection-done"), says("nothing-injected")]))).toBe("none");
  });
});

describe("the trace", () => {
  it("records every row that was looked at, with its place in the rule files", () => {
    const d = decide([injected("trapezius", "left", { start: 3, end: 12 })]);
    expect(d.trace).toEqual([
      {
        rule: "trigger-point/20552/2003-01-01",
        file: "families/trigger-point.yaml",
        line: 10,
        outcome: "true",
        says: "Row of 20552.",
        found: { min: 1, max: 1 },
        citations: ["source-20552"],
        evidence: [{ start: 3, end: 12 }],
      },
      {
        rule: "trigger-point/20553/2003-01-01",
        file: "families/trigger-point.yaml",
        line: 11,
        outcome: "false",
        says: "Row of 20553.",
        found: { min: 1, max: 1 },
        citations: ["source-20553"],
        evidence: [{ start: 3, end: 12 }],
      },
    ]);
    expect(d.lines[0]).toMatchObject({
      says: "Code 20552.",
      role: "procedure",
      because: [{ rule: "trigger-point/20552/2003-01-01", found: { min: 1, max: 1 } }],
    });
  });
});

describe("labels", () => {
  it("reports a printed code that the note does not support, and follows it never", () => {
    const d = decide([injected("trapezius"), label("cpt", "20553"), label("cpt", "99213"), label("cpt", "20552")]);
    expect(answer(d)).toBe("determined 20552");
    expect(d.conflicts.map((c) => c.reason)).toEqual(["The note prints 20553; what it documents supports 20552."]);
    expect(d.findings).toEqual([]);
  });

  it("shows the belief at work when another family's code is printed", () => {
    const d = decide([injected("trapezius"), label("cpt", "20550 x5")]);
    expect(d.conflicts.map((c) => c.code)).toEqual(["NP3050"]);
    expect(d.findings.map((f) => [f.code, f.citations])).toEqual([["NP3060", ["ama"]]]);
  });

  it("reports printed units that are not the units", () => {
    expect(decide([injected("trapezius"), label("cpt", "20552 x 3")]).conflicts).toHaveLength(1);
    expect(decide([injected("trapezius"), label("cpt", "20552 x 1")]).conflicts).toHaveLength(0);
  });

  it("codes the structure when a bursa is called a trigger point", () => {
    const d = decide([injected("subacromial-bursa"), says("trigger-point")]);
    expect(answer(d)).toBe("determined 20610-LT");
    expect(d.conflicts.map((c) => c.code)).toEqual(["NP3052"]);
  });

  it("reports a title of another family", () => {
    expect(decide([injected("knee"), label("title", "trigger-point")]).conflicts.map((c) => c.code)).toEqual([
      "NP3053",
    ]);
    expect(decide([injected("trapezius"), label("title", "trigger-point")]).conflicts).toEqual([]);
  });
});
