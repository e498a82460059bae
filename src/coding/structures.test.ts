import { describe, expect, it } from "vitest";
import { answer, asked, decide } from "./small-decide.ts";
import { given, guidance, injected, needled } from "./small-facts.ts";

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
    const both = decide([needled("rhomboids"), injected("rhomboid-major"), injected("rhomboid-minor")]);
    expect(answer(both)).toBe("determined 20552");
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

  it("takes the tendon of a muscle, which goes by the muscle's id, for a tendon and never for a muscle", () => {
    expect(answer(decide([injected("trapezius", "left", { kind: "tendon-origin" })]))).toBe("determined 20551-LT");
    expect(answer(decide([injected("rhomboids", "left", { kind: "tendon-origin" })]))).toBe("determined 20551-LT");
    expect(answer(decide([injected("trapezius", "left", { kind: "tendon-origin" }), injected("trapezius")]))).toBe(
      "determined 20551-LT 20552",
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

  it("asks nothing about a heading that the description confirms", () => {
    const heading = injected("knee", "left", { doubts: ["heading-only"] });
    for (const facts of [
      [heading, injected("knee")],
      [injected("knee"), heading],
    ])
      expect(answer(decide(facts))).toBe("determined 20610-LT");
    expect(answer(decide([heading]))).toBe("query");
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
