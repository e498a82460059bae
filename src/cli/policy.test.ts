/** A payer on the command line: `policy`, and `code` with `--payer`, `--state`, `--history`, `--rulebook`. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Determination } from "../coding/determination.ts";
import { coverageOf } from "../policy/coverage-of.ts";
import type { Coverage } from "../policy/types.ts";
import type { Survey } from "../policy/survey.ts";
import { build, file, needlepoint } from "./testing/cli.ts";

beforeAll(build);

const TEXT = `DATE OF SERVICE: 06/02/2025
HISTORY: Neck pain for 8 months. Last injection gave 60% relief for 8 weeks; the pain has returned.
PROCEDURE: Trigger point injections with 1% lidocaine, 1 cc each: left trapezius, left levator scapulae, left splenius capitis.
`;
const NOTE = file("note.txt", TEXT);
const answered = (...args: string[]): { readonly d: Determination; readonly c: Coverage } => {
  const d = JSON.parse(needlepoint(["code", NOTE, "--json", ...args]).out) as Determination;
  return { d, c: coverageOf(d)! };
};

describe("policy", () => {
  it("tells what holds in a state on a day, as text and as data", () => {
    const args = ["policy", "--payer", "medicare", "--state", "FL", "--on", "2025-06-02"];
    const { out, err, exit } = needlepoint(args);
    expect({ err, exit }).toEqual({ err: "", exit: 0 });
    expect(out).toContain("First Coast (JN)");
    expect(out).toMatch(/L33912[^]*A57114|A57114[^]*L33912/);
    const survey = JSON.parse(needlepoint([...args, "--json"]).out) as Survey;
    expect(survey.places[0]!.policies.map((p) => p.policy.id)).toEqual(expect.arrayContaining(["a57114", "l33912"]));
  });

  it.each([
    ["2024-03-30", []],
    ["2024-03-31", ["a59498", "l39671"]],
    ["2024-04-01", ["a59498", "l39671"]],
  ])("Georgia on %s: %j", (day, ids) => {
    const args = ["policy", "--payer", "medicare", "--state", "GA", "--on", day, "--code", "20552", "--json"];
    const survey = JSON.parse(needlepoint(args).out) as Survey;
    expect(survey.places[0]!.policies.map((p) => p.policy.id)).toEqual(ids);
    if (ids.length === 0) expect(survey.findings.map((f) => f.code)).toContain("NP4004");
  });

  it("shows both contractors where the county is not given", () => {
    const { out } = needlepoint(["policy", "--payer", "medicare", "--state", "VA", "--on", "2025-06-02"]);
    expect(out).toContain("Palmetto (JM)");
    expect(out).toContain("Novitas (JL)");
    expect(out).toContain("Give the county");
  });

  it.each([
    ["a state without such counties", ["--payer", "medicare", "--state", "FL", "--county", "Lee"], "NP4014"],
    ["a payer that no county concerns", ["--payer", "aetna", "--county", "Lee"], "NP4014"],
    [
      "a county that goes with the rest of its state",
      ["--payer", "medicare", "--state", "VA", "--county", "Lee"],
      "NP4009",
    ],
    ["no state to find the county in", ["--payer", "medicare", "--county", "Lee"], "NP4002"],
  ])("says what became of the county: %s", (_, args, code) => {
    const survey = JSON.parse(needlepoint(["policy", ...args, "--on", "2025-06-02", "--json"]).out) as Survey;
    const told = ["NP4002", "NP4009", "NP4014"];
    expect(survey.findings.map((f) => f.code).filter((c) => told.includes(c))).toEqual([code]);
  });

  it("takes a county that decides without a word", () => {
    const args = ["policy", "--payer", "medicare", "--state", "VA", "--county", "Fairfax", "--json"];
    const survey = JSON.parse(needlepoint(args).out) as Survey;
    expect(survey.findings.map((f) => f.code)).not.toContain("NP4014");
    expect(survey.places.map((p) => p.contractor)).toEqual(["Novitas (JL)"]);
  });

  it("lists the payers when none is named", () => {
    const { out } = needlepoint(["policy"]);
    expect(out).toContain("aetna: Aetna");
    expect(out).toContain("no policy is known here");
  });

  it.each([
    ["an unknown payer", ["--payer", "acme"], "NP9022"],
    ["a state that is none", ["--payer", "medicare", "--state", "ZZ"], "NP9023"],
    ["a code that is none", ["--payer", "medicare", "--state", "FL", "--code", "zz"], "NP9033"],
    ["a state without a payer", ["--state", "FL"], "NP9032: --state: expected --payer as well"],
    [
      "all that says nothing without a payer",
      ["--state", "XX", "--county", "Lee", "--on", "2025-06-02"],
      "--state, --county, --on:",
    ],
    ["a day that is none", ["--payer", "medicare", "--state", "FL", "--on", "2025-02-30"], "NP3"],
  ])("refuses %s", (_, args, found) => {
    const { exit, err, out } = needlepoint(["policy", ...args]);
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toContain(found);
  });

  it("says so before any known text", () => {
    const { out, exit } = needlepoint(["policy", "--payer", "medicare", "--state", "FL", "--on", "2003-05-01"]);
    expect(exit).toBe(0);
    expect(out).toContain("No policy text of Medicare Part B is known for 2003-05-01");
  });
});

describe("code with a payer", () => {
  it("keeps three lines apart: the code, the bill, the coverage", () => {
    const { out } = needlepoint(["code", NOTE, "--payer", "medicare", "--state", "IL"]);
    expect(out).toMatch(
      /^20553 x1 [^]*\nPayer: Medicare Part B, IL, NGS \(J6\)\n {2}Correct code +20553 x1\n {2}To bill +20553 x1[^]*\n {2}Covered +cannot tell yet\n/,
    );
    expect(out).toContain('line 2 "60% relief"');
  });

  it("counts earlier sessions from a table, and names the day", () => {
    const history = file(
      "h.csv",
      "date,code,region,relief\n9/10/2024,20553,neck,80%\n12/10/2024,20552,neck,70%\n3/3/2025,20552,neck,60%\n",
    );
    const { c } = answered("--payer", "medicare", "--state", "OH", "--history", history);
    expect(c).toMatchObject({ covered: "not", nextEligible: "2025-09-10" });
    expect(c.requirements.find((r) => r.id === "l39656/sessions")?.found).toContain("the 4th session in 12 months");
  });

  it("answers with the rows that can be read, and takes the rest for gaps", () => {
    const history = file("h.csv", "date,code\n2025-01-03,20552\n2025-03-03,20552\nlast spring,20552\n");
    const { out, err, exit } = needlepoint([
      "code",
      NOTE,
      "--json",
      "--payer",
      "medicare",
      "--state",
      "OH",
      "--history",
      history,
    ]);
    expect(exit).toBe(0);
    expect(err).toContain("NP6003");
    const c = coverageOf(JSON.parse(out) as Determination)!;
    expect(c.requirements.find((r) => r.id === "l39656/sessions")?.status).toBe("needs-history");
    expect(c.findings.map((f) => f.code)).toContain("NP4010");
  });

  it("answers an encounter whose payer nobody knows: the code stands, coverage says so", () => {
    const e = file(
      "e.json",
      JSON.stringify({ note: "Trigger point injection, left trapezius, lidocaine.", payer: "Acme Mutual" }),
    );
    const d = JSON.parse(needlepoint(["code", e, "--json", "--date", "2025-06-02"]).out) as Determination;
    expect(d.lines.map((l) => l.code)).toEqual(["20552"]);
    expect(coverageOf(d)).toMatchObject({ covered: "cannot-tell", findings: [{ code: "NP4001" }] });
  });

  it("says the same from a stream", () => {
    const { d } = answered("--payer", "medicare", "--state", "IL", "--date", "2025-06-02");
    const line = JSON.stringify({ note: TEXT, payer: "medicare", state: "IL", dateOfService: "2025-06-02" });
    const { out } = needlepoint(["code", "--jsonl"], `${line}\n`);
    expect((JSON.parse(out) as Determination).coverage).toEqual(d.coverage);
  });

  it("is replayed, coverage and all", () => {
    const options = ["--payer", "medicare", "--state", "IL", "--date", "2025-06-02"];
    const recorded = needlepoint(["code", NOTE, "--json", ...options]).out;
    expect(needlepoint(["replay", file("d.json", recorded), NOTE, ...options])).toMatchObject({ exit: 0 });
    const other = JSON.parse(recorded) as { coverage: { receipt: { policies: string } } };
    other.coverage.receipt.policies = "sha256-0";
    const { err } = needlepoint(["replay", file("d.json", JSON.stringify(other)), NOTE, ...options]);
    expect(err).toContain("NP4013");
  });
});

describe("policies of a user's own", () => {
  const folder = (text: string): string => {
    const dir = mkdtempSync(join(tmpdir(), "needlepoint-own-"));
    writeFileSync(join(dir, "acme.yaml"), text);
    return dir;
  };
  const ACME = `id: acme-tpi
number: MED-12
title: Trigger point injections
kind: policy
payer: { id: acme, name: Acme Mutual, line: commercial }
services: [trigger-point]
from: 2025-01-01
until: null
seen: 2025-06-01
read: full
reviewBy: 2026-01-01
source: { title: "Medical policy MED-12", publisher: Acme Mutual, date: 2025-01-01 }
rules:
  - { id: no-imaging, form: stance, services: [imaging], is: excluded, says: No imaging. }
  - { id: diagnosis, form: diagnosis, in: [M79.18], closed: true, says: Myalgia of another site. }
`;

  it("are picked up, named in the receipt, and change no code", () => {
    const { d, c } = answered("--payer", "Acme Mutual", "--rulebook", folder(ACME));
    expect(d.lines.map((l) => l.code)).toEqual(["20553"]);
    expect(c.receipt.own).toEqual(["acme-tpi"]);
    expect(d.receipt.rulebook).toBe(answered().d.receipt.rulebook);
  });

  it("are checked, with a warning when the review is past", () => {
    const dir = folder(ACME);
    const { out, exit } = needlepoint(["rulebook", "check", dir]);
    expect(exit).toBe(0);
    expect(out).toContain(`warning NP1070: Expected acme-tpi to be reviewed by 2026-01-01`);
    expect(out).toContain(join(dir, "acme.yaml"));
    expect(out).toContain("Your own policies: acme-tpi.");
  });

  it("are refused whole when one is unsound, and when there is none", () => {
    const unsound = needlepoint([
      "code",
      NOTE,
      "--payer",
      "acme",
      "--rulebook",
      folder(ACME.replace("form: stance", "form: stanze")),
    ]);
    expect(unsound).toMatchObject({ exit: 1, out: "" });
    expect(unsound.err).toMatch(/error NP10\d\d:[^]*acme\.yaml:14:/);
    expect(needlepoint(["policy", "--rulebook", dirname(file("x.txt", "x"))]).err).toContain("NP9030");
    expect(needlepoint(["policy", "--rulebook", "nowhere"]).err).toContain("NP9001");
  });
});
