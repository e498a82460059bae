/** What the edit tables say of lines: on tables small enough to be read here. */
import { describe, expect, it } from "vitest";
import type { DiagnosisBook, EditBook } from "../../rulebook/edit-types.ts";
import type { Line } from "../determination.ts";
import { makeEdits } from "./make-edits.ts";
import type { Asked } from "./seam.ts";

const head = { edition: "2024 Q3", from: "2024-07-01", until: "2024-10-01", cite: "ncci" };
const book: EditBook = {
  kind: "edit-book",
  hash: "sha256-edits",
  pairs: [
    {
      ...head,
      scope: "among",
      codes: ["20550", "20552", "20553", "20610", "99213"],
      rows: {
        "20553": "20552,,,0,more-ext",
        // Deleted, and active again: the pair is active.
        "20610": "20552,,2020-01-01,1,misuse;20552,,,1,misuse;20550,,2024-08-01,1,misuse",
        "20550": "20553,,,9,manual",
        "20552": "99213,,,1,standard",
      },
    },
  ],
  units: [
    { ...head, rows: { "20552": "1,2,CMS Policy", "20610": "2,3,Clinical: Data", "97110": "1,1,Clinical: Data" } },
  ],
  addOns: [{ ...head, rows: { "64491": "64490,1", "0001T": "CCCCC,2" } }],
  values: [
    {
      edition: "2024A to 2024C, 2025D",
      from: "2024-01-01",
      until: "2026-01-01",
      cite: "pfs",
      rows: {
        "20552":
          ",2024A,2024-01-01,2024-03-09,A,0.66,0.84,,0.36,0.08,000,2,0,32.7442;" +
          ",2024AR-2024C,2024-03-09,2024-10-01,A,0.66,0.84,,0.36,0.08,000,2,0,33.2875;" +
          ",2025D,2025-10-01,2026-01-01,A,0.66,0.84,,0.36,0.07,000,2,0,32.3465",
        "20610": ",2024AR-2024C,2024-03-09,2024-10-01,A,0.79,1.04,,0.43,0.13,000,2,1,33.2875",
        "76942":
          ",2024AR-2024C,2024-03-09,2024-10-01,A,0.67,1.01,,1.01,0.04,XXX,0,0,33.2875;" +
          "26,2024AR-2024C,2024-03-09,2024-10-01,A,0.67,0.22,,0.22,0.03,XXX,0,0,33.2875",
        "20560": ",2024AR-2024C,2024-03-09,2024-10-01,N,0.32,0.45,,0.13,0.01,XXX,0,0,33.2875",
        "64490": ",2024AR-2024C,2024-03-09,2024-10-01,A,1.82,3.5,NA,1.02,0.18,000,2,1,33.2875",
      },
    },
  ],
  supplies: [
    {
      edition: "2024",
      from: "2024-01-01",
      until: "2025-11-01",
      cite: "hcpcs",
      rows: { J1030: "1982-01-01,2024-04-01,2024-06", J1010: "2024-04-01,,2025-10", J2001: "2004-01-01,,2024-06" },
    },
  ],
  modifiers: [
    { id: "59", bypasses: true, asks: "another structure" },
    { id: "25", bypasses: true, asks: "a visit of its own" },
    { id: "RT", bypasses: true, onBoth: true, asks: "the side of each" },
    { id: "LT", bypasses: true, onBoth: true, asks: "the side of each" },
    { id: "50", bypasses: false, asks: "both sides" },
  ],
  rationales: { misuse: "the second is misused", "more-ext": "the first is more" },
  asks: { default: "Name another structure." },
  separate: { modifier: "59", codes: [], cite: [] },
  adjudication: { "1": "A line.", "2": "Never more.", "3": "On appeal." },
  status: { N: "not covered by Medicare" },
  visits: { codes: ["99203", "99213"], global: ["000"] },
  cite: ["mln"],
  diagnosisWords: [
    {
      id: "myalgia",
      name: "muscle pain",
      words: ["myofascial pain", "myofascial pain syndrome"],
      candidates: [
        { code: "M79.1", says: "Myalgia", from: "2015-10-01", until: "2018-10-01" },
        { code: "M79.18", says: "Myalgia, other site", from: "2018-10-01", until: "2026-10-01" },
      ],
    },
  ],
  notSaid: ["no", "negative for"],
};
const icd: DiagnosisBook = {
  kind: "diagnosis-book",
  hash: "sha256-icd",
  table: { edition: "FY2016 to FY2026", from: "2015-10-01", until: "2026-10-01", cite: "icd" },
  categories: {
    M79: [
      "M79\t2016\t2026\t\t\tOther soft tissue disorders",
      "M79.1\t2016\t2026\t2016\t2018\tMyalgia",
      "M79.10\t2019\t2026\t2019\t2026\tMyalgia, unspecified site",
      "M79.18\t2019\t2026\t2019\t2026\tMyalgia, other site",
    ].join("\n"),
    S16: "S16.1XXA\t2016\t2026\t2016\t2026\tStrain of neck, initial",
  },
};
const edits = makeEdits(book, () => icd);

