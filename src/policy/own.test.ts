/** A policy that a user wrote, beside the rulebook: taken up, named, and without a hand on the codes. */
import { describe, expect, it } from "vitest";
import { compileFiles, type Compiled } from "../rulebook/compile/compile.ts";
import { readRulebook } from "../rulebook/node/load.ts";
import { cover } from "./cover.ts";
import { determinationOf } from "./example.ts";
import type { Coverage } from "./types.ts";

const shipped = readRulebook(new URL("../../rulebook", import.meta.url).pathname);
const compile = (...texts: readonly string[]): Compiled =>
  compileFiles([...shipped, ...texts.map((text, i) => ({ path: `policies/own/own-${i}.yaml`, text }))]);

const policy = (id: string, rest: string, rule = "max: 2"): string => `
id: ${id}
number: "${id}"
title: Trigger points
kind: policy
services: [trigger-point]
from: 2025-01-01
until: null
seen: 2025-06-01
read: full
reviewBy: 2030-01-01
source: { title: "${id}, as printed", publisher: Acme Mutual, date: 2025-01-01 }
${rest}
rules:
  - { id: sessions, form: limit, says: So many a year., ${rule}, unit: session, per: { years: 1 }, window: calendar }
`;
const ACME = "payer: { id: acme, name: Acme Mutual, line: commercial, also: [acme health] }";

/** The third session of 2025. */
const third = (compiled: Compiled, payer = "acme health"): Coverage =>
  cover(
    determinationOf({
      id: "third",
      title: "",
      dateOfService: "2025-06-02",
      payer,
      lines: [{ code: "20552" }],
      expect: { covered: "not" },
    }),
    {
      payer,
      history: [
        { dateOfService: "2025-02-03", code: "20552" },
        { dateOfService: "2025-04-01", code: "20553" },
      ],
    },
    compiled.policies!,
  )!;

describe("one file of a user's own", () => {
  const compiled = compile(policy("acme-1", ACME));

  it("is picked up, with its payer and its document", () => {
    expect(compiled.findings).toEqual([]);
    const c = third(compiled);
    expect(c).toMatchObject({ covered: "not", nextEligible: "2026-01-01", payer: { id: "acme" } });
    expect(c.sources["acme-1"]).toMatchObject({ publisher: "Acme Mutual", tier: "payer" });
  });

  it("is named in the receipt, which is another one than without it", () => {
    const c = third(compiled);
    expect(c.receipt.own).toEqual(["acme-1"]);
    expect(c.policies.map((p) => [p.id, p.own])).toEqual([["acme-1", true]]);
    expect(c.receipt.policies).not.toBe(compile().policies!.hash);
  });

  it("leaves the book of coding rules as it is, to the last byte", () => {
    expect(compiled.book!.hash).toBe(compile().book!.hash);
  });

  it("can hold no rule on codes", () => {
    const { policies, findings } = compile('code: "20552"\nfamily: trigger-point\neditions: []\n');
    expect(policies).toBeNull();
    expect(findings.map((f) => f.code)).toContain("NP1010");
  });

  it("must say where it was read", () => {
    const { findings } = compile(policy("acme-1", ACME).replace(/^source:.*$/m, ""));
    expect(findings).toMatchObject([{ code: "NP1011" }]);
  });
});

describe("two texts that disagree", () => {
  it("are shown as disputed when neither says which governs, and nobody can tell", () => {
    const c = third(compile(policy("acme-1", ACME, "max: 2"), policy("acme-2", "payer: acme", "max: 4")));
    expect(c.covered).toBe("cannot-tell");
    expect(c.conflicts).toMatchObject([{ between: ["acme-1/sessions", "acme-2/sessions"], wins: null }]);
    expect(c.requirements.find((r) => r.id === "acme-1/sessions")).toMatchObject({
      status: "not-met",
      weight: "disputed",
    });
  });

  it("are settled by the one that goes before", () => {
    const c = third(
      compile(policy("acme-1", ACME, "max: 2"), policy("acme-2", "payer: acme\nover: [acme-1]", "max: 4")),
    );
    expect(c.conflicts).toMatchObject([{ wins: "acme-2/sessions" }]);
    expect(c.requirements.find((r) => r.id === "acme-1/sessions")).toMatchObject({ weight: "gives-way", open: false });
    expect(c.requirements.find((r) => r.id === "acme-2/sessions")).toMatchObject({ status: "met" });
  });
});
