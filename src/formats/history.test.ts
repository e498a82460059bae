/** Earlier sessions from a table: what is understood, and what becomes of a row that is not. */
import { describe, expect, it } from "vitest";
import { historyFromCsv } from "./history.ts";

const read = (text: string) => historyFromCsv(text, "h.csv");

describe("a table of sessions", () => {
  it("is read by the heads of its columns, in any order, with any of the usual separators", () => {
    const sessions = [
      { dateOfService: "2025-02-03", code: "20552", region: "cervical", reliefPercent: 60 },
      { dateOfService: "2025-04-01", code: "20553" },
    ];
    const comma = "Date,CPT,Region,Relief\n2/3/2025,20552,cervical,60%\n2025-04-01,20553,,\n";
    expect(read(comma)).toEqual({ sessions, gaps: 0, findings: [] });
    expect(read(comma.replaceAll(",", ";")).sessions).toEqual(sessions);
    expect(read(comma.replaceAll(",", "\t").replaceAll("\n", "\r\n")).sessions).toEqual(sessions);
    expect(read("\uFEFFcode,date of service\n20552,2025-02-03").sessions).toHaveLength(1);
  });

  it("may hold other columns, blank lines and codes of other services", () => {
    const { sessions, findings } = read('date,note,code\n\n2025-02-03,"a, b",99213\n\n');
    expect(sessions).toEqual([{ dateOfService: "2025-02-03", code: "99213" }]);
    expect(findings).toEqual([]);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["a day that is none", "date,code\n2025-02-30,20552"],
    ["a year of two digits", "date,code\n2/3/25,20552"],
    ["a code that is none", "date,code\n2025-02-03,2055"],
    ["relief above the whole", "date,code,relief\n2025-02-03,20552,140"],
  ])("%s is a finding with its row, and a gap", (_, text) => {
    const { sessions, gaps, findings } = read(`${text}\n2025-03-03,20552\n`);
    expect(sessions).toHaveLength(1);
    expect(gaps).toBe(1);
    expect(findings).toMatchObject([{ code: "NP6003", severity: "warning" }]);
    expect(findings[0]!.reason).toContain("row 2");
  });

  it("shows nothing of what stands in the cell", () => {
    expect(JSON.stringify(read("date,code\nJane Doe,20552").findings)).not.toContain("Jane");
  });

  it("refuses a table without a head, and one of several patients", () => {
    expect(read("2025-02-03,20552").findings).toMatchObject([{ code: "NP6001", severity: "error" }]);
    expect(read("mrn,date,code\n1,2025-02-03,20552\n2,2025-02-03,20552").findings).toMatchObject([{ code: "NP6002" }]);
    expect(read("").findings).toMatchObject([{ code: "NP6001" }]);
  });
});
