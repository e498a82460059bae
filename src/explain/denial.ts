/**
 * Is a denial right? Judged from the determination alone: what was billed against what the note supports, and the
 * payer's own rules where the determination has them. `right`: there is nothing to appeal. `wrong`: the note and
 * the rules speak against it. `ask`: a fact is missing first. `payer`: the payer's rule decides, and it is not
 * known here. `elsewhere`: neither a note nor a coding rule can answer it.
 */
import type { BilledLine, Determination } from "../coding/determination.ts";
import { coverageOf } from "../policy/coverage-of.ts";
import type { Coverage, Requirement } from "../policy/types.ts";
import type { Denial, Rulebook } from "../rulebook/types.ts";
import { codeAndUnits } from "./tell.ts";

export interface Verdict {
  readonly is: "right" | "wrong" | "ask" | "payer" | "elsewhere";
  /** Sentences, each resting on the note or a cited rule. */
  readonly because: readonly string[];
  /** Payer's requirements that it rests on. */
  readonly requirements: readonly Requirement[];
}

const verdict = (
  is: Verdict["is"],
  because: readonly string[],
  requirements: readonly Requirement[] = [],
): Verdict => ({
  is,
  because,
  requirements,
});

/**
 * The denial that a code of the remittance ("CO-151", "97"; source `x12-carc`, rulebook/denials.yaml) or words name;
 * undefined when none does. The longest words win.
 */
export function denialOf(given: string, book: Pick<Rulebook, "denials">): Denial | undefined {
  const number = /^(?:(?:co|pr|oa|pi|cr|carc)[\s-]*)?0*(\d{1,3})$/i.exec(given.trim())?.[1];
  if (number !== undefined) return book.denials.find((d) => d.codes.includes(number));
  const said = ` ${given
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()} `;
  let best: { denial: Denial; length: number } | undefined;
  for (const denial of book.denials)
    for (const words of [denial.id.replaceAll("-", " "), ...denial.words])
      if (said.includes(` ${words} `) && words.length > (best?.length ?? 0)) best = { denial, length: words.length };
  return best?.denial;
}

/**
 * Is the denial right for this claim? `billed`: its lines; without any, the claim is taken to be what the note
 * supports.
 */
export function judge(denial: Denial, d: Determination, billed: readonly BilledLine[]): Verdict {
  if (d.status === "none")
    return verdict("right", [
      "The note shows none of these procedures as done on this day, so no line of them is supported.",
    ]);
  const claim = billed.length > 0 ? billed : d.lines;
  const unsupported = unsupportedBy(d, claim);
  if (unsupported.length > 0) {
    if (d.status === "query")
      return verdict("ask", [
        ...unsupported,
        "The note is short of a fact that may change this; an answer of the provider comes first.",
      ]);
    return verdict("right", [
      ...unsupported,
      "A corrected claim with what the note supports is the remedy, not an appeal.",
    ]);
  }
  switch (denial.concerns) {
    case "units":
      return verdict(
        "wrong",
        claim.map((l) => `${codeAndUnits(l)} was billed, and the note supports ${unitsOf(l.code, d.lines)} of it.`),
      );
    case "level":
      return verdict("wrong", ["The service billed is the one that the note documents, structure by structure."]);
    case "together":
      return together(d, claim);
    case "modifier":
      return modifiers(d, claim);
    case "documentation":
      return d.status === "query"
        ? verdict("ask", ["The note is short of a fact that the code rests on; an answer of the provider comes first."])
        : verdict("wrong", ["The record holds what the code rests on, as shown below. It goes with this letter."]);
    case "coverage":
      return covered(coverageOf(d));
    case "elsewhere":
      return verdict("elsewhere", [
        "Neither the procedure note nor a coding rule answers this; the claim's own history does.",
      ]);
  }
}

/** What was billed beyond the note, one sentence each. */
function unsupportedBy(d: Determination, claim: readonly BilledLine[]): readonly string[] {
  const supported = d.lines.map(codeAndUnits).join(", ") || "no code";
  const codes = [...new Set(claim.map((l) => l.code))];
  return codes.flatMap((code) => {
    const asked = unitsOf(code, claim);
    const has = unitsOf(code, d.lines);
    if (has === 0) return [`${code} was billed, and the note does not support it. It supports ${supported}.`];
    return asked > has ? [`${code} was billed with ${asked} units, and the note supports ${has}.`] : [];
  });
}

const unitsOf = (code: string, lines: readonly BilledLine[]): number =>
  lines.filter((l) => l.code === code).reduce((sum, l) => sum + l.units, 0);

/** Codes of findings of the edits: a pair that nothing parts, a pair that a modifier parts, one that passes. */
const NEVER = "NP7010";
const WITH_MODIFIER = "NP7011";
const PASSES = "NP7012";

function together(d: Determination, claim: readonly BilledLine[]): Verdict {
  const of = (code: string): readonly string[] => d.edits.filter((f) => f.code === code).map((f) => f.reason);
  const never = of(NEVER);
  if (never.length > 0) return verdict("right", never);
  const needed = d.edits.filter((f) => f.code === WITH_MODIFIER).map((f) => `${f.reason} ${f.remedy}`);
  if (needed.length > 0)
    return verdict("right", [
      ...needed,
      "As billed the edit holds. If the note shows what the modifier says, a corrected claim is the remedy, not an appeal.",
    ]);
  const codes = [...new Set(claim.map((l) => l.code))];
  if (codes.length < 2)
    return verdict("payer", [
      "One code was billed, so it is part of none beside it on this claim. Find the other service that the payer means: another claim of the day, or a procedure whose care it lies in.",
    ]);
  const unasked = d.edits.some((f) => f.code === "NP7002" || f.code === "NP7003") || d.edits.length === 0;
  if (unasked && of(PASSES).length === 0)
    return verdict("payer", [
      "No edit between these codes is known here for this day, and not every pair was looked up. Look the pair up in the payer's edits before writing.",
    ]);
  return verdict("wrong", [...of(PASSES), "Each code stands for a procedure of its own that the note documents."]);
}

function modifiers(d: Determination, claim: readonly BilledLine[]): Verdict {
  const wrong = claim.flatMap((l) => {
    const own = d.lines.filter((x) => x.code === l.code).map((x) => [...x.modifiers].sort().join(" "));
    const given = [...l.modifiers].sort().join(" ");
    return own.includes(given)
      ? []
      : [
          `${l.code} was billed ${given === "" ? "without a modifier" : `with ${given}`}; the note supports ${own.map((m) => m || "none").join(" or ")}.`,
        ];
  });
  if (wrong.length > 0) return verdict("right", [...wrong, "A corrected claim is the remedy, not an appeal."]);
  return verdict("wrong", ["The modifiers billed are those that the note supports."]);
}

function covered(c: Coverage | null): Verdict {
  if (c === null)
    return verdict("payer", [
      "The code stands. Whether the payer covers it is its own policy's to say, and no payer was named here: name it, and its requirements are checked one by one.",
    ]);
  const deciding = c.requirements.filter((r) => r.weight === "decides");
  const failed = deciding.filter((r) => r.status === "not-met");
  if (c.covered === "not")
    return verdict(
      "right",
      failed.map((r) => `${r.says} ${r.found}`),
      failed,
    );
  const met = deciding.filter((r) => r.status === "met");
  if (c.covered === "likely")
    return verdict("wrong", ["Each requirement of the policy that could be read is met."], met);
  return verdict("ask", ["The record does not answer every requirement of the policy yet.", ...c.settles], met);
}