const line = (code: string, modifiers: readonly string[] = [], units = 1): Line => ({
  code,
  units,
  modifiers,
  role: "procedure",
  says: "",
  because: [],
});
const on = (date: string, lines: readonly Line[], more: Partial<Asked> = {}) =>
  edits({ lines, date, billed: [], diagnoses: [], facts: [], note: undefined, facility: null, ...more });
const codes = (date: string, ...lines: readonly Line[]): string[] => on(date, lines).findings.map((f) => f.code);
const DAY = "2024-08-14";

describe("pairs", () => {
  it("indicator 0: never, whatever the modifier", () => {
    expect(codes(DAY, line("20552"), line("20553"))).toEqual(["NP7010"]);
    expect(codes(DAY, line("20552", ["59"]), line("20553"))).toContain("NP7010");
    expect(on(DAY, [line("20552"), line("20553")]).findings[0]?.reason).toContain("pays 20553 and never 20552");
  });

  it("indicator 1: only with a modifier, and says what the note must show", () => {
    const { findings } = on(DAY, [line("20610"), line("20552")]);
    expect(findings[0]).toMatchObject({ code: "NP7011", severity: "warning", remedy: "Name another structure." });
    expect(findings[0]?.reason).toContain("2024 Q3");
    expect(on(DAY, [line("20610"), line("20552", ["59"])]).findings[0]).toMatchObject({
      code: "NP7012",
      severity: "info",
      remedy: "The note must show another structure.",
    });
  });

  it("a modifier on column 1 counts too; one that the edits do not know does not", () => {
    expect(codes(DAY, line("20610", ["59"]), line("20552"))).toContain("NP7012");
    expect(codes(DAY, line("20610"), line("20552", ["50"]))).toContain("NP7011");
  });

  it("sides set apart only when both lines have one, and another one", () => {
    const sides = (a: readonly string[], b: readonly string[]) => codes(DAY, line("20610", a), line("20552", b))[0];
    expect(sides(["RT"], ["LT"])).toBe("NP7012");
    expect(sides(["RT"], ["RT"])).toBe("NP7011");
    expect(sides(["RT"], [])).toBe("NP7011");
  });

  it("every line of the code needs it", () => {
    expect(codes(DAY, line("20610"), line("20552", ["59"]), line("20552"))).toContain("NP7011");
  });

  it("decided lines of structures named one by one get the modifier on the second code, billed lines never", () => {
    const separate = { modifier: "59", codes: ["20550", "20552", "20610"], cite: ["kza"] };
    const asked = (lines: readonly Line[], billed: readonly Line[] = []) =>
      makeEdits(
        { ...book, separate },
        () => icd,
      )({
        lines,
        date: DAY,
        billed,
        diagnoses: [],
        facts: [],
        note: undefined,
        facility: null,
      });
    const of = (...lines: readonly Line[]) => asked(lines).lines.map((l) => [l.code, ...l.modifiers].join("-"));
    expect(of(line("20610", ["RT"]), line("20552"))).toEqual(["20610-RT", "20552-59"]);
    expect(of(line("20552"), line("20610", ["RT"]))).toEqual(["20552-59", "20610-RT"]);
    // Other sides set them apart already; indicator 0 and codes outside the list take none.
    expect(of(line("20610", ["RT"]), line("20550", ["LT"]))).toEqual(["20610-RT", "20550-LT"]);
    expect(of(line("20553"), line("20552"))).toEqual(["20553", "20552"]);
    expect(of(line("20552"), line("99213"))).toEqual(["20552", "99213"]);
    const { findings } = asked([line("20610"), line("20552")], [line("20610"), line("20552")]);
    expect(findings.map((f) => f.code).filter((c) => c.startsWith("NP701"))).toEqual(["NP7012", "NP7011"]);
  });

  it("a pair deleted and active again is active; one deleted before the day is none; indicator 9 is none", () => {
    expect(codes(DAY, line("20610"), line("20552"))).toContain("NP7011");
    expect(codes("2024-07-31", line("20610"), line("20550"))).toContain("NP7011");
    expect(codes("2024-08-01", line("20610"), line("20550"))).not.toContain("NP7011");
    expect(codes(DAY, line("20550"), line("20553"))).toEqual([]);
  });

  it("after the last table: asked all the same, and said once of all of one edition", () => {
    const { findings } = on("2025-06-02", [line("20610"), line("20552")]);
    expect(findings[0]?.reason).toContain("2024 Q3, not the date's own quarter");
    const said = findings.filter((f) => f.code === "NP7001");
    expect(said.map((f) => f.reason)).toEqual([
      "NCCI pairs and unit limits (MUE): the latest table loaded, 2024 Q3, ends before 2025-06-02 and was asked all the same.",
    ]);
  });

  it("before the first table: nothing is looked up, and said", () => {
    expect(codes("2019-06-02", line("20610"), line("20552"))).toEqual(["NP7043", "NP7002"]);
  });

  it("a code the extract does not cover is named", () => {
    expect(on(DAY, [line("20610"), line("29125")]).findings.find((f) => f.code === "NP7003")?.reason).toContain(
      "20610, 29125",
    );
  });
});

