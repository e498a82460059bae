import { describe, expect, it } from "vitest";
import type { Fact } from "../note/facts.ts";
import { makeDecider, type DecideOptions, type Decision } from "./decide.ts";
import { smallBook } from "./small-book.ts";
import { count, given, guidance, injected, label, needled, says } from "./small-facts.ts";

const decider = makeDecider(smallBook);
const decide = (facts: readonly Fact[], more: Partial<DecideOptions> = {}): Decision =>
  decider(facts, { date: "2025-06-02", ...more });
/** The answer on one line: "determined 20553". */
const answer = (d: Decision): string =>
  [d.status, ...d.lines.map((l) => [l.code, ...l.modifiers].join("-") + (l.units === 1 ? "" : ` x${l.units}`))].join(
    " ",
  );
const asked = (d: Decision): string[] => d.queries.map((q) => q.id);

describe("trigger points", () => {
  it("counts three names of one side, a group word being at least one muscle", () => {
    const d = decide([injected("trapezius"), injected("rhomboids"), injected("supraspinatus")]);
    expect(answer(d)).toBe("determined 20553");
    expect(d.counts.muscles).toEqual({ min: 3, max: 4 });
    expect(d.counts.elements.map((e) => e.name)).toEqual([
      "left trapezius",
      "left rhomboids (1 to 2)",
      "left supraspinatus",
    ]);
  });

  it("asks for the muscles where a group word decides, and reports the least", () => {
    const d = decide([injected("trapezius"), injected("rhomboids", "left", { start: 40, end: 49 })]);
    expect(answer(d)).toBe("query 20552");
    expect(asked(d)).toEqual(["trigger-point/muscles"]);
    expect(d.queries[0]?.indicators).toEqual([{ start: 40, end: 49 }]);
  });

  it("asks nothing where every reading gives the same code", () => {
    expect(answer(decide([injected("rhomboids")]))).toBe("determined 20552");
    expect(decide([injected("rhomboids")]).counts.muscles).toEqual({ min: 1, max: 2 });
  });

  it("lets a group word be explained by a member already counted", () => {
    expect(decide([injected("rhomboid-major"), injected("rhomboids")]).counts.muscles).toEqual({ min: 1, max: 2 });
    expect(
      decide([injected("rhomboid-major"), injected("rhomboid-minor"), injected("rhomboids")]).counts.muscles,
    ).toEqual({ min: 2, max: 2 });
    expect(decide([injected("rhomboid-major", "right"), injected("rhomboids", "left")]).counts.muscles).toEqual({
      min: 2,
      max: 3,
    });
  });

  it("sets no upper end to an open group, and counts it once a side", () => {
    const d = decide([
      injected("cervical-paraspinals", "bilateral"),
      injected("cervical-paraspinals", "bilateral", { level: "C6-7" }),
    ]);
    expect(answer(d)).toBe("query 20552");
    expect(d.counts.bySide).toEqual({ min: 2, max: null });
    expect(d.counts.byName).toEqual({ min: 1, max: null });
  });

  it("takes the bound that the book sets to a finely divided group", () => {
    expect(decide([injected("back-extensors")]).counts.muscles).toEqual({ min: 1, max: 2 });
  });

  it("counts one muscle once, whatever the needles", () => {
    const d = decide([
      injected("trapezius", "left", { sites: 8 }),
      injected("trapezius", "left", { sites: 4 }),
      count("injections", 12),
    ]);
    expect(answer(d)).toBe("determined 20552");
    expect(d.counts.sites).toBe(12);
  });

  it("bounds a word by its own number of injections, and all of them by the total", () => {
    expect(answer(decide([injected("trapezius"), injected("rhomboids", "left", { sites: 1 })]))).toBe(
      "determined 20552",
    );
    expect(answer(decide([injected("trapezius"), injected("rhomboids"), count("injections", 2)]))).toBe(
      "determined 20552",
    );
    expect(answer(decide([injected("trapezius"), injected("rhomboids"), count("injections", 9)]))).toBe("query 20552");
  });

  it("narrows by a stated number of muscles that the names allow, and reports one that they do not", () => {
    expect(answer(decide([injected("trapezius"), injected("rhomboids"), count("muscles", 3)]))).toBe(
      "determined 20553",
    );
    const d = decide([injected("trapezius"), injected("levator-scapulae"), count("muscles", 4)]);
    expect(answer(d)).toBe("determined 20552");
    expect(d.conflicts.map((c) => c.code)).toEqual(["NP3051"]);
  });

  it("does not let a stated number settle what may not have been treated", () => {
    const d = decide([
      injected("trapezius"),
      injected("levator-scapulae"),
      injected("supraspinatus", "left", { doubts: ["heading-only"] }),
      count("muscles", 3),
    ]);
    expect(answer(d)).toBe("query 20552");
    expect(asked(d)).toEqual(["trigger-point/done"]);
  });

  it("takes the level of a muscle that has several", () => {
    const d = decide([injected("multifidus", "left", { level: "L5" }), injected("multifidus-lumborum")]);
    expect(d.counts.elements.map((e) => e.id)).toEqual(["multifidus-lumborum"]);
    expect(decide([injected("multifidus"), injected("multifidus-cervicis")]).counts.muscles).toEqual({
      min: 1,
      max: 2,
    });
    expect(decide([injected("multifidus")]).counts.muscles).toEqual({ min: 1, max: 1 });
  });

  it("counts a muscle of the midline once", () => {
    expect(decide([injected("procerus", "bilateral")]).counts.muscles).toEqual({ min: 1, max: 1 });
  });

  it("asks what was injected when trigger points were injected and nothing is named", () => {
    const d = decide([says("trigger-point"), says("injection-done", { start: 5, end: 9 })]);
    expect(answer(d)).toBe("query 20552");
    expect(asked(d)).toEqual(["trigger-point/muscles"]);
    expect(d.counts.muscles).toEqual({ min: 1, max: null });
  });

  it("gives no code for an injection whose structure field is blank", () => {
    const d = decide([says("injection-done"), says("structure-blank")]);
    expect(answer(d)).toBe("query");
    expect(asked(d)).toEqual(["trigger-point/structure"]);
  });

  it("takes a region word as a place for trigger points only when the note speaks of them", () => {
    expect(answer(decide([injected("neck")]))).toBe("query");
    expect(asked(decide([injected("neck")]))).toEqual(["trigger-point/structure"]);
    expect(answer(decide([injected("neck"), says("trigger-point")]))).toBe("query 20552");
    expect(decide([injected("neck"), injected("shoulder-region"), says("trigger-point")]).counts.muscles).toEqual({
      min: 1,
      max: null,
    });
  });

  it("counts a muscle the book does not know as one that may be named twice", () => {
    const d = decide([
      injected("trapezius"),
      injected("nonesuch", "left", { text: "nonesuch" }),
      injected("levator-scapulae"),
    ]);
    expect(answer(d)).toBe("query 20552");
    expect(d.counts.muscles).toEqual({ min: 2, max: 3 });
    expect(d.findings.map((f) => f.code)).toContain("NP3022");
  });

  it("keeps words of two families out of both counts until asked", () => {
    const d = decide([
      injected("trapezius"),
      injected("supraspinatus", "left", { orElse: ["flexor-sheath-ring"], doubts: ["ambiguous-word"] }),
    ]);
    expect(answer(d)).toBe("query 20552");
    expect(asked(d)).toEqual(["trigger-point/structure"]);
    const one = decide([injected("supraspinatus", "left", { orElse: ["infraspinatus"] })]);
    expect(answer(one)).toBe("determined 20552");
    expect(one.counts.muscles).toEqual({ min: 1, max: 1 });
  });
});

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

