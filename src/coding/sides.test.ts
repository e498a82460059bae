import { describe, expect, it } from "vitest";
import { makeDecider } from "./decide.ts";
import { smallBook } from "./small-book.ts";
import { answer, asked, decide } from "./small-decide.ts";
import { injected, needled, says } from "./small-facts.ts";

describe("sides", () => {
  it("lets a muscle without a side be one side or both, unless one injection was given", () => {
    const d = decide([injected("trapezius", "unspecified"), injected("levator-scapulae", "unspecified")]);
    expect(answer(d)).toBe("query 20552");
    expect(asked(d)).toEqual(["trigger-point/side"]);
    expect(d.counts).toMatchObject({ byName: { min: 2, max: 2 }, bySide: { min: 2, max: 4 } });
    expect(
      answer(
        decide([
          injected("trapezius", "unspecified", { sites: 1 }),
          injected("levator-scapulae", "unspecified", { sites: 1 }),
        ]),
      ),
    ).toBe("determined 20552");
  });

  it("joins a mention without a side to the sided one of the same name", () => {
    const d = decide([
      injected("trapezius", "unspecified"),
      injected("trapezius", "right"),
      injected("levator-scapulae", "right"),
    ]);
    expect(d.counts.muscles).toEqual({ min: 2, max: 2 });
    expect(d.counts.elements[0]?.evidence).toHaveLength(2);
  });

  it("joins it to a side that is certain, and makes no doubtful side certain by it", () => {
    const doubtful = injected("trapezius", "left", { doubts: ["done-unclear"] });
    const sideless = injected("trapezius", "unspecified");
    expect(decide([doubtful, sideless, injected("trapezius", "right")]).counts.muscles).toEqual({ min: 1, max: 2 });
    expect(decide([doubtful, sideless]).counts.muscles).toEqual({ min: 1, max: 2 });
    // The word without a side is explained by the muscle of the other side.
    const cuff = [
      injected("rotator-cuff", "right", { doubts: ["done-unclear"] }),
      injected("rotator-cuff", "unspecified"),
    ];
    expect(decide([injected("infraspinatus"), ...cuff]).counts.muscles?.min).toBe(1);
  });

  it("shows both counts when only the sides decide, and applies the default", () => {
    const d = decide([injected("trapezius", "bilateral"), injected("supraspinatus", "right")]);
    expect(answer(d)).toBe("determined 20553");
    expect(d.contested).toMatchObject([
      {
        convention: "cp-a",
        applied: "by-side",
        matters: true,
        answers: [
          { position: "by-side", codes: ["20553"], count: { min: 3, max: 3 }, citations: ["newsletter"] },
          { position: "by-name", codes: ["20552"], count: { min: 2, max: 2 }, citations: ["forum"] },
        ],
      },
    ]);
  });

  it("says that there is no difference when there is none", () => {
    const d = decide([injected("trapezius", "bilateral")]);
    expect(answer(d)).toBe("determined 20552");
    expect(d.contested.map((c) => [c.convention, c.matters])).toEqual([["cp-a", false]]);
    expect(decide([injected("trapezius")]).contested).toEqual([]);
  });

  it("follows the organisation's choice", () => {
    const d = decide([injected("trapezius", "bilateral"), injected("supraspinatus", "right")], {
      conventions: { "cp-a": "by-name" },
    });
    expect(answer(d)).toBe("determined 20552");
    expect(d.contested[0]?.applied).toBe("by-name");
    const words = decide([injected("trapezius"), injected("rhomboids")], { conventions: { "cp-c": "one-each" } });
    expect(answer(words)).toBe("determined 20552");
  });

  it("leaves the answer open when nothing is chosen and the positions differ", () => {
    const conventions = smallBook.conventions.map((c) => ({ ...c, default: null }));
    const d = makeDecider({ ...smallBook, conventions })(
      [injected("trapezius", "bilateral"), injected("supraspinatus", "right")],
      { date: "2025-06-02" },
    );
    expect(answer(d)).toBe("query 20552");
    expect(d.queries).toEqual([]);
    expect(d.findings.map((f) => f.code)).toEqual(["NP3035"]);
  });
});

describe("dates", () => {
  const three = [injected("splenius-capitis"), injected("semispinalis-capitis"), injected("multifidus-cervicis")];

  it("applies the rules of the date of service", () => {
    expect(answer(decide(three, { date: "2001-12-31" }))).toBe("determined 20550");
    expect(answer(decide(three, { date: "2002-01-01" }))).toBe("determined 20553");
    expect(answer(decide(three, { date: "2003-01-01" }))).toBe("determined 20553");
    expect(answer(decide([needled("trapezius")], { date: "2019-12-31" }))).toBe("determined 20999");
    expect(answer(decide([needled("trapezius")], { date: "2020-01-01" }))).toBe("determined 20560");
  });

  it("shows the groups of 2002 beside the muscles", () => {
    const d = decide(three, { date: "2002-06-01" });
    expect(d.contested).toMatchObject([
      {
        convention: "cp-d",
        applied: "by-muscle",
        matters: true,
        answers: [{ count: { min: 3, max: 3 } }, { count: { min: 1, max: 1 }, codes: ["20552"] }],
      },
    ]);
    expect(answer(decide(three, { date: "2002-06-01", conventions: { "cp-d": "by-region" } }))).toBe(
      "determined 20552",
    );
    const limbs = decide(
      [injected("trapezius", "left"), injected("trapezius", "right"), injected("neck", "left"), says("trigger-point")],
      { date: "2002-06-01", conventions: { "cp-d": "by-region" } },
    );
    expect(limbs.counts.groups).toEqual({ min: 3, max: 3 });
  });

  it("knows no rule outside its horizon, and does not guess", () => {
    for (const date of ["1998-12-31", "2027-01-01"]) {
      const d = decide(three, { date });
      expect(answer(d)).toBe("none");
      expect(d.findings.map((f) => [f.code, f.severity])).toEqual([["NP3002", "error"]]);
    }
  });

  it("names the family for which no rule is in force, and codes nothing for it", () => {
    const d = decide([injected("sacroiliac-joint")], { date: "2011-06-01" });
    expect(answer(d)).toBe("none");
    expect(d.notCoded.map((n) => n.family)).toEqual(["sacroiliac-unguided"]);
  });

  it("counts a mention of another session as seen", () => {
    const d = decide([
      injected("trapezius", "left", { date: "2025-01-01" }),
      injected("supraspinatus", "left", { date: "2025-06-02" }),
    ]);
    expect(d.counts.elements.map((e) => e.id)).toEqual(["supraspinatus"]);
  });
});
