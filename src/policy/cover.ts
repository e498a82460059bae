/**
 * A determination and what is known of the payer, in; three lines out: the correct code, what this payer says to
 * bill, whether it covers it. Coverage reads the determination and never writes to it.
 */
import type { Finding } from "../base/finding.ts";
import type { Determination, Encounter } from "../coding/determination.ts";
import { deepFreeze } from "../rulebook/freeze.ts";
import type { Contractor, Payer, Policy, PolicyBook } from "../rulebook/policy-types.ts";
import { billAs } from "./bill.ts";
import { caseOf, type Case } from "./case.ts";
import { judge } from "./judge.ts";
import { coveredLines, overall } from "./outcome.ts";
import { contractorsOf, findPayer } from "./payers.ts";
import { settle, type Judged } from "./precedence.ts";
import {
  historyGaps,
  isUnplaced,
  lateHistory,
  noneInForce,
  nonePolicy,
  nothingToCover,
  reviewDue,
} from "./problems.ts";
import { daysKnown, followsMedicare, rulesOn, selectPolicies } from "./select.ts";
import { silences } from "./silence.ts";
import type { Coverage, PolicyUsed, Requirement } from "./types.ts";

/**
 * What `encounter.payer` says to a determination, by the policies in force on its date of service. Null when no payer
 * is given. Pure: the same input gives the same frozen record. What keeps it open is in `findings` (NP4001 to
 * NP4012); throws for nothing an encounter can hold.
 */
export function cover(determination: Determination, encounter: Encounter, book: PolicyBook): Coverage | null {
  if (encounter.payer === undefined || encounter.payer.trim() === "") return null;
  const state = encounter.state?.trim().toUpperCase() ?? null;
  const { payer, findings } = findPayer(book, encounter.payer, state);
  const medicare = payer !== null && followsMedicare(book, payer);
  const places = medicare ? contractorsOf(book, state, encounter.county) : { contractors: [], findings: [] };
  const asked = { determination, encounter, book, payer, state, findings: [...findings, ...places.findings] };
  const answers = (places.contractors.length > 0 ? places.contractors : [null]).map((c) => coverAt(asked, c));
  return deepFreeze(oneOf(answers));
}

interface Asked {
  readonly determination: Determination;
  readonly encounter: Encounter;
  readonly book: PolicyBook;
  readonly payer: Payer | null;
  readonly state: string | null;
  readonly findings: readonly Finding[];
}

function coverAt(
  { determination, encounter, book, payer, state, findings }: Asked,
  contractor: Contractor | null,
): Coverage {
  const c = caseOf(determination, encounter, book);
  const { inForce, otherDays } =
    payer === null ? { inForce: [], otherDays: [] } : selectPolicies(book, { payer, state, contractor, day: c.day });
  const used = inForce.filter((p) => concerned(c, p));
  const judged = used.flatMap((policy) =>
    rulesOn(policy, c.day).flatMap((rule): Judged[] => {
      const requirement = judge(c, policy, rule);
      return requirement === null ? [] : [{ policy, rule, requirement }];
    }),
  );
  const { requirements: settled, conflicts } = settle(judged);
  const requirements = [...settled, ...silences(c, used, settled)];
  const undecided = determination.status === "query";
  const lines = coveredLines(c, used, requirements, undecided);
  const covered = overall(c, lines);
  return {
    kind: "coverage",
    payer: {
      id: payer?.id ?? null,
      name: payer?.name ?? encounter.payer!,
      line: payer?.line ?? null,
      state,
      contractor: contractor === null ? null : `${contractor.name} (${contractor.jurisdiction})`,
    },
    dateOfService: c.day,
    correct: c.lines,
    codeSettled: !undecided,
    billAs: billAs(
      c,
      judged.map((j, i) => ({ ...j, requirement: settled[i]! })),
    ),
    covered,
    lines,
    policies: used.map((p) => usedOf(p, book)),
    requirements,
    conflicts,
    notes: used.flatMap((p) => p.notes.map(({ says, cite }) => ({ policy: p.id, says, citations: cite }))),
    settles: [...stateOf(findings), ...settlesOf(requirements, undecided)],
    nextEligible: nextOf(requirements),
    findings: [
      ...findings,
      ...more(
        c,
        payer,
        used,
        otherDays.filter((p) => concerned(c, p)),
        isUnplaced(findings),
      ),
    ],
    sources: sourcesOf(book, used, requirements),
    receipt: { policies: book.hash, own: book.own },
  };
}