describe("needling", () => {
  it("is another family, by the number of muscles", () => {
    expect(answer(decide([needled("trapezius"), needled("supraspinatus")]))).toBe("determined 20560");
    expect(answer(decide([needled("trapezius"), needled("supraspinatus"), needled("infraspinatus")]))).toBe(
      "determined 20561",
    );
  });

  it("counts a muscle that was also injected under injection only", () => {
    const d = decide([needled("trapezius"), injected("trapezius"), needled("infraspinatus")]);
    expect(answer(d)).toBe("determined 20552 20560");
    expect(d.counts.needled).toEqual({ min: 1, max: 1 });
    expect(answer(decide([needled("trapezius", "unspecified"), injected("trapezius")]))).toBe("determined 20552");
    expect(answer(decide([needled("trapezius", "right"), injected("trapezius", "left")]))).toBe(
      "determined 20552 20560",
    );
  });

  it("reports no needling of a group that the injected muscle may explain", () => {
    const d = decide([needled("rhomboids"), injected("rhomboid-major")]);
    expect(answer(d)).toBe("query 20552");
    expect(asked(d)).toEqual(["dry-needling/muscles"]);
  });

  it("asks what went through the needle when that is not clear, and reports the needle", () => {
    const d = decide([injected("trapezius", "left", { doubts: ["fluid-unclear"] }), given("lidocaine")]);
    expect(answer(d)).toBe("query 20560");
    expect(asked(d)).toEqual(["dry-needling/substance"]);
  });
});

