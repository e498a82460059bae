/** Worked examples of coverage, run: the case they describe as facts, and where the answer differs from theirs. */
import type { Finding } from "../base/finding.ts";
import { finding } from "../base/finding.ts";
import type { BilledLine, Determination, Encounter, PastSession } from "../coding/determination.ts";
import type { ClinicalFact, Fact, GuidanceFact, Mention, Side, SubstanceFact } from "../note/facts.ts";
import type { ElementOf } from "../rulebook/clinical.ts";
import type { PolicyBook } from "../rulebook/policy-types.ts";
import type { AgentClass, StructureKind } from "../rulebook/types.ts";
import { cover } from "./cover.ts";
import type { Coverage, Covered, Status } from "./types.ts";

type Line = { readonly code: string; readonly units?: number; readonly modifiers?: readonly string[] };

/** As written in `rulebook/policies/examples/`. The lines are given: coverage is not what decides them. */
export interface CoverageCase {
  readonly id: string;
  readonly title: string;
  readonly dateOfService: string;
  readonly payer: string;
  readonly state?: string;
  readonly county?: string;
  readonly setting?: NonNullable<Encounter["setting"]>;
  readonly historyGaps?: number;
  readonly lines: readonly Line[];
  readonly muscles?: readonly (readonly [string, Side])[];
  readonly others?: readonly (readonly [StructureKind, string, Side])[];
  readonly sites?: number;
  readonly agents?: readonly AgentClass[];
  readonly guidance?: "ultrasound" | "fluoroscopy" | "ct" | "mri";
  readonly clinical?: readonly {
    readonly is: ElementOf;
    readonly value?: number;
    readonly unit?: NonNullable<ClinicalFact["unit"]>;
    readonly said?: "yes" | "no";
  }[];
  readonly diagnoses?: readonly string[];
  readonly billed?: readonly Line[];
  readonly history?: readonly PastSession[];
  readonly where?: { readonly file: string; readonly line: number };
  readonly expect: {
    readonly covered: Covered;
    /** Medicare: "Palmetto (JM)". */
    readonly contractor?: string;
    readonly policies?: readonly string[];
    readonly requirements?: Readonly<Record<string, Status>>;
    readonly billAs?: readonly Line[];
    readonly nextEligible?: string | null;
    readonly findings?: readonly string[];
  };
}

const full = ({ code, units = 1, modifiers = [] }: Line): BilledLine => ({ code, units, modifiers });
const nowhere = { text: "", start: 0, end: 0 };

/** The example's determination: its lines and facts, and nothing else. */
export function determinationOf(example: CoverageCase): Determination {
  const needled = example.lines[0]?.code.startsWith("2056") === true;
  const done = [
    ...(example.muscles ?? []).map(([id, side]) => ["muscle", id, side] as const),
    ...(example.others ?? []),
  ];
  const muscles = done.map(([kind, id, side]): Mention => ({
    kind,
    id,
    side,
    status: needled ? "needled" : "injected",
    technique: needled ? "needling" : "injection",
    ...nowhere,
    text: id,
  }));
  const agents = (example.agents ?? []).map((agent): SubstanceFact => ({
    kind: "substance",
    id: agent,
    name: agent,
    agent,
    status: "given",
    dose: { value: 1, unit: "mL" },
    ...nowhere,
  }));
  const guidance: GuidanceFact[] =
    example.guidance === undefined
      ? []
      : [{ kind: "guidance", modality: example.guidance, use: "guide", imageKept: true, described: true, ...nowhere }];
  const clinical = (example.clinical ?? []).map(({ is, said = "yes", value, unit }): ClinicalFact => ({
    kind: "clinical",
    of: is as ClinicalFact["of"],
    said,
    ...(value === undefined ? {} : { value }),
    ...(unit === undefined ? {} : { unit }),
    ...nowhere,
  }));
  const facts: readonly Fact[] = [...muscles, ...agents, ...guidance, ...clinical];
  return {
    kind: "determination",
    id: example.id,
    dateOfService: example.dateOfService,
    status: example.lines.length === 0 ? "none" : "determined",
    lines: example.lines.map((line) => ({ ...full(line), role: "procedure", says: "", because: [] })),
    counts: { elements: [], sites: example.sites ?? null, needlePasses: null },
    facts,
    queries: [],
    wouldChange: [],
    contested: [],
    conflicts: [],
    notCoded: [],
    edits: [],
    diagnoses: [],
    coverage: null,
    findings: [],
    trace: [],
    receipt: { engine: "", rulebook: "", input: "" },
  };
}