describe("units", () => {
  it("adds up the day, or takes each line, as the indicator says", () => {
    expect(codes(DAY, line("20552", [], 2))).toContain("NP7020");
    expect(codes(DAY, line("20552"))).not.toContain("NP7020");
    expect(codes(DAY, line("20610", ["RT"]), line("20610", ["LT"]), line("20610"))).toContain("NP7020");
    expect(codes(DAY, line("97110"), line("97110"))).not.toContain("NP7020");
    expect(codes(DAY, line("97110", [], 2))).toContain("NP7020");
  });

  it("says what the adjudication indicator means", () => {
    expect(on(DAY, [line("20552", [], 2)]).findings[0]?.remedy).toBe("Never more.");
    expect(on(DAY, [line("20610", [], 3)]).findings[0]?.remedy).toBe("On appeal.");
  });
});

describe("add-on codes", () => {
  it("need one of their primaries, unless the contractor decides which", () => {
    expect(codes(DAY, line("64491"))).toContain("NP7030");
    expect(codes(DAY, line("64490"), line("64491"))).not.toContain("NP7030");
    expect(codes(DAY, line("0001T"))).not.toContain("NP7030");
  });
});

describe("amounts", () => {
  const amount = (date: string, l: Line, facility: boolean | null = null) =>
    on(date, [l], { facility }).lines[0]?.amount;

  it("are relative values times the factor of the release in force", () => {
    expect(amount(DAY, line("20552"))).toMatchObject({
      release: "2024AR-2024C",
      inForce: true,
      relativeValue: { facility: 1.1, nonFacility: 1.58 },
      unit: { facility: 36.62, nonFacility: 52.59 },
    });
    expect(amount("2024-03-08", line("20552"))?.factor).toBe(32.7442);
    expect(amount("2024-03-09", line("20552"))?.factor).toBe(33.2875);
  });

  it("come from another release of the same year when the date's own is missing, and say so", () => {
    expect(amount("2025-06-02", line("20552"))).toMatchObject({
      release: "2025D",
      inForce: false,
      unit: { nonFacility: 50.78 },
    });
    expect(amount("2024-12-31", line("20552"))).toMatchObject({ release: "2024AR-2024C", inForce: false });
  });

  it("are never carried over into another year", () => {
    const { lines, findings } = on("2026-02-01", [line("20552")]);
    expect(lines[0]?.amount).toBeUndefined();
    expect(findings.map((f) => f.code)).toContain("NP7043");
  });

  it("are missed once for a code that was decided and billed", () => {
    const { findings } = on("2026-02-01", [line("20552")], { billed: [{ code: "20552", units: 1, modifiers: [] }] });
    expect(findings.filter((f) => f.code === "NP7043")).toHaveLength(1);
  });

  it("count units, and both sides where the bilateral indicator lets them", () => {
    expect(amount(DAY, line("20610", [], 2))?.line.nonFacility).toBe(130.49);
    expect(amount(DAY, line("20610", ["50"]))?.line.nonFacility).toBe(97.87);
    expect(amount(DAY, line("20552", ["50"]))?.line.nonFacility).toBe(52.59);
    expect(codes(DAY, line("20552", ["50"]))).toContain("NP7040");
    expect(codes(DAY, line("20610", ["50"]))).not.toContain("NP7040");
  });

  it("know the professional part, the setting, and what is not paid outside a facility", () => {
    expect(amount(DAY, line("76942", ["26"]))?.unit.facility).toBe(30.62);
    expect(amount(DAY, line("20552"), true)?.applies).toBe("facility");
    expect(amount(DAY, line("20552"), false)?.applies).toBe("nonFacility");
    expect(amount(DAY, line("64490"))?.unit.nonFacility).toBeNull();
  });

  it("are none for what Medicare does not cover", () => {
    expect(amount(DAY, line("20560"))).toBeUndefined();
    expect(codes(DAY, line("20560"))).toContain("NP7042");
  });

  it("several procedures of a day are said to be reduced", () => {
    expect(codes(DAY, line("20552"), line("20610", ["59"]))).toContain("NP7041");
    expect(codes(DAY, line("20552"), line("76942"))).not.toContain("NP7041");
  });
});

