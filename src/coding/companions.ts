/**
 * Imaging that is reported beside a procedure: the code in force on the date, once an encounter, when the
 * guidance steered the needle and, where the rule asks for it, an image was kept. What the note does not say
 * is not reported.
 */
import type { Answer, DraftLine } from "./answer.ts";
import { guidancePlaces, imageKept, type Session } from "./sessions.ts";
import type { Era, ImagingTable } from "./tables.ts";

/**
 * Adds to `answer` the imaging lines of the encounter, each code once, by the rules in force of rulebook/imaging/.
 * Throws nothing.
 */
export function addImaging(session: Session, era: Era, procedures: readonly DraftLine[], answer: Answer): void {
  if (session.guidance.length === 0 || procedures.length === 0) return;
  const reported = new Set<string>();
  for (const imaging of era.imaging) {
    const { rule } = imaging;
    if (
      reported.has(onceOf(imaging)) ||
      !session.guidance.some((g) => g.modality === rule.modality && g.use === "guide")
    )
      continue;
    const beside = procedures.find(
      (p) => takes(imaging, p) && imageKept(session, rule.modality, p.service, p.ids) !== "n/a",
    );
    if (beside === undefined) continue;
    const kept = imageKept(session, rule.modality, beside.service, beside.ids);
    const evidence = guidancePlaces(session, rule.modality, beside.service);
    const denied = session.guidance.some(
      (g) => g.modality === rule.modality && g.use === "guide" && g.described === false,
    );
    const outcome = !rule.needsImage ? "true" : denied ? "false" : kept;
    answer.trace.push({
      rule: rule.where.rule,
      file: rule.where.file,
      line: rule.where.line,
      outcome,
      says: rule.says,
      found: kept === "true" ? true : kept === "false" ? false : null,
      citations: imaging.citations,
      evidence,
    });
    if (outcome !== "true") continue;
    reported.add(onceOf(imaging));
    answer.companions.push({
      code: rule.code,
      units: 1,
      modifiers: [],
      role: "imaging",
      says: rule.says,
      because: [
        { rule: rule.where.rule, says: rule.says, found: rule.modality, citations: imaging.citations, evidence },
      ],
    });
  }
}

/** What is reported once: the code; of needle EMG and stimulation, which find the same muscles, one of the two. */
function onceOf({ rule }: ImagingTable): string {
  return rule.modality === "emg" || rule.modality === "stimulation" ? "muscle" : rule.code;
}

function takes(imaging: ImagingTable, { family }: DraftLine): boolean {
  return family.family.companions.includes(imaging.rule.modality) && imaging.families.has(family.family.id);
}