/** What the example gives beside its facts. */
export const encounterOf = ({
  payer,
  state,
  county,
  setting,
  historyGaps,
  diagnoses,
  billed,
  history,
}: CoverageCase): Encounter => ({
  payer,
  ...(county === undefined ? {} : { county }),
  ...(setting === undefined ? {} : { setting }),
  ...(historyGaps === undefined ? {} : { historyGaps }),
  ...(state === undefined ? {} : { state }),
  ...(diagnoses === undefined ? {} : { diagnoses }),
  ...(billed === undefined ? {} : { billed: billed.map(full) }),
  ...(history === undefined ? {} : { history }),
});

/** The answer to an example, as `cover` gives it. */
export const answerOf = (example: CoverageCase, book: PolicyBook): Coverage =>
  cover(determinationOf(example), encounterOf(example), book)!;

/** Where an answer differs from what its example expects, a sentence each; nothing when it holds. */
export function differences(example: CoverageCase, coverage: Coverage): readonly string[] {
  const { expect } = example;
  const wrong: string[] = [];
  const compare = (what: string, wanted: unknown, found: unknown): void => {
    const [a, b] = [JSON.stringify(wanted), JSON.stringify(found)];
    if (a !== b) wrong.push(`${what}: expected ${a}, found ${b}`);
  };
  compare("covered", expect.covered, coverage.covered);
  if (expect.contractor !== undefined) compare("contractor", expect.contractor, coverage.payer.contractor);
  if (expect.policies !== undefined)
    compare("policies", [...expect.policies].sort(), coverage.policies.map((p) => p.id).sort());
  for (const [id, status] of Object.entries(expect.requirements ?? {}))
    compare(id, status, coverage.requirements.find((r) => r.id === id)?.status ?? "no such requirement");
  if (expect.billAs !== undefined)
    compare(
      "billAs",
      expect.billAs.map(full),
      coverage.billAs.map(({ code, units, modifiers }) => ({ code, units, modifiers })),
    );
  if (expect.nextEligible !== undefined) compare("nextEligible", expect.nextEligible, coverage.nextEligible);
  for (const code of expect.findings ?? [])
    if (!coverage.findings.some((f) => f.code === code))
      wrong.push(`findings: expected ${code}, found ${coverage.findings.map((f) => f.code).join(", ") || "none"}`);
  compare("the correct code", example.lines.map(full), coverage.correct);
  return wrong;
}

/** How many examples do not hold, and NP4020 for each with its place in the rule files. */
export function checkExamples(
  examples: readonly CoverageCase[],
  book: PolicyBook,
): { readonly failed: number; readonly findings: readonly Finding[] } {
  const findings = examples.flatMap((example) => {
    const wrong = differences(example, answerOf(example, book));
    if (wrong.length === 0) return [];
    return [
      finding({
        code: "NP4020",
        severity: "error",
        reason: `Coverage example ${example.id} does not hold. ${wrong.join("; ")}.`,
        remedy: "Correct the policy or the example; say in CHANGELOG.md why an answer changed.",
        ...(example.where && { rules: [{ file: example.where.file, line: example.where.line, column: 1 }] }),
      }),
    ];
  });
  return { failed: findings.length, findings };
}
