/** How fast facts become an answer with its full trace, beside two rule engines and a plain function. */
import type { Determination } from "../../src/coding/determination.ts";
import type { Engine } from "../eval/engine.ts";
import { asEncounter, cases, MODERN, plain, ROWS, type Case, type CaseRow } from "./cases.ts";
import { rate, type Row, type Section } from "./measure.ts";
import { peer } from "./peers.ts";

export async function decideSection(engine: Engine, quick: boolean): Promise<Section> {
  const load = cases(quick ? 5000 : 20_000);
  const truth = load.map(plain);
  const agree = (got: readonly string[]): string =>
    `${got.filter((g, i) => g === truth[i]).length}/${got.length} agree`;
  const encounters = load.map((c) => asEncounter(c, engine.book));
  const parts = encounters.map((e) => ({ facts: e.facts ?? [], options: { date: e.dateOfService ?? "" } }));
  const steps = encounters.reduce((n, e) => n + engine.determine(e).trace.length, 0);
  let got: string[] = [];
  const rows: Row[] = [
    await rate("plain function", "decisions/s", load.length, () => (got = load.map(plain)), {
      role: "floor",
      runs: 7,
      warm: 5,
    }),
    await rate(
      "Needlepoint, whole answer",
      "decisions/s",
      load.length,
      () => {
        for (const e of encounters) engine.determine(e);
      },
      { role: "own", runs: 7, note: "with what would change it, receipt, frozen" },
    ),
    await rate(
      "Needlepoint, full trace",
      "decisions/s",
      load.length,
      () => {
        for (const p of parts) engine.decide(p.facts, p.options);
      },
      {
        role: "own",
        runs: 7,
        note: `${agree(encounters.map((e) => said(engine.determine(e))))}, ${(steps / load.length).toFixed(1)} steps a trace`,
      },
    ),
  ];
  const jre = await jsonRules(load.slice(0, quick ? 500 : 3000), (g) => (got = g));
  if (jre) rows.push({ ...jre, note: agree(got) });
  const cql = await cqlExecution(load.slice(0, quick ? 300 : 1000), (g) => (got = g));
  if (cql) rows.push({ ...cql, note: agree(got) });
  return {
    title: "Deciding",
    about: `${load.length.toLocaleString("en-US")} made cases, 14 dated rows for the peers; Needlepoint is given the same cases as facts and decides them by its whole rulebook, with counts, queries, contested points and receipt.`,
    rows,
  };
}

/** Our answer in the words of the load. */
function said(d: Determination): string {
  if (d.status !== "determined") return "QUERY";
  const procedures = d.lines.filter((l) => l.role === "procedure");
  const both = procedures.reduce((n, l) => n + (l.modifiers.includes("50") ? 2 : l.units), 0) === 2;
  const imaging = d.lines.find((l) => l.role === "imaging");
  return `${procedures[0]?.code ?? ""}${imaging ? `+${imaging.code}` : ""}${both ? "-50" : ""}`;
}

interface JsonRules {
  Engine: new () => {
    addOperator(n: string, f: (a: string, b: string) => boolean): void;
    addRule(r: unknown): void;
    run(f: Case): Promise<{ events: { type: string }[] }>;
  };
}

async function jsonRules(load: readonly Case[], keep: (got: string[]) => void): Promise<Row | null> {
  const lib = (await peer("json-rules-engine")) as JsonRules | null;
  if (lib === null) return null;
  const conditions = (r: CaseRow): object[] => {
    const all: object[] = [{ fact: "kind", operator: "equal", value: r.kind }];
    if (r.min !== undefined)
      all.push(
        { fact: "muscles", operator: "greaterThanInclusive", value: r.min },
        { fact: "muscles", operator: "lessThanInclusive", value: r.max },
      );
    if (r.size !== undefined) all.push({ fact: "size", operator: "equal", value: r.size });
    if (r.us !== undefined) all.push({ fact: "us", operator: "equal", value: r.us });
    if (r.era) all.push({ fact: "dos", operator: r.era === "new" ? "gte" : "lt", value: MODERN });
    return all;
  };
  const engine = new lib.Engine();
  engine.addOperator("gte", (a, b) => a >= b);
  engine.addOperator("lt", (a, b) => a < b);
  for (const r of ROWS) engine.addRule({ conditions: { all: conditions(r) }, event: { type: r.out } });
  engine.addRule({
    conditions: {
      all: [
        { fact: "kind", operator: "equal", value: "joint" },
        { fact: "bilateral", operator: "equal", value: true },
      ],
    },
    event: { type: "-50" },
  });
  return rate(
    "json-rules-engine",
    "decisions/s",
    load.length,
    async () => {
      const got: string[] = [];
      for (const f of load) {
        const { events } = await engine.run(f);
        got.push((events.find((e) => e.type !== "-50")?.type ?? "") + (events.length > 1 ? "-50" : ""));
      }
      keep(got);
    },
    { role: "peer", runs: 3, warm: 1 },
  );
}

