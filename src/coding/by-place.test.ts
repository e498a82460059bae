/** Families by place, on the book itself: which levels and limbs give which lines, and what stays open. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../rulebook/node/load.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { makeEngine } from "./determine.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../rulebook", import.meta.url)));
const determine = makeEngine(book as Rulebook);

interface Asked {
  readonly status: string;
  readonly lines: string;
  readonly asks: readonly string[];
}

/** The answer for facts or a note: its procedure lines as "64493-50x1 ...", and what is asked. */
function answer(given: string | readonly Record<string, unknown>[], dateOfService = "2024-06-03"): Asked {
  const d = determine({
    dateOfService,
    ...(typeof given === "string" ? { note: given } : { facts: given as never }),
  });
  const lines = d.lines.filter((l) => l.role === "procedure");
  return {
    status: d.status,
    lines: lines.map((l) => `${[l.code, ...l.modifiers].join("-")}x${l.units}`).join(" "),
    asks: d.queries.map((q) => q.id),
  };
}

const FLUORO = { kind: "guidance", modality: "fluoroscopy" };
const facet = (side: string, ...levels: string[]) => ({ kind: "facet", id: "facet", side, status: "injected", levels });
const branch = (side: string, ...levels: string[]) => ({
  kind: "nerve",
  id: "medial-branch",
  side,
  status: "injected",
  technique: "block",
  levels,
});

describe("facet joints by level and side", () => {
  it.each<[string, Record<string, unknown>[], string]>([
    ["one level", [facet("left", "L4-5")], "64493-LTx1"],
    ["both sides of a level are one level", [facet("bilateral", "L4-5")], "64493-50x1"],
    [
      "four levels: the third code once",
      [facet("left", "L2-3", "L3-4", "L4-5", "L5-S1")],
      "64493-LTx1 64494-LTx1 64495-LTx1",
    ],
    [
      "the level on both sides comes first",
      [facet("bilateral", "L5-S1"), facet("left", "L4-5")],
      "64493-50x1 64494-LTx1",
    ],
    ["neck and low back are numbered apart", [facet("left", "C5-6"), facet("left", "L4-5")], "64490-LTx1 64493-LTx1"],
    ["nerves and their joint are one", [facet("left", "L4-5"), branch("left", "L3", "L4")], "64493-LTx1"],
    ["a level said twice is one", [facet("left", "L4-5"), facet("left", "L4-5")], "64493-LTx1"],
  ])("%s", (_, facts, lines) => {
    expect(answer([...facts, FLUORO])).toEqual({ status: "determined", lines, asks: [] });
  });

  it("asks for the levels and reports the least when a vertebra leaves two joints open", () => {
    expect(answer([facet("left", "L4", "L5"), FLUORO])).toMatchObject({
      status: "query",
      lines: "64493-LTx1",
      asks: ["facet/levels"],
    });
  });
  it("reports nothing for one nerve, or without a level", () => {
    expect(answer([branch("left", "L4"), FLUORO])).toMatchObject({ status: "query", lines: "" });
    expect(answer([facet("left"), FLUORO])).toMatchObject({ status: "query", lines: "", asks: ["facet/levels"] });
  });
  it("leaves the border of two codes open, without a line", () => {
    expect(answer([facet("left", "T12-L1"), FLUORO]).lines).toBe("");
  });
  it("codes nothing without fluoroscopy or CT, and asks which guidance was used only when the note is silent", () => {
    expect(answer([facet("left", "L4-5")])).toMatchObject({ status: "query", asks: ["facet-unguided/imaging"] });
    expect(answer([facet("left", "L4-5"), { kind: "guidance", modality: "none" }])).toMatchObject({ status: "none" });
  });
  it("has no rule before 2010", () => {
    expect(answer([facet("left", "L4-5"), FLUORO], "2009-12-31").lines).toBe("");
    expect(answer([facet("left", "L4-5"), FLUORO], "2010-01-01").lines).toBe("64493-LTx1");
  });
  it("adds nothing to a count of muscles", () => {
    const muscle = (id: string) => ({ kind: "muscle", id, side: "left", status: "injected" });
    expect(answer([facet("left", "L4-5"), muscle("trapezius"), muscle("multifidus-lumborum"), FLUORO]).lines).toBe(
      "64493-LTx1 20552x1",
    );
  });
});

