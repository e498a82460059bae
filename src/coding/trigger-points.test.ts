import { describe, expect, it } from "vitest";
import { answer, asked, decide } from "./small-decide.ts";
import { count, injected, says } from "./small-facts.ts";

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

  it("takes the largest of several totals, for the others may be parts of it", () => {
    for (const totals of [
      [2, 9],
      [9, 2],
    ]) {
      expect(
        answer(decide([injected("trapezius"), injected("rhomboids"), ...totals.map((n) => count("injections", n))])),
      ).toBe("query 20552");
    }
    expect(
      answer(
        decide([injected("trapezius"), injected("rhomboids"), count("injections", 9), count("trigger-points", 2)]),
      ),
    ).toBe("determined 20552");
    expect(
      decide([injected("trapezius"), injected("levator-scapulae"), count("injections", 1)]).conflicts.map(
        (c) => c.code,
      ),
    ).toEqual(["NP3055"]);
  });

  it("narrows by a stated number of muscles that the names allow, and reports one that they do not", () => {
    expect(answer(decide([injected("trapezius"), injected("rhomboids"), count("muscles", 3)]))).toBe(
      "determined 20553",
    );
    const d = decide([injected("trapezius"), injected("levator-scapulae"), count("muscles", 4)]);
    expect(answer(d)).toBe("determined 20552");
    expect(d.conflicts.map((c) => c.code)).toEqual(["NP3051"]);
  });

  it("takes a stated number for the most, and for names it does not give for nothing more", () => {
    expect(answer(decide([injected("cervical-paraspinals"), count("muscles", 3)]))).toBe("query 20552");
    expect(answer(decide([injected("cervical-paraspinals"), count("muscles", 2)]))).toBe("determined 20552");
    expect(answer(decide([says("trigger-point"), says("injection-done"), count("muscles", 4)]))).toBe("query 20552");
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

  it("believes a stated number of one procedure only when another counts muscles too", () => {
    const two = [
      injected("trapezius"),
      injected("rhomboids"),
      injected("splenius-capitis", "left", { status: "needled" }),
    ];
    expect(answer(decide([...two, count("muscles", 3)]))).toBe("query 20552 20560");
    const apart = two.map((f) => ({ ...f, service: f.status === "needled" ? 1 : 0 }));
    expect(answer(decide([...apart, count("muscles", 3, { service: 0 })]))).toBe("determined 20553 20560");
  });

  it("takes the level of a muscle that has several", () => {
    const d = decide([injected("multifidus", "left", { level: "L5" }), injected("multifidus-lumborum")]);
    expect(d.counts.elements.map((e) => e.id)).toEqual(["multifidus-lumborum"]);
    expect(decide([injected("multifidus"), injected("multifidus-cervicis")]).counts.muscles).toEqual({
      min: 1,
      max: 2,
    });
    const crossing = decide([injected("multifidus", "left", { level: "C7-L1" }), injected("multifidus-lumborum")]);
    expect(crossing.counts.muscles).toEqual({ min: 1, max: 2 });
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