/** Does the policy, or one of its rules, speak of something that was done? */
const concerned = (c: Case, policy: Policy): boolean =>
  policy.services.some((s) => c.services.has(s)) || policy.rules.some((r) => r.services.some((s) => c.services.has(s)));

/** Without the state nobody knows which text holds. */
const stateOf = (findings: readonly Finding[]): readonly string[] =>
  findings.some((f) => f.code === "NP4002") ? ["The state of the service."] : [];

function settlesOf(requirements: readonly Requirement[], undecided: boolean): readonly string[] {
  const open = requirements.filter((r) => r.open || (r.status === "not-met" && r.weight === "decides"));
  const list = open.flatMap((r) => [
    ...(r.settles === null ? [] : [r.settles]),
    ...(r.exception === null || r.status !== "not-met" ? [] : [r.exception]),
  ]);
  return [...new Set([...(undecided ? ["The questions on the code itself."] : []), ...list])];
}

/** The last of the days named by limits that fail; null when none fails, or when no day helps. */
function nextOf(requirements: readonly Requirement[]): string | null {
  const failing = requirements.filter(
    (r) => r.status === "not-met" && r.weight === "decides" && r.topic === "frequency",
  );
  if (failing.some((r) => r.nextEligible === null)) return null;
  return (
    failing
      .map((r) => r.nextEligible!)
      .sort()
      .at(-1) ?? null
  );
}

/** `unplaced`: it is said already that the place is not known. */
function more(
  c: Case,
  payer: Payer | null,
  used: readonly Policy[],
  otherDays: readonly Policy[],
  unplaced: boolean,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (c.notEarlier > 0) findings.push(lateHistory(c.notEarlier));
  if (c.gaps > 0) findings.push(historyGaps(c.gaps));
  findings.push(...used.filter((p) => p.reviewBy <= c.day).map((p) => reviewDue(p.number ?? p.title, p.reviewBy)));
  if (c.lines.length === 0) return [...findings, nothingToCover()];
  if (payer === null || used.length > 0 || unplaced) return findings;
  if (otherDays.length === 0) return [...findings, nonePolicy(payer.name)];
  return [...findings, noneInForce(payer.name, c.day, daysKnown(otherDays))];
}

function sourcesOf(
  book: PolicyBook,
  used: readonly Policy[],
  requirements: readonly Requirement[],
): Coverage["sources"] {
  const cited = [
    ...used.flatMap((p) => [...p.cite, ...p.notes.flatMap((n) => n.cite)]),
    ...requirements.flatMap((r) => r.citations),
  ];
  const ids = new Set(cited.flatMap((c) => (c.via === undefined ? [c.source] : [c.source, c.via])));
  return Object.fromEntries([...ids].sort().map((id) => [id, book.sources[id]!]));
}

const usedOf = (p: Policy, book: PolicyBook): PolicyUsed => ({
  id: p.id,
  number: p.number,
  title: p.title,
  kind: p.kind,
  from: p.from,
  until: p.until,
  seen: p.seen,
  read: p.read,
  own: book.own.includes(p.id),
  over: p.over,
  citations: p.cite,
});

/** Several contractors may serve the place: what all say stands, and the county is asked for. */
function oneOf(answers: readonly Coverage[]): Coverage {
  const [first, ...rest] = answers as readonly [Coverage, ...Coverage[]];
  if (rest.length === 0) return first;
  return {
    ...first,
    payer: { ...first.payer, contractor: answers.map((a) => a.payer.contractor).join(" or ") },
    covered: rest.every((a) => a.covered === first.covered) ? first.covered : "cannot-tell",
    settles: [
      `The county: ${answers.map((a) => `${a.payer.contractor}: ${COVERED[a.covered]}`).join(", ")}.`,
      ...first.settles,
    ],
  };
}

const COVERED: Readonly<Record<Coverage["covered"], string>> = {
  likely: "likely covered",
  not: "not covered",
  "cannot-tell": "cannot tell",
};