describe("epidurals, ribs and segments", () => {
  const epidural = (id: string, ...levels: string[]) => ({ kind: "epidural", id, status: "injected", levels });
  it.each<[string, Record<string, unknown>[], string]>([
    ["once for each part of the spine", [epidural("epidural-interlaminar", "L3-4", "L4-5"), FLUORO], "62323x1"],
    ["two parts, two codes", [epidural("epidural-interlaminar", "C7-T1", "L4-5"), FLUORO], "62321x1 62323x1"],
    ["the sacral hiatus is sacral by name", [epidural("epidural-caudal"), FLUORO], "62323x1"],
    ["said to be without", [epidural("epidural-caudal"), { kind: "guidance", modality: "none" }], "62322x1"],
  ])("%s", (_, facts, lines) => {
    expect(answer(facts)).toMatchObject({ status: "determined", lines });
  });
  it("reports the code without imaging and asks, when the note is silent on it", () => {
    expect(answer([epidural("epidural-caudal")])).toEqual({
      status: "query",
      lines: "62322x1",
      asks: ["epidural/imaging"],
    });
  });
  it("changes with 2017", () => {
    expect(answer([epidural("epidural-caudal"), FLUORO], "2016-12-31").lines).toBe("62311x1");
    expect(answer([epidural("epidural-caudal"), FLUORO], "2017-01-01").lines).toBe("62323x1");
  });
  it("counts each further rib, and all further segments together", () => {
    const at = (kind: string, id: string, ...levels: string[]) => [
      { kind, id, side: "right", status: "injected", technique: "block", levels },
    ];
    expect(answer(at("nerve", "intercostal-nerve", "T5", "T6", "T7", "T8")).lines).toBe("64420-RTx1 64421-RTx3");
    expect(answer(at("plane", "paravertebral-space-thoracic", "T5", "T6", "T7")).lines).toBe("64461-RTx1 64462-RTx1");
  });
});

describe("toxin by limb and purpose", () => {
  const toxin = (id: string, side = "left") => ({ kind: "muscle", id, side, status: "injected", agents: ["toxin"] });
  const purpose = (value: string) => ({ kind: "statement", says: "purpose", value });
  const arm = ["biceps-brachii", "brachialis", "brachioradialis", "pronator-teres", "flexor-carpi-ulnaris"];
  it.each<[string, Record<string, unknown>[], string]>([
    ["four muscles of a limb", arm.slice(1).map((m) => toxin(m)), "64642x1"],
    ["five muscles of a limb", arm.map((m) => toxin(m)), "64644x1"],
    ["the limb with most muscles is the first", [toxin("soleus"), ...arm.map((m) => toxin(m))], "64644x1 64643x1"],
    ["left and right arm are two limbs", [toxin("brachialis"), toxin("brachialis", "right")], "64642x1 64643x1"],
    ["neck muscles of both sides", [toxin("trapezius", "bilateral"), purpose("cervical-dystonia")], "64616-50x1"],
    ["chronic migraine", [toxin("temporalis", "bilateral"), purpose("chronic-migraine")], "64615x1"],
  ])("%s", (_, facts, lines) => {
    expect(answer(facts)).toMatchObject({ status: "determined", lines });
  });
  it("gives no migraine code for one side, and none before its day", () => {
    expect(answer([toxin("temporalis"), purpose("chronic-migraine")]).lines).toBe("");
    expect(answer([toxin("temporalis", "bilateral"), purpose("chronic-migraine")], "2012-12-31").lines).toBe("");
  });
  it("asks what it was for, and is never a trigger point", () => {
    expect(answer([toxin("trapezius")])).toMatchObject({
      status: "query",
      lines: "",
      asks: ["chemodenervation-unsaid/purpose"],
    });
  });
});

describe("guidance is told of its own structures", () => {
  it("an ultrasound at the bursa guides no knee in another line", () => {
    expect(
      answer(
        "1. Right knee joint injected with 40 mg Kenalog.\n2. Left subacromial bursa injected under ultrasound guidance, images saved, with 40 mg Kenalog.",
      ).lines,
    ).toBe("20610-RTx1 20611-LTx1");
  });
  it("an ultrasound told of the session as a whole guides all", () => {
    expect(
      answer(
        "Ultrasound guidance was used, images saved.\n\nProcedure: both knee joints were injected with 40 mg Kenalog each.",
      ).lines,
    ).toBe("20611-50x1");
  });
});