interface Cql {
  Library: new (elm: unknown, repository: unknown) => unknown;
  Repository: new (libraries: object) => unknown;
  Executor: new (library: unknown) => {
    exec(source: unknown): Promise<{ patientResults: Record<string, { Code: string }> }>;
  };
}

async function cqlExecution(load: readonly Case[], keep: (got: string[]) => void): Promise<Row | null> {
  const cql = (await peer("cql-execution")) as Cql | null;
  if (cql === null) return null;
  const library = new cql.Library(elm(), new cql.Repository({}));
  const source = (): object => {
    const all = load.map((c, i) => ({ id: String(i), getId: () => String(i), findRecords: () => [c] }));
    let i = 0;
    return { currentPatient: () => all[i], nextPatient: () => all[++i] };
  };
  return rate(
    "cql-execution",
    "decisions/s",
    load.length,
    async () => {
      const { patientResults } = await new cql.Executor(library).exec(source());
      keep(load.map((_, i) => patientResults[String(i)]?.Code ?? ""));
    },
    { role: "peer", runs: 3, warm: 1 },
  );
}

/** The rows as an expression tree, as a CQL translator would hand it over: `then` is a field of its format. */
// oxlint-disable unicorn/no-thenable
function elm(): object {
  const literal = (type: string, value: unknown): object => ({
    type: "Literal",
    valueType: `{urn:hl7-org:elm-types:r1}${type}`,
    value: String(value),
  });
  const prop = (path: string): object => ({ type: "Property", path, source: { type: "ExpressionRef", name: "Fact" } });
  const op = (type: string, ...operand: object[]): object => ({ type, operand });
  const and = (xs: object[]): object => xs.reduce((a, b) => op("And", a, b));
  const test = (r: CaseRow): object =>
    and([
      op("Equal", prop("kind"), literal("String", r.kind)),
      ...(r.min === undefined
        ? []
        : [
            op("GreaterOrEqual", prop("muscles"), literal("Integer", r.min)),
            op("LessOrEqual", prop("muscles"), literal("Integer", r.max)),
          ]),
      ...(r.size === undefined ? [] : [op("Equal", prop("size"), literal("String", r.size))]),
      ...(r.us === undefined ? [] : [op("Equal", prop("us"), literal("Boolean", r.us))]),
      ...(r.era ? [op(r.era === "new" ? "GreaterOrEqual" : "Less", prop("dos"), literal("String", MODERN))] : []),
    ]);
  const define = (name: string, expression: object): object => ({
    name,
    context: "Patient",
    accessLevel: "Public",
    expression,
  });
  const fact = { type: "SingletonFrom", operand: { type: "Retrieve", dataType: "{local}Fact" } };
  const code = {
    type: "Case",
    caseItem: ROWS.map((r) => ({ when: test(r), then: literal("String", r.out) })),
    else: literal("String", "NONE"),
  };
  const both = {
    type: "If",
    condition: and([op("Equal", prop("kind"), literal("String", "joint")), prop("bilateral")]),
    then: literal("String", "-50"),
    else: literal("String", ""),
  };
  return {
    library: {
      identifier: { id: "Load", version: "1" },
      schemaIdentifier: { id: "urn:hl7-org:elm", version: "r1" },
      usings: { def: [{ localIdentifier: "System", uri: "urn:hl7-org:elm-types:r1" }] },
      statements: {
        def: [define("Patient", fact), define("Fact", fact), define("Code", op("Concatenate", code, both))],
      },
    },
  };
}