describe("structures", () => {
  it("takes the joint by its size and by the image kept", () => {
    expect(answer(decide([injected("knee")]))).toBe("determined 20610-LT");
    expect(answer(decide([injected("knee"), guidance("ultrasound", true)]))).toBe("determined 20611-LT");
    expect(answer(decide([injected("knee"), guidance("ultrasound", false)]))).toBe("determined 20610-LT");
    expect(answer(decide([injected("knee"), guidance("ultrasound", true, { use: "look" })]))).toBe(
      "determined 20610-LT",
    );
  });

  it("asks for the image when the note does not say, with the plain code as the least", () => {
    const d = decide([injected("knee"), guidance("ultrasound", null)]);
    expect(answer(d)).toBe("query 20610-LT");
    expect(asked(d)).toEqual(["joint/image"]);
  });

  it("believes neither of two statements on the image", () => {
    expect(answer(decide([injected("knee"), guidance("ultrasound", true), guidance("ultrasound", false)]))).toBe(
      "query 20610-LT",
    );
  });

  it("gives no code to a joint of unknown size", () => {
    const d = decide([injected("odd-joint")]);
    expect(answer(d)).toBe("query");
    expect(asked(d)).toEqual(["joint/structure"]);
    expect(answer(decide([injected("odd-joint"), guidance("ultrasound", null)]))).toBe("query");
  });

  it("counts a bursa with its joint, on the same side only", () => {
    expect(
      answer(
        decide([injected("shoulder"), injected("subacromial-bursa"), injected("subacromial-bursa", "unspecified")]),
      ),
    ).toBe("determined 20610-LT");
    expect(answer(decide([injected("subacromial-bursa"), injected("shoulder", "right")]))).toBe("determined 20610-50");
    expect(answer(decide([injected("subacromial-bursa")]))).toBe("determined 20610-LT");
  });

  it("writes both sides as 50 where the code takes it, else on two lines", () => {
    expect(answer(decide([injected("knee", "bilateral")]))).toBe("determined 20610-50");
    expect(answer(decide([injected("common-extensor-origin", "bilateral")]))).toBe("determined 20551-LT 20551-RT");
    expect(answer(decide([injected("knee"), injected("shoulder", "right")]))).toBe("determined 20610-LT 20610-RT");
  });

  it("writes no side that is not known, and asks for one that was left blank", () => {
    expect(answer(decide([injected("knee", "unspecified")]))).toBe("determined 20610");
    const d = decide([injected("knee", "unspecified", { doubts: ["side-blank"] })]);
    expect(answer(d)).toBe("query 20610");
    expect(asked(d)).toEqual(["joint/side"]);
  });

  it("counts each sheath and writes its digit", () => {
    expect(
      answer(decide([injected("flexor-sheath-ring", "right"), injected("flexor-sheath", "right", { digit: "thumb" })])),
    ).toBe("determined 20550-F8 20550-F5");
    expect(answer(decide([injected("flexor-sheath-thumb", "bilateral")]))).toBe("determined 20550-FA 20550-F5");
    expect(
      answer(decide([injected("flexor-sheath", "right", { digit: "ring" }), injected("flexor-sheath-ring", "right")])),
    ).toBe("determined 20550-F8");
  });

  it("counts a joint of each toe, and the toe left out as one of those named", () => {
    const toes = [
      injected("toe-joint", "left", { digit: "great-toe" }),
      injected("toe-joint", "left", { digit: "2nd-toe" }),
    ];
    expect(answer(decide(toes))).toBe("determined 20605-LT 20605-LT");
    expect(answer(decide([...toes, injected("toe-joint"), injected("toe-joint", "unspecified")]))).toBe(
      "determined 20605-LT 20605-LT",
    );
    expect(answer(decide([injected("knee", "left", { digit: "thumb" }), injected("knee")]))).toBe(
      "determined 20610-LT",
    );
  });

  it("takes the sheath of an unnamed finger for the one that is named", () => {
    expect(answer(decide([injected("flexor-sheath-ring", "right"), injected("flexor-sheath", "right")]))).toBe(
      "determined 20550-F8",
    );
    expect(answer(decide([injected("flexor-sheath", "right")]))).toBe("determined 20550-RT");
    const halves = [injected("toe-joint", "left"), injected("toe-joint", "unspecified", { digit: "great-toe" })];
    expect(answer(decide(halves))).toBe("determined 20605-LT");
  });

  it("asks which structure when the words may stand for two of different codes", () => {
    const d = decide([injected("flexor-sheath-ring", "left", { orElse: ["common-extensor-origin"] })]);
    expect(answer(d)).toBe("query");
    expect(asked(d)).toEqual(["tendon/structure"]);
    expect(answer(decide([injected("shoulder", "left", { orElse: ["knee"] })]))).toBe("determined 20610-LT");
    expect(answer(decide([injected("shoulder", "left", { orElse: ["knee"] }), injected("knee")]))).toBe(
      "determined 20610-LT",
    );
  });

  it("takes no row for want of another", () => {
    const d = decide([injected("biceps-tendon")]);
    expect(answer(d)).toBe("query");
    expect(d.findings.map((f) => f.code)).toEqual(["NP3034"]);
    expect(d.trace.map((s) => s.outcome)).toEqual(["false", "false"]);
  });

  it("leaves out a structure named in the heading only, and asks", () => {
    const d = decide([injected("knee"), injected("wrist", "left", { doubts: ["heading-only"] })]);
    expect(answer(d)).toBe("query 20610-LT");
    expect(asked(d)).toEqual(["joint/done"]);
  });

  it("reports families side by side, and a once-a-session code once", () => {
    expect(answer(decide([injected("knee"), injected("trapezius")]))).toBe("determined 20610-LT 20552");
    expect(answer(decide([injected("sacroiliac-joint", "bilateral")]))).toBe("determined 20552");
    const d = decide([
      injected("sacroiliac-joint"),
      injected("trapezius"),
      injected("levator-scapulae"),
      injected("supraspinatus"),
    ]);
    expect(answer(d)).toBe("determined 20553");
    expect(d.lines[0]?.because).toHaveLength(2);
  });
});

describe("routing", () => {
  it("keeps a structure of another agent out of the count, and says why it is not coded", () => {
    const d = decide([
      injected("trapezius", "left", { agents: ["toxin"] }),
      injected("supraspinatus", "left", { agents: ["anaesthetic"] }),
    ]);
    expect(answer(d)).toBe("determined 20552");
    expect(d.notCoded).toMatchObject([{ family: "toxin", says: "toxin: trapezius", because: "Coded by territory." }]);
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
