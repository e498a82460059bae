import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../rulebook/canonical.ts";
import type { Fact, Reading } from "../note/facts.ts";
import { dayBefore } from "../base/dates.ts";
import type { Determination, Encounter } from "./determination.ts";
import { makeDecider, type Decider } from "./decide.ts";
import { makeEngine } from "./determine.ts";
import { ENGINE_VERSION, replay } from "./receipt.ts";
import { smallBook } from "./small-book.ts";
import { guidance, injected, needled } from "./small-facts.ts";
import { makeWouldChange } from "./would-change.ts";

const reading = (over: Partial<Reading> = {}): Reading => ({
  kind: "reading",
  facts: [injected("trapezius")],
  dates: [],
  findings: [],
  ...over,
});
const engine = makeEngine(smallBook, { read: () => reading() });
const codes = (d: Determination): string[] => d.lines.map((l) => l.code);
const found = (d: Determination): string[] => d.findings.map((f) => f.code);

describe("an encounter", () => {
  it("becomes a determination with everything the contract names", () => {
    const d = engine({ id: "e1", dateOfService: "2025-06-02", note: "left trapezius injected" });
    expect(d).toMatchObject({
      kind: "determination",
      id: "e1",
      dateOfService: "2025-06-02",
      status: "determined",
      edits: [],
      diagnoses: [],
      coverage: null,
    });
    expect(codes(d)).toEqual(["20552"]);
    expect(d.facts).toEqual([injected("trapezius")]);
    expect(d.receipt).toMatchObject({ engine: ENGINE_VERSION, rulebook: smallBook.hash });
  });

  it("is frozen through and through, and the caller's facts are not", () => {
    const facts = [injected("trapezius", "left", { agents: ["steroid"] })];
    const d = engine({ facts, dateOfService: "2025-06-02" });
    for (const part of [d, d.lines, d.lines[0], d.lines[0]?.because[0], d.counts.elements[0], d.facts[0]])
      expect(Object.isFrozen(part)).toBe(true);
    expect([Object.isFrozen(facts), Object.isFrozen(facts[0]), Object.isFrozen(facts[0]?.agents)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("takes facts given by hand in place of the note's, and says what is wrong with them", () => {
    const bad = [
      { kind: "muscle", id: "trapezius", status: "injected", side: "Left" },
      { kind: "muscle", id: "supraspinatus", status: "injected" },
    ];
    const d = engine({ dateOfService: "2025-06-02", note: "x", facts: bad as never });
    expect(d.counts.elements.map((e) => e.id)).toEqual(["supraspinatus"]);
    expect(found(d)).toEqual(["NP3020"]);
  });

  it("without a note or facts is an error", () => {
    const d = engine({ dateOfService: "2025-06-02" });
    expect([d.status, d.lines]).toEqual(["none", []]);
    expect(found(d)[0]).toBe("NP3006");
  });

  it("says when a choice cannot be honoured", () => {
    const d = engine({ dateOfService: "2025-06-02", note: "x", conventions: { "cp-z": "a", "cp-a": "sideways" } });
    expect(found(d)).toEqual(["NP3008", "NP3009"]);
    expect(codes(d)).toEqual(["20552"]);
  });

  it("passes its lines through the edits, which may set modifiers", () => {
    const edits = makeEngine(smallBook, {
      edits: ({ lines }) => ({
        lines: lines.map((l) => ({ ...l, modifiers: [...l.modifiers, "59"] })),
        findings: [],
        diagnoses: [],
        tables: "sha256-t",
      }),
    });
    const d = edits({ dateOfService: "2025-06-02", facts: [injected("trapezius")] });
    expect(d.lines[0]?.modifiers).toEqual(["59"]);
    expect(d.receipt.tables).toBe("sha256-t");
  });
});

describe("the date of service", () => {
  const on = (encounter: Encounter, read: Partial<Reading> = {}): Determination =>
    makeEngine(smallBook, { read: () => reading(read) })(encounter);
  const service = (date: string): Reading["dates"][number] => ({ date, start: 4, end: 14, role: "service" });

  it("is the one given", () => {
    expect(on({ note: "x", dateOfService: "2002-05-01" }, { dates: [service("2003-05-01")] }).dateOfService).toBe(
      "2002-05-01",
    );
  });

  it("is the note's own when none is given, and the answer says so", () => {
    const d = on({ note: "x" }, { dates: [{ ...service("1999-05-01"), role: "other" }, service("2001-05-01")] });
    expect([d.dateOfService, codes(d), found(d)]).toEqual(["2001-05-01", ["20550"], ["NP3003"]]);
  });

  it("is the first of several that the note states, with a warning", () => {
    const d = on({ note: "x" }, { dates: [service("2010-01-01"), service("2011-01-01")] });
    expect([d.dateOfService, found(d)]).toEqual(["2010-01-01", ["NP3005", "NP3003"]]);
  });

  it("is that of the only session of facts given by hand", () => {
    expect(on({ facts: [injected("trapezius", "left", { date: "2012-02-02" })] }).dateOfService).toBe("2012-02-02");
  });

  it("is the last day the rulebook knows when nobody says, and the answer says which rules those are", () => {
    const d = on({ note: "x" });
    expect([d.dateOfService, found(d)]).toEqual(["2026-12-31", ["NP3004"]]);
  });

  it("must be a day of the calendar", () => {
    const d = on({ note: "x", dateOfService: "2026-02-30" });
    expect([d.status, d.lines, found(d)]).toEqual(["none", [], ["NP3001"]]);
  });

  it("must be one the rulebook knows", () => {
    const d = on({ note: "x", dateOfService: "2031-01-01" });
    expect([d.status, d.lines, found(d)]).toEqual(["none", [], ["NP3002"]]);
  });

  it("has a day before it", () => {
    expect(["2027-01-01", "2024-03-01", "2023-03-01", "2025-06-02"].map(dayBefore)).toEqual([
      "2026-12-31",
      "2024-02-29",
      "2023-02-28",
      "2025-06-01",
    ]);
  });
});

describe("what would change the answer", () => {
  const changes = (...facts: readonly Fact[]): string[] =>
    engine({ dateOfService: "2025-06-02", facts }).wouldChange.map((c) => `${c.says}: ${c.codes.join(", ")}`);

  it("is one more muscle when two are counted, and not when one or three are", () => {
    expect(changes(injected("trapezius"), injected("levator-scapulae"))).toEqual([
      "If one more muscle was treated and is named in the note: 20553",
    ]);
    expect(changes(needled("trapezius"), needled("levator-scapulae"))).toEqual([
      "If one more muscle was treated and is named in the note: 20561",
    ]);
    expect(changes(injected("trapezius"))).toEqual([]);
    expect(changes(injected("trapezius"), injected("levator-scapulae"), injected("supraspinatus"))).toEqual([]);
  });

  it("is a kept image, where the note is silent on it", () => {
    expect(changes(injected("trapezius"), guidance("ultrasound", null))).toEqual([
      "If an image of the guidance was kept and what it showed described: 20552, 76942",
    ]);
    expect(changes(injected("knee"), guidance("ultrasound", null))).toEqual([
      "If an image of the guidance was kept and what it showed described: 20611-LT",
    ]);
    expect(changes(injected("trapezius"), guidance("ultrasound", false))).toEqual([]);
  });

  it("is the other side, where no side is given", () => {
    expect(changes(injected("knee", "unspecified"))).toEqual([
      "If both sides were treated where the note gives no side: 20610-50",
    ]);
  });

  it("is the number of units, where only that would be another", () => {
    const decide: Decider = (facts, options) => {
      const units = facts.some((f) => "side" in f && f.side === "bilateral") ? 2 : 1;
      const decision = makeDecider(smallBook)(facts, options);
      return { ...decision, lines: decision.lines.map((l) => ({ ...l, units, modifiers: [] })) };
    };
    const facts = [injected("knee", "unspecified")];
    const options = { date: "2025-06-02" };
    const found = makeWouldChange(decide, smallBook)(facts, options, decide(facts, options));
    expect(found.map((c) => c.codes)).toEqual([["20610 x2"]]);
  });

  it("is a fluid, where it is unclear whether there was one", () => {
    expect(changes(needled("trapezius", "left", { doubts: ["fluid-unclear"] }))).toEqual([
      "If something was injected through the needle: 20552",
    ]);
  });

  it("names the rule that would apply", () => {
    const [change] = engine({
      dateOfService: "2025-06-02",
      facts: [injected("trapezius"), injected("levator-scapulae")],
    }).wouldChange;
    expect(change?.rule).toBe("trigger-point/20553/2003-01-01");
  });
});

describe("the receipt", () => {
  const encounter: Encounter = {
    id: "e1",
    dateOfService: "2025-06-02",
    facts: [injected("trapezius", "bilateral"), injected("supraspinatus")],
  };

  it("names the engine by the version of the package", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
      version: string;
    };
    expect(ENGINE_VERSION).toBe(version);
  });

  it("is the same for the same input, whatever the order of its keys, and another for another", () => {
    const input = (e: Encounter): string => engine(e).receipt.input;
    const { id, ...rest } = encounter;
    expect(input({ ...rest, id: id! })).toBe(input(encounter));
    expect(input({ ...encounter, id: "e2" })).not.toBe(input(encounter));
    expect(input(encounter)).toMatch(/^sha256-[0-9a-f]{64}$/);
  });

  it("gives the same bytes when it is replayed", () => {
    const past = engine(encounter);
    const again = replay(makeEngine(smallBook), JSON.parse(JSON.stringify(past)) as Determination, encounter);
    expect([again.same, again.findings]).toEqual([true, []]);
    expect(canonicalJson(again.determination)).toBe(canonicalJson(past));
    expect(replay(engine, past.receipt, encounter).same).toBe(true);
  });

  it("says which of engine, rulebook and input is another one", () => {
    const past = engine(encounter);
    const other = makeEngine({ ...smallBook, hash: `sha256-${"1".repeat(64)}` });
    expect(replay(other, past, encounter).findings.map((f) => f.code)).toEqual(["NP3081"]);
    expect(replay(engine, { ...past.receipt, engine: "0.0.1" }, encounter).findings.map((f) => f.code)).toEqual([
      "NP3080",
    ]);
    expect(replay(engine, past, { ...encounter, id: "e2" }).findings.map((f) => f.code)).toEqual(["NP3082"]);
  });

  it("finds a stored answer that was changed", () => {
    const past = engine(encounter);
    const changed = { ...past, lines: [{ ...past.lines[0]!, units: 2 }] };
    const again = replay(engine, changed, encounter);
    expect([again.same, again.findings.map((f) => f.code)]).toEqual([false, ["NP3083"]]);
  });
});