describe("what was billed", () => {
  it("is looked up as well, and named as billed", () => {
    const { findings } = on(DAY, [line("20553")], { billed: [line("20552"), line("20553")] });
    expect(findings[0]?.reason.startsWith("As billed, 20552 stands beside 20553")).toBe(true);
  });

  it("a visit on the day needs 25; where a pair says so it is said once", () => {
    const visit = (code: string, modifiers: readonly string[] = []) =>
      on(DAY, [], { billed: [line("20552"), line(code, modifiers)] }).findings.map((f) => f.code);
    expect(visit("99203")).toContain("NP7044");
    expect(visit("99203", ["25"])).not.toContain("NP7044");
    expect(visit("99213").filter((c) => c === "NP7044" || c === "NP7011")).toEqual(["NP7011"]);
    expect(visit("99213", ["25"])).toContain("NP7012");
  });

  it("a supply code must be valid on the day", () => {
    expect(codes("2024-03-31", line("J1030"))).not.toContain("NP7060");
    expect(codes("2024-04-01", line("J1030"))).toContain("NP7060");
    expect(codes("2024-03-31", line("J1010"))).toContain("NP7060");
    expect(codes("2024-06-30", line("J2001"))).not.toContain("NP7061");
    expect(codes("2025-10-02", line("J2001"))).toContain("NP7061");
  });
});

describe("diagnoses", () => {
  const given = (date: string, ...diagnoses: readonly string[]) => on(date, [], { diagnoses }).findings;

  it("a split code: valid until the split, then its parts are named", () => {
    expect(given("2018-09-30", "M79.1")).toEqual([]);
    expect(given("2018-10-01", "M791")[0]).toMatchObject({
      code: "NP7050",
      remedy: "Choose by what the note says: M79.10 Myalgia, unspecified site; M79.18 Myalgia, other site.",
    });
    expect(given("2018-09-30", "M79.18")[0]?.remedy).toContain("M79.1 Myalgia");
    expect(given("2018-10-01", "M79.18")).toEqual([]);
  });

  it("a heading, a code that never was, a follow-up encounter", () => {
    expect(given(DAY, "M79")[0]?.reason).toContain("heading");
    expect(given(DAY, "M79.19")[0]?.reason).toContain("no fiscal year");
    expect(given(DAY, "S16.1XXD")).toEqual([]);
  });

  it("what is not in the table was not looked up", () => {
    expect(given(DAY, "Z99.9", "pain").map((f) => f.code)).toEqual(["NP7051", "NP7051"]);
    expect(given("2026-10-01", "M79.18")[0]?.code).toBe("NP7051");
    expect(given("2015-09-30", "M79.1")[0]?.code).toBe("NP7051");
  });

  it("one the note prints is looked up too", () => {
    const label = { kind: "label", of: "icd10", value: "M79.1", text: "M79.1", start: 3, end: 8 } as const;
    expect(on(DAY, [], { facts: [label] }).findings[0]).toMatchObject({ code: "NP7052", note: { start: 3, end: 8 } });
  });

  it("words of the note are shown with codes of the day, what it denies is not", () => {
    const seen = (note: string, date = DAY) => on(date, [], { note }).diagnoses;
    expect(seen("Dx: Myofascial  pain syndrome.")[0]).toMatchObject({
      says: "muscle pain",
      evidence: [{ start: 4, end: 29 }],
      candidates: [{ code: "M79.18" }],
    });
    expect(seen("myofascial pain", "2017-01-01")[0]?.candidates.map((c) => c.code)).toEqual(["M79.1"]);
    expect(seen("myofascial pain", "2026-12-31")[0]).toMatchObject({
      asOf: "2026-09-30",
      candidates: [{ code: "M79.18" }],
    });
    expect(seen("No myofascial pain. Negative for rash, myofascial pain")).toEqual([]);
    expect(seen("No rash; myofascial pain")).toHaveLength(1);
    expect(seen("myofascially painful")).toEqual([]);
  });
});

describe("the receipt's tables", () => {
  it("are those that were asked", () => {
    expect(on(DAY, []).tables).toBe("sha256-edits");
    expect(on(DAY, [], { diagnoses: ["M79.18"] }).tables).not.toBe("sha256-edits");
  });
});
