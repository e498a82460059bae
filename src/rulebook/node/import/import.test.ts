/** Official files, made here in each layout CMS publishes: what is taken from them, and what is refused. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readRulebook } from "../load.ts";
import { readDescriptors } from "./descriptors.ts";
import { importFiles, writeFiles, type ImportKind } from "./import.ts";
import type { OpenFile } from "./open.ts";
import { workbook } from "./testing/workbook.ts";

const ROOT = new URL("../../../../", import.meta.url);
const folder = readRulebook(fileURLToPath(new URL("rulebook", ROOT)));
const file = (name: string, text: string): OpenFile => ({ name, bytes: strToU8(text) });
const zip = (name: string, files: Record<string, string>): OpenFile => ({
  name,
  bytes: zipSync(Object.fromEntries(Object.entries(files).map(([n, t]) => [n, strToU8(t)]))),
});
const take = (kind: ImportKind, files: readonly OpenFile[], edition?: string) =>
  importFiles(kind, files, folder, edition === undefined ? {} : { edition });
const refusedWith = async (kind: ImportKind, files: readonly OpenFile[], edition?: string): Promise<string[]> => {
  const { files: made, findings } = await take(kind, files, edition);
  expect(made).toBeNull();
  expect(findings.every((f) => f.reason !== "" && f.remedy !== "")).toBe(true);
  return findings.map((f) => f.code);
};
const rowsOf = (text: string | undefined): string[] =>
  (text ?? "")
    .split("\n")
    .filter((l) => !l.startsWith("#"))
    .slice(1, -1);

// ---- NCCI pairs ----------------------------------------------------------------------------------------

const PAIR_HEAD = [
  "CPT only copyright 2025 American Medical Association.  All rights reserved.\t\t\t\t\t\t",
  "Column1/Column2 Edits\t\t\t\t\t\t",
  "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale",
  "\t\tprior to 1996\tDate\tDate\t0=not allowed\t",
  "\t\t\t\t*=no data\t1=allowed\t",
  "\t\t\t\t\t9=not applicable\t",
].join("\r\n");
const pairs = (...rows: readonly string[]): string => `${PAIR_HEAD}\r\n${rows.join("\r\n")}\r\n`;
const PART1 = pairs(
  "0001A\t0591T\t\t20220101\t20231231\t1\tCPT Manual or CMS manual coding instruction",
  "20553\t20552\t\t20030101\t*\t0\tMore extensive procedure",
  "20552\t99213\t\t20000101\t20191231\t1\tStandards of medical/surgical practice",
  "20552\t99213\t\t20210101\t*\t1\tStandards of medical/surgical practice",
  "20610\t20552\t*\t19960101\t*\t1\tMisuse of Column Two code with Column One code",
  "20552\t29125\t\t20050101\t*\t1\tA reason that CMS has newly found",
);
const four = (first: string): OpenFile[] => [
  file("ccipra-v321r0-f1.TXT", first),
  ...["2", "3", "4"].map((n) =>
    file(`ccipra-v321r0-f${n}.txt`, pairs("A9273\t99999\t\t20200101\t*\t0\tMutually exclusive procedures")),
  ),
];

describe("NCCI pairs", () => {
  it("keep the rows of the book's codes, with days, and say what a missing pair means", async () => {
    const { files, findings, read } = await take("ncci", four(PART1));
    expect(findings).toEqual([]);
    expect(read).toBe(9);
    expect(files?.map((f) => f.path)).toEqual(["edits/ncci-pairs-2026q2.csv", "edits/ncci-pairs-2026q2-any.csv"]);
    expect(rowsOf(files?.[0]?.text)).toEqual([
      "20552,99213,2000-01-01,2020-01-01,1,standard",
      "20552,99213,2021-01-01,,1,standard",
      "20553,20552,2003-01-01,,0,more-ext",
      "20610,20552,1996-01-01,,1,misuse",
    ]);
    expect(rowsOf(files?.[1]?.text)).toEqual(["20552,29125,2005-01-01,,1,other"]);
    expect(files?.[0]?.text).toContain("# from: 2026-04-01\n# until: 2026-07-01\n# scope: among");
    expect(files?.[1]?.text).toContain("# scope: touching 20526 20527");
  });

  it("come in a zip, or in a workbook", async () => {
    const zipped = zip("medicare-ncci-2026q2.zip", { "ccipra-v321r0-f1.txt": PART1, "readme.pdf": "x" });
    const rows = PART1.split("\r\n").map((l) => l.split("\t"));
    const { files } = await take("ncci", [zipped]);
    const sheet = await take("ncci", [{ name: "ccipra-v321r0-f1.xlsx", bytes: workbook(rows) }]);
    expect(rowsOf(files?.[0]?.text)).toHaveLength(4);
    expect(rowsOf(sheet.files?.[0]?.text)).toEqual(rowsOf(files?.[0]?.text));
  });

  it("without all parts: taken, and nothing is said of what is missing", async () => {
    const { files, findings } = await take("ncci", four(PART1).slice(0, 1));
    expect(findings.map((f) => f.code)).toEqual(["NP8009"]);
    expect(files?.[0]?.text).toContain("# scope: listed");
  });

  it("are refused when a column is missing, a row is broken, doubled, or of a later quarter", async () => {
    expect(await refusedWith("ncci", four(PART1.replace("Modifier", "Mod")))).toEqual(["NP8003"]);
    expect(await refusedWith("ncci", four(PART1.replace("20030101", "2003")))).toEqual(["NP8006"]);
    expect(
      await refusedWith("ncci", four(pairs("20553\t20552\t\t20030101\t*\t0\tx", "20553\t20552\t\t20030101\t*\t0\tx"))),
    ).toEqual(["NP8007"]);
    expect(await refusedWith("ncci", four(PART1.replace("20030101", "20260701")))).toEqual(["NP8004"]);
  });

  it("are refused when the file is cut short", async () => {
    expect(await refusedWith("ncci", four(PART1.slice(0, PART1.length - 120)))).toEqual(["NP8006"]);
    const whole = zip("q.zip", { "ccipra-v321r0-f1.txt": PART1 });
    expect(await refusedWith("ncci", [{ ...whole, bytes: whole.bytes.subarray(0, whole.bytes.length - 40) }])).toEqual([
      "NP8001",
    ]);
    const book = workbook([["Column 1", "Column 2"]]);
    for (const bytes of [book.subarray(0, book.length - 40), strToU8("no workbook")])
      expect(await refusedWith("mue", [{ name: "MCR_MUE_PractitionerServices_Eff_07-01-2026.xlsx", bytes }])).toEqual([
        "NP8001",
      ]);
  });

  it("are refused of another kind, another setting, another or no quarter", async () => {
    expect(await refusedWith("ncci", [file("ccipra-v321r0-f1.txt", MUE)])).toEqual(["NP8002"]);
    expect(await refusedWith("ncci", [file("ccioph-v321r0-f1.txt", PART1)])).toEqual(["NP8010"]);
    const other = await take("ncci", [zip("x.zip", { "readme.txt": "nothing" })]);
    expect(other.findings[0]?.reason).toContain("an archive without a file of that name");
    expect(await refusedWith("ncci", four(PART1), "2026Q1")).toEqual(["NP8004"]);
    expect(await refusedWith("ncci", [file("pairs.txt", PART1)])).toEqual(["NP8005"]);
    // A version has four quarters, 0 to 3.
    expect(await refusedWith("ncci", [file("ccipra-v325r0-f1.txt", PART1)])).toEqual(["NP8005"]);
    const [first, ...rest] = four(PART1);
    expect(await refusedWith("ncci", [first!, { ...rest[0]!, name: "ccipra-v322r0-f2.txt" }])).toEqual(["NP8004"]);
    expect((await take("ncci", [file("pairs.txt", PART1)], "2026Q2")).files?.[0]?.path).toBe(
      "edits/ncci-pairs-2026q2.csv",
    );
  });
});

// ---- units and add-on codes ----------------------------------------------------------------------------

const MUE = `"Current Procedural Terminology (CPT) codes, descriptions
and other data, all rights reserved.",,,
"HCPCS/
CPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale
0001U,1,2 Date of Service Edit: Policy,Code Descriptor / CPT Instruction
20552,1,2 Date of Service Edit: Policy,Code Descriptor / CPT Instruction
20610,2,3 Date of Service Edit: Clinical,Clinical: Data
J3301,16,3 Date of Service Edit: Clinical,"Prescribing, Information"
`;
const MUE_NAME = "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv";

describe("unit limits", () => {
  it("are read past the copyright cell and the head of two lines", async () => {
    const { files, changes } = await take("mue", [file(MUE_NAME, MUE)]);
    expect(rowsOf(files?.[0]?.text)).toEqual([
      "20552,1,2,Code Descriptor / CPT Instruction",
      "20610,2,3,Clinical: Data",
      'J3301,16,3,"Prescribing, Information"',
    ]);
    expect(files?.[0]?.path).toBe("edits/ncci-units-2026q3.csv");
    expect(changes[0]).toMatchObject({ fresh: true, rows: 3, added: 0, changed: 1 });
  });

  it("are refused for the hospital, doubled, broken, without a column, or of another quarter", async () => {
    expect(await refusedWith("mue", [file("x.csv", MUE.replace("Practitioner", "Outpatient Hospital"))])).toEqual([
      "NP8010",
    ]);
    expect(await refusedWith("mue", [file(MUE_NAME, `${MUE}20552,2,2 Date,x\n`)])).toEqual(["NP8007"]);
    expect(await refusedWith("mue", [file(MUE_NAME, MUE.replace("20610,2", "20610,two"))])).toEqual(["NP8006"]);
    expect(await refusedWith("mue", [file(MUE_NAME, MUE.replace("MUE Adjudication Indicator", "Indicator"))])).toEqual([
      "NP8003",
    ]);
    expect(await refusedWith("mue", [file(MUE_NAME, MUE)], "2026Q2")).toEqual(["NP8004"]);
    expect(await refusedWith("mue", [file(MUE_NAME, PART1)])).toEqual(["NP8002"]);
  });
});

describe("add-on codes", () => {
  const HEAD =
    "AOC_Edit_Type\tAdd-On_Code\tAOC_Del_Dt\tPrimary_Code\tPrimary_Code_Del_Dt\tAOC_Edit_Eff_Dt\tAOC_Edit_Del_Dt\tSpecial_Instruction_Notes";
  const AOC = [
    HEAD,
    "1\t64491\t\t64490\t\t20130401\t\t",
    "II\t64495\t\tCCCCC\t\t20130401\t\t",
    "1\t64492\t\t64490\t\t20130401\t20150101\t",
    "1\t99999\t\t99998\t\t20130401\t\t",
  ].join("\n");
  it("are read by their heads; what was deleted before the quarter is left out", async () => {
    const { files } = await take("ncci", [file("AOC_V2026Q1-20251215-MCR.txt", AOC)]);
    expect(files?.[0]?.path).toBe("edits/ncci-addons-2026q1.csv");
    expect(rowsOf(files?.[0]?.text)).toEqual(["64491,64490,1", "64495,CCCCC,2"]);
  });
  it("are refused when the kind of edit is none", async () => {
    expect(await refusedWith("ncci", [file("AOC_V2026Q1-MCR.txt", AOC.replace("II\t", "IV\t"))])).toEqual(["NP8006"]);
  });
});

// ---- relative values -----------------------------------------------------------------------------------

const blank = (n: number): string => ",".repeat(n);
const RVU_HEAD = [
  `,,2026 National Physician Fee Schedule Relative Value File July Release${blank(29)}`,
  `,,CPT codes and descriptions only are copyright 2026${blank(29)}`,
  blank(31),
  `,,RELEASED 06/30/2026${blank(29)}`,
  ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,NON-FACILITY,FACILITY,",
  ",,,,NOT USED,,,,,,,,,,,,,,,,,,,,,,PHYSICIAN,,DIAGNOSTIC,PE USED,PE USED,MP USED",
  ",,,,FOR,,,NON-FAC,,FACILITY,,,,,,,,,,,,,,,,,SUPERVISION OF,,IMAGING,FOR OPPS,FOR OPPS,FOR OPPS",
  ",,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,PRIC,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT",
  "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,IND,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT",
];
const rvuRow = (code: string, mod: string, work: string): string =>
  `${code},${mod},Words of the AMA,A,,${work},0.84,,0.36,,0.07,1.57,1.09,0,000,0.10,0.80,0.10,2,0,1,0,0,9,,33.4009,09,0,99,0.00,0.00,0.00`;
const RVU = [...RVU_HEAD, rvuRow("20552", "", "0.64"), rvuRow("76942", "26", "0.60"), rvuRow("99991", "", "1.00")].join(
  "\n",
);
const RVU_NAME = "PPRRVU2026_Jul_nonQPP.csv";

describe("relative values", () => {
  it("are read by the words of their heads, without the AMA's words, from the file for those who do not qualify", async () => {
    const zipped = zip("RVU26C.zip", {
      [RVU_NAME]: RVU,
      "PPRRVU2026_Jul_QPP.csv": RVU.replaceAll("33.4009", "33.5675"),
      "GPCI2026.csv": "x",
    });
    const { files } = await take("rvu", [zipped]);
    expect(files?.[0]?.path).toBe("edits/pfs-values-2026c.csv");
    expect(files?.[0]?.text).not.toContain("AMA,");
    expect(rowsOf(files?.[0]?.text)).toEqual([
      "2026C,2026-07-01,2026-10-01,20552,,A,0.64,0.84,,0.36,0.07,000,2,0,33.4009",
      "2026C,2026-07-01,2026-10-01,76942,26,A,0.6,0.84,,0.36,0.07,000,2,0,33.4009",
    ]);
  });

  it("keep their meaning when a column is put in or taken out", async () => {
    const without = RVU.split("\n")
      .map((l) =>
        l
          .split(",")
          .filter((_, i) => i !== 23)
          .join(","),
      )
      .join("\n");
    const [a, b] = [await take("rvu", [file(RVU_NAME, RVU)]), await take("rvu", [file(RVU_NAME, without)])];
    expect(b.files).toEqual(a.files);
  });

  it("come as a workbook too", async () => {
    const bytes = workbook(RVU.split("\n").map((l) => l.split(",")));
    expect(rowsOf((await take("rvu", [{ name: "PPRRVU2026_Jul_nonQPP.xlsx", bytes }])).files?.[0]?.text)).toHaveLength(
      2,
    );
  });

  it("are refused without a column, doubled, broken, or of another release than the name says", async () => {
    expect(await refusedWith("rvu", [file(RVU_NAME, RVU.replace("WORK,", ","))])).toEqual(["NP8003"]);
    expect(await refusedWith("rvu", [file(RVU_NAME, `${RVU}\n${rvuRow("20552", "", "0.64")}`)])).toEqual(["NP8007"]);
    expect(await refusedWith("rvu", [file(RVU_NAME, RVU.replace("20552,,", "2055,,"))])).toEqual(["NP8006"]);
    expect(await refusedWith("rvu", [file("PPRRVU2026_Apr_nonQPP.csv", RVU)])).toEqual(["NP8004"]);
    expect(await refusedWith("rvu", [file(RVU_NAME, RVU)], "2026B")).toEqual(["NP8004"]);
    expect(await refusedWith("rvu", [file("PPRRVU2026_Jul.csv", MUE)])).toEqual(["NP8002"]);
  });
});

// ---- diagnoses -----------------------------------------------------------------------------------------

const order = (n: number, code: string, billable: 0 | 1, says: string): string =>
  `${String(n).padStart(5, "0")} ${code.padEnd(7)} ${billable} ${says.slice(0, 60).padEnd(60)} ${says}`;
const ICD = [
  order(1, "M791", 0, "Myalgia"),
  order(2, "M7910", 1, "Myalgia, unspecified site"),
  order(3, "M7918", 1, "Myalgia, other place"),
  order(4, "M7919", 1, "Myalgia of a new kind"),
  order(5, "A000", 1, "Of a category that the table does not keep"),
  order(6, "QA001", 1, "With a letter in second place"),
].join("\r\n");

describe("ICD-10-CM", () => {
  it("joins a new year to the years before", async () => {
    const { files, changes } = await take("icd10", [
      zip("cms_2027_dx.zip", { "icd10cm_order_2027.txt": ICD, "icd10cm_order_addenda_2027.txt": "x" }),
    ]);
    const rows = rowsOf(files?.[0]?.text);
    expect(files?.[0]?.text).toContain("# edition: FY2016 to FY2027\n# from: 2015-10-01\n# until: 2027-10-01");
    expect(rows).toContain('M79.10,"Myalgia, unspecified site",2019,2027,2019,2027,');
    expect(rows).toContain('M79.18,"Myalgia, other place",2019,2027,2019,2027,"Myalgia, other site"');
    expect(rows).toContain("M79.19,Myalgia of a new kind,2027,2027,2027,2027,");
    expect(rows).toContain("M79.1,Myalgia,2016,2027,2016,2018,");
    expect(rows.some((r) => r.startsWith("A00") || r.startsWith("QA0"))).toBe(false);
    expect(changes[0]).toMatchObject({ fresh: false, added: 1, removed: 0 });
  });

  it("is refused out of order, doubled, cut, or of no order file", async () => {
    expect(await refusedWith("icd10", [file("icd10cm_order_2028.txt", ICD)])).toEqual(["NP8011"]);
    expect(
      await refusedWith("icd10", [file("icd10cm_order_2027.txt", `${ICD}\n${order(7, "M7910", 1, "x")}`)]),
    ).toEqual(["NP8007"]);
    expect(await refusedWith("icd10", [file("icd10cm_order_2027.txt", ICD.slice(0, -40))])).toEqual(["NP8006"]);
    expect(await refusedWith("icd10", [file("icd10cm_order_2027.txt", MUE)])).toEqual(["NP8002"]);
    expect(await refusedWith("icd10", [file("order.txt", ICD)])).toEqual(["NP8005"]);
  });

  it("a year that is loaded is compared, and refused when it disagrees", async () => {
    expect(
      (await take("icd10", [file("icd10cm_order_2026.txt", ICD.split("\r\n").slice(0, 2).join("\n"))])).changes[0],
    ).toMatchObject({ added: 0, removed: 0, changed: 0 });
    expect(await refusedWith("icd10", [file("icd10cm_order_2026.txt", order(1, "M791", 1, "Myalgia"))])).toEqual([
      "NP8006",
    ]);
  });
});

// ---- supplies ------------------------------------------------------------------------------------------

describe("HCPCS", () => {
  const HEAD = "HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,ADD DT,ACT EFF DT,TERM DT,ACTION CD";
  const CSV = [
    HEAD,
    "   A1,0010,7,Dressing,Dressing,20020701,20020701,,N",
    'J2003,0010,3,"Injection, lidocaine, 1 mg",Lido,20241001,20241001,,A',
    "J2003,0020,4,more words,,,,,",
    "J2001,0010,3,Old,Old,20040101,20240930,20240930,D",
  ].join("\n");
  it("joins days to the supplies of the table", async () => {
    const { files, changes } = await take("hcpcs", [file("HCPC2026_OCT_ANWEB.csv", CSV)]);
    const rows = rowsOf(files?.[0]?.text);
    expect(rows).toContain('J2003,"Injection, lidocaine, 1 mg",2024-10-01,,2026-10');
    expect(rows).toContain("J2001,Old,2004-01-01,2024-10-01,2026-10");
    expect(rows.some((r) => r.startsWith("J3301"))).toBe(true);
    expect(changes[0]).toMatchObject({ added: 0, removed: 0, changed: 2 });
  });

  it("reads the text of fixed width", async () => {
    const record = (code: string, added: string, ended: string): string =>
      `${code}001003${"Injection of something".padEnd(80)}${"Short".padEnd(28)}`.padEnd(268) +
      added.padEnd(16) +
      ended.padEnd(8) +
      "N".padEnd(28);
    const { files } = await take("hcpcs", [
      file(
        "HCPC2026_JAN_ANWEB.txt",
        [record("J2003", "20241001", ""), record("J2001", "20040101", "20240930")].join("\r\n"),
      ),
    ]);
    expect(rowsOf(files?.[0]?.text)).toContain("J2001,Injection of something,2004-01-01,2024-10-01,2026-01");
    expect(
      await refusedWith("hcpcs", [file("HCPC2026_JAN_ANWEB.txt", record("J2003", "20241001", "").slice(0, 100))]),
    ).toEqual(["NP8006"]);
  });

  it("is refused without a column, with a day that is none, or of no month", async () => {
    expect(await refusedWith("hcpcs", [file("HCPC2026_OCT_ANWEB.csv", CSV.replace("TERM DT", "END"))])).toEqual([
      "NP8003",
    ]);
    expect(
      await refusedWith("hcpcs", [file("HCPC2026_OCT_ANWEB.csv", CSV.replace("20241001,20241001", "soon,soon"))]),
    ).toEqual(["NP8006"]);
    expect(await refusedWith("hcpcs", [file("anweb.csv", CSV)])).toEqual(["NP8005"]);
  });
});

// ---- coverage database ---------------------------------------------------------------------------------

describe("the coverage database", () => {
  const ARTICLES =
    'article_id,article_version,article_type,title,article_eff_date\n57751,19,1,Old,2020-01-01\n57751,20,1,"Billing and Coding: ""Trigger Points""",2021-10-01\n';
  const CODES =
    "article_id,article_version,icd10_code_id,icd10_covered_group\n57751,20,M79.18,1\n57751,20,M7910,1\n57751,19,M54.2,1\n57751,20,XX000,2\n";
  const inner = zip("current_article_csv.zip", { "article.csv": ARTICLES, "article_x_icd10_covered.csv": CODES });
  it("gives a policy of your own for each article the book names, from an archive in an archive", async () => {
    const outer: OpenFile = { name: "current_article.zip", bytes: zipSync({ "current_article_csv.zip": inner.bytes }) };
    const { files, findings } = await take("mcd", [outer]);
    expect(findings).toEqual([]);
    expect(files?.map((f) => f.path)).toEqual(["policies/own/mcd-a57751.yaml"]);
    expect(files?.[0]?.text).toContain('    in:\n      - "M79.10"\n      - "M79.18"\n');
    expect(files?.[0]?.text).not.toContain("M54.2");
  });
  it("is refused when a table is missing or a code is none", async () => {
    expect(await refusedWith("mcd", [zip("x.zip", { "article.csv": ARTICLES })])).toEqual(["NP8002"]);
    expect(
      await refusedWith("mcd", [
        zip("x.zip", { "article.csv": ARTICLES, "article_x_icd10_covered.csv": CODES.replace("M79.18", "pain") }),
      ]),
    ).toEqual(["NP8006"]);
  });
});

// ---- the AMA's words -----------------------------------------------------------------------------------

describe("descriptors of a licensed user", () => {
  const LONG = "20552\tWords for the first\n20553\tWords for the second\n0232T\tWords for the third\n";
  it("are a code and its words on a line; the fullest file wins", () => {
    const { descriptors } = readDescriptors([file("SHORTU.txt", "20552 Short"), file("LONGULT.txt", LONG)]);
    expect(descriptors).toMatchObject({
      from: "LONGULT.txt",
      codes: { "20552": "Words for the first", "0232T": "Words for the third" },
    });
  });
  it("are refused when it is another file, or a code has two", () => {
    expect(readDescriptors([file("LONGULT.txt", MUE)]).findings.map((f) => f.code)).toEqual(["NP8012"]);
    expect(readDescriptors([file("LONGULT.txt", `${LONG}20552\tOther words`)]).findings.map((f) => f.code)).toEqual([
      "NP8007",
    ]);
  });
});

// ---- all or nothing ------------------------------------------------------------------------------------

describe("the folder", () => {
  const copy = (): string => {
    const dir = mkdtempSync(join(tmpdir(), "needlepoint-import-"));
    for (const f of folder) {
      mkdirSync(join(dir, f.path, ".."), { recursive: true });
      writeFileSync(join(dir, f.path), f.text);
    }
    return dir;
  };

  it("is not written to when the book would not hold with the table", async () => {
    const broken = folder.filter((f) => f.path !== "sources/government.yaml");
    const { files, findings } = await importFiles("mue", [file(MUE_NAME, MUE)], broken);
    expect(files).toBeNull();
    expect(findings.length).toBeGreaterThan(0);
  });

  it("gets all of an import, and leaves nothing beside it", async () => {
    const dir = copy();
    const { files } = await take("ncci", four(PART1));
    writeFiles(dir, files ?? []);
    expect(readFileSync(join(dir, "edits/ncci-pairs-2026q2.csv"), "utf8")).toBe(files?.[0]?.text);
    expect(readdirSync(join(dir, "edits")).filter((n) => n.endsWith(".tmp"))).toEqual([]);
  });

  it("stays as it was when a file cannot be put in its place", () => {
    const dir = copy();
    const units = join(dir, "edits/ncci-units-2024q3.csv");
    const before = readFileSync(units, "utf8");
    mkdirSync(join(dir, "edits/z.csv/in-the-way"), { recursive: true });
    const files = [
      { path: "edits/ncci-units-2024q3.csv", text: "other" },
      { path: "edits/new.csv", text: "new" },
      { path: "edits/z.csv", text: "z" },
    ];
    expect(() => writeFiles(dir, files)).toThrow();
    expect(readFileSync(units, "utf8")).toBe(before);
    expect(readdirSync(join(dir, "edits")).filter((n) => /new|tmp|old$/.test(n))).toEqual([]);
  });
});

// ---- the real extracts ---------------------------------------------------------------------------------

const DATA = new URL("../shared/domain/data/", ROOT);
const data = existsSync(DATA) ? DATA : new URL("../../shared/domain/data/", ROOT);

describe.skipIf(!existsSync(data))("the real extracts, put back into the layout they came in", () => {
  const extract = (name: string): string[][] =>
    readFileSync(new URL(name, data), "utf8")
      .split("\n")
      .filter((l) => l !== "" && !l.startsWith("#"))
      .slice(1)
      .map((l) => l.split(","));

  it("NCCI pairs of 2024 Q3 give the table carried here", async () => {
    const words: Record<string, string> = {
      manual: "CPT Manual or CMS manual coding instruction",
      misuse: "Misuse of Column Two code with Column One code",
      standard: "Standards of medical/surgical practice",
      "anes-incl": "Anesthesia service included in surgical procedure",
      definition: "HCPCS/CPT procedure code definition",
      mutex: "Mutually exclusive procedures",
      "more-ext": "More extensive procedure",
      separate: "CPT Separate procedure definition",
    };
    const lines = extract("ncci_ptp_practitioner_2024q3_pairs.csv").map(
      ([a, b, deleted = "", indicator, why = ""]) =>
        `${a}\t${b}\t\t20010101\t${deleted.replaceAll("-", "") || "*"}\t${indicator}\t${words[why.toLowerCase()]}`,
    );
    const { files } = await take("ncci", [file("ccipra-v302r0-f1.txt", pairs(...lines))]);
    const carried = folder.find((f) => f.path === "edits/ncci-pairs-2024q3.csv")?.text;
    const undated = (rows: string[]): string[] => rows.map((r) => r.replace(",2001-01-01,", ",,")).sort();
    expect(undated(rowsOf(files?.[0]?.text))).toEqual(rowsOf(carried).sort());
  });

  it("unit limits of 2024 Q3 give the table carried here", async () => {
    const head = MUE.split("\n").slice(0, 4).join("\n");
    const rows = extract("ncci_mue_2024q3.csv")
      .filter((r) => r[1] !== "")
      .map(([code, units, mai, why]) => `${code},${units},${mai} Date of Service Edit,${why}`);
    const { files, changes } = await take("mue", [
      file("MCR_MUE_PractitionerServices_Eff_07-01-2024.csv", `${head}\n${rows.join("\n")}\n`),
    ]);
    expect(rowsOf(files?.[0]?.text).length).toBeGreaterThan(1000);
    expect(changes[0]).toMatchObject({ fresh: false, added: 0, removed: 0, changed: 0 });
  });
});
