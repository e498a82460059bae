/** Forms of the claim: modifiers that a form writes on its lines, and what else is said of how lines are written. */
import type { Answer, DraftLine } from "./answer.ts";
import { claimForm } from "./remarks.ts";
import { statement, type Session } from "./sessions.ts";
import { sources, type Era } from "./tables.ts";
import type { ClaimForm, FormOccasion } from "../rulebook/types.ts";

/** Does the book write this modifier on such a line, on this date and for this payer? */
export function writes(era: Era, when: FormOccasion, payer: string | undefined): ClaimForm | undefined {
  return era.forms.find((f) => f.when === when && f.adds === true && forPayer(f, payer));
}

/** Writes the modifiers of imaging lines, and says what is known of the form of the others. */
export function addForms(
  session: Session,
  era: Era,
  payer: string | undefined,
  procedures: readonly DraftLine[],
  answer: Answer,
): void {
  if (era.forms.length === 0 || procedures.length === 0) return;
  const professional = session.facility ? writes(era, "imaging-in-facility", payer) : undefined;
  if (professional !== undefined)
    answer.companions.splice(
      0,
      answer.companions.length,
      ...answer.companions.map((l) =>
        l.role === "imaging" ? { ...l, modifiers: [...l.modifiers, professional.modifier] } : l,
      ),
    );
  for (const form of era.forms)
    if (forPayer(form, payer) && holds(form, procedures, session, answer))
      answer.findings.push(claimForm(form, sources(form.cite)));
}

const forPayer = (form: ClaimForm, payer: string | undefined): boolean =>
  form.payer === undefined || form.payer === payer?.toLowerCase();

function holds(form: ClaimForm, procedures: readonly DraftLine[], session: Session, answer: Answer): boolean {
  const has = (test: (modifier: string) => boolean): boolean => procedures.some((p) => p.line.modifiers.some(test));
  switch (form.when) {
    case "both-sides":
      return has((m) => m === "50");
    case "digit":
      return has((m) => /^(?:FA|F[1-9])$/.test(m));
    case "again":
      return procedures.some(
        (p, i) =>
          procedures.findIndex((q) => q.family === p.family && q.family.family.per === "structure") < i &&
          p.family.family.per === "structure",
      );
    case "more-procedures":
      return new Set(procedures.map((p) => p.line.code)).size > 1;
    case "visit":
      return statement(session, "visit") !== undefined || session.labels.some((l) => /^99[2-4]\d\d$/.test(l.value));
    case "imaging-in-facility":
      return session.facility && answer.companions.some((l) => l.role === "imaging");
    case "vial-left":
      return answer.companions.some((l) => l.modifiers.includes(form.modifier));
    case "vial-used-up":
      return answer.companions.some((l) => l.modifiers.includes(form.modifier));
  }
}
