/**
 * Sections that do not tell of what was done at this visit. Who asks adds those whose words say nothing for that question
 * (the findings of an exam, the lines of a bill).
 */

/** Of no visit of the patient's: what was consented to, taught, or pasted in. */
export const FOREIGN = ["consent", "education", "copied"] as const;
/** And what was before. */
export const ELSEWHERE = ["history", ...FOREIGN] as const;
/** And what is to come. */
export const OTHER_DAYS = ["plan", ...ELSEWHERE] as const;
